// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "core/domain/memory_forecast.h"

class QLabel;

namespace segmoe::ui {

class Theme;

/// "Memory 0.6 of 21.4 GB · fits · about 3 s" with a thin bar; says beforehand what a render will take.
class MemoryLine : public QWidget {
    Q_OBJECT
public:
    explicit MemoryLine(const Theme& theme, QWidget* parent = nullptr);
    void showForecast(const MemoryForecast& forecast);
    void showUnknown(const QString& sentence);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QLabel* m_label;
    double m_share = 0.0;
    bool m_known = false;
};

}  // namespace segmoe::ui
