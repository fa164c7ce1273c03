// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QWidget>

#include "core/domain/gallery_item.h"
#include "ui/bridge/picture_client.h"

class QLabel;

namespace segmoe::ui {

class CompareView;
class Theme;

/// Two pictures of the gallery over each other, and the settings in which they differ.
class GalleryCompare : public QWidget {
    Q_OBJECT
public:
    GalleryCompare(Theme& theme, PictureClient& pictures, QWidget* parent = nullptr);

    void compare(const GalleryItem& first, const GalleryItem& second);
    CompareView& view() { return *m_compare; }
    QString differences() const;

Q_SIGNALS:
    void closed();
    void failed(const segmoe::Failure& failure);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Side {
        GalleryItem item;
        PictureQuestion picture{};
        PictureQuestion settings{};
        QImage image;
        std::optional<PictureSettings> values;
    };
    void showPictures();
    void showDifferences();

    PictureClient& m_pictures;
    CompareView* m_compare;
    QLabel* m_differences;
    Side m_sides[2];
};

}  // namespace segmoe::ui
