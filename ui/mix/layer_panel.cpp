// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/layer_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QRandomGenerator>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/mix/block_strip.h"
#include "ui/mix/card_parts.h"
#include "ui/mix/mix_checks.h"
#include "ui/mix/mix_costs.h"
#include "ui/widgets/collapsible_box.h"
#include "ui/widgets/compact_combo.h"
#include "ui/widgets/field.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr MoeLayers kLayers[] = {MoeLayers::Attention, MoeLayers::FeedForward, MoeLayers::All};
enum Preset { All, DownOnly, UpOnly, Inner, Custom };

QLabel* caption(const QString& text, QWidget* buddy = nullptr) {
    auto* label = new QLabel(text);
    label->setProperty("role", u"caption"_s);
    label->setBuddy(buddy);
    return label;
}

}  // namespace

QString LayerPanel::layerWords(MoeLayers layers) {
    if (layers == MoeLayers::Attention) return tr("Experts in attention: the smallest.");
    return layers == MoeLayers::FeedForward ? tr("Experts in the feed-forward layers.")
                                            : tr("Experts in both: follows the experts most.");
}

LayerPanel::LayerPanel(Theme& theme, MixDocument& document, ModelCatalog& catalog, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_document(document), m_catalog(catalog) {
    setObjectName(u"mix_layer_panel"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 6);
    column->setSpacing(6);
    column->addLayout(buildLayerRow());
    m_strip = new BlockStrip(theme);
    m_preset = new QComboBox;
    for (const QString& text : {tr("All"), tr("Down only"), tr("Up only"), tr("Inner"), tr("Custom")})
        m_preset->addItem(text);
    nameControl(m_preset, u"mix_block_preset_combo"_s, tr("Blocks preset"),
                tr("Which blocks get experts; Inner is the lowest resolution."));
    auto* strip = new QHBoxLayout;
    strip->setSpacing(8);
    strip->addWidget(m_strip, 1);
    strip->addWidget(m_preset, 0, Qt::AlignBottom);
    column->addLayout(strip);
    auto* facts = new WrapLayout(16, 4);
    for (QLabel* fact : {m_count, m_added, m_compat}) facts->add(fact);
    column->addLayout(facts);
    column->addLayout(buildGateRow());
    m_advanced = new CollapsibleBox(theme, u"mix_advanced_box"_s, tr("Advanced"), buildAdvanced());
    column->addWidget(m_advanced);
    column->addLayout(buildProgressRow());
    connectEdits();
    connectGates();
    showBuild(-1.0, {});
    refresh();
}

QLayout* LayerPanel::buildLayerRow() {
    m_layers = new Segmented({{u"mix_layers_attn_radio"_s, tr("Attention"), layerWords(MoeLayers::Attention)},
                              {u"mix_layers_ff_radio"_s, tr("Feed-forward"), layerWords(MoeLayers::FeedForward)},
                              {u"mix_layers_all_radio"_s, tr("All"), layerWords(MoeLayers::All)}});
    m_k = new QSpinBox;
    m_k->setRange(1, 64);
    m_k->setKeyboardTracking(false);
    m_k->setFixedWidth(64);
    nameControl(m_k, u"mix_k_spin"_s, tr("Active experts k"),
                tr("Experts used in each layer and pass. 1 is fastest; more blends them."));
    m_ofExperts = caption({});
    m_count = caption({});
    m_count->setObjectName(u"mix_block_count_label"_s);
    m_added = caption({});
    m_added->setObjectName(u"mix_layers_size_label"_s);
    m_compat = caption({});
    m_compat->setObjectName(u"mix_compat_label"_s);
    m_layers->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* row = new WrapLayout(5);
    row->add(beside({caption(tr("Layers")), m_layers}, 5));
    row->add(beside({caption(tr("k"), m_k), m_k, m_ofExperts}, 5));
    return row;
}

QLayout* LayerPanel::buildGateRow() {
    m_method = new CompactCombo(7);
    m_method->setMaximumWidth(220);
    const std::pair<GateMethod, std::pair<QString, QString>> methods[] = {
        {GateMethod::Hidden, {tr("From prompts"), tr("Measured with each expert on its own prompts.")}},
        {GateMethod::HiddenCompat,
         {tr("From prompts, as SegMoE"), tr("Exactly like the original program: 25 steps with guidance.")}},
        {GateMethod::Text, {tr("Text only"), tr("Only the text path is measured; quick.")}},
        {GateMethod::Random, {tr("Random"), tr("Random vectors; prompts are not used.")}},
        {GateMethod::Equal, {tr("Equal"), tr("All experts weigh the same.")}}};
    for (const auto& [method, words] : methods) {
        m_method->addItem(words.first, int(method));
        m_method->setItemData(m_method->count() - 1, words.second, Qt::ToolTipRole);
    }
    nameControl(m_method, u"mix_gate_method_combo"_s, tr("Gates"), tr("How the routing vectors are made."));
    m_seed = new QLineEdit;
    m_seed->setMinimumWidth(56);
    m_seed->setMaximumWidth(110);
    nameControl(m_seed, u"mix_gate_seed_edit"_s, tr("Gate seed"), tr("Same seed, same gates."));
    m_dice = new QToolButton;
    m_theme.bindIcon(m_dice, u"dice"_s);
    nameControl(m_dice, u"mix_gate_seed_button"_s, tr("Draw a gate seed"), tr("Draw a seed"));
    m_steps = new QComboBox;
    m_steps->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    nameControl(m_steps, u"mix_gate_steps_combo"_s, tr("Gate steps"),
                tr("More steps measure closer to SegMoE and take longer."));
    m_negatives = new QCheckBox(tr("Use negatives"));
    nameControl(m_negatives, u"mix_gate_cfg_check"_s, tr("Use negatives"),
                tr("Measure with the negative gate prompts and guidance."));
    m_centre = new QCheckBox(tr("Centre gates"));
    nameControl(m_centre, u"mix_gate_centre_check"_s, tr("Centre gates"),
                tr("Subtract the mean of all experts first. Helps when gates are nearly parallel."));
    auto* row = new WrapLayout(8);
    row->add(beside({caption(tr("Gates"), m_method), m_method}, 8), 1);
    row->add(beside({caption(tr("Seed"), m_seed), m_seed, m_dice}, 8));
    row->add(beside({caption(tr("Steps"), m_steps), m_steps}, 8));
    return row;
}

QWidget* LayerPanel::buildAdvanced() {
    m_select = new QComboBox;
    m_select->addItem(tr("Forward pass (SegMoE)"), int(RoutingGroup::Batch));
    m_select->addItem(tr("Image"), int(RoutingGroup::Image));
    m_select->addItem(tr("Guidance half"), int(RoutingGroup::Half));
    m_select->addItem(tr("Image and half"), int(RoutingGroup::Sample));
    m_condOnly = new QCheckBox(tr("Ignore negative prompt when choosing"));
    nameControl(m_condOnly, u"mix_cond_only_check"_s, tr("Ignore negative prompt when choosing"),
                tr("Scores come from the prompt half; both halves use the choice."));
    m_temperature = new QDoubleSpinBox;
    m_temperature->setRange(0.05, 10.0);
    m_temperature->setSingleStep(0.05);
    m_temperature->setKeyboardTracking(false);
    m_precision = new QComboBox;
    m_precision->addItem(tr("Automatic"), int(Precision::Auto));
    m_precision->addItem(u"fp16"_s, int(Precision::Fp16));
    m_precision->addItem(u"bf16"_s, int(Precision::Bf16));
    m_precision->addItem(u"fp32"_s, int(Precision::Fp32));
    m_reproduce = new QCheckBox(tr("Reproduce SegMoE results"));
    nameControl(m_reproduce, u"mix_compat_check"_s, tr("Reproduce SegMoE results"),
                tr("Copies the original program's numbers, including its choice by batch and its scheduler."));
    m_rules = caption({});
    m_rules->setObjectName(u"mix_rules_label"_s);
    m_clearRules = cardButton(m_theme, u"close"_s, tr("Clear"));
    nameControl(m_clearRules, u"mix_rules_clear_button"_s, tr("Clear expert control"),
                tr("Remove the mute, pin and bias rules kept in this mix."));
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(4, 0, 0, 4);
    column->setSpacing(8);
    auto* first = new WrapLayout(12);
    first->add(labelledField(tr("Choose per"), m_select, u"mix_select_combo"_s,
                             tr("Which parts of a pass share one choice of experts.")));
    first->add(labelledField(tr("Temperature"), m_temperature, u"mix_temperature_spin"_s,
                             tr("Below 1 sharpens, above 1 evens the weights. The choice stays.")));
    first->add(labelledField(tr("Precision"), m_precision, u"mix_precision_combo"_s,
                             tr("Automatic: fp16 on GPU, bf16 where the CPU supports it, else fp32.")));
    auto* checks = new WrapLayout(12);
    for (QCheckBox* check : {m_negatives, m_centre, m_reproduce}) checks->add(check);
    auto* last = new WrapLayout(12, 6, WrapLayout::Rest::Between);
    last->add(m_condOnly);
    last->add(beside({m_rules, m_clearRules}, 6));
    column->addLayout(first);
    column->addLayout(checks);
    column->addLayout(last);
    return box;
}

QLayout* LayerPanel::buildProgressRow() {
    m_progressText = new QLabel;
    m_progressText->setObjectName(u"mix_build_progress_label"_s);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    nameControl(m_progress, u"mix_build_progress"_s, tr("Build progress"));
    m_cancel = cardButton(m_theme, u"cancel"_s, tr("Cancel"));
    nameControl(m_cancel, u"mix_build_cancel_button"_s, tr("Cancel the build"), tr("Stop building"));
    m_progressRow = new QWidget;
    auto* row = new WrapLayout(6);
    m_progressRow->setLayout(row);
    row->add(m_progressText);
    row->add(beside({m_progress, m_cancel}, 6), 1);
    connect(m_cancel, &QToolButton::clicked, this, &LayerPanel::cancelBuildWanted);
    auto* outer = new QVBoxLayout;
    outer->addWidget(m_progressRow);
    return outer;
}

void LayerPanel::connectEdits() {
    connect(m_layers, &Segmented::currentChanged, this, [this](int choice) { m_document.setLayers(kLayers[choice]); });
    connect(m_k, &QSpinBox::valueChanged, &m_document, &MixDocument::setK);
    connect(m_k, &QSpinBox::editingFinished, this, [this] { m_document.endEdit(); });
    connect(m_strip, &BlockStrip::edited, &m_document, &MixDocument::setLeftOut);
    connect(m_preset, &QComboBox::activated, this, &LayerPanel::applyPreset);
    connect(m_select, &QComboBox::activated, this, &LayerPanel::pushRouting);
    connect(m_condOnly, &QCheckBox::clicked, this, &LayerPanel::pushRouting);
    connect(m_temperature, &QDoubleSpinBox::valueChanged, this, &LayerPanel::pushRouting);
    connect(m_temperature, &QDoubleSpinBox::editingFinished, this, [this] { m_document.endEdit(); });
    connect(m_precision, &QComboBox::activated, this,
            [this] { m_document.setPrecision(static_cast<Precision>(m_precision->currentData().toInt())); });
    connect(m_reproduce, &QCheckBox::clicked, &m_document, &MixDocument::setCompat);
    connect(m_clearRules, &QToolButton::clicked, this, [this] { m_document.setRules({}); });
}

void LayerPanel::connectGates() {
    connect(m_method, &QComboBox::activated, this, &LayerPanel::pushGates);
    connect(m_steps, &QComboBox::activated, this, &LayerPanel::pushGates);
    connect(m_negatives, &QCheckBox::clicked, this, &LayerPanel::pushGates);
    connect(m_centre, &QCheckBox::clicked, this, &LayerPanel::pushGates);
    connect(m_seed, &QLineEdit::textEdited, this, &LayerPanel::pushGates);
    connect(m_seed, &QLineEdit::editingFinished, this, [this] {
        m_document.endEdit();
        showGates();
    });
    connect(m_dice, &QToolButton::clicked, this, [this] {
        m_seed->setText(QString::number(QRandomGenerator::global()->generate()));
        pushGates();
        m_document.endEdit();
    });
}

void LayerPanel::pushGates() {
    GateOptions options = m_document.gateOptions();
    options.method = static_cast<GateMethod>(m_method->currentData().toInt());
    bool isNumber = false;
    const quint64 seed = m_seed->text().toULongLong(&isNumber);
    if (isNumber) options.seed = seed;
    if (options.method == GateMethod::Hidden && m_steps->currentData().isValid() && m_steps->isEnabled())
        options.steps = m_steps->currentData().toInt();
    options.useNegatives = m_negatives->isChecked();
    options.centre = m_centre->isChecked();
    m_document.setGateOptions(options);
}

void LayerPanel::pushRouting() {
    RoutingPolicy options = m_document.state().head.routing;
    options.group = static_cast<RoutingGroup>(m_select->currentData().toInt());
    options.condOnly = m_condOnly->isChecked();
    options.temperature = m_temperature->value();
    m_document.setRoutingOptions(options);
}

void LayerPanel::showGates() {
    const GateOptions gates = m_document.gateOptions();
    const int method = m_method->findData(int(gates.method));
    m_method->setCurrentIndex(method);
    if (!m_seed->hasFocus()) m_seed->setText(QString::number(gates.seed));
    const bool isHidden = gates.method == GateMethod::Hidden;
    m_steps->clear();
    if (gates.method == GateMethod::HiddenCompat) {
        m_steps->addItem(u"25"_s);
    } else {
        for (const int steps : {2, 1, 3, 5})
            m_steps->addItem(steps == 2 ? tr("Auto (2)") : QString::number(steps), steps);
        if (m_steps->findData(gates.steps) < 0) m_steps->addItem(QString::number(gates.steps), gates.steps);
        m_steps->setCurrentIndex(m_steps->findData(gates.steps));
    }
    m_steps->setEnabled(isHidden);
    m_negatives->setEnabled(isHidden);
    m_negatives->setChecked(gates.useNegatives);
    m_centre->setChecked(gates.centre);
    m_seed->setEnabled(gates.method != GateMethod::Text && gates.method != GateMethod::Equal);
    m_dice->setEnabled(m_seed->isEnabled());
}

void LayerPanel::refresh() {
    const MixRecipe& head = m_document.state().head;
    const int experts = std::max(1, m_document.state().enabledCount());
    const QSignalBlocker quiet[] = {QSignalBlocker(m_layers), QSignalBlocker(m_k), QSignalBlocker(m_temperature)};
    const MixRecipe recipe = m_document.recipe();
    for (int i = 0; i < 3; ++i) {
        if (kLayers[i] == head.layers) m_layers->setCurrent(i);
        const std::int64_t added = addedBytes(recipe, kLayers[i], m_catalog.infos());
        m_layers->setChoiceToolTip(
            i, added < 0 ? layerWords(kLayers[i])
                         : layerWords(kLayers[i]) + u' ' + tr("The experts add %1.").arg(byteText(added)));
        if (kLayers[i] == head.layers) m_added->setText(added < 0 ? QString() : tr("adds %1").arg(byteText(added)));
    }
    m_added->setToolTip(tr("What the experts add to the base; see Forecast for the other layers."));
    m_k->setMaximum(std::max(experts, head.expertsPerToken));
    m_k->setValue(head.expertsPerToken);
    m_ofExperts->setText(tr("of %1").arg(experts));
    const SourceInfo& base = m_catalog.info(toText(head.base));
    m_strip->setBlocks(base.facts.blocks);
    m_strip->setLeftOut(head.leftOut);
    m_preset->setEnabled(!base.facts.blocks.empty());
    m_preset->setCurrentIndex(presetOf(head.leftOut));
    m_count->setText(base.facts.blocks.empty()
                         ? QString()
                         : tr("%1 of %2 blocks mixed").arg(m_strip->mixedCount()).arg(base.facts.blocks.size()));
    const QString reason = incompatibleReason(m_document.state(), base.facts.blocks);
    m_compat->setText(reason.isEmpty() ? tr("SegMoE-compatible: yes") : tr("Studio only"));
    m_compat->setToolTip(reason.isEmpty() ? tr("The original program can open what is saved from this mix.")
                                          : tr("SegMoE cannot open this file: %1.").arg(reason));
    for (QLabel* fact : {m_count, m_compat}) fact->setVisible(!base.facts.blocks.empty());
    showGates();
    m_select->setCurrentIndex(m_select->findData(int(head.routing.group)));
    m_condOnly->setChecked(head.routing.condOnly);
    m_temperature->setValue(head.routing.temperature);
    m_temperature->setEnabled(head.expertsPerToken >= 2);
    m_precision->setCurrentIndex(m_precision->findData(int(head.precision)));
    m_reproduce->setChecked(head.compat);
    const int rules = static_cast<int>(head.routing.rules.size());
    m_rules->setText(rules == 0 ? tr("No expert control kept") : tr("%n rule(s) of expert control", nullptr, rules));
    m_clearRules->setVisible(rules > 0);
}

void LayerPanel::showBuild(double fraction, const QString& text) {
    m_progressRow->setVisible(!text.isEmpty());
    m_progressText->setText(text);
    m_progress->setRange(0, fraction < 0.0 ? 0 : 1000);
    if (fraction >= 0.0) m_progress->setValue(qRound(fraction * 1000.0));
}

std::vector<std::string> LayerPanel::presetBlocks(int preset) const {
    std::vector<std::string> out;
    const auto& blocks = m_strip->blocks();
    if (blocks.empty() || preset == All || preset == Custom) return out;
    // The innermost stages are the last way down and the first way up.
    std::string lastDown, firstUp;
    for (const std::string& block : blocks) {
        const std::string stage = block.substr(0, block.find('.'));
        if (stage.front() == 'D') lastDown = stage;
        if (stage.front() == 'U' && firstUp.empty()) firstUp = stage;
    }
    for (const std::string& block : blocks) {
        const std::string stage = block.substr(0, block.find('.'));
        const bool isIn = preset == DownOnly ? stage.front() == 'D'
                          : preset == UpOnly ? stage.front() == 'U'
                                             : stage == lastDown || stage == firstUp;
        if (!isIn) out.push_back(block);
    }
    return out;
}

int LayerPanel::presetOf(const std::vector<std::string>& leftOut) const {
    for (const int preset : {All, DownOnly, UpOnly, Inner})
        if (presetBlocks(preset) == leftOut) return preset;
    return Custom;
}

void LayerPanel::applyPreset(int preset) {
    if (preset == Custom) return m_strip->setFocus(Qt::OtherFocusReason);
    m_document.setLeftOut(presetBlocks(preset));
}

}  // namespace segmoe::ui
