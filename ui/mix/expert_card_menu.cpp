// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// The menu of an expert card, its drag, and copying of prompts.
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDrag>
#include <QJsonObject>
#include <QMenu>
#include <QMimeData>

#include "ui/bridge/qt_convert.h"
#include "ui/mix/expert_card.h"
#include "ui/queue/recipe_json.h"
#include "ui/widgets/mime_kinds.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDragWidth = 320;

}  // namespace

void ExpertCard::fillMenu(QMenu& menu) {
    const auto add = [&](const QString& text, const char* name, bool enabled, auto act) {
        connect(addMenuEntry(menu, text, name, enabled), &QAction::triggered, this, act);
    };
    const int last = m_document.cardCount() - 1;
    add(tr("Replace…"), "mix_menu_replace", true, [this] { Q_EMIT changeWanted(m_card); });
    add(tr("Duplicate"), "mix_menu_duplicate", m_document.cardCount() < kMostCards,
        [this] { m_document.duplicateExpert(m_card); });
    add(tr("Make base"), "mix_menu_base", true, [this] { m_document.makeBase(m_card); });
    add(tr("Move up"), "mix_menu_up", m_card > 0, [this] { m_document.moveExpert(m_card, m_card - 1); });
    add(tr("Move down"), "mix_menu_down", m_card < last, [this] { m_document.moveExpert(m_card, m_card + 1); });
    menu.addSeparator();
    add(tr("Copy prompts"), "mix_menu_copy_prompts", true, [this] { copyPrompts(); });
    add(tr("Paste prompts"), "mix_menu_paste_prompts", !QApplication::clipboard()->text().isEmpty(),
        [this] { pastePrompts(); });
    add(tr("Copy card"), "mix_menu_copy_card", true, [this] { copyCard(); });
    menu.addSeparator();
    addModelActions(menu, toText(m_document.card(m_card).spec.source));
    menu.addSeparator();
    add(tr("Remove"), "mix_menu_remove", true, [this] { m_document.removeExpert(m_card); });
}

void ExpertCard::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    menu->popup(event->globalPos());
}

/// All of it: pasted on the list of any mix it is an expert of that one.
void ExpertCard::copyCard() {
    const ExpertSpec& expert = m_document.card(m_card).spec;
    MixRecipe only;
    only.experts = {expert};
    auto* data = new QMimeData;
    writeCard(*data, toJson(only));
    data->setText(toText(expert.source));
    QApplication::clipboard()->setMimeData(data);
}

void ExpertCard::copyPrompts() {
    QStringList lines;
    for (const WeightedPrompt& prompt : m_document.card(m_card).spec.positive) lines << toText(prompt.text);
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

/// One prompt a line; they join those that are there.
void ExpertCard::pastePrompts() {
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    if (lines.isEmpty()) return;
    m_document.undoStack().beginMacro(tr("paste prompts"));
    for (const QString& line : lines) {
        const std::string text = line.trimmed().left(1000).toStdString();
        if (text.empty()) continue;
        const auto& prompts = m_document.card(m_card).spec.positive;
        if (prompts.size() == 1 && prompts.front().text.empty())
            m_document.setPromptText({m_card, PromptSide::Positive, 0}, toText(text));
        else
            m_document.addPrompt({m_card, PromptSide::Positive, -1}, {text, 1.0});
    }
    m_document.undoStack().endMacro();
}

void ExpertCard::startDrag() {
    auto* drag = new QDrag(this);
    auto* mime = new QMimeData;
    writeExpert(*mime, {m_document.objectName(), m_card});
    drag->setMimeData(mime);
    const QPixmap picture = grab();
    drag->setPixmap(picture.scaledToWidth(std::min(kDragWidth, picture.width()), Qt::SmoothTransformation));
    drag->exec(Qt::MoveAction | Qt::CopyAction, Qt::MoveAction);
}

}  // namespace segmoe::ui
