// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace segmoe::ui {

/// What keeps a window from closing at once.
struct QuitObstacles {
    bool isRendering = false;
    int waiting = 0;      ///< jobs of the queue
    int downloads = 0;    ///< under way
    QString upload = {};  ///< the repository one goes to; empty = none
};

/// "A render is running and 2 jobs wait.": stop and quit, quit when done, or stay.
class QuitDialog : public QDialog {
    Q_OBJECT
public:
    QuitDialog(const QuitObstacles& obstacles, QWidget* parent);

Q_SIGNALS:
    void stopAndQuit();
    void quitWhenDone();

private:
    static QString sentence(const QuitObstacles& obstacles);
    static QString consequence(const QuitObstacles& obstacles);
};

}  // namespace segmoe::ui
