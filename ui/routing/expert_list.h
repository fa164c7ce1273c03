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

    /// Nothing is switched when the names are others.
    void setExperts(const std::vector<std::string>& names);
    /// Loads sum to 1; empty = nothing recorded.
    void setLoads(const std::vector<double>& loads);
    /// Shows what is muted or solo everywhere; other rules have no switch here.
    void setRules(const std::vector<RoutingRule>& rules);
    /// The rules as they are with these switches: others stay, Mute and Solo for all sites and steps follow them.
    std::vector<RoutingRule> rules() const;

Q_SIGNALS:
    /// Somebody has pressed a switch.
    void rulesEdited();

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
    /// Null: this rule has none.
    QToolButton* switchOf(const RoutingRule& rule) const;
    void showBars();

    const Theme& m_theme;
    QGridLayout* m_grid;
    std::vector<std::string> m_names;
    std::vector<Row> m_rows;
    std::vector<RoutingRule> m_others;  ///< rules without a switch here
};

}  // namespace segmoe::ui
