// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include <QPointer>
#include <QStackedWidget>

#include "ui/shell/page_id.h"

namespace segmoe::ui {

struct StudioContext;

/// The pages of the window: each is built on its first visit and kept. A page that comes back gets back its focus.
class PageStack : public QStackedWidget {
    Q_OBJECT
public:
    explicit PageStack(StudioContext& context, QWidget* parent = nullptr);

    /// Builds the page when it does not exist yet; nullptr for a page this program does not have.
    QWidget* page(PageId id);
    /// Whether it has been built already.
    bool has(PageId id) const { return m_pages.contains(id); }
    void showPage(PageId id);
    /// The page that was shown before, and back again; nothing where there is none.
    void back();
    void forward();
    PageId current() const { return m_current; }

Q_SIGNALS:
    void pageShown(segmoe::ui::PageId id);

private:
    void show(PageId id);
    void step(std::vector<PageId>& from, std::vector<PageId>& to);

    StudioContext& m_context;
    std::map<PageId, QWidget*> m_pages;
    std::map<PageId, QPointer<QWidget>> m_focus;
    PageId m_current = PageId::Render;
    std::vector<PageId> m_past;    ///< the newest last
    std::vector<PageId> m_future;  ///< after going back, the nearest last
};

}  // namespace segmoe::ui
