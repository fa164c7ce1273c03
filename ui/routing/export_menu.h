// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include <QMenu>

#include "ui/widgets/plot_table_model.h"

namespace segmoe::ui {

class ChartTabs;
class ImageArea;
class PlotFrame;
class RoutingChart;
class RoutingController;

/// Everything the page can save. Files are made and written off the GUI thread; pictures of plots are drawn before.
class ExportMenu : public QMenu {
    Q_OBJECT
public:
    enum class Format {
        OverlayPng,
        OverlayPng2,
        OverlayLegend,
        ChartPng,
        ChartPdf,
        AllCharts,
        Csv,
        PlaceCsv,
        Json,
        Capture,
        CapturePlain,
        Html
    };

    ExportMenu(RoutingController& controller, ImageArea& image, ChartTabs& charts, QWidget* parent);

    /// Writes to a file (AllCharts: a folder) and tells the outcome.
    void write(Format format, const QString& path);
    /// A menu for one plot.
    void popupFor(RoutingChart& chart, QPoint global);
    /// "{image}_{view}_s{step}.{ext}"
    QString defaultName(Format format, const PlotFrame* frame = nullptr) const;
    bool isAsShown() const;

Q_SIGNALS:
    void written(const QString& path);
    void failed(const QString& path, const QString& reason);
    /// A capture file is the engine's business.
    void captureFileWanted(const QString& path, bool withPicture);

private:
    QAction* add(const QString& text, const QString& objectName, Format format);
    void ask(Format format, PlotFrame* frame = nullptr);
    QImage overlay(double scale) const;
    void writeFrame(PlotFrame& frame, Format format, const QString& path);
    void later(const QString& path, std::function<QByteArray()> make);
    void writeReport(const QString& path);
    void writeAllCharts(const QString& folder);
    void updateActions();

    RoutingController& m_controller;
    ImageArea& m_image;
    ChartTabs& m_charts;
    QAction* m_asShown;
    std::vector<std::pair<Format, QAction*>> m_actions;
};

}  // namespace segmoe::ui
