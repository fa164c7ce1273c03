// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/queue/queue_model.h"

#include <algorithm>

#include <QMimeData>

#include "ui/bridge/error_text.h"
#include "ui/queue/job_queue.h"
#include "ui/queue/work_text.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kMime = u"application/x-segmoe-job"_s;

double fractionOf(const QueueJob& job) {
    if (job.state == JobState::Done) return 1.0;
    return isActive(job.state) && job.state != JobState::Cancelling ? job.progress.fraction : -1.0;
}

QImage thumbOf(const QueueJob& job) { return job.pictures.empty() ? QImage() : job.pictures.back().thumb; }

}  // namespace

QueueModel::QueueModel(JobQueue& queue, QObject* parent) : QAbstractListModel(parent), m_queue(queue) {
    connect(&queue, &JobQueue::rowsChanged, this, &QueueModel::refresh);
    connect(&queue, &JobQueue::changed, this, [this](QueueId id) {
        if (const int row = rowOf(id); row >= 0) Q_EMIT dataChanged(index(row), index(row));
    });
    refresh();
}

std::vector<QueueId> QueueModel::wantedRows() const {
    std::vector<QueueId> rows;
    for (QueueId id : m_queue.rows()) {
        rows.push_back(id);
        if (!m_open.contains(id)) continue;
        const auto& children = m_queue.find(id)->children;
        rows.insert(rows.end(), children.begin(), children.end());
    }
    return rows;
}

/// Takes out what went, then puts the rest in order one by one, so that selections and scrolling stay.
void QueueModel::refresh() {
    const std::vector<QueueId> wanted = wantedRows();
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (std::ranges::find(wanted, m_rows[static_cast<std::size_t>(row)]) != wanted.end()) continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (int row = 0; row < static_cast<int>(wanted.size()); ++row) {
        const QueueId id = wanted[static_cast<std::size_t>(row)];
        const auto at =
            std::ranges::find(m_rows.begin() + std::min<std::ptrdiff_t>(row, std::ssize(m_rows)), m_rows.end(), id);
        const int from = static_cast<int>(at - m_rows.begin());
        if (at == m_rows.end()) {
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, id);
            endInsertRows();
        } else if (from != row) {
            beginMoveRows({}, from, from, {}, row);
            std::rotate(m_rows.begin() + row, at, at + 1);
            endMoveRows();
        }
    }
    std::erase_if(m_open, [this](QueueId id) { return !m_queue.find(id); });
}

int QueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QueueId QueueModel::idAt(int row) const {
    return row >= 0 && row < static_cast<int>(m_rows.size()) ? m_rows[static_cast<std::size_t>(row)] : QueueId::None;
}

int QueueModel::rowOf(QueueId id) const {
    const auto at = std::ranges::find(m_rows, id);
    return at == m_rows.end() ? -1 : static_cast<int>(at - m_rows.begin());
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
    const QueueJob* job = m_queue.find(idAt(index.row()));
    if (!index.isValid() || !job) return {};
    switch (role) {
        case IdRole: return static_cast<quint64>(job->id);
        case KindRole: return job->isGroup() ? u"group"_s : jobKind(*job->work);
        case StateRole: return static_cast<int>(job->state);
        case FractionRole: return fractionOf(*job);
        case Qt::DisplayRole:
        case TitleRole: return job->title;
        case DetailRole: return job->detail;
        case StateTextRole: return jobStateText(*job);
        case ThumbRole: return thumbOf(*job);
        case IconRole: return job->isGroup() ? u"grid"_s : workIcon(*job->work);
        case RemedyRole:
            return job->state == JobState::Failed ? static_cast<int>(errorText(job->failure.code).remedy) : -1;
        case GroupRole: return job->isGroup();
        case RoutingRole: {
            const PicturePtr last = job->pictures.empty() ? nullptr : job->pictures.back().picture.lock();
            return last && !last->image.trace.empty();
        }
        case OpenRole: return m_open.contains(job->id);
        case DepthRole: return job->parent == QueueId::None ? 0 : 1;
        case Qt::ToolTipRole: return job->title;
        case Qt::AccessibleTextRole: return tr("%1, %2, %3").arg(job->title, job->detail, jobStateText(*job));
        default: return {};
    }
}

Qt::ItemFlags QueueModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::ItemIsDropEnabled;
    const QueueJob* job = m_queue.find(idAt(index.row()));
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (job && job->state == JobState::Waiting && job->parent == QueueId::None) flags |= Qt::ItemIsDragEnabled;
    return flags;
}

QStringList QueueModel::mimeTypes() const { return {kMime}; }

QMimeData* QueueModel::mimeData(const QModelIndexList& indexes) const {
    auto* data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(kMime, QByteArray::number(static_cast<quint64>(idAt(indexes.constFirst().row()))));
    return data;
}

bool QueueModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int, const QModelIndex&) {
    if (action != Qt::MoveAction || !data->hasFormat(kMime)) return false;
    const QueueId id{data->data(kMime).toULongLong()};
    const int from = rowOf(id);
    if (from < 0) return false;
    if (row < 0) row = rowCount();
    const int places = row > from ? row - from - 1 : row - from;
    // After the view's own drag has ended; it would remove the row otherwise.
    QMetaObject::invokeMethod(
        &m_queue, [this, id, places] { m_queue.move(id, places); }, Qt::QueuedConnection);
    return false;
}

void QueueModel::toggleGroup(QueueId id) {
    if (!m_open.erase(id)) m_open.insert(id);
    refresh();
    if (const int row = rowOf(id); row >= 0) Q_EMIT dataChanged(index(row), index(row));
}

}  // namespace segmoe::ui
