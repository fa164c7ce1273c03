// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include <QImage>
#include <QObject>
#include <QString>
#include <QTimer>

namespace segmoe::ui {
class MainWindow;
}

/// Pictures of the real window after a render: its pages one after another, each taken once it stands still. For the
/// README and the website; the scenes of takeScreenshots() show fixed data instead.
class PageTour : public QObject {
    Q_OBJECT
public:
    /// recipe: opened on the Mix page.
    PageTour(segmoe::ui::MainWindow& window, const QString& folder, const QString& recipe, QObject* parent = nullptr);
    void start();

Q_SIGNALS:
    /// error: empty when every picture was written.
    void finished(const QString& error);

private:
    struct Stop {
        QString file;
        std::function<void()> arrange;
    };
    void next();
    void look();

    segmoe::ui::MainWindow& m_window;
    QString m_folder;
    std::vector<Stop> m_stops;
    std::size_t m_at = 0;
    QTimer m_clock;
    QImage m_last;
    int m_looks = 0;
};
