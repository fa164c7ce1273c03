// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

class QButtonGroup;

namespace segmoe::ui {

/// One choice of a few, drawn as joined buttons: "(Prompt)(Negative)(Mean)". Arrow keys move inside it.
class Segmented : public QWidget {
    Q_OBJECT
public:
    struct Choice {
        QString objectName;
        QString text;
        QString toolTip;
    };

    explicit Segmented(const std::vector<Choice>& choices, QWidget* parent = nullptr);

    int current() const;
    void setCurrent(int choice);
    /// Whether choices that have no room beside the others go into the next line.
    void setWrapping(bool wraps);
    void setChoiceEnabled(int choice, bool enabled);
    void setChoiceToolTip(int choice, const QString& toolTip);

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Also by setCurrent().
    void currentChanged(int choice);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void fixEdges();
    void fixTabStops();

    QButtonGroup* m_group;
    bool m_wraps = false;
};

}  // namespace segmoe::ui
