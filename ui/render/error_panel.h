// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <vector>

#include <QFrame>

#include "ui/bridge/error_text.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace segmoe::ui {

class Theme;

/// A failure on the page: one sentence, the core's own words, up to three buttons that help, details. Hidden while all
/// is well.
class ErrorPanel : public QFrame {
    Q_OBJECT
public:
    explicit ErrorPanel(Theme& theme, QWidget* parent = nullptr);
    /// The first remedy is the usual one.
    void showFailure(const Failure& failure, const std::vector<Remedy>& remedies);

Q_SIGNALS:
    void remedyChosen(segmoe::ui::Remedy remedy);

private:
    QLabel* m_icon;
    QLabel* m_sentence;
    QLabel* m_message;
    std::array<QPushButton*, 3> m_buttons;
    QPushButton* m_details;
    QToolButton* m_close;
    Failure m_failure;
    std::vector<Remedy> m_remedies;
};

}  // namespace segmoe::ui
