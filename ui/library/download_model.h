// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include <QAbstractListModel>

#include "ui/library/download_acts.h"

namespace segmoe::ui {

/// The downloads as rows, known by their ids. Changes come in place, so that selection and scroll position stay.
class DownloadModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole,
        StateRole,  ///< DownloadRow::State as int
        TitleRole,
        TextRole,      ///< the sentence of its state
        FileRole,      ///< under way; empty = none
        FractionRole,  ///< 0…1; -1 = nothing to show
        MainActRole,   ///< DownloadAct as int
        MainTextRole
    };

    explicit DownloadModel(DownloadClient& client, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    /// Null when it is not there.
    const DownloadRow* find(quint64 id) const;
    QModelIndex indexOf(quint64 id) const;
    const std::vector<DownloadRow>& rows() const { return m_rows; }
    /// Its page was opened: the button offers to try again, until the row does something else.
    void noteSeen(quint64 id);
    const std::set<quint64>& seen() const { return m_seen; }

private:
    void refresh();
    void take(const DownloadRow& row);

    DownloadClient& m_client;
    std::vector<DownloadRow> m_rows;
    std::set<quint64> m_seen;
};

}  // namespace segmoe::ui
