// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace segmoe::ui {

/// "A render is running and 2 jobs wait.": stop and quit, quit when done, or stay.
class QuitDialog : public QDialog {
    Q_OBJECT
public:
    QuitDialog(int waiting, QWidget* parent);

Q_SIGNALS:
    void stopAndQuit();
    void quitWhenDone();
};

}  // namespace segmoe::ui
