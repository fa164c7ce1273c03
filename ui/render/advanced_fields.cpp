// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/advanced_fields.h"

#include <QComboBox>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QSpinBox>

#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

AdvancedFields::AdvancedFields(QWidget* parent)
    : QWidget(parent),
      m_device(new QComboBox),
      m_precision(new QComboBox),
      m_tiled(new QComboBox),
      m_clipSkip(new QSpinBox),
      m_weightRule(new QComboBox) {
    for (const auto& [title, value] : {std::pair(tr("Automatic"), Precision::Auto),
                                       {u"fp32"_s, Precision::Fp32},
                                       {u"bf16"_s, Precision::Bf16},
                                       {u"fp16"_s, Precision::Fp16}})
        m_precision->addItem(title, static_cast<int>(value));
    for (const auto& [title, value] :
         {std::pair(tr("Automatic"), Toggle::Auto), {tr("On"), Toggle::On}, {tr("Off"), Toggle::Off}})
        m_tiled->addItem(title, static_cast<int>(value));
    for (const auto& [title, value] : {std::pair(tr("Keep mean (A1111)"), WeightRule::KeepMean),
                                       {tr("Plain"), WeightRule::Plain},
                                       {tr("From empty prompt (ComfyUI)"), WeightRule::FromEmpty}})
        m_weightRule->addItem(title, static_cast<int>(value));
    m_clipSkip->setRange(0, 4);
    m_clipSkip->setSpecialValueText(tr("As in model"));
    setDevices({u"cpu"_s});
    for (QComboBox* combo : {m_device, m_precision, m_tiled, m_weightRule}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(6);
    }
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addLayout(
        labelledField(tr("Device"), m_device, u"render_device_combo"_s, tr("Where the picture is computed.")), 0, 0);
    grid->addLayout(labelledField(tr("Precision"), m_precision, u"render_precision_combo"_s,
                                  tr("Number format of the computation. Smaller saves memory.")),
                    0, 1);
    grid->addLayout(labelledField(tr("CLIP skip"), m_clipSkip, u"render_clip_skip_spin"_s,
                                  tr("Layer of the text encoder that is used.")),
                    1, 0);
    grid->addLayout(
        labelledField(tr("Tiled decode"), m_tiled, u"render_tiled_combo"_s, tr("Saves memory at the end of a render.")),
        1, 1);
    grid->addLayout(labelledField(tr("Weight rule"), m_weightRule, u"render_weight_rule_combo"_s,
                                  tr("How (word:1.2) changes the text signal.")),
                    2, 0, 1, 2);
    for (QComboBox* combo : {m_device, m_precision, m_tiled, m_weightRule})
        connect(combo, &QComboBox::currentIndexChanged, this, &AdvancedFields::edited);
    connect(m_clipSkip, &QSpinBox::valueChanged, this, &AdvancedFields::edited);
}

void AdvancedFields::read(RenderRequest& request) const {
    request.device = m_device->currentData().toString().toStdString();
    request.precision = static_cast<Precision>(m_precision->currentData().toInt());
    request.tiledDecode = static_cast<Toggle>(m_tiled->currentData().toInt());
    request.clipSkip = m_clipSkip->value();
    request.weightRule = static_cast<WeightRule>(m_weightRule->currentData().toInt());
}

void AdvancedFields::showRequest(const RenderRequest& request) {
    const QString device = QString::fromStdString(request.device);
    if (m_device->findData(device) < 0) m_device->addItem(device, device);
    m_device->setCurrentIndex(m_device->findData(device));
    m_precision->setCurrentIndex(m_precision->findData(static_cast<int>(request.precision)));
    m_tiled->setCurrentIndex(m_tiled->findData(static_cast<int>(request.tiledDecode)));
    m_clipSkip->setValue(request.clipSkip);
    m_weightRule->setCurrentIndex(m_weightRule->findData(static_cast<int>(request.weightRule)));
}

void AdvancedFields::setDevices(const QStringList& devices) {
    const QSignalBlocker blocker(m_device);
    const QVariant chosen = m_device->currentData();
    m_device->clear();
    m_device->addItem(tr("Automatic"), u"auto"_s);
    for (const QString& device : devices) m_device->addItem(device.toUpper(), device);
    m_device->setCurrentIndex(std::max(0, m_device->findData(chosen)));
}

}  // namespace segmoe::ui
