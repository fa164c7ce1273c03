// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/queue/queue_delegate.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include "ui/queue/queue_model.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowHeight = 76;
constexpr int kPadding = 8;
constexpr int kRowThumb = 52;
constexpr int kIcon = 16;
constexpr int kButton = 24;
constexpr int kIndent = 20;

JobState stateOf(const QModelIndex& index) { return static_cast<JobState>(index.data(QueueModel::StateRole).toInt()); }

QString actIcon(QueueDelegate::Act act, bool open) {
    switch (act) {
        case QueueDelegate::Act::Cancel:
        case QueueDelegate::Act::Remove: return u"cancel"_s;
        case QueueDelegate::Act::Up: return u"up"_s;
        case QueueDelegate::Act::Down: return u"down"_s;
        case QueueDelegate::Act::First: return u"first"_s;
        case QueueDelegate::Act::Open: return u"open"_s;
        case QueueDelegate::Act::Routing: return u"routing"_s;
        case QueueDelegate::Act::Retry: return u"retry"_s;
        case QueueDelegate::Act::Toggle: return open ? u"chevron-down"_s : u"chevron-right"_s;
    }
    return {};
}

QString actText(QueueDelegate::Act act) {
    switch (act) {
        case QueueDelegate::Act::Cancel: return QueueDelegate::tr("Cancel");
        case QueueDelegate::Act::Remove: return QueueDelegate::tr("Remove from the list");
        case QueueDelegate::Act::Up: return QueueDelegate::tr("Earlier (Alt+Up)");
        case QueueDelegate::Act::Down: return QueueDelegate::tr("Later (Alt+Down)");
        case QueueDelegate::Act::First: return QueueDelegate::tr("Run next");
        case QueueDelegate::Act::Open: return QueueDelegate::tr("Show the picture (Enter)");
        case QueueDelegate::Act::Routing: return QueueDelegate::tr("Show in Routing");
        case QueueDelegate::Act::Retry: return QueueDelegate::tr("Run again");
        case QueueDelegate::Act::Toggle: return QueueDelegate::tr("Show or hide the jobs of this group");
    }
    return {};
}

}  // namespace

QueueDelegate::QueueDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {220, kRowHeight}; }

std::vector<QueueDelegate::Act> QueueDelegate::acts(const QModelIndex& index) {
    std::vector<Act> acts;
    const JobState state = stateOf(index);
    const bool inGroup = index.data(QueueModel::DepthRole).toInt() > 0;
    if (state == JobState::Waiting || state == JobState::Loading || state == JobState::Running)
        acts.push_back(Act::Cancel);
    if (isEnded(state) && !inGroup) acts.push_back(Act::Remove);
    if (state == JobState::Failed || state == JobState::Cancelled) acts.push_back(Act::Retry);
    if (state == JobState::Done && !index.data(QueueModel::ThumbRole).value<QImage>().isNull())
        acts.push_back(Act::Open);
    if (state == JobState::Done && index.data(QueueModel::RoutingRole).toBool()) acts.push_back(Act::Routing);
    if (state == JobState::Waiting && !inGroup) {
        acts.push_back(Act::Down);
        acts.push_back(Act::Up);
        acts.push_back(Act::First);
    }
    if (index.data(QueueModel::GroupRole).toBool()) acts.push_back(Act::Toggle);
    return acts;
}

QRect QueueDelegate::actRect(const QRect& row, int place) {
    return {row.right() - kPadding - (place + 1) * kButton + 1, row.top() + kPadding - 2, kButton, kButton};
}

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const ThemeTokens& tokens = m_theme.tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRect card = option.rect.adjusted(4, 2, -4, -2);
    card.setLeft(card.left() + kIndent * index.data(QueueModel::DepthRole).toInt());
    const JobState state = stateOf(index);
    const bool selected = option.state & QStyle::State_Selected;
    painter->setPen(QPen(selected && (option.state & QStyle::State_HasFocus) ? tokens.focus : tokens.border,
                         selected && (option.state & QStyle::State_HasFocus) ? 2 : 1));
    painter->setBrush(selected ? tokens.accentSoft : tokens.panel);
    painter->drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    if (state == JobState::Failed || isActive(state)) {  // an edge that is seen without colour, too
        painter->setPen(Qt::NoPen);
        painter->setBrush(state == JobState::Failed ? tokens.error : tokens.accent);
        painter->drawRoundedRect(QRectF(card.left(), card.top() + 6, 3, card.height() - 12), 1.5, 1.5);
    }
    const QRect thumb(card.left() + kPadding, card.top() + (card.height() - kRowThumb) / 2, kRowThumb, kRowThumb);
    const QImage image = index.data(QueueModel::ThumbRole).value<QImage>();
    QPainterPath clip;
    clip.addRoundedRect(thumb, 4, 4);
    painter->fillPath(clip, tokens.sunken);
    if (image.isNull()) {
        const QRect place(thumb.center() - QPoint(kIcon / 2 - 1, kIcon / 2 - 1), QSize(kIcon, kIcon));
        m_theme.icon(index.data(QueueModel::IconRole).toString()).paint(painter, place);
    } else {
        const QSize fitted = image.size().scaled(thumb.size(), Qt::KeepAspectRatio);
        QRect target(QPoint(), fitted);
        target.moveCenter(thumb.center());
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawImage(target, image);
    }
    paintWords(painter, option, card.adjusted(kPadding * 2 + kRowThumb, kPadding - 2, -kPadding, -kPadding), index);
    paintActs(painter, option, index);
    painter->restore();
}

void QueueDelegate::paintWords(QPainter* painter, const QStyleOptionViewItem& option, const QRect& area,
                               const QModelIndex& index) const {
    const ThemeTokens& tokens = m_theme.tokens();
    const JobState state = stateOf(index);
    const int buttons = static_cast<int>(acts(index).size()) * kButton;
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    QFont caption = option.font;
    caption.setPointSizeF(option.font.pointSizeF() * 0.85);
    const auto line = [&](const QRect& place, const QFont& font, const QColor& color, const QString& text) {
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
    };
    const QRect first(area.left(), area.top(), area.width() - buttons, 22);
    line(first, strong, tokens.text, index.data(QueueModel::TitleRole).toString());
    line({area.left(), area.top() + 21, area.width(), 17}, caption, tokens.text2,
         index.data(QueueModel::DetailRole).toString());
    QColor words = tokens.text2;
    if (state == JobState::Failed) words = tokens.error;
    if (state == JobState::Done) words = tokens.ok;
    QString text = index.data(QueueModel::StateTextRole).toString();
    if (state == JobState::Done) text = u"✓ "_s + text;
    if (state == JobState::Failed) text = u"! "_s + text;
    line({area.left(), area.top() + 38, area.width(), 17}, caption, words, text);
    if (isActive(state)) paintBar(painter, {area.left(), area.bottom() - 3, area.width(), 4}, index);
}

void QueueDelegate::paintBar(QPainter* painter, const QRect& bar, const QModelIndex& index) const {
    const ThemeTokens& tokens = m_theme.tokens();
    painter->setPen(Qt::NoPen);
    painter->setBrush(tokens.sunken);
    painter->drawRoundedRect(bar, 2, 2);
    const double fraction = index.data(QueueModel::FractionRole).toDouble();
    if (stateOf(index) == JobState::Cancelling || fraction < 0.0) {
        // Stripes: it works, and nobody knows how far.
        painter->setBrush(
            QBrush(stateOf(index) == JobState::Cancelling ? tokens.text2 : tokens.accent, Qt::BDiagPattern));
        painter->drawRoundedRect(bar, 2, 2);
        return;
    }
    QRectF filled = bar;
    filled.setWidth(std::max(4.0, bar.width() * fraction));
    painter->setBrush(tokens.accent);
    painter->drawRoundedRect(filled, 2, 2);
}

void QueueDelegate::paintActs(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const std::vector<Act> all = acts(index);
    const bool open = index.data(QueueModel::OpenRole).toBool();
    for (int place = 0; place < static_cast<int>(all.size()); ++place) {
        const QRect button = actRect(option.rect, place);
        const QRect icon(button.center() - QPoint(kIcon / 2 - 1, kIcon / 2 - 1), QSize(kIcon, kIcon));
        m_theme.icon(actIcon(all[static_cast<std::size_t>(place)], open)).paint(painter, icon);
    }
}

bool QueueDelegate::editorEvent(QEvent* event, QAbstractItemModel*, const QStyleOptionViewItem& option,
                                const QModelIndex& index) {
    if (event->type() != QEvent::MouseButtonRelease) return false;
    const auto* mouse = static_cast<QMouseEvent*>(event);
    if (mouse->button() != Qt::LeftButton) return false;
    const std::vector<Act> all = acts(index);
    for (int place = 0; place < static_cast<int>(all.size()); ++place)
        if (actRect(option.rect, place).contains(mouse->position().toPoint())) {
            Q_EMIT actWanted(index.data(QueueModel::IdRole).toULongLong(), all[static_cast<std::size_t>(place)]);
            return true;
        }
    return false;
}

bool QueueDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                              const QModelIndex& index) {
    const std::vector<Act> all = acts(index);
    for (int place = 0; place < static_cast<int>(all.size()); ++place)
        if (actRect(option.rect, place).contains(event->pos())) {
            QToolTip::showText(event->globalPos(), actText(all[static_cast<std::size_t>(place)]), view);
            return true;
        }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

}  // namespace segmoe::ui
