// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QAbstractListModel>
#include <QHash>
#include <QImage>

#include "ui/library/hub_badge.h"

namespace segmoe::ui {

enum class MaturePreviews { Hidden, Blurred, Shown };

/// The answers of one hub as rows. Those that cannot be used are left out, or come with their reason.
class HubResultModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole,  ///< reference
        LineRole,               ///< "SDXL · fp16 · 6.94 GB"
        ReasonRole,             ///< empty = nothing to say
        ButtonRole,             ///< text of the button
        ToneRole,               ///< HubBadge::Tone
        ActRole,                ///< HubAct
        DimmedRole,
        PreviewRole,  ///< QImage, null while there is none
        HiddenPreviewRole,
        AuthorRole
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;

    void reset(std::vector<HubRow> rows);
    void append(const std::vector<HubRow>& rows);
    /// What is told in more detail than the list did: size, precision, state.
    void refine(const HubRow& row);
    void setOnlyUsable(bool only);
    void setSituation(const HubSituation& situation);
    void setMaturePreviews(MaturePreviews mode);
    void setPreview(const QString& address, const QImage& picture);

    const HubSituation& situation() const { return m_situation; }
    const HubRow& row(int index) const { return m_all[m_shown[static_cast<std::size_t>(index)]]; }
    QModelIndex indexOf(const QString& reference) const;
    /// The address of the picture that this row shows; empty when it shows none, or has it already.
    QString missingPreview(int index) const;
    /// Rows that are left out because they cannot be used.
    int hiddenCount() const { return static_cast<int>(m_all.size() - m_shown.size()); }

private:
    bool isShown(const HubRow& row) const;
    void show();
    QImage previewOf(const HubRow& row) const;

    std::vector<HubRow> m_all;
    std::vector<std::size_t> m_shown;
    HubSituation m_situation;
    QHash<QString, QImage> m_previews;
    QHash<QString, QImage> m_blurred;
    bool m_onlyUsable = true;
    MaturePreviews m_mature = MaturePreviews::Hidden;
};

/// What a drag of this offer says, for a mixture.
struct DraggedModel;
DraggedModel draggedOf(const HubRow& row);

}  // namespace segmoe::ui
