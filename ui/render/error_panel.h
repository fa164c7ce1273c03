// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

#include "ui/bridge/error_text.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace segmoe::ui {

class Theme;

/// A failure on the page: one sentence, the core's own words, a button that helps, details. Hidden while all is well.
class ErrorPanel : public QFrame {
    Q_OBJECT
public:
    explicit ErrorPanel(Theme& theme, QWidget* parent = nullptr);
    void showFailure(const Failure& failure);

Q_SIGNALS:
    void remedyChosen(segmoe::ui::Remedy remedy);

private:
    QLabel* m_icon;
    QLabel* m_sentence;
    QLabel* m_message;
    QPushButton* m_remedyButton;
    QPushButton* m_details;
    QToolButton* m_close;
    Failure m_failure;
    Remedy m_remedy = Remedy::Retry;
};

}  // namespace segmoe::ui
