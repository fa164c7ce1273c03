// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QGridLayout>

class QLabel;

namespace segmoe::ui {

/// What is known about a model: a caption and a value in each row. Values wrap, also within long words.
class FactRows : public QGridLayout {
public:
    FactRows();
    /// The label of the value: plain text that can be selected.
    QLabel* add(const QString& caption, const QString& value);
    void clear();
};

}  // namespace segmoe::ui
