// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QUndoStack>

#include "ui/widgets/image_view.h"

namespace segmoe::ui {

/// The start image with a mask painted over it: white = paint anew. The left button paints, the middle one pans, the
/// wheel zooms. Keys: B brush, E eraser, [ and ] size, Ctrl+I invert, Ctrl+Z and Ctrl+Shift+Z undo and redo.
class MaskView : public ImageView {
    Q_OBJECT
public:
    explicit MaskView(const Theme& theme, QWidget* parent = nullptr);

    /// A null mask is an empty one (black).
    void begin(const QImage& image, const QImage& mask);
    /// Grey, of the picture's size; null while nothing is painted.
    QImage mask() const;
    void setEraser(bool on);
    bool isEraser() const { return m_eraser; }
    /// Diameter in pixels of the picture.
    void setBrushSize(int pixels);
    int brushSize() const { return m_brushSize; }
    void invert();
    void clear();
    QUndoStack& undoStack() { return m_undo; }

Q_SIGNALS:
    void maskChanged();
    void toolChanged();

protected:
    void paintOver(QPainter& painter) override;
    void describe() override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    friend class MaskStroke;
    std::optional<QPointF> pixelAt(QPointF position) const;
    void strokeTo(QPointF pixel);
    void finishStroke();
    void change(const QString& text, const QImage& after);
    void putBack(QPoint at, const QImage& part);

    QImage m_mask;  ///< Grayscale8
    QImage m_before;
    QRect m_touched;
    std::optional<QPointF> m_last;
    std::optional<QPointF> m_pointer;
    QUndoStack m_undo;
    int m_brushSize = 48;
    bool m_eraser = false;
};

}  // namespace segmoe::ui
