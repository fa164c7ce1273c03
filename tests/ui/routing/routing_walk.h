// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "ui/routing/chart_tabs.h"
#include "ui/routing/image_area.h"
#include "ui/routing/layer_strip.h"
#include "ui/routing/routing_chart.h"
#include "ui/routing/routing_image_view.h"
#include "ui/routing/routing_page.h"
#include "ui/widgets/compare_view.h"
#include "ui/widgets/custom_plot.h"

/// What a person does on the Routing page, and whether the page then says what the record says.
class RoutingWalk {
public:
    explicit RoutingWalk(segmoe::ui::RoutingPage& page) : m_page(page) {}

    template <class T = QWidget>
    T* find(const char* name) const {
        T* child = m_page.findChild<T*>(QLatin1StringView(name));
        if (!child) qWarning("no %s", name);
        return child;
    }
    void click(const char* name) { QTest::mouseClick(find(name), Qt::LeftButton); }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) {
        m_page.setFocus();
        QTest::keyClick(&m_page, static_cast<Qt::Key>(key), modifiers);
    }
    /// By the keyboard, from the first one.
    void toStep(int step) {
        key(Qt::Key_Home);
        for (int i = 0; i < step; ++i) QTest::keyClick(&m_page, Qt::Key_Right);
    }
    void clickBlock(int block) {
        auto* strip = find<QCustomPlot>("routing_strip_plot");
        strip->replot();
        QCPAxisRect* row = strip->axisRects().first();
        const QPoint at(static_cast<int>(row->axis(QCPAxis::atBottom)->coordToPixel(block)), row->center().y());
        QTest::mouseClick(strip, Qt::LeftButton, {}, at);
    }
    /// A place of the picture, as fractions of its sides.
    void clickPlace(double x, double y) {
        auto& view = m_page.imageArea().view();
        const QRectF area = view.target();
        const QPointF at(area.left() + area.width() * x, area.top() + area.height() * y);
        QTest::mouseClick(&view, Qt::LeftButton, {}, at.toPoint());
    }

    /// How far the tables of the place and of the strip are from the record, for a step and one self-attention block.
    double tableError(int step, int block) {
        using namespace segmoe;
        const ui::RoutingModel& model = m_page.controller().model();
        const int site = model.layout().siteOf(block, SiteKind::SelfAttention);
        const SiteDetail& record = *model.detailOf(site);
        const int experts = model.experts();
        const QRect at = ui::cellsIn(*m_page.controller().selection().place, {record.mapWidth, record.mapHeight});
        double error = 0.0;
        for (int e = 0; e < experts; ++e) {
            const std::size_t cell = static_cast<std::size_t>(
                ((step * experts + e) * record.mapHeight + at.top()) * record.mapWidth + at.left());
            const std::size_t mean = static_cast<std::size_t>(step * experts + e);
            error = std::max(error, std::abs(number(m_page.charts().current().frame().table(), e, 0) -
                                             record.preferredMaps[0][cell] / 65535.0));
            // The strip has a row per kind of decision.
            error = std::max(error, std::abs(number(m_page.strip().frame().table(), block * 3, e) -
                                             double(record.appliedMean[0][mean])));
        }
        return error;
    }
    /// The largest difference of the two pictures that are compared, of 255.
    int largestDifference() {
        segmoe::ui::CompareView& compare = m_page.imageArea().compareView();
        compare.setMode(segmoe::ui::CompareMode::Difference);
        const QImage& difference = compare.difference();
        int largest = 0;
        for (int y = 0; y < difference.height(); ++y)
            for (int x = 0; x < difference.width(); ++x)
                largest = std::max(largest, static_cast<int>(difference.constScanLine(y)[x]));
        return largest;
    }
    /// Only the blocks that are selected.
    void restrictRules() {
        auto* layers = find<QComboBox>("routing_scope_layers_combo");
        layers->setCurrentIndex(1);
        Q_EMIT layers->activated(1);
    }

private:
    static double number(segmoe::ui::PlotTableModel& model, int row, int column) {
        return model.index(row, column).data(Qt::EditRole).toDouble();
    }

    segmoe::ui::RoutingPage& m_page;
};
