// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// What becomes of finished pictures: shown, kept, copied, starred.
#include "tests/ui/render/render_bench.h"
#include "ui/bridge/qt_convert.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

using Bench = RenderBench;

class RenderPicturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void manyPicturesStayInReach() {
        Bench bench;
        bench.start();
        bench.page.startRender();
        for (int i = 0; i < 3; ++i) {
            RenderedImage image = sample::renderedImage(128);
            image.seed = 100 + i;
            Q_EMIT bench.client.imageDone(bench.client.lastJob(), i, image);
        }
        bench.finish(RenderOutcome::Done);
        auto* recent = bench.find<QListWidget>("render_recent_strip");
        QCOMPARE(recent->count(), 3);
        recent->setCurrentRow(2);
        QCOMPARE(bench.page.result().shown()->image.seed, std::int64_t{100});
    }
    void savingGoesThroughTheEngine() {
        Bench bench;
        bench.start();
        bench.page.startRender();
        Q_EMIT bench.client.imageDone(bench.client.lastJob(), 0, sample::renderedImage(128));
        bench.finish(RenderOutcome::Done);
        bench.settings.setPictureFolder(bench.profile.path());
        bench.page.savePicture();
        auto* dialog = bench.page.window()->findChild<QFileDialog*>(u"save_picture_dialog"_s);
        QVERIFY(dialog);
        bench.settings.set(keys::kImageQuality, 55);
        Q_EMIT dialog->fileSelected(bench.profile.filePath(u"42.png"_s));
        QCOMPARE(bench.client.savedFiles.constLast(), bench.profile.filePath(u"42.png"_s));
        QCOMPARE(bench.client.savings.back().quality, 55);
    }
    void finishedPicturesAreWrittenAsTheSettingsSay() {
        Bench bench;
        bench.start();
        bench.settings.set(keys::kImageQuality, 40);
        bench.settings.set(keys::kImageMetadata, ImageMetadata::Text);
        bench.pictures.setTarget(bench.profile.filePath(u"pictures"_s), u"{seed}"_s, u"jpg"_s);
        bench.page.startRender();
        bench.picture();
        bench.finish();
        QVERIFY(bench.client.savedFiles.constLast().endsWith(u"42.jpg"_s));
        QCOMPARE(bench.client.savings.back().quality, 40);
        QVERIFY(bench.client.savings.back().level == MetadataLevel::Text);
    }
    void copyTakesTheSettingsAlongOnlyWhenWanted() {
        Bench bench;
        bench.start();
        bench.page.startRender();
        RenderedImage image = sample::renderedImage(128);
        image.parameters = "a red flower\nSteps: 5, Seed: 42";
        Q_EMIT bench.client.imageDone(bench.client.lastJob(), 0, image);
        bench.finish();
        // The real engine answers later than this one.
        Q_EMIT bench.pictures.pictureSaved(u"/pictures/42.png"_s, bench.page.result().shown());
        const auto copied = [] { return QGuiApplication::clipboard()->mimeData(); };
        const auto textOf = [&] { return copied()->imageData().value<QImage>().text(u"parameters"_s); };
        bench.find<QPushButton>("render_copy_button")->click();
        QCOMPARE(textOf(), toText(image.parameters));
        QCOMPARE(copied()->urls().value(0).toLocalFile(), u"/pictures/42.png"_s);
        Q_EMIT bench.page.result().actions().wanted(PictureActions::Act::CopyPlain);
        QCOMPARE(copied()->imageData().value<QImage>().size(), QSize(128, 128));
        QVERIFY(textOf().isEmpty() && !copied()->hasUrls());
        bench.settings.set(keys::kCopyWithMetadata, false);
        bench.find<QPushButton>("render_copy_button")->click();
        QVERIFY(textOf().isEmpty() && !copied()->hasUrls());
    }
    void theStarIsTheGallerys() {
        Bench bench;
        bench.start();
        bench.page.startRender();
        bench.picture(42);
        bench.picture(43);
        bench.finish();
        auto* star = bench.find<QToolButton>("render_star_button");
        const QString file = u"/pictures/43.png"_s;
        Q_EMIT bench.pictures.pictureSaved(file, bench.page.result().shown());
        QSignalSpy wanted(&bench.navigator, &Navigator::starWanted);
        star->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), file);
        QVERIFY(wanted[0][1].toBool());
        Q_EMIT bench.navigator.pictureStarred(file, true);
        bench.find<QListWidget>("render_recent_strip")->setCurrentRow(1);
        QVERIFY(!star->isChecked());
        bench.find<QListWidget>("render_recent_strip")->setCurrentRow(0);
        QVERIFY(star->isChecked());
        Q_EMIT bench.navigator.pictureStarred(file, false);  // taken away in the gallery
        QVERIFY(!star->isChecked());
    }
};

QTEST_MAIN(RenderPicturesTest)
#include "render_pictures_test.moc"
