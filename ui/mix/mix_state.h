// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QByteArray>
#include <QString>

#include "core/domain/mix_recipe.h"

namespace segmoe::ui {

inline constexpr int kMostCards = 8;      ///< that may be added; recipes with more can be opened
inline constexpr int kMostPrompts = 8;    ///< of one card and side
inline constexpr int kMostLoras = 8;      ///< of one card
inline constexpr int kPromptTokens = 75;  ///< more are not used for gates

/// The side of a gate prompt.
enum class PromptSide { Positive, Negative };

/// One expert of the document: on, or switched off and kept.
struct MixCard {
    ExpertSpec spec;
    bool enabled = true;
    bool operator==(const MixCard&) const = default;

    std::vector<WeightedPrompt>& prompts(PromptSide side) {
        return side == PromptSide::Positive ? spec.positive : spec.negative;
    }
    const std::vector<WeightedPrompt>& prompts(PromptSide side) const {
        return side == PromptSide::Positive ? spec.positive : spec.negative;
    }
};

/// What the Mix page edits. `head` is the recipe without experts: they are the cards.
struct MixState {
    MixRecipe head;
    std::vector<MixCard> cards;
    bool operator==(const MixState&) const = default;

    int enabledCount() const;
    /// Place of a card among those that are on; -1 when it is off.
    int letterIndex(int card) const;
};

/// Every card has at least one row for a positive prompt.
MixState stateOf(const MixRecipe& recipe);
/// Cards that are off become parked experts; empty prompt rows are left out.
MixRecipe recipeOf(const MixState& state);

/// "Untitled mix": two models of one architecture, nothing chosen yet.
MixState emptyMix();

/// The card's name in charts: its alias, else the file's stem; equal names are numbered.
QString cardAlias(const MixState& state, int card);
/// "A"… as in charts: cards that are off do not count; "–" for those.
QString cardLetter(const MixState& state, int card);
/// "dreamscape_v4" of a path, folder or hub reference; folders of the Hugging Face cache are called like their
/// repository.
QString sourceStem(const QString& source);
/// Alias that no other card has.
QString freeAlias(const MixState& state, int card, const QString& wanted);

/// The card that shows whether one of the base's LoRAs fits what it acts on: the first expert that is on when it acts
/// on those alone, else -1, the base.
int loraTestCard(const MixState& state, const LoraRef& lora);

/// Equal for recipes whose weights are the same: base, experts, LoRAs, layers, blocks, precision, compat.
QByteArray weightsKey(const MixRecipe& recipe);
/// Equal for recipes whose gates are measured from the same things. Prompts count only where the method uses them.
QByteArray gatesKey(const MixRecipe& recipe);
/// Of the whole recipe.
QByteArray recipeHash(const MixRecipe& recipe);

/// Whether the method measures prompts at all.
bool usesPrompts(GateMethod method);
/// Whether negative prompts change the gates.
bool usesNegatives(const MixRecipe& recipe);

}  // namespace segmoe::ui
