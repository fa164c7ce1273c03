// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <utility>

#include <QAbstractListModel>

#include "ui/routing/capture.h"

namespace segmoe::ui {

/// The captures of this session and the opened files, newest first. The oldest leave when there are too many or when
/// they need too much memory; opened files and the ones that are shown stay.
class CaptureStore : public QAbstractListModel {
    Q_OBJECT
public:
    enum Roles { IdRole = Qt::UserRole + 1 };

    explicit CaptureStore(QObject* parent = nullptr);

    /// Gives it an id when it has none and returns it; an opened file that is there already is replaced.
    CapturePtr add(Capture capture);
    CapturePtr find(const QString& id) const;
    CapturePtr at(int row) const { return m_captures[static_cast<std::size_t>(row)]; }
    /// Null when there is none.
    CapturePtr newest() const { return m_captures.empty() ? nullptr : m_captures.front(); }
    /// All pictures of the job that a capture came from, first picture first.
    std::vector<CapturePtr> ofSameJob(const Capture& capture) const;
    void setLimits(int captures, qint64 bytes);
    /// These are never dropped.
    void setShown(const QStringList& ids);
    /// The newest picture came from this model without experts; empty = from a mixture.
    void setSingleModel(const QString& model);
    const QString& singleModel() const { return m_singleModel; }
    /// Asked for before the Routing page was there to hear it; taking it forgets it.
    void setWanted(const QString& idOrFile) { m_wanted = idOrFile; }
    QString takeWanted() { return std::exchange(m_wanted, {}); }
    /// Captures that left because of the limits, in this session.
    int droppedCount() const { return m_dropped; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void changed();

private:
    void dropSurplus();

    std::deque<CapturePtr> m_captures;
    int m_limit = 20;
    qint64 m_byteLimit = 2'000'000'000;
    QStringList m_shown;
    QString m_singleModel;
    QString m_wanted;
    int m_lastId = 0;
    int m_dropped = 0;
};

}  // namespace segmoe::ui
