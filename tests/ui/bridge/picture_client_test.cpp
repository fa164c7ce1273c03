// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/picture_client.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QtTest/QtTest>

#include "ui/bridge/sample_pictures.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

std::shared_ptr<SamplePictures> somePictures() {
    auto pictures = std::make_shared<SamplePictures>();
    pictures->files["/a.png"].prompt = "a house";
    pictures->files["/b.png"].width = 64;
    pictures->files["/b.png"].height = 32;
    pictures->textSettings.format = "pasted";
    return pictures;
}

/// Notes in which order pictures are begun, and ends each only when it is allowed to.
class SlowAccess : public PictureAccess {
public:
    SlowAccess(QSemaphore& allowed, QStringList& order, QMutex& mutex)
        : m_allowed(allowed), m_order(order), m_mutex(mutex) {}
    PictureSettings settings(const std::filesystem::path&) override { throw std::runtime_error("unexpected"); }
    PictureSettings settingsFromText(std::string_view) override { return {}; }
    Picture read(const std::filesystem::path& file, int) override {
        {
            const QMutexLocker lock(&m_mutex);
            m_order << QString::fromStdString(file.string());
        }
        m_allowed.acquire();
        return {1, 1, {1, 2, 3}};
    }
    UnsavedMetadata convert(const std::filesystem::path&, const std::filesystem::path&, const PictureSaving&) override {
        return {true, false};
    }

private:
    QSemaphore& m_allowed;
    QStringList& m_order;
    QMutex& m_mutex;
};

}  // namespace

class PictureClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersWithSettingsAndPictures() {
        const auto pictures = somePictures();
        PictureClient client([pictures] { return pictures->access(); });
        QSignalSpy settings(&client, &PictureClient::settingsRead);
        QSignalSpy read(&client, &PictureClient::pictureRead);
        QSignalSpy failed(&client, &PictureClient::failed);
        const PictureQuestion first = client.readSettings(u"/a.png"_s);
        client.readSettingsText(u"text"_s);
        client.readPicture(u"/b.png"_s, 16);
        const PictureQuestion missing = client.readPicture(u"/none.png"_s);
        QTRY_COMPARE(settings.size(), 2);
        QTRY_COMPARE(read.size(), 1);
        QTRY_COMPARE(failed.size(), 1);
        for (const QList<QVariant>& answer : settings) {
            const auto value = answer[1].value<PictureSettings>();
            QCOMPARE(answer[0].value<PictureQuestion>() == first, value.prompt == "a house");
        }
        QCOMPARE(read[0][1].value<QImage>().size(), QSize(16, 8));
        QCOMPARE(failed[0][0].value<PictureQuestion>(), missing);
        QCOMPARE(failed[0][1].value<Failure>().code, ErrorCode::FileMissing);
    }

    void newestPictureFirstAndForgottenOnesNever() {
        QSemaphore allowed;
        QStringList order;
        QMutex mutex;
        PictureClient client([&] { return std::make_unique<SlowAccess>(allowed, order, mutex); });
        QSignalSpy read(&client, &PictureClient::pictureRead);
        const auto begun = [&] {
            const QMutexLocker lock(&mutex);
            return order;
        };
        client.readPicture(u"0"_s);
        client.readPicture(u"1"_s);
        QTRY_COMPARE(begun().size(), 2);  // both threads are busy: what follows has to wait
        for (int i = 2; i < 5; ++i) client.readPicture(QString::number(i));
        client.forget(client.readPicture(u"forgotten"_s));
        client.readPicture(u"5"_s);
        const QStringList expected{u"5"_s, u"4"_s, u"3"_s, u"2"_s};
        for (qsizetype i = 1; i <= expected.size(); ++i) {
            allowed.release();
            QTRY_COMPARE(begun().mid(2), expected.mid(0, i));  // each ended one lets the newest begin
        }
        allowed.release(2);
        QTRY_COMPARE(read.size(), 6);
        QCOMPARE(begun().size(), 6);
    }

    void unexpectedFailuresAreAnswersToo() {
        QSemaphore allowed;
        QStringList order;
        QMutex mutex;
        PictureClient client([&] { return std::make_unique<SlowAccess>(allowed, order, mutex); });
        QSignalSpy failed(&client, &PictureClient::failed);
        QSignalSpy converted(&client, &PictureClient::converted);
        client.readSettings(u"x"_s);
        client.convert(u"a"_s, u"b"_s, {});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][1].value<Failure>().code, ErrorCode::InternalError);
        QTRY_COMPARE(converted.size(), 1);
        QVERIFY(converted[0][2].value<UnsavedMetadata>().segmoe);
    }

    void endsWhileQuestionsWait() {
        const auto pictures = somePictures();
        PictureClient client([pictures] { return pictures->access(); });
        for (int i = 0; i < 200; ++i) client.readPicture(u"/a.png"_s, 64);
    }
};

QTEST_GUILESS_MAIN(PictureClientTest)
#include "picture_client_test.moc"
