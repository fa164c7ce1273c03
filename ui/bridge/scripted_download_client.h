// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <QStringList>

#include "ui/bridge/download_client.h"

namespace segmoe::ui {

/// A list of downloads that notes what it is asked; its owner says how they go on.
class ScriptedDownloadClient : public DownloadClient {
    Q_OBJECT
public:
    using DownloadClient::DownloadClient;

    QStringList asked;                           ///< "get owner/name", "pause 1", "limit 5000000"…
    std::map<QString, Failure> refusals;         ///< what get() and plan() answer for these
    std::map<QString, HubFetch> plans;           ///< what plan() answers; others are refused with RepoNotFound
    std::map<QString, QString> shortReferences;  ///< what get() makes of a link; else the text itself

    /// The list as it is from now on.
    void setRows(std::vector<DownloadRow> rows);
    /// One row as it is from now on; arrived() follows when it has become Done.
    void setRow(const DownloadRow& row);

    void load(const QString& folder) override;
    void get(const QString& reference, const std::optional<QString>& variant) override;
    void plan(const QString& reference) override;
    void pause(quint64 id) override { change(QStringLiteral("pause"), id, DownloadRow::State::Paused); }
    void resume(quint64 id) override { change(QStringLiteral("resume"), id, DownloadRow::State::Queued); }
    void startNow(quint64 id) override { note(QStringLiteral("start now"), id); }
    void cancel(quint64 id) override { change(QStringLiteral("cancel"), id, DownloadRow::State::Cancelled); }
    void remove(quint64 id) override;
    void moveUp(quint64 id) override { note(QStringLiteral("up"), id); }
    void moveDown(quint64 id) override { note(QStringLiteral("down"), id); }
    void moveFirst(quint64 id) override { note(QStringLiteral("first"), id); }
    void pauseAll() override { asked << QStringLiteral("pause all"); }
    void resumeAll() override { asked << QStringLiteral("resume all"); }
    void clearDone() override { asked << QStringLiteral("clear done"); }
    void setParallel(int files) override { asked << QStringLiteral("parallel %1").arg(files); }
    void setLimit(qint64 bytesPerSecond) override { asked << QStringLiteral("limit %1").arg(bytesPerSecond); }
    std::vector<DownloadRow> rows() const override { return m_rows; }

private:
    void note(const QString& what, quint64 id) { asked << QStringLiteral("%1 %2").arg(what).arg(id); }
    void change(const QString& what, quint64 id, DownloadRow::State state);

    std::vector<DownloadRow> m_rows;
    quint64 m_lastId = 0;
};

}  // namespace segmoe::ui
