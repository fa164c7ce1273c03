// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include "ui/shell/studio_context.h"

class QDockWidget;
class QMainWindow;
class QWidget;

namespace segmoe::ui {

/// Jobs at the right, Log at the bottom; both hidden at first. A narrow window puts the jobs away into the status line.
class WindowDocks : public QObject {
    Q_OBJECT
public:
    WindowDocks(QMainWindow& window, StudioContext& context);

    void hideAll();
    void adapt(int windowWidth);
    QDockWidget* jobs() const { return m_jobs; }
    /// Null where there is no log.
    QDockWidget* log() const { return m_log; }

private:
    QDockWidget* addDock(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area);

    QMainWindow& m_window;
    StudioContext m_context;
    QDockWidget* m_jobs;
    QDockWidget* m_log = nullptr;
    bool m_jobsPutAway = false;
    bool m_narrow = false;
};

}  // namespace segmoe::ui
