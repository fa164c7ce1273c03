// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace segmoe::ui {

class DownloadsView;
class HubLinkBar;
class HubView;
class LibraryPage;
class WrapLayout;
struct StudioContext;

/// The Library page: what is on this disk, what the hubs have, what is on its way, each a tab.
class LibraryFrame : public QWidget {
    Q_OBJECT
public:
    /// In the order of the tabs.
    enum class Tab { MyModels, HuggingFace, CivitAi, Downloads };

    explicit LibraryFrame(StudioContext& context, QWidget* parent = nullptr);

    LibraryPage& models() { return *m_models; }
    DownloadsView& downloads() { return *m_downloads; }
    HubView& hubs() { return *m_hubs; }
    /// Shows what a link or the name of a model on a hub leads to.
    void openLink(const QString& text);
    /// Lets somebody paste one.
    void focusLink();

    /// Puts a tab in its place; the page owns its content.
    void addTab(Tab tab, const QString& title, QWidget* content);
    bool hasTab(Tab tab) const { return m_parts.contains(tab); }
    void showTab(Tab tab);
    Tab currentTab() const;
    /// The next tab, or the one before.
    void cycle(int by);
    /// After the title; 0 = none.
    void setCount(Tab tab, int count);
    /// A control on the right of the tabs, shown for all of them.
    void addHeaderWidget(QWidget* widget);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

Q_SIGNALS:
    void tabShown(segmoe::ui::LibraryFrame::Tab tab);

private:
    struct Part {
        QString title;
        QWidget* content = nullptr;
    };
    int placeOf(Tab tab) const;
    void updateCounts();
    void connectHubs();
    bool isHub(Tab tab) const { return tab == Tab::HuggingFace || tab == Tab::CivitAi; }

    StudioContext& m_context;
    QTabBar* m_tabs;
    WrapLayout* m_header;
    QStackedWidget* m_stack;
    std::map<Tab, Part> m_parts;
    LibraryPage* m_models;
    DownloadsView* m_downloads;
    HubView* m_hubs;  ///< of both hubs
    HubLinkBar* m_link;
};

}  // namespace segmoe::ui
