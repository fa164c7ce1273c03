// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QSortFilterProxyModel>

#include "ui/mix/model_catalog.h"

namespace segmoe::ui {

/// The models that can be put into a mix: one row per source, what is known comes from the catalog.
class SourceModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        RefRole = Qt::UserRole,
        DetailRole,
        ArchRole,
        FitsRole,
        IsLoraRole,
        IsUsableRole,
        ReasonRole,
        WordsRole
    };

    explicit SourceModel(ModelCatalog& catalog, QObject* parent = nullptr);

    void setSources(const QStringList& sources);
    const QStringList& sources() const { return m_sources; }
    /// The base that models are compared with; empty = none.
    void setBase(const QString& source);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

private:
    bool fits(const SourceInfo& info) const;
    QString titleOf(const QString& source) const;

    ModelCatalog& m_catalog;
    QStringList m_sources;
    QString m_base;
};

/// Text, role, and whether a model fits the base.
class SourceFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum Kind { Checkpoints, Loras, AllKinds };
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setText(const QString& text);
    void setKind(Kind kind);
    void setFitOnly(bool fitOnly);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;  ///< all of them must be found
    Kind m_kind = AllKinds;
    bool m_fitOnly = false;
};

}  // namespace segmoe::ui
