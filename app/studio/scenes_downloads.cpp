// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Downloads in every state, and what they mean for the Mix page, on models that are on no hub.
#include <QCoreApplication>

#include "app/studio/scenes.h"
#include "ui/library/downloads_view.h"
#include "ui/mix/mix_page.h"
#include "ui/shell/action_table.h"
#include "ui/shell/navigator.h"
#include "ui/shell/page_stack.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

using State = DownloadRow::State;

DownloadRow row(const QString& reference, const QString& title, State state, double part, double gigabytes) {
    static quint64 last = 0;
    DownloadRow made;
    made.id = ++last;
    made.reference = reference;
    made.title = title;
    made.page = reference.startsWith("civitai:"_L1) ? u"https://civitai.com/models/1"_s
                                                    : u"https://huggingface.co/"_s + reference;
    made.state = state;
    made.totalBytes = static_cast<quint64>(gigabytes * 1e9);
    made.doneBytes = static_cast<quint64>(part * gigabytes * 1e9);
    made.folder = reference.startsWith("civitai:"_L1) ? u"/data/user/models"_s : u"/data/user/.cache/huggingface/hub"_s;
    return made;
}

DownloadRow failed(const QString& reference, const QString& title, ErrorCode code) {
    DownloadRow made = row(reference, title, State::Failed, 0.0, 0.0);
    made.failure = Failure{code, "It failed.", "detail"};
    return made;
}

std::vector<DownloadRow> everyState() {
    std::vector<DownloadRow> rows;
    DownloadRow running = row(u"stabilityai/stable-diffusion-xl-base-1.0"_s,
                              u"stabilityai/stable-diffusion-xl-base-1.0"_s, State::Running, 0.41, 6.94);
    running.bytesPerSecond = 42'300'000;
    running.secondsLeft = 97;
    running.file = u"unet/diffusion_pytorch_model.fp16.safetensors"_s;
    rows.push_back(running);
    rows.push_back(row(u"civitai:123456"_s, u"Inkline XL v3"_s, State::Checking, 0.62, 6.94));
    rows.push_back(row(u"ada/dreamscape"_s, u"ada/dreamscape"_s, State::Resolving, 0.0, 0.0));
    rows.push_back(row(u"civitai:4711"_s, u"Woodcut Dreams v1"_s, State::Verifying, 0.97, 6.94));
    rows.push_back(row(u"ada/portraits"_s, u"ada/portraits"_s, State::Publishing, 1.0, 2.13));
    DownloadRow waiting = row(u"ada/comic-line"_s, u"ada/comic-line"_s, State::Waiting, 0.3, 6.46);
    waiting.failure = Failure{ErrorCode::Unreachable, "No answer.", {}};
    rows.push_back(waiting);
    DownloadRow queued = row(u"civitai:99"_s, u"Etcher v2"_s, State::Queued, 0.0, 2.13);
    queued.ahead = 4;
    rows.push_back(queued);
    rows.push_back(row(u"ada/watercolour"_s, u"ada/watercolour"_s, State::Paused, 0.55, 2.13));
    rows.push_back(row(u"civitai:17"_s, u"Old Ink v1"_s, State::Cancelled, 0.12, 2.13));
    rows.push_back(failed(u"meta/gated-model"_s, u"meta/gated-model"_s, ErrorCode::Gated));
    rows.push_back(failed(u"civitai:8"_s, u"Early Bird v1"_s, ErrorCode::LoginNeeded));
    DownloadRow done = row(u"ada/glow-lora"_s, u"ada/glow-lora"_s, State::Done, 1.0, 0.22);
    done.place = done.folder + u"/models--ada--glow-lora"_s;
    rows.push_back(done);
    return rows;
}

void openDownloads(Scene& scene, std::vector<DownloadRow> rows) {
    scene.client().downloads().setRows(std::move(rows));
    Q_EMIT scene.window().navigator().downloadsWanted();
}

HubFetch planOf(double gigabytes, double here, const char* licence) {
    HubFetch plan;
    plan.bytes = static_cast<std::uint64_t>(gigabytes * 1e9);
    plan.missingBytes = static_cast<std::uint64_t>((gigabytes - here) * 1e9);
    plan.license = licence;
    return plan;
}

/// A recipe of which two parts are on a hub.
MixPage& openRecipe(Scene& scene) {
    auto& client = scene.client().mix();
    ModelFacts facts;
    facts.path = "/data/user/models/dreamscape_v4.safetensors";
    facts.name = "dreamscape_v4";
    facts.role = ModelRole::Checkpoint;
    facts.dtype = "fp16";
    facts.bytes = 6'940'000'000;
    facts.architecture = {ModelFamily::Sdxl, "SDXL", 4, 2048, 1024, false, 0};
    facts.structure = "SDXL";
    facts.license = "CreativeML OpenRAIL++-M";
    client.sources[u"/data/user/models/dreamscape_v4.safetensors"_s] = {false, false, facts};
    client.sources[u"stabilityai/stable-diffusion-xl-base-1.0"_s] = {true, false, {}};
    client.sources[u"civitai:123456"_s] = {true, false, {}};
    RecipeText text;
    text.recipe.name = "coast mix";
    text.recipe.base = "stabilityai/stable-diffusion-xl-base-1.0";
    text.recipe.experts.resize(2);
    text.recipe.experts[0].source = "/data/user/models/dreamscape_v4.safetensors";
    text.recipe.experts[0].positive = {{"dreamy landscape, soft light", 1.0}};
    text.recipe.experts[1].source = "civitai:123456";
    text.recipe.experts[1].positive = {{"ink drawing, black lines", 1.0}};
    client.files[u"/data/user/mixtures/coast.yaml"_s] = text;
    Q_EMIT scene.window().navigator().recipeWanted(u"/data/user/mixtures/coast.yaml"_s);
    QCoreApplication::sendPostedEvents();
    return *static_cast<MixPage*>(scene.window().pages().page(PageId::Mix));
}

}  // namespace

std::vector<SceneState> downloadScenes() {
    return {
        {"downloads_states", [](Scene& scene) { openDownloads(scene, everyState()); }},
        {"downloads_empty", [](Scene& scene) { openDownloads(scene, {}); }},
        {"downloads_jobs",
         [](Scene& scene) {
             openDownloads(scene, everyState());
             scene.window().actionTable().action(ActionId::ViewJobs)->trigger();
         }},
        {"downloads_missing", [](Scene& scene) { openRecipe(scene); }},
        {"downloads_missing_dialog",
         [](Scene& scene) {
             openRecipe(scene);
             scene.client().downloads().plans = {
                 {u"stabilityai/stable-diffusion-xl-base-1.0"_s, planOf(6.94, 0.5, "openrail++")},
                 {u"civitai:123456"_s, planOf(6.94, 0.0, "")}};
             Q_EMIT scene.window().navigator().missingWanted(
                 {u"stabilityai/stable-diffusion-xl-base-1.0"_s, u"civitai:123456"_s}, {u"old_style_lora"_s});
         }},
        {"downloads_arriving",
         [](Scene& scene) {
             MixPage& page = openRecipe(scene);
             scene.client().mix().sources[u"https://huggingface.co/ada/comic-line"_s] = {true, false, {}};
             page.intake().take({u"https://huggingface.co/ada/comic-line"_s}, {});
             QCoreApplication::sendPostedEvents();
             auto& downloads = scene.client().downloads();
             downloads.get(u"civitai:123456"_s, {});
             for (DownloadRow each : downloads.rows()) {
                 each.state = State::Running;
                 each.totalBytes = 6'940'000'000;
                 each.doneBytes = 2'840'000'000;
                 each.bytesPerSecond = 21'000'000;
                 each.secondsLeft = 195;
                 downloads.setRow(each);
             }
         }},
    };
}
