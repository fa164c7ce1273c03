// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace segmoe::ui {

class Theme;

/// Grey shapes where results will be: the place of what is being asked for.
class HubSkeleton : public QWidget {
    Q_OBJECT
public:
    explicit HubSkeleton(const Theme& theme, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

}  // namespace segmoe::ui
