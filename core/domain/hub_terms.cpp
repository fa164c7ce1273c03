// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/domain/hub_terms.h"

namespace segmoe {

namespace {

constexpr std::string_view kTermsStart = "CivitAI terms: ";

}  // namespace

std::string hubTermsText(const HubTerms& terms) {
    if (!terms.isKnown) return {};
    std::string text(kTermsStart);
    text += terms.maySellModel    ? "pictures and the model may be sold"
            : terms.maySellImages ? "pictures may be sold, the model may not"
                                  : "nothing may be sold";
    text += !terms.mayShareMerges  ? ", mixtures may not be shared"
            : terms.mayChangeTerms ? ", mixtures may be shared"
                                   : ", mixtures may be shared under the same terms";
    return text + (terms.needsCredit ? ", credit is needed" : ", no credit is needed");
}

std::optional<HubTerms> hubTermsOf(std::string_view licence) {
    if (!licence.starts_with(kTermsStart)) return std::nullopt;
    constexpr struct { bool first, second; } kChoices[] = {{false, false}, {true, false}, {true, true}};
    for (const auto& [images, model] : kChoices)
        for (const auto& [merges, otherTerms] : kChoices)
            for (const bool needsCredit : {false, true}) {
                const HubTerms terms{true, images, model, merges, otherTerms, needsCredit};
                if (hubTermsText(terms) == licence) return terms;
            }
    return std::nullopt;
}

}  // namespace segmoe
