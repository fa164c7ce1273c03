// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/mix/mix_costs.h"

namespace segmoe::ui {

class Theme;

/// A bar "need of what is free" with a mark at the limit; its colour says the verdict, the text beside it too.
class MemoryMeter : public QWidget {
    Q_OBJECT
public:
    explicit MemoryMeter(Theme& theme, QWidget* parent = nullptr);
    void setForecast(const MemoryForecast& forecast);
    void clear();
    QSize sizeHint() const override { return {200, 12}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    double m_share = -1.0;
    Verdict m_verdict = Verdict::Unknown;
};

}  // namespace segmoe::ui
