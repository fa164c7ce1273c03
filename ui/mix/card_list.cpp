// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/card_list.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/mix/base_card.h"
#include "ui/mix/expert_card.h"
#include "ui/queue/recipe_json.h"
#include "ui/widgets/elided_button.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastCards = 400;  ///< pixels

}  // namespace

CardList::CardList(Theme& theme, MixDocument& document, ModelCatalog& catalog, MixIntake& intake, QWidget* parent)
    : UprightScroll(kLeastCards, parent),
      m_theme(theme),
      m_document(document),
      m_catalog(catalog),
      m_intake(intake),
      m_content(new QWidget),
      m_column(new QVBoxLayout(m_content)),
      m_base(new BaseCard(theme, document, catalog)),
      m_checking(new QLabel),
      m_gap(new QFrame),
      m_tile(new ElidedButton),
      m_empty(
          new EmptyState(theme, u"mix"_s, tr("A mixture needs a base and at least two experts. Drop models here."))) {
    setObjectName(u"mix_cards_panel"_s);
    setAccessibleName(tr("Base and experts"));
    setFocusPolicy(Qt::NoFocus);
    m_content->setObjectName(u"mix_cards_content"_s);
    m_column->setContentsMargins(12, 12, 12, 12);
    m_column->setSpacing(8);
    m_column->addWidget(m_base);
    m_checking->setProperty("role", u"placeholder"_s);
    m_checking->setObjectName(u"mix_checking_label"_s);
    m_checking->hide();
    m_column->addWidget(m_checking);
    nameControl(m_tile, u"mix_add_tile"_s, tr("Add expert"), tr("Add an expert (Ctrl+E)"));
    m_tile->setProperty("role", u"tile"_s);
    m_column->addWidget(m_tile);
    m_empty->setObjectName(u"mix_empty_state"_s);
    const auto offer = [this](const QString& name, const QString& text, auto signal) {
        connect(m_empty->addButton(name, text), &QPushButton::clicked, this, signal);
    };
    connect(m_empty->addButton(u"mix_empty_base_button"_s, tr("Choose base…")), &QPushButton::clicked, this,
            [this] { Q_EMIT changeWanted(-1); });
    offer(u"mix_empty_open_button"_s, tr("Open recipe…"), &CardList::openWanted);
    offer(u"mix_empty_starter_button"_s, tr("Load starter mixture"), &CardList::starterWanted);
    offer(u"mix_empty_hub_button"_s, tr("Search hubs"), &CardList::hubWanted);
    constexpr int kEmptyHeight = 220;
    m_empty->setMinimumHeight(kEmptyHeight);
    m_column->addWidget(m_empty);
    m_column->addStretch(1);
    m_gap->setParent(m_content);
    m_gap->setObjectName(u"mix_drop_gap"_s);
    m_gap->setFixedHeight(4);
    m_gap->hide();
    setWidget(m_content);
    viewport()->setAcceptDrops(true);  // the cards accept none, so that every drop arrives here
    connectCard(*m_base);
    connect(m_tile, &QPushButton::clicked, this, &CardList::addWanted);
    connect(&intake, &MixIntake::checking, this, &CardList::showChecking);
    connect(&intake, &MixIntake::settled, m_checking, [this] { m_checking->hide(); });
    refresh();
}

void CardList::connectCard(CardFrame& card) {
    connect(&card, &CardFrame::pasteWanted, this, &CardList::paste);
    connect(&card, &CardFrame::changeWanted, this, &CardList::changeWanted);
    connect(&card, &CardFrame::locateWanted, this, &CardList::locateWanted);
    connect(&card, &CardFrame::downloadWanted, this, &CardList::downloadWanted);
    connect(&card, &CardFrame::loraWanted, this, &CardList::loraWanted);
    connect(&card, &CardFrame::showFileWanted, this, &CardList::showFileWanted);
    connect(&card, &CardFrame::showDetailsWanted, this, &CardList::showDetailsWanted);
    connect(&card, &CardFrame::showPageWanted, this, &CardList::showPageWanted);
    connect(&card, &CardFrame::useChangedWanted, this, &CardList::useChangedWanted);
    card.installEventFilter(this);
}

void CardList::refresh() {
    m_base->show();
    const int count = m_document.cardCount();
    while (static_cast<int>(m_cards.size()) > count) {
        ExpertCard* last = m_cards.back();
        m_cards.pop_back();
        last->hide();
        last->setObjectName({});
        for (QWidget* child : last->findChildren<QWidget*>()) child->setObjectName({});
        last->deleteLater();
    }
    while (static_cast<int>(m_cards.size()) < count) {
        auto* card = new ExpertCard(m_theme, m_document, m_catalog);
        connectCard(*card);
        m_column->insertWidget(1 + static_cast<int>(m_cards.size()), card);
        card->setVisible(true);  // by itself it would come with the next turn only, and lie over the others until then
        m_cards.push_back(card);
    }
    for (int i = 0; i < count; ++i) m_cards[static_cast<std::size_t>(i)]->show(i);
    m_empty->setVisible(count == 0 && m_document.state().head.base.empty());
    m_tile->setVisible(count < kMostCards);
    const QString letter(QChar(static_cast<char16_t>(u'A' + m_document.state().enabledCount())));
    m_tile->setText(tr("Drop a model here or press Ctrl+E to add expert %1").arg(letter));
}

void CardList::showChecking(const QString& source, const IntakeTarget& target) {
    m_checking->setText(tr("Checking %1…").arg(sourceStem(source)));
    const bool isInsert = target.kind == IntakeTarget::Kind::Insert && target.index >= 0;
    m_column->removeWidget(m_checking);
    const int place =
        isInsert ? 1 + std::min(target.index, static_cast<int>(m_cards.size())) : 1 + static_cast<int>(m_cards.size());
    m_column->insertWidget(place, m_checking);
    m_checking->show();
}

void CardList::addBelow(QWidget* widget) { m_column->insertWidget(m_column->indexOf(m_tile), widget); }

ExpertCard* CardList::card(int index) const {
    return index >= 0 && index < static_cast<int>(m_cards.size()) ? m_cards[static_cast<std::size_t>(index)] : nullptr;
}

std::optional<int> CardList::focusedCard() const {
    const QWidget* focus = QApplication::focusWidget();
    if (!focus) return std::nullopt;
    if (focus == m_base || m_base->isAncestorOf(focus)) return -1;
    for (const ExpertCard* card : m_cards)
        if (focus == card || card->isAncestorOf(focus)) return card->card();
    return std::nullopt;
}

void CardList::focusCard(int index) {
    QWidget* target = index < 0 ? static_cast<QWidget*>(m_base) : card(index);
    if (!target) return;
    target->setFocus(Qt::OtherFocusReason);
    reveal(target);
}

void CardList::reveal(QWidget* card) {
    // A card that has just come gets its room with the layout that is on its way.
    QTimer::singleShot(0, card, [this, card] { ensureWidgetVisible(card, 0, 8); });
}

bool CardList::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn) {
        if (watched == m_base) Q_EMIT cardFocused(-1);
        for (const ExpertCard* card : m_cards)
            if (watched == card) Q_EMIT cardFocused(card->card());
    }
    return QScrollArea::eventFilter(watched, event);
}

/// A card that was copied here or from another mix: behind the focused one.
void CardList::pasteCard(const QJsonObject& recipe, const Landing& landing) {
    const MixRecipe copied = recipeFromJson(recipe);
    if (copied.experts.empty()) return;
    if (m_document.cardCount() >= kMostCards)
        return Q_EMIT refused(DropRefusal::Full, refusalSentence(DropRefusal::Full, {}), {});
    const MixState state = stateOf(copied);
    const bool isOnCard = landing.place == Landing::Place::Card;
    const int place = isOnCard ? std::min(landing.index + 1, m_document.cardCount()) : m_document.cardCount();
    m_document.addCards({state.cards.front()}, place, tr("paste card"));
    focusCard(place);
}

void CardList::paste() {
    const QMimeData* mime = QApplication::clipboard()->mimeData();
    if (!mime) return;
    const std::optional<int> focused = focusedCard();
    Landing landing;
    landing.place = !focused ? Landing::Place::Gap : *focused < 0 ? Landing::Place::Base : Landing::Place::Card;
    landing.index = focused && *focused >= 0 ? *focused : m_document.cardCount();
    if (const auto card = readCard(*mime)) return pasteCard(*card, landing);
    judge(landing, *mime, true);
    if (landing.isAccepted)
        land(landing, *mime, true);
    else
        Q_EMIT refused(landing.refusal, landing.sentence, landing.source);
}

}  // namespace segmoe::ui
