// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace segmoe::ui {

class Theme;

/// What a page or list shows while it has nothing: an icon, why, and what leads on.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(Theme& theme, const QString& icon, const QString& sentence, QWidget* parent = nullptr);

    void setSentence(const QString& sentence);
    /// The first button is the primary one.
    QPushButton* addButton(const QString& objectName, const QString& text, const QString& toolTip = {});
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    int widthOf(std::size_t columns) const;
    void arrangeButtons();

    QLabel* m_sentence;
    QGridLayout* m_grid;
    std::vector<QPushButton*> m_buttons;
};

}  // namespace segmoe::ui
