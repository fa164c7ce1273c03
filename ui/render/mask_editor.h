// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QImage;
class QSlider;
class QToolButton;

namespace segmoe::ui {

class MaskView;
class Theme;

/// The mask view with its tools; stands in the place of the preview while a mask is edited.
class MaskEditor : public QWidget {
    Q_OBJECT
public:
    explicit MaskEditor(Theme& theme, QWidget* parent = nullptr);
    void begin(const QImage& image, const QImage& mask);
    MaskView& view() { return *m_view; }

Q_SIGNALS:
    /// Null = nothing is masked.
    void maskEdited(const QImage& mask);
    void closed();

private:
    QToolButton* tool(Theme& theme, const QString& name, const QString& icon, const QString& title,
                      const QString& toolTip);
    void showTool();

    MaskView* m_view;
    QToolButton* m_brush;
    QToolButton* m_eraser;
    QSlider* m_size;
};

}  // namespace segmoe::ui
