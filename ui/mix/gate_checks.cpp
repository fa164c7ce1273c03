// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/gate_checks.h"

#include <cmath>

#include <QCoreApplication>
#include <QLocale>

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

class GateCheckText {
    Q_DECLARE_TR_FUNCTIONS(GateCheckText)
};

QString letterOf(int expert) { return QString(QChar(static_cast<char16_t>(u'A' + expert % 26))); }

/// The card of the n-th expert that is on.
int cardOf(const MixState& state, int expert) {
    for (int i = 0; i < static_cast<int>(state.cards.size()); ++i)
        if (state.letterIndex(i) == expert) return i;
    return -1;
}

double cosineAt(const GateSite& site, std::size_t experts, int a, int b) {
    const std::size_t index = static_cast<std::size_t>(a) * experts + static_cast<std::size_t>(b);
    return index < site.cosines.size() ? site.cosines[index] : 0.0;
}

}  // namespace

double meanCosine(const GateReport& gates, int a, int b) {
    if (gates.sites.empty()) return 0.0;
    double sum = 0.0;
    for (const GateSite& site : gates.sites) sum += cosineAt(site, gates.experts.size(), a, b);
    return sum / static_cast<double>(gates.sites.size());
}

std::vector<Check> gateChecks(const GateReport& gates, const MixState& state) {
    std::vector<Check> checks;
    const int experts = static_cast<int>(gates.experts.size());
    const QLocale locale;
    for (int a = 0; a < experts; ++a)
        for (int b = a + 1; b < experts; ++b) {
            std::size_t close = 0;
            for (const GateSite& site : gates.sites)
                close += cosineAt(site, gates.experts.size(), a, b) >= kParallelCosine ? 1 : 0;
            if (gates.sites.empty() || 2 * close < gates.sites.size()) continue;
            checks.push_back({u"C9"_s,
                              CheckLevel::Warning,
                              GateCheckText::tr("Gates of %1 and %2 are nearly parallel: mean cosine %3.")
                                  .arg(letterOf(a), letterOf(b), locale.toString(meanCosine(gates, a, b), 'f', 2)),
                              {{CheckAct::ShowGates, GateCheckText::tr("Show")},
                               {CheckAct::CentreGates, GateCheckText::tr("Centre gates")},
                               {CheckAct::EditPrompts, GateCheckText::tr("Edit prompts"), cardOf(state, b)}},
                              u"C9/%1-%2"_s.arg(a).arg(b)});
        }
    const GateSite* worst = nullptr;
    for (const GateSite& site : gates.sites)
        if (site.conditionNumber > kDegenerateCondition && (!worst || site.conditionNumber > worst->conditionNumber))
            worst = &site;
    if (worst) {
        const QString number =
            std::isfinite(worst->conditionNumber) ? locale.toString(worst->conditionNumber, 'f', 1) : u"∞"_s;
        checks.push_back({u"C16"_s,
                          CheckLevel::Warning,
                          GateCheckText::tr("Gate matrix of %1 is degenerate (condition number %2 > 5).")
                              .arg(toText(worst->label), number),
                          {{CheckAct::ShowGates, GateCheckText::tr("Show")},
                           {CheckAct::CentreGates, GateCheckText::tr("Centre gates")}},
                          u"C16/"_s + toText(worst->label)});
    }
    return checks;
}

std::vector<Check> predictionChecks(const Prediction& prediction, const MixState& state) {
    std::vector<Check> checks;
    for (int expert = 0; expert < static_cast<int>(prediction.share.size()); ++expert) {
        const double share = prediction.share[static_cast<std::size_t>(expert)];
        const QString letter = letterOf(expert);
        const int card = cardOf(state, expert);
        bool isChosen = false;
        for (const Prediction::Site& site : prediction.sites)
            isChosen = isChosen || std::find(site.chosen.begin(), site.chosen.end(), expert) != site.chosen.end();
        if (!isChosen)
            checks.push_back({u"C10"_s,
                              CheckLevel::Warning,
                              GateCheckText::tr("Expert %1 is never chosen for the probe prompt.").arg(letter),
                              {{CheckAct::ShowCard, GateCheckText::tr("Show"), card},
                               {CheckAct::RaiseBias, GateCheckText::tr("Raise bias"), card, expert}},
                              u"C10/"_s + letter});
        else if (share >= kDominantShare)
            checks.push_back({u"C11"_s,
                              CheckLevel::Warning,
                              GateCheckText::tr("Expert %1 takes %2 % of all choices for the probe prompt.")
                                  .arg(letter)
                                  .arg(qRound(share * 100.0)),
                              {{CheckAct::ShowCard, GateCheckText::tr("Show"), card},
                               {CheckAct::LowerBias, GateCheckText::tr("Lower bias"), card, expert}},
                              u"C11/"_s + letter});
    }
    return checks;
}

}  // namespace segmoe::ui
