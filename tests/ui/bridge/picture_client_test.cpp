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

/// Reads only when it is allowed to, and notes in which order.
class SlowAccess : public PictureAccess {
public:
    SlowAccess(QSemaphore& allowed, QStringList& order, QMutex& mutex)
        : m_allowed(allowed), m_order(order), m_mutex(mutex) {}
    PictureSettings settings(const std::filesystem::path&) override { throw std::runtime_error("unexpected"); }
    PictureSettings settingsFromText(std::string_view) override { return {}; }
    Picture read(const std::filesystem::path& file, int) override {
        m_allowed.acquire();
        const QMutexLocker lock(&m_mutex);
        m_order << QString::fromStdString(file.string());
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
        constexpr int kPictures = 12;
        std::vector<PictureQuestion> questions;
        for (int i = 0; i < kPictures; ++i) {
            questions.push_back(client.readPicture(QString::number(i)));
            if (i == 1) QTest::qWait(50);  // both threads are busy with the first two
        }
        client.forget(questions[5]);
        allowed.release(kPictures);
        QTRY_COMPARE(read.size(), kPictures - 1);
        const QMutexLocker lock(&mutex);
        QVERIFY(!order.contains(u"5"_s));
        order.removeOne(u"0"_s);
        order.removeOne(u"1"_s);
        // Two threads may overtake each other by one place.
        QVERIFY(order.mid(0, 2).contains(u"11"_s));
        QVERIFY(order.mid(order.size() - 2).contains(u"2"_s));
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
