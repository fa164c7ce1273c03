// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QtGlobal>

namespace segmoe::ui {

struct ProcessMemory {
    qint64 usedBytes = 0;       ///< resident memory of this process
    qint64 availableBytes = 0;  ///< what programs can still get without swapping
    qint64 totalBytes = 0;      ///< memory of the machine
};

/// Nothing where the platform does not tell (only Linux does so far).
std::optional<ProcessMemory> processMemory();

}  // namespace segmoe::ui
