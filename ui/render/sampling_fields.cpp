// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/sampling_fields.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QStandardItemModel>

#include "ui/bridge/qt_convert.h"
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

void shrinkable(QComboBox* combo) {
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(6);
}

}  // namespace

SamplingFields::SamplingFields(QWidget* parent)
    : QWidget(parent),
      m_steps(new QSpinBox),
      m_guidance(new QDoubleSpinBox),
      m_images(new QSpinBox),
      m_sampler(new QComboBox),
      m_schedule(new QComboBox),
      m_topK(new QSpinBox),
      m_topKRow(new QWidget) {
    m_steps->setRange(1, 150);
    m_guidance->setRange(1.0, 30.0);
    m_guidance->setSingleStep(0.5);
    m_guidance->setDecimals(1);
    m_images->setRange(1, 64);
    m_topK->setRange(0, 1);
    m_topK->setSpecialValueText(tr("As in mixture"));
    for (SamplerKind kind : allSamplers()) m_sampler->addItem(toText(samplerTitle(kind)), static_cast<int>(kind));
    for (ScheduleKind kind : allSchedules())
        m_schedule->addItem(kind == ScheduleKind::Normal ? tr("Automatic") : toText(scheduleTitle(kind)),
                            static_cast<int>(kind));
    shrinkable(m_sampler);
    shrinkable(m_schedule);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    for (int column = 0; column < 6; ++column) grid->setColumnStretch(column, 1);
    grid->addLayout(labelledField(tr("Steps"), m_steps, u"render_steps_spin"_s, tr("More steps, more time.")), 0, 0, 1,
                    2);
    grid->addLayout(
        labelledField(tr("CFG"), m_guidance, u"render_cfg_spin"_s,
                      tr("How strictly the prompt is followed. 1 turns the negative prompt off and halves the time.")),
        0, 2, 1, 2);
    grid->addLayout(labelledField(tr("Images"), m_images, u"render_count_spin"_s,
                                  tr("Pictures of this render, one after another.")),
                    0, 4, 1, 2);
    grid->addLayout(labelledField(tr("Sampler"), m_sampler, u"render_sampler_combo"_s,
                                  tr("The method that turns noise into a picture.")),
                    1, 0, 1, 3);
    grid->addLayout(labelledField(tr("Noise"), m_schedule, u"render_schedule_combo"_s,
                                  tr("Spacing of the noise levels. Automatic is what the model was made for.")),
                    1, 3, 1, 3);
    auto* topK = labelledField(tr("Active experts"), m_topK, u"render_k_spin"_s,
                               tr("How many experts each layer may choose, for this render."));
    m_topKRow->setLayout(topK);
    m_topKRow->setVisible(false);
    grid->addWidget(m_topKRow, 2, 0, 1, 6);

    for (QSpinBox* spin : {m_steps, m_images, m_topK})
        connect(spin, &QSpinBox::valueChanged, this, &SamplingFields::edited);
    connect(m_guidance, &QDoubleSpinBox::valueChanged, this, &SamplingFields::edited);
    connect(m_schedule, &QComboBox::currentIndexChanged, this, &SamplingFields::edited);
    connect(m_sampler, &QComboBox::currentIndexChanged, this, [this] {
        updateSchedules();
        Q_EMIT edited();
    });
    showRequest(RenderRequest{});
}

double SamplingFields::guidance() const { return m_guidance->value(); }

void SamplingFields::read(RenderRequest& request) const {
    request.steps = m_steps->value();
    request.guidanceScale = m_guidance->value();
    request.images = m_images->value();
    request.sampler = currentKind<SamplerKind>(m_sampler);
    request.schedule = currentKind<ScheduleKind>(m_schedule);
    request.routing.topK = m_topK->value();
}

void SamplingFields::showRequest(const RenderRequest& request) {
    m_steps->setValue(request.steps > 0 ? request.steps : kDefaultSteps);
    m_guidance->setValue(request.guidanceScale >= 0.0 ? request.guidanceScale : kDefaultGuidance);
    m_images->setValue(request.images);
    selectKind(m_sampler, request.sampler);
    updateSchedules();
    selectKind(m_schedule, request.schedule);
    if (request.routing.topK > m_topK->maximum()) m_topK->setMaximum(request.routing.topK);
    m_topK->setValue(request.routing.topK);
}

void SamplingFields::setModel(const ModelSummary& model) {
    const bool mixture = model.architecture.isMixture;
    m_topKRow->setVisible(mixture);
    m_topK->setMaximum(mixture ? static_cast<int>(model.experts.size()) : 0);
    m_topK->setSpecialValueText(mixture ? tr("As in mixture (%1)").arg(model.expertsPerToken) : tr("As in mixture"));
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
