// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// The Mix page in its states, on models that are on no disk.
#include <cmath>

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>

#include "app/studio/scenes.h"
#include "core/domain/hub_terms.h"
#include "ui/mix/mix_page.h"
#include "ui/shell/page_stack.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

constexpr int kStageBlocks[] = {4, 20, 30, 6};  // of SDXL: down 1, down 2, up 0, up 1

QString path(const char* name) { return u"/data/user/models/%1.safetensors"_s.arg(QLatin1StringView(name)); }

ModelFacts sourceModel(const char* name, ModelRole role, const char* architecture, double gigabytes) {
    ModelFacts facts;
    facts.path = path(name).toStdString();
    facts.name = name;
    facts.role = role;
    facts.dtype = "fp16";
    facts.bytes = static_cast<std::int64_t>(gigabytes * 1e9);
    const bool isXl = std::string_view(architecture) == "SDXL";
    facts.architecture = {
        isXl ? ModelFamily::Sdxl : ModelFamily::Sd1, architecture, 4, isXl ? 2048 : 768, isXl ? 1024 : 512, false, 0};
    if (role != ModelRole::Checkpoint) return facts;
    facts.structure = architecture;
    const char* const stages[] = {"D1", "D2", "U0", "U1"};
    for (int stage = 0; stage < 4; ++stage)
        for (int block = 0; block < kStageBlocks[stage]; ++block) {
            facts.blocks.push_back(std::string(stages[stage]) + ".A" + std::to_string(block / 10) + ".T" +
                                   std::to_string(block % 10));
            facts.attentionBytes.push_back(21'000'000);
            facts.feedForwardBytes.push_back(39'000'000);
        }
    return facts;
}

/// The same render on the processor of a machine that has a card.
MemoryForecast onProcessor() {
    MemoryForecast forecast;
    forecast.peakBytes = 9'800'000'000;
    forecast.mappedBytes = 13'600'000'000;
    forecast.availableBytes = 27'100'000'000;
    forecast.device = "cpu";
    return forecast;
}

/// The page on a library of seven models.
MixPage& openMix(Scene& scene) {
    std::vector<ModelFacts> models = {
        sourceModel("sdxl-base-1.0", ModelRole::Checkpoint, "SDXL", 6.94),
        sourceModel("dreamscape_v4", ModelRole::Checkpoint, "SDXL", 6.94),
        sourceModel("inkline_xl", ModelRole::Checkpoint, "SDXL", 6.94),
        sourceModel("portrait_pro", ModelRole::Checkpoint, "SDXL", 6.94),
        sourceModel("a_very_long_name_of_a_model_with_woodcuts_v12", ModelRole::Checkpoint, "SDXL", 6.94),
        sourceModel("anime_15", ModelRole::Checkpoint, "SD1.x", 2.13),
        sourceModel("glow_lora", ModelRole::Lora, "SDXL", 0.22)};
    models[0].license = "openrail++";
    models[1].license = "openrail++";
    models[2].license = "cc-by-nc-4.0";
    models[3].license = hubTermsText({.isKnown = true, .maySellImages = true, .mayShareMerges = true});
    models[1].trigger = "dreamscape, soft light";
    MemoryForecast forecast;
    forecast.peakBytes = 8'900'000'000;
    forecast.mappedBytes = 13'600'000'000;
    forecast.availableBytes = 23'900'000'000;
    forecast.device = "cuda:0";
    scene.client().mix().memory = forecast;
    scene.client().mix().memoryOf = [forecast](const RenderRequest& request) {
        return request.device == "cpu" ? onProcessor() : forecast;
    };
    for (const ModelFacts& facts : models) {
        LibraryModel own;
        own.facts = facts;
        scene.client().library().content.models.push_back(own);
        scene.client().mix().sources[QString::fromStdString(facts.path.string())] = {false, false, facts};
    }
    scene.window().showPage(PageId::Mix);
    letPass(50);
    return *static_cast<MixPage*>(scene.window().pages().page(PageId::Mix));
}

/// Base and three experts with prompts, a LoRA and an alias.
MixPage& compose(Scene& scene) {
    MixPage& page = openMix(scene);
    MixDocument& mix = page.document();
    mix.setName(u"coast mix"_s);
    mix.setBase(path("sdxl-base-1.0"));
    for (const char* expert : {"dreamscape_v4", "inkline_xl", "portrait_pro"}) mix.addExpert(path(expert));
    mix.setPromptText({0, PromptSide::Positive, 0}, u"dreamy landscape, soft light"_s);
    mix.addPrompt({0, PromptSide::Positive, 1}, {"misty valley", 0.5});
    mix.addPrompt({0, PromptSide::Negative, 0}, {"flat colours, sketch", 1.0});
    mix.setPromptText({1, PromptSide::Positive, 0}, u"ink drawing, black lines on paper"_s);
    mix.setPromptText({2, PromptSide::Positive, 0}, u"portrait photograph, sharp eyes"_s);
    mix.addLora(0, path("glow_lora"), 0.8);
    mix.setK(2);
    RenderRequest rendered;
    rendered.recipe = std::make_shared<const MixRecipe>(mix.recipe());
    rendered.width = rendered.height = 1024;
    rendered.steps = 20;
    rendered.guidanceScale = 7.0;
    page.learnPace(rendered, 4.1);
    letPass(200);
    return page;
}

/// LoRAs of the base, each with its own way.
void loras(Scene& scene) {
    MixDocument& mix = compose(scene).document();
    for (const double strength : {0.8, -0.35, 1.0}) mix.addLora(-1, path("glow_lora"), strength);
    mix.setLoraTarget(0, LoraTarget::Base);
    mix.setLoraTarget(1, LoraTarget::Experts);
    letPass(100);
}

GateReport gates() {
    GateReport report;
    report.experts = {"dreamscape_v4", "inkline_xl", "portrait_pro"};
    const char* const stages[] = {"D1", "D2", "U0", "U1"};
    int block = 0;
    for (int stage = 0; stage < 4; ++stage)
        for (int i = 0; i < kStageBlocks[stage]; ++i, ++block)
            for (const char* kind : {"self", "cross_q"}) {
                const double wave = 0.12 * std::sin(0.35 * block + (kind[0] == 's' ? 0.0 : 1.1));
                const double pairs[] = {0.62 + wave, 0.41 - wave, 0.93 + wave / 2};
                GateSite site{std::string(stages[stage]) + ".A" + std::to_string(i / 10) + ".T" +
                                  std::to_string(i % 10) + "." + kind,
                              {1.0, pairs[0], pairs[1], pairs[0], 1.0, pairs[2], pairs[1], pairs[2], 1.0},
                              2.2 + 4.5 * std::abs(wave) * (block % 7 == 3 ? 6.0 : 1.0)};
                report.sites.push_back(std::move(site));
            }
    return report;
}

MixPage& built(Scene& scene) {
    MixPage& page = compose(scene);
    page.build();
    BuildReport report;
    report.gates = gates();
    report.seconds = 74.0;
    Q_EMIT scene.client().workFinished(scene.client().lastJob(), {RenderOutcome::Done, report, {}});
    letPass(100);
    return page;
}

void yaml(Scene& scene) {
    scene.client().mix().yaml =
        u"base_model: /data/user/models/sdxl-base-1.0.safetensors\n"
        "type: sdxl\n"
        "num_experts: 3\n"
        "moe_layers: attn\n"
        "num_experts_per_tok: 2\n"
        "experts:\n"
        "  - source_model: /data/user/models/dreamscape_v4.safetensors\n"
        "    positive_prompt: \"dreamy landscape, soft light\"\n"
        "    negative_prompt: \"flat colours, sketch\"\n"
        "    loras:\n"
        "      - source_model: /data/user/models/glow_lora.safetensors\n"
        "  - source_model: /data/user/models/inkline_xl.safetensors\n"
        "    positive_prompt: \"ink drawing, black lines on paper\"\n"
        "    negative_prompt: \"\"\n"
        "  - source_model: /data/user/models/portrait_pro.safetensors\n"
        "    positive_prompt: \"portrait photograph, sharp eyes\"\n"
        "    negative_prompt: \"\"\n"
        "studio:\n"
        "  version: 1\n"
        "  name: coast mix\n"
        "  gate_mode: hidden\n"_s;
    compose(scene).showView(MixHeader::Yaml);
    letPass(200);
}

void faulty(Scene& scene) {
    MixPage& page = compose(scene);
    MixDocument& mix = page.document();
    mix.addExpert(u"/media/user/archive/woodcut.safetensors"_s);
    mix.addExpert(path("anime_15"));
    mix.setPromptText({3, PromptSide::Positive, 0}, u"woodcut, old print"_s);
    mix.setK(6);
    letPass(200);
}

void tight(Scene& scene) {
    MixPage& page = compose(scene);
    scene.client().mix().memory->availableBytes = 8'100'000'000;
    // Fewer experts at a time and decoding by tiles need less.
    scene.client().mix().memoryOf = [all = *scene.client().mix().memory](const RenderRequest& request) {
        if (request.device == "cpu") return onProcessor();
        MemoryForecast memory = all;
        if (request.recipe && request.recipe->expertsPerToken == 1) memory.peakBytes -= 2'400'000'000;
        if (request.tiledDecode == Toggle::On) memory.peakBytes -= 2'200'000'000;
        if (request.sequentialGuidance) memory.peakBytes -= 600'000'000;
        if (request.width < 1024) memory.peakBytes -= 1'300'000'000;
        return memory;
    };
    page.document().setLayers(MoeLayers::All);
    page.findChild<QTabWidget*>(u"mix_side_tabs"_s)->setCurrentIndex(1);
    letPass(300);
}

/// A build that needs a model of a hub, while one works offline.
void buildFailed(Scene& scene) {
    MixPage& page = compose(scene);
    SourceAnswer remote;
    remote.isRemote = true;
    scene.client().mix().sources[u"ada/woodcut-xl"_s] = remote;
    page.build();
    page.document().addExpert(u"ada/woodcut-xl"_s);
    letPass(100);
    const Failure failure{ErrorCode::OfflineMissing, "'ada/woodcut-xl' is not on this computer, or not whole.", {}};
    Q_EMIT scene.client().workFinished(scene.client().lastJob(), {RenderOutcome::Failed, {}, failure});
    page.findChild<QTabWidget*>(u"mix_side_tabs"_s)->setCurrentIndex(1);
    letPass(100);
}

/// Files of the base and of an expert were replaced while the program ran.
void replaced(Scene& scene) {
    MixPage& page = openMix(scene);
    auto& sources = scene.client().mix().sources;
    for (auto& [source, answer] : sources) answer.stamp = 1;
    page.document().setBase(path("sdxl-base-1.0"));
    for (const char* expert : {"dreamscape_v4", "inkline_xl"}) page.document().addExpert(path(expert));
    letPass(100);
    for (const char* name : {"sdxl-base-1.0", "inkline_xl"}) sources[path(name)].stamp = 2;
    page.catalog().recheck({path("sdxl-base-1.0"), path("inkline_xl")});
    letPass(100);
}

void importing(Scene& scene) {
    MixPage& page = compose(scene);
    MixRecipe recipe = page.document().recipe();
    recipe.experts[1].source = "ada/woodcut-xl";
    recipe.experts[2].source = "/media/user/archive/portrait_pro_v1.safetensors";
    SourceAnswer remote;
    remote.isRemote = true;
    scene.client().mix().sources[u"ada/woodcut-xl"_s] = remote;
    const QString text =
        u"base_model: /data/user/models/sdxl-base-1.0.safetensors\nnum_experts: 3\nexperts:\n"
        "  - source_model: /data/user/models/dreamscape_v4.safetensors\n"
        "    positive_prompt: \"dreamy landscape, soft light\"\n"
        "  - source_model: ada/woodcut-xl\n    positive_prompt: \"woodcut, old print\"\n"
        "  - source_model: /media/user/archive/portrait_pro_v1.safetensors\n"
        "    positive_prompt: \"portrait photograph, sharp eyes\"\n"_s;
    scene.client().mix().texts[text].recipe = recipe;
    QApplication::clipboard()->setText(text);
    page.importRecipe();
    letPass(200);
}

}  // namespace

std::vector<SceneState> mixScenes() {
    return {
        {"mix_empty", [](Scene& scene) { openMix(scene); }},
        {"mix_filled", [](Scene& scene) { compose(scene); }},
        {"mix_loras", loras},
        {"mix_errors", faulty},
        {"mix_building",
         [](Scene& scene) {
             compose(scene).build();
             Progress progress;
             progress.stage = Stage::MeasuringGates;
             progress.item = "B";
             progress.step = 1;
             progress.total = 2;
             progress.fraction = 0.41;
             progress.etaSeconds = 38.0;
             Q_EMIT scene.client().progress(scene.client().lastJob(), progress);
         }},
        {"mix_built",
         [](Scene& scene) {
             MixPage& page = built(scene);
             page.findChild<QLineEdit*>(u"mix_probe_edit"_s)->setText(u"a lighthouse at dusk, ink"_s);
             page.findChild<QPushButton*>(u"mix_probe_button"_s)->click();
             Prediction prediction;
             prediction.experts = gates().experts;
             prediction.share = {0.31, 0.52, 0.17};
             prediction.sites = {{"cross_kv", {1, 0}, {0.6, 0.4}}, {"D1.A0.T0.self", {2, 1}, {0.5, 0.5}}};
             Q_EMIT scene.client().workFinished(scene.client().lastJob(), {RenderOutcome::Done, prediction, {}});
             letPass(100);
         }},
        {"mix_gates", [](Scene& scene) { built(scene).showView(MixHeader::Gates); }},
        {"mix_gates_none", [](Scene& scene) { compose(scene).showView(MixHeader::Gates); }},
        {"mix_yaml", yaml},
        {"mix_forecast", tight},
        {"mix_failed", buildFailed},
        {"mix_replaced", replaced},
        {"mix_import", importing},
        {"mix_licences",
         [](Scene& scene) { compose(scene).findChild<QTabWidget*>(u"mix_side_tabs"_s)->setCurrentIndex(2); }},
        {"mix_save", [](Scene& scene) { compose(scene).saveMixture(); }},
        {"mix_save_preview",
         [](Scene& scene) {
             MixPage& page = compose(scene);
             page.saveMixture();
             page.findChild<QCheckBox*>(u"save_mixture_dialog_preview_check"_s)->click();
         }},
    };
}
