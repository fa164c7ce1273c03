// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QImage>
#include <QWidget>

#include "core/domain/render_request.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace segmoe::ui {

class ImageWell;
class Theme;

/// Image-to-image and inpainting: a start picture, how much of it is kept, and a mask (ui.md §7.6).
class StartImageBox : public QWidget {
    Q_OBJECT
public:
    explicit StartImageBox(const Theme& theme, QWidget* parent = nullptr);

    /// Nothing without a picture. Pasted pictures and masks are written to the work folder first, under the hash of
    /// their pixels.
    std::optional<StartImage> startImage() const;
    void setStartImage(const std::optional<StartImage>& start);
    void setWorkFolder(const QString& folder) { m_workFolder = folder; }
    void setFile(const QString& file);
    void setImage(const QImage& image);
    void setMask(const QImage& mask);
    const QImage& image() const { return m_image; }
    const QImage& mask() const { return m_mask; }
    /// Whether there is a picture to take over from the result.
    void setLastPictureAvailable(bool available);

Q_SIGNALS:
    void edited();
    void lastPictureWanted();
    void maskEditWanted();
    /// A picture that could not be read.
    void refused(const QString& sentence);

private:
    void buildRows();
    void buildMaskRows(QVBoxLayout* column);
    void connectFields();
    void openDialog();
    void clear();
    void take(const QImage& image, const QString& file);
    void updateState();
    QString store(const QImage& image, QString& known) const;

    ImageWell* m_well;
    QPushButton* m_last;
    QPushButton* m_clear;
    QDoubleSpinBox* m_strength;
    QComboBox* m_resize;
    QPushButton* m_editMask;
    QPushButton* m_clearMask;
    QComboBox* m_content;
    QSpinBox* m_blur;
    QCheckBox* m_onlyMasked;
    QSpinBox* m_padding;
    QWidget* m_details;
    QWidget* m_maskDetails;
    QString m_workFolder;
    QString m_file;  ///< empty for a pasted picture
    QImage m_image;
    QImage m_mask;
    mutable QString m_storedImage;  ///< where the pasted picture lies, once it has been written
    mutable QString m_storedMask;
    bool m_invert = false;  ///< of a request that came with it
};

}  // namespace segmoe::ui
