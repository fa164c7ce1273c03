// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/scenes.h"

#include "ui/bridge/sample_capture.h"
#include "ui/queue/job_queue.h"
#include "ui/routing/chart_tabs.h"
#include "ui/routing/image_area.h"
#include "ui/routing/routing_page.h"
#include "ui/shell/page_stack.h"
#include "ui/widgets/compare_view.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

RoutingPage& routingPage(Scene& scene) {
    scene.window().showPage(PageId::Routing);
    return *static_cast<RoutingPage*>(scene.window().pages().page(PageId::Routing));
}

/// A render goes through the queue and leaves its record.
void render(Scene& scene, const sample::CaptureSpec& spec, const std::string& model) {
    RenderRequest request;
    request.model = model;
    request.prompt = spec.prompt;
    request.seed = 42;
    scene.window().queue().add(RenderWork{request});
    Q_EMIT scene.client().imageDone(scene.client().lastJob(), 0, sample::captured(spec));
    Q_EMIT scene.client().workFinished(scene.client().lastJob(), {});
}

RoutingPage& withLargeCapture(Scene& scene) {
    static const sample::CaptureSpec spec = sample::sdxlCapture();
    RoutingPage& page = routingPage(scene);
    render(scene, spec, "coast.yaml");
    return page;
}

void compare(Scene& scene) {
    RoutingPage& page = withLargeCapture(scene);
    sample::CaptureSpec spec = sample::sdxlCapture();
    spec.muted = 1;
    page.rules().setSwitch(1, RuleDocument::Switch::Mute, true);
    page.renderAgain();
    RenderedImage after = sample::captured(spec);
    // Another flower: the muted expert painted its middle.
    const int side = after.picture.width;
    for (int y = side / 5; y < side * 3 / 5; ++y)
        for (int x = side / 4; x < side * 3 / 4; ++x) {
            auto* pixel = &after.picture.rgb[3U * static_cast<std::size_t>(y * side + x)];
            std::swap(pixel[0], pixel[2]);
        }
    Q_EMIT scene.client().imageDone(scene.client().lastJob(), 0, after);
    Q_EMIT scene.client().workFinished(scene.client().lastJob(), {});
    page.charts().show(ChartTabs::Change);
}

/// A file from somebody else, whose mixture is not here.
void openForeignCapture(Scene& scene) {
    RenderedImage image = sample::captured(sample::sdxlCapture());
    image.segmoeJson = "{}";
    PictureSettings& told = scene.client().pictures->textSettings;
    told.format = "SegMoE Studio";
    told.models = {{.role = NamedModel::Role::Model, .name = "coast"},
                   {.role = NamedModel::Role::Base, .name = "waves", .source = "hf:shore/waves@12"}};
    scene.client().captures[u"0042_7.segroute"_s] = image;
    RoutingPage& page = routingPage(scene);
    page.openCapture(u"0042_7.segroute"_s);
    letPass(200);
    page.controller().setBlocks({34, 35, 36});
    page.rules().setSwitch(1, RuleDocument::Switch::Mute, true);
}

/// The charts, each with a selection that shows what it is for.
std::vector<SceneState> chartScenes() {
    return {
        {"routing_timeline",
         [](Scene& scene) {
             RoutingPage& page = withLargeCapture(scene);
             page.controller().setExpert(1, true);
             page.controller().setShow(ShowMode::Winner);
             page.controller().setStep(10);
             page.charts().show(ChartTabs::Timeline);
         }},
        {"routing_expert",
         [](Scene& scene) {
             RoutingPage& page = withLargeCapture(scene);
             page.controller().setExpert(1, true);
             page.controller().setValue(ValueKind::Preferred);
             page.charts().show(ChartTabs::Entropy);
         }},
        {"routing_pairs",
         [](Scene& scene) {
             RoutingPage& page = withLargeCapture(scene);
             page.controller().setShow(ShowMode::Uncertainty);
             page.charts().show(ChartTabs::Pairs);
         }},
        {"routing_spread",
         [](Scene& scene) {
             RoutingPage& page = withLargeCapture(scene);
             page.controller().setShow(ShowMode::LayerDifference);
             page.controller().selectBlock(40, false);
             page.charts().show(ChartTabs::Spread);
         }},
        {"routing_stability",
         [](Scene& scene) {
             RoutingPage& page = withLargeCapture(scene);
             page.charts().show(ChartTabs::Stability);
             page.controller().setToken(3);
         }},
    };
}

}  // namespace

std::vector<SceneState> routingScenes() {
    std::vector<SceneState> states = {
        {"routing_empty", [](Scene& scene) { routingPage(scene); }},
        {"routing_single",
         [](Scene& scene) {
             routingPage(scene);
             RenderRequest request;
             request.model = "/models/flower";
             scene.window().queue().add(RenderWork{request});
             Q_EMIT scene.client().imageDone(scene.client().lastJob(), 0, RenderedImage{});
             Q_EMIT scene.client().workFinished(scene.client().lastJob(), {});
         }},
        {"routing_loading",
         [](Scene& scene) {
             scene.client().isReadingForever = true;
             withLargeCapture(scene).openCapture(u"/pictures/2026-11-21/0042_42.segroute"_s);
         }},
        {"routing_error",
         [](Scene& scene) { withLargeCapture(scene).openCapture(u"/pictures/2026-11-21/0042_42.segroute"_s); }},
        {"routing_summary",
         [](Scene& scene) {
             RoutingPage& page = routingPage(scene);
             sample::CaptureSpec spec = sample::sdxlCapture();
             spec.level = CaptureLevel::Summary;
             render(scene, spec, "coast.yaml");
             page.charts().show(ChartTabs::Place);
         }},
        {"routing_opened", openForeignCapture},
        {"routing_filled",
         [](Scene& scene) {
             RoutingPage& page = withLargeCapture(scene);
             page.controller().setKind(SiteKind::FeedForward);
             page.controller().setBlocks({34, 35, 36, 37, 38, 39, 40, 41, 42, 43});
         }},
        {"routing_place",
         [](Scene& scene) {
             RoutingPage& page = withLargeCapture(scene);
             page.controller().setKind(SiteKind::FeedForward);
             page.controller().selectBlock(44, false);
             page.controller().setPlace(QRectF(0.5, 0.375, 1.0 / 32, 1.0 / 32));
             page.charts().show(ChartTabs::Place);
         }},
        {"routing_compare", compare},
        {"routing_onek",
         [](Scene& scene) {
             RoutingPage& page = routingPage(scene);
             render(scene, sample::starterCapture(), "starter.yaml");
             page.controller().setValue(ValueKind::Applied);
             page.controller().selectBlock(4, false);
         }},
        {"routing_table",
         [](Scene& scene) {
             RoutingPage& page = withLargeCapture(scene);
             page.setTableShown(true);
         }},
    };
    const std::vector<SceneState> charts = chartScenes();
    states.insert(states.end(), charts.begin(), charts.end());
    return states;
}
