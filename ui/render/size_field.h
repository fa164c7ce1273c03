// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QSize>
#include <QWidget>

#include "ui/render/size_buckets.h"

class QComboBox;
class QSpinBox;
class QToolButton;

namespace segmoe::ui {

class Theme;

/// Size by bucket or by numbers; the two always agree.
class SizeField : public QWidget {
    Q_OBJECT
public:
    explicit SizeField(Theme& theme, QWidget* parent = nullptr);
    QSize pictureSize() const;
    void setPictureSize(QSize size);
    /// The chosen bucket moves to the one of the same title; custom numbers stay.
    void setBuckets(std::vector<SizeBucket> buckets);
    void swap();

Q_SIGNALS:
    void edited();

private:
    void showBucketOfSize();
    void takeBucket(int index);

    QComboBox* m_combo;
    QSpinBox* m_width;
    QSpinBox* m_height;
    QToolButton* m_swap;
    std::vector<SizeBucket> m_buckets;
};

}  // namespace segmoe::ui
