// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/grid_runner.h"

#include <algorithm>

#include "ui/bridge/picture_pixels.h"
#include "ui/bridge/qt_convert.h"
#include "ui/queue/job_queue.h"
#include "ui/queue/picture_saver.h"
#include "ui/render/grid_picture.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QString axisText(GridAxis axis, const std::vector<GridValue>& values) {
    QStringList labels;
    for (const GridValue& value : values) labels << value.label;
    return gridAxisTitle(axis) + u": "_s + labels.join(u" | "_s);
}

}  // namespace

GridRunner::GridRunner(JobQueue& queue, PictureSaver& saver, GridPlan plan, GridCellFinish finishCell, QObject* parent)
    : QObject(parent), m_queue(queue), m_saver(saver), m_plan(std::move(plan)), m_finishCell(std::move(finishCell)) {
    m_pictures.resize(static_cast<std::size_t>(m_plan.count()));
    connect(&queue, &JobQueue::pictureDone, this, [this](QueueId job, int, const PicturePtr& picture) {
        const auto cell = m_cells.find(job);
        if (cell == m_cells.end()) return;
        m_pictures[cell->second] = toImage(picture->image.picture);
        if (m_parameters.empty()) m_parameters = picture->image.parameters;
    });
    connect(&queue, &JobQueue::stateChanged, this, [this](QueueId job, JobState state) {
        if (job == m_group && isEnded(state)) finish();
    });
    connect(&queue, &JobQueue::rowsChanged, this, [this] {
        if (m_group != QueueId::None && !m_queue.find(m_group)) deleteLater();
    });
}

void GridRunner::start() {
    QStringList sides;
    if (m_plan.x != GridAxis::None) sides << gridAxisTitle(m_plan.x);
    if (m_plan.y != GridAxis::None) sides << gridAxisTitle(m_plan.y);
    m_group = m_queue.addGroup(tr("Grid: %1").arg(sides.join(u" × "_s)), tr("%n picture(s)", "", m_plan.count()));
    const int columns = static_cast<int>(m_plan.xValues.size());
    // Models change as rarely as they can: loading one takes longer than a picture.
    std::vector<int> order(static_cast<std::size_t>(m_plan.count()));
    for (int i = 0; i < m_plan.count(); ++i) order[static_cast<std::size_t>(i)] = i;
    if (m_plan.x == GridAxis::Model)
        std::ranges::stable_sort(order, {}, [columns](int cell) { return cell % columns; });
    for (int cell : order) {
        const GridValue& x = m_plan.xValues[static_cast<std::size_t>(cell % columns)];
        const GridValue& y = m_plan.yValues[static_cast<std::size_t>(cell / columns)];
        const QString title = x.label + (x.label.isEmpty() || y.label.isEmpty() ? QString() : u" · "_s) + y.label;
        RenderRequest request = m_finishCell(m_plan.request(cell % columns, cell / columns));
        const QueueId id = m_queue.add(RenderWork{std::move(request)}, title, m_group);
        m_cells[id] = static_cast<std::size_t>(cell);
    }
}

void GridRunner::finish() {
    deleteLater();
    disconnect(&m_queue, nullptr, this, nullptr);
    if (std::ranges::all_of(m_pictures, &QImage::isNull)) return;
    auto picture = std::make_shared<FinishedPicture>();
    picture->image.picture = toPicture(gridPicture(m_plan, m_pictures));
    picture->image.seed = m_plan.base.seed;
    picture->image.parameters = m_parameters;
    if (m_plan.x != GridAxis::None)
        picture->image.parameters += ", Grid columns: " + axisText(m_plan.x, m_plan.xValues).toStdString();
    if (m_plan.y != GridAxis::None)
        picture->image.parameters += ", Grid rows: " + axisText(m_plan.y, m_plan.yValues).toStdString();
    picture->request = m_plan.base;
    picture->request.width = picture->image.picture.width;
    picture->request.height = picture->image.picture.height;
    picture->job = m_group;
    m_saver.save(QueueId::None, picture);
    Q_EMIT gridDone(picture);
}

}  // namespace segmoe::ui
