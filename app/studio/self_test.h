// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

namespace segmoe::ui {
class MainWindow;
class ThreadedEngineClient;
}  // namespace segmoe::ui

/// --self-test: presses Render in the real window once the starter mixture is there, and looks at what comes out.
class SelfTest : public QObject {
    Q_OBJECT
public:
    SelfTest(segmoe::ui::ThreadedEngineClient& client, segmoe::ui::MainWindow& window);
    /// pictureFile: where a picture of the window at the end goes; folder: where pictures of its pages go; empty =
    /// none.
    void watch(const QString& pictureFile, const QString& folder);
    int exitCode() const { return m_passed ? 0 : 1; }

private:
    void end(bool passed, const QString& sentence);
    void tour();

    segmoe::ui::ThreadedEngineClient& m_client;
    segmoe::ui::MainWindow& m_window;
    QString m_pictureFile;
    QString m_folder;
    QString m_recipe;
    QTimer m_limit;
    bool m_passed = false;
};
