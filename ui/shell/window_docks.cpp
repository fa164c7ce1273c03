// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/window_docks.h"

#include <algorithm>

#include <QDockWidget>
#include <QHBoxLayout>
#include <QMainWindow>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/bridge/engine_client.h"
#include "ui/queue/queue_panel.h"
#include "ui/shell/action_table.h"
#include "ui/shell/download_strip.h"
#include "ui/shell/log_panel.h"
#include "ui/shell/navigator.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNarrow = 1180;
constexpr int kFloatingMargin = 80;

}  // namespace

WindowDocks::WindowDocks(QMainWindow& window, StudioContext& context)
    : QObject(&window), m_window(window), m_context(context), m_jobs(nullptr) {
    auto* jobs = new QWidget;
    jobs->setMaximumWidth(420);
    auto* column = new QVBoxLayout(jobs);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new QueuePanel(context.theme, context.queue, context.navigator), 1);
    auto* downloads = new QHBoxLayout;
    downloads->setContentsMargins(8, 0, 8, 8);
    downloads->addWidget(new DownloadStrip(context.engine.downloads(), context.navigator));
    column->addLayout(downloads);
    m_jobs = addDock(u"jobs_dock"_s, tr("Jobs"), jobs, Qt::RightDockWidgetArea);
    if (context.log) {
        auto* log = new LogPanel(context.theme, *context.log);
        m_log = addDock(u"log_dock"_s, tr("Log"), log, Qt::BottomDockWidgetArea);
        Navigator& navigator = context.navigator;
        connect(log, &LogPanel::message, &navigator, &Navigator::message);
        connect(log, &LogPanel::failed, &navigator,
                [&navigator](const QString& sentence) { Q_EMIT navigator.toast(sentence, {}, &navigator, {}); });
    }
    const auto tie = [&context](ActionId id, QDockWidget* dock) {
        QAction* action = context.actions.action(id);
        action->setVisible(dock);
        if (!dock) return;
        QObject::connect(action, &QAction::toggled, dock, &QWidget::setVisible);
        QObject::connect(dock->toggleViewAction(), &QAction::toggled, action, [action](bool shown) {
            const QSignalBlocker quiet(action);
            action->setChecked(shown);
        });
    };
    connect(m_jobs, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        if (!visible || !m_jobs->isFloating()) return;
        const int width = m_jobs->widget()->sizeHint().width();
        m_jobs->resize(std::clamp(width, 280, 420), m_window.height() - kFloatingMargin);
        m_jobs->move(m_window.geometry().right() - m_jobs->width() - 8,
                     m_window.geometry().top() + kFloatingMargin / 2);
    });
    tie(ActionId::ViewJobs, m_jobs);
    tie(ActionId::ViewLog, m_log);
}

QDockWidget* WindowDocks::addDock(const QString& name, const QString& title, QWidget* content,
                                  Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(title, &m_window);
    dock->setObjectName(name);
    dock->setAccessibleName(title);
    dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    content->setAttribute(Qt::WA_StyledBackground);
    dock->setWidget(content);
    m_window.addDockWidget(area, dock);
    dock->hide();
    return dock;
}

void WindowDocks::hideAll() {
    m_jobs->hide();
    if (m_log) m_log->hide();
}

void WindowDocks::adapt(int windowWidth) {
    const bool narrow = windowWidth < kNarrow;
    if (narrow == m_narrow) return;
    m_narrow = narrow;
    if (narrow) {
        m_jobsPutAway = m_jobs->isVisibleTo(&m_window);
        m_jobs->hide();
        // Opened from the status line it lies over the page, which keeps its width.
        m_jobs->setFloating(true);
    } else {
        m_jobs->setFloating(false);
        m_jobs->setVisible(m_jobsPutAway);
    }
}

}  // namespace segmoe::ui
