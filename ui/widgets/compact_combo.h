// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>

namespace segmoe::ui {

/// A choice that may become narrower than its longest text: the shown text is then shortened with ….
class CompactCombo : public QComboBox {
    Q_OBJECT
public:
    /// It is never narrower than this many letters.
    explicit CompactCombo(int characters, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace segmoe::ui
