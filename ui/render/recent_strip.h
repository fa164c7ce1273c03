// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include <QListWidget>

#include "ui/queue/queue_job.h"

namespace segmoe::ui {

/// The last twelve pictures of this session, newest first, as thumbnails. Click shows, Ctrl+click compares, dragging
/// out gives the file.
class RecentStrip : public QListWidget {
    Q_OBJECT
public:
    explicit RecentStrip(QWidget* parent = nullptr);
    void add(const PicturePtr& picture);
    void setFile(const PicturePtr& picture, const QString& file);
    QString fileOf(const PicturePtr& picture) const;
    void setStarred(const QString& file, bool starred);
    bool isStarred(const PicturePtr& picture) const;
    void remove(const PicturePtr& picture);
    /// The one made before this one, or null.
    PicturePtr before(const PicturePtr& picture) const;
    int pictureCount() const { return static_cast<int>(m_pictures.size()); }
    QSize sizeHint() const override;

    /// A low window has no room for it.
    void setLow(bool low);
    /// Dragging out gives the file with its settings; else pixels only.
    void setDragWithMetadata(bool with) { m_dragWithMetadata = with; }

Q_SIGNALS:
    void pictureChosen(const segmoe::ui::PicturePtr& picture);
    void compareWanted(const segmoe::ui::PicturePtr& picture);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    QMimeData* mimeData(const QList<QListWidgetItem*>& items) const override;
    QStringList mimeTypes() const override;

private:
    struct Entry {
        PicturePtr picture;
        QString file;
        bool starred = false;
    };
    int rowOf(const PicturePtr& picture) const;

    std::vector<Entry> m_pictures;  ///< same order as the rows
    void showWhenUseful();

    bool m_isLow = false;
    bool m_dragWithMetadata = true;
};

}  // namespace segmoe::ui
