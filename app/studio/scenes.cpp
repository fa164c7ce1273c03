// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/scenes.h"

#include <algorithm>
#include <string_view>

#include <QCoreApplication>
#include <QDialog>
#include <QEventLoop>
#include <QPainter>
#include <QTimer>
#include <QToolButton>

#include "ui/bridge/qt_convert.h"
#include "ui/bridge/sample_data.h"
#include "ui/render/model_chooser.h"
#include "ui/render/render_page.h"
#include "ui/render/request_form.h"
#include "ui/render/start_image_box.h"
#include "ui/shell/action_table.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

const QString kMixture = u"/models/starter.yaml"_s;
const QString kSingle = u"/models/flower"_s;
constexpr int kSteps = 20;

}  // namespace

void letPass(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

Scene::Scene(Theme& theme, QSize size)
    : m_settings(m_profile.path()), m_log(m_profile.filePath(u"log"_s)), m_window(theme, m_client, m_settings, &m_log) {
    // The page alone; the banners have scenes of their own.
    m_settings.closeBanner(u"no_gpu"_s);
    m_client.facts.devices = {u"cpu"_s};
    m_client.models = {{kMixture, sample::mixtureSummary()}, {kSingle, sample::singleSummary()}};
    m_client.memory = sample::forecast();
    m_window.resize(size);
    m_window.show();
    m_client.start();
    RenderRequest request;
    request.prompt = "a (red:1.2) flower on a blue background";
    request.negative = "";
    request.guidanceScale = 4.0;
    request.seed = 42;
    page().form().setRequest(request);
    page().chooser().choose(kMixture);
    Q_EMIT m_client.forecast(sample::forecast());
}

RenderPage& Scene::page() { return m_window.renderPage(); }

void Scene::chooseSingleModel() { page().chooser().choose(kSingle); }

void Scene::progress(int step) {
    Q_EMIT m_client.progress(m_client.lastJob(), {.stage = Stage::Sampling,
                                                  .step = step,
                                                  .total = kSteps,
                                                  .image = 0,
                                                  .images = 1,
                                                  .fraction = static_cast<double>(step) / kSteps,
                                                  .etaSeconds = 0.15 * (kSteps - step),
                                                  .item = {}});
    Q_EMIT m_client.preview(m_client.lastJob(), sample::preview(step - 1, kSteps));
}

void Scene::play(int steps, int k) {
    page().startRender();
    for (int step = 0; step < steps; ++step) {
        progress(step + 1);
        Q_EMIT m_client.routingStep(m_client.lastJob(), sample::routingStep(step, kSteps, k));
    }
}

void Scene::stop() {
    WorkReport report;
    report.outcome = RenderOutcome::Cancelled;
    Q_EMIT m_client.workFinished(m_client.lastJob(), report);
}

void Scene::settle() {
    // What the page would ask for a moment after the last edit.
    const RenderRequest request = page().form().request();
    m_client.requestForecast(request);
    m_client.countPrompt(0, {{}, request.prompt, {}});
    m_client.countPrompt(1, {{}, request.negative.value_or(std::string()), {}});
}

void Scene::finish(int k) {
    RenderedImage image = sample::renderedImage(128);
    image.trace = sample::trace(kSteps, k);
    Q_EMIT m_client.imageDone(m_client.lastJob(), 0, image);
    WorkReport report;
    RenderResult result;
    result.seconds = 2.9;
    result.device = "cpu";
    result.precision = "fp32";
    report.result = result;
    Q_EMIT m_client.workFinished(m_client.lastJob(), report);
}

void Scene::fail() {
    WorkReport report;
    report.outcome = RenderOutcome::Failed;
    report.failure = {ErrorCode::RamOutOfMemory,
                      "The render needs 9.4 GB and 7.1 GB are free. Choose a smaller size or free memory.",
                      "peak at decoding"};
    Q_EMIT m_client.workFinished(m_client.lastJob(), report);
}

QPixmap Scene::grab() {
    // Plots lay themselves out in their first paint and place their labels in the next.
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::sendPostedEvents();
        m_window.grab();
    }
    QPixmap picture = m_window.grab();
    // Dialogs are windows of their own: they are put where they would stand.
    for (QDialog* dialog : m_window.findChildren<QDialog*>()) {
        if (!dialog->isVisible()) continue;
        const QPixmap pixmap = dialog->grab();
        QPainter painter(&picture);
        painter.fillRect(m_window.rect(), QColor(0, 0, 0, 90));
        painter.drawPixmap(QRect(m_window.rect().center() - dialog->rect().center(), dialog->size()), pixmap);
    }
    for (QWidget* popup : m_window.findChildren<QWidget*>()) {
        if (popup->windowType() != Qt::Popup || !popup->isVisible()) continue;
        QPainter painter(&picture);
        painter.drawPixmap(m_window.mapFromGlobal(popup->pos()), popup->grab());
    }
    return picture;
}

namespace {

const std::vector<SceneState>& renderScenes() {
    static const std::vector<SceneState> states = {
        {"render_empty", [](Scene&) {}},
        {"render_advanced",
         [](Scene& scene) { scene.window().findChild<QToolButton*>(u"render_advanced_button"_s)->setChecked(true); }},
        {"render_single", [](Scene& scene) { scene.chooseSingleModel(); }},
        {"render_running", [](Scene& scene) { scene.play(11, 2); }},
        {"render_cancelling",
         [](Scene& scene) {
             scene.play(7, 2);
             scene.page().cancelRender();
         }},
        {"render_done",
         [](Scene& scene) {
             scene.play(kSteps, 1);
             scene.finish(1);
         }},
        {"render_filled",
         [](Scene& scene) {
             for (int i = 0; i < 3; ++i) {
                 scene.play(kSteps, 2);
                 scene.finish(2);
             }
         }},
        {"render_long",
         [](Scene& scene) {
             RenderRequest request = scene.page().form().request();
             request.prompt =
                 "(a lighthouse on a cliff at dusk:1.3), ((warm light)), [fog], <lora:glow:0.8>, __weather__, "
                 "{calm|wild} "
                 "sea, detailed oil painting, thick strokes, gold and teal, gulls above the rocks, a path of old "
                 "stone, "
                 "tall grass in the wind BREAK a small boat with one lamp, (unfinished";
             request.width = request.height = 512;
             request.guidanceScale = 1.0;
             scene.page().form().setRequest(request);
             scene.settle();
         }},
        {"render_start_image",
         [](Scene& scene) {
             scene.page().form().startImage().setImage(toImage(sample::picture(128)));
             QImage mask(128, 128, QImage::Format_Grayscale8);
             mask.fill(Qt::black);
             scene.page().form().startImage().setMask(mask);
             scene.window().findChild<QToolButton*>(u"render_start_image_button"_s)->setChecked(true);
         }},
    };
    return states;
}

/// What went wrong, what is too large, what waits.
const std::vector<SceneState>& harderRenderScenes() {
    static const std::vector<SceneState> states = {
        {"render_partial",
         [](Scene& scene) {
             scene.play(7, 2);
             scene.page().cancelRender();
             scene.stop();
         }},
        {"render_tight",
         [](Scene& scene) {
             scene.client().memoryOf = [](const RenderRequest& request) {
                 MemoryForecast forecast = sample::forecast();
                 forecast.peakBytes = std::int64_t{9'400} * request.width * request.height;
                 forecast.availableBytes = 7'100'000'000;
                 if (request.tiledDecode == Toggle::On) forecast.peakBytes = forecast.peakBytes * 8 / 10;
                 return forecast;
             };
             RenderRequest request = scene.page().form().request();
             request.width = request.height = 1024;
             scene.page().form().setRequest(request);
             scene.settle();
         }},
        {"render_queue",
         [](Scene& scene) {
             scene.play(kSteps, 2);
             scene.finish(2);
             scene.play(4, 1);
             scene.fail();
             for (const char* prompt :
                  {"a lighthouse on a cliff at dusk, oil painting", "portrait, (ink:1.1)", "a red boat"}) {
                 RenderRequest request = scene.page().form().request();
                 request.prompt = prompt;
                 scene.page().form().setRequest(request);
                 scene.page().startRender();
             }
             scene.progress(11);
             scene.window().actionTable().action(ActionId::ViewJobs)->setChecked(true);
         }},
        {"render_error",
         [](Scene& scene) {
             scene.play(3, 1);
             scene.fail();
         }},
    };
    return states;
}

/// Some states as they are where one reads from the right.
std::vector<SceneState> mirrored(const std::vector<SceneState>& states) {
    static constexpr std::pair<const char*, const char*> kMirrored[] = {
        {"render_mirrored", "render_filled"},   {"mix_mirrored", "mix_filled"},
        {"routing_mirrored", "routing_place"},  {"library_mirrored", "library_filled"},
        {"gallery_mirrored", "gallery_filled"}, {"settings_mirrored", "settings_device"}};
    std::vector<SceneState> made;
    for (const auto& [name, of] : kMirrored) {
        const auto state = std::ranges::find(states, std::string_view(of), &SceneState::name);
        made.push_back({name, [arrange = state->arrange](Scene& scene) {
                            scene.window().setLayoutDirection(Qt::RightToLeft);
                            arrange(scene);
                        }});
    }
    return made;
}

}  // namespace

const std::vector<SceneState>& sceneStates() {
    static const std::vector<SceneState> states = [] {
        std::vector<SceneState> all = renderScenes();
        for (const std::vector<SceneState>& page :
             {mixScenes(), harderRenderScenes(), routingScenes(), libraryScenes(), hubScenes(), downloadScenes(),
              galleryScenes(), shellScenes(), accountScenes()})
            all.insert(all.end(), page.begin(), page.end());
        const std::vector<SceneState> turned = mirrored(all);
        all.insert(all.end(), turned.begin(), turned.end());
        return all;
    }();
    return states;
}
