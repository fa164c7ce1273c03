// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/image_view.h"

namespace segmoe::ui {

/// How two pictures are compared.
enum class CompareMode {
    Slider,      ///< A left of a line, B right of it
    SideBySide,  ///< one beside the other
    Hold,        ///< A; B while the key C or the mouse is held
    Difference,  ///< mean absolute difference in colours
};

/// The first picture of a comparison with the second one drawn over it. Part of CompareView.
class CompareCanvas : public ImageView {
    Q_OBJECT
public:
    explicit CompareCanvas(const Theme& theme, QWidget* parent = nullptr);

    void setSecond(const QImage& image);
    void setDifference(const QImage& colored) { m_difference = colored; }
    void setLabels(const QString& first, const QString& second);
    void setMode(CompareMode mode);
    double position() const { return m_position; }
    /// 0…1 across the picture, for the slider.
    void setPosition(double position);
    bool isHeld() const { return m_held; }
    void setHeld(bool held);

Q_SIGNALS:
    void positionChanged(double position);
    void heldChanged(bool held);

protected:
    void paintOver(QPainter& painter) override;
    void describe() override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    double lineX() const;
    void paintLine(QPainter& painter);
    void paintLabel(QPainter& painter, const QString& text, Qt::Alignment side);

    QImage m_second;
    QImage m_difference;
    QString m_firstLabel;
    QString m_secondLabel;
    CompareMode m_mode = CompareMode::Slider;
    double m_position = 0.5;
    bool m_held = false;
    bool m_draggingLine = false;
};

}  // namespace segmoe::ui
