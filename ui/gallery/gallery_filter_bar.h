// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "core/domain/gallery_item.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QSlider;
class QTimer;
class QToolButton;

namespace segmoe::ui {

class Theme;

/// Search, filters, order and size of the gallery.
class GalleryFilterBar : public QWidget {
    Q_OBJECT
public:
    explicit GalleryFilterBar(Theme& theme, QWidget* parent = nullptr);

    GalleryFilter filter() const;
    /// The search as it is shown; empty when nothing is filtered.
    QString query() const;
    bool isFiltering() const;
    void clear();
    void focusFind();
    void setModels(const std::vector<GalleryModelCount>& models);
    void showTotal(qint64 total);
    int side() const;
    void setSide(int side);

Q_SIGNALS:
    /// A moment after the last change.
    void filterChanged();
    void sideChanged(int side);
    void addFolderWanted();

private:
    void later();

    QLineEdit* m_find;
    QComboBox* m_star;
    QComboBox* m_model;
    QComboBox* m_date;
    QComboBox* m_sort;
    QLabel* m_total;
    QSlider* m_size;
    QTimer* m_pause;
};

}  // namespace segmoe::ui
