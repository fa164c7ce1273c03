// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/routing/heat_overlay.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace segmoe::ui {

class CompareView;
class ElidedLabel;
class ExpertLegend;
class LayerPicker;
class RoutingController;
class RoutingImageView;
class StepBar;
class Theme;

/// The left of the page: the picture with what is shown over it, or the comparison with a second picture; opacity,
/// palette, legend and the step.
class ImageArea : public QWidget {
    Q_OBJECT
public:
    ImageArea(Theme& theme, RoutingController& controller, QWidget* parent = nullptr);

    RoutingImageView& view() { return *m_view; }
    CompareView& compareView() { return *m_compareView; }
    StepBar& steps() { return *m_steps; }
    OverlayStyle overlayStyle() const;
    void setOverlayStyle(const OverlayStyle& style);
    void changeOpacity(int percent);
    /// The two pictures instead of the overlay.
    void setCompareShown(bool shown);
    bool isCompareShown() const;
    void nextKind();
    /// The sentence above the pictures in compare mode.
    void setCompareSentence(const QString& sentence);

Q_SIGNALS:
    void overlayStyleChanged(const segmoe::ui::OverlayStyle& style);
    void expertMenuWanted(int expert, QPoint global);
    void pictureMenuWanted(QPoint global);
    void mapsWanted();

private:
    QWidget* buildChoices(Theme& theme);
    QWidget* buildStyle();
    void connectControls();
    void showSelection();
    void showCapture();
    void showCompare();
    void showOverlay();
    void applyStyle();

    RoutingController& m_controller;
    QComboBox* m_show;
    QComboBox* m_kind;
    LayerPicker* m_layers;
    QComboBox* m_expert;
    QToolButton* m_hand;
    QToolButton* m_compareButton;
    RoutingImageView* m_view;
    QWidget* m_comparison;
    CompareView* m_compareView;
    QLabel* m_sentence;
    QLabel* m_caption;
    QToolButton* m_maps;
    QSlider* m_opacity;
    QComboBox* m_palette;
    QComboBox* m_scale;
    QCheckBox* m_smooth;
    QWidget* m_aboutMap;  ///< its legend, caption and style; not for comparing
    ExpertLegend* m_legend;
    StepBar* m_steps;
};

}  // namespace segmoe::ui
