// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/widgets/compare_canvas.h"

class QCheckBox;
class QLabel;
class QToolButton;

namespace segmoe::ui {

class Segmented;
class Theme;

/// Two pictures compared: slider, side by side, hold C, difference. Used by the gallery and by the routing page.
/// Keys while it has the focus: Left and Right move the slider by 1 %, with Shift by 10 %; C shows the other picture
/// while it is held; 0, 1, + and − zoom.
class CompareView : public QWidget {
    Q_OBJECT
public:
    /// Parts are called PREFIX_view (takes the focus), PREFIX_swap_button, PREFIX_link_check, PREFIX_slider_radio,
    /// PREFIX_side_radio, PREFIX_hold_radio, PREFIX_difference_radio, PREFIX_caption_label.
    CompareView(Theme& theme, const QString& prefix, QWidget* parent = nullptr);

    /// Pictures of different size are fitted to the larger one, which the caption says.
    void setImages(const QImage& first, const QImage& second, const QString& firstLabel, const QString& secondLabel);
    CompareMode mode() const;
    void setMode(CompareMode mode);
    double position() const { return m_first->position(); }
    void setPosition(double position) { m_first->setPosition(position); }
    void swap();
    /// The grey difference of the pictures (image_difference.h), made when it is first asked for.
    const QImage& difference() const;
    CompareCanvas& canvas() { return *m_first; }

Q_SIGNALS:
    void swapped();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildBar(Theme& theme, const QString& prefix);
    void showMode();
    void linkViews();

    Segmented* m_modes;
    QToolButton* m_swap;
    QCheckBox* m_link;
    CompareCanvas* m_first;
    ImageView* m_second;
    QLabel* m_caption;
    QString m_firstLabel;
    QString m_secondLabel;
    mutable QImage m_difference;
};

}  // namespace segmoe::ui
