// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/routing_statistics.h"

#include <algorithm>
#include <cmath>

namespace segmoe::ui {

namespace {

/// The chosen experts of a decision as bits, so that sets compare whatever their order.
quint64 chosenBits(const RoutingModel& model, int site, int step) {
    quint64 bits = 0;
    for (int rank = 0; rank < model.k(); ++rank)
        if (const int expert = model.trace().chosenAt(step, site, rank); expert >= 0)
            bits |= quint64{1} << (expert & 63);
    return bits;
}

/// Collects single values into mean and range.
struct Range {
    double sum = 0.0, low = kNothing, high = kNothing;
    int count = 0;
    void add(double value) {
        low = count == 0 ? value : std::min(low, value);
        high = count == 0 ? value : std::max(high, value);
        sum += value;
        ++count;
    }
    void appendTo(EntropyCurve& curve) const {
        curve.mean.push_back(count > 0 ? sum / count : kNothing);
        curve.low.push_back(low);
        curve.high.push_back(high);
    }
};

}  // namespace

ExpertLoad expertLoad(const RoutingModel& model, const RoutingSelection& selection) {
    ExpertLoad load;
    const auto experts = static_cast<std::size_t>(model.experts());
    load.choices.assign(experts, 0.0);
    const std::vector<int> sites = model.sites(selection);
    const StepSpan span = model.span(selection.step);
    double total = 0.0;
    for (int site : sites)
        for (int step = span.from; step < span.to; ++step)
            for (int expert : model.chosen(site, step)) {
                load.choices[static_cast<std::size_t>(expert)] += 1.0;
                total += 1.0;
            }
    if (total > 0.0)
        for (double& share : load.choices) share /= total;
    load.weight = model.weights(sites, span, selection.value, selection.half);
    return load;
}

Matrix blockWeights(const RoutingModel& model, const RoutingSelection& selection, std::optional<SiteKind> kind) {
    Matrix result(model.layout().blockCount(), model.experts());
    const StepSpan span = model.span(selection.step);
    for (int block = 0; block < result.rows; ++block) {
        const std::vector<double> weights =
            model.weights(model.sitesOfBlock(block, kind), span, selection.value, selection.half);
        for (std::size_t e = 0; e < weights.size(); ++e) result.at(block, static_cast<int>(e)) = weights[e];
    }
    return result;
}

EntropyCurve entropyOverSteps(const RoutingModel& model, const RoutingSelection& selection) {
    EntropyCurve curve;
    const std::vector<int> sites = model.sites(selection);
    for (int step = 0; step < model.steps(); ++step) {
        Range range;
        for (int site : sites)
            if (const auto value = model.entropy(site, step, selection.half)) range.add(*value);
        range.appendTo(curve);
    }
    return curve;
}

EntropyCurve entropyOverBlocks(const RoutingModel& model, const RoutingSelection& selection) {
    EntropyCurve curve;
    const StepSpan span = model.span(selection.step);
    for (int block = 0; block < model.layout().blockCount(); ++block) {
        Range range;
        for (int site : model.sitesOfBlock(block, selection.kind))
            for (int step = span.from; step < span.to; ++step)
                if (const auto value = model.entropy(site, step, selection.half)) range.add(*value);
        range.appendTo(curve);
    }
    return curve;
}

namespace {

ExpertPairs changesBetweenSteps(const RoutingModel& model, const std::vector<int>& sites) {
    ExpertPairs pairs{.changes = true, .share = Matrix(model.experts(), model.experts(), 0.0), .lift = {}};
    for (int site : sites)
        for (int step = 1; step < model.steps(); ++step) {
            const int before = model.trace().chosenAt(step - 1, site, 0);
            const int now = model.trace().chosenAt(step, site, 0);
            if (before < 0 || now < 0 || before == now) continue;
            pairs.share.at(before, now) += 1.0;
            ++pairs.decisions;
        }
    for (double& value : pairs.share.values) value /= std::max(1, pairs.decisions);
    for (int e = 0; e < model.experts(); ++e) pairs.share.at(e, e) = kNothing;
    return pairs;
}

}  // namespace

ExpertPairs expertPairs(const RoutingModel& model, const RoutingSelection& selection) {
    const std::vector<int> sites = model.sites(selection);
    if (model.k() < 2) return changesBetweenSteps(model, sites);
    const int experts = model.experts();
    ExpertPairs pairs{.changes = false, .share = Matrix(experts, experts), .lift = Matrix(experts, experts)};
    Matrix together(experts, experts, 0.0);
    const StepSpan span = model.span(selection.step);
    for (int site : sites)
        for (int step = span.from; step < span.to; ++step, ++pairs.decisions) {
            const std::vector<int> set = model.chosen(site, step);
            for (int a : set)
                for (int b : set) together.at(a, b) += 1.0;
        }
    for (int a = 0; a < experts; ++a)
        for (int b = 0; b < experts; ++b) {
            if (a == b) continue;
            const double both = together.at(a, b);
            const double either = together.at(a, a) + together.at(b, b) - both;
            if (either > 0.0) pairs.share.at(a, b) = both / either;
            if (together.at(a, a) > 0.0 && together.at(b, b) > 0.0)
                pairs.lift.at(a, b) = both * pairs.decisions / (together.at(a, a) * together.at(b, b));
        }
    return pairs;
}

ChoiceStability choiceStability(const RoutingModel& model, const RoutingSelection& selection) {
    ChoiceStability result;
    const std::vector<int> sites = model.sites(selection);
    if (sites.empty()) return result;
    const int last = model.steps() - 1;
    const double count = static_cast<double>(sites.size());
    for (int step = 0; step <= last; ++step) {
        int same = 0, flipped = 0, overridden = 0, known = 0;
        for (int site : sites) {
            const quint64 now = chosenBits(model, site, step);
            same += now == chosenBits(model, site, last) ? 1 : 0;
            flipped += step > 0 && now != chosenBits(model, site, step - 1) ? 1 : 0;
            quint64 preferred = 0;
            for (int expert : model.preferredSet(site, step)) preferred |= quint64{1} << (expert & 63);
            known += preferred != 0 ? 1 : 0;
            overridden += preferred != 0 && preferred != now ? 1 : 0;
        }
        result.agreement.push_back(same / count);
        result.flips.push_back(step > 0 ? flipped / count : kNothing);
        if (known > 0) result.overrides.push_back(overridden / static_cast<double>(known));
    }
    return result;
}

std::vector<std::vector<int>> firstChoices(const RoutingModel& model, const RoutingSelection& selection) {
    std::vector<std::vector<int>> result;
    for (int block = 0; block < model.layout().blockCount(); ++block) {
        std::vector<int>& row = result.emplace_back(static_cast<std::size_t>(model.steps()), -1);
        const std::vector<int> sites = model.sitesOfBlock(block, selection.kind);
        for (int step = 0; step < model.steps() && !sites.empty(); ++step) {
            if (sites.size() == 1) {
                row[static_cast<std::size_t>(step)] = model.trace().chosenAt(step, sites[0], 0);
                continue;
            }
            // Of several kinds, the expert with the largest weight in all of them together.
            const std::vector<double> sum = model.weights(sites, model.span(step), ValueKind::Applied, selection.half);
            row[static_cast<std::size_t>(step)] = static_cast<int>(std::ranges::max_element(sum) - sum.begin());
        }
    }
    return result;
}

Matrix expertTimeline(const RoutingModel& model, const RoutingSelection& selection) {
    Matrix result(model.layout().blockCount(), model.steps());
    const auto expert = static_cast<std::size_t>(selection.expert);
    for (int block = 0; block < result.rows; ++block) {
        const std::vector<int> sites = model.sitesOfBlock(block, selection.kind);
        for (int step = 0; step < result.columns; ++step) {
            const bool chosen =
                std::ranges::any_of(sites, [&](int site) { return model.isChosen(site, step, selection.expert); });
            if (!chosen && selection.value == ValueKind::Applied) continue;
            const std::vector<double> weights = model.weights(sites, model.span(step), selection.value, selection.half);
            if (expert < weights.size()) result.at(block, step) = weights[expert];
        }
    }
    return result;
}

LoadChange loadChange(const RoutingModel& first, const RoutingModel& second, const RoutingSelection& selection) {
    LoadChange change;
    const ExpertLoad before = expertLoad(first, selection);
    const ExpertLoad after = expertLoad(second, selection);
    const bool weights = !before.weight.empty() && !after.weight.empty();
    for (std::size_t e = 0; e < before.choices.size(); ++e)
        change.weight.push_back(weights ? after.weight[e] - before.weight[e] : after.choices[e] - before.choices[e]);

    const Matrix a = expertTimeline(first, selection);
    const Matrix b = expertTimeline(second, selection);
    change.timeline = Matrix(a.rows, std::min(a.columns, b.columns));
    for (int block = 0; block < change.timeline.rows; ++block) {
        if (first.sitesOfBlock(block, selection.kind).empty()) continue;
        for (int step = 0; step < change.timeline.columns; ++step) {
            const auto orZero = [](double value) { return std::isnan(value) ? 0.0 : value; };
            change.timeline.at(block, step) = orZero(b.at(block, step)) - orZero(a.at(block, step));
        }
    }
    return change;
}

}  // namespace segmoe::ui
