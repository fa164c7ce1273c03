// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>

namespace segmoe::ui {

/// Which card each line of our own recipe text belongs to: the n-th expert, -1 the base, -2 none.
std::vector<int> cardsOfLines(const QString& yaml);

/// A line-by-line comparison: "− " lines only in `before`, "+ " only in `after`, two spaces in both.
QString comparison(const QString& before, const QString& after);

}  // namespace segmoe::ui
