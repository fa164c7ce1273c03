// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace segmoe::ui {

/// "CPU", "GPU 0 RTX 4090" of "cuda:0"; without a name where the driver tells none.
QString deviceTitle(const QString& device);

/// Which card "cuda:1" is; -1 for the CPU.
int cardIndex(const QString& device);

/// The device that a job with this setting takes: "auto", or one that is gone, means the first card, else the CPU.
QString deviceFor(const QString& setting, const QStringList& devices);

}  // namespace segmoe::ui
