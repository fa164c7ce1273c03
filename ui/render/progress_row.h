// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "core/base/progress.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace segmoe::ui {

/// How far the render is, with Cancel and Skip image.
class ProgressRow : public QWidget {
    Q_OBJECT
public:
    explicit ProgressRow(QWidget* parent = nullptr);

    void begin();
    void showProgress(const Progress& progress);
    void showCancelling(bool slow);
    void setSkipAvailable(bool available);
    int lastStep() const { return m_lastStep; }
    QPushButton* cancelButton() const { return m_cancel; }

Q_SIGNALS:
    void cancelRequested();
    void skipRequested();

private:
    QProgressBar* m_bar;
    QLabel* m_label;
    QPushButton* m_cancel;
    QPushButton* m_skip;
    int m_lastStep = 0;
};

}  // namespace segmoe::ui
