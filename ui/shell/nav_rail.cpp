// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/nav_rail.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/shell/action_table.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

struct PageText {
    const char* name;
    const char* icon;
    const char* purpose;
};

PageText pageText(PageId page) {
    switch (page) {
        case PageId::Mix: return {"mix", "mix", QT_TRANSLATE_NOOP("segmoe::ui::NavRail", "Compose a mixture")};
        case PageId::Render:
            return {"render", "picture", QT_TRANSLATE_NOOP("segmoe::ui::NavRail", "From a prompt to a picture")};
        case PageId::Routing:
            return {"routing", "routing", QT_TRANSLATE_NOOP("segmoe::ui::NavRail", "See which expert fires where")};
        case PageId::Library:
            return {"library", "library", QT_TRANSLATE_NOOP("segmoe::ui::NavRail", "Models on this disk")};
        case PageId::Gallery:
            return {"gallery", "gallery", QT_TRANSLATE_NOOP("segmoe::ui::NavRail", "Pictures you have made")};
        case PageId::Settings:
            return {"settings", "settings",
                    QT_TRANSLATE_NOOP("segmoe::ui::NavRail", "Appearance, defaults, device and keys")};
    }
    return {};
}

constexpr int kBadge = 8;

}  // namespace

NavButton::NavButton(const Theme& theme, PageId page, QWidget* parent) : QToolButton(parent), m_theme(theme) {
    setObjectName(u"nav_%1_button"_s.arg(QLatin1String(pageText(page).name)));
    setProperty("role", u"nav"_s);
    setCheckable(true);
    setAutoExclusive(true);
    setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    setIconSize({20, 20});
    setFixedSize(NavButton::sizeHint());
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
    setFixedWidth(72);
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
    const PageText text = pageText(page);
    const auto showText = [button, action, text] {
        const QString name = QString(action->text()).remove(u'&');
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString purpose = tr(text.purpose);
        button->setText(name);
        button->setAccessibleName(name);
        button->setToolTip(keys.isEmpty() ? purpose : tr("%1 (%2)").arg(purpose, keys));
        button->setAccessibleDescription(button->toolTip());
    };
    showText();
    connect(action, &QAction::changed, button, showText);
    theme.bindIcon(button, QLatin1String(text.icon));
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
