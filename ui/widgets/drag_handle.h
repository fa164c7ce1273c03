// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace segmoe::ui {

/// A label by which something is taken hold of and dragged.
class DragHandle : public QLabel {
    Q_OBJECT
public:
    explicit DragHandle(QWidget* parent = nullptr);

Q_SIGNALS:
    /// The pointer was pressed here and has moved far enough.
    void dragStarted();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QPoint m_pressed;
};

}  // namespace segmoe::ui
