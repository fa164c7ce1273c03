// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;

namespace segmoe::ui {

class ElidedLabel;

/// Bottom line of the window: device, memory of this program, what happened last.
class StatusStrip : public QWidget {
    Q_OBJECT
public:
    explicit StatusStrip(QWidget* parent = nullptr);

    void setDevice(const QString& text);
    /// Shown for ten seconds, and announced to assistive technology.
    void showMessage(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void updateMemory();

    QLabel* m_device;
    QLabel* m_memory;
    ElidedLabel* m_message;
    QTimer m_memoryTimer;
    QTimer m_messageTimer;
};

}  // namespace segmoe::ui
