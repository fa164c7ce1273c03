// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/gallery/gallery_model.h"

#include <algorithm>

#include <QTimer>

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

namespace {

constexpr int kPage = 500;
constexpr int kMostAtOnce = 100'000;
constexpr int kReloadMs = 400;

bool isPlain(const GalleryFilter& filter) {
    return filter.find.empty() && !filter.starred && filter.model.empty() && filter.since == 0 &&
           filter.sort == GallerySort::Newest;
}

}  // namespace

GalleryModel::GalleryModel(GalleryClient& client, QObject* parent)
    : QAbstractListModel(parent), m_client(client), m_reloadLater(new QTimer(this)) {
    m_reloadLater->setSingleShot(true);
    m_reloadLater->setInterval(kReloadMs);
    connect(m_reloadLater, &QTimer::timeout, this, &GalleryModel::reload);
    connect(&client, &GalleryClient::pageRead, this, &GalleryModel::takePage);
    connect(&client, &GalleryClient::imported, this, &GalleryModel::takeImported);
    connect(&client, &GalleryClient::removed, this, &GalleryModel::takeRemoved);
    connect(&client, &GalleryClient::folderForgotten, this, &GalleryModel::reload);
    connect(&client, &GalleryClient::starred, this, &GalleryModel::takeStar);
}

void GalleryModel::setFilter(const GalleryFilter& filter) {
    m_filter = filter;
    m_loading = true;
    m_isFirstPage = true;
    m_question = m_client.readPage(m_filter, std::nullopt, kPage);
}

void GalleryModel::reload() {
    m_loading = true;
    m_isFirstPage = true;
    // As many rows as are shown now, so that the view keeps its place.
    const int rows = std::clamp(static_cast<int>(m_items.size()), kPage, kMostAtOnce);
    m_question = m_client.readPage(m_filter, std::nullopt, rows);
}

void GalleryModel::takePage(GalleryQuestion question, const GalleryItems& items, qint64 total) {
    if (question != m_question) return;
    m_loading = false;
    if (!m_isFirstPage) {
        m_isComplete = items.size() < static_cast<std::size_t>(kPage);
        if (items.empty()) return;
        const int first = static_cast<int>(m_items.size());
        beginInsertRows({}, first, first + static_cast<int>(items.size()) - 1);
        m_items.insert(m_items.end(), items.begin(), items.end());
        endInsertRows();
        return;
    }
    beginResetModel();
    m_items = items;
    m_isComplete = static_cast<qint64>(items.size()) >= total;
    endResetModel();
    setTotal(total);
    Q_EMIT loaded();
}

void GalleryModel::takeImported(const GalleryItems& added) {
    if (added.empty()) return;
    const bool isTop = isPlain(m_filter) && !m_loading && m_total >= 0 && added.size() == 1 &&
                       rowOf(added.front().id) < 0 &&
                       (m_items.empty() || added.front().modified >= m_items.front().modified);
    if (!isTop) {
        // An import of thousands must not read the list anew with every step of it.
        if (!m_reloadLater->isActive()) m_reloadLater->start();
        return;
    }
    beginInsertRows({}, 0, 0);
    m_items.insert(m_items.begin(), added.front());
    endInsertRows();
    setTotal(m_total + 1);
}

void GalleryModel::takeRemoved(const GalleryIds& ids) {
    qint64 removed = 0;
    for (const std::int64_t id : ids) {
        const int row = rowOf(id);
        if (row < 0) continue;
        beginRemoveRows({}, row, row);
        m_items.erase(m_items.begin() + row);
        endRemoveRows();
        ++removed;
    }
    if (m_total >= 0) setTotal(std::max<qint64>(0, m_total - removed));
}

void GalleryModel::takeStar(const GalleryIds& ids, bool star) {
    for (const std::int64_t id : ids)
        if (const int row = rowOf(id); row >= 0) {
            m_items[static_cast<std::size_t>(row)].star = star;
            Q_EMIT dataChanged(index(row), index(row), {StarRole});
        }
}

void GalleryModel::setTotal(qint64 total) {
    m_total = total;
    Q_EMIT totalChanged(total);
}

const GalleryItem* GalleryModel::itemAt(int row) const {
    return row >= 0 && row < static_cast<int>(m_items.size()) ? &m_items[static_cast<std::size_t>(row)] : nullptr;
}

int GalleryModel::rowOf(std::int64_t id) const {
    const auto found =
        std::find_if(m_items.begin(), m_items.end(), [id](const GalleryItem& item) { return item.id == id; });
    return found == m_items.end() ? -1 : static_cast<int>(found - m_items.begin());
}

int GalleryModel::rowOfFile(const QString& file) const {
    const std::filesystem::path path = toPath(file);
    const auto found =
        std::find_if(m_items.begin(), m_items.end(), [&](const GalleryItem& item) { return item.file == path; });
    return found == m_items.end() ? -1 : static_cast<int>(found - m_items.begin());
}

void GalleryModel::setGone(std::int64_t id) {
    m_gone.insert(id);
    touch(id);
}

void GalleryModel::touch(std::int64_t id) {
    if (const int row = rowOf(id); row >= 0) Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole, GoneRole});
}

int GalleryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant GalleryModel::data(const QModelIndex& index, int role) const {
    const GalleryItem* item = index.isValid() ? itemAt(index.row()) : nullptr;
    if (!item) return {};
    switch (role) {
        case Qt::DisplayRole: return pathText(item->file.filename());
        case Qt::ToolTipRole: return toText(item->prompt).left(300);
        case Qt::AccessibleTextRole: {
            const QString prompt = toText(item->prompt).left(200);
            return item->star ? tr("%1, starred").arg(prompt) : prompt;
        }
        case IdRole: return QVariant::fromValue(static_cast<qint64>(item->id));
        case FileRole: return pathText(item->file);
        case StarRole: return item->star;
        case GoneRole: return m_gone.contains(item->id);
        default: return {};
    }
}

Qt::ItemFlags GalleryModel::flags(const QModelIndex& index) const {
    return index.isValid() ? Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsDragEnabled : Qt::NoItemFlags;
}

bool GalleryModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && !m_isComplete && !m_loading && !m_items.empty();
}

void GalleryModel::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent)) return;
    m_loading = true;
    m_isFirstPage = false;
    m_question = m_client.readPage(m_filter, m_items.back(), kPage);
}

}  // namespace segmoe::ui
