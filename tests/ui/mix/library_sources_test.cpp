// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// The library's models in the source list of the Mix page, and a missing file found again by its digest.
#include "ui/mix/library_sources.h"

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/ui/mix/mix_bench.h"
#include "ui/bridge/scripted_library_client.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using test::MixBench;

namespace {

/// A Mix page beside a library with models of its own; nothing is looked up that nobody needs.
class LibraryBench : public MixBench {
public:
    LibraryBench() : sources(library, page->catalog()) {
        QObject::connect(&sources, &LibrarySources::changed, page.get(),
                         [this] { page->setSources(sources.sources()); });
        page->setTwinFinder([this](const QString& missing) { return sources.twinOf(missing); });
        QObject::connect(&client, &MixClient::found, page.get(), [this](const QString& source) { looked << source; });
    }
    LibraryModel& own(const QString& file, const char* like, const char* sha256 = "") {
        LibraryModel model;
        model.facts = client.sources.at(path(like)).facts;
        model.facts.path = file.toStdString();
        model.facts.name = file.section(u'/', -1).section(u'.', 0, 0).toStdString();
        model.sha256 = sha256;
        library.content.models.push_back(model);
        SourceAnswer answer;
        answer.facts = model.facts;
        client.sources[file] = answer;
        return library.content.models.back();
    }
    QStringList shown() const {
        QStringList titles;
        const QAbstractItemModel* model = find<QListView>("mix_source_list")->model();
        for (int row = 0; row < model->rowCount(); ++row) titles << model->index(row, 0).data().toString();
        return titles;
    }

    ScriptedLibraryClient library;
    LibrarySources sources;
    QStringList looked;
};

}  // namespace

class LibrarySourcesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theListShowsTheLibrary() {
        LibraryBench bench;
        bench.own(u"/lib/zinc.safetensors"_s, "dream");
        LibraryModel& second = bench.own(u"/lib/aqua.safetensors"_s, "ink");
        second.alias = "Water";
        second.tags = {"wet", "blue"};
        bench.own(u"/lib/lost.safetensors"_s, "photo").isMissing = true;
        bench.own(u"/lib/part.safetensors"_s, "vae");
        bench.own(u"/lib/shine.safetensors"_s, "glow");
        bench.library.load({});
        QCOMPARE(bench.shown(), (QStringList{u"shine"_s, u"Water"_s, u"zinc"_s}));
        bench.settle();
        QVERIFY2(bench.looked.isEmpty(), qPrintable(bench.looked.join(u' ')));  // no header was opened for the list
        // Found by a tag and a part of the name, in any order.
        auto* find = bench.find<QLineEdit>("mix_source_filter_edit");
        find->setText(u"BLUE aqua"_s);
        QCOMPARE(bench.shown(), QStringList{u"Water"_s});
        find->clear();
        // A double click adds it; now its header is read.
        bench.document().setBase(MixBench::path("base"));
        bench.settle();
        auto* list = bench.find<QListView>("mix_source_list");
        const QModelIndex row = list->model()->index(1, 0);
        const QPoint centre = list->visualRect(row).center();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, centre);
        QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, centre);
        bench.settle();
        QCOMPARE(bench.document().cardCount(), 1);
        QCOMPARE(bench.document().card(0).spec.source, std::string("/lib/aqua.safetensors"));
        QVERIFY(bench.looked.contains(u"/lib/aqua.safetensors"_s));
    }

    void aDragCarriesTheModelAsItIs() {
        LibraryBench bench;
        bench.own(u"/lib/zinc.safetensors"_s, "dream");
        bench.library.load({});
        bench.document().setBase(MixBench::path("base"));
        bench.settle();
        const QAbstractItemModel* model = bench.find<QListView>("mix_source_list")->model();
        const std::unique_ptr<QMimeData> data(model->mimeData({model->index(0, 0)}));
        QVERIFY(bench.drop(bench.centre("mix_add_tile"), *data));
        QCOMPARE(bench.document().card(0).spec.source, std::string("/lib/zinc.safetensors"));
    }

    void aScanKeepsTheSelection() {
        LibraryBench bench;
        bench.own(u"/lib/zinc.safetensors"_s, "dream");
        bench.library.load({});
        auto* list = bench.find<QListView>("mix_source_list");
        list->setCurrentIndex(list->model()->index(0, 0));
        Q_EMIT bench.library.modelsFound({bench.own(u"/lib/aqua.safetensors"_s, "ink")});
        QTRY_COMPARE(bench.shown(), (QStringList{u"aqua"_s, u"zinc"_s}));
        QCOMPARE(list->selectionModel()->selectedIndexes().size(), 1);
        QCOMPARE(list->currentIndex().data().toString(), u"zinc"_s);
    }

    void whatTheIndexSaysIsOldUntilTheFileIsThere() {
        LibraryBench bench;
        bench.own(u"/lib/zinc.safetensors"_s, "dream");
        bench.library.load({});
        bench.client.sources.erase(u"/lib/zinc.safetensors"_s);
        bench.document().setBase(MixBench::path("base"));
        bench.document().addExpert(u"/lib/zinc.safetensors"_s);
        bench.settle();
        QVERIFY(bench.find<QWidget>("mix_check_C3"));
    }

    void twins_data() {
        QTest::addColumn<QString>("missing");
        QTest::addColumn<QString>("twin");
        QTest::newRow("equal digest, another name") << u"/lib/gone.safetensors"_s << u"/new/renamed.safetensors"_s;
        QTest::newRow("equal name, nothing known") << u"/never/seen/clay.safetensors"_s << u"/new/clay.safetensors"_s;
        QTest::newRow("equal name, another digest") << u"/lib/other.safetensors"_s << QString();
        QTest::newRow("no such model") << u"/lib/none.safetensors"_s << QString();
    }
    void twins() {
        QFETCH(QString, missing);
        LibraryBench bench;
        bench.own(u"/lib/gone.safetensors"_s, "dream", "aa").isMissing = true;
        bench.own(u"/lib/other.safetensors"_s, "dream", "bb").isMissing = true;
        bench.own(u"/new/renamed.safetensors"_s, "dream", "aa");
        bench.own(u"/new/clay.safetensors"_s, "clay");
        bench.own(u"/new/other.safetensors"_s, "ink", "cc");
        bench.library.load({});
        QTEST(bench.sources.twinOf(missing), "twin");
    }

    /// J16: the file was renamed; its digest tells.
    void j16_aMissingExpertIsFoundByItsDigest() {
        LibraryBench bench;
        bench.own(u"/lib/gone.safetensors"_s, "dream", "aa").isMissing = true;
        bench.own(u"/new/renamed.safetensors"_s, "dream", "aa");
        bench.library.load({});
        bench.client.sources.erase(u"/lib/gone.safetensors"_s);
        bench.fill();
        bench.document().replaceExpert(0, u"/lib/gone.safetensors"_s);
        bench.settle();
        const auto button = [&bench](const QString& text) -> QPushButton* {
            for (QPushButton* one : bench.find<QWidget>("mix_check_C3")->findChildren<QPushButton*>())
                if (one->text() == text) return one;
            return nullptr;
        };
        QPushButton* use = button(u"Use the one found"_s);
        QVERIFY(use);
        use->click();
        bench.settle();
        QVERIFY(!bench.page->findChild<QWidget*>(u"mix_check_C3"_s));
        QCOMPARE(bench.document().card(0).spec.source, std::string("/new/renamed.safetensors"));
        QCOMPARE(bench.find<QLineEdit>("mix_A_alias_edit")->text(), u"gone"_s);  // the name in charts stays
    }
};

QTEST_MAIN(LibrarySourcesTest)
#include "library_sources_test.moc"
