// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/capture_bar.h"

#include <algorithm>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QToolButton>

#include "ui/routing/capture_store.h"
#include "ui/routing/routing_controller.h"
#include "ui/routing/routing_words.h"
#include "ui/widgets/compact_combo.h"
#include "ui/widgets/field.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

CaptureBar::CaptureBar(Theme& theme, RoutingController& controller, CaptureStore& store, QWidget* parent)
    : QWidget(parent),
      m_controller(controller),
      m_store(store),
      m_capture(new CompactCombo(10)),
      m_open(new QToolButton),
      m_image(new QSpinBox),
      m_compare(new CompactCombo(10)),
      m_value(new Segmented({{u"routing_value_preferred_radio"_s, tr("Preferred"),
                              tr("Preferred: softmax over all experts at each place (V)")},
                             {u"routing_value_applied_radio"_s, tr("Applied"),
                              tr("Applied: weights really used, after the choice (V)")}})),
      m_half(new Segmented({{u"routing_half_prompt_radio"_s, tr("Prompt"), tr("The prompt half of guidance (N)")},
                            {u"routing_half_negative_radio"_s, tr("Negative"), tr("The negative half of guidance (N)")},
                            {u"routing_half_mean_radio"_s, tr("Mean"), tr("The mean of both halves (N)")}})),
      m_export(new QToolButton),
      m_choices(new QWidget) {
    auto* row = new WrapLayout(8);
    setLayout(row);
    row->add(buildCaptures(theme), 1);
    auto* choices = new QHBoxLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(8);
    choices->addWidget(m_value);
    choices->addWidget(m_half);
    choices->addWidget(m_export);
    row->add(m_choices);
    nameControl(m_export, u"routing_export_button"_s, tr("Export"), tr("Save pictures, plots and numbers (Ctrl+E)"));
    m_export->setText(tr("Export"));
    m_export->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_export->setPopupMode(QToolButton::InstantPopup);
    theme.bindIcon(m_export, u"save"_s);
    connect(m_value, &Segmented::currentChanged, this,
            [this](int choice) { m_controller.setValue(choice == 0 ? ValueKind::Preferred : ValueKind::Applied); });
    connect(m_half, &Segmented::currentChanged, this,
            [this](int choice) { m_controller.setHalf(static_cast<GuidanceHalf>(choice)); });
    connect(&store, &CaptureStore::changed, this, &CaptureBar::fillCaptures);
    connect(&controller, &RoutingController::changed, this, [this](RoutingParts parts) {
        if (parts & (RoutingPart::Capture | RoutingPart::Compare)) fillCaptures();
        showSelection();
    });
    fillCaptures();
    showSelection();
}

QWidget* CaptureBar::buildCaptures(Theme& theme) {
    nameControl(m_capture, u"routing_capture_combo"_s, tr("Capture"), tr("Recorded render to inspect."));
    nameControl(m_open, u"routing_open_button"_s, tr("Open capture"),
                tr("Open a capture file. No model is needed. (Ctrl+O)"));
    nameControl(m_image, u"routing_image_spin"_s, tr("Picture of the job"), tr("Picture of the job"));
    nameControl(m_compare, u"routing_compare_combo"_s, tr("Compare with"), tr("Second capture for differences."));
    theme.bindIcon(m_open, u"open"_s);
    for (QComboBox* combo : {m_capture, m_compare}) combo->setIconSize(QSize(20, 20));
    m_image->setPrefix(tr("Picture "));
    auto* with = new QLabel(tr("Compare"));
    with->setProperty("role", u"caption"_s);
    auto* part = new QWidget;
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_capture, 3);
    row->addWidget(m_image);
    row->addWidget(m_open);
    row->addWidget(with);
    row->addWidget(m_compare, 2);
    connect(m_open, &QToolButton::clicked, this, &CaptureBar::openWanted);
    connect(m_capture, &QComboBox::activated, this,
            [this] { Q_EMIT captureChosen(m_capture->currentData().toString()); });
    connect(m_compare, &QComboBox::activated, this,
            [this] { Q_EMIT compareChosen(m_compare->currentData().toString()); });
    connect(m_image, &QSpinBox::valueChanged, this, [this](int picture) {
        const std::vector<CapturePtr> all = m_store.ofSameJob(*m_controller.model().capture());
        if (picture >= 1 && picture <= static_cast<int>(all.size()))
            Q_EMIT captureChosen(all[static_cast<std::size_t>(picture - 1)]->id);
    });
    return part;
}

void CaptureBar::fillCaptures() {
    const CapturePtr shown = m_controller.model().capture();
    const CapturePtr compared = m_controller.compare().capture();
    const QSignalBlocker blockers[] = {QSignalBlocker(m_capture), QSignalBlocker(m_compare), QSignalBlocker(m_image)};
    m_capture->clear();
    m_compare->clear();
    m_compare->addItem(tr("none"), QString());
    for (int row = 0; row < m_store.rowCount(); ++row) {
        const QModelIndex index = m_store.index(row);
        const CapturePtr capture = m_store.at(row);
        const QIcon icon = index.data(Qt::DecorationRole).value<QIcon>();
        const QString tip = index.data(Qt::ToolTipRole).toString();
        m_capture->addItem(icon, capture->title, capture->id);
        m_capture->setItemData(m_capture->count() - 1, tip, Qt::ToolTipRole);
        if (capture == shown) continue;
        const bool fits = shown && areComparable(*shown, *capture);
        m_compare->addItem(icon, fits ? capture->title : tr("%1 (different experts)").arg(capture->title), capture->id);
        auto* items = qobject_cast<QStandardItemModel*>(m_compare->model());
        if (items) items->item(m_compare->count() - 1)->setEnabled(fits);
    }
    if (const int dropped = m_store.droppedCount(); dropped > 0) {
        m_capture->addItem(tr("%n older capture(s) were dropped to save memory", "", dropped));
        if (auto* items = qobject_cast<QStandardItemModel*>(m_capture->model()))
            items->item(m_capture->count() - 1)->setEnabled(false);
    }
    m_capture->setCurrentIndex(shown ? m_capture->findData(shown->id) : -1);
    m_compare->setCurrentIndex(compared ? m_compare->findData(compared->id) : 0);
    const std::vector<CapturePtr> pictures = shown ? m_store.ofSameJob(*shown) : std::vector<CapturePtr>{};
    m_image->setVisible(pictures.size() > 1);
    if (!pictures.empty()) {
        m_image->setRange(1, static_cast<int>(pictures.size()));
        m_image->setValue(static_cast<int>(std::ranges::find(pictures, shown) - pictures.begin()) + 1);
    }
}

void CaptureBar::showSelection() {
    const RoutingModel& model = m_controller.model();
    const RoutingSelection& selection = m_controller.selection();
    const QSignalBlocker blockers[] = {QSignalBlocker(m_value), QSignalBlocker(m_half)};
    m_value->setCurrent(selection.value == ValueKind::Preferred ? 0 : 1);
    m_half->setCurrent(static_cast<int>(selection.half));
    m_value->setChoiceEnabled(0, model.hasMeans());
    m_half->setChoiceEnabled(1, model.hasNegative());
    m_half->setChoiceEnabled(2, model.hasNegative());
    m_choices->setEnabled(!model.isEmpty());
    m_compare->setEnabled(!model.isEmpty());
}

void CaptureBar::nextValue() {
    m_controller.setValue(m_controller.selection().value == ValueKind::Preferred ? ValueKind::Applied
                                                                                 : ValueKind::Preferred);
}

void CaptureBar::nextHalf() {
    m_controller.setHalf(static_cast<GuidanceHalf>((static_cast<int>(m_controller.selection().half) + 1) % 3));
}

}  // namespace segmoe::ui
