// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/capture.h"

namespace segmoe::ui {

namespace {

template <class T>
qint64 bytesOf(const std::vector<T>& values) {
    return static_cast<qint64>(values.size() * sizeof(T));
}

qint64 bytesOf(const SiteDetail& site) {
    qint64 bytes = bytesOf(site.margin) + bytesOf(site.preferredSet);
    for (std::size_t half : {0U, 1U})
        bytes += bytesOf(site.preferredMean[half]) + bytesOf(site.appliedMean[half]) +
                 bytesOf(site.appliedSpread[half]) + bytesOf(site.entropy[half]) + bytesOf(site.preferredMaps[half]);
    return bytes;
}

}  // namespace

qint64 captureBytes(const Capture& capture) {
    qint64 bytes = bytesOf(capture.image.picture.rgb) + bytesOf(capture.trace().chosen) +
                   bytesOf(capture.trace().weights) + bytesOf(capture.trace().scores);
    if (const RoutingDetail* detail = capture.detail()) {
        for (const SiteDetail& site : detail->sites) bytes += bytesOf(site);
        for (const TextPath& path : detail->textPaths)
            for (std::size_t half : {0U, 1U}) bytes += bytesOf(path.preferred[half]) + bytesOf(path.applied[half]);
    }
    return bytes;
}

bool areComparable(const Capture& a, const Capture& b) {
    return a.trace().experts == b.trace().experts && a.trace().sites == b.trace().sites;
}

}  // namespace segmoe::ui
