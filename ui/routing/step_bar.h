// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QSlider;
class QSpinBox;
class QToolButton;

namespace segmoe::ui {

class ElidedLabel;
class RoutingController;
class Theme;

/// Which sampling step the page shows: slider, number, play, mean of all.
class StepBar : public QWidget {
    Q_OBJECT
public:
    StepBar(Theme& theme, RoutingController& controller, QWidget* parent = nullptr);

    void moveBy(int steps);
    void moveTo(int step);
    void toggleAll();
    void togglePlay();

private:
    void showSelection();
    void showPlay();
    void playNext();

    Theme& m_theme;
    RoutingController& m_controller;
    QTimer m_timer;
    int m_lastStep = 0;  ///< where "All steps" returns to
    QToolButton* m_play;
    QSlider* m_slider;
    QSpinBox* m_spin;
    QCheckBox* m_all;
    ElidedLabel* m_noise;
};

}  // namespace segmoe::ui
