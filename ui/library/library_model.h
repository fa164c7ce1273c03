// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include <QAbstractListModel>
#include <QHash>

#include "core/engine/model_library.h"

namespace segmoe::ui {

/// The models of the library as rows, known by their path. Batches of a scan insert and update in place, so that
/// selection and scroll position stay.
class LibraryListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole,  ///< path
        ArchitectureRole,
        KindRole,  ///< ModelRole as int
        BytesRole,
        AddedRole,
        UsedRole,
        MissingRole,
        CopiesRole,
        HashedRole,
        RootRole,
        SearchRole,  ///< everything that can be searched for, lower case
        DetailRole,  ///< "SDXL · fp16 · 6.94 GB"
        StateRole,   ///< short words for what is wrong, empty = nothing
        PreviewRole  ///< ModelPreview
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;

    /// Takes in new models, and what has changed of others.
    void merge(const std::vector<LibraryModel>& models);
    void setSha256(const QString& path, const QString& sha256, const QString& autoV3 = {});
    void setAlias(const QString& path, const QString& alias);
    void setTags(const QString& path, const QStringList& tags);
    void remove(const QStringList& paths);

    const LibraryModel& model(int row) const { return *m_models[static_cast<std::size_t>(row)]; }
    /// Copies of all of them.
    std::vector<LibraryModel> models() const;
    /// Null when it is not there.
    const LibraryModel* find(const QString& path) const;
    QModelIndex indexOf(const QString& path) const;

private:
    void removeRange(int first, int last);
    LibraryModel* at(const QString& path);
    void changed(const QString& path);

    std::vector<std::unique_ptr<LibraryModel>> m_models;  ///< apart, so that rows among thousands go quickly
    QHash<QString, int> m_rows;
};

}  // namespace segmoe::ui
