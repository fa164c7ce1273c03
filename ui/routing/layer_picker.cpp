// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/layer_picker.h"

#include <algorithm>

#include <QFrame>
#include <QKeyEvent>
#include <QScreen>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLetters = 6;
constexpr QSize kPopup(220, 320);

}  // namespace

LayerPicker::LayerPicker(RoutingController& controller, QWidget* parent)
    : CompactCombo(kLetters, parent),
      m_controller(controller),
      m_popup(new QFrame(this, Qt::Popup)),
      m_tree(new QTreeWidget) {
    nameControl(this, u"routing_layer_combo"_s, tr("Layers"), tr("Same selection as the strip."));
    addItem({});
    m_popup->setObjectName(u"routing_layer_popup"_s);
    m_popup->setProperty("role", u"popover"_s);
    m_popup->setAttribute(Qt::WA_NoMouseReplay);  // else a click on the box would open it again
    nameControl(m_tree, u"routing_layer_tree"_s, tr("Layers"));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->installEventFilter(this);
    auto* column = new QVBoxLayout(m_popup);
    column->setContentsMargins(4, 4, 4, 4);
    column->addWidget(m_tree);
    connect(m_tree, &QTreeWidget::itemChanged, this, &LayerPicker::takeChecks);
    connect(&controller, &RoutingController::changed, this, [this](RoutingParts parts) {
        if (parts & RoutingPart::Capture) fill();
        if (parts & (RoutingPart::Capture | RoutingPart::Layers)) showSelection();
    });
    fill();
    showSelection();
}

void LayerPicker::fill() {
    const QSignalBlocker blocker(m_tree);
    m_tree->clear();
    m_items.clear();
    const RoutingModel& model = m_controller.model();
    setEnabled(!model.isEmpty());
    if (model.isEmpty()) return;
    QTreeWidgetItem* stage = nullptr;
    for (const RoutingBlock& block : model.layout().blocks) {
        if (!stage || stage->data(0, Qt::UserRole).toString() != block.stage) {
            stage = new QTreeWidgetItem(m_tree, {tr("Stage %1").arg(block.stage)});
            stage->setData(0, Qt::UserRole, block.stage);
            stage->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        }
        auto* item = new QTreeWidgetItem(stage, {block.isMixed() ? block.label : tr("%1, not mixed").arg(block.label)});
        item->setFlags(block.isMixed() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                                       : Qt::ItemIsSelectable);
        if (block.isMixed()) {
            item->setCheckState(0, Qt::Unchecked);
            stage->setFlags(stage->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsAutoTristate);
        }
        m_items.push_back(block.isMixed() ? item : nullptr);
    }
    m_tree->expandAll();
}

void LayerPicker::showSelection() {
    const QSignalBlocker blocker(m_tree);
    const std::vector<int>& blocks = m_controller.selection().blocks;
    for (std::size_t block = 0; block < m_items.size(); ++block)
        if (m_items[block])
            m_items[block]->setCheckState(
                0, std::ranges::count(blocks, static_cast<int>(block)) > 0 ? Qt::Checked : Qt::Unchecked);
    QString text = tr("All layers");
    if (blocks.size() == 1)
        text = m_controller.model().layout().blocks[static_cast<std::size_t>(blocks.front())].label;
    else if (!blocks.empty())
        text = tr("%n layer(s)", "", static_cast<int>(blocks.size()));
    setItemText(0, text);
    m_tree->viewport()->update();
}

void LayerPicker::takeChecks() {
    std::vector<int> blocks;
    for (std::size_t block = 0; block < m_items.size(); ++block)
        if (m_items[block] && m_items[block]->checkState(0) == Qt::Checked) blocks.push_back(static_cast<int>(block));
    m_controller.setBlocks(std::move(blocks));
}

void LayerPicker::showPopup() {
    m_popup->resize(kPopup);
    const QRect room = screen()->availableGeometry();
    QPoint corner = mapToGlobal(QPoint(0, height() + 2));
    corner.setY(std::min(corner.y(), room.bottom() - m_popup->height()));
    corner.setX(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - m_popup->width())));
    m_popup->move(corner);
    m_popup->show();
    const auto chosen = std::ranges::find_if(
        m_items, [](const QTreeWidgetItem* item) { return item && item->checkState(0) == Qt::Checked; });
    m_tree->setCurrentItem(chosen != m_items.end() ? *chosen : m_tree->topLevelItem(0));
    m_tree->setFocus();
}

bool LayerPicker::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return CompactCombo::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    // The page's own keys wait while the list is open.
    if (event->type() == QEvent::ShortcutOverride && key->modifiers() == Qt::NoModifier) {
        event->accept();
        return true;
    }
    const bool closes = event->type() == QEvent::KeyPress &&
                        (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter);
    if (!closes) return CompactCombo::eventFilter(watched, event);
    m_popup->hide();
    setFocus();
    return true;
}

}  // namespace segmoe::ui
