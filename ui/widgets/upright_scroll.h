// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

namespace segmoe::ui {

/// Scrolls up and down only: never narrower than what it holds, in whatever language that is.
class UprightScroll : public QScrollArea {
    Q_OBJECT
public:
    /// `least`: pixels it does not become narrower than, however little it holds.
    explicit UprightScroll(int least = 0, QWidget* parent = nullptr);
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    int m_least;
};

}  // namespace segmoe::ui
