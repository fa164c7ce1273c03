// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>

namespace segmoe::ui {

/// <lora:name:strength> in a prompt, as AUTOMATIC1111 writes it; a second number (for the UNet alone) wins.
struct LoraChip {
    QString name;
    double strength = 1.0;
    int start = 0;
    int length = 0;
};

std::vector<LoraChip> loraChips(const QString& prompt);

}  // namespace segmoe::ui
