// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QByteArray>
#include <QImage>
#include <QString>

#include "ui/routing/routing_model.h"
#include "ui/widgets/plot_table_model.h"

namespace segmoe::ui {

/// What the Routing page writes for other programs. Keys and headers are English, numbers have a point, whatever the
/// language. Pure functions over an immutable record: run them on any thread.

/// One line per expert, half, decision: capture, image, step, site, kind, half, expert, chosen, preferred, score,
/// mean_applied, mean_preferred, std_applied, entropy, margin. What was not recorded is empty.
QByteArray captureCsv(const RoutingModel& model);
/// The selected place through all blocks, kinds and steps: block, kind, step, half, expert, preferred, applied.
QByteArray placeCsv(const RoutingModel& model, const RoutingSelection& selection);
/// Load, entropy, pairs, stability and the text path of the whole record.
QByteArray summaryJson(const RoutingModel& model);

/// A plot of the report: its picture and its numbers.
struct ReportPart {
    QString title;
    QString caption;
    QImage image;
    PlotTable table;
};
/// One file: pictures inside, no scripts, nothing fetched.
QByteArray htmlReport(const RoutingModel& model, const QImage& overlay, const QString& overlayCaption,
                      const std::vector<ReportPart>& parts);

QByteArray pngBytes(const QImage& image);

}  // namespace segmoe::ui
