// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/mask_view.h"

#include <algorithm>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QUndoCommand>

#include "ui/widgets/painted_access.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

namespace {

constexpr int kSmallestBrush = 1;
constexpr int kLargestBrush = 512;
constexpr int kUndoLimit = 100;
constexpr int kTint = 140;  // of 255

}  // namespace

/// One stroke, inversion or clearing; keeps only what it changed.
class MaskStroke : public QUndoCommand {
public:
    MaskStroke(MaskView& view, const QString& text, QPoint at, QImage before, QImage after)
        : QUndoCommand(text), m_view(view), m_at(at), m_before(std::move(before)), m_after(std::move(after)) {}
    void undo() override { m_view.putBack(m_at, m_before); }
    void redo() override { m_view.putBack(m_at, m_after); }

private:
    MaskView& m_view;
    QPoint m_at;
    QImage m_before;
    QImage m_after;
};

MaskView::MaskView(const Theme& theme, QWidget* parent) : ImageView(theme, parent) {
    setPanButtons(Qt::MiddleButton);
    setMouseTracking(true);
    setCursor(Qt::CrossCursor);
    m_undo.setUndoLimit(kUndoLimit);
}

void MaskView::begin(const QImage& image, const QImage& mask) {
    m_mask = mask.isNull() ? QImage(image.size(), QImage::Format_Grayscale8)
                           : mask.convertToFormat(QImage::Format_Grayscale8).scaled(image.size());
    if (mask.isNull()) m_mask.fill(Qt::black);
    m_undo.clear();
    setImage(image);
}

QImage MaskView::mask() const {
    for (int y = 0; y < m_mask.height(); ++y) {
        const uchar* line = m_mask.constScanLine(y);
        if (std::any_of(line, line + m_mask.width(), [](uchar value) { return value > 0; })) return m_mask;
    }
    return {};
}

void MaskView::setEraser(bool on) {
    if (on == m_eraser) return;
    m_eraser = on;
    Q_EMIT toolChanged();
}

void MaskView::setBrushSize(int pixels) {
    pixels = std::clamp(pixels, kSmallestBrush, kLargestBrush);
    if (pixels == m_brushSize) return;
    m_brushSize = pixels;
    update();
    Q_EMIT toolChanged();
}

void MaskView::invert() {
    QImage after = m_mask;
    after.invertPixels();
    change(tr("Invert mask"), after);
}

void MaskView::clear() {
    QImage after(m_mask.size(), QImage::Format_Grayscale8);
    after.fill(Qt::black);
    change(tr("Clear mask"), after);
}

void MaskView::change(const QString& text, const QImage& after) {
    if (m_mask.isNull() || after == m_mask) return;
    m_undo.push(new MaskStroke(*this, text, {}, m_mask, after));
}

void MaskView::putBack(QPoint at, const QImage& part) {
    QPainter painter(&m_mask);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawImage(at, part);
    painter.end();
    update();
    describe();
    Q_EMIT maskChanged();
}

std::optional<QPointF> MaskView::pixelAt(QPointF position) const {
    const QRectF place = target();
    if (place.isEmpty() || m_mask.isNull()) return std::nullopt;
    return QPointF((position.x() - place.left()) / place.width() * m_mask.width(),
                   (position.y() - place.top()) / place.height() * m_mask.height());
}

void MaskView::strokeTo(QPointF pixel) {
    QPainter painter(&m_mask);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = m_eraser ? Qt::black : Qt::white;
    painter.setPen(QPen(color, m_brushSize, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF from = m_last.value_or(pixel);
    if (from == pixel)
        painter.drawPoint(pixel);
    else
        painter.drawLine(from, pixel);
    const int margin = m_brushSize / 2 + 2;
    m_touched |= QRectF(from, pixel).normalized().toAlignedRect().adjusted(-margin, -margin, margin, margin);
    m_last = pixel;
    update();
}

void MaskView::finishStroke() {
    m_last.reset();
    m_touched &= m_mask.rect();
    if (m_touched.isEmpty()) return;
    auto* stroke = new MaskStroke(*this, m_eraser ? tr("Erase mask") : tr("Paint mask"), m_touched.topLeft(),
                                  m_before.copy(m_touched), m_mask.copy(m_touched));
    m_touched = {};
    m_before = {};
    m_undo.push(stroke);
}

void MaskView::paintOver(QPainter& painter) {
    if (m_mask.isNull()) return;
    QImage tint(m_mask.size(), QImage::Format_ARGB32_Premultiplied);
    QColor color = theme().tokens().accent;
    color.setAlpha(kTint);
    tint.fill(color);
    tint.setAlphaChannel([&] {
        QImage alpha = m_mask;
        for (int y = 0; y < alpha.height(); ++y) {
            uchar* line = alpha.scanLine(y);
            for (int x = 0; x < alpha.width(); ++x) line[x] = static_cast<uchar>(line[x] * kTint / 255);
        }
        return alpha;
    }());
    painter.drawImage(target(), tint);
    if (!m_pointer) return;
    const double radius = m_brushSize / 2.0 * target().width() / m_mask.width();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().tokens().onAccent, 3));
    painter.drawEllipse(*m_pointer, radius, radius);
    painter.setPen(QPen(theme().tokens().text, 1, m_eraser ? Qt::DashLine : Qt::SolidLine));
    painter.drawEllipse(*m_pointer, radius, radius);
}

void MaskView::describe() {
    tellPainted(this, mask().isNull() ? tr("Nothing is masked: the whole picture is painted anew.")
                                      : tr("A part of the picture is masked."));
}

void MaskView::mousePressEvent(QMouseEvent* event) {
    const auto pixel = pixelAt(event->position());
    if (event->button() != Qt::LeftButton || !pixel) return ImageView::mousePressEvent(event);
    m_before = m_mask;
    strokeTo(*pixel);
}

void MaskView::mouseMoveEvent(QMouseEvent* event) {
    m_pointer = event->position();
    const auto pixel = pixelAt(event->position());
    if ((event->buttons() & Qt::LeftButton) && m_last && pixel)
        strokeTo(*pixel);
    else
        ImageView::mouseMoveEvent(event);
    update();
}

void MaskView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && m_last) finishStroke();
}

void MaskView::mouseDoubleClickEvent(QMouseEvent* event) { mousePressEvent(event); }

void MaskView::leaveEvent(QEvent*) {
    m_pointer.reset();
    update();
}

void MaskView::keyPressEvent(QKeyEvent* event) {
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (event->matches(QKeySequence::Undo))
        m_undo.undo();
    else if (event->matches(QKeySequence::Redo))
        m_undo.redo();
    else if (control && event->key() == Qt::Key_I)
        invert();
    else if (!control && event->key() == Qt::Key_B)
        setEraser(false);
    else if (!control && event->key() == Qt::Key_E)
        setEraser(true);
    else if (event->key() == Qt::Key_BracketLeft)
        setBrushSize(m_brushSize * 4 / 5);
    else if (event->key() == Qt::Key_BracketRight)
        setBrushSize(m_brushSize * 5 / 4 + 1);
    else
        ImageView::keyPressEvent(event);
}

}  // namespace segmoe::ui
