// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <QWidget>

#include "core/engine/failure.h"

class QFrame;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace segmoe::ui {

/// One thing a notice offers to do.
struct NoticeAct {
    QString label;
    std::function<void()> act;
};

/// One sentence on the page: what a drop would do, why it was refused, what has failed; with at most two buttons that
/// help, and Details where the core has told more. Hidden while there is nothing to say.
class NoticeBar : public QWidget {
    Q_OBJECT
public:
    /// Its parts are named "STEM_label", "STEM_remedy_button", "STEM_second_button", "STEM_details_button".
    explicit NoticeBar(const QString& stem, QWidget* parent = nullptr);

    QString text() const;
    /// Empty = nothing any more.
    void say(const QString& sentence);
    /// Something was refused or has failed: said aloud to assistive technology, too.
    void complain(const QString& sentence, const std::vector<NoticeAct>& acts = {},
                  const std::optional<Failure>& details = {});

private:
    void showText(const QString& sentence, bool isError);
    void showActs(const std::vector<NoticeAct>& acts, const std::optional<Failure>& details);

    QString m_stem;
    QFrame* m_frame;
    QLabel* m_label;
    QWidget* m_row;
    std::vector<QPushButton*> m_buttons;  ///< remedy, second
    QPushButton* m_details;
    QHBoxLayout* m_acts = nullptr;
    Failure m_failure;
};

}  // namespace segmoe::ui
