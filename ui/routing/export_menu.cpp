// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/export_menu.h"

#include <cmath>

#include <QDir>
#include <QFileDialog>
#include <QRegularExpression>

#include "ui/bridge/file_writer.h"
#include "ui/routing/chart_tabs.h"
#include "ui/routing/image_area.h"
#include "ui/routing/overlay_legend.h"
#include "ui/routing/routing_chart.h"
#include "ui/routing/routing_export.h"
#include "ui/routing/routing_image_view.h"
#include "ui/widgets/plot_frame.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kPaperScale = 2.0;
constexpr int kSmallestOverlay = 512;  ///< pixels along a side: small pictures are enlarged, cells must be seen

QString extension(ExportMenu::Format format) {
    switch (format) {
        case ExportMenu::Format::ChartPdf: return u"pdf"_s;
        case ExportMenu::Format::Csv:
        case ExportMenu::Format::PlaceCsv: return u"csv"_s;
        case ExportMenu::Format::Json: return u"json"_s;
        case ExportMenu::Format::Capture:
        case ExportMenu::Format::CapturePlain: return u"segroute"_s;
        case ExportMenu::Format::Html: return u"html"_s;
        default: return u"png"_s;
    }
}

QString viewName(ExportMenu::Format format, const PlotFrame* frame) {
    if (frame) return frame->name().section(u'_', 1);
    switch (format) {
        case ExportMenu::Format::OverlayPng:
        case ExportMenu::Format::OverlayPng2:
        case ExportMenu::Format::OverlayLegend: return u"overlay"_s;
        case ExportMenu::Format::PlaceCsv: return u"place"_s;
        case ExportMenu::Format::Html: return u"report"_s;
        default: return u"routing"_s;
    }
}

}  // namespace

ExportMenu::ExportMenu(RoutingController& controller, ImageArea& image, ChartTabs& charts, QWidget* parent)
    : QMenu(parent), m_controller(controller), m_image(image), m_charts(charts), m_asShown(nullptr) {
    setObjectName(u"routing_export_menu"_s);
    add(tr("Overlay as PNG"), u"routing_export_overlay_action"_s, Format::OverlayPng);
    add(tr("Overlay as PNG, twice the size"), u"routing_export_overlay2_action"_s, Format::OverlayPng2);
    add(tr("Overlay as PNG with legend"), u"routing_export_legend_action"_s, Format::OverlayLegend);
    addSeparator();
    add(tr("This chart as PNG"), u"routing_export_chart_action"_s, Format::ChartPng);
    add(tr("This chart as PDF"), u"routing_export_pdf_action"_s, Format::ChartPdf);
    add(tr("All charts into a folder…"), u"routing_export_charts_action"_s, Format::AllCharts);
    addSeparator();
    add(tr("All decisions as CSV"), u"routing_export_csv_action"_s, Format::Csv);
    add(tr("This place as CSV"), u"routing_export_place_action"_s, Format::PlaceCsv);
    add(tr("Summary as JSON"), u"routing_export_json_action"_s, Format::Json);
    addSeparator();
    add(tr("Capture file with the picture"), u"routing_export_capture_action"_s, Format::Capture);
    add(tr("Capture file without the picture"), u"routing_export_plain_action"_s, Format::CapturePlain);
    add(tr("HTML report"), u"routing_export_html_action"_s, Format::Html);
    addSeparator();
    m_asShown = addAction(tr("Plots as shown (else light, 10 pt)"));
    m_asShown->setObjectName(u"routing_export_asshown_action"_s);
    m_asShown->setCheckable(true);
    connect(this, &QMenu::aboutToShow, this, &ExportMenu::updateActions);
}

QAction* ExportMenu::add(const QString& text, const QString& objectName, Format format) {
    QAction* action = addAction(text);
    action->setObjectName(objectName);
    connect(action, &QAction::triggered, this, [this, format] { ask(format); });
    m_actions.emplace_back(format, action);
    return action;
}

void ExportMenu::updateActions() {
    const bool some = !m_controller.model().isEmpty();
    for (const auto& [format, action] : m_actions) {
        bool possible = some;
        const bool isOverlay =
            format == Format::OverlayPng || format == Format::OverlayPng2 || format == Format::OverlayLegend;
        if (isOverlay) possible = some && !m_controller.model().capture()->image.picture.empty();
        if (format == Format::PlaceCsv)
            possible = some && m_controller.selection().place && m_controller.model().hasMaps();
        if (format == Format::ChartPng || format == Format::ChartPdf)
            possible = some && !m_charts.current().frame().hasReason();
        action->setEnabled(possible);
    }
}

bool ExportMenu::isAsShown() const { return m_asShown->isChecked(); }

QString ExportMenu::defaultName(Format format, const PlotFrame* frame) const {
    static const QRegularExpression unsafe(u"[^A-Za-z0-9_-]+"_s);
    QString image = m_controller.model().isEmpty() ? u"capture"_s : m_controller.model().capture()->title;
    image = image.replace(unsafe, u"_"_s).left(40);
    const int step = m_controller.selection().step;
    return u"%1_%2_%3.%4"_s.arg(image, viewName(format, frame), step < 0 ? u"all"_s : u"s%1"_s.arg(step + 1),
                                extension(format));
}

void ExportMenu::ask(Format format, PlotFrame* frame) {
    auto* dialog = new QFileDialog(parentWidget(), tr("Export"));
    dialog->setObjectName(u"routing_export_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (format == Format::AllCharts) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    } else {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(extension(format));
        dialog->selectFile(defaultName(format, frame));
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this, format, frame](const QString& path) {
        frame ? writeFrame(*frame, format, path) : write(format, path);
    });
    dialog->open();
}

void ExportMenu::later(const QString& path, std::function<QByteArray()> make) {
    writeLater(this, path, std::move(make), [this, path](const QString& error) {
        if (error.isEmpty())
            Q_EMIT written(path);
        else
            Q_EMIT failed(path, error);
    });
}

void ExportMenu::write(Format format, const QString& path) {
    // Copies of values: a model is cheap and immutable, so another thread may read it.
    const RoutingModel model = m_controller.model();
    const RoutingSelection selection = m_controller.selection();
    if (model.isEmpty()) return;
    switch (format) {
        case Format::OverlayPng:
        case Format::OverlayPng2:
        case Format::OverlayLegend: {
            QImage image = overlay(format == Format::OverlayPng2 ? 2.0 : 1.0);
            const RoutingImageView& view = m_image.view();
            if (format == Format::OverlayLegend)
                image = withLegend(image, view.overlay(), view.overlayStyle(), model, view.tokens());
            return later(path, [image] { return pngBytes(image); });
        }
        case Format::ChartPng:
        case Format::ChartPdf: return writeFrame(m_charts.current().frame(), format, path);
        case Format::AllCharts: return writeAllCharts(path);
        case Format::Csv: return later(path, [model] { return captureCsv(model); });
        case Format::PlaceCsv: return later(path, [model, selection] { return placeCsv(model, selection); });
        case Format::Json: return later(path, [model] { return summaryJson(model); });
        case Format::Capture: Q_EMIT captureFileWanted(path, true); return;
        case Format::CapturePlain: Q_EMIT captureFileWanted(path, false); return;
        case Format::Html: return writeReport(path);
    }
}

QImage ExportMenu::overlay(double scale) const {
    const int side = std::max(m_controller.model().capture()->image.picture.width, 1);
    return m_image.view().rendered(scale * std::max(1.0, std::ceil(static_cast<double>(kSmallestOverlay) / side)));
}

void ExportMenu::writeFrame(PlotFrame& frame, Format format, const QString& path) {
    if (format == Format::Csv) {
        const QByteArray csv = frame.table().csv();
        return later(path, [csv] { return csv; });
    }
    if (format == Format::ChartPdf) {
        const QByteArray pdf = frame.pdf();
        return later(path, [pdf] { return pdf; });
    }
    const QImage image = frame.picture(kPaperScale, isAsShown());
    later(path, [image] { return pngBytes(image); });
}

void ExportMenu::writeAllCharts(const QString& folder) {
    for (RoutingChart* chart : m_charts.charts()) {
        chart->refreshNow();
        PlotFrame& frame = chart->frame();
        if (!frame.hasReason())
            writeFrame(frame, Format::ChartPng, QDir(folder).filePath(defaultName(Format::ChartPng, &frame)));
    }
}

void ExportMenu::writeReport(const QString& path) {
    std::vector<ReportPart> parts;
    for (RoutingChart* chart : m_charts.charts()) {
        chart->refreshNow();
        PlotFrame& frame = chart->frame();
        if (!frame.hasReason())
            parts.push_back(
                {frame.title(), frame.caption(), frame.picture(kPaperScale, isAsShown()), frame.table().table()});
    }
    const RoutingModel model = m_controller.model();
    const QString caption = m_image.view().overlay().caption;
    later(path, [model, picture = overlay(1.0), caption, parts] { return htmlReport(model, picture, caption, parts); });
}

void ExportMenu::popupFor(RoutingChart& chart, QPoint global) {
    PlotFrame& frame = chart.frame();
    auto* menu = new QMenu(parentWidget());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto addFormat = [&](const QString& text, Format format) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, format, &frame] { ask(format, &frame); });
    };
    addFormat(tr("Save as PNG…"), Format::ChartPng);
    addFormat(tr("Save as PDF…"), Format::ChartPdf);
    addFormat(tr("Save the numbers as CSV…"), Format::Csv);
    connect(menu->addAction(tr("Copy")), &QAction::triggered, &frame, &PlotFrame::copyPicture);
    connect(menu->addAction(frame.isTableShown() ? tr("Plot") : tr("Table")), &QAction::triggered, &frame,
            [&frame] { frame.setTableShown(!frame.isTableShown()); });
    QAction* whole = menu->addAction(tr("Reset zoom"));
    whole->setObjectName(u"routing_zoom_reset_action"_s);
    whole->setEnabled(chart.isZoomed());
    connect(whole, &QAction::triggered, &chart, &RoutingChart::resetZoom);
    menu->popup(global);
}

}  // namespace segmoe::ui
