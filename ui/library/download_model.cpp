// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/download_model.h"

#include <algorithm>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

using State = DownloadRow::State;

double shownFraction(const DownloadRow& row) {
    const bool hasBar = row.state != State::Done && row.state != State::Queued && row.state != State::Failed;
    if (!hasBar && row.doneBytes == 0) return -1.0;
    return row.state == State::Done || row.totalBytes == 0 ? -1.0 : row.fraction();
}

}  // namespace

DownloadModel::DownloadModel(DownloadClient& client, QObject* parent) : QAbstractListModel(parent), m_client(client) {
    connect(&client, &DownloadClient::rowsChanged, this, &DownloadModel::refresh);
    connect(&client, &DownloadClient::rowChanged, this, &DownloadModel::take);
    refresh();
}

/// Takes out what went, then puts the rest in order one by one.
void DownloadModel::refresh() {
    const std::vector<DownloadRow> wanted = m_client.rows();
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        const quint64 id = m_rows[static_cast<std::size_t>(row)].id;
        if (std::ranges::find(wanted, id, &DownloadRow::id) != wanted.end()) continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
        m_seen.erase(id);
    }
    for (int row = 0; row < static_cast<int>(wanted.size()); ++row) {
        const DownloadRow& next = wanted[static_cast<std::size_t>(row)];
        const auto at = std::ranges::find(m_rows, next.id, &DownloadRow::id);
        const int from = static_cast<int>(at - m_rows.begin());
        if (at == m_rows.end()) {
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, next);
            endInsertRows();
        } else if (from != row) {
            beginMoveRows({}, from, from, {}, row);
            std::rotate(m_rows.begin() + row, at, at + 1);
            endMoveRows();
        }
    }
    for (const DownloadRow& row : wanted) take(row);
}

void DownloadModel::take(const DownloadRow& row) {
    const QModelIndex place = indexOf(row.id);
    if (!place.isValid()) return;
    if (row.state != State::Failed) m_seen.erase(row.id);
    m_rows[static_cast<std::size_t>(place.row())] = row;
    Q_EMIT dataChanged(place, place);
}

int DownloadModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant DownloadModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const DownloadRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const DownloadAct act = mainAct(row, m_seen.contains(row.id));
    switch (role) {
        case Qt::DisplayRole:
        case TitleRole: return row.title.isEmpty() ? row.reference : row.title;
        case Qt::AccessibleTextRole: return data(index, TitleRole).toString() + u", "_s + downloadSentence(row);
        case Qt::ToolTipRole: return row.reference;
        case IdRole: return row.id;
        case StateRole: return static_cast<int>(row.state);
        case TextRole: return downloadSentence(row);
        case FileRole: return row.state == State::Running ? row.file : QString();
        case FractionRole: return shownFraction(row);
        case MainActRole: return static_cast<int>(act);
        case MainTextRole: return actText(act);
        default: return {};
    }
}

const DownloadRow* DownloadModel::find(quint64 id) const {
    const auto at = std::ranges::find(m_rows, id, &DownloadRow::id);
    return at == m_rows.end() ? nullptr : &*at;
}

QModelIndex DownloadModel::indexOf(quint64 id) const {
    const auto at = std::ranges::find(m_rows, id, &DownloadRow::id);
    return at == m_rows.end() ? QModelIndex() : index(static_cast<int>(at - m_rows.begin()));
}

void DownloadModel::noteSeen(quint64 id) {
    const QModelIndex place = indexOf(id);
    if (!place.isValid()) return;
    m_seen.insert(id);
    Q_EMIT dataChanged(place, place);
}

}  // namespace segmoe::ui
