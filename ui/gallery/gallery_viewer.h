// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "core/domain/gallery_item.h"
#include "ui/bridge/picture_client.h"

class QLabel;
class QToolButton;

namespace segmoe::ui {

class ImageView;
class Theme;

/// One picture over the whole page. Left and Right step, Esc goes back; the other keys are actions of the page.
class GalleryViewer : public QWidget {
    Q_OBJECT
public:
    GalleryViewer(Theme& theme, PictureClient& pictures, QWidget* parent = nullptr);

    /// preview: shown until the whole picture is read.
    void show(const GalleryItem& item, const QPixmap& preview, int place, qint64 total);
    void setStar(bool star);
    ImageView& view() { return *m_view; }
    /// Drops what is still being read.
    void leave();

Q_SIGNALS:
    void closed();
    /// -1 the one before, 1 the one after; ±2 the first, the last.
    void stepped(int direction);
    void starToggled();
    void panelToggled();
    void failed(const segmoe::Failure& failure);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Theme& m_theme;
    PictureClient& m_pictures;
    ImageView* m_view;
    QLabel* m_name;
    QLabel* m_place;
    QToolButton* m_star;
    bool m_isStarred = false;
    PictureQuestion m_question{};
};

}  // namespace segmoe::ui
