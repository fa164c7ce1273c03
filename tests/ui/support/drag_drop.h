// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace segmoe::test {

/// Files as a file manager drags them.
inline std::unique_ptr<QMimeData> draggedFiles(const QStringList& paths) {
    auto data = std::make_unique<QMimeData>();
    QList<QUrl> urls;
    for (const QString& path : paths) urls << QUrl::fromLocalFile(path);
    data->setUrls(urls);
    return data;
}

/// Real enter, move and drop events at a point of a widget. Returns whether the drop was taken.
inline bool dropOn(QWidget& target, const QPoint& point, const QMimeData& data,
                   Qt::KeyboardModifiers keys = Qt::NoModifier) {
    const Qt::DropActions actions = Qt::CopyAction | Qt::MoveAction;
    QDragEnterEvent enter(point, actions, &data, Qt::LeftButton, keys);
    QCoreApplication::sendEvent(&target, &enter);
    QDragMoveEvent move(point, actions, &data, Qt::LeftButton, keys);
    QCoreApplication::sendEvent(&target, &move);
    QDropEvent drop(QPointF(point), actions, &data, Qt::LeftButton, keys);
    QCoreApplication::sendEvent(&target, &drop);
    return drop.isAccepted();
}

}  // namespace segmoe::test
