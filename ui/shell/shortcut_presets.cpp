// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/shortcut_presets.h"

#include <vector>

#include <QCoreApplication>
#include <QKeySequence>

#include "ui/bridge/settings.h"
#include "ui/shell/action_table.h"

namespace segmoe::ui {

namespace {

struct Change {
    const char* action;  ///< object name; names that do not exist here are skipped
    const char* keys;
};

struct Preset {
    const char* name;
    std::vector<Change> changes;
};

const std::vector<Preset>& presets() {
    static const std::vector<Preset> kPresets = {
        {QT_TRANSLATE_NOOP("ShortcutPresets", "Default"), {}},
        {QT_TRANSLATE_NOOP("ShortcutPresets", "AUTOMATIC1111"),
         {{"action_page_render", "Ctrl+1"}, {"action_page_mix", "Ctrl+2"}}},
        {QT_TRANSLATE_NOOP("ShortcutPresets", "InvokeAI"),
         {{"action_render_cancel", "Shift+X; Ctrl+Alt+Return"},
          {"action_render_cancel_waiting", "Ctrl+Shift+Backspace"},
          {"action_view_focus", "Ctrl+Shift+F; F11"}}},
        {QT_TRANSLATE_NOOP("ShortcutPresets", "Like Krita"),
         {{"action_view_actual", "Ctrl+0"}, {"action_view_focus", "Ctrl+Shift+F; F11"}}},
    };
    return kPresets;
}

}  // namespace

QStringList shortcutPresetNames() {
    QStringList names;
    for (const Preset& preset : presets()) names << QCoreApplication::translate("ShortcutPresets", preset.name);
    return names;
}

void applyShortcutPreset(int preset, ActionTable& actions, Settings& settings) {
    for (const ActionRow& row : actionRows()) settings.setShortcut(QLatin1String(row.name), std::nullopt);
    for (const Change& change : presets().at(static_cast<std::size_t>(preset)).changes)
        for (const ActionRow& row : actionRows())
            if (qstrcmp(row.name, change.action) == 0)
                settings.setShortcut(QLatin1String(row.name), QLatin1String(change.keys));
    actions.applyShortcuts(settings);
}

}  // namespace segmoe::ui
