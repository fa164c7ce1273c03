// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/routing_image_view.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/bridge/qt_convert.h"
#include "ui/routing/routing_words.h"
#include "ui/widgets/arrow_keys.h"
#include "ui/widgets/field.h"
#include "ui/widgets/painted_access.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHoverDelay = 150;
constexpr QSize kUnknownGrid(16, 16);  ///< cells of a click where no map says how large they are

}  // namespace

RoutingImageView::RoutingImageView(Theme& theme, RoutingController& controller, QWidget* parent)
    : ImageView(theme, parent), m_theme(theme), m_controller(controller) {
    nameControl(this, u"routing_image_view"_s, tr("Picture with overlay"));
    setMouseTracking(true);
    setDigitKeys(false);
    setHand(false);
    connect(&controller, &RoutingController::changed, this, &RoutingImageView::controllerChanged);
    connect(&theme, &Theme::changed, this, &RoutingImageView::refreshOverlay);
}

void RoutingImageView::setStyle(const OverlayStyle& style) {
    if (style == m_style) return;
    const bool recolor = style.palette != m_style.palette || style.scale != m_style.scale;
    m_style = style;
    if (recolor) refreshOverlay();
    update();
}

const ThemeTokens& RoutingImageView::tokens() const { return m_theme.tokens(); }

void RoutingImageView::setHand(bool hand) {
    m_hand = hand;
    setPanButtons(hand ? Qt::LeftButton | Qt::MiddleButton : Qt::MouseButtons(Qt::MiddleButton));
    setCursor(hand ? Qt::OpenHandCursor : Qt::CrossCursor);
}

void RoutingImageView::controllerChanged(RoutingParts parts) {
    if (parts & RoutingPart::Capture) m_overlay = {};  // another picture: nothing of the old one over it
    if (parts & RoutingPart::Capture)
        setImage(m_controller.model().isEmpty() ? QImage() : toImage(m_controller.model().capture()->image.picture));
    // The place alone changes nothing of the map.
    if (!(parts & ~RoutingParts(RoutingPart::Place | RoutingPart::Token))) {
        update();
        return;
    }
    if (m_queued) return;
    m_queued = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_queued = false;
            refreshOverlay();
        },
        Qt::QueuedConnection);
}

void RoutingImageView::refreshOverlay() {
    HeatOverlay made = makeOverlay(m_controller, m_style, m_theme.tokens());
    if (made.isPending) return;  // what is shown stays until the new numbers are there
    m_overlay = std::move(made);
    describe();
    update();
    Q_EMIT overlayChanged();
}

void RoutingImageView::describe() {
    ImageView::describe();
    const QString what = m_overlay.reason.isEmpty() ? m_overlay.summary : m_overlay.reason;
    if (!what.isEmpty()) tellPainted(this, what);
}

void RoutingImageView::paintOver(QPainter& painter) {
    if (image().isNull()) return;
    m_overlay.paint(painter, target(), m_style, m_theme.tokens());
    paintPlace(painter, target());
}

void RoutingImageView::paintPlace(QPainter& painter, const QRectF& target) const {
    const auto& place = m_controller.selection().place;
    if (!place) return;
    const QRectF cell(target.left() + place->left() * target.width(), target.top() + place->top() * target.height(),
                      place->width() * target.width(), place->height() * target.height());
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const auto& [color, width] : {std::pair(Qt::black, 4.0), std::pair(Qt::white, 2.0)}) {
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(cell);
        const QPointF middle = cell.center();
        for (const QPointF& direction : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)}) {
            const QPointF edge(direction.x() * cell.width() / 2, direction.y() * cell.height() / 2);
            painter.drawLine(middle + edge + direction * 3, middle + edge + direction * 10);
        }
    }
}

QSize RoutingImageView::grid() const {
    const PlaceMap& map = m_controller.map();
    return map.isEmpty() ? kUnknownGrid : QSize(map.width, map.height);
}

QRectF RoutingImageView::cellAt(QPointF place) const {
    const QSize cells = grid();
    const double x = std::clamp(std::floor(place.x() * cells.width()), 0.0, cells.width() - 1.0);
    const double y = std::clamp(std::floor(place.y() * cells.height()), 0.0, cells.height() - 1.0);
    return {x / cells.width(), y / cells.height(), 1.0 / cells.width(), 1.0 / cells.height()};
}

void RoutingImageView::mousePressEvent(QMouseEvent* event) {
    m_dragged = false;
    m_dragFrom.reset();
    if (event->button() == Qt::LeftButton && !m_hand) m_dragFrom = placeAt(event->position());
    ImageView::mousePressEvent(event);
}

void RoutingImageView::mouseMoveEvent(QMouseEvent* event) {
    if (m_dragFrom && event->buttons() & Qt::LeftButton && event->modifiers() & Qt::ShiftModifier) {
        if (const auto to = placeAt(event->position())) {
            m_dragged = true;
            m_controller.setPlace(cellAt(*m_dragFrom).united(cellAt(*to)));
        }
        return;
    }
    m_tipAt = event->position();
    if (event->buttons() == Qt::NoButton) m_tipTimer.start(kHoverDelay, this);
    ImageView::mouseMoveEvent(event);
}

void RoutingImageView::mouseReleaseEvent(QMouseEvent* event) {
    if (m_dragFrom && !m_dragged && event->button() == Qt::LeftButton) probe(event->position());
    m_dragFrom.reset();
    ImageView::mouseReleaseEvent(event);
}

void RoutingImageView::probe(QPointF position) {
    if (const auto place = placeAt(position)) m_controller.setPlace(cellAt(*place));
}

bool RoutingImageView::movePlace(int key) {
    const auto direction = arrowDirection(key);
    if (!direction || m_controller.model().isEmpty()) return false;
    const QSize cells = grid();
    QPointF middle(0.5, 0.5);
    if (const auto& place = m_controller.selection().place)
        middle = place->center() + QPointF(1.0 * direction->x() / cells.width(), 1.0 * direction->y() / cells.height());
    m_controller.setPlace(cellAt({std::clamp(middle.x(), 0.0, 1.0), std::clamp(middle.y(), 0.0, 1.0)}));
    return true;
}

void RoutingImageView::keyPressEvent(QKeyEvent* event) {
    if (event->modifiers() == Qt::NoModifier && movePlace(event->key())) return;
    ImageView::keyPressEvent(event);
}

void RoutingImageView::leaveEvent(QEvent* event) {
    m_tipTimer.stop();
    ImageView::leaveEvent(event);
}

void RoutingImageView::timerEvent(QTimerEvent* event) {
    if (event->timerId() != m_tipTimer.timerId()) return ImageView::timerEvent(event);
    m_tipTimer.stop();
    showTip();
}

void RoutingImageView::showTip() {
    const auto place = placeAt(m_tipAt);
    const PlaceMap& map = m_controller.map();
    if (!place || map.isEmpty()) return;
    const std::vector<double> weights = weightsAt(map, cellAt(*place));
    QStringList parts;
    for (std::size_t e = 0; e < weights.size(); ++e)
        parts << tr("%1 %2").arg(expertTitle(m_controller.model(), static_cast<int>(e)), number(weights[e]));
    QToolTip::showText(mapToGlobal(m_tipAt.toPoint()),
                       tr("%1: %2").arg(valueText(m_controller.selection()), parts.join(u", "_s)), this);
}

QImage RoutingImageView::rendered(double scale) const {
    QImage result(contentSize() * scale, QImage::Format_RGB32);
    if (result.isNull()) return result;
    QPainter painter(&result);
    const QRectF area(QPointF(0, 0), QSizeF(result.size()));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(area, image());
    m_overlay.paint(painter, area, m_style, m_theme.tokens());
    paintPlace(painter, area);
    return result;
}

}  // namespace segmoe::ui
