// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QComboBox;
class QSpinBox;
class QToolButton;

namespace segmoe::ui {

class CaptureStore;
class RoutingController;
class Segmented;
class Theme;

/// The top of the page: which capture, which to compare with, which weights and which half; Open and Export.
class CaptureBar : public QWidget {
    Q_OBJECT
public:
    CaptureBar(Theme& theme, RoutingController& controller, CaptureStore& store, QWidget* parent = nullptr);

    /// Without an open capture only Open is left.
    void nextValue();
    void nextHalf();
    QToolButton* exportButton() { return m_export; }

Q_SIGNALS:
    void captureChosen(const QString& id);
    /// Empty = none.
    void compareChosen(const QString& id);
    void openWanted();

private:
    QWidget* buildCaptures(Theme& theme);
    void fillCaptures();
    void showSelection();

    RoutingController& m_controller;
    CaptureStore& m_store;
    QComboBox* m_capture;
    QToolButton* m_open;
    QSpinBox* m_image;
    QComboBox* m_compare;
    Segmented* m_value;
    Segmented* m_half;
    QToolButton* m_export;
    QWidget* m_choices;
};

}  // namespace segmoe::ui
