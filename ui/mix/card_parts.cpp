// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/card_parts.h"

#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/mix/lora_row.h"
#include "ui/widgets/expert_palette.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal kRadius = 8.0;
constexpr qreal kBarWidth = 5.0;
constexpr qreal kFrame = 2.0;

}  // namespace

CardFrame::CardFrame(Theme& theme, MixDocument& document, ModelCatalog& catalog, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_document(document), m_catalog(catalog) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);  // its height follows its width
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CardFrame::setDropAccepted(bool accepted) {
    if (accepted == m_isDropTarget) return;
    m_isDropTarget = accepted;
    update();
}

void CardFrame::mousePressEvent(QMouseEvent* event) {
    setFocus(Qt::MouseFocusReason);
    QFrame::mousePressEvent(event);
}

void CardFrame::focusInEvent(QFocusEvent* event) {
    QFrame::focusInEvent(event);
    update();
}

void CardFrame::focusOutEvent(QFocusEvent* event) {
    QFrame::focusOutEvent(event);
    update();
}

void CardFrame::paintEvent(QPaintEvent*) {
    const ThemeTokens& tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1.0, 1.0, -1.0, -1.0);
    QPainterPath shape;
    shape.addRoundedRect(frame, kRadius, kRadius);
    painter.fillPath(shape, tokens.panel);
    painter.save();
    painter.setClipPath(shape);
    const QRectF bar(frame.left(), frame.top(), kBarWidth, frame.height());
    if (m_expert < 0) {
        painter.fillRect(bar, m_isOff ? tokens.control : tokens.text2);
    } else {
        const ExpertLook look = expertLook(m_expert, tokens);
        painter.fillRect(bar, m_isOff ? tokens.sunken : look.fill);
        QColor hatch = m_isOff ? tokens.control : look.onFill;
        hatch.setAlphaF(0.5F);
        const Qt::BrushStyle style = m_isOff ? Qt::BDiagPattern : look.pattern;
        if (style != Qt::NoBrush) painter.fillRect(bar, QBrush(hatch, style));
    }
    painter.restore();
    const bool isMarked = m_isDropTarget || hasFocus();
    const QColor edge = m_isDropTarget ? tokens.accent
                        : hasFocus()   ? tokens.focus
                        : m_hasProblem ? tokens.error
                                       : tokens.border;
    painter.setPen(QPen(edge, isMarked ? kFrame : 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);
}

void CardFrame::showLoras(QVBoxLayout& box, int card, const std::vector<LoraRef>& loras) {
    while (m_loras.size() < loras.size()) {
        m_loras.push_back(new LoraRow(m_theme, m_document, m_catalog, card));
        box.addWidget(m_loras.back());
    }
    for (std::size_t i = 0; i < m_loras.size(); ++i) {
        const bool isUsed = i < loras.size();
        if (isUsed) m_loras[i]->show(card, static_cast<int>(i), loras[i]);
        // A row that is not needed keeps no name, so that a test finds only the real ones.
        if (!isUsed) m_loras[i]->setObjectName({});
        m_loras[i]->setVisible(isUsed);
    }
    while (m_loras.size() > loras.size()) {
        m_loras.back()->deleteLater();
        for (QWidget* child : m_loras.back()->findChildren<QWidget*>()) child->setObjectName({});
        m_loras.pop_back();
    }
}

QAction* CardFrame::addMenuEntry(QMenu& menu, const QString& text, const char* name, bool enabled) {
    QAction* action = menu.addAction(text);
    action->setObjectName(QString::fromLatin1(name));
    action->setEnabled(enabled);
    return action;
}

void CardFrame::addModelActions(QMenu& menu, const QString& source) {
    const SourceInfo& info = m_catalog.info(source);
    const auto add = [&](const QString& text, const char* name, bool enabled, auto signal) {
        connect(addMenuEntry(menu, text, name, enabled), &QAction::triggered, this, [this, source, signal] {
            Q_EMIT(this->*signal)(source);
        });
    };
    const bool isHere = info.state == SourceInfo::State::Ok;
    add(tr("Show file"), "mix_menu_show_file", isHere, &CardFrame::showFileWanted);
    add(tr("Show in Library"), "mix_menu_details", isHere, &CardFrame::showDetailsWanted);
    add(tr("Model page"), "mix_menu_page", !modelPageOf(source, info).isEmpty(), &CardFrame::showPageWanted);
}

QString CardFrame::badgeText(const SourceInfo& info) const {
    if (info.isChanged) return tr("Changed");
    switch (info.state) {
        case SourceInfo::State::Ok: return architectureText(info.facts);
        case SourceInfo::State::Missing: return tr("Missing");
        case SourceInfo::State::Remote: return info.arriving ? u"↓"_s : tr("Remote");
        case SourceInfo::State::Refused: return tr("Refused");
        default: return u"…"_s;
    }
}

QString CardFrame::factsText(const QString& source, const SourceInfo& info) const {
    QStringList lines = {source.toHtmlEscaped()};
    const ModelFacts& facts = info.facts;
    if (info.state == SourceInfo::State::Ok) {
        lines << tr("%1, %2, %3")
                     .arg(architectureText(facts), byteText(facts.bytes), toText(facts.dtype))
                     .toHtmlEscaped();
        if (!facts.title.empty()) lines << tr("Title: %1").arg(toText(facts.title)).toHtmlEscaped();
        if (!facts.author.empty()) lines << tr("Author: %1").arg(toText(facts.author)).toHtmlEscaped();
        const QStringList licence = licenceLines(facts.license);
        lines << tr("Licence: %1").arg(licence.isEmpty() ? tr("unknown") : licence.join(u", "_s)).toHtmlEscaped();
    } else if (facts.refusal) {
        lines << toText(facts.refusal->message).toHtmlEscaped();
    }
    return lines.join(u"<br>"_s);
}

QToolButton* cardButton(Theme& theme, const QString& icon, const QString& text) {
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setProperty("role", u"flat"_s);
    theme.bindIcon(button, icon);
    return button;
}

}  // namespace segmoe::ui
