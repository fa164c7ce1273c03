// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

namespace segmoe::ui {

class Theme;

/// The small "?" beside a control: its text as a tooltip on hover, and at once with a click or Space.
class HelpButton : public QToolButton {
    Q_OBJECT
public:
    HelpButton(Theme& theme, const QString& objectName, const QString& subject, const QString& text,
               QWidget* parent = nullptr);
};

}  // namespace segmoe::ui
