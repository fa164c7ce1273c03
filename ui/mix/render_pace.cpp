// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/render_pace.h"

#include <algorithm>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include "ui/bridge/qt_convert.h"
#include "ui/mix/mix_costs.h"

namespace segmoe::ui {

namespace {

constexpr std::size_t kKept = 5;  ///< renders of one kind
constexpr qint64 kLargestPace = 1 << 20;

}  // namespace

double samplingWork(const RenderRequest& request) {
    const double megapixels = static_cast<double>(request.width) * request.height / 1e6;
    const int halves = request.guidanceScale > 1.0 ? 2 : 1;
    return request.steps * megapixels * halves;
}

double expertFactor(const MixRecipe& recipe, const SourceInfos& infos) {
    const SourceInfo& base = infoOf(infos, toText(recipe.base));
    if (base.state != SourceInfo::State::Ok || base.facts.bytes <= 0) return 1.0;
    const double mixed = static_cast<double>(mixedBytes(base.facts, recipe)) / static_cast<double>(base.facts.bytes);
    return 1.0 + std::max(0, recipe.expertsPerToken - 1) * mixed;
}

RenderPace::RenderPace(const QString& file, QObject* parent) : QObject(parent), m_file(file) {
    if (!m_file.isEmpty()) read();
}

void RenderPace::learn(const QString& kind, double work, double seconds) {
    if (kind.isEmpty() || work <= 0.0 || seconds <= 0.0) return;
    std::vector<double>& rates = m_rates[kind];
    rates.push_back(seconds / work);
    if (rates.size() > kKept) rates.erase(rates.begin());
    if (!m_file.isEmpty()) write();
    Q_EMIT changed();
}

double RenderPace::seconds(const QString& kind, double work) const {
    const auto found = m_rates.find(kind);
    if (found == m_rates.end() || work <= 0.0) return -1.0;
    // The first render of a model also loads it: one slow value among several does not count.
    std::vector<double> rates = found->second;
    const auto middle = rates.begin() + static_cast<std::ptrdiff_t>((rates.size() - 1) / 2);
    std::nth_element(rates.begin(), middle, rates.end());
    return *middle * work;
}

void RenderPace::read() {
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestPace) return;
    const QJsonObject kinds = QJsonDocument::fromJson(file.readAll()).object();
    for (auto kind = kinds.begin(); kind != kinds.end(); ++kind)
        for (const QJsonValue& rate : kind.value().toArray())
            if (rate.toDouble() > 0.0 && m_rates[kind.key()].size() < kKept)
                m_rates[kind.key()].push_back(rate.toDouble());
    std::erase_if(m_rates, [](const auto& entry) { return entry.second.empty(); });
}

void RenderPace::write() const {
    QJsonObject kinds;
    for (const auto& [kind, rates] : m_rates) {
        QJsonArray values;
        for (const double rate : rates) values.append(rate);
        kinds[kind] = values;
    }
    QSaveFile file(m_file);
    // Without it the next session measures anew.
    if (!file.open(QIODevice::WriteOnly)) return;
    file.write(QJsonDocument(kinds).toJson(QJsonDocument::Compact));
    file.commit();
}

}  // namespace segmoe::ui
