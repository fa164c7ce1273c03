// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/shell/studio_context.h"

class QProgressBar;
class QToolButton;

namespace segmoe::ui {

class ElidedLabel;
class StatusMeter;

/// Bottom line of the window: device, memory, loaded models, what happened last, jobs.
class StatusStrip : public QWidget {
    Q_OBJECT
public:
    explicit StatusStrip(StudioContext& context, QWidget* parent = nullptr);

    void setDevice(const QString& text);
    /// Shown for ten seconds, and announced to assistive technology.
    void showMessage(const QString& sentence);

Q_SIGNALS:
    void deviceSettingsWanted();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QToolButton* makeButton(const QString& name, const QString& accessibleName, const QString& toolTip);
    void openDevices();
    void openModels();
    void updateMemory();
    void updateGpu();
    void updateModels();
    void updateJobs();
    void updateNetwork();

    StudioContext m_context;
    QToolButton* m_device;
    StatusMeter* m_gpu;
    StatusMeter* m_ram;
    QToolButton* m_models;
    ElidedLabel* m_message;
    QToolButton* m_network;
    QToolButton* m_jobs;
    QProgressBar* m_jobBar;
    QTimer m_memoryTimer;
    QTimer m_messageTimer;
};

}  // namespace segmoe::ui
