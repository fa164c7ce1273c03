// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/hub_view.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QtTest/QtTest>

#include "tests/ui/library/hub_bench.h"
#include "ui/bridge/qt_convert.h"
#include "ui/library/hub_detail.h"
#include "ui/library/hub_filter_bar.h"
#include "ui/library/hub_link_bar.h"
#include "ui/widgets/mime_kinds.h"

using namespace segmoe;
using namespace segmoe::ui;
using Bench = segmoe::ui::test::HubBench;
using namespace Qt::StringLiterals;

namespace {

HubTrouble trouble(ErrorCode code, int wait = 0) { return {{code, "No.", "GET …"}, wait}; }

}  // namespace

class HubViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theModelKeepsItsPromises() {
        ScriptedHubClient hub;
        sample::fillHubs(hub);
        HubResultModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reset(hub.pages[HubSite::CivitAi].rows);
        model.append(hub.morePages["more"].rows);
        model.append(hub.morePages["more"].rows);  // twice the same: once in the list
        QCOMPARE(model.rowCount(), 7);
        QCOMPARE(model.hiddenCount(), 1);
        model.setOnlyUsable(false);
        QCOMPARE(model.rowCount(), 8);
        HubSituation situation;
        situation.downloads.insert(u"civitai:1"_s, 0.4);
        model.setSituation(situation);
        model.setPreview(u"https://image.civitai.com/1.png"_s, QImage(8, 8, QImage::Format_RGB32));
        model.setMaturePreviews(MaturePreviews::Blurred);
        model.reset({});
        QCOMPARE(model.rowCount(), 0);
    }

    void theFirstLookAsksByItself() {
        Bench bench;
        QCOMPARE(bench.hub().searches.size(), std::size_t{1});
        const HubSearch& asked = bench.hub().searches.front();
        QCOMPARE(asked.site, HubSite::CivitAi);
        QCOMPARE(asked.kind, HubKind::Checkpoint);
        QVERIFY(!asked.withMature);
        QCOMPARE(bench.model().rowCount(), 6);
        bench.view->showSite(HubSite::HuggingFace);
        QCoreApplication::processEvents();
        QCOMPARE(bench.hub().searches.size(), std::size_t{2});
        bench.view->showSite(HubSite::CivitAi);
        QCoreApplication::processEvents();
        QCOMPARE(bench.hub().searches.size(), std::size_t{2});  // the answers are still there
    }

    void badgesDecideBeforeAnyClick() {
        Bench bench;
        bench.child<QCheckBox>("civitai_usable_check")->setChecked(false);
        QCOMPARE(bench.badge("Inkline"), u"Get"_s);
        QCOMPARE(bench.badge("Woodcut"), u"Installed"_s);
        QCOMPARE(bench.badge("Comic"), u"Remind me"_s);
        QCOMPARE(bench.badge("Old Ink"), u"Pickle only"_s);
        QCOMPARE(bench.badge("A very"), u"Update"_s);
        QCOMPARE(bench.badge("Panorama"), u"Too large"_s);
        bench.navigator.setMixArchitecture(u"sdxl"_s);
        for (int row = 0; row < bench.model().rowCount(); ++row)
            if (bench.model().row(row).name == "Etcher")
                QCOMPARE(bench.model().index(row).data(HubResultModel::ReasonRole).toString(),
                         u"does not fit this mix"_s);
        bench.view->showSite(HubSite::HuggingFace);
        QCoreApplication::processEvents();
        QCOMPARE(bench.badge("portrait"), u"Log in"_s);
        // a file of the library with the same content
        LibraryModel known;
        known.facts.path = "/models/ink.safetensors";
        known.sha256 = std::string(64, 'd');
        HubRow row = sample::hubRow("Same", "v1", 90, 1.0);
        row.sha256 = known.sha256;
        Q_EMIT bench.engine.library().modelsFound({known});
        QCOMPARE(placeOf(row, bench.model().situation()), u"/models/ink.safetensors"_s);
    }

    void typingAsksOnceAfterAWhile() {
        Bench bench;
        const std::size_t before = bench.hub().searches.size();
        QTest::keyClicks(bench.child<QLineEdit>("civitai_search_edit"), u"ink drawing"_s);
        QCOMPARE(bench.hub().searches.size(), before);
        QTRY_COMPARE(bench.hub().searches.size(), before + 1);
        QCOMPARE(bench.hub().searches.back().text, std::string("ink drawing"));
        auto* type = bench.child<QComboBox>("civitai_type_combo");
        type->setCurrentIndex(1);
        Q_EMIT type->activated(1);
        QCOMPARE(bench.hub().searches.back().kind, HubKind::Lora);
        bench.child<QCheckBox>("civitai_commercial_check")->click();
        QVERIFY(bench.hub().searches.back().onlyCommercial);
        QTest::keyClick(bench.child<QLineEdit>("civitai_search_edit"), Qt::Key_Return);
        QCOMPARE(bench.hub().searches.size(), before + 4);
    }

    void fitsTheMix() {
        Bench bench;
        auto* base = bench.child<QComboBox>("civitai_base_combo");
        QCOMPARE(base->findData(u"mix"_s), -1);
        bench.navigator.setMixArchitecture(u"sd1"_s);
        base->setCurrentIndex(base->findData(u"mix"_s));
        Q_EMIT base->activated(base->currentIndex());
        QCOMPARE(bench.hub().searches.back().architecture, std::string("sd1"));
        bench.navigator.setMixArchitecture(u"sdxl"_s);
        QCOMPARE(bench.hub().searches.back().architecture, std::string("sdxl"));
    }

    void lateAnswersAreDropped() {
        Bench bench(HubSite::CivitAi, false);
        const HubQuestion first = bench.hub().lastQuestion();
        bench.results().ask();
        HubPage page;
        page.rows = {sample::hubRow("Late", "v1", 1, 1.0)};
        Q_EMIT bench.hub().found(first, page);
        QCOMPARE(bench.model().rowCount(), 0);
        page.rows.front().name = "Right";
        Q_EMIT bench.hub().found(bench.hub().lastQuestion(), page);
        QCOMPARE(bench.model().index(0).data().toString(), u"Right v1"_s);
    }

    void moreIsLoaded() {
        Bench bench;
        QTest::mouseClick(bench.child<QPushButton>("civitai_more_button"), Qt::LeftButton);
        QCoreApplication::processEvents();
        QCOMPARE(bench.hub().searches.back().next, std::string("more"));
        QCOMPARE(bench.model().rowCount(), 7);
        QVERIFY(!bench.child<QPushButton>("civitai_more_button")->isVisible());
    }

    void troubles_data() {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("button");
        QTest::newRow("no network") << ErrorCode::Unreachable << u"civitai_retry_button"_s;
        QTest::newRow("no copy") << ErrorCode::OfflineMissing << u"civitai_offline_retry_button"_s;
        QTest::newRow("wait") << ErrorCode::RateLimited << u"civitai_wait_retry_button"_s;
        QTest::newRow("unreadable") << ErrorCode::BadServerReply << u"civitai_retry_button"_s;
    }
    void troubles() {
        QFETCH(ErrorCode, code);
        QFETCH(QString, button);
        Bench bench;
        bench.hub().trouble = trouble(code, 30);
        bench.results().ask();
        QCoreApplication::processEvents();
        auto* retry = bench.view->findChild<QPushButton*>(button);
        QVERIFY(retry && retry->isVisible());
        bench.hub().trouble.reset();
        QTest::mouseClick(retry, Qt::LeftButton);
        QCoreApplication::processEvents();
        QCOMPARE(bench.model().rowCount(), 6);
    }

    void waitingEndsByItself() {
        Bench bench;
        bench.hub().trouble = trouble(ErrorCode::RateLimited, 2);
        bench.results().ask();
        QCoreApplication::processEvents();
        QVERIFY(bench.model().rowCount() == 0);
        bench.hub().trouble.reset();
        QTRY_COMPARE_WITH_TIMEOUT(bench.model().rowCount(), 6, 30'000);
    }

    void offlineCopiesSayTheirTime() {
        Bench bench;
        bench.hub().pages[HubSite::CivitAi].copiedAt = 1'700'000'000;
        bench.settings.set(keys::kOffline, true);
        QVERIFY(bench.hub().isOffline);
        QCoreApplication::processEvents();
        QVERIFY(bench.child<QLabel>("civitai_copy_label")->isVisible());
        QVERIFY(bench.child<QLabel>("civitai_copy_label")->text().contains(u"2023"_s));
        bench.hub().trouble = trouble(ErrorCode::OfflineMissing);
        bench.results().ask();
        QCoreApplication::processEvents();
        QTest::mouseClick(bench.child<QPushButton>("civitai_online_button"), Qt::LeftButton);
        QVERIFY(!bench.settings.get(keys::kOffline));
        QVERIFY(!bench.hub().isOffline);
    }

    void detailsAndGet() {
        Bench bench;
        bench.choose(0);
        QCOMPARE(bench.hub().descriptions, QStringList{u"civitai:1"_s});
        QCOMPARE(bench.child<QComboBox>("hub_version_combo")->count(), 2);
        QVERIFY(bench.child<QRadioButton>("hub_file_0_radio")->isChecked());
        QVERIFY(!bench.child<QRadioButton>("hub_file_2_radio")->isEnabled());
        auto* get = bench.child<QPushButton>("hub_get_button");
        QCOMPARE(get->text(), u"Get 6.94 GB"_s);
        bench.child<QRadioButton>("hub_file_1_radio")->click();
        QCOMPARE(get->text(), u"Get 13.9 GB"_s);
        QTest::mouseClick(get, Qt::LeftButton);
        QCOMPARE(bench.engine.downloads().asked, QStringList{u"get civitai:1?file=12"_s});
    }

    void aVariantOfAFolder() {
        Bench bench(HubSite::HuggingFace);
        bench.choose(0);
        bench.child<QRadioButton>("hub_file_1_radio")->click();
        QTest::mouseClick(bench.child<QPushButton>("hub_get_button"), Qt::LeftButton);
        QVERIFY(bench.engine.downloads().asked.constLast().startsWith(u"get ada-models/dreamscape-xl"_s));
    }

    void getAndAddAsExpert() {
        Bench bench;
        QSignalSpy expert(&bench.navigator, &Navigator::expertWanted);
        bench.choose(0);
        QTest::mouseClick(bench.child<QPushButton>("hub_get_add_button"), Qt::LeftButton);
        QVERIFY(expert.isEmpty());
        DownloadRow row = bench.engine.downloads().rows().front();
        row.state = DownloadRow::State::Running;
        row.totalBytes = 100;
        row.doneBytes = 40;
        bench.engine.downloads().setRow(row);
        QCOMPARE(bench.badge("Inkline"), u"Downloading 40 %"_s);
        row.state = DownloadRow::State::Done;
        row.place = u"/models/inkline.safetensors"_s;
        bench.engine.downloads().setRow(row);
        QCOMPARE(bench.badge("Inkline"), u"Installed"_s);
        QCOMPARE(expert.size(), 1);
        QCOMPARE(expert[0][0].toString(), u"civitai:1?file=11"_s);
    }

    void theButtonOfACard() {
        Bench bench;
        bench.clickButton(0);
        QCOMPARE(bench.engine.downloads().asked, QStringList{u"get civitai:1"_s});
        QSignalSpy detail(&bench.navigator, &Navigator::modelDetailWanted);
        bench.clickButton(1);
        QCOMPARE(detail.size(), 1);
        bench.choose(0);
        QTest::keyClick(&bench.results().list(), Qt::Key_Return);  // is under way already: shown there
        QCOMPARE(bench.engine.downloads().asked.size(), 1);
    }

    void linksOpenTheirDetails() {
        Bench bench(HubSite::HuggingFace);
        QSignalSpy site(bench.view.get(), &HubView::siteWanted);
        bench.hub().details[u"urn:air:sdxl:checkpoint:civitai:1001@1"_s] = bench.hub().details[u"civitai:1"_s];
        bench.view->open(u"urn:air:sdxl:checkpoint:civitai:1001@1"_s);
        QCoreApplication::processEvents();
        QCOMPARE(site.size(), 1);
        QCOMPARE(site[0][0].value<HubSite>(), HubSite::CivitAi);
        QVERIFY(bench.child<QPushButton>("hub_get_button")->isVisible());
        bench.hub().trouble = trouble(ErrorCode::RepoNotFound);
        bench.view->open(u"ada/none"_s);
        QCoreApplication::processEvents();
        QVERIFY(bench.child<QPushButton>("hub_detail_retry_button")->isVisible());
    }

    void whatLooksLikeALink_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("looks");
        for (const char* text : {"ada/dream", "ada/dream@v2", "ada/dream:unet", "https://huggingface.co/ada/dream",
                                 "https://civitai.com/models/4?modelVersionId=5", "urn:air:sdxl:lora:civitai:1@2",
                                 "civitai:5", " hf:ada/dream "})
            QTest::newRow(text) << QString::fromLatin1(text) << true;
        for (const char* text : {"", "dream", "/data/ada", "./a/b", "a/b/c", "C:\\a/b", "https://example.org/a/b",
                                 "two words/x", "a/b\nc/d"})
            QTest::newRow(text) << QString::fromLatin1(text) << false;
    }
    void whatLooksLikeALink() {
        QFETCH(QString, text);
        QFETCH(bool, looks);
        QCOMPARE(looksLikeHubText(text), looks);
    }

    void picturesForWhatIsSeen() {
        Bench bench;
        QTRY_VERIFY(!bench.hub().wantedPictures.isEmpty());
        // the mature one is not even asked for
        QVERIFY(!bench.hub().wantedPictures.contains(u"https://image.civitai.com/6.png"_s));
        QTRY_VERIFY(!bench.model().index(0).data(HubResultModel::PreviewRole).value<QImage>().isNull());
        auto* mature = bench.child<QComboBox>("civitai_mature_combo");
        mature->setCurrentIndex(1);
        Q_EMIT mature->activated(1);
        QCOMPARE(bench.settings.choice(keys::kMaturePreviews), 1);
        QVERIFY(bench.hub().searches.back().withMature);
        mature->setCurrentIndex(2);
        Q_EMIT mature->activated(2);
        auto* consent = bench.view->findChild<QMessageBox*>(u"consent_dialog"_s);
        QVERIFY(consent);
        QTest::mouseClick(consent->findChild<QPushButton*>(u"consent_dialog_cancel_button"_s), Qt::LeftButton);
        QCOMPARE(bench.settings.choice(keys::kMaturePreviews), 1);
        QCOMPARE(mature->currentIndex(), 1);
    }

    void aDragNamesTheModel() {
        Bench bench;
        const std::unique_ptr<QMimeData> data(bench.model().mimeData({bench.model().index(0), bench.model().index(1)}));
        const QList<DraggedModel> models = readModels(*data);
        QCOMPARE(models.size(), 2);
        QCOMPARE(models[0].ref, u"civitai:1"_s);
        QCOMPARE(models[0].architecture, u"SDXL"_s);
        QCOMPARE(models[1].ref, u"civitai:2"_s);
        LibraryModel known;
        known.facts.path = "/models/ink.safetensors";
        known.sha256 = std::string(64, 'd');
        HubRow same = sample::hubRow("Same", "v1", 90, 1.0);
        same.sha256 = known.sha256;
        bench.model().append({same});
        Q_EMIT bench.engine.library().modelsFound({known});
        const QModelIndex last = bench.model().indexOf(u"civitai:90"_s);
        const std::unique_ptr<QMimeData> mine(bench.model().mimeData({last}));
        QCOMPARE(readModels(*mine)[0].ref, u"/models/ink.safetensors"_s);  // the very same file
    }

    void offersOfReferences() {
        QCOMPARE(offerOf(u"civitai:5?file=7"_s), u"civitai:5"_s);
        QCOMPARE(offerOf(u"civitai:4@5"_s), u"civitai:5"_s);
        QCOMPARE(offerOf(u"ada/dream@main"_s), u"ada/dream"_s);
        QCOMPARE(offerOf(u"hf://ada/dream@main/x/y.safetensors"_s), u"ada/dream"_s);
        QCOMPARE(offerOf(u"ada/dream"_s), u"ada/dream"_s);
    }
};

QTEST_MAIN(HubViewTest)
#include "hub_view_test.moc"
