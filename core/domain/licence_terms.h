// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

namespace segmoe {

/// What a licence lets people do; unknown is never taken for allowed.
enum class Permission { Unknown, No, Yes };

struct LicenceTerms {
    Permission commercial = Permission::Unknown;   ///< sell images; of most licences the model too
    Permission derivatives = Permission::Unknown;  ///< change the model
    Permission shareMerges = Permission::Unknown;  ///< pass mixtures on
    Permission needsCredit = Permission::Unknown;
    bool operator==(const LicenceTerms&) const = default;
};

/// The terms of the licences that models usually name, and of hubTermsText(); all unknown for any other text.
LicenceTerms licenceTerms(const std::string& licence);

/// The terms that hold for something made of both parts.
LicenceTerms strictest(const LicenceTerms& a, const LicenceTerms& b);

/// The licence among these that a whole made of all parts can carry: the strictest one, as the Hub writes it
/// ("cc-by-nc-4.0"); "other" where one is unknown, forbids it, or two ask for different things at once.
std::string licenceOfWhole(std::span<const std::string> licences);

}  // namespace segmoe
