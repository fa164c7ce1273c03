// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace segmoe::ui {

class Theme;

/// A thin bar of a share from 0 to 1: accent, amber from 85 %, red from 97 %. A text with the numbers stands beside it;
/// colour never stands alone.
class Meter : public QWidget {
    Q_OBJECT
public:
    explicit Meter(const Theme& theme, QWidget* parent = nullptr);

    void setValue(double share);
    double value() const { return m_share; }
    QSize sizeHint() const override { return {80, 8}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    double m_share = 0.0;
};

}  // namespace segmoe::ui
