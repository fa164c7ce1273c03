// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Access tokens and publishing in their states; the tokens are none.
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>

#include "app/studio/scenes.h"
#include "core/domain/hub_terms.h"
#include "ui/library/token_dialog.h"
#include "ui/mix/publish_contents.h"
#include "ui/mix/publish_dialog.h"
#include "ui/shell/action_table.h"
#include "ui/shell/settings_page.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

using Place = AccountState::Place;

template <class T>
T* child(Scene& scene, const char* name) {
    return scene.window().findChild<T*>(QLatin1StringView(name));
}

void openTokens(Scene& scene) { scene.window().actionTable().action(ActionId::FileTokens)->trigger(); }

void setPlace(Scene& scene, HubSite site, Place place, const char* name = "") {
    const char* origin = site == HubSite::CivitAi ? "https://civitai.com" : "https://huggingface.co";
    scene.client().accounts().set({site, place, QLatin1StringView(name), QLatin1StringView(origin)});
}

MixturePart part(MixturePart::Role role, const char* name, const char* source, const char* license, char digit) {
    MixturePart made;
    made.role = role;
    made.name = name;
    made.source = source;
    made.license = license;
    made.sha256 = std::string(64, digit);
    made.isHere = true;
    return made;
}

PublishPlan coastPlan() {
    using enum MixturePart::Role;
    PublishPlan plan;
    plan.name = "coast-mix";
    plan.files = {{"model_index.json", 612},
                  {"scheduler/scheduler_config.json", 479},
                  {"text_encoder/model.safetensors", 246'144'152},
                  {"text_encoder_2/model.safetensors", 1'389'382'176},
                  {"tokenizer/merges.txt", 524'619},
                  {"unet/config.json", 3'912},
                  {"unet/diffusion_pytorch_model.safetensors", 8'470'221'312},
                  {"vae/diffusion_pytorch_model.safetensors", 167'335'342}};
    for (const PublishPlan::File& file : plan.files) plan.bytes += file.bytes;
    plan.parts = {part(Base, "sdxl-base-1.0", "stabilityai/stable-diffusion-xl-base-1.0", "openrail++", 'a'),
                  part(Expert, "dreamscape", "dreamscape_v4.safetensors", "CreativeML OpenRAIL-M", 'b'),
                  part(Expert, "inkline", "example/inkline", "apache-2.0", 'c')};
    plan.license = "openrail++";
    plan.card =
        "---\nlibrary_name: diffusers\npipeline_tag: text-to-image\nlicense: openrail++\ntags:\n- segmoe\n"
        "- mixture-of-experts\n- text-to-image\n- stable-diffusion-xl\n---\n\n# coast mix\n\n"
        "A mixture of 2 SDXL models, made with SegMoE Studio. 1 of them work on each picture at every place.\n\n"
        "## Experts\n\n| Expert | Source | Is chosen for |\n|---|---|---|\n"
        "| dreamscape | dreamscape_v4.safetensors | dreamy landscape, soft light |\n"
        "| inkline | example/inkline | ink drawing, black lines |\n";
    return plan;
}

PublishDialog* openPublish(Scene& scene, const PublishPlan& plan) {
    ScriptedPublishClient& client = scene.client().publisher();
    client.content = plan;
    Q_EMIT scene.window().navigator().publishWanted(u"/data/user/mixtures/coast mix"_s);
    return child<PublishDialog>(scene, "publish_dialog");
}

void logIn(Scene& scene) { scene.client().publisher().account = HubAccount{"ada", "write"}; }

std::vector<SceneState> tokenScenes() {
    return {
        {"accounts_tokens", [](Scene& scene) { openTokens(scene); }},
        {"accounts_tokens_works",
         [](Scene& scene) {
             setPlace(scene, HubSite::CivitAi, Place::Keychain);
             openTokens(scene);
             child<QLineEdit>(scene, "token_hf_edit")->setText(u"hf_0123456789abcdefghij"_s);
             scene.client().accounts().good = {{u"hf_0123456789abcdefghij"_s, HubAccount{"ada", "read"}}};
             child<QPushButton>(scene, "token_hf_check_button")->click();
         }},
        {"accounts_tokens_refused",
         [](Scene& scene) {
             setPlace(scene, HubSite::HuggingFace, Place::Environment, "HF_TOKEN");
             openTokens(scene);
             child<QLineEdit>(scene, "token_civitai_edit")->setText(u"0123456789"_s);
             child<QPushButton>(scene, "token_civitai_check_button")->click();
         }},
        {"accounts_no_keychain",
         [](Scene& scene) {
             scene.client().accounts().hasKeychain = false;
             openTokens(scene);
             child<QLineEdit>(scene, "token_hf_edit")->setText(u"hf_0123456789abcdefghij"_s);
             child<QPushButton>(scene, "token_dialog_ok_button")->click();
         }},
        {"settings_hubs",
         [](Scene& scene) {
             scene.window().showPage(PageId::Settings);
             scene.window().findChild<SettingsPage*>()->showSection(SettingSection::Hubs);
         }},
    };
}

std::vector<SceneState> publishScenes() {
    return {
        {"publish_ready",
         [](Scene& scene) {
             logIn(scene);
             openPublish(scene, coastPlan());
         }},
        {"publish_licences",
         [](Scene& scene) {
             logIn(scene);
             PublishPlan plan = coastPlan();
             plan.parts[1].license.clear();
             plan.parts[2].license = hubTermsText({.isKnown = true, .mayShareMerges = true});
             plan.license = "other";
             openPublish(scene, plan)->findChild<PublishContents*>()->setCurrentIndex(1);
         }},
        {"publish_forbidden",
         [](Scene& scene) {
             logIn(scene);
             PublishPlan plan = coastPlan();
             plan.parts[1].license = "cc-by-nc-nd-4.0";
             openPublish(scene, plan)->findChild<PublishContents*>()->setCurrentIndex(1);
         }},
        {"publish_exists",
         [](Scene& scene) {
             logIn(scene);
             scene.client().publisher().existing[u"ada/coast-mix"_s] = PublishTarget{.exists = true, .isPrivate = true};
             openPublish(scene, coastPlan())->findChild<PublishContents*>()->setCurrentIndex(2);
         }},
        {"publish_no_token", [](Scene& scene) { openPublish(scene, coastPlan()); }},
        {"publish_running",
         [](Scene& scene) {
             logIn(scene);
             openPublish(scene, coastPlan());
             child<QPushButton>(scene, "publish_dialog_ok_button")->click();
             Q_EMIT scene.client().publisher().publishProgressed(
                 {.stage = Stage::Writing, .fraction = 0.42, .item = "unet/diffusion_pytorch_model.safetensors"});
         }},
        {"publish_done",
         [](Scene& scene) {
             logIn(scene);
             openPublish(scene, coastPlan());
             child<QPushButton>(scene, "publish_dialog_ok_button")->click();
             Q_EMIT scene.client().publisher().published(
                 {"https://huggingface.co/ada/coast-mix", "0f3c", 9, 10'273'000'000, {}});
         }},
    };
}

}  // namespace

std::vector<SceneState> accountScenes() {
    std::vector<SceneState> scenes = tokenScenes();
    for (SceneState& scene : publishScenes()) scenes.push_back(std::move(scene));
    return scenes;
}
