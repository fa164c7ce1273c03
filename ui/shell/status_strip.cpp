// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/status_strip.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/base/gpu_state.h"
#include "ui/bridge/device_title.h"
#include "ui/bridge/download_client.h"
#include "ui/bridge/engine_client.h"
#include "ui/bridge/process_memory.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/settings.h"
#include "ui/queue/job_queue.h"
#include "ui/queue/residency.h"
#include "ui/shell/action_table.h"
#include "ui/shell/device_popover.h"
#include "ui/shell/loaded_models_view.h"
#include "ui/shell/status_meter.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

StatusStrip::StatusStrip(StudioContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_device(makeButton(u"status_device_button"_s, tr("Device"), tr("Device used for rendering. Click to change."))),
      m_gpu(new StatusMeter(context.theme, u"status_gpu"_s, tr("GPU"))),
      m_ram(new StatusMeter(context.theme, u"status_ram"_s, tr("RAM"))),
      m_models(makeButton(u"status_models_button"_s, tr("Loaded models"), tr("What is loaded and how to free it."))),
      m_message(new ElidedLabel),
      m_network(
          makeButton(u"status_network_button"_s, tr("Network"), tr("Hub access. Click to work offline or online."))),
      m_jobs(makeButton(u"status_jobs_button"_s, tr("Jobs"), tr("Show or hide the job list (Ctrl+J)"))),
      m_jobBar(new QProgressBar) {
    setObjectName(u"status_strip"_s);
    m_message->setObjectName(u"status_message_label"_s);
    m_message->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_message->setProperty("role", u"caption"_s);
    m_jobBar->setObjectName(u"status_jobs_bar"_s);
    m_jobBar->setTextVisible(false);
    m_jobBar->setFixedWidth(64);
    m_jobBar->setAccessibleName(tr("Progress of the running job"));
    m_device->setText(tr("Loading the engine…"));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 1, 8, 1);
    row->setSpacing(12);
    row->addWidget(m_device);
    row->addWidget(m_gpu);
    row->addWidget(m_ram);
    row->addWidget(m_models);
    row->addWidget(m_message, 1);
    row->addWidget(m_network);
    row->addWidget(m_jobBar);
    row->addWidget(m_jobs);

    m_memoryTimer.setInterval(1000);
    connect(&m_memoryTimer, &QTimer::timeout, this, &StatusStrip::updateMemory);
    m_messageTimer.setSingleShot(true);
    m_messageTimer.setInterval(10'000);
    connect(&m_messageTimer, &QTimer::timeout, m_message, &QLabel::clear);
    connect(m_device, &QToolButton::clicked, this, &StatusStrip::openDevices);
    connect(m_models, &QToolButton::clicked, this, &StatusStrip::openModels);
    connect(m_network, &QToolButton::clicked, this,
            [&settings = context.settings] { settings.set(keys::kOffline, !settings.get(keys::kOffline)); });
    connect(&context.settings, &Settings::changed, this, [this](const QString& key) {
        if (key == QLatin1String(keys::kOffline.name)) updateNetwork();
    });
    connect(m_jobs, &QToolButton::clicked, context.actions.action(ActionId::ViewJobs), &QAction::trigger);
    connect(&context.queue, &JobQueue::rowsChanged, this, &StatusStrip::updateJobs);
    connect(&context.queue, &JobQueue::changed, this, &StatusStrip::updateJobs);
    connect(&context.queue, &JobQueue::pausedChanged, this, &StatusStrip::updateJobs);
    const DownloadClient& downloads = context.engine.downloads();
    connect(&downloads, &DownloadClient::rowsChanged, this, &StatusStrip::updateJobs);
    connect(&downloads, &DownloadClient::rowChanged, this, &StatusStrip::updateJobs);
    m_models->setVisible(context.residency);
    if (context.residency) connect(context.residency, &Residency::changed, this, &StatusStrip::updateModels);
    updateMemory();
    updateModels();
    updateJobs();
    updateNetwork();
}

QToolButton* StatusStrip::makeButton(const QString& name, const QString& accessibleName, const QString& toolTip) {
    auto* button = new QToolButton;
    nameControl(button, name, accessibleName, toolTip);
    button->setProperty("role", u"status"_s);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void StatusStrip::setDevice(const QString& text) { m_device->setText(text); }

void StatusStrip::showMessage(const QString& sentence) {
    m_message->setText(sentence);
    m_message->setAccessibleName(sentence);
    m_messageTimer.start();
    QAccessibleEvent event(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void StatusStrip::openDevices() {
    auto* popover = new DevicePopover(m_context, this);
    connect(popover, &DevicePopover::settingsWanted, this, &StatusStrip::deviceSettingsWanted);
    popover->openAt(m_device);
}

void StatusStrip::openModels() {
    auto* popover = new StatusPopover(u"residency_popup"_s, tr("Loaded models"), this);
    popover->content()->addWidget(new LoadedModelsView(*m_context.residency, u"residency"_s));
    popover->openAt(m_models);
}

void StatusStrip::showEvent(QShowEvent* event) {
    m_memoryTimer.start();
    QWidget::showEvent(event);
}

void StatusStrip::hideEvent(QHideEvent* event) {
    m_memoryTimer.stop();
    QWidget::hideEvent(event);
}

void StatusStrip::updateMemory() {
    const auto memory = processMemory();
    m_ram->setVisible(memory.has_value());
    if (memory)
        m_ram->setReading({.totalBytes = memory->totalBytes,
                           .freeBytes = memory->availableBytes,
                           .ownBytes = memory->usedBytes,
                           .owner = {}});
    updateGpu();
}

/// Of the card that the next job takes; machines without one show none.
void StatusStrip::updateGpu() {
    const auto card =
        gpuState(cardIndex(deviceFor(m_context.settings.get(keys::kDevice), m_context.engine.knownFacts().devices)));
    m_gpu->setVisible(card.has_value());
    if (card)
        m_gpu->setReading({.totalBytes = card->totalBytes,
                           .freeBytes = card->freeBytes,
                           .ownBytes = card->ownBytes,
                           .owner = toText(card->name)});
}

void StatusStrip::updateModels() {
    if (!m_context.residency) return;
    const auto& models = m_context.residency->models();
    qint64 bytes = 0;
    for (const ResidentModel& model : models) bytes += model.bytes();
    if (models.empty())
        m_models->setText(tr("No model loaded"));
    else
        m_models->setText(tr("Models %1: %2")
                              .arg(models.size())
                              .arg(QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat)));
}

void StatusStrip::updateNetwork() {
    m_network->setText(m_context.settings.get(keys::kOffline) ? tr("Offline") : tr("Online"));
}

void StatusStrip::updateJobs() {
    const QueueJob* running = m_context.queue.current();
    const int waiting = m_context.queue.waitingCount();
    QString summary = tr("Jobs: none");
    if (m_context.queue.isPaused() && waiting > 0)
        summary = tr("Jobs: paused, %1 waiting").arg(waiting);
    else if (running && waiting > 0)
        summary = tr("Jobs: 1 running, %1 waiting").arg(waiting);
    else if (running)
        summary = tr("Jobs: 1 running");
    else if (waiting > 0)
        summary = tr("Jobs: %1 waiting").arg(waiting);
    const DownloadSum downloads = m_context.engine.downloads().sum();
    if (downloads.active > 0)
        summary = running || waiting > 0 ? tr("%1, %n download(s)", nullptr, downloads.active).arg(summary)
                                         : tr("Jobs: %n download(s)", nullptr, downloads.active);
    if (m_jobs->text() != summary) m_jobs->setText(summary);
    m_jobBar->setVisible(running || downloads.active > 0);
    if (!m_jobBar->isVisibleTo(this)) return;
    // A job that tells no fraction moves without one.
    const double fraction = running ? running->progress.fraction : downloads.fraction;
    m_jobBar->setRange(0, fraction < 0.0 ? 0 : 100);
    if (fraction >= 0.0) m_jobBar->setValue(qRound(fraction * 100));
}

}  // namespace segmoe::ui
