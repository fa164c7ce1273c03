// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QImage>

namespace segmoe::ui {

class Theme;

/// A place that takes a picture by drop, paste or file dialog and shows it small.
class ImageWell : public QFrame {
    Q_OBJECT
public:
    explicit ImageWell(const Theme& theme, QWidget* parent = nullptr);
    void setImage(const QImage& image, const QString& caption);
    bool isEmpty() const { return m_image.isNull(); }
    void paste();
    QSize sizeHint() const override { return {200, 112}; }

Q_SIGNALS:
    void fileGiven(const QString& file);
    void imageGiven(const QImage& image);
    void openWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    bool take(const QMimeData* data);

    const Theme& m_theme;
    QImage m_image;
    QString m_caption;
    bool m_dropping = false;
};

/// Whether the data holds a picture: an image, or one local .png, .jpg, .jpeg or .webp.
bool holdsPicture(const QMimeData* data);
/// The local picture file of the data, or empty.
QString pictureFileOf(const QMimeData* data);

}  // namespace segmoe::ui
