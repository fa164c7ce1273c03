// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include <QToolButton>
#include <QWidget>

#include "ui/shell/page_id.h"

class QAction;

namespace segmoe::ui {

class ActionTable;
class Theme;

/// One page in the rail: icon over text, with a dot when the page wants to be looked at.
class NavButton : public QToolButton {
    Q_OBJECT
public:
    NavButton(const Theme& theme, PageId page, QWidget* parent = nullptr);
    void setBadge(bool shown);
    bool hasBadge() const { return m_badge; }
    /// 64×56, wider where the language or the text size needs it.
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    bool m_badge = false;
};

/// The column of pages at the left edge of the window. Settings stands at the bottom.
class NavRail : public QWidget {
    Q_OBJECT
public:
    NavRail(Theme& theme, ActionTable& actions, const std::vector<PageId>& pages, QWidget* parent = nullptr);

    void setCurrent(PageId page);
    void setBadge(PageId page, bool shown);
    NavButton* button(PageId page) const;

Q_SIGNALS:
    void pageWanted(segmoe::ui::PageId page);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    NavButton* addButton(Theme& theme, ActionTable& actions, PageId page);

    std::map<PageId, NavButton*> m_buttons;
};

}  // namespace segmoe::ui
