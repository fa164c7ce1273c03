// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// A model comes from a hub into the mix, on the real engine and a hub on this machine: its link is pasted on the Mix
// page, the download is paused and resumed in the Library, and what arrives becomes an expert that renders.
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include <filesystem>

#include "tests/support/standin/folder_files.h"
#include "tests/support/standin/standin.h"
#include "tests/ui/support/studio_bench.h"
#include "ui/bridge/download_client.h"
#include "ui/bridge/qt_convert.h"
#include "ui/library/download_model.h"
#include "ui/library/downloads_view.h"
#include "ui/library/library_frame.h"
#include "ui/mix/card_list.h"
#include "ui/mix/mix_page.h"
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

class DownloadJourneyTest : public QObject {
    Q_OBJECT

    standin::Standin m_hub;
    QTemporaryDir m_home;
    std::unique_ptr<StudioBench> m_bench;

    template <class T = QWidget>
    T* find(const char* name) {
        return m_bench->find<T>(name);
    }
    MixPage& mix() { return *static_cast<MixPage*>(m_bench->window->pages().page(PageId::Mix)); }
    LibraryFrame& library() { return *static_cast<LibraryFrame*>(m_bench->window->pages().page(PageId::Library)); }
    DownloadClient& downloads() { return m_bench->client->downloads(); }
    std::optional<DownloadRow::State> state(const char* reference) {
        const auto row = downloads().rowOf(QLatin1StringView(reference));
        return row ? std::optional(row->state) : std::nullopt;
    }
    void paste(const QString& text) {
        QApplication::clipboard()->setText(text);
        m_bench->window->actionTable().action(ActionId::EditPaste)->trigger();
    }

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
        qputenv("HF_HUB_DOWNLOAD_TIMEOUT", "900");  // what stalls stays stalled while a busy machine looks
        m_hub.addRepo("ada/base", filesOf("sd1"));
        m_hub.addRepo("ada/castles", filesOf("sd1_expert1"));
        standin::CivitaiVersion style;
        style.id = 8;
        style.modelId = 7;
        style.type = "LORA";
        style.modelName = "Style";
        const auto adapters = standin::filesOf(fs::path(SEGMOE_SOURCE_DIR) / "tests/golden/data/adapters");
        style.files = {{80, "style.safetensors",
                        std::make_shared<const std::string>(adapters.at("peft_config.safetensors")), "SafeTensor",
                        true}};
        m_hub.addVersion(style);
        m_bench = std::make_unique<StudioBench>();
        QVERIFY2(m_bench->start(), "the engine module cannot be loaded");
    }
    void cleanupTestCase() { m_bench.reset(); }

    void aPastedLinkIsFetched() {
        m_bench->window->showPage(PageId::Mix);
        mix().newMix();
        // Bytes stop in the middle, so that there is something to pause.
        m_hub.fail(
            {"storage", "", "", 0, -1, [](const standin::Request&, standin::Answer& answer) { answer.stallAt = 200; }});
        mix().cards().setFocus();
        find<QPushButton>("mix_add_tile")->setFocus();
        paste(QString::fromStdString(m_hub.url("hub")) + u"/ada/castles"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->window->findChild<QWidget*>(u"mix_arrival_0"_s), kLimit);
        QTRY_COMPARE_WITH_TIMEOUT(state("ada/castles"), DownloadRow::State::Running, kLimit);
        QTRY_VERIFY_WITH_TIMEOUT(find<QToolButton>("status_jobs_button")->text().startsWith(u"Jobs: 1 download"_s),
                                 kLimit);
        QCOMPARE(mix().document().cardCount(), 0);
    }

    void itIsPausedAndResumedInTheLibrary() {
        find<QPushButton>("mix_arrival_0_show_button")->click();
        QCOMPARE(m_bench->window->pages().current(), PageId::Library);
        QCOMPARE(library().currentTab(), LibraryFrame::Tab::Downloads);
        DownloadsView& view = library().downloads();
        QTRY_COMPARE_WITH_TIMEOUT(view.model().rowCount(), 1, kLimit);
        view.list().setCurrentIndex(view.model().index(0));
        QTest::keyClick(&view.list(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(state("ada/castles"), DownloadRow::State::Paused, kLimit);
        m_hub.clearFaults();
        QTest::keyClick(&view.list(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(state("ada/castles"), DownloadRow::State::Done, kLimit);
        const QString place = downloads().rowOf(u"ada/castles"_s)->place;
        QVERIFY2(QFileInfo::exists(place + u"/model_index.json"_s), qPrintable(place));
    }

    void itHasBecomeAnExpert() {
        m_bench->window->showPage(PageId::Mix);
        QTRY_COMPARE_WITH_TIMEOUT(mix().document().cardCount(), 1, kLimit);
        QCOMPARE(toText(mix().document().card(0).spec.source), u"ada/castles"_s);
        QTRY_COMPARE_WITH_TIMEOUT(mix().catalog().info(u"ada/castles"_s).state, SourceInfo::State::Ok, kLimit);
        QVERIFY(!m_bench->window->findChild<QWidget*>(u"mix_arrival_0"_s));
    }

    /// A recipe that names models of a hub gets what is missing, and then nothing is.
    void aRecipeGetsWhatIsMissing() {
        const QString page = u"https://civitai.com/models/7"_s;  // of a model: which version, the site decides
        MixRecipe recipe = mix().document().recipe();
        recipe.base = "ada/base";
        recipe.loras.emplace_back().source = page.toStdString();
        mix().document().importRecipe(recipe);
        QTRY_COMPARE_WITH_TIMEOUT(mix().missingReferences(), (QStringList{u"ada/base"_s, page}), kLimit);
        QTest::mouseClick(find<QPushButton>("mix_get_missing_button"), Qt::LeftButton);
        auto* get = find<QPushButton>("get_missing_ok_button");
        QVERIFY(get);
        QTRY_VERIFY_WITH_TIMEOUT(get->text() != u"Get all"_s, kLimit);  // the hub has told the size
        get->click();
        QTRY_VERIFY_WITH_TIMEOUT(mix().missingReferences().isEmpty(), kLimit);
        QTRY_COMPARE_WITH_TIMEOUT(mix().catalog().info(u"ada/base"_s).state, SourceInfo::State::Ok, kLimit);
        QTRY_COMPARE_WITH_TIMEOUT(mix().catalog().info(page).state, SourceInfo::State::Ok, kLimit);
        for (const Check& check : mix().checks()) QVERIFY2(check.id != u"C3"_s, qPrintable(check.sentence));
    }

    /// What is in the list stays in the list.
    void theListIsThereAfterARestart() {
        const QString profile = m_bench->settings->dataFolder();
        QVERIFY(QFileInfo::exists(profile + u"/downloads.json"_s));
        QFile list(profile + u"/downloads.json"_s);
        QVERIFY(list.open(QIODevice::ReadOnly));
        const QByteArray text = list.readAll();
        QVERIFY(text.contains("ada/castles") && text.contains("ada/base"));
    }
};

QTEST_MAIN(DownloadJourneyTest)
#include "download_journey_test.moc"
