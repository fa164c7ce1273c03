// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/step_bar.h"

#include <algorithm>
#include <cmath>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>

#include "ui/routing/routing_controller.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kStepInterval = 250;
constexpr int kPage = 5;
constexpr int kLeastNoise = 40;

}  // namespace

StepBar::StepBar(Theme& theme, RoutingController& controller, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_controller(controller),
      m_play(new QToolButton),
      m_slider(new QSlider(Qt::Horizontal)),
      m_spin(new QSpinBox),
      m_all(new QCheckBox(tr("All steps"))),
      m_noise(new ElidedLabel) {
    nameControl(m_play, u"routing_play_button"_s, tr("Play steps"), tr("Play the steps one after another (Space)"));
    nameControl(m_slider, u"routing_step_slider"_s, tr("Step"), tr("Sampling step; left is noise, right is detail."));
    nameControl(m_spin, u"routing_step_spin"_s, tr("Step number"),
                tr("Sampling step; left is noise, right is detail."));
    nameControl(m_all, u"routing_step_all_check"_s, tr("All steps"), tr("Show the mean over all steps (A)."));
    m_noise->setObjectName(u"routing_noise_label"_s);
    m_noise->setProperty("role", u"caption"_s);
    m_play->setCheckable(true);
    theme.bindIcon(m_play, u"play"_s);
    m_slider->setPageStep(kPage);
    m_slider->setMinimumWidth(80);
    m_slider->setLayoutDirection(Qt::LeftToRight);
    auto* step = new QHBoxLayout;
    step->setSpacing(8);
    step->addWidget(m_play);
    step->addWidget(m_slider, 1);
    step->addWidget(m_spin);
    m_noise->setMinimumWidth(kLeastNoise);
    auto* row = new WrapLayout(8, 4);
    setLayout(row);
    row->add(step, 2);
    row->add(m_all);
    row->add(m_noise, 1);
    m_timer.setInterval(kStepInterval);
    connect(&m_timer, &QTimer::timeout, this, &StepBar::playNext);
    connect(m_slider, &QSlider::valueChanged, this, [this](int step) { m_controller.setStep(step); });
    connect(m_spin, &QSpinBox::valueChanged, this, [this](int step) { m_controller.setStep(step - 1); });
    connect(m_all, &QCheckBox::toggled, this, [this](bool all) { m_controller.setStep(all ? -1 : m_lastStep); });
    connect(m_play, &QToolButton::toggled, this, [this](bool playing) {
        if (playing && m_slider->value() == m_slider->maximum()) moveTo(0);
        playing ? m_timer.start() : m_timer.stop();
    });
    connect(&controller, &RoutingController::changed, this, [this](RoutingParts parts) {
        if (parts & (RoutingPart::Step | RoutingPart::Capture)) showSelection();
    });
    connect(&theme, &Theme::changed, this, &StepBar::showPlay);
    showSelection();
}

void StepBar::showPlay() {
    const bool moves = m_theme.motionMs() > 0;
    if (!moves) m_play->setChecked(false);
    m_play->setEnabled(moves && m_slider->isEnabled());
    m_play->setToolTip(moves ? tr("Play the steps one after another (Space)")
                             : tr("Off because the settings reduce motion. The arrow keys go step by step."));
}

void StepBar::showSelection() {
    const RoutingModel& model = m_controller.model();
    const int step = m_controller.selection().step;
    const int last = std::max(0, model.steps() - 1);
    const bool all = step < 0 && !model.isEmpty();
    if (step >= 0) m_lastStep = step;
    m_lastStep = std::min(m_lastStep, last);
    const QSignalBlocker blockers[] = {QSignalBlocker(m_slider), QSignalBlocker(m_spin), QSignalBlocker(m_all)};
    m_slider->setRange(0, last);
    m_slider->setValue(m_lastStep);
    m_spin->setRange(1, last + 1);
    m_spin->setSuffix(tr(" / %1").arg(last + 1));
    m_spin->setValue(m_lastStep + 1);
    m_all->setChecked(all);
    for (QWidget* each : std::initializer_list<QWidget*>{m_slider, m_spin}) each->setEnabled(!all && model.steps() > 1);
    showPlay();
    m_all->setEnabled(model.steps() > 1);
    if (all) m_play->setChecked(false);
    const bool known =
        step >= 0 && step < model.steps() && static_cast<int>(model.trace().timesteps.size()) == model.steps();
    m_noise->setText(
        known ? tr("noise level %1").arg(std::lround(model.trace().timesteps[static_cast<std::size_t>(step)]))
              : QString());
    m_noise->setToolTip(tr("Timestep of the sampler: 999 is pure noise, 0 is the picture."));
}

void StepBar::moveBy(int steps) {
    if (m_slider->isEnabled()) m_slider->setValue(m_slider->value() + steps);
}

void StepBar::moveTo(int step) {
    if (m_slider->isEnabled()) m_slider->setValue(step);
}

void StepBar::toggleAll() {
    if (m_all->isEnabled()) m_all->toggle();
}

void StepBar::togglePlay() {
    if (m_play->isEnabled()) m_play->toggle();
}

void StepBar::playNext() {
    if (m_slider->value() < m_slider->maximum())
        m_slider->setValue(m_slider->value() + 1);
    else
        m_play->setChecked(false);
}

}  // namespace segmoe::ui
