// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// From a search to a model on this disk, on the real engine and hubs on this machine: found, looked at, fetched, shown
// under My models; then the other hub by a link; then the same search with the network switched off.
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include <filesystem>

#include "tests/support/standin/folder_files.h"
#include "tests/support/standin/standin.h"
#include "tests/ui/support/studio_bench.h"
#include "ui/bridge/download_client.h"
#include "ui/library/hub_results.h"
#include "ui/library/hub_view.h"
#include "ui/library/library_frame.h"
#include "ui/library/library_model.h"
#include "ui/library/library_page.h"
#include "ui/shell/action_table.h"
#include "ui/shell/page_stack.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using test::StudioBench;

namespace {

namespace fs = std::filesystem;

constexpr int kLimit = StudioBench::kLimit;

std::map<std::string, std::string> filesOf(const char* model) {
    return standin::filesOf(fs::path(SEGMOE_SOURCE_DIR) / "tests/golden/data/models" / model);
}

}  // namespace

class HubJourneyTest : public QObject {
    Q_OBJECT

    standin::Standin m_hub;
    QTemporaryDir m_home;
    std::unique_ptr<StudioBench> m_bench;

    template <class T = QWidget>
    T* find(const char* name) {
        return m_bench->find<T>(name);
    }
    LibraryFrame& library() { return *static_cast<LibraryFrame*>(m_bench->window->pages().page(PageId::Library)); }
    HubResults& results() { return library().hubs().results(HubSite::HuggingFace); }
    QString badge() { return results().model().index(0).data(HubResultModel::ButtonRole).toString(); }

private Q_SLOTS:
    void initTestCase() {
        for (const char* name : {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE",
                                 "HF_TOKEN_PATH", "HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "CIVITAI_API_TOKEN",
                                 "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
        qputenv("HF_ENDPOINT", m_hub.url("hub").c_str());
        qputenv("SEGMOE_CIVITAI_ENDPOINT", m_hub.url("civitai").c_str());
        qputenv("HF_HOME", m_home.filePath(u"hf"_s).toUtf8());
        qputenv("SEGMOE_HOME", m_home.filePath(u"home"_s).toUtf8());
        m_hub.addRepo("ada/base", filesOf("sd1"));
        auto castles = filesOf("sd1_expert1");
        castles["README.md"] = "---\nlicense: mit\n---\n# Castles\nStone and **ivy**.";
        m_hub.addRepo("ada/castles", castles);
        standin::CivitaiVersion ink;
        ink.id = 5;
        ink.modelId = 4;
        ink.name = "v1";
        ink.modelName = "Inkline";
        ink.files = {{51, "ink.safetensors", std::make_shared<const std::string>(2048, 'i'), "SafeTensor", true}};
        m_hub.addVersion(ink);
        m_bench = std::make_unique<StudioBench>();
        QVERIFY2(m_bench->start(), "the engine module cannot be loaded");
    }
    void cleanupTestCase() { m_bench.reset(); }

    void aSearchFindsAndTells() {
        m_bench->window->showPage(PageId::Library);
        library().showTab(LibraryFrame::Tab::HuggingFace);
        QTRY_COMPARE_WITH_TIMEOUT(results().model().rowCount(), 2, kLimit);
        QTest::keyClicks(find<QLineEdit>("hf_search_edit"), u"castles"_s);
        QTRY_COMPARE_WITH_TIMEOUT(results().model().rowCount(), 1, kLimit);
        QCOMPARE(badge(), u"Get"_s);
        results().list().setCurrentIndex(results().model().index(0));
        auto* get = find<QPushButton>("hub_get_button");
        QTRY_VERIFY_WITH_TIMEOUT(get->isVisible() && get->isEnabled(), kLimit);
        QVERIFY(get->text().startsWith(u"Get "_s));  // with its size
        QCOMPARE(find<QLabel>("hub_description_label")->text(), u"Castles\nStone and ivy."_s);
        QCOMPARE(find<QLabel>("hf_source_label")->text(), u"Source: 127.0.0.1"_s);  // who was asked
        QVERIFY(find<QLabel>("hub_folder_label")->text().startsWith(u"Goes to "_s));
    }

    void getBringsItToMyModels() {
        auto* get = find<QPushButton>("hub_get_button");
        QTest::mouseClick(get, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(badge(), u"Installed"_s, kLimit);
        const QString place = m_bench->client->downloads().rows().front().place;
        QVERIFY2(QFileInfo::exists(place + u"/model_index.json"_s), qPrintable(place));
        QTRY_COMPARE_WITH_TIMEOUT(get->text(), u"Show in My models"_s, kLimit);
        QVERIFY(find<QLabel>("hub_folder_label")->text().startsWith(u"Lies in "_s));
        QTest::mouseClick(get, Qt::LeftButton);
        QCOMPARE(library().currentTab(), LibraryFrame::Tab::MyModels);
        QTRY_VERIFY_WITH_TIMEOUT(library().models().models().find(place), kLimit);
    }

    void aLinkLeadsToTheOtherHub() {
        m_bench->window->actionTable().action(ActionId::LibraryPasteLink)->trigger();
        auto* edit = find<QLineEdit>("hub_link_edit");
        edit->setText(u"urn:air:sd1:checkpoint:civitai:4@5"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(library().currentTab(), LibraryFrame::Tab::CivitAi, kLimit);
        QCOMPARE(find<QComboBox>("hub_version_combo")->currentText(), u"v1 · SD 1.5"_s);
        QVERIFY(find<QRadioButton>("hub_file_0_radio")->isChecked());
    }

    void withoutTheNetworkCopiesAnswer() {
        library().showTab(LibraryFrame::Tab::HuggingFace);
        m_hub.clearLog();
        m_bench->settings->set(keys::kOffline, true);
        QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("hf_copy_label")->isVisible(), kLimit);
        QCOMPARE(results().model().rowCount(), 1);
        QVERIFY(m_hub.log("hub").empty());
        find<QLineEdit>("hf_search_edit")->setText(u"never asked"_s);
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("hf_online_button")->isVisible(), kLimit);
        QVERIFY(m_hub.log("hub").empty());
    }
};

QTEST_MAIN(HubJourneyTest)
#include "hub_journey_test.moc"
