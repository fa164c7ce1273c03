// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/mix_recipe.h"
#include "core/domain/routing_policy.h"
#include "core/nn/token_layer.h"
#include "core/weights/tensor_source.h"

namespace segmoe::moe {

/// A linear layer or a feed-forward that has experts.
struct MixedModule {
    std::string name;   ///< "down_blocks.1.attentions.0.transformer_blocks.3.attn1.to_q"
    std::string local;  ///< "attn1.to_q", the same inside its transformer block
    nn::BlockPlace place;
    SiteKind kind = SiteKind::SelfAttention;

    std::string gateName() const { return name + ".gate.weight"; }
    /// "….experts.2.weight" for suffix "weight".
    std::string expertName(int expert, std::string_view suffix) const;
    /// "weight" of a projection; the four tensors of a feed-forward.
    const std::vector<std::string>& suffixes() const;
};

/// Which modules of a UNet have experts, and how many (segmoe.md §3.2, §3.5): transformer blocks of the down and
/// up path, never the middle. Modules in execution order.
struct MixtureLayout {
    int experts = 0;          ///< E
    int expertsPerToken = 1;  ///< k
    MoeLayers layers = MoeLayers::All;
    std::vector<MixedModule> modules;
    int downStart = 0, downEnd = 0, upStart = 0,
        upEnd = 0;  ///< block ranges as the reference writes them; ends exclusive
};

/// "D1.A0.T3": the place of a transformer block in site labels.
std::string placeLabel(const nn::BlockPlace& place);

/// Place of a transformer block from a tensor name, and what follows it; nothing for names of other parts.
struct BlockName {
    nn::BlockPlace place;
    std::string_view prefix;  ///< "up_blocks.1.attentions.0.transformer_blocks.0"
    std::string_view rest;    ///< "attn1.to_q.weight"
};
std::optional<BlockName> parseBlockName(std::string_view tensorName);

/// Labels of all transformer blocks of a UNet, those of the middle too, in execution order.
std::vector<std::string> transformerBlockLabels(const TensorSource& unet);

/// Where a mixture of plain UNets of this layout would have experts: every transformer block outside the middle, except
/// those whose label matches an entry of leftOut (a label or a glob); these stay the base's. Throws
/// Error{ArchitectureMismatch} when the source is a mixture already or has no transformer blocks outside the middle,
/// Error{RecipeValueInvalid} when an entry names no block of it or nothing would be left to mix.
MixtureLayout planMixture(const TensorSource& unet, MoeLayers layers, int experts, int expertsPerToken,
                          const std::vector<std::string>& leftOut = {});

/// What a SegMoE UNet holds, from its tensor names alone; nothing for a plain UNet. k is the caller's (from the
/// config). Throws Error{ArchitectureMismatch} listing all gaps: experts that are missing, modules that disagree on E,
/// shapes that do not fit, or k outside 1…E.
std::optional<MixtureLayout> detectMixture(const TensorSource& unet, int expertsPerToken);

/// Whether any name holds experts.
bool isMixture(const TensorSource& unet);

}  // namespace segmoe::moe
