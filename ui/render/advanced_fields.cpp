// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/advanced_fields.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QSignalBlocker>
#include <QSpinBox>

#include "ui/bridge/device_title.h"
#include "ui/bridge/qt_convert.h"
#include "ui/render/vae_field.h"
#include "ui/widgets/compact_combo.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

template <class Enum>
void fill(QComboBox* combo, std::initializer_list<std::pair<QString, Enum>> choices) {
    for (const auto& [title, value] : choices) combo->addItem(title, static_cast<int>(value));
}

template <class Enum>
Enum chosen(const QComboBox* combo) {
    return static_cast<Enum>(combo->currentData().toInt());
}

template <class Enum>
void select(QComboBox* combo, Enum value) {
    combo->setCurrentIndex(combo->findData(static_cast<int>(value)));
}

}  // namespace

AdvancedFields::AdvancedFields(QWidget* parent)
    : QWidget(parent),
      m_vae(new VaeField),
      m_device(new CompactCombo(6)),
      m_precision(new CompactCombo(6)),
      m_tiled(new CompactCombo(6)),
      m_clipSkip(new QSpinBox),
      m_batch(new QSpinBox),
      m_batchNote(new QLabel(tr("Images computed together share the choice of experts, so results differ from single "
                                "images."))),
      m_noise(new CompactCombo(6)),
      m_topK(new QSpinBox),
      m_weightRule(new CompactCombo(6)),
      m_variationSeed(new QLineEdit),
      m_variation(new QDoubleSpinBox),
      m_topKRow(new QWidget),
      m_policyRow(new QWidget),
      m_policy(new QLabel) {
    fillChoices();
    setDevices({u"cpu"_s});
    buildGrid();
    connectFields();
    showRequest(RenderRequest{});
}

void AdvancedFields::fillChoices() {
    fill<Precision>(m_precision, {{tr("Automatic"), Precision::Auto},
                                  {u"fp32"_s, Precision::Fp32},
                                  {u"bf16"_s, Precision::Bf16},
                                  {u"fp16"_s, Precision::Fp16}});
    fill<Toggle>(m_tiled, {{tr("Automatic"), Toggle::Auto}, {tr("On"), Toggle::On}, {tr("Off"), Toggle::Off}});
    fill<WeightRule>(m_weightRule, {{tr("Keep mean (A1111)"), WeightRule::KeepMean},
                                    {tr("Plain"), WeightRule::Plain},
                                    {tr("From empty prompt (ComfyUI)"), WeightRule::FromEmpty}});
    fill<NoiseSource>(
        m_noise, {{tr("CPU (same on every machine)"), NoiseSource::Cpu}, {tr("GPU-compatible"), NoiseSource::Device}});
    m_clipSkip->setRange(0, 4);
    m_clipSkip->setSpecialValueText(tr("As in model"));
    m_batch->setRange(1, 8);
    m_batchNote->setWordWrap(true);
    m_batchNote->setProperty("role", u"warning"_s);
    m_batchNote->setObjectName(u"render_batch_note_label"_s);
    m_topK->setRange(0, 1);
    m_topK->setSpecialValueText(tr("As in mix"));
    m_variation->setRange(0.0, 1.0);
    m_variation->setSingleStep(0.05);
    m_variationSeed->setValidator(
        new QRegularExpressionValidator(QRegularExpression(u"-1|[0-9]{1,18}"_s), m_variationSeed));
    m_variationSeed->setLayoutDirection(Qt::LeftToRight);
}

void AdvancedFields::buildGrid() {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addLayout(labelledField(tr("CLIP skip"), m_clipSkip, u"render_clip_skip_spin"_s,
                                  tr("Layer of the text encoder that is used.")),
                    0, 0);
    grid->addLayout(labelledField(tr("Images at once"), m_batch, u"render_batch_spin"_s, m_batchNote->text()), 0, 1);
    grid->addWidget(m_batchNote, 1, 0, 1, 2);
    grid->addLayout(labelledField(tr("Noise source"), m_noise, u"render_rng_combo"_s,
                                  tr("Choose GPU-compatible to repeat seeds of other programs.")),
                    2, 0, 1, 2);
    m_topKRow->setLayout(labelledField(tr("Active experts"), m_topK, u"render_k_spin"_s,
                                       tr("Override k for this render: how many experts each layer may choose.")));
    grid->addWidget(m_topKRow, 3, 0, 1, 2);
    buildPolicyRow(grid, 4);
    grid->addWidget(m_vae, 5, 0, 1, 2);
    grid->addLayout(
        labelledField(tr("Tiled decode"), m_tiled, u"render_tiled_check"_s, tr("Saves memory at the end of a render.")),
        6, 0);
    grid->addLayout(labelledField(tr("Weight rule"), m_weightRule, u"render_weight_rule_combo"_s,
                                  tr("How (word:1.2) changes the text signal.")),
                    6, 1);
    grid->addLayout(labelledField(tr("Variation seed"), m_variationSeed, u"render_variation_seed_edit"_s,
                                  tr("Blend toward another seed; −1 draws one.")),
                    7, 0);
    grid->addLayout(labelledField(tr("Variation strength"), m_variation, u"render_variation_strength_spin"_s,
                                  tr("0 keeps the seed, 1 is the other seed.")),
                    7, 1);
    grid->addLayout(
        labelledField(tr("Device"), m_device, u"render_device_combo"_s, tr("Where the picture is computed.")), 8, 0);
    grid->addLayout(labelledField(tr("Precision"), m_precision, u"render_precision_combo"_s,
                                  tr("Number format of the computation. Smaller saves memory.")),
                    8, 1);
}

void AdvancedFields::buildPolicyRow(QGridLayout* grid, int row) {
    m_policy->setObjectName(u"render_policy_label"_s);
    m_policy->setWordWrap(true);
    m_policy->setToolTip(tr("Mute, solo, pin or bias of experts, set here or on the Routing page."));
    auto* edit = new QPushButton(tr("Edit"));
    nameControl(edit, u"render_policy_edit_button"_s, tr("Edit expert control"), tr("Change it on the Routing page."));
    auto* clear = new QPushButton(tr("Clear"));
    nameControl(clear, u"render_policy_clear_button"_s, tr("Clear expert control"), tr("Render without it."));
    auto* line = new QHBoxLayout(m_policyRow);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_policy, 1);
    line->addWidget(edit);
    line->addWidget(clear);
    grid->addWidget(m_policyRow, row, 0, 1, 2);
    connect(edit, &QPushButton::clicked, this, &AdvancedFields::policyEditWanted);
    connect(clear, &QPushButton::clicked, this, &AdvancedFields::policyClearWanted);
}

void AdvancedFields::connectFields() {
    for (QComboBox* combo : {m_device, m_precision, m_tiled, m_weightRule, m_noise})
        connect(combo, &QComboBox::currentIndexChanged, this, &AdvancedFields::edited);
    for (QSpinBox* spin : {m_clipSkip, m_batch, m_topK})
        connect(spin, &QSpinBox::valueChanged, this, &AdvancedFields::edited);
    connect(m_vae, &VaeField::edited, this, &AdvancedFields::edited);
    connect(m_variation, &QDoubleSpinBox::valueChanged, this, &AdvancedFields::edited);
    connect(m_variationSeed, &QLineEdit::textChanged, this, &AdvancedFields::edited);
    connect(m_batch, &QSpinBox::valueChanged, m_batchNote, [this](int value) { m_batchNote->setVisible(value > 1); });
}

void AdvancedFields::read(RenderRequest& request) const {
    request.vae = m_vae->vae().toStdString();
    request.device = m_device->currentData().toString().toStdString();
    request.precision = chosen<Precision>(m_precision);
    request.tiledDecode = chosen<Toggle>(m_tiled);
    request.clipSkip = m_clipSkip->value();
    request.imagesAtOnce = m_batch->value();
    request.noise = chosen<NoiseSource>(m_noise);
    request.weightRule = chosen<WeightRule>(m_weightRule);
    request.routing.topK = m_topK->value();
    request.variationStrength = m_variation->value();
    bool isNumber = false;
    const qlonglong seed = m_variationSeed->text().toLongLong(&isNumber);
    request.variationSeed = isNumber ? seed : -1;
}

void AdvancedFields::showRequest(const RenderRequest& request) {
    {
        const QSignalBlocker blocker(this);
        m_vae->setVae(toText(request.vae));
        const QString device = QString::fromStdString(request.device);
        if (m_device->findData(device) < 0) m_device->addItem(device, device);
        m_device->setCurrentIndex(m_device->findData(device));
        select(m_precision, request.precision);
        select(m_tiled, request.tiledDecode);
        select(m_noise, request.noise);
        select(m_weightRule, request.weightRule);
        m_clipSkip->setValue(request.clipSkip);
        m_batch->setValue(request.imagesAtOnce);
        m_batchNote->setVisible(request.imagesAtOnce > 1);
        m_variation->setValue(request.variationStrength);
        m_variationSeed->setText(QString::number(request.variationSeed));
        showRouting(request.routing);
    }
    Q_EMIT edited();
}

void AdvancedFields::showRouting(const RoutingPolicy& routing) {
    const QSignalBlocker blocker(m_topK);
    m_topK->setMaximum(std::max(m_topK->maximum(), routing.topK));
    m_topK->setValue(routing.topK);
    const int rules = static_cast<int>(routing.rules.size());
    m_policy->setText(tr("Expert control: %n rule(s)", "", rules));
    m_policyRow->setVisible(rules > 0);
}

void AdvancedFields::setDevices(const QStringList& devices) {
    const QSignalBlocker blocker(m_device);
    const QVariant chosenDevice = m_device->currentData();
    m_device->clear();
    m_device->addItem(tr("Automatic"), u"auto"_s);
    for (const QString& device : devices) m_device->addItem(deviceTitle(device), device);
    m_device->setCurrentIndex(std::max(0, m_device->findData(chosenDevice)));
}

void AdvancedFields::setModel(const ModelSummary& model) {
    const bool mixture = model.architecture.isMixture;
    m_topKRow->setVisible(mixture);
    m_topK->setMaximum(mixture ? static_cast<int>(model.experts.size()) : 0);
    m_topK->setSpecialValueText(mixture ? tr("As in mix (%1)").arg(model.expertsPerToken) : tr("As in mix"));
}

}  // namespace segmoe::ui
