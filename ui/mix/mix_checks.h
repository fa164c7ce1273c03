// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <vector>

#include <QString>

#include "core/engine/mix_workbench.h"
#include "ui/mix/mix_state.h"
#include "ui/mix/source_info.h"

namespace segmoe::ui {

enum class CheckLevel { Error, Warning, Info };

/// What a button of a check does; `card` of the action says where.
enum class CheckAct {
    ChooseBase,
    AddExpert,
    AddBaseAsExpert,
    Locate,
    Download,  ///< fetches `text` from its hub
    UseFound,  ///< `text` takes the place of what is missing
    Replace,
    Remove,
    EditPrompts,
    UseTrigger,  ///< the model's own trigger words become its gate prompt
    FewStepPreset,
    UseRandomGates,
    UsePromptGates,
    SetK,
    ShowCard,
    ShowGates,
    CentreGates,
    RaiseBias,
    LowerBias,
    Keep,  ///< do not say it again for this mix
    ShowLicence,
    ShowMisfits,  ///< the parts of a LoRA (`text`) that have no place in the model of `card`
    MakeCompatible,
};

struct CheckAction {
    CheckAct act;
    QString label;
    int card = -1;  ///< -1 = the base, or no card
    int value = 0;
    QString text = {};  ///< the source to take, or the words
    bool operator==(const CheckAction&) const = default;
};

struct Check {
    QString id;  ///< "C1"
    CheckLevel level;
    QString sentence;
    std::vector<CheckAction> actions;
    QString key;  ///< of what it is about: stays the same while it is said again
    bool operator==(const Check&) const = default;
};

/// Everything the checks look at.
struct CheckInput {
    MixState state;
    SourceInfos infos;
    std::optional<GateReport> gates;       ///< of the built mixture, while it is up to date
    std::optional<Prediction> prediction;  ///< for the probe prompt, likewise
    LoraFits loraFits;
    std::map<QString, QString> twins = {};  ///< by missing source: the same model at another place
};

/// C1 to C20 of ui.md §6.5, errors first. Pure.
std::vector<Check> mixChecks(const CheckInput& input);
bool hasErrors(const std::vector<Check>& checks);

/// Why the original program cannot open what this mix is saved as; empty = it can.
QString incompatibleReason(const MixState& state, const std::vector<std::string>& blocks);

}  // namespace segmoe::ui
