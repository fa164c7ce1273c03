// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/bridge/hub_client.h"
#include "ui/library/hub_result_model.h"

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;

namespace segmoe::ui {

class EmptyState;
class HubFilterBar;
class HubResultDelegate;
struct StudioContext;

/// The search of one hub: filters, answers, and what there is to say when there are none.
class HubResults : public QWidget {
    Q_OBJECT
public:
    HubResults(HubSite site, StudioContext& context, HubClient& client, QWidget* parent = nullptr);

    HubResultModel& model() { return *m_model; }
    QListView& list() { return *m_list; }
    HubFilterBar& filters() { return *m_filters; }
    HubResultDelegate& delegate() { return *m_delegate; }
    /// Asks now, unless this very question has been asked already.
    void begin();
    /// Asks again, whatever was known.
    void ask();
    void loadMore();
    /// Asks for the pictures of the rows that are seen now.
    void lookAgain() { wantPictures(); }
    void setSituation(const HubSituation& situation);
    /// The chosen offer; null when there is none.
    const HubRow* current() const;

Q_SIGNALS:
    void currentChanged();
    /// Enter, or a click on the button of the card.
    void acted(const QModelIndex& index);
    void expertWanted(const QModelIndex& index);
    /// The pictures that can be seen now and are not there yet.
    void picturesWanted(const QStringList& addresses);
    void onlineWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildList();
    void buildMessages();
    QWidget* buildFooter();
    QString named(const char* part) const;
    /// Who is asked: the site, or the mirror of the settings or the environment.
    QString host() const;
    void takePage(const HubPage& page);
    void takeTrouble(const HubTrouble& trouble);
    void startWaiting(int seconds);
    void tick();
    void showState();
    void wantPictures();

    HubSite m_site;
    StudioContext& m_context;
    HubClient& m_client;
    HubResultModel* m_model;
    HubResultDelegate* m_delegate;
    HubFilterBar* m_filters;
    QStackedWidget* m_stack;
    QLabel* m_source = nullptr;
    QListView* m_list;
    QWidget* m_skeleton;
    EmptyState* m_none;
    EmptyState* m_allHidden;
    EmptyState* m_offline;
    EmptyState* m_waiting;
    EmptyState* m_error;
    QPushButton* m_goOnline;
    QLabel* m_count;
    QPushButton* m_more;
    QLabel* m_copy;
    QTimer m_countdown;
    QTimer m_pictureTimer;
    HubQuestion m_question{};
    HubSearch m_asked;
    HubPage m_page;  ///< the last one, without its rows
    HubSituation m_situation;
    HubTrouble m_trouble;
    int m_secondsLeft = 0;
    int m_emptyPages = 0;
    bool m_isAsking = false;
    bool m_isMore = false;
    bool m_hasAsked = false;
    bool m_hasFailed = false;
};

}  // namespace segmoe::ui
