// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// What CardList does with drags: where they land, what that would mean, and doing it (ui.md §5).
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QFrame>
#include <QMimeData>

#include "ui/bridge/qt_convert.h"
#include "ui/mix/base_card.h"
#include "ui/mix/card_list.h"
#include "ui/mix/expert_card.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

using Kind = IntakeTarget::Kind;

bool isCopy(const QDropEvent& event) { return event.modifiers().testFlag(Qt::ControlModifier); }

QStringList filesOf(const QMimeData& mime) { return localFiles(mime) + webLinks(mime); }

/// A LoRA as far as the drag itself says so.
bool isLora(const QMimeData& mime) {
    const QList<DraggedModel> models = readModels(mime);
    return !models.isEmpty() && models.constFirst().role == "lora"_L1;
}

/// A single picture, which may tell the mixture it was made with.
QString pictureOf(const QMimeData& mime) {
    const QStringList files = localFiles(mime);
    if (files.size() != 1) return {};
    const QString suffix = QFileInfo(files.constFirst()).suffix().toLower();
    return QStringList{u"png"_s, u"jpg"_s, u"jpeg"_s, u"webp"_s}.contains(suffix) ? files.constFirst() : QString();
}

}  // namespace

CardList::Landing CardList::landingAt(const QPoint& point, const QMimeData& mime, bool copy) const {
    m_column->activate();  // a card that has come in this turn has no place of its own yet
    const QPoint inside = m_content->mapFrom(viewport(), point);
    Landing landing;
    landing.index = m_document.cardCount();
    if (m_base->geometry().contains(inside)) landing.place = Landing::Place::Base;
    for (const ExpertCard* card : m_cards) {
        const QRect area = card->geometry();
        if (inside.y() < area.top() && landing.place == Landing::Place::Gap && landing.index > card->card()) {
            landing.index = card->card();
            break;
        }
        if (!area.contains(inside)) continue;
        landing.index = card->card();
        if (readExpert(mime)) {
            // Cards are sorted by dragging them over cards: the upper half is before, the lower behind.
            landing.index += inside.y() > area.center().y() ? 1 : 0;
            break;
        }
        landing.place = Landing::Place::Card;
        const auto prompt = card->promptAt(card->mapFrom(m_content, inside));
        if (prompt && readModels(mime).isEmpty() && filesOf(mime).isEmpty()) {
            landing.place = Landing::Place::Prompts;
            landing.prompt = *prompt;
        }
        break;
    }
    judge(landing, mime, copy);
    return landing;
}

void CardList::judge(Landing& landing, const QMimeData& mime, bool copy) const {
    const QString letter =
        landing.index < m_document.cardCount() ? cardLetter(m_document.state(), landing.index) : QString();
    if (const auto prompt = readGatePrompt(mime); prompt && isOwn(prompt->document)) {
        landing.isAccepted = landing.place == Landing::Place::Card || landing.place == Landing::Place::Prompts;
        if (landing.place == Landing::Place::Card)
            landing.prompt = {landing.index, draggedPlace(prompt->expert, prompt->row).side, -1};
        landing.sentence = !landing.isAccepted ? tr("Drop a prompt on an expert.")
                           : copy              ? tr("Copy prompt to expert %1").arg(letter)
                                               : tr("Move prompt to expert %1").arg(letter);
        return;
    }
    if (const auto expert = readExpert(mime); expert && isOwn(expert->document)) {
        const bool isFull = copy && m_document.cardCount() >= kMostCards;
        landing.isAccepted = landing.place == Landing::Place::Gap && !isFull;
        landing.sentence = isFull               ? refusalSentence(DropRefusal::Full, {})
                           : landing.isAccepted ? (copy ? tr("Copy expert here") : tr("Move expert here"))
                                                : tr("Drop an expert between the cards.");
        return;
    }
    if (mime.hasText() && !mime.hasUrls() && looksLikeRecipe(mime.text())) {
        landing.place = Landing::Place::Recipe;
        landing.isAccepted = true;
        landing.sentence = tr("Import recipe");
        return;
    }
    if (!pictureOf(mime).isEmpty()) {
        landing.isAccepted = true;
        landing.sentence = tr("Open the mixture of this picture");
        return;
    }
    if (!readModels(mime).isEmpty() || !filesOf(mime).isEmpty()) return judgeModels(landing, mime);
    if (mime.hasText()) return judgeText(landing, mime.text());
    landing.sentence = refusalSentence(DropRefusal::Text, {});
}

QStringList CardList::sourcesOf(const QMimeData& mime) const {
    QStringList sources;
    for (const DraggedModel& model : readModels(mime)) sources << model.ref;
    if (sources.isEmpty()) sources = filesOf(mime);
    if (sources.isEmpty() && mime.hasText()) sources << mime.text().trimmed();
    return sources;
}

void CardList::judgeModels(Landing& landing, const QMimeData& mime) const {
    const QStringList sources = sourcesOf(mime);
    const bool isReplacement = landing.place == Landing::Place::Card && !isLora(mime);
    const Kind kind = landing.place == Landing::Place::Base   ? Kind::Base
                      : landing.place == Landing::Place::Card ? Kind::Card
                                                              : Kind::Insert;
    DropContext context = m_intake.context({kind, landing.index});
    context.replacesCard = isReplacement;
    // Each file is judged alone when it is dropped: one that may come is enough for the pointer.
    for (const QString& source : sources) {
        const SourceInfo& known = m_catalog.info(source);
        const DropVerdict verdict = known.state == SourceInfo::State::Ok || known.state == SourceInfo::State::Refused
                                        ? judgeModel(known.facts, context)
                                    : QFileInfo(source).isAbsolute() ? judgePath(source, context)
                                                                     : segmoe::ui::judgeText(source, context);
        if (!verdict.isAccepted()) {
            if (landing.sentence.isEmpty()) {
                landing.sentence = verdict.sentence;
                landing.refusal = verdict.refusal;
                landing.source = source;
            }
            continue;
        }
        landing.isAccepted = true;
        break;
    }
    if (!landing.isAccepted) return;
    const QString next(QChar(static_cast<char16_t>(u'A' + m_document.state().enabledCount() % 26)));
    const QString letter =
        landing.index < m_document.cardCount() ? cardLetter(m_document.state(), landing.index) : next;
    const bool isRecipe = sources.size() == 1 && QFileInfo(sources.constFirst()).suffix().startsWith(u"y"_s);
    landing.sentence =
        isRecipe                                ? tr("Import recipe")
        : landing.place == Landing::Place::Base ? (isLora(mime) ? tr("Add LoRA to the base") : tr("Set as base"))
        : landing.place == Landing::Place::Card ? (isLora(mime) ? tr("Add LoRA to expert %1").arg(letter)
                                                                : tr("Replace or insert at expert %1").arg(letter))
        : sources.size() > 1                    ? tr("Add %n expert(s)", nullptr, static_cast<int>(sources.size()))
                                                : tr("Add as expert %1").arg(next);
}

void CardList::judgeText(Landing& landing, const QString& text) const {
    DropContext context = m_intake.context({Kind::Insert, landing.index});
    if (landing.place == Landing::Place::Prompts) context.place = DropPlace::Prompts;
    const DropVerdict verdict = segmoe::ui::judgeText(text, context);
    landing.isAccepted = verdict.isAccepted();
    landing.refusal = verdict.refusal;
    landing.sentence = !landing.isAccepted                        ? verdict.sentence
                       : landing.place == Landing::Place::Prompts ? tr("Add as gate prompt")
                       : landing.place == Landing::Place::Base    ? tr("Set as base")
                                                                  : tr("Add as expert");
}

void CardList::showLanding(const Landing& landing) {
    m_base->setDropAccepted(landing.isAccepted && landing.place == Landing::Place::Base);
    const bool isOnCard = landing.place == Landing::Place::Card || landing.place == Landing::Place::Prompts;
    const int onCard = landing.place == Landing::Place::Prompts ? landing.prompt.card : landing.index;
    for (ExpertCard* card : m_cards) card->setDropAccepted(landing.isAccepted && isOnCard && card->card() == onCard);
    const bool isGap = landing.isAccepted && landing.place == Landing::Place::Gap;
    if (isGap) {
        const QWidget* above = landing.index == 0 ? static_cast<QWidget*>(m_base) : card(landing.index - 1);
        m_gap->setGeometry(above->x(), above->geometry().bottom() + 3, above->width(), m_gap->height());
        m_gap->raise();
    }
    m_gap->setVisible(isGap);
    m_tile->setProperty("drop", isGap && landing.index == m_document.cardCount());
    m_tile->style()->polish(m_tile);
    Q_EMIT hint(landing.sentence, !landing.isAccepted);
}

void CardList::clearLanding() {
    m_base->setDropAccepted(false);
    for (ExpertCard* card : m_cards) card->setDropAccepted(false);
    m_gap->hide();
    m_tile->setProperty("drop", false);
    m_tile->style()->polish(m_tile);
}

void CardList::handleDrag(QDragMoveEvent* event) {
    const bool copy = isCopy(*event);
    const Landing landing = landingAt(event->position().toPoint(), *event->mimeData(), copy);
    showLanding(landing);
    if (!landing.isAccepted) return event->ignore();
    event->setDropAction(copy ? Qt::CopyAction : event->proposedAction());
    event->accept();
}

void CardList::dragEnterEvent(QDragEnterEvent* event) {
    handleDrag(event);
    event->accept();  // the sentence of a refusal needs the moves that follow
}

void CardList::dragMoveEvent(QDragMoveEvent* event) { handleDrag(event); }

void CardList::dragLeaveEvent(QDragLeaveEvent*) {
    clearLanding();
    Q_EMIT hint({}, false);
}

void CardList::dropEvent(QDropEvent* event) {
    const bool copy = isCopy(*event);
    const Landing landing = landingAt(event->position().toPoint(), *event->mimeData(), copy);
    clearLanding();
    if (!landing.isAccepted) {
        Q_EMIT refused(landing.refusal, landing.sentence, landing.source);
        return event->ignore();
    }
    Q_EMIT hint({}, false);
    event->acceptProposedAction();
    land(landing, *event->mimeData(), copy);
}

void CardList::landExpert(const Landing& landing, const DraggedExpert& expert, bool copy) {
    if (expert.row < 0 || expert.row >= m_document.cardCount()) return;
    if (copy)
        m_document.addCards({m_document.card(expert.row)}, landing.index, tr("copy expert"));
    else
        m_document.moveExpert(expert.row, landing.index > expert.row ? landing.index - 1 : landing.index);
}

void CardList::land(const Landing& landing, const QMimeData& mime, bool copy) {
    if (const auto prompt = readGatePrompt(mime); prompt && isOwn(prompt->document)) {
        const PromptPlace from = draggedPlace(prompt->expert, prompt->row);
        if (from.card < 0 || from.card >= m_document.cardCount()) return;
        if (from.index >= static_cast<int>(m_document.card(from.card).prompts(from.side).size())) return;
        return m_document.movePrompt(from, landing.prompt, copy);
    }
    if (const auto expert = readExpert(mime); expert && isOwn(expert->document))
        return landExpert(landing, *expert, copy);
    if (const QString picture = pictureOf(mime); !picture.isEmpty()) return Q_EMIT pictureDropped(picture);
    if (landing.place == Landing::Place::Recipe) return Q_EMIT recipeTextDropped(mime.text());
    if (landing.place == Landing::Place::Prompts)
        return m_document.addPrompt(landing.prompt, {mime.text().simplified().toStdString(), 1.0});
    const Kind kind = landing.place == Landing::Place::Base   ? Kind::Base
                      : landing.place == Landing::Place::Card ? Kind::Card
                                                              : Kind::Insert;
    m_intake.take(sourcesOf(mime), {kind, landing.index});
}

}  // namespace segmoe::ui
