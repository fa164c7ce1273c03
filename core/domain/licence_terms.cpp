// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/domain/licence_terms.h"

#include <algorithm>
#include <string_view>

#include "core/base/ascii.h"
#include "core/domain/hub_terms.h"

namespace segmoe {

namespace {

constexpr Permission Y = Permission::Yes, N = Permission::No;

struct Known {
    std::string_view mark;  ///< part of the text, lower case, spaces and dashes left out
    LicenceTerms terms;
    std::string_view hubName;  ///< how model hubs call it
    bool isOwn = false;        ///< asks that what is made of it carries the same licence
    int strictness = 0;        ///< among those that can stand for a whole; the larger number wins
};

/// The first that matches counts: the narrower names stand first.
constexpr Known kKnown[] = {
    {"ccbyncnd", {N, N, N, Y}, "cc-by-nc-nd-4.0"},
    {"ccbyncsa", {N, Y, Y, Y}, "cc-by-nc-sa-4.0", true, 8},
    {"ccbync", {N, Y, Y, Y}, "cc-by-nc-4.0", false, 7},
    {"ccbynd", {Y, N, N, Y}, "cc-by-nd-4.0"},
    {"ccbysa", {Y, Y, Y, Y}, "cc-by-sa-4.0", true, 6},
    {"ccby", {Y, Y, Y, Y}, "cc-by-4.0", false, 3},
    {"cc0", {Y, Y, Y, N}, "cc0-1.0", false, 0},
    {"apache", {Y, Y, Y, Y}, "apache-2.0", false, 2},
    {"mit", {Y, Y, Y, Y}, "mit", false, 1},
    {"openrail", {Y, Y, Y, N}, "openrail", true, 5},
    {"noncommercial", {N, Y, Y, Y}, "other", true, 9},
    {"faipl", {Y, Y, Y, Y}, "other", true, 4},
};

const Known* knownLicence(const std::string& licence) {
    std::string text;
    for (const char c : licence)
        if (isAsciiAlphanumeric(c)) text += asciiLower(c);
    for (const Known& known : kKnown)
        if (known.mark == "mit" ? text.starts_with(known.mark) : text.find(known.mark) != std::string::npos)
            return &known;
    return nullptr;
}

/// Names of hubs are lower case without blanks; what is written so is taken as it is.
std::string hubName(const std::string& licence, const Known& known) {
    const bool isName = std::ranges::all_of(licence, [](char c) {
        return (isAsciiAlphanumeric(c) && asciiLower(c) == c) || c == '-' || c == '.' || c == '+';
    });
    return isName && known.hubName != "other" ? licence : std::string(known.hubName);
}

Permission worse(Permission a, Permission b) {
    if (a == Permission::No || b == Permission::No) return Permission::No;
    return a == Permission::Yes && b == Permission::Yes ? Permission::Yes : Permission::Unknown;
}

Permission permissionOf(bool isGiven) { return isGiven ? Y : N; }

}  // namespace

LicenceTerms licenceTerms(const std::string& licence) {
    if (const auto terms = hubTermsOf(licence))
        return {permissionOf(terms->maySellImages), permissionOf(terms->mayShareMerges),
                permissionOf(terms->mayShareMerges), permissionOf(terms->needsCredit)};
    const Known* known = knownLicence(licence);
    return known ? known->terms : LicenceTerms{};
}

LicenceTerms strictest(const LicenceTerms& a, const LicenceTerms& b) {
    const bool isCreditNeeded = a.needsCredit == Permission::Yes || b.needsCredit == Permission::Yes;
    const bool isCreditFree = a.needsCredit == Permission::No && b.needsCredit == Permission::No;
    return {worse(a.commercial, b.commercial), worse(a.derivatives, b.derivatives), worse(a.shareMerges, b.shareMerges),
            isCreditNeeded ? Permission::Yes
            : isCreditFree ? Permission::No
                           : Permission::Unknown};
}

std::string licenceOfWhole(std::span<const std::string> licences) {
    const Known* strict = nullptr;
    std::string name = "other";
    for (const std::string& licence : licences) {
        if (const auto terms = hubTermsOf(licence)) {
            // It has no name that could stand for the whole, but lets another one stand.
            if (!terms->mayShareMerges || !terms->mayChangeTerms) return "other";
            continue;
        }
        const Known* known = knownLicence(licence);
        if (!known || known->terms.shareMerges != Permission::Yes) return "other";
        if (strict && strict->isOwn && known->isOwn && strict != known) return "other";
        if (strict && strict->strictness >= known->strictness) continue;
        strict = known;
        name = hubName(licence, *known);
    }
    // With a part that forbids selling or asks for credit, a licence without that cannot stand for the whole.
    for (const std::string& licence : licences) {
        if (!strict) break;
        const LicenceTerms terms = licenceTerms(licence);
        if (terms.commercial != strict->terms.commercial && strict->terms.commercial == Permission::Yes) return "other";
        if (hubTermsOf(licence) && terms.needsCredit == Y && strict->terms.needsCredit == N) return "other";
    }
    return name;
}

}  // namespace segmoe
