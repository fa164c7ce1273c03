// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>
#include <variant>

#include "ui/bridge/setting_keys.h"

namespace segmoe::ui {

/// The pages of the settings, in their order.
enum class SettingSection { General, Appearance, Rendering, Device, Hubs, Images, Routing, Mix, Shortcuts, About };
inline constexpr int kSettingSections = 10;

/// A choice and the words for its values.
struct ChoiceSetting {
    const ChoiceKeyBase* key;
    std::array<const char*, 7> texts;
};
/// A whole number with its unit; `special` stands for the least value.
struct NumberSetting {
    const IntKey* key;
    const char* unit;
    const char* special;
};
/// A share shown in per cent of one.
struct ScaleSetting {
    const NumberKey* key;
};
/// A number with decimals, its unit and the step of its arrows.
struct DecimalSetting {
    const NumberKey* key;
    const char* unit;
    double step;
};
struct PatternSetting {
    const TextKey* key;
};
/// An address that is checked before it is taken; `usual` is what an empty one stands for.
struct AddressSetting {
    const TextKey* key;
    const char* usual;
};
/// Rows whose choices are known only when the program runs.
enum class OwnSetting { Language, Device, PictureFolder, ModelsFolder, LoadedModels, Sampler, Schedule, Tokens };

/// One row of the settings page.
struct SettingRow {
    SettingSection section;
    const char* label;
    const char* help;
    std::variant<const FlagKey*, ChoiceSetting, NumberSetting, ScaleSetting, DecimalSetting, PatternSetting,
                 AddressSetting, OwnSetting>
        kind;
    bool restart = false;
};

std::span<const SettingRow> settingRows();
/// The words of a row in the chosen language; empty stays empty.
QString settingText(const char* words);
/// The key that the row changes, as it is called in the file.
const char* settingKey(const SettingRow& row);

}  // namespace segmoe::ui
