// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/routing/routing_controller.h"
#include "ui/widgets/compact_combo.h"

class QTreeWidget;
class QTreeWidgetItem;

namespace segmoe::ui {

/// The selected layers as a list with check marks, stage by stage: what the layer strip shows, for the keyboard and for
/// assistive technology.
class LayerPicker : public CompactCombo {
    Q_OBJECT
public:
    explicit LayerPicker(RoutingController& controller, QWidget* parent = nullptr);

    void showPopup() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void showSelection();
    void takeChecks();

    RoutingController& m_controller;
    QFrame* m_popup;
    QTreeWidget* m_tree;
    std::vector<QTreeWidgetItem*> m_items;  ///< [block]; null where a block is not mixed
};

}  // namespace segmoe::ui
