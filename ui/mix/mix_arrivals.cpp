// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/mix_arrivals.h"

#include <algorithm>
#include <utility>

namespace segmoe::ui {

namespace {

std::optional<int> percentOf(const DownloadRow& row) {
    if (!row.isActive()) return std::nullopt;
    return static_cast<int>(row.fraction() * 100.0);
}

}  // namespace

MixArrivals::MixArrivals(DownloadClient& downloads, ModelCatalog& catalog, MixIntake& intake, QObject* parent)
    : QObject(parent), m_downloads(downloads), m_catalog(catalog), m_intake(intake) {
    connect(&downloads, &DownloadClient::started, this, &MixArrivals::noteStart);
    connect(&downloads, &DownloadClient::refused, this, &MixArrivals::noteRefusal);
    connect(&downloads, &DownloadClient::rowChanged, this, &MixArrivals::noteRow);
    connect(&downloads, &DownloadClient::rowsChanged, this, &MixArrivals::dropLost);
    connect(&downloads, &DownloadClient::arrived, this, &MixArrivals::noteArrival);
    connect(&intake, &MixIntake::remoteWanted, this, &MixArrivals::take);
    intake.setFetching(true);
}

void MixArrivals::take(const QString& source, const IntakeTarget& target) {
    if (std::ranges::find(m_arrivals, source, &Arrival::source) != m_arrivals.end()) return;
    Arrival arrival{.source = source, .target = target, .row = {}};
    arrival.row.title = source;
    m_arrivals.push_back(std::move(arrival));
    Q_EMIT changed();
    m_downloads.get(source);
}

void MixArrivals::fetch(const QString& source) {
    m_fetched.try_emplace(source, 0);
    m_downloads.get(source);
}

void MixArrivals::drop(const QString& source) {
    const auto found = std::ranges::find(m_arrivals, source, &Arrival::source);
    if (found == m_arrivals.end()) return;
    const quint64 id = found->id;
    m_arrivals.erase(found);
    if (id != 0) m_downloads.cancel(id);
    Q_EMIT changed();
}

void MixArrivals::noteStart(const QString& reference, quint64 id) {
    const auto row = m_downloads.row(id);
    for (Arrival& arrival : m_arrivals)
        if (arrival.source == reference) arrival.id = id;
    // Whoever has started it: a card that names it tells how far it is.
    const bool isNamed = m_fetched.contains(reference) || m_catalog.remoteSources().contains(reference);
    if (isNamed) m_fetched[reference] = id;
    if (row) noteRow(*row);
}

void MixArrivals::noteRow(const DownloadRow& row) {
    bool isMine = false;
    for (Arrival& arrival : m_arrivals) {
        if (arrival.id != row.id) continue;
        arrival.row = row;
        isMine = true;
    }
    for (const auto& [source, id] : m_fetched)
        if (id == row.id) m_catalog.setArriving(source, percentOf(row));
    if (isMine) Q_EMIT changed();
}

void MixArrivals::noteArrival(const DownloadRow& row) {
    std::erase_if(m_fetched, [&](const auto& entry) { return entry.second == row.id; });
    std::vector<Arrival> here;
    std::erase_if(m_arrivals, [&](const Arrival& arrival) {
        const bool isHere = arrival.id == row.id;
        if (isHere) here.push_back(arrival);
        return isHere;
    });
    if (!here.empty()) Q_EMIT changed();
    // Whoever names this model by whatever words finds it now: looking costs no request.
    for (const QString& source : m_catalog.remoteSources()) m_catalog.refresh(source);
    for (const Arrival& arrival : here) {
        m_catalog.refresh(row.reference);
        m_intake.take({row.reference}, arrival.target);
    }
}

void MixArrivals::noteRefusal(const QString& reference, const Failure& failure) {
    const auto gone = std::erase_if(m_arrivals, [&](const Arrival& arrival) { return arrival.source == reference; });
    const bool wasAsked = m_fetched.erase(reference) > 0;
    if (gone > 0) Q_EMIT changed();
    if (gone > 0 || wasAsked) Q_EMIT refused(reference, failure);
}

/// Downloads that were taken from the list.
void MixArrivals::dropLost() {
    const auto isLost = [this](quint64 id) { return id != 0 && !m_downloads.row(id); };
    const auto gone = std::erase_if(m_arrivals, [&](const Arrival& arrival) { return isLost(arrival.id); });
    for (auto card = m_fetched.begin(); card != m_fetched.end();) {
        if (!isLost(card->second)) {
            ++card;
            continue;
        }
        m_catalog.setArriving(card->first, std::nullopt);
        card = m_fetched.erase(card);
    }
    if (gone > 0) Q_EMIT changed();
}

}  // namespace segmoe::ui
