// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/stacked_shares.h"

#include <cmath>

#include "ui/widgets/expert_palette.h"

namespace segmoe::ui {

namespace {

constexpr double kBarWidth = 0.9;

}  // namespace

StackedShares::StackedShares(QCPAxisRect& rect)
    : m_rect(rect), m_unmixed(new QCPBars(rect.axis(QCPAxis::atBottom), rect.axis(QCPAxis::atLeft))) {
    m_unmixed->setWidth(kBarWidth);
    m_unmixed->setAntialiased(false);
    shareAxis().setRange(0.0, 1.0);
}

void StackedShares::clear() {
    for (QCPBars* bars : m_experts) bars->data()->clear();
    m_unmixed->data()->clear();
}

void StackedShares::show(const Matrix& shares, const ThemeTokens& tokens) {
    while (static_cast<int>(m_experts.size()) < shares.columns) {
        auto* bars = new QCPBars(&keyAxis(), &shareAxis());
        bars->setWidth(kBarWidth);
        bars->setAntialiased(false);
        bars->setStackingGap(0);
        if (!m_experts.empty()) bars->moveAbove(m_experts.back());
        m_experts.push_back(bars);
    }
    clear();
    for (int expert = 0; expert < shares.columns; ++expert) {
        QCPBars* bars = m_experts[static_cast<std::size_t>(expert)];
        bars->setBrush(expertBrush(expert, tokens));
        bars->setPen(Qt::NoPen);
        QVector<QCPBarsData> data;
        for (int key = 0; key < shares.rows; ++key)
            if (!std::isnan(shares.at(key, expert))) data << QCPBarsData(key, shares.at(key, expert));
        bars->data()->set(data, true);
    }
    m_unmixed->setBrush(unmixedBrush(tokens));
    m_unmixed->setPen(Qt::NoPen);
    QVector<QCPBarsData> unmixed;
    for (int key = 0; key < shares.rows && shares.columns > 0; ++key)
        if (std::isnan(shares.at(key, 0))) unmixed << QCPBarsData(key, 1.0);
    m_unmixed->data()->set(unmixed, true);
}

}  // namespace segmoe::ui
