// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QString>

#include "core/engine/model_facts.h"

namespace segmoe::ui {

/// Why a drop is refused (ui.md §5).
enum class DropRefusal {
    None,
    Architecture,      ///< D1
    Role,              ///< D2
    Pickle,            ///< D3
    Format,            ///< D4
    Full,              ///< D5
    Channels,          ///< D6
    LoraPlace,         ///< D7
    LoraArchitecture,  ///< D8
    Partial,           ///< D9
    Damaged,           ///< D10
    Text,              ///< D11
    LinkHost,          ///< D12
    Mixture,           ///< D13
    Dtype,             ///< D14
    NoSettings,        ///< D15
    Folder,            ///< D16
};

/// "D1"…"D16"; empty for None.
QString refusalId(DropRefusal refusal);

/// What a sentence may name.
struct RefusalWords {
    QString name = {};  ///< of the file or model
    QString a = {};     ///< its architecture, or what a LoRA was made for
    QString b = {};     ///< the mixture's or card's architecture
    QString what = {};  ///< role, suffix, dtype or detail
    int channels = 0;
};

/// The sentence of the table.
QString refusalSentence(DropRefusal refusal, const RefusalWords& words);

/// Where something is to be dropped on the Mix page.
enum class DropPlace { Base, Experts, Card, Prompts };

/// What the mixture is at the moment of the drop.
struct DropContext {
    DropPlace place = DropPlace::Experts;
    const ModelFacts* base = nullptr;  ///< of the base, when known
    int cards = 0;
    bool replacesCard = false;  ///< the drop takes a card's place: a full mixture does not matter
};

struct DropVerdict {
    DropRefusal refusal = DropRefusal::None;
    QString sentence;  ///< when refused
    bool isAccepted() const { return refusal == DropRefusal::None; }
};

/// Judges by suffix alone, while the pointer moves: no file is opened.
DropVerdict judgePath(const QString& path, const DropContext& context);
/// Whether a text is a recipe: it has one of the keys every recipe has, at the start of a line.
bool looksLikeRecipe(const QString& text);
/// Judges a model whose header has been read.
DropVerdict judgeModel(const ModelFacts& facts, const DropContext& context);
/// Judges text: a link or repository id becomes a model, anything else is refused. Prompts take plain text.
DropVerdict judgeText(const QString& text, const DropContext& context);

}  // namespace segmoe::ui
