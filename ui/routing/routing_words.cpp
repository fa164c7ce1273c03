// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/routing_words.h"

#include <cmath>

#include <QCoreApplication>
#include <QLocale>

#include "ui/bridge/qt_convert.h"
#include "ui/routing/site_label.h"

namespace segmoe::ui {

namespace {

struct RoutingWords {
    Q_DECLARE_TR_FUNCTIONS(Routing)
};

}  // namespace

QChar expertLetter(int expert) { return QChar(static_cast<char16_t>(u'A' + expert % 26)); }

QString expertTitle(const RoutingModel& model, int expert) {
    return expertLetter(expert) + u' ' + toText(model.trace().experts[static_cast<std::size_t>(expert)]);
}

QStringList expertTitles(const RoutingModel& model) {
    QStringList titles;
    for (int expert = 0; expert < model.experts(); ++expert) titles << expertTitle(model, expert);
    return titles;
}

QString expertLetters(const std::vector<int>& experts) {
    QStringList letters;
    for (int expert : experts) letters << QString(expertLetter(expert));
    return letters.join(QStringLiteral(", "));
}

QString blocksText(const RoutingModel& model, const RoutingSelection& selection) {
    const auto& blocks = model.layout().blocks;
    if (selection.blocks.size() == 1) return blocks[static_cast<std::size_t>(selection.blocks[0])].label;
    if (!selection.blocks.empty())
        return RoutingWords::tr("mean of %n block(s)", "", static_cast<int>(selection.blocks.size()));
    int mixed = 0;
    for (const RoutingBlock& block : blocks) mixed += block.isMixed() ? 1 : 0;
    return RoutingWords::tr("mean of all %n block(s)", "", mixed);
}

QString kindsText(const RoutingModel& model, const RoutingSelection& selection) {
    if (selection.kind) return kindText(*selection.kind).toLower();
    return RoutingWords::tr("mean of %n kind(s)", "", static_cast<int>(model.layout().kinds.size()));
}

QString stepText(const RoutingModel& model, int step) {
    return step < 0 ? RoutingWords::tr("mean of %n step(s)", "", model.steps())
                    : RoutingWords::tr("step %1 of %2").arg(step + 1).arg(model.steps());
}

QString valueText(const RoutingSelection& selection) {
    const bool preferred = selection.value == ValueKind::Preferred;
    switch (selection.half) {
        case GuidanceHalf::Prompt: return preferred ? RoutingWords::tr("preferred") : RoutingWords::tr("applied");
        case GuidanceHalf::Negative:
            return preferred ? RoutingWords::tr("preferred by the negative half")
                             : RoutingWords::tr("applied in the negative half");
        case GuidanceHalf::Mean:
            return preferred ? RoutingWords::tr("preferred, mean of both halves")
                             : RoutingWords::tr("applied, mean of both halves");
    }
    return {};
}

QString selectionText(const RoutingModel& model, const RoutingSelection& selection) {
    return RoutingWords::tr("%1, %2, %3, %4")
        .arg(kindsText(model, selection), blocksText(model, selection), stepText(model, selection.step),
             valueText(selection));
}

QString percent(double share) { return RoutingWords::tr("%1 %").arg(QLocale().toString(std::lround(share * 100.0))); }

QString number(double value, int decimals) {
    return std::isnan(value) ? RoutingWords::tr("none") : QLocale().toString(value, 'f', decimals);
}

QString decisionText(const RoutingModel& model, const RoutingSelection& selection, int block,
                     std::optional<SiteKind> kind, int step) {
    const std::vector<int> sites = model.sitesOfBlock(block, kind);
    const QString& label = model.layout().blocks[static_cast<std::size_t>(block)].label;
    if (sites.empty()) return RoutingWords::tr("%1 is not mixed.").arg(label);
    const QString where = RoutingWords::tr("%1, %2, %3")
                              .arg(label, kind ? kindText(*kind).toLower() : RoutingWords::tr("mean of its kinds"),
                                   stepText(model, step));
    const StepSpan span = model.span(step);
    const std::vector<double> applied = model.weights(sites, span, ValueKind::Applied, selection.half);
    const std::vector<double> preferred = model.weights(sites, span, ValueKind::Preferred, selection.half);
    std::vector<int> shown;
    if (sites.size() == 1 && span.count() == 1) {
        shown = model.chosen(sites[0], span.from);
    } else {
        for (int expert = 0; expert < model.experts(); ++expert)
            if (applied[static_cast<std::size_t>(expert)] > 0.0) shown.push_back(expert);
    }
    QStringList parts;
    for (int expert : shown) {
        const auto e = static_cast<std::size_t>(expert);
        parts << (preferred.empty()
                      ? RoutingWords::tr("%1 chosen, weight %2").arg(expertTitle(model, expert), number(applied[e]))
                      : RoutingWords::tr("%1 chosen, weight %2, preferred %3")
                            .arg(expertTitle(model, expert), number(applied[e]), number(preferred[e])));
    }
    return RoutingWords::tr("%1: %2").arg(where, parts.join(QStringLiteral("; ")));
}

QString noMapsText() { return RoutingWords::tr("This capture holds choices but no maps."); }

QString noMeansText() { return RoutingWords::tr("This capture holds choices but not what the places preferred."); }

}  // namespace segmoe::ui
