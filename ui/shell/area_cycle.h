// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

class QWidget;

namespace segmoe::ui {

/// F6 and Shift+F6: moves the focus to the next visible area (rail, page, docks, status line); each keeps its place.
class AreaCycle {
public:
    explicit AreaCycle(const std::function<std::vector<QWidget*>()>& areas) : m_areas(areas) {}
    void move(int by);

private:
    std::function<std::vector<QWidget*>()> m_areas;
};

}  // namespace segmoe::ui
