// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/breakable_text.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

QString breakable(const QString& text) {
    constexpr qsizetype kLongestRun = 16;
    if (text.size() <= kLongestRun) return text;
    QString out;
    qsizetype run = 0;
    for (const QChar c : text) {
        const bool isPair = !out.isEmpty() && out.back().isHighSurrogate();
        if (run >= kLongestRun && !isPair && !c.isSpace()) {
            out += QChar(0x200B);
            run = 0;
        }
        out += c;
        run = c.isSpace() ? 0 : run + 1;
        if (u"/\\_"_s.contains(c)) run = kLongestRun;
    }
    return out;
}

}  // namespace segmoe::ui
