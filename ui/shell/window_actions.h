// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include "ui/shell/action_id.h"
#include "ui/shell/area_cycle.h"

namespace segmoe::ui {

struct ActionRow;
class FileOpener;
class GuidedSteps;
class MainWindow;

/// What the actions of the window itself do: pages, text boxes, views, help. Those of pages are the pages' business.
class WindowActions : public QObject {
    Q_OBJECT
public:
    WindowActions(MainWindow& window, FileOpener& opener);

    /// Runs an action of the command list; goes to its page before.
    void run(ActionId id);

private:
    void connectFile();
    void connectEdit();
    void connectView();
    void connectThemes();
    void connectHelp();
    void goHome(const ActionRow& row);
    void scaleText(double by);
    void showHelp();
    void showAbout();

    MainWindow& m_window;
    FileOpener& m_opener;
    AreaCycle m_areas;
    GuidedSteps* m_guide = nullptr;
};

}  // namespace segmoe::ui
