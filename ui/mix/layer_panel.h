// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/mix/mix_document.h"
#include "ui/mix/model_catalog.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QSpinBox;
class QToolButton;

namespace segmoe::ui {

class BlockStrip;
class CollapsibleBox;
class Segmented;
class Theme;

/// Under the cards: which layers and blocks are mixed, k, how gates are made, and the advanced options.
class LayerPanel : public QWidget {
    Q_OBJECT
public:
    LayerPanel(Theme& theme, MixDocument& document, ModelCatalog& catalog, QWidget* parent = nullptr);

    void refresh();
    /// fraction < 0 hides the bar.
    void showBuild(double fraction, const QString& text);
    BlockStrip& strip() { return *m_strip; }

Q_SIGNALS:
    void cancelBuildWanted();

private:
    QLayout* buildLayerRow();
    QLayout* buildGateRow();
    QWidget* buildAdvanced();
    QLayout* buildProgressRow();
    void connectEdits();
    void connectGates();
    static QString layerWords(MoeLayers layers);
    void pushGates();
    void pushRouting();
    void showGates();
    void applyPreset(int preset);
    int presetOf(const std::vector<std::string>& leftOut) const;
    std::vector<std::string> presetBlocks(int preset) const;

    Theme& m_theme;
    MixDocument& m_document;
    ModelCatalog& m_catalog;
    Segmented* m_layers;
    QSpinBox* m_k;
    QLabel* m_ofExperts;
    BlockStrip* m_strip;
    QComboBox* m_preset;
    QLabel* m_count;
    QLabel* m_added;
    QLabel* m_compat;
    QComboBox* m_method;
    QLineEdit* m_seed;
    QToolButton* m_dice;
    QComboBox* m_steps;
    QCheckBox* m_negatives;
    QCheckBox* m_centre;
    CollapsibleBox* m_advanced;
    QComboBox* m_select;
    QCheckBox* m_condOnly;
    QDoubleSpinBox* m_temperature;
    QComboBox* m_precision;
    QCheckBox* m_reproduce;
    QLabel* m_rules;
    QToolButton* m_clearRules;
    QWidget* m_progressRow;
    QProgressBar* m_progress;
    QLabel* m_progressText;
    QToolButton* m_cancel;
};

}  // namespace segmoe::ui
