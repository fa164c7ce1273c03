// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/lora_row.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QToolButton>

#include "ui/bridge/qt_convert.h"
#include "ui/widgets/compact_combo.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kMostStrength = 2.0;
constexpr double kStrengthStep = 0.05;

}  // namespace

LoraRow::LoraRow(Theme& theme, MixDocument& document, ModelCatalog& catalog, int card, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_catalog(catalog),
      m_strength(new QDoubleSpinBox),
      m_name(new ElidedLabel),
      m_remove(new QToolButton) {
    m_strength->setRange(-kMostStrength, kMostStrength);
    m_strength->setSingleStep(kStrengthStep);
    m_strength->setDecimals(2);
    m_strength->setFixedWidth(76);
    m_strength->setKeyboardTracking(false);
    m_name->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    if (card < 0) makeTargets();
    theme.bindIcon(m_remove, u"close"_s);
    m_remove->setFixedSize(28, 28);
    layOut();
    connectEdits();
}

void LoraRow::makeTargets() {
    m_target = new CompactCombo(6);
    m_target->addItem(tr("Base only"), int(LoraTarget::Base));
    m_target->addItem(tr("Experts"), int(LoraTarget::Experts));
    m_target->addItem(tr("All"), int(LoraTarget::All));
    connect(m_target, &QComboBox::activated, this, [this](int index) {
        m_document.setLoraTarget(m_index, static_cast<LoraTarget>(m_target->itemData(index).toInt()));
    });
}

void LoraRow::layOut() {
    auto* caption = new QLabel(tr("LoRA"));
    caption->setProperty("role", u"caption"_s);
    caption->setMinimumWidth(52);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(caption);
    row->addWidget(m_strength);
    row->addWidget(m_name, 1);
    if (m_target) row->addWidget(m_target);
    row->addWidget(m_remove);
}

void LoraRow::connectEdits() {
    connect(m_strength, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { m_document.setLoraStrength(m_card, m_index, value); });
    connect(m_strength, &QDoubleSpinBox::editingFinished, this, [this] { m_document.endEdit(); });
    connect(m_remove, &QToolButton::clicked, this, [this] { m_document.removeLora(m_card, m_index); });
}

/// Only the base's LoRAs have a choice. SegMoE's own way of rendering leaves none.
void LoraRow::showTarget(const QString& objectName, const QString& lora, LoraTarget target) {
    const bool isCompat = m_document.state().head.compat;
    nameControl(m_target, objectName, tr("What %1 acts on").arg(lora),
                isCompat ? tr("While SegMoE's results are reproduced, it acts on the base only, as SegMoE has it.")
                         : tr("What this LoRA changes: the base, which gives all layers that are not mixed, the "
                              "experts, which give the mixed ones, or both."));
    m_target->setEnabled(!isCompat);
    m_target->setCurrentIndex(m_target->findData(int(isCompat ? LoraTarget::Base : target)));
}

void LoraRow::show(int card, int index, const LoraRef& lora) {
    m_card = card;
    m_index = index;
    const QString x = card < 0 ? u"base"_s : QString(QChar(static_cast<char16_t>(u'A' + card % 26)));
    const QString stem = u"mix_%1_lora_%2"_s.arg(x).arg(index);
    const QString source = toText(lora.source), name = sourceStem(source);
    nameControl(m_strength, stem + u"_strength_spin"_s, tr("Strength of %1").arg(name),
                tr("Strength; 0 leaves it out."));
    nameControl(m_remove, stem + u"_remove_button"_s, tr("Remove %1").arg(name), tr("Remove LoRA"));
    m_name->setObjectName(stem + u"_label"_s);
    m_catalog.want(source);
    const SourceInfo& info = m_catalog.info(source);
    const bool isWrong = info.state == SourceInfo::State::Missing || info.state == SourceInfo::State::Refused;
    m_name->setText(isWrong                                   ? tr("%1 · not usable").arg(name)
                    : info.state == SourceInfo::State::Remote ? tr("%1 · not on this computer").arg(name)
                                                              : name);
    m_name->setToolTip(source);
    m_name->setProperty("role", isWrong ? u"problem"_s : QString());
    m_name->style()->polish(m_name);
    if (m_target) showTarget(stem + u"_apply_combo"_s, name, lora.target);
    const QSignalBlocker quiet(m_strength);
    m_strength->setValue(lora.strength);
}

}  // namespace segmoe::ui
