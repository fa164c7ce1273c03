// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace segmoe {

/// What CivitAI's flags of a model say.
struct HubTerms {
    bool isKnown = false;
    bool maySellImages = false;
    bool maySellModel = false;  ///< lets images be sold too
    bool mayShareMerges = false;
    bool mayChangeTerms = false;  ///< when merges are shared
    bool needsCredit = true;
    bool operator==(const HubTerms&) const = default;
};

/// The terms in words, for the places where other models name their licence: the index of the library, the parts of a
/// mixture, model cards. Empty when they are not known.
std::string hubTermsText(const HubTerms& terms);

/// The terms of which hubTermsText() made this; nothing for any other licence.
std::optional<HubTerms> hubTermsOf(std::string_view licence);

}  // namespace segmoe
