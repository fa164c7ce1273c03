// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/render/memory_line.h"

class QAction;
class QMenu;
class QPushButton;
class QToolButton;

namespace segmoe::ui {

class RenderHistory;
class Theme;

/// The button that renders or queues, what it can do otherwise (first, forever, grid), and earlier settings.
class StartBar : public QWidget {
    Q_OBJECT
public:
    StartBar(Theme& theme, RenderHistory& history, QWidget* parent = nullptr);

    void setReady(bool ready);
    /// Something runs or waits: the button queues.
    void setBusy(bool busy);
    /// Parts of the model have to be fetched first: the button does that, whether ready or not.
    void setMissing(bool missing);
    bool isMissing() const { return m_missing; }
    void setVerdict(MemoryLine::Verdict verdict);
    bool isReady() const { return m_ready; }
    bool isForever() const;
    void stopForever();
    QPushButton* startButton() const { return m_start; }

    /// What the keys of the two buttons are called.
    void setKeys(const QString& start, const QString& first);

Q_SIGNALS:
    void startWanted();
    void firstWanted();
    void foreverChanged(bool on);
    void gridWanted();
    void historyChosen(int entry);

private:
    void buildMenu(Theme& theme);
    void fillHistory(QMenu* menu);
    void updateText();

    RenderHistory& m_history;
    QPushButton* m_start;
    QPushButton* m_first;
    QToolButton* m_more;
    QToolButton* m_historyButton;
    QAction* m_forever = nullptr;
    bool m_busy = false;
    bool m_ready = false;
    bool m_missing = false;
};

}  // namespace segmoe::ui
