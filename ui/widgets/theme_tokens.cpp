// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/theme_tokens.h"

#include <algorithm>
#include <cmath>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

const ThemeTokens& lightTokens() {
    static const ThemeTokens tokens{.dark = false,
                                    .window = QColor(0xF5F6F8),
                                    .panel = QColor(0xFFFFFF),
                                    .raised = QColor(0xFFFFFF),
                                    .sunken = QColor(0xE9EBEF),
                                    .border = QColor(0xC9CED6),
                                    .control = QColor(0x7A8494),
                                    .text = QColor(0x1B1F26),
                                    .text2 = QColor(0x4A5261),
                                    .disabled = QColor(0x848C9A),
                                    .accent = QColor(0x0B5CAD),
                                    .onAccent = QColor(0xFFFFFF),
                                    .accentSoft = QColor(0xDCEAF8),
                                    .selection = QColor(0xCFE3F7),
                                    .focus = QColor(0x0B5CAD),
                                    .ok = QColor(0x1B6E3C),
                                    .okSoft = QColor(0xE3F4EA),
                                    .warn = QColor(0x8A5200),
                                    .warnSoft = QColor(0xFFF1DB),
                                    .error = QColor(0xB3261E),
                                    .errorSoft = QColor(0xFCE8E6),
                                    .expertEdge = QColor(0x5B6472)};
    return tokens;
}

const ThemeTokens& darkTokens() {
    static const ThemeTokens tokens{.dark = true,
                                    .window = QColor(0x16191E),
                                    .panel = QColor(0x1E2228),
                                    .raised = QColor(0x272C34),
                                    .sunken = QColor(0x101317),
                                    .border = QColor(0x3A414C),
                                    .control = QColor(0x7C8798),
                                    .text = QColor(0xE8EBF0),
                                    .text2 = QColor(0xAAB3C0),
                                    .disabled = QColor(0x707A88),
                                    .accent = QColor(0x6CB2F5),
                                    .onAccent = QColor(0x0B1622),
                                    .accentSoft = QColor(0x1B3652),
                                    .selection = QColor(0x234263),
                                    .focus = QColor(0x8CC4FF),
                                    .ok = QColor(0x6CCB8E),
                                    .okSoft = QColor(0x173424),
                                    .warn = QColor(0xF2B457),
                                    .warnSoft = QColor(0x3A2A10),
                                    .error = QColor(0xFF8A80),
                                    .errorSoft = QColor(0x41201E),
                                    .expertEdge = QColor(0xAAB3C0)};
    return tokens;
}

ThemeTokens highContrast(const ThemeTokens& tokens) {
    ThemeTokens strong = tokens;
    strong.border = strong.control = strong.expertEdge = tokens.text;
    strong.text2 = tokens.text;
    strong.accentSoft = strong.okSoft = strong.warnSoft = strong.errorSoft = tokens.panel;
    // Disabled controls keep a weaker text: a difference that is not carried by colour alone (their edge goes, too).
    strong.disabled = tokens.text2;
    return strong;
}

std::vector<std::pair<QString, QColor>> namedTokens(const ThemeTokens& t) {
    return {{u"window"_s, t.window},       {u"panel"_s, t.panel},
            {u"raised"_s, t.raised},       {u"sunken"_s, t.sunken},
            {u"border"_s, t.border},       {u"control"_s, t.control},
            {u"text2"_s, t.text2},         {u"text"_s, t.text},
            {u"disabled"_s, t.disabled},   {u"accentSoft"_s, t.accentSoft},
            {u"accent"_s, t.accent},       {u"onAccent"_s, t.onAccent},
            {u"selection"_s, t.selection}, {u"focus"_s, t.focus},
            {u"okSoft"_s, t.okSoft},       {u"ok"_s, t.ok},
            {u"warnSoft"_s, t.warnSoft},   {u"warn"_s, t.warn},
            {u"errorSoft"_s, t.errorSoft}, {u"error"_s, t.error}};
}

namespace {

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c) {
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

}  // namespace

double contrastRatio(const QColor& a, const QColor& b) {
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

}  // namespace segmoe::ui
