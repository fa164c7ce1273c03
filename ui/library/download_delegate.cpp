// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/download_delegate.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/library/download_model.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

using State = DownloadRow::State;

constexpr int kRowHeight = 76;
constexpr int kPadding = 12;
constexpr int kIcon = 20;
constexpr int kButtonHeight = 28;
constexpr int kMenu = 28;
constexpr int kGap = 8;
constexpr int kLeastButton = 96;

State stateOf(const QModelIndex& index) { return static_cast<State>(index.data(DownloadModel::StateRole).toInt()); }

QString stateIcon(State state) {
    switch (state) {
        case State::Queued: return u"clock"_s;
        case State::Resolving: return u"search"_s;
        case State::Paused: return u"pause"_s;
        case State::Waiting: return u"offline"_s;
        case State::Done: return u"check"_s;
        case State::Failed: return u"error"_s;
        case State::Cancelled: return u"cancel"_s;
        case State::Checking:
        case State::Running:
        case State::Verifying:
        case State::Publishing: return u"download"_s;
    }
    return {};
}

bool isMoving(State state) {
    return state == State::Resolving || state == State::Checking || state == State::Running ||
           state == State::Verifying || state == State::Publishing;
}

}  // namespace

DownloadDelegate::DownloadDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QSize DownloadDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    // Three lines of text at any text size.
    return {320, std::max(kRowHeight, option.fontMetrics.height() * 3 + 2 * kPadding + kGap)};
}

QRect DownloadDelegate::menuRect(const QRect& row) {
    return {row.right() - kPadding - kMenu - 3, row.center().y() - kMenu / 2, kMenu, kMenu};
}

QRect DownloadDelegate::mainRect(const QStyleOptionViewItem& option, const QModelIndex& index) {
    const QString text = index.data(DownloadModel::MainTextRole).toString();
    if (text.isEmpty()) return {};
    const int width = std::max(kLeastButton, option.fontMetrics.horizontalAdvance(text) + 28);
    const int left = menuRect(option.rect).left() - kGap - width;
    return {left, option.rect.center().y() - kButtonHeight / 2, width, kButtonHeight};
}

void DownloadDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const ThemeTokens& tokens = m_theme.tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect card = option.rect.adjusted(2, 3, -4, -3);
    const State state = stateOf(index);
    const bool selected = option.state & QStyle::State_Selected;
    const bool focused = selected && (option.state & QStyle::State_HasFocus);
    painter->setPen(QPen(focused                  ? tokens.focus
                         : state == State::Failed ? tokens.error
                                                  : tokens.border,
                         focused ? 2 : 1));
    painter->setBrush(selected ? tokens.accentSoft : tokens.panel);
    painter->drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    const QRect icon(card.left() + kPadding, card.center().y() - kIcon / 2, kIcon, kIcon);
    m_theme.icon(stateIcon(state)).paint(painter, icon);
    const QRect main = mainRect(option, index);
    const int right = (main.isEmpty() ? menuRect(option.rect).left() : main.left()) - kPadding;
    const int left = icon.right() + kPadding;
    paintWords(painter, option, {left, card.top() + 8, right - left, card.height() - 16}, index);
    paintButton(painter, option, index);
    painter->restore();
}

void DownloadDelegate::paintButton(QPainter* painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
    const ThemeTokens& tokens = m_theme.tokens();
    const bool hovered = option.state & QStyle::State_MouseOver;
    const QRect menu = menuRect(option.rect);
    m_theme.icon(u"more"_s).paint(painter, menu.adjusted(5, 5, -5, -5));
    const QRect main = mainRect(option, index);
    if (main.isEmpty()) return;
    painter->setPen(hovered ? tokens.accent : tokens.control);
    painter->setBrush(hovered ? tokens.accentSoft : tokens.panel);
    painter->drawRoundedRect(QRectF(main).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter->setFont(option.font);
    painter->setPen(tokens.text);
    painter->drawText(main, Qt::AlignCenter, index.data(DownloadModel::MainTextRole).toString());
}

void DownloadDelegate::paintWords(QPainter* painter, const QStyleOptionViewItem& option, const QRect& area,
                                  const QModelIndex& index) const {
    const ThemeTokens& tokens = m_theme.tokens();
    const State state = stateOf(index);
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    QFont caption = option.font;
    caption.setPointSizeF(option.font.pointSizeF() * 0.9);
    const auto line = [&](const QRect& place, const QFont& font, const QColor& color, const QString& text) {
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
    };
    const bool hasBar = isMoving(state) || index.data(DownloadModel::FractionRole).toDouble() >= 0.0;
    const int height = QFontMetrics(strong).height() + 2;
    const int used = 2 * height + (hasBar ? kGap + 6 : 0);
    QRect place(area.left(), area.top() + std::max(0, (area.height() - used) / 2), area.width(), height);
    line(place, strong, tokens.text, index.data(DownloadModel::TitleRole).toString());
    place.translate(0, height);
    QColor words = tokens.text2;
    if (state == State::Failed) words = tokens.error;
    if (state == State::Waiting) words = tokens.warn;
    if (state == State::Done) words = tokens.ok;
    const QString file = index.data(DownloadModel::FileRole).toString();
    QString text = index.data(DownloadModel::TextRole).toString();
    if (!file.isEmpty()) text += u"  ·  "_s + file;
    line(place, caption, words, text);
    if (hasBar) paintBar(painter, {place.left(), place.bottom() + kGap - 1, place.width(), 6}, index);
}

void DownloadDelegate::paintBar(QPainter* painter, const QRect& bar, const QModelIndex& index) const {
    const ThemeTokens& tokens = m_theme.tokens();
    const State state = stateOf(index);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tokens.sunken);
    painter->drawRoundedRect(bar, 3, 3);
    const double fraction = index.data(DownloadModel::FractionRole).toDouble();
    if (fraction < 0.0 || state == State::Resolving || state == State::Publishing) {
        // Stripes: it works, and nobody knows how far.
        painter->setBrush(QBrush(tokens.accent, Qt::BDiagPattern));
        painter->drawRoundedRect(bar, 3, 3);
        return;
    }
    QRectF filled = bar;
    filled.setWidth(std::max(6.0, bar.width() * fraction));
    painter->setBrush(isMoving(state) ? tokens.accent : state == State::Failed ? tokens.error : tokens.control);
    painter->drawRoundedRect(filled, 3, 3);
}

bool DownloadDelegate::editorEvent(QEvent* event, QAbstractItemModel*, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) {
    if (event->type() != QEvent::MouseButtonRelease) return false;
    const auto* mouse = static_cast<QMouseEvent*>(event);
    if (mouse->button() != Qt::LeftButton) return false;
    const QPoint point = mouse->position().toPoint();
    const quint64 id = index.data(DownloadModel::IdRole).toULongLong();
    if (mainRect(option, index).contains(point)) {
        Q_EMIT mainWanted(id);
        return true;
    }
    if (menuRect(option.rect).contains(point)) {
        Q_EMIT menuWanted(id, mouse->globalPosition().toPoint());
        return true;
    }
    return false;
}

bool DownloadDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) {
    if (menuRect(option.rect).contains(event->pos())) {
        QToolTip::showText(event->globalPos(), tr("More"), view);
        return true;
    }
    if (mainRect(option, index).contains(event->pos())) {
        QToolTip::showText(event->globalPos(), index.data(DownloadModel::MainTextRole).toString(), view);
        return true;
    }
    // Sentences that do not fit are read here.
    QToolTip::showText(event->globalPos(),
                       index.data(DownloadModel::TextRole).toString() + u'\n' + index.data(Qt::ToolTipRole).toString(),
                       view);
    return true;
}

}  // namespace segmoe::ui
