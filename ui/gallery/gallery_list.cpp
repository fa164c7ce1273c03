// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/gallery/gallery_list.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDir>
#include <QDrag>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>
#include <QWheelEvent>

#include "ui/bridge/picture_client.h"
#include "ui/gallery/gallery_delegate.h"
#include "ui/gallery/gallery_model.h"
#include "ui/widgets/mime_kinds.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QStringList pictureFiles(const QMimeData& data) {
    QStringList files = localFiles(data);
    files.erase(std::remove_if(files.begin(), files.end(),
                               [](const QString& file) {
                                   return fileKind(file) != FileKind::Picture && fileKind(file) != FileKind::Folder;
                               }),
                files.end());
    return files;
}

/// Files without settings: copies that are written when somebody takes the drop, not before.
class PlainPictures : public QMimeData {
public:
    PlainPictures(PictureClient& pictures, const QStringList& files) : m_pictures(pictures), m_files(files) {}
    QStringList formats() const override { return {u"text/uri-list"_s}; }
    bool hasFormat(const QString& type) const override { return type == u"text/uri-list"_s; }

protected:
    QVariant retrieveData(const QString& type, QMetaType) const override {
        if (type != u"text/uri-list"_s) return {};
        QList<QVariant> links;
        for (const QString& file : plainFiles()) links << QUrl::fromLocalFile(file);
        return links;
    }

private:
    QStringList plainFiles() const {
        if (!m_plain.isEmpty()) return m_plain;
        // The receiver reads them after the drag has ended: the system's temporary folder keeps them for the session.
        const QString folder = QDir::temp().filePath(u"segmoe-studio-%1"_s.arg(QCoreApplication::applicationPid()));
        QDir().mkpath(folder);
        for (const QString& file : m_files) {
            const QString target = QDir(folder).filePath(QFileInfo(file).fileName());
            try {
                m_pictures.convertNow(file, target, {.format = {}, .quality = 90, .level = MetadataLevel::Off});
                m_plain << target;
            } catch (const Error&) {
                continue;  // a file that is gone cannot be dragged anywhere
            }
        }
        return m_plain;
    }

    PictureClient& m_pictures;
    QStringList m_files;
    mutable QStringList m_plain;
};

}  // namespace

GalleryList::GalleryList(GalleryModel& model, GalleryDelegate& delegate, PictureClient& pictures, QWidget* parent)
    : QListView(parent), m_delegate(delegate), m_pictures(pictures) {
    setModel(&model);
    setItemDelegate(&delegate);
    setViewMode(QListView::IconMode);
    setResizeMode(QListView::Adjust);
    setMovement(QListView::Static);
    setUniformItemSizes(true);
    setLayoutMode(QListView::Batched);
    setBatchSize(500);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDragDropMode(QAbstractItemView::DragDrop);
    setWordWrap(false);
    setSide(delegate.side());
}

void GalleryList::setSide(int side) {
    // The picture in the middle stays in sight while the grid changes around it.
    const QModelIndex middle = indexAt(viewport()->rect().center());
    m_delegate.setSide(side);
    setGridSize(m_delegate.cell());
    if (middle.isValid()) scrollTo(middle, QAbstractItemView::PositionAtCenter);
}

void GalleryList::wheelEvent(QWheelEvent* event) {
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QListView::wheelEvent(event);
        return;
    }
    if (const int turn = event->angleDelta().y(); turn != 0) Q_EMIT zoomed(turn > 0 ? 1 : -1);
    event->accept();
}

QMimeData* GalleryList::dragData(bool withMetadata) const {
    QList<qint64> ids;
    QStringList files;
    for (const QModelIndex& index : selectionModel()->selectedIndexes()) {
        ids << index.data(GalleryModel::IdRole).toLongLong();
        files << index.data(GalleryModel::FileRole).toString();
    }
    if (files.isEmpty()) return nullptr;
    if (!withMetadata) return new PlainPictures(m_pictures, files);
    auto* mime = new QMimeData;
    writePictures(*mime, ids, files);
    return mime;
}

void GalleryList::startDrag(Qt::DropActions) {
    const bool isPlain = QGuiApplication::keyboardModifiers() & Qt::AltModifier;
    QMimeData* mime = dragData(m_dragWithMetadata && !isPlain);
    if (!mime) return;
    auto* drag = new QDrag(this);
    drag->setMimeData(mime);
    drag->exec(Qt::CopyAction);
}

void GalleryList::dragEnterEvent(QDragEnterEvent* event) { dragMoveEvent(event); }

void GalleryList::dragMoveEvent(QDragMoveEvent* event) {
    if (event->source() == this) {
        event->ignore();
        return;
    }
    const bool copies = event->modifiers() & Qt::ControlModifier;
    const auto count = static_cast<int>(pictureFiles(*event->mimeData()).size());
    if (count == 0) {
        Q_EMIT dragHint(tr("Only PNG, JPEG and WebP pictures can be added here."), false);
        event->ignore();
        return;
    }
    Q_EMIT dragHint(copies ? tr("Copy %n picture(s) into the picture folder", "", count)
                           : tr("Add %n picture(s) where they are", "", count),
                    true);
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void GalleryList::dragLeaveEvent(QDragLeaveEvent*) { Q_EMIT dragHint({}, true); }

void GalleryList::dropEvent(QDropEvent* event) {
    Q_EMIT dragHint({}, true);
    const QStringList files = pictureFiles(*event->mimeData());
    if (files.isEmpty() || event->source() == this) return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    Q_EMIT filesDropped(files, event->modifiers() & Qt::ControlModifier);
}

}  // namespace segmoe::ui
