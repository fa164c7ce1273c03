// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/journeys/starter_stage.h"

#include "ui/bridge/library_client.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace segmoe::test {

bool StarterStage::start() {
    // Both hubs and every proxy are the stand-in: it hears the first word of any request.
    qputenv("HF_ENDPOINT", network.url("hub").c_str());
    qputenv("SEGMOE_CIVITAI_ENDPOINT", network.url("civitai").c_str());
    for (const char* proxy : {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
        qputenv(proxy, network.url("other").c_str());
    for (const char* name : {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HF_TOKEN_PATH", "HF_HUB_CACHE",
                             "HUGGINGFACE_HUB_CACHE", "HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "CIVITAI_API_TOKEN"})
        qunsetenv(name);
    qputenv("HF_HOME", home.filePath(u"hf"_s).toUtf8());
    qputenv("SEGMOE_HOME", home.filePath(u"home"_s).toUtf8());
    if (!bench.start()) return false;
    if (bench.facts.starterFolder.isEmpty()) qWarning("the engine does not find the starter mixture of this tree");
    return !bench.facts.starterFolder.isEmpty();
}

void StarterStage::addModels(const QString& folder) {
    LibraryClient& library = bench.client->library();
    library.addRoot(folder, false);
    library.scan({});
}

void StarterStage::goTo(const char* page) {
    // A dialog that has closed leaves no window active, and keys need one.
    window().activateWindow();
    if (!QTest::qWaitForWindowActive(&window())) qWarning("the window is not active");
    QTest::mouseClick(find(("nav_" + QByteArray(page) + "_button").constData()), Qt::LeftButton);
}

bool StarterStage::render() {
    const auto* start = find("render_start_button");
    if (!QTest::qWaitFor([start] { return start->isEnabled(); }, kLimit)) {
        qWarning("nothing can be rendered: %s", qPrintable(start->toolTip()));
        return false;
    }
    QTest::mouseClick(find("render_start_button"), Qt::LeftButton);
    return waitForPicture();
}

bool StarterStage::waitForPicture() {
    if (!QTest::qWaitFor([this] { return idle() && renderPage().result().shown(); }, kLimit)) {
        qWarning("no picture came: %s", qPrintable(find<QLabel>("render_progress_label")->text()));
        return false;
    }
    if (find("render_error_panel")->isVisible()) {
        qWarning("%s", qPrintable(find<QLabel>("render_error_message_label")->text()));
        return false;
    }
    return true;
}

bool StarterStage::inspect(int k, int steps) {
    goTo("render");
    setNumber("render_k_spin", k);
    setNumber("render_steps_spin", steps);
    if (!render()) return false;
    QTest::keyClick(&window(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    const RoutingModel& model = routingPage().controller().model();
    const bool isShown = QTest::qWaitFor([&] { return model.k() == k && model.steps() == steps; }, kLimit);
    if (!isShown) qWarning("the Routing page shows %d active experts in %d steps", model.k(), model.steps());
    return isShown && window().pages().current() == PageId::Routing;
}

int runJourneys(int argc, char* argv[], std::initializer_list<StarterJourneys> journeys) {
    QApplication application(argc, argv);
    StarterStage stage;
    if (!stage.start()) return 1;
    int failed = 0;
    for (const StarterJourneys make : journeys) failed += QTest::qExec(make(stage).get(), argc, argv);
    return failed;
}

}  // namespace segmoe::test
