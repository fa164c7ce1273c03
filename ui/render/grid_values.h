// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include <QCoreApplication>
#include <QStringList>

#include "core/engine/render_engine.h"
#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

/// The words of grids.
class GridText {
    Q_DECLARE_TR_FUNCTIONS(GridPlan)
};

inline constexpr int kMostGridValues = 100;

/// A value of an axis: what the label says, and the text that applyGridValue() understands.
struct GridValue {
    QString label;
    QString text;
    bool operator==(const GridValue&) const = default;
};

struct GridValues {
    std::vector<GridValue> values;
    QString problem;  ///< a sentence when the text cannot be used; values are empty then
};

/// What somebody wrote into the field of an axis, one function per kind of value.
namespace grid {

QStringList listOf(const QString& text, QChar separator = u',');
/// "1, 5-8", within least…most.
GridValues numbers(const QString& text, double least, double most, bool whole);
/// "512x768".
GridValues sizes(const QString& text);
/// Letters or names of experts; "-" mutes none.
GridValues mutes(const QString& text, const ModelSummary& model);
/// "B=0.5".
GridValues biases(const QString& text, const ModelSummary& model);
/// "B: prompt | prompt".
GridValues gates(const QString& text, const ModelSummary& model);
/// Paths, or names of files in the list. unknown: the sentence for others, with %1.
GridValues fileNames(const QString& text, const QStringList& files, const QString& unknown);
/// The same, with "-" for the model's own.
GridValues vaes(const QString& text, const QStringList& files);
/// "mean", "plain", "empty".
GridValues weightRules(const QString& text);

/// Titles or names of an enum.
template <class Kind>
GridValues kinds(const QString& text, const std::vector<Kind>& all, std::string_view (*title)(Kind),
                 std::string_view (*name)(Kind)) {
    GridValues read;
    for (const QString& part : listOf(text)) {
        const auto found = std::ranges::find_if(all, [&](Kind kind) {
            return part.compare(toText(title(kind)), Qt::CaseInsensitive) == 0 ||
                   part.compare(toText(name(kind)), Qt::CaseInsensitive) == 0;
        });
        if (found == all.end()) return {{}, GridText::tr("“%1” is not known.").arg(part)};
        read.values.push_back({toText(title(*found)), toText(name(*found))});
    }
    return read;
}

}  // namespace grid

}  // namespace segmoe::ui
