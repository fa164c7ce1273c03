// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/heat_overlay.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <QCoreApplication>
#include <QPainter>

#include "ui/routing/routing_words.h"
#include "ui/widgets/expert_palette.h"

namespace segmoe::ui {

namespace {

constexpr double kPatternCell = 6.0;  ///< pixels; smaller cells show the colour alone
constexpr float kFlat = 1e-6F;

struct OverlayWords {
    Q_DECLARE_TR_FUNCTIONS(HeatOverlay)
};

/// The smallest and the largest value of one map.
std::pair<double, double> rangeOf(const std::vector<float>& values) {
    const auto [low, high] = std::ranges::minmax(values);
    return {static_cast<double>(low), static_cast<double>(high)};
}

std::vector<float> numbersOf(const PlaceMap& map, const RoutingSelection& selection) {
    switch (selection.show) {
        case ShowMode::Uncertainty: return uncertainty(map);
        case ShowMode::LayerDifference: return differenceFromMean(map, selection.expert);
        default: return map.experts[static_cast<std::size_t>(selection.expert)];
    }
}

/// The range of what is shown over every step; nothing while it is being computed.
std::optional<std::pair<double, double>> rangeOverSteps(RoutingController& controller) {
    const RoutingSelection& selection = controller.selection();
    const QByteArray name =
        QByteArray::number(static_cast<int>(selection.show)) + '/' + QByteArray::number(selection.expert);
    return controller.rangeOverSteps(name, [selection](const PlaceMap& map) { return numbersOf(map, selection); });
}

void colorize(HeatOverlay& overlay, const std::vector<float>& values, QSize grid, const std::vector<QColor>& stops) {
    overlay.image = QImage(grid, QImage::Format_RGB32);
    const double length = std::max(1e-12, overlay.high - overlay.low);
    std::array<QRgb, 256> table;
    for (std::size_t i = 0; i < table.size(); ++i) table[i] = colorAt(stops, static_cast<double>(i) / 255.0).rgb();
    for (int y = 0; y < grid.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(overlay.image.scanLine(y));
        for (int x = 0; x < grid.width(); ++x) {
            const double value = static_cast<double>(values[static_cast<std::size_t>(y * grid.width() + x)]);
            line[x] = table[static_cast<std::size_t>(
                std::lround(std::clamp((value - overlay.low) / length, 0.0, 1.0) * 255.0))];
        }
    }
}

void showWinners(HeatOverlay& overlay, const PlaceMap& map, const RoutingModel& model, const ThemeTokens& tokens) {
    overlay.winners = winners(map);
    overlay.shares.assign(map.experts.size(), 0.0);
    overlay.image = QImage(map.width, map.height, QImage::Format_RGB32);
    for (std::size_t i = 0; i < overlay.winners.size(); ++i) {
        overlay.shares[static_cast<std::size_t>(overlay.winners[i])] +=
            1.0 / static_cast<double>(overlay.winners.size());
        const int cell = static_cast<int>(i);
        overlay.image.setPixelColor(cell % map.width, cell / map.width, expertLook(overlay.winners[i], tokens).fill);
    }
    const auto best = static_cast<int>(std::ranges::max_element(overlay.shares) - overlay.shares.begin());
    std::vector<bool> won;
    for (int winner : overlay.winners) won.push_back(winner == best);
    overlay.summary = OverlayWords::tr("%1 wins %2 of the places, %3.")
                          .arg(expertTitle(model, best), percent(overlay.shares[static_cast<std::size_t>(best)]),
                               whereText(won, {map.width, map.height}));
}

void showNumbers(HeatOverlay& overlay, const PlaceMap& map, RoutingController& controller, const OverlayStyle& style,
                 const ThemeTokens& tokens) {
    const RoutingSelection& selection = controller.selection();
    overlay.diverging = selection.show == ShowMode::LayerDifference || selection.show == ShowMode::CompareDifference;
    std::vector<float> values;
    if (selection.show == ShowMode::CompareDifference) {
        const PlaceMap& other = controller.compareMap();
        overlay.isPending = other.isEmpty() && controller.isComputing();
        if (overlay.isPending) return;
        values = differenceOf(other, map, selection.expert);
        if (values.empty()) {
            overlay.reason = OverlayWords::tr("The compared capture has no map of this shape.");
            return;
        }
    } else {
        values = numbersOf(map, selection);
    }
    auto range = rangeOf(values);
    if (style.scale == HeatScale::WholeCapture && selection.step >= 0 &&
        selection.show != ShowMode::CompareDifference) {
        const auto whole = rangeOverSteps(controller);
        overlay.isPending = !whole;
        if (!whole) return;
        range = *whole;
    }
    if (style.scale == HeatScale::ZeroToOne) range = {0.0, 1.0};
    if (overlay.diverging) {
        const double most =
            style.scale == HeatScale::ZeroToOne ? 1.0 : std::max({std::abs(range.first), std::abs(range.second), 1e-3});
        range = {-most, most};
    }
    overlay.low = range.first;
    overlay.high = range.second;
    colorize(overlay, values, {map.width, map.height},
             overlay.diverging ? divergingStops(tokens) : heatStops(style.palette));
    const auto [low, high] = rangeOf(values);
    const auto highest = static_cast<std::size_t>(std::ranges::max_element(values) - values.begin());
    std::vector<bool> top(values.size(), false);
    const float limit = values[highest] - 0.25F * static_cast<float>(high - low);
    for (std::size_t i = 0; i < values.size(); ++i) top[i] = values[i] >= limit;
    overlay.summary = high - low <= static_cast<double>(kFlat)
                          ? OverlayWords::tr("The same everywhere: %1.").arg(number(high))
                          : OverlayWords::tr("From %1 to %2, highest %3.")
                                .arg(number(low), number(high), whereText(top, {map.width, map.height}));
}

QString modeText(const RoutingModel& model, const RoutingSelection& selection) {
    const QString expert = expertTitle(model, selection.expert);
    switch (selection.show) {
        case ShowMode::Winner: return OverlayWords::tr("Winner map");
        case ShowMode::OneExpert: return OverlayWords::tr("Weight of %1").arg(expert);
        case ShowMode::Uncertainty: return OverlayWords::tr("Uncertainty, entropy ÷ log E");
        case ShowMode::LayerDifference: return OverlayWords::tr("Weight of %1 minus its mean").arg(expert);
        case ShowMode::CompareDifference: return OverlayWords::tr("Weight of %1, shown minus compared").arg(expert);
        case ShowMode::Nothing: return OverlayWords::tr("Picture");
    }
    return {};
}

}  // namespace

QString whereText(const std::vector<bool>& marked, QSize grid) {
    std::array<int, 9> counts{};
    for (std::size_t i = 0; i < marked.size(); ++i) {
        if (!marked[i]) continue;
        const int x = static_cast<int>(i) % grid.width() * 3 / grid.width();
        const int y = static_cast<int>(i) / grid.width() * 3 / grid.height();
        ++counts[static_cast<std::size_t>(y * 3 + x)];
    }
    const std::array names = {
        OverlayWords::tr("upper left"), OverlayWords::tr("top"),    OverlayWords::tr("upper right"),
        OverlayWords::tr("left"),       OverlayWords::tr("centre"), OverlayWords::tr("right"),
        OverlayWords::tr("lower left"), OverlayWords::tr("bottom"), OverlayWords::tr("lower right")};
    std::array<std::size_t, 9> order{0, 1, 2, 3, 4, 5, 6, 7, 8};
    std::ranges::stable_sort(order, [&counts](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
    if (counts[order[1]] * 2 < counts[order[0]]) return OverlayWords::tr("mostly %1").arg(names[order[0]]);
    return OverlayWords::tr("mostly %1 and %2").arg(names[order[0]], names[order[1]]);
}

HeatOverlay makeOverlay(RoutingController& controller, const OverlayStyle& style, const ThemeTokens& tokens) {
    HeatOverlay overlay;
    const RoutingModel& model = controller.model();
    const RoutingSelection& selection = controller.selection();
    if (model.isEmpty() || selection.show == ShowMode::Nothing) return overlay;
    if (!model.hasMaps()) {
        overlay.reason = noMapsText();
        return overlay;
    }
    const PlaceMap& map = controller.map();
    overlay.isPending = map.isEmpty() && controller.isComputing();
    if (overlay.isPending) return overlay;
    if (map.isEmpty()) {
        overlay.reason = OverlayWords::tr("The map shape of these layers is unknown.");
        return overlay;
    }
    if (selection.show == ShowMode::Winner)
        showWinners(overlay, map, model, tokens);
    else
        showNumbers(overlay, map, controller, style, tokens);
    overlay.caption = OverlayWords::tr("%1, %2; grid %3×%4")
                          .arg(modeText(model, selection), selectionText(model, selection))
                          .arg(map.width)
                          .arg(map.height);
    overlay.summary = overlay.caption + QStringLiteral(". ") + overlay.summary;
    if (model.k() == 1 && selection.value == ValueKind::Applied)
        overlay.caption = OverlayWords::tr(
            "With one active expert the applied weight is the same everywhere. Preferred shows "
            "what each place would have picked.");
    return overlay;
}

void HeatOverlay::paint(QPainter& painter, const QRectF& target, const OverlayStyle& style,
                        const ThemeTokens& tokens) const {
    if (image.isNull()) return;
    painter.save();
    painter.setOpacity(style.opacity);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, style.smooth && winners.empty());
    painter.drawImage(target, image);
    const double cellWidth = target.width() / image.width();
    const double cellHeight = target.height() / image.height();
    if (!winners.empty() && std::min(cellWidth, cellHeight) >= kPatternCell) {
        for (std::size_t i = 0; i < winners.size(); ++i) {
            const ExpertLook look = expertLook(winners[i], tokens);
            if (look.pattern == Qt::NoBrush) continue;
            QColor lines = look.onFill;
            lines.setAlphaF(0.45F);
            const int x = static_cast<int>(i) % image.width();
            const int y = static_cast<int>(i) / image.width();
            painter.fillRect(
                QRectF(target.left() + x * cellWidth, target.top() + y * cellHeight, cellWidth, cellHeight),
                QBrush(lines, look.pattern));
        }
    }
    painter.restore();
}

}  // namespace segmoe::ui
