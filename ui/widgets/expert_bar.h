// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/widgets/expert_palette.h"

namespace segmoe::ui {

class Theme;

/// The letter of an expert on its colour.
class LetterChip : public QWidget {
    Q_OBJECT
public:
    LetterChip(const Theme& theme, int expert, QWidget* parent = nullptr);
    /// Below zero: a dash on no colour, for an expert that is switched off.
    void setExpert(int expert);
    QSize sizeHint() const override { return {24, 20}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    int m_expert;
};

/// A horizontal bar from 0 to 1 in the colour and pattern of an expert, with a mark at the even share.
class ExpertBar : public QWidget {
    Q_OBJECT
public:
    ExpertBar(const Theme& theme, int expert, QWidget* parent = nullptr);
    void setValue(double value, double evenShare);
    QSize sizeHint() const override { return {80, 16}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    int m_expert;
    double m_value = 0.0;
    double m_evenShare = 0.0;
};

}  // namespace segmoe::ui
