// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/routing_map_model.h"

#include <algorithm>

#include <QLocale>

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

template <class T>
void appendTo(std::vector<T>& all, const std::vector<T>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

RoutingModel modelOf(RoutingTrace trace) {
    auto capture = std::make_shared<Capture>();
    capture->image.trace = std::move(trace);
    return RoutingModel(std::move(capture));
}

}  // namespace

RoutingMapModel::RoutingMapModel(QObject* parent) : QAbstractTableModel(parent), m_routing(modelOf({})) {}

void RoutingMapModel::setTrace(RoutingTrace trace) {
    beginResetModel();
    m_plannedSteps = trace.steps;
    m_routing = modelOf(std::move(trace));
    collectSites();
    endResetModel();
}

void RoutingMapModel::append(const RoutingStep& step) {
    const RoutingTrace& known = m_routing.trace();
    const RoutingTrace& record = step.record;
    const bool sameShape = known.sites == record.sites && known.experts == record.experts && known.k == record.k;
    RoutingTrace grown = record;
    if (sameShape && step.step == known.steps) {
        grown = known;
        grown.steps += record.steps;
        appendTo(grown.timesteps, record.timesteps);
        appendTo(grown.chosen, record.chosen);
        appendTo(grown.weights, record.weights);
        appendTo(grown.scores, record.scores);
    }
    if (!sameShape) {
        setTrace(std::move(grown));
    } else {
        m_routing = modelOf(std::move(grown));
        if (!m_sites.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
    m_plannedSteps = step.steps;
}

void RoutingMapModel::setView(const RoutingView& view) {
    if (view == m_view) return;
    const bool rowsChange = view.kind != m_view.kind;
    if (rowsChange) beginResetModel();
    m_view = view;
    if (rowsChange) {
        collectSites();
        endResetModel();
    } else if (!m_sites.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

void RoutingMapModel::collectSites() {
    m_sites.clear();
    for (int site = 0; site < m_routing.trace().siteCount(); ++site)
        if (!m_view.kind ||
            parseSiteLabel(m_routing.trace().sites[static_cast<std::size_t>(site)]).kind == *m_view.kind)
            m_sites.push_back(site);
    // The text path belongs to the whole model: on top, not between the parts of the block that met it first.
    std::ranges::stable_partition(m_sites, [this](int site) {
        return parseSiteLabel(m_routing.trace().sites[static_cast<std::size_t>(site)]).block.isEmpty();
    });
}

SiteLabel RoutingMapModel::siteAt(int row) const {
    return parseSiteLabel(m_routing.trace().sites[static_cast<std::size_t>(m_sites[static_cast<std::size_t>(row)])]);
}

std::optional<double> RoutingMapModel::valueAt(int row, int expert) const {
    const int site = m_sites[static_cast<std::size_t>(row)];
    if (isEmpty() || m_view.step >= recordedSteps()) return std::nullopt;
    if (m_view.measure == RoutingMeasure::AppliedWeight && m_view.step >= 0)
        return m_routing.appliedWeight(site, m_view.step, expert);
    const StepSpan span = m_routing.span(m_view.step);
    double sum = 0.0;
    for (int step = span.from; step < span.to; ++step)
        sum += m_view.measure == RoutingMeasure::RelativeScore ? m_routing.relativeScore(site, step, expert)
                                                               : (m_routing.isChosen(site, step, expert) ? 1.0 : 0.0);
    if (m_view.measure == RoutingMeasure::AppliedWeight && sum == 0.0) return std::nullopt;
    return sum / span.count();
}

bool RoutingMapModel::isChosen(int row, int expert) const {
    const bool recorded = m_view.step >= 0 && m_view.step < recordedSteps();
    return recorded && m_routing.isChosen(m_sites[static_cast<std::size_t>(row)], m_view.step, expert);
}

std::vector<double> RoutingMapModel::load() const {
    return m_routing.weights(m_sites, m_routing.span(m_view.step), ValueKind::Applied, GuidanceHalf::Prompt);
}

QString RoutingMapModel::valueText(double value) const {
    const QLocale locale;
    if (m_view.measure == RoutingMeasure::RelativeScore)
        return (value > 0.0 ? u"+"_s : QString()) + locale.toString(value, 'f', 2);
    if (m_view.step < 0) return tr("%1 %").arg(locale.toString(value * 100.0, 'f', 0));
    return locale.toString(value, 'f', 2);
}

QString RoutingMapModel::expertTitle(int expert) const {
    return QChar(static_cast<char16_t>(u'A' + expert % 26)) + u' ' +
           toText(m_routing.trace().experts[static_cast<std::size_t>(expert)]);
}

QString RoutingMapModel::describeCell(int row, int expert) const {
    const SiteLabel site = siteAt(row);
    const QString place = site.block.isEmpty() ? kindText(site.kind) : site.block + u' ' + kindText(site.kind);
    const auto value = valueAt(row, expert);
    const QString number = value ? valueText(*value) : tr("not chosen");
    const QString when = m_view.step < 0 ? tr("all steps") : tr("step %1").arg(m_view.step + 1);
    return tr("%1 · %2 · %3 · %4").arg(place, expertTitle(expert), number, when);
}

int RoutingMapModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_sites.size());
}

int RoutingMapModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || m_sites.empty() ? 0 : m_routing.trace().expertCount();
}

QVariant RoutingMapModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) return describeCell(index.row(), index.column());
    if (role != Qt::DisplayRole) return {};
    const auto value = valueAt(index.row(), index.column());
    return value ? valueText(*value) : QString();
}

QVariant RoutingMapModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal) {
        if (role == Qt::DisplayRole) return expertTitle(section).left(1);
        return role == Qt::ToolTipRole || role == Qt::AccessibleTextRole ? expertTitle(section) : QVariant();
    }
    // The label as rules and the command line write it.
    if (role == Qt::DisplayRole)
        return toText(m_routing.trace().sites[static_cast<std::size_t>(m_sites[static_cast<std::size_t>(section)])]);
    return {};
}

}  // namespace segmoe::ui
