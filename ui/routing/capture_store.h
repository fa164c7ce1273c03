// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <optional>

#include <QAbstractListModel>
#include <QHash>

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
    /// The picture of this capture lies in a file.
    void setPictureFile(const QString& id, const QString& file) { m_idOfPicture.insert(file, id); }
    /// Null when there is none in memory.
    CapturePtr ofPicture(const QString& file) const { return find(m_idOfPicture.value(file)); }
    /// The mixture of the Mix page as it is now.
    void setMix(const MixRecipe& recipe);
    /// Whether the mixture that made this has changed since: the one on the Mix page, or the recipe file.
    bool isStale(const Capture& capture) const;
    const std::optional<MixRecipe>& mix() const { return m_mix; }
    /// Captures that left because of the limits, in this session.
    int droppedCount() const { return m_dropped; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void changed();
    void mixChanged();

private:
    void dropSurplus();

    std::deque<CapturePtr> m_captures;
    int m_limit = 20;
    qint64 m_byteLimit = 2'000'000'000;
    QStringList m_shown;
    QString m_singleModel;
    std::optional<MixRecipe> m_mix;
    QHash<QString, QString> m_idOfPicture;  ///< [picture file]
    int m_lastId = 0;
    int m_dropped = 0;
};

}  // namespace segmoe::ui
