// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include <QAbstractListModel>

#include "ui/queue/queue_job.h"

namespace segmoe::ui {

class JobQueue;

/// The rows of the queue; the jobs of an opened group follow it. Dragging moves waiting rows.
class QueueModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole,  ///< quint64
        KindRole,               ///< "render", "group"…: see jobKind()
        StateRole,              ///< int of JobState
        FractionRole,           ///< 0…1, -1 = unknown
        TitleRole,
        DetailRole,
        StateTextRole,
        ThumbRole,    ///< QImage, may be null
        IconRole,     ///< resources/icons name
        RemedyRole,   ///< int of Remedy, -1 = none
        GroupRole,    ///< bool
        RoutingRole,  ///< bool: the last picture is in memory with its routing
        OpenRole,     ///< bool: a group that shows its jobs
        DepthRole,    ///< 1 for a job of a group
    };

    explicit QueueModel(JobQueue& queue, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

    QueueId idAt(int row) const;
    int rowOf(QueueId id) const;
    void toggleGroup(QueueId id);

private:
    std::vector<QueueId> wantedRows() const;
    void refresh();

    JobQueue& m_queue;
    std::vector<QueueId> m_rows;
    std::set<QueueId> m_open;
};

}  // namespace segmoe::ui
