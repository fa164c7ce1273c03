// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QSet>
#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLabel;

namespace segmoe::ui {

/// A heading and ticks with counts: one filter. No tick lets everything through.
class CheckGroup : public QWidget {
    Q_OBJECT
public:
    struct Choice {
        QString key;
        QString text;
        int count = 0;
    };

    CheckGroup(const QString& heading, const QString& objectName, QWidget* parent = nullptr);

    /// Keeps the ticks of keys that stay.
    void setChoices(const std::vector<Choice>& choices);
    QSet<QString> checked() const;
    void clear();

Q_SIGNALS:
    void changed();

private:
    QGridLayout* m_grid;
    std::vector<QCheckBox*> m_boxes;
};

}  // namespace segmoe::ui
