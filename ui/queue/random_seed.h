// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <QRandomGenerator>

namespace segmoe::ui {

/// A seed for a job that asked for any. 32 bits are what other programs draw; requests hold up to 63.
inline std::int64_t randomSeed(int bits = 32) {
    const quint64 any = QRandomGenerator::global()->generate64();
    return static_cast<std::int64_t>(any >> static_cast<unsigned>(64 - (bits > 32 ? 63 : 32)));
}

}  // namespace segmoe::ui
