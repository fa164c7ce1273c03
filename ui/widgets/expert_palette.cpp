// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/expert_palette.h"

#include <array>
#include <cmath>

#include <QImage>
#include <QPainter>

namespace segmoe::ui {

namespace {

constexpr QRgb kDarkText = 0xFF10131A;
constexpr QRgb kLightText = 0xFFFFFFFF;

struct Entry {
    QRgb fill;
    QRgb onFill;
    Qt::BrushStyle pattern;
};

constexpr std::array<Entry, 8> kExperts = {{
    {0xFF0072B2, kLightText, Qt::NoBrush},
    {0xFFE69F00, kDarkText, Qt::BDiagPattern},
    {0xFF009E73, kDarkText, Qt::Dense6Pattern},
    {0xFFCC79A7, kDarkText, Qt::FDiagPattern},
    {0xFF56B4E9, kDarkText, Qt::HorPattern},
    {0xFFC24E00, kLightText, Qt::DiagCrossPattern},
    {0xFFF0E442, kDarkText, Qt::VerPattern},
    {0xFF4A4F58, kLightText, Qt::CrossPattern},
}};
constexpr QRgb kEighthOnDark = 0xFFE8EBF0;
bool patternsShown = true;  // GUI thread, like everything that paints

}  // namespace

void setExpertPatterns(bool shown) { patternsShown = shown; }

ExpertLook expertLook(int expert, const ThemeTokens& tokens) {
    const std::size_t index = static_cast<std::size_t>(expert) % kExperts.size();
    const Entry& entry = kExperts[index];
    const bool inverted = tokens.dark && index + 1 == kExperts.size();
    return {.letter = QString(QChar(static_cast<char16_t>(u'A' + expert % 26))),
            .fill = QColor(inverted ? kEighthOnDark : entry.fill),
            .onFill = QColor(inverted ? kDarkText : entry.onFill),
            .pattern = patternsShown ? entry.pattern : Qt::NoBrush};
}

namespace {

constexpr int kTile = 8;  ///< pixels; the patterns of Qt repeat after eight

QBrush tileBrush(const QColor& ground, const QColor& lines, Qt::BrushStyle pattern) {
    QImage tile(kTile, kTile, QImage::Format_ARGB32_Premultiplied);
    tile.fill(ground);
    QPainter painter(&tile);
    if (pattern != Qt::NoBrush) painter.fillRect(tile.rect(), QBrush(lines, pattern));
    painter.end();
    QBrush brush;
    brush.setTextureImage(tile);
    return brush;
}

QColor blended(const QColor& a, const QColor& b, double share) {
    const auto mix = [share](int x, int y) { return static_cast<int>(std::lround(x * (1.0 - share) + y * share)); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

}  // namespace

QBrush expertBrush(int expert, const ThemeTokens& tokens, double share) {
    const ExpertLook look = expertLook(expert, tokens);
    const QColor ground = blended(tokens.panel, look.fill, share);
    return tileBrush(ground, blended(ground, look.onFill, 0.35 * share), look.pattern);
}

QBrush expertHatch(int expert, const ThemeTokens& tokens) {
    return tileBrush(tokens.panel, expertLook(expert, tokens).fill, Qt::Dense4Pattern);
}

QBrush unmixedBrush(const ThemeTokens& tokens) { return tileBrush(tokens.sunken, tokens.control, Qt::BDiagPattern); }

}  // namespace segmoe::ui
