// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QToolButton;

namespace segmoe::ui {

class Theme;

/// A titled part of a form that opens and closes with its header button.
class CollapsibleBox : public QWidget {
    Q_OBJECT
public:
    /// The box is called NAME_box, its header button NAME_button.
    CollapsibleBox(Theme& theme, const QString& name, const QString& title, QWidget* content,
                   QWidget* parent = nullptr);
    bool isOpen() const;
    void setOpen(bool open);

Q_SIGNALS:
    void toggled(bool open);

private:
    void showState();

    Theme& m_theme;
    QToolButton* m_header;
    QWidget* m_content;
};

}  // namespace segmoe::ui
