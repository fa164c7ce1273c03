// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "core/domain/routing_policy.h"

class QGridLayout;
class QLabel;
class QToolButton;

namespace segmoe::ui {

class ExpertBar;
class Theme;

/// A row per expert: letter, name, load, and Mute and Solo for the next render.
class ExpertList : public QWidget {
    Q_OBJECT
public:
    explicit ExpertList(const Theme& theme, QWidget* parent = nullptr);

    /// Keeps the switches when the names are the same.
    void setExperts(const std::vector<std::string>& names);
    /// Loads sum to 1; empty = nothing recorded.
    void setLoads(const std::vector<double>& loads);
    /// Mute and Solo as rules for all sites and steps.
    std::vector<RoutingRule> rules() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Row {
        QToolButton* mute;
        QToolButton* solo;
        ExpertBar* bar;
        QLabel* percent;
        bool isKnown = false;  ///< something was recorded
    };
    void addRow(int expert, const QString& name);
    void switched();
    void showBars();

    const Theme& m_theme;
    QGridLayout* m_grid;
    std::vector<std::string> m_names;
    std::vector<Row> m_rows;
};

}  // namespace segmoe::ui
