// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/library_page.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest/QtTest>

#include "tests/ui/library/library_bench.h"
#include "ui/bridge/qt_convert.h"
#include "ui/widgets/mime_kinds.h"

using namespace segmoe;
using namespace segmoe::ui;
using namespace Qt::StringLiterals;
using namespace segmoe::test;
using Bench = LibraryBench;

class LibraryPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyLibraryOffersAFolder() {
        Bench bench;
        bench.engine.library().content = {};
        LibraryPage page(bench.context, bench.engine.library());
        page.show();
        QVERIFY(child<QPushButton>(page, "library_empty_add_button")->isVisible());
        QVERIFY(!child<QPushButton>(page, "library_rescan_button")->isEnabled());
        QVERIFY(bench.engine.library().asked.isEmpty());
    }

    void foldersOfOtherProgramsAreOffered() {
        Bench bench;
        bench.engine.library().content = {};
        bench.engine.library().known = {{"ComfyUI", "/comfy/models", 12, 40'000'000'000}};
        LibraryPage page(bench.context, bench.engine.library());
        page.show();
        QTest::mouseClick(child<QPushButton>(page, "library_empty_known_button"), Qt::LeftButton);
        auto* list = page.findChild<QListWidget*>(u"roots_dialog_list"_s);
        auto* scan = child<QPushButton>(page, "roots_dialog_ok_button");
        QCOMPARE(list->count(), 1);
        QVERIFY(!scan->isEnabled());
        list->item(0)->setCheckState(Qt::Checked);
        QTest::mouseClick(scan, Qt::LeftButton);
        QCOMPARE(bench.engine.library().asked, (QStringList{u"add /comfy/models"_s, u"scan"_s}));
        QVERIFY(bench.engine.library().content.roots.front().isForeign);
    }

    void cardsAndDetailShowWhatModelsMake() {
        Bench bench;
        const ModelPreview preview{"/models/dream.preview.png", 1234, 1'700'000'000};
        bench.engine.pictures->files[preview.file] = {};
        bench.engine.library().content.models[0].preview = preview;
        bench.engine.library().content.models[1].preview = {"/models/anime.png", 5, 6};  // gone since
        LibraryPage page(bench.context, bench.engine.library());
        page.resize(1100, 700);
        page.show();
        const auto cardOf = [&](const char* name) {
            const auto* filter = qobject_cast<const LibraryFilter*>(page.list().model());
            const QString path = u"/models/%1.safetensors"_s.arg(QLatin1StringView(name));
            const QRect cell = page.list().visualRect(filter->mapFromSource(page.models().indexOf(path)));
            // The middle of the upper part, where the picture is.
            return page.list().viewport()->grab(QRect(cell.center().x() - 40, cell.top() + 30, 80, 60)).toImage();
        };
        // An emblem has few colours, a picture many.
        const auto colours = [](const QImage& image) {
            QSet<QRgb> all;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) all.insert(image.pixel(x, y));
            return all.size();
        };
        QTRY_VERIFY_WITH_TIMEOUT(colours(cardOf("dream")) > 200, 20'000);
        QVERIFY(colours(cardOf("glow")) < 100);
        QVERIFY(colours(cardOf("anime")) < 100);
        auto* picture = child<QWidget>(page, "library_detail_picture");
        QVERIFY(!picture->isVisible());
        choose(page, u"/models/dream.safetensors"_s);
        QTRY_VERIFY_WITH_TIMEOUT(picture->isVisible(), 20'000);
        QCOMPARE(picture->accessibleName(), u"A picture made with dream"_s);
        QVERIFY(colours(picture->grab().toImage()) > 200);
        choose(page, u"/models/glow.safetensors"_s);
        QVERIFY(!picture->isVisible());
    }

    void modelsAreListedAndScannedAtOnce() {
        Bench bench;
        LibraryPage page(bench.context, bench.engine.library());
        const QAbstractItemModelTester tester(&page.models());
        page.show();
        QCOMPARE(currentView(page), u"library_list"_s);
        QCOMPARE(page.list().model()->rowCount(), 4);
        QCOMPARE(bench.engine.library().asked, QStringList{u"scan"_s});
        QCOMPARE(page.list().model()->index(0, 0).data().toString(), u"anime"_s);  // sorted by name
    }

    void findAndFiltersNarrow() {
        Bench bench;
        LibraryPage page(bench.context, bench.engine.library());
        page.show();
        auto* find = child<QLineEdit>(page, "library_find_edit");
        QTest::keyClicks(find, u"dre models"_s);
        QCOMPARE(page.list().model()->rowCount(), 1);
        find->setText(u"nothing like that"_s);
        auto* clear = child<QPushButton>(page, "library_clear_filters_button");
        QVERIFY(clear->isVisible());
        QTest::mouseClick(clear, Qt::LeftButton);
        QCOMPARE(page.list().model()->rowCount(), 4);
        const auto boxes = page.findChildren<QCheckBox*>();
        for (QCheckBox* box : boxes)
            if (box->accessibleName() == u"SDXL"_s) box->setChecked(true);
        QCOMPARE(page.list().model()->rowCount(), 2);
    }

    void detailSaysWhatAModelIsGoodFor() {
        Bench bench;
        LibraryPage page(bench.context, bench.engine.library());
        page.resize(1200, 700);
        page.show();
        QSignalSpy experts(&bench.navigator, &Navigator::expertWanted);
        choose(page, u"/models/dream.safetensors"_s);
        auto* expert = child<QPushButton>(page, "library_use_expert_button");
        QVERIFY(expert->isEnabled());
        QTest::mouseClick(expert, Qt::LeftButton);
        QCOMPARE(experts.size(), 1);
        QCOMPARE(experts[0][0].toString(), u"/models/dream.safetensors"_s);
        QVERIFY(bench.engine.library().asked.contains(u"use /models/dream.safetensors"_s));

        // Nothing is cut at its side, however long the names of folders are.
        const QString inCache = u"/cache/models--studio--dream/snapshots/"_s + QString(40, u'f');
        LibraryModel cached = *page.models().find(u"/models/dream.safetensors"_s);
        cached.facts.path = toPath(inCache);
        cached.sha256 = std::string(64, 'a');
        Q_EMIT bench.engine.library().modelsFound({cached});
        choose(page, inCache);
        auto* detail = child<QScrollArea>(page, "library_detail_panel");
        QTRY_VERIFY2(detail->widget()->width() <= detail->viewport()->width(),
                     "the details are wider than their place");

        choose(page, u"/models/glow.safetensors"_s);
        QVERIFY(!expert->isEnabled());
        QCOMPARE(expert->toolTip(), u"Drop a LoRA on the card of the model it should change."_s);
        choose(page, u"/models/old.safetensors"_s);
        QVERIFY(!child<QPushButton>(page, "library_render_with_button")->isEnabled());
        QVERIFY(child<QPushButton>(page, "library_use_base_button")->toolTip().contains(u"pickle"_s));
    }

    void keysDoWhatButtonsDo() {
        Bench bench;
        LibraryPage page(bench.context, bench.engine.library());
        page.show();
        QSignalSpy experts(&bench.navigator, &Navigator::expertWanted);
        choose(page, u"/models/anime.safetensors"_s);
        QTest::keyClick(&page.list(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(experts.size(), 1);
        QTest::keyClick(&page.list(), Qt::Key_F2);
        auto* alias = child<QLineEdit>(page, "library_alias_edit");
        QTest::keyClicks(alias, u"toon"_s);
        QTest::keyClick(alias, Qt::Key_Return);
        QVERIFY(bench.engine.library().asked.contains(u"alias /models/anime.safetensors toon"_s));
        QCOMPARE(page.models().find(u"/models/anime.safetensors"_s)->alias, std::string("toon"));
    }

    void aScanInsertsWithoutLosingTheChoice() {
        Bench bench;
        LibraryPage page(bench.context, bench.engine.library());
        const QAbstractItemModelTester tester(&page.models());
        page.show();
        ScriptedLibraryClient& library = bench.engine.library();
        choose(page, u"/models/dream.safetensors"_s);
        Q_EMIT library.scanStarted();
        QVERIFY(child<QPushButton>(page, "library_scan_stop_button")->isVisible());
        LibraryModel changed = library.content.models[1];
        changed.facts.bytes = 7;
        Q_EMIT library.modelsFound({model("new", ModelRole::Vae, "", 5), changed});
        QCOMPARE(page.models().rowCount(), 5);
        QCOMPARE(page.models().find(u"/models/anime.safetensors"_s)->facts.bytes, 7);
        QCOMPARE(page.list().currentIndex().data(LibraryListModel::IdRole).toString(), u"/models/dream.safetensors"_s);
        QTest::mouseClick(child<QPushButton>(page, "library_scan_stop_button"), Qt::LeftButton);
        QVERIFY(library.asked.contains(u"stop scan"_s));
        Q_EMIT library.scanFinished({}, true);
        QVERIFY(!child<QPushButton>(page, "library_scan_stop_button")->isVisible());
    }

    void manyModelsComeAndGoInTheirOrder() {
        Bench bench;
        LibraryPage page(bench.context, bench.engine.library());
        const QAbstractItemModelTester tester(&page.models());
        page.show();
        ScriptedLibraryClient& library = bench.engine.library();
        Q_EMIT library.modelsGone({u"/models/dream.safetensors"_s, u"/models/anime.safetensors"_s,
                                   u"/models/glow.safetensors"_s, u"/models/old.safetensors"_s});
        // As a scan finds them: in no order.
        std::vector<LibraryModel> models;
        for (int i = 0; i < 60; ++i) {
            const std::string name = "m" + std::to_string(10 + i * 7 % 60);
            models.push_back(model(name.c_str(), ModelRole::Lora, "SDXL", i));
        }
        Q_EMIT library.modelsFound({models.begin(), models.begin() + 30});
        Q_EMIT library.modelsFound({models.begin() + 30, models.end()});
        const auto shown = [&page] {
            QStringList names;
            for (int row = 0; row < page.list().model()->rowCount(); ++row)
                names << page.list().model()->index(row, 0).data().toString();
            return names;
        };
        QStringList expected;
        for (int number = 10; number < 70; ++number) expected << u"m%1"_s.arg(number);
        QCOMPARE(shown(), expected);
        choose(page, u"/models/m45.safetensors"_s);
        // Neighbours, single ones, one that is not there.
        QStringList gone{u"/models/none.safetensors"_s};
        for (const int number : {10, 11, 12, 13, 20, 31, 44, 46, 47, 69}) {
            gone << u"/models/m%1.safetensors"_s.arg(number);
            expected.removeOne(u"m%1"_s.arg(number));
        }
        Q_EMIT library.modelsGone(gone);
        QCOMPARE(shown(), expected);
        for (const QString& name : expected)
            QCOMPARE(page.models().indexOf(u"/models/%1.safetensors"_s.arg(name)).data().toString(), name);
        QCOMPARE(page.list().currentIndex().data().toString(), u"m45"_s);
        QVERIFY(child<QLineEdit>(page, "library_alias_edit")->isVisible());
        Q_EMIT library.modelsGone({u"/models/m45.safetensors"_s});
        QVERIFY(page.list().selectionModel()->selectedIndexes().isEmpty());
        QVERIFY(!child<QLineEdit>(page, "library_alias_edit")->isVisible());
    }

    void deletingAsksAndUsesTheTrash() {
        Bench bench;
        LibraryPage page(bench.context, bench.engine.library());
        page.show();
        choose(page, u"/models/anime.safetensors"_s);
        QTest::mouseClick(child<QPushButton>(page, "library_delete_button"), Qt::LeftButton);
        auto* trash = child<QPushButton>(page, "delete_dialog_ok_button");
        QVERIFY(trash);
        QVERIFY(!bench.engine.library().asked.contains(u"trash /models/anime.safetensors"_s));
        QTest::mouseClick(trash, Qt::LeftButton);
        QVERIFY(bench.engine.library().asked.contains(u"trash /models/anime.safetensors"_s));
        QCOMPARE(page.models().rowCount(), 3);
    }

    void filesOfOtherProgramsAreNotDeleted() {
        Bench bench;
        bench.engine.library().content.roots.front().isForeign = true;
        LibraryPage page(bench.context, bench.engine.library());
        page.show();
        choose(page, u"/models/anime.safetensors"_s);
        QVERIFY(!child<QPushButton>(page, "library_delete_button")->isEnabled());
        QTest::keyClick(&page.list(), Qt::Key_Delete);
        QVERIFY(!child<QPushButton>(page, "delete_dialog_ok_button"));
    }

    void dragsCarryModelsAndFiles() {
        Bench bench;
        LibraryPage page(bench.context, bench.engine.library());
        page.show();
        const std::unique_ptr<QMimeData> data(
            page.models().mimeData({page.models().indexOf(u"/models/dream.safetensors"_s)}));
        QCOMPARE(readModels(*data).front().architecture, u"SDXL"_s);
        QCOMPARE(data->urls().front().toLocalFile(), u"/models/dream.safetensors"_s);
    }

    void copiesAreKnownByDigest() {
        Bench bench;
        LibraryPage page(bench.context, bench.engine.library());
        page.show();
        page.models().setSha256(u"/models/dream.safetensors"_s, u"aa"_s);
        page.models().setSha256(u"/models/anime.safetensors"_s, u"aa"_s);
        QCOMPARE(page.models().find(u"/models/dream.safetensors"_s)->copies, 2);
        QCOMPARE(page.models().find(u"/models/glow.safetensors"_s)->copies, 1);
    }

    void theBackgroundIsSeenAndSearchedFor() {
        Bench bench;
        LibraryPage page(bench.context, bench.engine.library());
        page.show();
        ScriptedLibraryClient& library = bench.engine.library();
        const auto says = [&] {
            for (const QLabel* label : page.findChildren<QLabel*>())
                if (label->isVisible() && label->text().startsWith(u"Checking hashes"_s)) return label->text();
            return QString();
        };
        QVERIFY(says().isEmpty());
        Q_EMIT library.identifying(2);
        QVERIFY(says().contains(u"2"_s));
        const QString sha256(64, u'd');
        for (const char* name : {"dream", "anime"})
            Q_EMIT library.hashed(u"/models/%1.safetensors"_s.arg(QLatin1StringView(name)), sha256, u"abcdef012345"_s);
        Q_EMIT library.identifying(0);
        QVERIFY(says().isEmpty());
        QCOMPARE(page.models().find(u"/models/dream.safetensors"_s)->copies, 2);
        auto* find = child<QLineEdit>(page, "library_find_edit");
        for (const QString& words : {u"dddddddd"_s, u"abcdef01"_s}) {
            find->setText(words);
            QCOMPARE(page.list().model()->rowCount(), 2);
        }
    }

    void aSavedMixtureCanBePublished() {
        Bench bench;
        LibraryModel mixture = model("meadow", ModelRole::Mixture, "SDXL", 8'000'000'000);
        mixture.isFolder = true;
        bench.engine.library().content.models.push_back(mixture);
        LibraryPage page(bench.context, bench.engine.library());
        page.show();
        QSignalSpy wanted(&bench.navigator, &Navigator::publishWanted);
        choose(page, u"/models/dream.safetensors"_s);
        auto* publish = child<QPushButton>(page, "library_publish_button");
        QVERIFY(!publish->isVisible());
        choose(page, pathText(mixture.facts.path));
        QVERIFY(publish->isVisible());
        publish->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), pathText(mixture.facts.path));
    }
};

QTEST_MAIN(LibraryPageTest)
#include "library_page_test.moc"
