// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/mask_editor.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/render/mask_view.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

MaskEditor::MaskEditor(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_view(new MaskView(theme)),
      m_brush(tool(theme, u"mask_brush_button"_s, u"brush"_s, tr("Brush"), tr("Paint the part to make anew (B)"))),
      m_eraser(tool(theme, u"mask_eraser_button"_s, u"eraser"_s, tr("Eraser"), tr("Take away from the mask (E)"))),
      m_size(new QSlider(Qt::Horizontal)) {
    setObjectName(u"mask_editor_panel"_s);
    nameControl(m_view, u"mask_view"_s, tr("Mask"));
    nameControl(m_size, u"mask_size_slider"_s, tr("Brush size"), tr("Diameter of the brush in pixels ([ and ])"));
    m_brush->setCheckable(true);
    m_eraser->setCheckable(true);
    m_size->setRange(1, 256);
    m_size->setMinimumWidth(80);
    QToolButton* invert =
        tool(theme, u"mask_invert_button"_s, u"invert"_s, tr("Invert"), tr("Invert the mask (Ctrl+I)"));
    QToolButton* clear = tool(theme, u"mask_clear_button"_s, u"trash"_s, tr("Clear"), tr("Take the whole mask away"));
    QToolButton* undo = tool(theme, u"mask_undo_button"_s, u"undo"_s, tr("Undo"), tr("Undo (Ctrl+Z)"));
    QToolButton* redo = tool(theme, u"mask_redo_button"_s, u"redo"_s, tr("Redo"), tr("Redo (Ctrl+Shift+Z)"));
    auto* done = new QPushButton(tr("Done"));
    nameControl(done, u"mask_done_button"_s, tr("Close the mask editor"));
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_brush, m_eraser, m_size, invert, clear, undo, redo})
        row->addWidget(widget);
    row->addStretch(1);
    row->addWidget(done);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_view, 1);
    QUndoStack& stack = m_view->undoStack();
    undo->setEnabled(false);
    redo->setEnabled(false);
    connect(&stack, &QUndoStack::canUndoChanged, undo, &QWidget::setEnabled);
    connect(&stack, &QUndoStack::canRedoChanged, redo, &QWidget::setEnabled);
    connect(undo, &QToolButton::clicked, &stack, &QUndoStack::undo);
    connect(redo, &QToolButton::clicked, &stack, &QUndoStack::redo);
    connect(m_brush, &QToolButton::clicked, this, [this] { m_view->setEraser(false); });
    connect(m_eraser, &QToolButton::clicked, this, [this] { m_view->setEraser(true); });
    connect(m_size, &QSlider::valueChanged, m_view, &MaskView::setBrushSize);
    connect(invert, &QToolButton::clicked, m_view, &MaskView::invert);
    connect(clear, &QToolButton::clicked, m_view, &MaskView::clear);
    connect(done, &QPushButton::clicked, this, &MaskEditor::closed);
    connect(m_view, &MaskView::toolChanged, this, &MaskEditor::showTool);
    connect(m_view, &MaskView::maskChanged, this, [this] { Q_EMIT maskEdited(m_view->mask()); });
    showTool();
}

QToolButton* MaskEditor::tool(Theme& theme, const QString& name, const QString& icon, const QString& title,
                              const QString& toolTip) {
    auto* button = new QToolButton;
    nameControl(button, name, title, toolTip);
    theme.bindIcon(button, icon);
    return button;
}

void MaskEditor::begin(const QImage& image, const QImage& mask) {
    m_view->begin(image, mask);
    m_view->setFocus();
}

void MaskEditor::showTool() {
    m_brush->setChecked(!m_view->isEraser());
    m_eraser->setChecked(m_view->isEraser());
    m_size->setValue(m_view->brushSize());
}

}  // namespace segmoe::ui
