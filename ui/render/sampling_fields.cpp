// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/sampling_fields.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QInputDialog>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QToolButton>

#include "ui/bridge/qt_convert.h"
#include "ui/render/sampler_words.h"
#include "ui/widgets/compact_combo.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDefaultSteps = 20;
constexpr double kDefaultGuidance = 7.0;

template <class Kind>
Kind currentKind(const QComboBox* combo) {
    return static_cast<Kind>(combo->currentData().toInt());
}

template <class Kind>
void selectKind(QComboBox* combo, Kind kind) {
    combo->setCurrentIndex(combo->findData(static_cast<int>(kind)));
}

}  // namespace

SamplingFields::SamplingFields(QWidget* parent)
    : QWidget(parent),
      m_steps(new QSpinBox),
      m_guidance(new QDoubleSpinBox),
      m_images(new QSpinBox),
      m_preset(new CompactCombo(6)),
      m_guess(new QToolButton),
      m_sampler(new CompactCombo(6)),
      m_schedule(new CompactCombo(6)),
      m_capture(new CompactCombo(6)) {
    m_steps->setRange(1, 150);
    m_guidance->setRange(1.0, 30.0);
    m_guidance->setSingleStep(0.5);
    m_guidance->setDecimals(1);
    m_images->setRange(1, 64);
    for (SamplerKind kind : allSamplers()) {
        m_sampler->addItem(toText(samplerTitle(kind)), static_cast<int>(kind));
        m_sampler->setItemData(m_sampler->count() - 1, samplerSentence(kind), Qt::ToolTipRole);
    }
    for (ScheduleKind kind : allSchedules()) {
        m_schedule->addItem(kind == ScheduleKind::Normal ? tr("Automatic") : toText(scheduleTitle(kind)),
                            static_cast<int>(kind));
    }
    for (const auto& [level, title, tip] :
         {std::tuple(CaptureLevel::Off, tr("Off"), tr("Records nothing.")),
          {CaptureLevel::Summary, tr("Summary"), tr("Which experts each layer chose. About 0.5 MB.")},
          {CaptureLevel::Maps, tr("Maps"), tr("Adds where in the picture. About 37 MB for SDXL at 1024×1024.")},
          {CaptureLevel::Full, tr("Full"), tr("Maps of every layer's own size. About 111 MB for SDXL.")}}) {
        m_capture->addItem(title, static_cast<int>(level));
        m_capture->setItemData(m_capture->count() - 1, tip, Qt::ToolTipRole);
    }
    m_guess->setProperty("role", u"link"_s);
    nameControl(m_guess, u"render_guess_preset_button"_s, tr("Use the preset that fits the model"));
    m_guess->hide();
    buildGrid();
    for (QSpinBox* spin : {m_steps, m_images}) connect(spin, &QSpinBox::valueChanged, this, &SamplingFields::edited);
    connect(m_guidance, &QDoubleSpinBox::valueChanged, this, &SamplingFields::edited);
    for (QComboBox* combo : {m_schedule, m_capture})
        connect(combo, &QComboBox::currentIndexChanged, this, &SamplingFields::edited);
    connect(m_sampler, &QComboBox::currentIndexChanged, this, [this] {
        updateSchedules();
        Q_EMIT edited();
    });
    connect(m_preset, &QComboBox::activated, this, &SamplingFields::takePreset);
    connect(this, &SamplingFields::edited, this, &SamplingFields::showPreset);
    showRequest(RenderRequest{});
}

void SamplingFields::buildGrid() {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    for (int column = 0; column < 6; ++column) grid->setColumnStretch(column, 1);
    const auto place = [grid](QLayout* field, int row, int column, int span) {
        grid->addLayout(field, row, column, 1, span);
    };
    place(labelledField(tr("Steps"), m_steps, u"render_steps_spin"_s, tr("More steps, more time.")), 0, 0, 2);
    place(
        labelledField(tr("CFG"), m_guidance, u"render_cfg_spin"_s,
                      tr("How strictly the prompt is followed. 1 turns the negative prompt off and halves the time.")),
        0, 2, 2);
    place(labelledField(tr("Images"), m_images, u"render_count_spin"_s, tr("Images in this job, one after another.")),
          0, 4, 2);
    place(labelledField(tr("Sampler"), m_sampler, u"render_sampler_combo"_s,
                        tr("The method that turns noise into a picture.")),
          1, 0, 3);
    place(labelledField(tr("Noise"), m_schedule, u"render_schedule_combo"_s,
                        tr("Spacing of noise levels. Automatic is what the model was made for.")),
          1, 3, 3);
    place(labelledField(tr("Preset"), m_preset, u"render_preset_combo"_s,
                        tr("Sets steps, CFG, sampler and noise together.")),
          2, 0, 3);
    place(labelledField(tr("Routing capture"), m_capture, u"render_capture_combo"_s,
                        tr("Record which expert fires where.")),
          2, 3, 3);
    grid->addWidget(m_guess, 3, 0, 1, 6, Qt::AlignLeft);
    connect(m_guess, &QToolButton::clicked, this, [this] {
        for (int i = 0; i < static_cast<int>(m_presets.size()); ++i)
            if (m_presets[static_cast<std::size_t>(i)].id == m_guess->property("preset").toString()) takePreset(i);
    });
}

double SamplingFields::guidance() const { return m_guidance->value(); }

void SamplingFields::read(RenderRequest& request) const {
    request.steps = m_steps->value();
    request.guidanceScale = m_guidance->value();
    request.images = m_images->value();
    request.sampler = currentKind<SamplerKind>(m_sampler);
    request.schedule = currentKind<ScheduleKind>(m_schedule);
    if (m_single) return;
    request.capture = currentKind<CaptureLevel>(m_capture);
    request.recordTrace = request.capture != CaptureLevel::Off;
}

RenderRequest SamplingFields::current() const {
    RenderRequest request;
    read(request);
    return request;
}

void SamplingFields::showRequest(const RenderRequest& request) {
    {
        const QSignalBlocker blocker(this);  // one edit, not six
        m_steps->setValue(request.steps > 0 ? request.steps : kDefaultSteps);
        m_guidance->setValue(request.guidanceScale >= 0.0 ? std::max(1.0, request.guidanceScale) : kDefaultGuidance);
        m_images->setValue(request.images);
        selectKind(m_sampler, request.sampler);
        updateSchedules();
        selectKind(m_schedule, request.schedule);
        selectKind(m_capture, request.recordTrace ? request.capture : CaptureLevel::Off);
    }
    Q_EMIT edited();
}

void SamplingFields::setModel(const ModelSummary& model) {
    m_model = model;
    m_single = !model.architecture.isMixture;
    m_capture->setEnabled(!m_single);
    m_capture->setToolTip(m_single ? tr("One model without experts has nothing to record.")
                                   : tr("Record which expert fires where."));
    fillPresets();
    const QString guess = guessPreset(toText(model.name));
    m_guess->setProperty("preset", guess);
    for (const Preset& preset : m_presets)
        if (preset.id == guess) m_guess->setText(tr("Use %1 preset?").arg(preset.title));
    showPreset();
}

void SamplingFields::setOwnPresets(std::vector<Preset> presets) {
    m_own = std::move(presets);
    fillPresets();
}

void SamplingFields::fillPresets() {
    m_presets = builtInPresets(m_model);
    m_presets.insert(m_presets.end(), m_own.begin(), m_own.end());
    const QSignalBlocker blocker(m_preset);
    m_preset->clear();
    for (const Preset& preset : m_presets) m_preset->addItem(preset.title);
    m_preset->addItem(tr("Custom"));
    m_preset->insertSeparator(m_preset->count());
    m_preset->addItem(tr("Save as preset…"), u"save"_s);
    if (!m_own.empty()) m_preset->addItem(tr("Remove this preset"), u"remove"_s);
    showPreset();
}

void SamplingFields::showPreset() {
    if (m_presets.empty()) return;
    const RenderRequest request = current();
    int index = static_cast<int>(m_presets.size());  // Custom
    for (int i = 0; i < static_cast<int>(m_presets.size()) && index == static_cast<int>(m_presets.size()); ++i)
        if (matches(m_presets[static_cast<std::size_t>(i)], request)) index = i;
    // The name chosen last stays where two presets are equal.
    const int shown = m_preset->currentIndex();
    if (shown >= 0 && shown < static_cast<int>(m_presets.size()) &&
        matches(m_presets[static_cast<std::size_t>(shown)], request))
        index = shown;
    const QSignalBlocker blocker(m_preset);
    m_preset->setCurrentIndex(index);
    const QString guess = m_guess->property("preset").toString();
    const bool used =
        index < static_cast<int>(m_presets.size()) && m_presets[static_cast<std::size_t>(index)].id == guess;
    m_guess->setVisible(!guess.isEmpty() && !used);
}

void SamplingFields::takePreset(int index) {
    const QString act = m_preset->itemData(index).toString();
    if (act == "save"_L1) return askPresetName();
    if (act == "remove"_L1) return removePreset();
    if (index < 0 || index >= static_cast<int>(m_presets.size())) return showPreset();
    RenderRequest request = current();
    apply(m_presets[static_cast<std::size_t>(index)], request);
    {
        const QSignalBlocker blocker(m_preset);
        m_preset->setCurrentIndex(index);
    }
    request.recordTrace = currentKind<CaptureLevel>(m_capture) != CaptureLevel::Off;
    request.capture = currentKind<CaptureLevel>(m_capture);
    showRequest(request);
}

void SamplingFields::askPresetName() {
    showPreset();
    auto* dialog = new QInputDialog(window());
    dialog->setObjectName(u"preset_name_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save as preset"));
    dialog->setLabelText(tr("Name of the preset for these steps, CFG, sampler and noise:"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& text) {
        const QString name = text.trimmed();
        if (name.isEmpty()) return;
        const RenderRequest request = current();
        std::erase_if(m_own, [&](const Preset& preset) { return preset.id == name; });
        m_own.push_back({name, name, request.steps, request.guidanceScale, request.sampler, request.schedule, true});
        fillPresets();
        m_preset->setCurrentIndex(static_cast<int>(m_presets.size()) - 1);
        Q_EMIT ownPresetsChanged();
    });
    dialog->open();
}

void SamplingFields::removePreset() {
    showPreset();
    const int shown = m_preset->currentIndex();
    if (shown < 0 || shown >= static_cast<int>(m_presets.size())) return;
    const Preset gone = m_presets[static_cast<std::size_t>(shown)];
    if (!gone.own) return;
    std::erase_if(m_own, [&](const Preset& preset) { return preset.id == gone.id; });
    fillPresets();
    Q_EMIT ownPresetsChanged();
}

void SamplingFields::updateSchedules() {
    const auto sampler = currentKind<SamplerKind>(m_sampler);
    auto* items = qobject_cast<QStandardItemModel*>(m_schedule->model());
    for (int i = 0; i < m_schedule->count(); ++i) {
        const bool possible = isPossible(sampler, static_cast<ScheduleKind>(m_schedule->itemData(i).toInt()));
        items->item(i)->setEnabled(possible);
        items->item(i)->setToolTip(possible ? QString()
                                            : tr("%1 has noise levels of its own.").arg(m_sampler->currentText()));
    }
    if (!isPossible(sampler, currentKind<ScheduleKind>(m_schedule))) selectKind(m_schedule, ScheduleKind::Normal);
}

}  // namespace segmoe::ui
