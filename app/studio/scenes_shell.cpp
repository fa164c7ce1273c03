// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/scenes.h"

#include <QCoreApplication>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QToolButton>
#include <QUrl>

#include "ui/library/release_reminders.h"
#include "ui/shell/action_table.h"
#include "ui/shell/banner_bar.h"
#include "ui/shell/quit_dialog.h"
#include "ui/shell/settings_page.h"
#include "ui/shell/shortcut_section.h"
#include "ui/shell/start_notices.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

SceneState settingsScene(const char* name, SettingSection section) {
    return {name, [section](Scene& scene) {
                scene.window().showPage(PageId::Settings);
                scene.window().findChild<SettingsPage*>()->showSection(section);
            }};
}

StartNotices* notices(Scene& scene) {
    return new StartNotices(scene.window().context(), scene.window().banner(), &scene.window());
}

void trigger(Scene& scene, ActionId id) { scene.window().actionTable().action(id)->trigger(); }

void showLog(Scene& scene) {
    scene.log().add(LogLevel::Info, u"Engine ready: cpu, 2 threads"_s);
    scene.log().add(LogLevel::Info, u"starter.yaml: 4 experts, 68 decisions per step, 61.2 MB"_s);
    scene.log().add(LogLevel::Warning, u"flower.safetensors: 2 keys are not part of the model and were left out"_s);
    scene.log().add(LogLevel::Info, u"rendered 1 picture, 128×128, 20 steps, 2.9 s"_s);
    scene.log().add(LogLevel::Error,
                    u"The render needs 9.4 GB and 7.1 GB are free. Choose a smaller size or free memory."_s);
    trigger(scene, ActionId::ViewLog);
}

}  // namespace

std::vector<SceneState> shellScenes() {
    return {
        settingsScene("settings_general", SettingSection::General),
        settingsScene("settings_appearance", SettingSection::Appearance),
        settingsScene("settings_rendering", SettingSection::Rendering),
        settingsScene("settings_device", SettingSection::Device),
        settingsScene("settings_images", SettingSection::Images),
        settingsScene("settings_routing", SettingSection::Routing),
        settingsScene("settings_mix", SettingSection::Mix),
        settingsScene("settings_about", SettingSection::About),
        {"settings_shortcuts",
         [](Scene& scene) {
             settingsScene("", SettingSection::Shortcuts).arrange(scene);
             auto* section = scene.window().findChild<ShortcutSection*>();
             section->choose(ActionId::ViewFocusMode);
             section->offer(QKeySequence(u"Ctrl+K"_s));
         }},
        {"settings_find",
         [](Scene& scene) {
             settingsScene("", SettingSection::General).arrange(scene);
             scene.window().findChild<QLineEdit*>(u"settings_find_edit"_s)->setText(u"preview"_s);
         }},
        {"window_commands", [](Scene& scene) { trigger(scene, ActionId::CommandList); }},
        {"window_keys", [](Scene& scene) { trigger(scene, ActionId::HelpPage); }},
        {"window_about", [](Scene& scene) { trigger(scene, ActionId::HelpAbout); }},
        {"window_quit",
         [](Scene& scene) { (new QuitDialog({.isRendering = true, .waiting = 2}, &scene.window()))->open(); }},
        {"window_quit_upload",
         [](Scene& scene) {
             QuitObstacles obstacles;
             obstacles.downloads = 1;
             obstacles.upload = u"ada/coast-and-castles"_s;
             (new QuitDialog(obstacles, &scene.window()))->open();
         }},
        {"window_release",
         [](Scene& scene) {
             ReleaseReminders(scene.window().context().settings)
                 .add({u"civitai:3"_s, u"Comic Line v7"_s, u"https://civitai.com/models/1003"_s,
                       QDateTime::currentDateTimeUtc().addSecs(-1)});
         }},
        {"window_guide", [](Scene& scene) { trigger(scene, ActionId::HelpGuide); }},
        {"window_first_run", [](Scene& scene) { notices(scene)->showFirstRun(); }},
        {"window_no_gpu", [](Scene& scene) { notices(scene)->showNoGpu(94.0); }},
        {"window_log", showLog},
        {"window_crash", [](Scene& scene) { notices(scene)->showCrash(2, true); }},
        {"window_open_as",
         [](Scene& scene) {
             QMimeData dropped;
             dropped.setUrls({QUrl::fromLocalFile(u"/data/user/pictures/00042_7.png"_s)});
             QDragEnterEvent enter(QPoint(1, 1), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
             QCoreApplication::sendEvent(&scene.window(), &enter);
             QDropEvent event(QPointF(1, 1), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
             QCoreApplication::sendEvent(&scene.window(), &event);
         }},
        {"window_models",
         [](Scene& scene) {
             scene.client().setResident({{.id = 1,
                                          .name = "coast mix",
                                          .source = "/data/user/mixtures/coast.yaml",
                                          .experts = 3,
                                          .deviceBytes = 0,
                                          .ownBytes = 1'240'000'000,
                                          .mappedBytes = 9'720'000'000}});
             scene.window().findChild<QToolButton*>(u"status_models_button"_s)->click();
             letPass(50);
         }},
        {"window_toasts",
         [](Scene& scene) {
             Navigator& navigator = scene.window().navigator();
             Q_EMIT navigator.toast(u"Settings replaced."_s, u"Undo"_s, &scene.window(), [] {});
             Q_EMIT navigator.toast(u"Found 4 models. Make a mixture from two of them?"_s, u"Make mixture"_s,
                                    &scene.window(), [] {});
         }},
        {"window_jobs", [](Scene& scene) { trigger(scene, ActionId::ViewJobs); }},
    };
}
