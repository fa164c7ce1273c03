// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/routing_export.h"

#include <algorithm>
#include <cmath>

#include <QBuffer>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "ui/bridge/qt_convert.h"
#include "ui/routing/place_maps.h"
#include "ui/routing/routing_statistics.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kBothHalves = 2;

QByteArray plain(double value) { return std::isnan(value) ? QByteArray() : QByteArray::number(value, 'g', 7); }

QByteArray kindName(const std::string& site) {
    return QByteArray::fromStdString(std::string(siteKindName(parseSiteLabel(site).kind)));
}

/// The numbers of a decision in one half; `columns` as in captureCsv from mean_applied on.
QByteArray detailColumns(const SiteDetail* record, std::size_t half, int step, int expert, int experts) {
    if (!record || record->preferredMean[half].empty()) return ",,,,";
    const auto at = static_cast<std::size_t>(step * experts + expert);
    const auto s = static_cast<std::size_t>(step);
    return ',' + plain(static_cast<double>(record->appliedMean[half][at])) + ',' +
           plain(static_cast<double>(record->preferredMean[half][at])) + ',' +
           plain(static_cast<double>(record->appliedSpread[half][at])) + ',' +
           plain(static_cast<double>(record->entropy[half][s])) + ',' +
           (s < record->margin.size() ? plain(static_cast<double>(record->margin[s])) : QByteArray());
}

QJsonArray jsonArray(const std::vector<double>& values) {
    QJsonArray array;
    for (double value : values) array << (std::isnan(value) ? QJsonValue() : QJsonValue(value));
    return array;
}

QJsonArray jsonMatrix(const Matrix& matrix) {
    QJsonArray rows;
    for (int row = 0; row < matrix.rows; ++row) {
        std::vector<double> values;
        for (int column = 0; column < matrix.columns; ++column) values.push_back(matrix.at(row, column));
        rows << jsonArray(values);
    }
    return rows;
}

}  // namespace

QByteArray captureCsv(const RoutingModel& model) {
    QByteArray csv =
        "capture,image,step,site,kind,half,expert,chosen,preferred,score,mean_applied,mean_preferred,std_applied,"
        "entropy,margin\r\n";
    const RoutingTrace& trace = model.trace();
    const QByteArray capture =
        csvField(model.capture()->title) + ',' + QByteArray::number(model.capture()->imageIndex + 1) + ',';
    for (int step = 0; step < model.steps(); ++step)
        for (int site = 0; site < trace.siteCount(); ++site) {
            const SiteDetail* record = model.detailOf(site);
            const std::string& label = trace.sites[static_cast<std::size_t>(site)];
            const QByteArray decision =
                capture + QByteArray::number(step + 1) + ',' + csvField(toText(label)) + ',' + kindName(label) + ',';
            const std::vector<int> preferred = model.preferredSet(site, step);
            const bool negative = record && !record->preferredMean[1].empty();
            for (std::size_t half = 0; half < (negative ? 2U : 1U); ++half)
                for (int expert = 0; expert < model.experts(); ++expert) {
                    csv += decision + (half == 0 ? "prompt," : "negative,") +
                           csvField(toText(trace.experts[static_cast<std::size_t>(expert)])) + ',' +
                           (model.isChosen(site, step, expert) ? "1," : "0,") +
                           (preferred.empty() ? "" : (std::ranges::count(preferred, expert) > 0 ? "1" : "0")) + ',' +
                           plain(static_cast<double>(trace.scoreAt(step, site, expert)));
                    if (record && !record->preferredMean[half].empty()) {
                        csv += detailColumns(record, half, step, expert, model.experts());
                    } else {
                        const std::vector<double> applied =
                            model.weights(site, model.span(step), ValueKind::Applied, GuidanceHalf::Prompt);
                        csv += ',' + plain(applied[static_cast<std::size_t>(expert)]) + ",,,,";
                    }
                    csv += "\r\n";
                }
        }
    return csv;
}

QByteArray placeCsv(const RoutingModel& model, const RoutingSelection& selection) {
    QByteArray csv = "block,kind,step,half,expert,preferred,applied\r\n";
    if (!selection.place) return csv;
    const std::size_t halves = model.hasNegative() ? kBothHalves : 1;
    for (int block = 0; block < model.layout().blockCount(); ++block)
        for (SiteKind kind : model.layout().kinds) {
            const int site = model.layout().siteOf(block, kind);
            if (site < 0) continue;
            for (int step = 0; step < model.steps(); ++step)
                for (std::size_t half = 0; half < halves; ++half) {
                    const auto which = half == 0 ? GuidanceHalf::Prompt : GuidanceHalf::Negative;
                    const auto at = [&](ValueKind value) {
                        return weightsAt(placeMap(model, {site}, model.span(step), value, which), *selection.place);
                    };
                    const std::vector<double> preferred = at(ValueKind::Preferred);
                    const std::vector<double> applied = at(ValueKind::Applied);
                    for (std::size_t e = 0; e < preferred.size(); ++e)
                        csv += csvField(model.layout().blocks[static_cast<std::size_t>(block)].label) + ',' +
                               QByteArray::fromStdString(std::string(siteKindName(kind))) + ',' +
                               QByteArray::number(step + 1) + (half == 0 ? ",prompt," : ",negative,") +
                               csvField(toText(model.trace().experts[e])) + ',' + plain(preferred[e]) + ',' +
                               plain(applied[e]) + "\r\n";
                }
        }
    return csv;
}

QByteArray summaryJson(const RoutingModel& model) {
    QJsonObject json;
    json["schema"_L1] = 1;
    json["capture"_L1] = model.capture()->title;
    json["steps"_L1] = model.steps();
    json["k"_L1] = model.k();
    QJsonArray experts;
    for (const std::string& name : model.trace().experts) experts << toText(name);
    json["experts"_L1] = experts;
    QJsonArray blocks;
    for (const RoutingBlock& block : model.layout().blocks)
        blocks << QJsonObject{{"block"_L1, block.label}, {"mixed"_L1, block.isMixed()}};
    json["blocks"_L1] = blocks;

    const auto loadOf = [&model](const RoutingSelection& selection) {
        const ExpertLoad load = expertLoad(model, selection);
        return QJsonObject{{"choices"_L1, jsonArray(load.choices)}, {"weight"_L1, jsonArray(load.weight)}};
    };
    QJsonObject load{{"all"_L1, loadOf({})}};
    for (SiteKind kind : model.layout().kinds)
        load[QString::fromStdString(std::string(siteKindName(kind)))] = loadOf({.kind = kind});
    json["load"_L1] = load;
    json["entropy_by_step"_L1] = jsonArray(entropyOverSteps(model, {}).mean);
    json["entropy_by_block"_L1] = jsonArray(entropyOverBlocks(model, {}).mean);
    const ExpertPairs pairs = expertPairs(model, {});
    json[pairs.changes ? "changes"_L1 : "together"_L1] = jsonMatrix(pairs.share);
    const ChoiceStability stability = choiceStability(model, {});
    json["agreement_with_last_step"_L1] = jsonArray(stability.agreement);
    json["changed_since_step_before"_L1] = jsonArray(stability.flips);
    json["changed_by_rules"_L1] = jsonArray(stability.overrides);
    QJsonArray paths;
    if (const RoutingDetail* detail = model.detail())
        for (const TextPath& path : detail->textPaths) {
            QJsonArray chosen, words;
            for (std::int32_t expert : path.chosen) chosen << expert;
            for (const std::string& token : path.tokens) words << toText(token);
            paths << QJsonObject{{"label"_L1, toText(path.label)}, {"chosen"_L1, chosen}, {"tokens"_L1, words}};
        }
    json["text_path"_L1] = paths;
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

QByteArray pngBytes(const QImage& image) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

namespace {

QString imageTag(const QImage& image, const QString& words) {
    return u"<img alt=\"%1\" src=\"data:image/png;base64,%2\">"_s.arg(words.toHtmlEscaped(),
                                                                      QString::fromLatin1(pngBytes(image).toBase64()));
}

QString tableTag(const PlotTable& table) {
    QString html = u"<details><summary>"_s + QCoreApplication::translate("RoutingReport", "Numbers") +
                   u"</summary><table><tr><th></th>"_s;
    for (const QString& column : table.columns) html += u"<th>"_s + column.toHtmlEscaped() + u"</th>"_s;
    html += u"</tr>"_s;
    for (std::size_t row = 0; row < table.cells.size(); ++row) {
        html += u"<tr><th>"_s + table.rows[static_cast<qsizetype>(row)].toHtmlEscaped() + u"</th>"_s;
        for (const QVariant& cell : table.cells[row])
            html += u"<td>"_s +
                    (cell.userType() == QMetaType::Double ? QString::number(cell.toDouble(), 'f', 4)
                                                          : cell.toString().toHtmlEscaped()) +
                    u"</td>"_s;
        html += u"</tr>"_s;
    }
    return html + u"</table></details>"_s;
}

}  // namespace

QByteArray htmlReport(const RoutingModel& model, const QImage& overlay, const QString& overlayCaption,
                      const std::vector<ReportPart>& parts) {
    const QString title = model.capture()->title;
    QString html =
        uR"(<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>%1</title><style>
body { font: 15px/1.5 system-ui, sans-serif; color: #1B1F26; background: #F5F6F8; margin: 32px auto; max-width: 960px; padding: 0 16px }
section { background: #fff; border-radius: 8px; padding: 16px; margin: 16px 0 }
h1 { font-size: 22px } h2 { font-size: 17px; margin: 0 0 4px } p { color: #4A5261; margin: 0 0 12px }
img { max-width: 100%%; height: auto } table { border-collapse: collapse; font-size: 13px } th, td { padding: 2px 10px; text-align: right } th { font-weight: 600 }
</style></head><body><h1>%1</h1>)"_s.arg(title.toHtmlEscaped());
    html.replace(u"100%%"_s, u"100%"_s);
    const auto section = [&html](const QString& heading, const QString& caption, const QString& body) {
        html += u"<section><h2>"_s + heading.toHtmlEscaped() + u"</h2><p>"_s + caption.toHtmlEscaped() + u"</p>"_s +
                body + u"</section>"_s;
    };
    section(QCoreApplication::translate("RoutingReport", "Picture"), overlayCaption, imageTag(overlay, overlayCaption));
    for (const ReportPart& part : parts)
        section(part.title, part.caption, imageTag(part.image, part.caption) + tableTag(part.table));
    return (html + u"</body></html>\n"_s).toUtf8();
}

}  // namespace segmoe::ui
