// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/overlay_legend.h"

#include <algorithm>
#include <cmath>

#include <QGuiApplication>
#include <QPainter>

#include "ui/routing/routing_words.h"
#include "ui/widgets/expert_palette.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLettersAcross = 44;  ///< of the caption, along the picture

/// Lays the legend out from top to bottom; with a null painter it only measures.
class LegendPainter {
public:
    LegendPainter(QPainter* painter, const QFont& font, int left, int top, int width)
        : m_painter(painter), m_metrics(font), m_left(left), m_width(width), m_y(top) {
        if (m_painter) m_painter->setFont(font);
    }

    int bottom() const { return m_y; }

    void experts(const HeatOverlay& overlay, const RoutingModel& model, const ThemeTokens& tokens) {
        const int chip = m_metrics.ascent();
        int x = m_left;
        for (int expert = 0; expert < model.experts(); ++expert) {
            QString text = expertTitle(model, expert);
            if (static_cast<int>(overlay.shares.size()) > expert)
                text += u' ' + percent(overlay.shares[static_cast<std::size_t>(expert)]);
            const int room = chip + gap() / 2 + m_metrics.horizontalAdvance(text);
            if (x > m_left && x + room > m_left + m_width) {
                x = m_left;
                m_y += lineHeight();
            }
            if (m_painter) {
                m_painter->setPen(QPen(tokens.expertEdge, 1.0));
                m_painter->setBrush(expertBrush(expert, tokens));
                m_painter->drawRect(QRect(x, m_y + m_metrics.descent(), chip, chip));
            }
            write(QRect(x + chip + gap() / 2, m_y, m_left + m_width - x - chip, lineHeight()), text);
            x += room + gap();
        }
        m_y += lineHeight();
    }

    void scale(const HeatOverlay& overlay, const std::vector<QColor>& stops) {
        const int bar = m_metrics.ascent();
        if (m_painter)
            for (int x = 0; x < m_width; ++x)
                m_painter->fillRect(QRect(m_left + x, m_y, 1, bar), colorAt(stops, static_cast<double>(x) / m_width));
        m_y += bar + m_metrics.descent();
        const std::pair<double, Qt::Alignment> ticks[] = {
            {0.0, Qt::AlignLeft}, {0.5, Qt::AlignHCenter}, {1.0, Qt::AlignRight}};
        for (const auto& [share, side] : ticks)
            write(QRect(m_left, m_y, m_width, lineHeight()),
                  number(overlay.low + share * (overlay.high - overlay.low), 3), side);
        m_y += lineHeight();
    }

    void caption(const QString& text) {
        if (text.isEmpty()) return;
        const QRect room(m_left, m_y, m_width, 100 * lineHeight());
        const QRect words = m_metrics.boundingRect(room, Qt::TextWordWrap, text);
        if (m_painter) m_painter->drawText(room, Qt::TextWordWrap, text);
        m_y += words.height();
    }

private:
    int gap() const { return m_metrics.height(); }
    int lineHeight() const { return m_metrics.lineSpacing(); }
    void write(const QRect& room, const QString& text, Qt::Alignment side = Qt::AlignLeft) {
        if (!m_painter) return;
        m_painter->setPen(lightTokens().text);
        m_painter->drawText(room, static_cast<int>(side | Qt::AlignVCenter),
                            m_metrics.elidedText(text, Qt::ElideRight, room.width()));
    }

    QPainter* m_painter;
    QFontMetrics m_metrics;
    int m_left;
    int m_width;
    int m_y;
};

}  // namespace

QImage withLegend(const QImage& picture, const HeatOverlay& overlay, const OverlayStyle& style,
                  const RoutingModel& model, const ThemeTokens& tokens) {
    QFont font = QGuiApplication::font();
    font.setPixelSize(std::max(12, picture.width() / kLettersAcross));
    const int margin = font.pixelSize();
    const auto draw = [&](QPainter* painter) {
        LegendPainter legend(painter, font, margin, picture.height() + margin / 2, picture.width() - 2 * margin);
        if (overlay.isNumeric())
            legend.scale(overlay, overlay.diverging ? divergingStops(tokens) : heatStops(style.palette));
        else if (!overlay.image.isNull())
            legend.experts(overlay, model, tokens);
        legend.caption(overlay.caption);
        return legend.bottom() + margin / 2;
    };
    QImage result(picture.width(), draw(nullptr), QImage::Format_RGB32);
    result.fill(lightTokens().panel);
    QPainter painter(&result);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.drawImage(0, 0, picture);
    painter.setPen(lightTokens().text);
    draw(&painter);
    return result;
}

}  // namespace segmoe::ui
