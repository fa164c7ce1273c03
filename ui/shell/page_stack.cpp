// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/page_stack.h"

#include "ui/shell/page_factory.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

namespace {

constexpr std::size_t kMostPast = 50;

}  // namespace

PageStack::PageStack(StudioContext& context, QWidget* parent) : QStackedWidget(parent), m_context(context) {
    setObjectName(QStringLiteral("page_stack"));
}

QWidget* PageStack::page(PageId id) {
    if (const auto found = m_pages.find(id); found != m_pages.end()) return found->second;
    QWidget* made = makePage(id, m_context, this);
    if (!made) return nullptr;
    addWidget(made);
    m_pages.emplace(id, made);
    return made;
}

void PageStack::showPage(PageId id) {
    if (id != m_current && page(id) && isVisible()) {
        m_past.push_back(m_current);
        if (m_past.size() > kMostPast) m_past.erase(m_past.begin());
        m_future.clear();
    }
    show(id);
}

void PageStack::back() { step(m_past, m_future); }

void PageStack::forward() { step(m_future, m_past); }

/// To the last page of `from`; the present one is where `to` leads back to.
void PageStack::step(std::vector<PageId>& from, std::vector<PageId>& to) {
    if (from.empty()) return;
    to.push_back(m_current);
    const PageId page = from.back();
    from.pop_back();
    show(page);
}

void PageStack::show(PageId id) {
    QWidget* next = page(id);
    if (!next || (currentWidget() == next && m_current == id && next->isVisible())) return;
    QWidget* focused = window()->focusWidget();
    if (focused && currentWidget() && currentWidget()->isAncestorOf(focused)) m_focus[m_current] = focused;
    setCurrentWidget(next);
    m_current = id;
    if (QWidget* before = m_focus[id]) before->setFocus(Qt::OtherFocusReason);
    Q_EMIT pageShown(id);
}

}  // namespace segmoe::ui
