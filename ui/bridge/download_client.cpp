// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/download_client.h"

#include <algorithm>

namespace segmoe::ui {

bool DownloadRow::isActive() const {
    return state != State::Paused && state != State::Done && state != State::Failed && state != State::Cancelled;
}

double DownloadRow::fraction() const {
    if (totalBytes == 0) return 0.0;
    return std::min(1.0, static_cast<double>(doneBytes) / static_cast<double>(totalBytes));
}

DownloadClient::DownloadClient(QObject* parent) : QObject(parent) {
    qRegisterMetaType<DownloadRow>();
    qRegisterMetaType<Failure>();
    qRegisterMetaType<HubFetch>();
}

std::optional<DownloadRow> DownloadClient::row(quint64 id) const {
    for (DownloadRow& row : rows())
        if (row.id == id) return std::move(row);
    return std::nullopt;
}

std::optional<DownloadRow> DownloadClient::rowOf(const QString& reference) const {
    for (DownloadRow& row : rows())
        if (row.reference == reference) return std::move(row);
    return std::nullopt;
}

DownloadSum DownloadClient::sum() const {
    DownloadSum sum;
    double done = 0, total = 0;
    for (const DownloadRow& row : rows()) {
        if (!row.isActive()) continue;
        if (sum.active++ == 0) sum.title = row.title;
        done += static_cast<double>(row.doneBytes);
        total += static_cast<double>(row.totalBytes);
    }
    if (total > 0.0) sum.fraction = std::min(1.0, done / total);
    return sum;
}

}  // namespace segmoe::ui
