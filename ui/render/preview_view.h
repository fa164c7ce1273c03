// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/image_view.h"

namespace segmoe::ui {

/// The picture of the render page, with a line of words on it while it is not final.
class PreviewView : public ImageView {
    Q_OBJECT
public:
    explicit PreviewView(const Theme& theme, QWidget* parent = nullptr);

    /// A word over the lower edge ("preview, step 3"); empty = none.
    void setRibbon(const QString& text);
    QString ribbon() const { return m_ribbon; }
    /// Shown while there is no picture.
    void setEmptyText(const QString& text);
    QSize minimumSizeHint() const override { return {200, 200}; }

protected:
    void paintOver(QPainter& painter) override;
    void paintEmpty(QPainter& painter) override;
    void describe() override;

private:
    QString m_ribbon;
    QString m_emptyText;
};

}  // namespace segmoe::ui
