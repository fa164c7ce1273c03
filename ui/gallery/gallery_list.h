// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>

namespace segmoe::ui {

class GalleryDelegate;
class GalleryModel;
class PictureClient;

/// The grid of pictures. Ctrl+wheel changes their size; dragging takes the selected files out of the window (with their
/// settings; Alt: without). Drops of picture files come out as signals.
class GalleryList : public QListView {
    Q_OBJECT
public:
    GalleryList(GalleryModel& model, GalleryDelegate& delegate, PictureClient& pictures, QWidget* parent = nullptr);

    void setSide(int side);
    /// Dragging out gives the files as they are; else, as with Alt, copies without settings.
    void setDragWithMetadata(bool with) { m_dragWithMetadata = with; }
    /// What a drag of the selection carries; null without one.
    QMimeData* dragData(bool withMetadata) const;

Q_SIGNALS:
    /// Steps of Ctrl+wheel, positive = larger.
    void zoomed(int steps);
    void filesDropped(const QStringList& files, bool copy);
    /// What is being dragged over the list, for the hint; empty = nothing.
    void dragHint(const QString& verb, bool accepted);

protected:
    void wheelEvent(QWheelEvent* event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    GalleryDelegate& m_delegate;
    PictureClient& m_pictures;
    bool m_dragWithMetadata = true;
};

}  // namespace segmoe::ui
