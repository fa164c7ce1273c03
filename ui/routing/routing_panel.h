// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QTimer>
#include <QWidget>

#include "core/engine/render_engine.h"
#include "ui/routing/routing_map_model.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QSlider;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace segmoe::ui {

class ElidedLabel;
class ExpertList;
class RoutingMapPlot;
class Theme;

/// Which expert every layer chose, step by step, for the running or the shown picture.
class RoutingPanel : public QWidget {
    Q_OBJECT
public:
    explicit RoutingPanel(Theme& theme, QWidget* parent = nullptr);

    /// What the next render would route; shows the experts before anything was recorded.
    void setModel(const ModelSummary& model);
    /// A new picture begins: the map empties and follows the steps as they come.
    void beginRun();
    void addStep(const RoutingStep& step);
    /// The whole record of a finished picture; an empty trace for a single model.
    void showTrace(const RoutingTrace& trace);
    void setTableShown(bool shown);
    bool isTableShown() const;
    /// Of the next render; see ExpertList.
    void setRules(const std::vector<RoutingRule>& rules);
    const std::vector<RoutingRule>& rules() const { return m_rules; }
    const RoutingMapModel& model() const { return m_mapModel; }

Q_SIGNALS:
    void tableShownChanged(bool shown);
    void rulesEdited();

private:
    void setExperts(const std::vector<std::string>& names);
    void buildFilters();
    void buildMap(Theme& theme);
    void buildSteps(Theme& theme);
    void connectControls();
    void applyView();
    void chooseMeasure();
    void updateStepControls();
    void updateTexts();
    void updateEmptyState();
    void playNext();
    void showPlay();
    QString caption() const;

    Theme& m_theme;
    RoutingMapModel m_mapModel;
    std::optional<ModelSummary> m_summary;
    bool m_measureChosen = false;  ///< somebody picked a value: it stays
    bool m_follow = true;          ///< the slider stays at the newest step
    QTimer m_playTimer;

    QToolButton* m_tableButton;
    QWidget* m_body;
    QComboBox* m_kind;
    QComboBox* m_measure;
    QStackedWidget* m_stack;
    RoutingMapPlot* m_plot;
    QTableView* m_table;
    QLabel* m_empty;
    ElidedLabel* m_readout;
    QToolButton* m_play;
    QSlider* m_slider;
    QLabel* m_stepLabel;
    QCheckBox* m_allSteps;
    QLabel* m_caption;
    ExpertList* m_experts;
    std::vector<RoutingRule> m_rules;  ///< outlive a list of other experts
    QLabel* m_rulesNote;
};

}  // namespace segmoe::ui
