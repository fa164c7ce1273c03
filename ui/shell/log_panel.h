// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/shell/log_store.h"

class QComboBox;
class QPlainTextEdit;

namespace segmoe::ui {

class Theme;

/// The lines of the log from a level upwards; copies and saves what it shows.
class LogPanel : public QWidget {
    Q_OBJECT
public:
    LogPanel(Theme& theme, LogStore& log, QWidget* parent = nullptr);

Q_SIGNALS:
    /// A line for the status bar.
    void message(const QString& sentence);
    /// Something to be seen: the log is not where it was to be saved.
    void failed(const QString& sentence);

private:
    void refill();
    void append(const LogLine& line);
    void save();
    void saveTo(const QString& file);

    LogStore& m_log;
    QComboBox* m_level;
    QPlainTextEdit* m_text;
};

}  // namespace segmoe::ui
