// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "core/domain/memory_forecast.h"
#include "ui/render/memory_remedies.h"

class QLabel;

namespace segmoe::ui {

class Theme;

/// "Memory 0.6 of 21.4 GB · fits · about 3 s" with a thin bar, and up to three buttons that make it less: says
/// beforehand what a render will take.
class MemoryLine : public QWidget {
    Q_OBJECT
public:
    explicit MemoryLine(const Theme& theme, QWidget* parent = nullptr);
    void showForecast(const MemoryForecast& forecast);
    void showUnknown(const QString& sentence);
    void showRemedies(const std::vector<MemoryRemedy>& remedies);
    enum class Verdict { Unknown, Fits, Tight, TooMuch };
    Verdict verdict() const;

Q_SIGNALS:
    void remedyChosen(const segmoe::RenderRequest& request);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QLabel* m_label;
    QWidget* m_buttons;
    double m_share = 0.0;
    bool m_known = false;
};

}  // namespace segmoe::ui
