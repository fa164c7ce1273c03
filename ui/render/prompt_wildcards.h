// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QString>
#include <QStringList>

namespace segmoe::ui {

/// The lines of wildcard `name`, or nothing when there is no such file.
using WildcardLookup = std::function<QStringList(const QString& name)>;

/// Files NAME.txt of a folder and those below it ("style/ink"): one choice a line; empty lines and # lines do not
/// count. Names that lead out of the folder find nothing.
WildcardLookup wildcardFolder(const QString& folder);

struct ResolvedPrompt {
    QString text;
    QStringList missing;  ///< wildcards without a file; they stay as typed
};

/// Whether there is anything to resolve.
bool hasWildcards(const QString& prompt);

/// Chooses for each __name__ a line of its file and for each {a|2::b|c} one of the choices, a number before :: being
/// its weight (1 otherwise) and N$$ before the first asking for N different ones joined by commas. Both nest; a
/// wildcard's line may hold either. The same prompt, files and seed give the same text on every machine.
ResolvedPrompt resolveWildcards(const QString& prompt, const WildcardLookup& lookup, quint64 seed);

}  // namespace segmoe::ui
