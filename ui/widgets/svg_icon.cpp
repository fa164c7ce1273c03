// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/svg_icon.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QImage>
#include <QPainter>
#include <QPixmapCache>
#include <QStringList>
#include <QSvgRenderer>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

bool pointsAlongTheText(const QString& name) {
    static const QStringList names = {u"undo"_s,         u"redo"_s,          u"skip"_s,
                                      u"chevron-left"_s, u"chevron-right"_s, u"recall"_s};
    return names.contains(name);
}

class SvgIconEngine : public QIconEngine {
public:
    SvgIconEngine(QString name, QColor normal, QColor disabled)
        : m_name(std::move(name)), m_normal(std::move(normal)), m_disabled(std::move(disabled)) {}

    QIconEngine* clone() const override { return new SvgIconEngine(*this); }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        const QColor& color = mode == QIcon::Disabled ? m_disabled : m_normal;
        const bool mirrored = QGuiApplication::isRightToLeft() && pointsAlongTheText(m_name);
        const QString key =
            u"segmoe:%1:%2:%3x%4:%5"_s.arg(m_name, color.name()).arg(size.width()).arg(size.height()).arg(mirrored);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap)) return pixmap;
        pixmap = QPixmap::fromImage(draw(size, color).mirrored(mirrored, false));
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state));
    }

private:
    QImage draw(const QSize& size, const QColor& color) const {
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QFile file(u":/icons/"_s + m_name + u".svg"_s);
        if (!file.open(QIODevice::ReadOnly)) return image;
        QByteArray svg = file.readAll();
        svg.replace("currentColor", color.name().toLatin1());
        QSvgRenderer renderer(svg);
        QPainter painter(&image);
        const int side = std::min(size.width(), size.height());
        renderer.render(&painter, QRectF((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side));
        return image;
    }

    QString m_name;
    QColor m_normal;
    QColor m_disabled;
};

}  // namespace

QIcon svgIcon(const QString& name, const QColor& normal, const QColor& disabled) {
    if (!QFile::exists(u":/icons/"_s + name + u".svg"_s)) return {};
    return QIcon(new SvgIconEngine(name, normal, disabled));
}

}  // namespace segmoe::ui
