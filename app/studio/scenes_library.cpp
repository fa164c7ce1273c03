// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// The library page in its states, on models that are on no disk.
#include <QListView>
#include <QListWidget>
#include <QPushButton>

#include "app/studio/scenes.h"
#include "core/domain/hub_terms.h"
#include "ui/library/library_model.h"
#include "ui/library/library_page.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

LibraryModel libraryModel(const char* name, ModelRole role, const char* architecture, double gigabytes) {
    LibraryModel own;
    own.facts.path = std::string("/data/user/models/") + name + ".safetensors";
    own.facts.name = name;
    own.facts.role = role;
    own.facts.architecture.name = architecture;
    own.facts.bytes = static_cast<std::int64_t>(gigabytes * 1e9);
    own.facts.dtype = "fp16";
    own.facts.hasVae = own.facts.hasTextEncoder = role == ModelRole::Checkpoint;
    own.facts.blocks.resize(architecture == std::string("SDXL") ? 60 : 15);
    own.root = "/data/user/models";
    return own;
}

LibraryContent sampleLibrary() {
    LibraryContent content;
    LibraryRoot own, other, drive;
    own.path = "/data/user/models";
    own.models = 11;
    own.bytes = 38'400'000'000;
    other.path = "/data/user/ComfyUI/models";
    other.models = 42;
    other.bytes = 212'000'000'000;
    other.isEnabled = false;
    drive.path = "/media/user/archive";
    drive.state = LibraryRoot::State::Missing;
    content.roots = {own, other, drive};
    content.models = {libraryModel("dreamscape_v4", ModelRole::Checkpoint, "SDXL", 6.94),
                      libraryModel("inkline_xl", ModelRole::Checkpoint, "SDXL", 6.94),
                      libraryModel("portrait_pro", ModelRole::Checkpoint, "SDXL", 6.94),
                      libraryModel("sdxl-base-1.0", ModelRole::Checkpoint, "SDXL", 6.94),
                      libraryModel("anime_15", ModelRole::Checkpoint, "SD1.x", 2.13),
                      libraryModel("woodcut_dreams_a_very_long_file_name_v12", ModelRole::Checkpoint, "SD1.x", 2.13),
                      libraryModel("coast_mix", ModelRole::Mixture, "SDXL", 8.47),
                      libraryModel("glow_lora", ModelRole::Lora, "SDXL", 0.22),
                      libraryModel("vae_fix", ModelRole::Vae, "", 0.33),
                      libraryModel("old_ink", ModelRole::Refused, "", 0.0),
                      libraryModel("portrait_pro_copy", ModelRole::Checkpoint, "SDXL", 6.94)};
    content.models[0].facts.license = "CreativeML OpenRAIL++-M";
    content.models[1].facts.license = hubTermsText({.isKnown = true, .maySellImages = true, .mayShareMerges = true});
    content.models[0].facts.trigger = "dreamy, misty";
    content.models[0].sha256 = "a5f58eb1c3a5f58eb1c3a5f58eb1c3a5f58eb1c3a5f58eb1c3a5f58eb1c3a5f5";
    content.models[0].tags = {"landscape", "soft"};
    content.models[9].facts.refusal = Failure{ErrorCode::PickleRefused, "'old_ink.ckpt' is a pickle.", {}};
    for (std::size_t copy : {std::size_t{2}, std::size_t{10}}) {
        content.models[copy].sha256 = std::string(64, 'b');
        content.models[copy].copies = 2;
    }
    content.models[4].isMissing = true;
    for (std::size_t shown : {std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{6}, std::size_t{7}})
        content.models[shown].preview = {content.models[shown].facts.path.string() + ".preview.png", 1, 1};
    return content;
}

LibraryPage& openLibrary(Scene& scene, LibraryContent content) {
    for (const LibraryModel& model : content.models)
        if (!model.preview.file.empty()) scene.client().pictures->files[model.preview.file] = {};
    scene.client().library().content = std::move(content);
    scene.window().showPage(PageId::Library);
    auto* page = scene.window().findChild<LibraryPage*>();
    Q_EMIT scene.client().library().scanFinished({}, false);
    letPass(1200);  // small pictures are read while the window paints
    return *page;
}

void choose(LibraryPage& page, int row) { page.list().setCurrentIndex(page.list().model()->index(row, 0)); }

}  // namespace

std::vector<SceneState> libraryScenes() {
    return {
        {"library_empty", [](Scene& scene) { openLibrary(scene, {}); }},
        {"library_filled",
         [](Scene& scene) {
             choose(openLibrary(scene, sampleLibrary()), 2);
             letPass(600);
         }},
        {"library_offer",
         [](Scene& scene) {
             LibraryContent content = sampleLibrary();
             for (LibraryModel& model : content.models) model.facts.structure = model.facts.architecture.name;
             ScriptedLibraryClient& library = scene.client().library();
             library.known = {{"ComfyUI", "/data/user/models", 11, 38'400'000'000}};
             LibraryContent before = content;
             before.roots.clear();
             LibraryPage& page = openLibrary(scene, before);
             page.chooseFolders();
             page.findChild<QListWidget*>(u"roots_dialog_list"_s)->item(0)->setCheckState(Qt::Checked);
             page.findChild<QPushButton*>(u"roots_dialog_ok_button"_s)->click();
             Q_EMIT library.modelsFound(content.models);
             Q_EMIT library.scanFinished({.models = 11, .read = 11}, false);
             letPass(100);
         }},
        {"library_copies",
         [](Scene& scene) {
             LibraryContent content = sampleLibrary();
             std::vector<ModelCopy> copies;
             for (std::size_t copy : {std::size_t{2}, std::size_t{10}})
                 copies.push_back({content.models[copy].facts.path, ModelCopy::Place::Own, 6'940'000'000, 1, copy, 1});
             copies.push_back(
                 {"/data/user/.cache/huggingface/hub/models--maker--portrait/snapshots/1/model.safetensors",
                  ModelCopy::Place::HubCache, 6'940'000'000, 1, 99, 1});
             scene.client().library().copies = copies;
             scene.client().library().uses = {{"/data/user/mixtures/coast.yaml"}, {"/p/00042.png", "/p/00043.png"}, 31};
             LibraryPage& page = openLibrary(scene, std::move(content));
             page.showModel(u"/data/user/models/portrait_pro.safetensors"_s);
             letPass(400);
             page.findChild<QPushButton*>(u"library_copies_button"_s)->click();
             letPass(100);
         }},
        {"library_header",
         [](Scene& scene) {
             scene.client().library().header = {
                 "/data/user/models/glow_lora.safetensors",
                 1528,
                 {{"F16", 1520}, {"F32", 8}},
                 {{"modelspec.architecture", "stable-diffusion-xl-v1-base/lora"},
                  {"modelspec.title", "glow"},
                  {"ss_network_dim", "32"},
                  {"ss_tag_frequency", R"({"10_glow":{"glow":120,"evening":48,"lantern":31}})"}}};
             LibraryPage& page = openLibrary(scene, sampleLibrary());
             page.showModel(u"/data/user/models/glow_lora.safetensors"_s);
             page.findChild<QPushButton*>(u"library_header_button"_s)->click();
             page.findChild<QListWidget*>(u"header_dialog_keys_list"_s)->setCurrentRow(3);
             letPass(100);
         }},
        {"library_identifying",
         [](Scene& scene) {
             LibraryPage& page = openLibrary(scene, sampleLibrary());
             Q_EMIT scene.client().library().identifying(37);
             page.showModel(u"/data/user/models/glow_lora.safetensors"_s);
         }},
        {"library_terms", [](Scene& scene) { choose(openLibrary(scene, sampleLibrary()), 4); }},
        {"library_refused", [](Scene& scene) { choose(openLibrary(scene, sampleLibrary()), 6); }},
        {"library_list",
         [](Scene& scene) {
             LibraryPage& page = openLibrary(scene, sampleLibrary());
             page.setGrid(false);
             choose(page, 0);
         }},
        {"library_scanning",
         [](Scene& scene) {
             openLibrary(scene, sampleLibrary());
             Q_EMIT scene.client().library().scanStarted();
             Q_EMIT scene.client().library().scanProgressed(1204, 37);
         }},
    };
}
