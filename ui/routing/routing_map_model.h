// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QAbstractTableModel>

#include "ui/routing/routing_model.h"
#include "ui/routing/site_label.h"

namespace segmoe::ui {

/// What a number of the map means.
enum class RoutingMeasure {
    AppliedWeight,  ///< of the expert where it was chosen, 0…1; over all steps: share of steps it was chosen in
    RelativeScore,  ///< RoutingModel::relativeScore()
};

/// Which part of a run the map shows.
struct RoutingView {
    std::optional<SiteKind> kind;  ///< nothing = all kinds
    int step = -1;                 ///< -1 = all recorded steps
    RoutingMeasure measure = RoutingMeasure::AppliedWeight;
    bool operator==(const RoutingView&) const = default;
};

/// Sites × experts with one number each: the colour map and the table are two views of it.
class RoutingMapModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit RoutingMapModel(QObject* parent = nullptr);

    /// The whole record of a picture; an empty one shows nothing.
    void setTrace(RoutingTrace trace);
    /// Adds what a step of a running render recorded; a step that does not follow the ones so far starts anew.
    void append(const RoutingStep& step);
    void setView(const RoutingView& view);
    const RoutingModel& routing() const { return m_routing; }
    bool isEmpty() const { return m_routing.isEmpty(); }
    int recordedSteps() const { return m_routing.steps(); }
    int plannedSteps() const { return m_plannedSteps; }
    const RoutingView& view() const { return m_view; }

    /// The shown rows as sites of the trace.
    const std::vector<int>& sites() const { return m_sites; }
    SiteLabel siteAt(int row) const;
    std::optional<double> valueAt(int row, int expert) const;
    /// Whether the expert was chosen in the shown step; false over all steps.
    bool isChosen(int row, int expert) const;
    /// "D1.A0.T0 Self-attention · B flower · 0.83 · step 11"
    QString describeCell(int row, int expert) const;
    QString valueText(double value) const;
    /// Mean applied weight of each expert over the shown rows.
    std::vector<double> load() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void collectSites();
    QString expertTitle(int expert) const;

    RoutingModel m_routing;
    int m_plannedSteps = 0;
    RoutingView m_view;
    std::vector<int> m_sites;
};

}  // namespace segmoe::ui
