// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/download_need.h"

#include "ui/bridge/download_client.h"

namespace segmoe::ui {

DownloadNeed::DownloadNeed(DownloadClient& downloads, QObject* parent) : QObject(parent), m_downloads(downloads) {
    connect(&downloads, &DownloadClient::planned, this, [this](const QString& reference, const HubFetch& plan) {
        m_planned[reference] = plan.missingBytes;
        Q_EMIT changed();
    });
    connect(&downloads, &DownloadClient::rowChanged, this, &DownloadNeed::changed);
    connect(&downloads, &DownloadClient::rowsChanged, this, &DownloadNeed::changed);
}

DownloadNeed::Sum DownloadNeed::of(const QStringList& references) const {
    Sum sum;
    for (const QString& reference : references) {
        const auto row = m_downloads.rowOf(reference);
        const auto planned = m_planned.find(reference);
        if (row && row->totalBytes > 0)
            sum.bytes += static_cast<qint64>(row->totalBytes - std::min(row->doneBytes, row->totalBytes));
        else if (planned != m_planned.end())
            sum.bytes += static_cast<qint64>(planned->second);
        else
            ++sum.unknown;
    }
    return sum;
}

}  // namespace segmoe::ui
