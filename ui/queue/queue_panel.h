// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/bridge/error_text.h"
#include "ui/queue/queue_delegate.h"
#include "ui/queue/queue_job.h"

class QLabel;
class QListView;
class QMenu;
class QPushButton;
class QToolButton;

namespace segmoe::ui {

class JobQueue;
class Navigator;
class QueueModel;
class Theme;

/// The job list of the Jobs dock (ui.md §7.4): what runs, waits and ended, and everything that can be done with it.
/// Alt+Up/Down reorders, Del cancels or removes, Enter shows the result, Ctrl+R edits a copy in the form.
class QueuePanel : public QWidget {
    Q_OBJECT
public:
    QueuePanel(Theme& theme, JobQueue& queue, Navigator& navigator, QWidget* parent = nullptr);
    QListView& list() { return *m_list; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildList(Theme& theme);
    QWidget* buildFailure();
    QWidget* buildButtons(Theme& theme);
    void fillMenu(QMenu* menu);
    void openContextMenu(const QPoint& position);
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    void act(QueueId id, QueueDelegate::Act act);
    void carryOut(const QueueJob& job, Remedy remedy);
    void openResult(QueueId id);
    void openRouting(QueueId id);
    void editCopy(QueueId id);
    void cancelAllWaiting();
    void exportList();
    void showSelection();
    void updateButtons();
    QueueId selected() const;
    void select(QueueId id);

    JobQueue& m_queue;
    Navigator& m_navigator;
    QueueModel* m_model;
    QListView* m_list;
    QLabel* m_empty;
    QWidget* m_failure;
    QLabel* m_failureText;
    QPushButton* m_remedy;
    QPushButton* m_details;
    QPushButton* m_pause;
    QPushButton* m_cancelWaiting;
    QPushButton* m_clear;
    QToolButton* m_menu;
};

}  // namespace segmoe::ui
