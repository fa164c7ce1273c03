// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/nav_rail.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/shell/action_table.h"
#include "ui/shell/page_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBadge = 8;

}  // namespace

NavButton::NavButton(const Theme& theme, PageId page, QWidget* parent) : QToolButton(parent), m_theme(theme) {
    setObjectName(u"nav_%1_button"_s.arg(pageKey(page)));
    setProperty("role", u"nav"_s);
    setCheckable(true);
    setAutoExclusive(true);
    setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    setIconSize({20, 20});
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize NavButton::sizeHint() const {
    const int textWidth = fontMetrics().horizontalAdvance(text()) + 12;
    return {std::max(64, textWidth), std::max(56, 36 + fontMetrics().height())};
}

void NavButton::setBadge(bool shown) {
    if (m_badge == shown) return;
    m_badge = shown;
    setAccessibleDescription(shown ? tr("Something new is here.") : toolTip());
    update();
}

void NavButton::paintEvent(QPaintEvent* event) {
    QToolButton::paintEvent(event);
    if (!m_badge) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().panel, 2.0));
    painter.setBrush(m_theme.tokens().accent);
    const int x = layoutDirection() == Qt::RightToLeft ? width() / 2 - 18 : width() / 2 + 10;
    painter.drawEllipse(QRect(x, 8, kBadge, kBadge));
}

NavRail::NavRail(Theme& theme, ActionTable& actions, const std::vector<PageId>& pages, QWidget* parent)
    : QWidget(parent) {
    setObjectName(u"nav_rail"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Pages"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 8, 4, 8);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
    column->setSpacing(4);
    for (PageId page : pages)
        if (page != PageId::Settings) column->addWidget(addButton(theme, actions, page));
    column->addStretch(1);
    for (PageId page : pages)
        if (page == PageId::Settings) column->addWidget(addButton(theme, actions, page));
}

NavButton* NavRail::addButton(Theme& theme, ActionTable& actions, PageId page) {
    auto* button = new NavButton(theme, page);
    QAction* action = actions.action(pageAction(page));
    const auto showText = [button, action, page] {
        const QString name = pageName(page);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString purpose = pagePurpose(page);
        button->setText(name);
        button->setAccessibleName(name);
        button->setToolTip(keys.isEmpty() ? purpose : tr("%1 (%2)").arg(purpose, keys));
        button->setAccessibleDescription(button->toolTip());
    };
    showText();
    connect(action, &QAction::changed, button, showText);
    theme.bindIcon(button, pageIcon(page));
    connect(button, &QToolButton::clicked, this, [this, page] { Q_EMIT pageWanted(page); });
    m_buttons.emplace(page, button);
    return button;
}

void NavRail::setCurrent(PageId page) {
    if (NavButton* shown = button(page)) {
        shown->setChecked(true);
        shown->setBadge(false);
    }
}

void NavRail::setBadge(PageId page, bool shown) {
    NavButton* target = button(page);
    if (target) target->setBadge(shown && !target->isChecked());
}

NavButton* NavRail::button(PageId page) const {
    const auto found = m_buttons.find(page);
    return found == m_buttons.end() ? nullptr : found->second;
}

void NavRail::keyPressEvent(QKeyEvent* event) {
    // Up and down walk along the pages, as in a list.
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        focusNextPrevChild(event->key() == Qt::Key_Down);
    else
        QWidget::keyPressEvent(event);
}

}  // namespace segmoe::ui
