// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <memory>

#include <QDateTime>
#include <QObject>
#include <QString>

#include "core/base/log.h"

namespace segmoe::ui {

struct LogLine {
    QDateTime time;
    LogLevel level = LogLevel::Info;
    QString text;
};

/// The sink of the core's log: the last lines in memory and a file in the profile. The core logs on any thread; lines
/// arrive here queued.
class LogStore : public QObject {
    Q_OBJECT
public:
    /// Becomes the core's sink until it is destroyed; at most one at a time.
    explicit LogStore(const QString& folder, QObject* parent = nullptr);
    ~LogStore() override;

    const std::deque<LogLine>& lines() const { return m_lines; }
    QString folder() const { return m_folder; }
    void add(LogLevel level, const QString& text);

Q_SIGNALS:
    void added(const segmoe::ui::LogLine& line);

private:
    std::deque<LogLine> m_lines;
    QString m_folder;
};

/// "12:30:01  Warning  text", without local number formats.
QString logText(const LogLine& line);

}  // namespace segmoe::ui
