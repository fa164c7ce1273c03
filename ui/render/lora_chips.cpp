// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/lora_chips.h"

#include <QRegularExpression>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

std::vector<LoraChip> loraChips(const QString& prompt) {
    static const QRegularExpression chip(u"<lora:([^<>:]+)(?::(-?[0-9]*\\.?[0-9]+))?(?::(-?[0-9]*\\.?[0-9]+))?>"_s);
    std::vector<LoraChip> chips;
    for (auto it = chip.globalMatch(prompt); it.hasNext();) {
        const auto match = it.next();
        const QString strength = match.captured(3).isEmpty() ? match.captured(2) : match.captured(3);
        chips.push_back({match.captured(1).trimmed(), strength.isEmpty() ? 1.0 : strength.toDouble(),
                         static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength())});
    }
    return chips;
}

}  // namespace segmoe::ui
