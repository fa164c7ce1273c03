// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/start_bar.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include "ui/render/render_history.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

StartBar::StartBar(Theme& theme, RenderHistory& history, QWidget* parent)
    : QWidget(parent),
      m_history(history),
      m_start(new QPushButton),
      m_first(new QPushButton(tr("First"))),
      m_more(new QToolButton),
      m_historyButton(new QToolButton) {
    m_start->setProperty("role", u"primary"_s);
    nameControl(m_start, u"render_start_button"_s, tr("Render"));
    theme.bindIcon(m_start, u"render"_s, true);
    m_first->setProperty("role", u"tall"_s);
    nameControl(m_first, u"render_first_button"_s, tr("Render first"));
    nameControl(m_more, u"render_more_button"_s, tr("More ways to render"), tr("More ways to render"));
    theme.bindIcon(m_more, u"chevron-down"_s);
    nameControl(m_historyButton, u"render_history_button"_s, tr("Earlier settings"), tr("Earlier settings"));
    theme.bindIcon(m_historyButton, u"clock"_s);
    for (QToolButton* button : {m_more, m_historyButton}) {
        button->setProperty("role", u"tall"_s);
        button->setPopupMode(QToolButton::InstantPopup);
    }
    buildMenu(theme);
    auto* history_menu = new QMenu(m_historyButton);
    history_menu->setObjectName(u"render_history_menu"_s);
    m_historyButton->setMenu(history_menu);
    connect(history_menu, &QMenu::aboutToShow, this, [this, history_menu] { fillHistory(history_menu); });
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_start, 1);
    row->addWidget(m_first);
    row->addWidget(m_more);
    row->addWidget(m_historyButton);
    connect(m_start, &QPushButton::clicked, this, &StartBar::startWanted);
    connect(m_first, &QPushButton::clicked, this, &StartBar::firstWanted);
    setReady(false);
    updateText();
}

void StartBar::setKeys(const QString& start, const QString& first) {
    const auto tell = [](QWidget* button, const QString& words, const QString& key) {
        button->setToolTip(key.isEmpty() ? words : tr("%1 (%2)").arg(words, key));
    };
    tell(m_start, tr("Add to the queue"), start);
    tell(m_first, tr("Render before everything that waits"), first);
}

void StartBar::buildMenu(Theme& theme) {
    auto* menu = new QMenu(m_more);
    menu->setObjectName(u"render_more_menu"_s);
    QAction* first = menu->addAction(tr("Render first"), this, &StartBar::firstWanted);
    first->setObjectName(u"render_menu_first"_s);
    m_forever = menu->addAction(tr("Render forever"));
    m_forever->setObjectName(u"render_menu_forever"_s);
    m_forever->setCheckable(true);
    m_forever->setToolTip(tr("Queues again whenever nothing waits, until it is switched off."));
    connect(m_forever, &QAction::toggled, this, [this](bool on) {
        updateText();
        Q_EMIT foreverChanged(on);
    });
    menu->addSeparator();
    QAction* grid = menu->addAction(tr("Grid…"), this, &StartBar::gridWanted);
    grid->setObjectName(u"render_menu_grid"_s);
    theme.bindIcon(m_forever, u"forever"_s);
    theme.bindIcon(grid, u"grid"_s);
    m_more->setMenu(menu);
}

void StartBar::fillHistory(QMenu* menu) {
    menu->clear();
    int entry = 0;
    for (const RenderRequest& request : m_history.entries()) {
        menu->addAction(RenderHistory::label(request), this, [this, entry] { Q_EMIT historyChosen(entry); });
        ++entry;
    }
    if (entry == 0) menu->addAction(tr("Nothing was rendered yet."))->setEnabled(false);
}

void StartBar::setReady(bool ready) {
    m_ready = ready;
    m_start->setEnabled(m_ready || m_missing);
    m_first->setEnabled(ready);
    m_more->setEnabled(ready);
}

bool StartBar::isForever() const { return m_forever->isChecked(); }

void StartBar::stopForever() { m_forever->setChecked(false); }

void StartBar::setBusy(bool busy) {
    m_busy = busy;
    updateText();
}

void StartBar::setMissing(bool missing) {
    m_missing = missing;
    m_start->setEnabled(m_ready || m_missing);
    updateText();
}

void StartBar::updateText() {
    m_start->setText(m_busy ? tr("Queue") : tr("Render"));
    if (m_missing)
        m_start->setText(tr("Get models and render"));
    else if (isForever())
        m_start->setText(tr("Rendering forever"));
    m_start->setAccessibleName(m_start->text());
}

void StartBar::setVerdict(MemoryLine::Verdict verdict) {
    const bool warns = verdict == MemoryLine::Verdict::TooMuch;
    m_start->setProperty("verdict", warns ? u"warning"_s : QString());
    m_start->style()->unpolish(m_start);
    m_start->style()->polish(m_start);
}

}  // namespace segmoe::ui
