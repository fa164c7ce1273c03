// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>

#include <QImage>
#include <QObject>

#include "ui/queue/queue_job.h"
#include "ui/render/grid_plan.h"

namespace segmoe::ui {

class JobQueue;
class PictureSaver;

/// What becomes of a cell's request before it is queued: wildcards and LoRA chips resolved.
using GridCellFinish = std::function<RenderRequest(const RenderRequest& cell)>;

/// One grid under way: its jobs in the queue under a row of their own, then the labelled picture of all of them.
/// Deletes itself when the row has ended or gone.
class GridRunner : public QObject {
    Q_OBJECT
public:
    GridRunner(JobQueue& queue, PictureSaver& saver, GridPlan plan, GridCellFinish finishCell, QObject* parent);
    void start();
    QueueId group() const { return m_group; }

Q_SIGNALS:
    void gridDone(const segmoe::ui::PicturePtr& picture);

private:
    void finish();

    JobQueue& m_queue;
    PictureSaver& m_saver;
    GridPlan m_plan;
    GridCellFinish m_finishCell;
    QueueId m_group = QueueId::None;
    std::map<QueueId, std::size_t> m_cells;
    std::vector<QImage> m_pictures;
    std::string m_parameters;  ///< of the first picture
};

}  // namespace segmoe::ui
