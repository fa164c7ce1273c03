// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/banner_bar.h"

#include <algorithm>

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

BannerBar::BannerBar(Theme& theme, QWidget* parent)
    : QFrame(parent), m_sentence(new QLabel), m_buttons(new QHBoxLayout) {
    setObjectName(u"banner_bar"_s);
    setProperty("role", u"banner"_s);
    m_sentence->setObjectName(u"banner_sentence_label"_s);
    m_sentence->setWordWrap(true);
    auto* close = new QToolButton;
    nameControl(close, u"banner_close_button"_s, tr("Close this notice"));
    theme.bindIcon(close, u"cancel"_s);
    connect(close, &QToolButton::clicked, this, &BannerBar::dismiss);
    m_buttons->setSpacing(8);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 8, 6);
    row->setSpacing(12);
    row->addWidget(m_sentence, 1);
    row->addLayout(m_buttons);
    row->addWidget(close);
    hide();
}

void BannerBar::add(const Banner& banner, bool urgent) {
    std::erase_if(m_banners, [&banner](const Banner& other) { return other.id == banner.id; });
    m_banners.insert(urgent ? m_banners.begin() : m_banners.end(), banner);
    showFirst();
}

void BannerBar::remove(const QString& id) {
    std::erase_if(m_banners, [&id](const Banner& banner) { return banner.id == id; });
    showFirst();
}

void BannerBar::dismiss() {
    if (m_banners.empty()) return;
    const Banner gone = m_banners.front();
    remove(gone.id);
    if (gone.closed) gone.closed();
}

void BannerBar::choose(const QString& id, const std::function<void()>& act) {
    remove(id);
    if (act) act();
}

void BannerBar::addMenu(const Banner& banner) {
    auto* button = new QPushButton(tr("More"));
    nameControl(button, u"banner_more_button"_s, tr("More ways"));
    auto* menu = new QMenu(button);
    menu->setObjectName(u"banner_more_menu"_s);
    for (const BannerButton& way : banner.more) {
        QAction* action = menu->addAction(way.text);
        action->setObjectName(way.objectName);
        // When the menu has closed: it goes with its button.
        connect(
            action, &QAction::triggered, this, [this, id = banner.id, act = way.act] { choose(id, act); },
            Qt::QueuedConnection);
    }
    button->setMenu(menu);
    m_buttons->addWidget(button);
}

void BannerBar::showFirst() {
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        // Later: the click that brought us here may come from this very button.
        item->widget()->hide();
        item->widget()->setObjectName(QString());
        item->widget()->deleteLater();
        delete item;
    }
    setVisible(!m_banners.empty());
    if (m_banners.empty()) return;
    const Banner& banner = m_banners.front();
    m_sentence->setText(banner.sentence);
    setProperty("tone", banner.warning ? u"warn"_s : QString());
    style()->unpolish(this);
    style()->polish(this);
    for (const BannerButton& button : banner.buttons) {
        auto* widget = new QPushButton(button.text);
        nameControl(widget, button.objectName, button.text);
        m_buttons->addWidget(widget);
        connect(widget, &QPushButton::clicked, this, [this, id = banner.id, act = button.act] { choose(id, act); });
    }
    if (!banner.more.empty()) addMenu(banner);
    setAccessibleName(banner.sentence);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

}  // namespace segmoe::ui
