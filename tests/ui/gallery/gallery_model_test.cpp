// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/gallery/gallery_model.h"

#include <QAbstractItemModelTester>
#include <QtTest/QtTest>

#include "ui/bridge/sample_gallery.h"
#include "ui/bridge/scripted_engine_client.h"
#include "ui/gallery/export_dialog.h"
#include "ui/gallery/settings_text.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

struct Bench {
    explicit Bench(int pictures) {
        fillSampleGallery(*engine.galleryItems, *engine.pictures, pictures);
        client = std::make_unique<GalleryClient>(engine.galleryFactory(), QString());
        model = std::make_unique<GalleryModel>(*client);
        tester = std::make_unique<QAbstractItemModelTester>(model.get(),
                                                            QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    bool load(const GalleryFilter& filter = {}) {
        QSignalSpy loaded(model.get(), &GalleryModel::loaded);
        model->setFilter(filter);
        return loaded.wait();
    }
    ScriptedEngineClient engine;
    std::unique_ptr<GalleryClient> client;
    std::unique_ptr<GalleryModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
};

}  // namespace

class GalleryModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsPageAfterPage() {
        Bench bench(1234);
        bench.tester.reset();  // it asks for pages itself
        QVERIFY(bench.load());
        QCOMPARE(bench.model->rowCount(), 500);
        QCOMPARE(bench.model->total(), 1234);
        while (bench.model->rowCount() < bench.model->total()) {
            QTRY_VERIFY(bench.model->canFetchMore({}));
            const int before = bench.model->rowCount();
            bench.model->fetchMore({});
            QVERIFY(!bench.model->canFetchMore({}));  // one question at a time
            QTRY_VERIFY(bench.model->rowCount() > before);
        }
        QCOMPARE(bench.model->rowCount(), 1234);
        for (int row = 1; row < 1234; ++row)
            QVERIFY(bench.model->itemAt(row - 1)->modified >= bench.model->itemAt(row)->modified);
        QCOMPARE(bench.model->data(bench.model->index(0), GalleryModel::FileRole).toString(),
                 u"/pictures/coast_00000.png"_s);
    }

    void filters() {
        Bench bench(50);
        QVERIFY(bench.load({.find = "lighthouse"}));
        QVERIFY(bench.model->total() > 0 && bench.model->total() < 50);
        QVERIFY(bench.load({.find = "seed:49"}));
        QCOMPARE(bench.model->rowCount(), 1);
        QVERIFY(bench.load({.find = "nothing like this"}));
        QCOMPARE(bench.model->rowCount(), 0);
        QVERIFY(!bench.model->canFetchMore({}));
    }

    void starsAndRemovalsTouchSingleRows() {
        Bench bench(20);
        QVERIFY(bench.load());
        QSignalSpy reset(bench.model.get(), &GalleryModel::modelReset);
        const std::int64_t id = bench.model->itemAt(3)->id;
        const bool star = bench.model->itemAt(3)->star;
        bench.client->setStar({id}, !star);
        QTRY_COMPARE(bench.model->itemAt(3)->star, !star);
        bench.client->forget({id, bench.model->itemAt(7)->id});
        QTRY_COMPARE(bench.model->rowCount(), 18);
        QCOMPARE(bench.model->total(), 18);
        QCOMPARE(bench.model->rowOf(id), -1);
        QCOMPARE(reset.size(), 0);
    }

    void newPicturesComeFirst() {
        Bench bench(20);
        QVERIFY(bench.load());
        QSignalSpy reset(bench.model.get(), &GalleryModel::modelReset);
        bench.client->addFiles({u"/pictures/new.png"_s});
        QTRY_COMPARE(bench.model->rowCount(), 21);
        QCOMPARE(bench.model->rowOfFile(u"/pictures/new.png"_s), 0);
        QCOMPARE(reset.size(), 0);
        bench.model->setGone(bench.model->itemAt(0)->id);
        QVERIFY(bench.model->data(bench.model->index(0), GalleryModel::GoneRole).toBool());
    }

    void staleAnswersAreDropped() {
        Bench bench(2000);
        QSignalSpy loaded(bench.model.get(), &GalleryModel::loaded);
        bench.model->setFilter({.find = "lighthouse"});
        bench.model->setFilter({.find = "seed:42"});
        QTRY_COMPARE(loaded.size(), 1);
        QTest::qWait(50);
        QCOMPARE(loaded.size(), 1);
        QCOMPARE(bench.model->rowCount(), 1);
    }

    void trashGivesBack() {
        QTemporaryDir home;
        qputenv("XDG_DATA_HOME", home.filePath(u"data"_s).toUtf8());
        QDir().mkpath(home.filePath(u"data/Trash"_s));
        Bench bench(2);
        const QString file = home.filePath(u"picture.png"_s);
        QFile(file).open(QIODevice::WriteOnly);
        bench.engine.galleryItems->items[0].file = file.toStdString();
        QVERIFY(bench.load());
        QSignalSpy trashed(bench.client.get(), &GalleryClient::trashed);
        bench.client->trash({1});
        QTRY_COMPARE(trashed.size(), 1);
        QCOMPARE(trashed[0][2].toInt(), 0);
        QVERIFY(!QFileInfo::exists(file));
        QTRY_COMPARE(bench.model->rowCount(), 1);
        QVERIFY(trashed[0][0].toULongLong() > 0);
        bench.client->undoTrash(trashed[0][0].toULongLong());
        QTRY_VERIFY(QFileInfo::exists(file));
        QTRY_COMPARE(bench.model->rowCount(), 2);
    }

    void missingFoldersAreTold() {
        Bench bench(1);
        QSignalSpy missing(bench.client.get(), &GalleryClient::folderMissing);
        bench.client->addFolder(u"/pictures/gone"_s);
        QTRY_COMPARE(missing.size(), 1);
    }

    void differencesNameWhatDiffers() {
        PictureSettings first;
        first.prompt = "a house";
        first.seed = 1;
        first.steps = 20;
        PictureSettings second = first;
        QVERIFY(settingDifferences(first, second).isEmpty());
        second.seed = 2;
        second.guidanceScale = 7.5;
        const QList<SettingDifference> differences = settingDifferences(first, second);
        QCOMPARE(differences.size(), 2);
        QCOMPARE(differences[0].first, u"1"_s);
        QCOMPARE(differences[0].second, u"2"_s);
        QVERIFY(differences[1].first.isEmpty());
    }

    void exportNames() {
        const ExportFacts facts{u"2026-01-31"_s, u"42"_s, u"coast/mix"_s, u"p"_s, 3};
        QCOMPARE(exportName(u"{date}_{seed}_{mix}"_s, facts), u"2026-01-31_42_coast_mix"_s);
        QCOMPARE(exportName(u"../{name}"_s, facts), u"_p"_s);
        QCOMPARE(exportName(u"..."_s, facts), u"picture"_s);
        QCOMPARE(exportName(u"{index}"_s, facts), u"3"_s);
        QTemporaryDir folder;
        QFile(folder.filePath(u"a.png"_s)).open(QIODevice::WriteOnly);
        QCOMPARE(freeFile(folder.path(), u"a"_s, u"png"_s, {}), folder.filePath(u"a 2.png"_s));
        QCOMPARE(freeFile(folder.path(), u"a"_s, u"png"_s, {folder.filePath(u"a 2.png"_s)}),
                 folder.filePath(u"a 3.png"_s));
        QCOMPARE(freeFile(folder.path(), u"b"_s, u"png"_s, {}), folder.filePath(u"b.png"_s));
    }
};

QTEST_MAIN(GalleryModelTest)
#include "gallery_model_test.moc"
