// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// J17: ten thousand pictures; search, star, compare with the keyboard, remix. And how smoothly twenty thousand scroll.
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "ui/bridge/qt_convert.h"
#include "ui/bridge/sample_gallery.h"
#include "ui/bridge/scripted_engine_client.h"
#include "ui/bridge/settings.h"
#include "ui/gallery/gallery_compare.h"
#include "ui/gallery/gallery_filter_bar.h"
#include "ui/gallery/gallery_list.h"
#include "ui/gallery/gallery_model.h"
#include "ui/gallery/gallery_page.h"
#include "ui/gallery/gallery_viewer.h"
#include "ui/gallery/known_picture_folders.h"
#include "ui/gallery/metadata_panel.h"
#include "ui/gallery/owned_models.h"
#include "ui/render/named_models.h"
#include "ui/render/render_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigator.h"
#include "ui/shell/page_stack.h"
#include "ui/widgets/compare_view.h"
#include "ui/widgets/image_view.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

struct Bench {
    explicit Bench(int pictures, bool isFirstGone = false) : settings(profile.path()), window(theme, client, settings) {
        fillSampleGallery(*client.galleryItems, *client.pictures, pictures);
        if (isFirstGone) client.pictures->files.erase(client.galleryItems->items.front().file);
        window.resize(1280, 800);
        window.show();
        window.activateWindow();
        isActive = QTest::qWaitForWindowActive(&window);
        window.showPage(PageId::Gallery);
        page = window.findChild<GalleryPage*>();
    }
    bool waitForRows() {
        return QTest::qWaitFor([this] { return page->model().total() >= 0 && !page->model().isLoading(); });
    }
    void select(const QList<int>& rows) {
        QItemSelection selection;
        for (const int row : rows) selection.select(page->model().index(row), page->model().index(row));
        page->list().setCurrentIndex(page->model().index(rows.first()));
        page->list().selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
        page->list().setFocus();
    }
    template <class Widget>
    Widget* find(const QString& name) {
        return window.findChild<Widget*>(name);
    }
    QTemporaryDir profile;
    Theme theme;
    ScriptedEngineClient client;
    Settings settings;
    MainWindow window;
    GalleryPage* page = nullptr;
    bool isActive = false;
};

}  // namespace

class J17GalleryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findStarCompareRemix() {
        Bench bench(10'000);
        QVERIFY(bench.page && bench.isActive);
        QVERIFY(bench.waitForRows());
        QCOMPARE(bench.page->model().total(), 10'000);

        // Search.
        QElapsedTimer clock;
        QSignalSpy loaded(&bench.page->model(), &GalleryModel::loaded);
        auto* find = bench.find<QLineEdit>(u"gallery_find_edit"_s);
        QTest::keyClicks(find, u"lighthouse"_s);
        QSignalSpy asked(&bench.page->filterBar(), &GalleryFilterBar::filterChanged);
        QVERIFY(asked.wait());
        clock.start();
        QTRY_VERIFY(!loaded.isEmpty());
        qInfo("filter over 10,000 pictures: %lld ms", clock.elapsed());
        QTRY_VERIFY(bench.page->model().total() < 2'000);
        QVERIFY(bench.page->model().total() > 1'000);

        // Star by key.
        bench.select({0});
        const std::int64_t id = bench.page->model().itemAt(0)->id;
        const bool star = bench.page->model().itemAt(0)->star;
        QTest::keyClick(&bench.page->list(), Qt::Key_Period);
        QTRY_COMPARE(bench.page->model().itemAt(0)->star, !star);
        QCOMPARE(bench.page->model().itemAt(0)->id, id);

        // Compare two with the keyboard.
        bench.select({0, 1});
        QTest::keyClick(&bench.page->list(), Qt::Key_M);
        auto* compare = bench.find<QWidget>(u"compare_page"_s);
        QTRY_VERIFY(compare->isVisible());
        QTRY_VERIFY(bench.page->compare().differences().contains(u"Seed"_s));
        CompareView& view = bench.page->compare().view();
        QTRY_VERIFY(!view.canvas().image().isNull());
        view.canvas().setFocus();
        const double before = view.position();
        QTest::keyClick(&view.canvas(), Qt::Key_Right);
        QCOMPARE(view.position(), before + 0.01);
        QTest::keyClick(&view.canvas(), Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(view.position(), before + 0.01 - 0.1);
        QTest::mouseClick(bench.find<QPushButton>(u"compare_back_button"_s), Qt::LeftButton);
        QVERIFY(!compare->isVisible());

        // Remix: everything but the seed goes to Render.
        QSignalSpy recalled(&bench.window.navigator(), &Navigator::recallWanted);
        bench.select({1});
        QTRY_VERIFY(bench.page->panel().settings().has_value());
        QTest::keyClick(&bench.page->list(), Qt::Key_R);
        QCOMPARE(recalled.size(), 1);
        QCOMPARE(recalled[0][1].value<RecallPart>(), RecallPart::Remix);
        QVERIFY(recalled[0][0].value<PictureSettings>().prompt->starts_with("a lighthouse"));
    }

    void viewerByKeyboard() {
        Bench bench(30);
        QVERIFY(bench.waitForRows());
        bench.select({2});
        QTest::keyClick(&bench.page->list(), Qt::Key_Return);
        QTRY_VERIFY(bench.page->viewer().isVisible());
        QWidget* view = &bench.page->viewer().view();
        QTRY_COMPARE(bench.page->viewer().view().image().size(), QSize(768, 512));
        QTest::keyClick(view, Qt::Key_Right);
        QCOMPARE(bench.page->list().currentIndex().row(), 3);
        QTest::keyClick(view, Qt::Key_End);
        QCOMPARE(bench.page->list().currentIndex().row(), 29);
        QTest::keyClick(view, Qt::Key_Home);
        QCOMPARE(bench.page->list().currentIndex().row(), 0);
        const bool star = bench.page->model().itemAt(0)->star;
        QTest::keyClick(view, Qt::Key_Period);
        QTRY_COMPARE(bench.page->model().itemAt(0)->star, !star);
        QVERIFY(!bench.page->panel().isVisible());
        QTest::keyClick(view, Qt::Key_I);
        QVERIFY(bench.page->panel().isVisible());
        QTest::keyClick(view, Qt::Key_Escape);
        QVERIFY(!bench.page->viewer().isVisible());
        QVERIFY(bench.page->list().isVisible());
    }

    void emptyAndUnmatched() {
        Bench bench(0);
        QVERIFY(bench.waitForRows());
        QTRY_VERIFY(bench.find<QPushButton>(u"gallery_render_button"_s)->isVisible());
        QTest::mouseClick(bench.find<QPushButton>(u"gallery_render_button"_s), Qt::LeftButton);
        QVERIFY(bench.window.renderPage().isVisible());

        Bench filled(10);
        QVERIFY(filled.waitForRows());
        QTest::keyClicks(filled.find<QLineEdit>(u"gallery_find_edit"_s), u"unfindable"_s);
        auto* clear = filled.find<QPushButton>(u"gallery_clear_button"_s);
        QTRY_VERIFY(clear->isVisible());
        QTest::mouseClick(clear, Qt::LeftButton);
        QTRY_COMPARE(filled.page->model().total(), 10);
        QTRY_VERIFY(filled.page->list().isVisible());
    }

    void rawAndMissing() {
        Bench bench(10, true);
        QVERIFY(bench.waitForRows());
        QTRY_VERIFY(bench.page->model().index(0).data(GalleryModel::GoneRole).toBool());
        bench.select({1});
        QTRY_VERIFY(bench.page->panel().settings().has_value());
        QTest::keyClick(&bench.page->list(), Qt::Key_I);
        auto* dialog = bench.find<QDialog>(u"raw_metadata_dialog"_s);
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->findChild<QTabWidget*>()->count(), 3);
        dialog->close();
    }

    void starsComeFromRender() {
        Bench bench(10);
        QVERIFY(bench.waitForRows());
        const std::int64_t id = bench.page->model().itemAt(0)->id;
        const QString file = pathText(bench.page->model().itemAt(0)->file);
        const bool star = bench.page->model().itemAt(0)->star;
        QSignalSpy told(&bench.window.navigator(), &Navigator::pictureStarred);
        Q_EMIT bench.window.navigator().starWanted(file, !star);
        QTRY_COMPARE(bench.page->model().itemAt(bench.page->model().rowOf(id))->star, !star);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told[0][0].toString(), file);
        // One that the gallery does not know yet.
        Q_EMIT bench.window.navigator().starWanted(u"/pictures/new.png"_s, true);
        QTRY_COMPARE(bench.page->model().total(), 11);
        QTRY_VERIFY(bench.page->model().itemAt(0)->star);
        QCOMPARE(pathText(bench.page->model().itemAt(0)->file), u"/pictures/new.png"_s);
    }

    void copiesWithAndWithoutMetadata() {
        Bench bench(10);
        QVERIFY(bench.waitForRows());
        bench.select({1});
        const QString file = pathText(bench.page->model().itemAt(1)->file);
        const auto copied = [] { return QGuiApplication::clipboard()->mimeData(); };
        QGuiApplication::clipboard()->clear();
        bench.page->copyPicture();
        QTRY_VERIFY(copied() && copied()->hasImage());
        QCOMPARE(copied()->urls().value(0).toLocalFile(), file);
        bench.page->copyPicture(false);
        QTRY_VERIFY(copied() && copied()->hasImage() && !copied()->hasUrls());
        bench.settings.set(keys::kCopyWithMetadata, false);
        QGuiApplication::clipboard()->clear();
        bench.page->copyPicture();
        QTRY_VERIFY(copied() && copied()->hasImage());
        QVERIFY(!copied()->hasUrls());
        const std::unique_ptr<QMimeData> dragged(bench.page->list().dragData(true));
        QCOMPARE(dragged->urls().value(0).toLocalFile(), file);
    }

    void foldersOfOtherProgramsAreOffered() {
        QTemporaryDir home;
        QVERIFY(knownPictureFolders(home.path()).isEmpty());
        QVERIFY(QDir(home.path()).mkpath(u"ComfyUI/output"_s));
        QVERIFY(QDir(home.path()).mkpath(u"stable-diffusion-webui/outputs"_s));
        QVERIFY(QDir(home.path()).mkpath(u"invokeai/models"_s));  // without pictures
        const QList<KnownPictureFolder> known = knownPictureFolders(home.path());
        QCOMPARE(known.size(), 2);
        QCOMPARE(known[0].program, u"AUTOMATIC1111"_s);
        QCOMPARE(known[1].path, QFileInfo(home.filePath(u"ComfyUI/output"_s)).canonicalFilePath());

        const QByteArray before = qgetenv("HOME");
        qputenv("HOME", home.path().toUtf8());
        Bench bench(10);
        QVERIFY(bench.waitForRows());
        QSignalSpy ended(&bench.page->client(), &GalleryClient::importEnded);
        QTest::mouseClick(bench.find<QToolButton>(u"gallery_add_folder_button"_s), Qt::LeftButton);
        auto* menu = bench.find<QMenu>(u"gallery_folder_menu"_s);
        QVERIFY(menu && menu->actions().size() == 4);  // two, a line, another folder
        QVERIFY(menu->actions()[1]->text().contains(u"ComfyUI"_s));
        menu->actions()[1]->trigger();
        QTRY_VERIFY(!ended.isEmpty());
        menu->close();
        qputenv("HOME", before);
    }

    void modelsThatAreNotHereAreMarked() {
        Bench bench(10);
        QVERIFY(bench.waitForRows());
        auto* locate = bench.find<QPushButton>(u"gallery_locate_button"_s);
        auto* get = bench.find<QPushButton>(u"gallery_missing_button"_s);
        for (int row = 0; row < 10; ++row) {
            bench.select({row});
            QTRY_VERIFY(bench.page->panel().settings().has_value());
            if (!bench.page->panel().settings()->models.empty()) break;
        }
        const std::vector<NamedModel> models = bench.page->panel().settings()->models;
        QVERIFY(!models.empty());
        QVERIFY(locate->isVisible());
        QSignalSpy wanted(&bench.window.navigator(), &Navigator::missingWanted);
        QTest::mouseClick(get, Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QVERIFY(wanted[0][0].toStringList().size() + wanted[0][1].toStringList().size() > 0);
        auto* dialog = bench.find<QDialog>(u"get_missing_dialog"_s);  // the one of the Render page
        QVERIFY(dialog && dialog->isVisible());
        dialog->reject();
        std::vector<LibraryModel> owned;
        for (const NamedModel& model : models) {
            LibraryModel& known = owned.emplace_back();
            known.facts.path = "/models/" + model.name + ".safetensors";
            known.facts.name = model.name;
            known.facts.role = model.role == NamedModel::Role::Lora ? ModelRole::Lora : ModelRole::Checkpoint;
        }
        Q_EMIT bench.client.library().modelsFound(owned);
        QTRY_VERIFY(!locate->isVisible());
        QVERIFY(!get->isVisible());
    }

    void missingModelsAreSaidWithTheirSource() {
        const auto named = [](const char* name, const char* source) {
            NamedModel model;
            model.name = name;
            model.source = source;
            return model;
        };
        const MissingModels missing = missingModels({named("sea", "hf:maker/sea@1"), named("local", "file"),
                                                     named("sea again", "hf:maker/sea@1"), named("old", "")});
        QCOMPARE(missing.references, QStringList{u"hf:maker/sea@1"_s});
        QCOMPARE(missing.unknown, (QStringList{u"local"_s, u"old"_s}));
    }

    void picturesFindTheirModelsByDigest() {
        Bench bench(10);
        QVERIFY(bench.waitForRows());
        OwnedModels owned(bench.window.context());
        NamedModel model;
        model.name = "called otherwise here";
        model.hash = "0123456789ab";
        model.role = NamedModel::Role::Lora;
        LibraryModel file;
        file.facts.path = "/m/x.safetensors";
        file.facts.name = "x";
        file.facts.role = ModelRole::Lora;
        Q_EMIT bench.client.library().modelsFound({file});
        QVERIFY(!owned.has(model));
        QSignalSpy changed(&owned, &OwnedModels::changed);
        // The background has read a file: of a LoRA pictures name the digest of its data.
        Q_EMIT bench.client.library().hashed(u"/m/x.safetensors"_s, QString(64, u'f'), u"0123456789ab"_s);
        QCOMPARE(changed.size(), 1);
        QVERIFY(owned.has(model));
    }

    void twentyThousandScrollSmoothly() {
        Bench bench(20'000);
        QVERIFY(bench.waitForRows());
        GalleryModel& model = bench.page->model();
        QElapsedTimer clock;
        qint64 longest = 0;
        qint64 total = 0;
        int frames = 0;
        QScrollBar* bar = bench.page->list().verticalScrollBar();
        const QDeadlineTimer limit(120'000);
        while (model.rowCount() < 20'000 && !limit.hasExpired()) {
            clock.start();
            bar->setValue(qMin(bar->maximum(), bar->value() + 400));
            bench.page->list().viewport()->repaint();
            const qint64 frame = clock.nsecsElapsed() / 1000;
            longest = qMax(longest, frame);
            total += frame;
            ++frames;
            if (bar->value() == bar->maximum() && model.canFetchMore({})) model.fetchMore({});
            if (bar->value() == bar->maximum() && model.isLoading())
                QTest::qWait(5);
            else
                QCoreApplication::processEvents();
        }
        qInfo("%d rows, %d frames of scrolling: %.1f ms on average, %.1f ms the longest", model.rowCount(), frames,
              static_cast<double>(total) / 1000.0 / qMax(1, frames), static_cast<double>(longest) / 1000.0);
        QCOMPARE(model.rowCount(), 20'000);
    }
};

QTEST_MAIN(J17GalleryTest)
#include "j17_gallery_test.moc"
