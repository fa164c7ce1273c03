// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/library/download_acts.h"

class QComboBox;
class QLabel;
class QListView;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace segmoe::ui {

class DownloadModel;
class EmptyState;
struct StudioContext;

/// The Downloads tab of the library (ui.md §9.3). Enter does what the row's button does, Del cancels or removes,
/// Alt+Up/Down reorders.
class DownloadsView : public QWidget {
    Q_OBJECT
public:
    explicit DownloadsView(StudioContext& context, QWidget* parent = nullptr);

    DownloadModel& model() { return *m_model; }
    QListView& list() { return *m_list; }
    void select(quint64 id);
    void act(quint64 id, DownloadAct act);

Q_SIGNALS:
    /// The tab of a hub: "huggingface" or "civitai".
    void hubWanted(const QString& site);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildToolbar();
    QWidget* buildList();
    void openMenu(quint64 id, const QPoint& globalPosition);
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    void openPage(const DownloadRow& row);
    void retryAccepted();
    void showSettings();
    void updateState();
    quint64 current() const;

    StudioContext& m_context;
    DownloadClient& m_client;
    DownloadModel* m_model;
    QListView* m_list;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QPushButton* m_pauseAll;
    QPushButton* m_resumeAll;
    QPushButton* m_clear;
    QComboBox* m_limit;
    QSpinBox* m_parallel;
    QLabel* m_summary;
};

}  // namespace segmoe::ui
