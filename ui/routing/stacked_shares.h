// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "ui/routing/routing_statistics.h"
#include "ui/widgets/plot_theme.h"

namespace segmoe::ui {

/// Shares of the experts as bars on top of each other, one stack per key (block or token); keys without shares are
/// hatched grey.
class StackedShares {
public:
    explicit StackedShares(QCPAxisRect& rect);

    /// rows of shares = keys; NaN in the first column = nothing mixed there.
    void show(const Matrix& shares, const ThemeTokens& tokens);
    void clear();
    QCPAxisRect& rect() const { return m_rect; }
    QCPAxis& keyAxis() const { return *m_rect.axis(QCPAxis::atBottom); }
    QCPAxis& shareAxis() const { return *m_rect.axis(QCPAxis::atLeft); }

private:
    QCPAxisRect& m_rect;
    std::vector<QCPBars*> m_experts;
    QCPBars* m_unmixed;
};

}  // namespace segmoe::ui
