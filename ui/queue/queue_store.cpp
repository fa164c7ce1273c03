// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/queue/queue_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include "ui/queue/job_queue.h"
#include "ui/queue/work_json.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDelay = 500;
constexpr qint64 kLargestQueue = 64LL << 20;
constexpr int kSchema = 1;

}  // namespace

QueueStore::QueueStore(JobQueue& queue, const QString& file, QObject* parent)
    : QObject(parent), m_queue(queue), m_file(file) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelay);
    connect(&m_timer, &QTimer::timeout, this, &QueueStore::save);
    const auto later = [this] {
        if (!m_closing && !m_timer.isActive()) m_timer.start();
    };
    connect(&queue, &JobQueue::rowsChanged, this, later);
    connect(&queue, &JobQueue::stateChanged, this, later);
    connect(&queue, &JobQueue::pausedChanged, this, later);
}

QJsonObject QueueStore::jobJson(const QueueJob& job) const {
    if (isEnded(job.state)) return {};
    QJsonObject json{{u"title"_s, job.title}, {u"detail"_s, job.detail}};
    if (!job.isGroup()) {
        const QJsonObject work = toJson(*job.work);
        if (work.isEmpty()) return {};
        json[u"work"_s] = work;
        return json;
    }
    QJsonArray children;
    for (QueueId id : job.children)
        if (const QJsonObject child = jobJson(*m_queue.find(id)); !child.isEmpty()) children.append(child);
    json[u"jobs"_s] = children;
    return json;
}

QJsonObject QueueStore::snapshot() const {
    QJsonArray rows;
    for (QueueId id : m_queue.rows())
        if (const QJsonObject json = jobJson(*m_queue.find(id)); !json.isEmpty()) rows.append(json);
    return {{u"schema"_s, kSchema}, {u"inOrder"_s, m_closing}, {u"paused"_s, m_queue.isPaused()}, {u"jobs"_s, rows}};
}

bool QueueStore::save() {
    m_timer.stop();
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QSaveFile file(m_file);
    const QByteArray bytes = QJsonDocument(snapshot()).toJson(QJsonDocument::Compact);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

void QueueStore::closeInOrder() {
    m_closing = true;
    save();
}

int QueueStore::restore() {
    m_timer.start();  // from now on the file says that a session runs
    QFile file(m_file);
    if (!file.exists()) return 0;
    QJsonObject root;
    if (file.open(QIODevice::ReadOnly) && file.size() <= kLargestQueue)
        root = QJsonDocument::fromJson(file.readAll()).object();
    file.close();
    if (root["schema"_L1].toInt() != kSchema) {
        QFile::remove(m_file + u".damaged"_s);
        QFile::rename(m_file, m_file + u".damaged"_s);
        return 0;
    }
    m_wasCutShort = m_afterCrash = !root["inOrder"_L1].toBool();
    if (m_afterCrash || root["paused"_L1].toBool()) m_queue.pause();
    int count = 0;
    for (const QJsonValue& row : root["jobs"_L1].toArray()) count += restoreRow(row.toObject());
    if (count == 0) m_queue.resume();
    m_afterCrash = m_afterCrash && count > 0;
    return count;
}

int QueueStore::restoreRow(const QJsonObject& json) {
    const auto addWork = [this](const QJsonObject& one, QueueId group) {
        auto work = workFromJson(one["work"_L1].toObject());
        if (work) m_queue.add(std::move(*work), one["title"_L1].toString(), group);
        return work ? 1 : 0;
    };
    if (!json["jobs"_L1].isArray()) return addWork(json, QueueId::None);
    const QJsonArray children = json["jobs"_L1].toArray();
    if (children.isEmpty()) return 0;
    const QueueId group = m_queue.addGroup(json["title"_L1].toString(), json["detail"_L1].toString());
    int count = 0;
    for (const QJsonValue& child : children) count += addWork(child.toObject(), group);
    if (count == 0) m_queue.remove(group);
    return count;
}

}  // namespace segmoe::ui
