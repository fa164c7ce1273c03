// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/licence_terms.h"

#include <algorithm>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr Permission Y = Permission::Yes, N = Permission::No;

struct Known {
    QStringView mark;  ///< part of the text, lower case, spaces and dashes left out
    LicenceTerms terms;
};

/// The first that matches counts: the narrower names stand first.
constexpr Known kKnown[] = {
    {u"ccbyncnd", {N, N, N, Y}}, {u"ccbyncsa", {N, Y, Y, Y}},      {u"ccbync", {N, Y, Y, Y}},
    {u"ccbynd", {Y, N, N, Y}},   {u"ccbysa", {Y, Y, Y, Y}},        {u"ccby", {Y, Y, Y, Y}},
    {u"cc0", {Y, Y, Y, N}},      {u"apache", {Y, Y, Y, Y}},        {u"mit", {Y, Y, Y, Y}},
    {u"openrail", {Y, Y, Y, N}}, {u"noncommercial", {N, Y, Y, Y}}, {u"faipl", {Y, Y, Y, Y}},
};

Permission worse(Permission a, Permission b) {
    if (a == Permission::No || b == Permission::No) return Permission::No;
    return a == Permission::Yes && b == Permission::Yes ? Permission::Yes : Permission::Unknown;
}

}  // namespace

LicenceTerms licenceTerms(const QString& licence) {
    QString text = licence.toLower();
    text.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    for (const Known& known : kKnown)
        if (known.mark == u"mit" ? text.startsWith(known.mark) : text.contains(known.mark)) return known.terms;
    return {};
}

LicenceTerms strictest(const LicenceTerms& a, const LicenceTerms& b) {
    const bool isCreditNeeded = a.needsCredit == Permission::Yes || b.needsCredit == Permission::Yes;
    const bool isCreditFree = a.needsCredit == Permission::No && b.needsCredit == Permission::No;
    return {worse(a.commercial, b.commercial), worse(a.derivatives, b.derivatives), worse(a.shareMerges, b.shareMerges),
            isCreditNeeded ? Permission::Yes
            : isCreditFree ? Permission::No
                           : Permission::Unknown};
}

}  // namespace segmoe::ui
