// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace segmoe::ui {

/// What a licence lets people do; unknown is never taken for allowed.
enum class Permission { Unknown, No, Yes };

struct LicenceTerms {
    Permission commercial = Permission::Unknown;   ///< sell images or the model
    Permission derivatives = Permission::Unknown;  ///< change the model
    Permission shareMerges = Permission::Unknown;  ///< pass mixtures on
    Permission needsCredit = Permission::Unknown;
    bool operator==(const LicenceTerms&) const = default;
};

/// The terms of the licences that models usually name; all unknown for any other text.
LicenceTerms licenceTerms(const QString& licence);

/// The terms that hold for something made of both parts.
LicenceTerms strictest(const LicenceTerms& a, const LicenceTerms& b);

}  // namespace segmoe::ui
