// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/log_store.h"

#include <QDir>
#include <QFile>
#include <QPointer>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostLines = 5000;
constexpr qint64 kMostBytes = 1'000'000;

QString levelName(LogLevel level) {
    switch (level) {
        case LogLevel::Debug: return u"debug"_s;
        case LogLevel::Info: return u"info"_s;
        case LogLevel::Warning: return u"warning"_s;
        case LogLevel::Error: return u"error"_s;
    }
    return {};
}

}  // namespace

QString logText(const LogLine& line) {
    return u"%1  %2  %3"_s.arg(line.time.toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s), levelName(line.level).leftJustified(7),
                               line.text);
}

LogStore::LogStore(const QString& folder, QObject* parent) : QObject(parent), m_folder(folder) {
    QDir().mkpath(folder);
    const QString file = QDir(folder).filePath(u"segmoe-studio.log"_s);
    if (QFileInfo(file).size() > kMostBytes) {
        QFile::remove(file + u".1"_s);
        QFile::rename(file, file + u".1"_s);
    }
    setLogSink([this](LogLevel level, std::string_view line) {
        // The destructor takes the sink away before this object goes.
        QMetaObject::invokeMethod(
            this,
            [this, level, text = QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size()))] {
                add(level, text);
            },
            Qt::QueuedConnection);
    });
}

LogStore::~LogStore() { setLogSink({}); }

void LogStore::add(LogLevel level, const QString& text) {
    const LogLine line{.time = QDateTime::currentDateTime(), .level = level, .text = text};
    m_lines.push_back(line);
    if (m_lines.size() > kMostLines) m_lines.pop_front();
    QFile file(QDir(m_folder).filePath(u"segmoe-studio.log"_s));
    if (file.open(QIODevice::WriteOnly | QIODevice::Append)) file.write(logText(line).toUtf8() + '\n');
    Q_EMIT added(line);
}

}  // namespace segmoe::ui
