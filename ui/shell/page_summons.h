// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/navigator.h"
#include "ui/shell/page_stack.h"

namespace segmoe::ui {

/// Brings the page that a wish of the Navigator is meant for. Pages are built on their first visit, and a page that is
/// built while a signal is being sent has connected too late to hear it: it is told once more, and misses nothing.
class PageSummons : public QObject {
    Q_OBJECT
public:
    PageSummons(Navigator& navigator, PageStack& pages, QObject* parent = nullptr);

private:
    enum class Visit { Show, StayHere };

    template <class... Args>
    void summon(void (Navigator::*wish)(Args...), PageId page, Visit visit = Visit::Show);

    Navigator& m_navigator;
    PageStack& m_pages;
};

}  // namespace segmoe::ui
