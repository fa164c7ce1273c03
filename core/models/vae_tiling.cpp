// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Tiled decoding (declared in vae.h).
#include <algorithm>
#include <vector>

#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>

#include "core/models/vae.h"

namespace segmoe {
namespace {

/// Where tiles begin: stride apart, until one reaches the end.
std::vector<std::int64_t> tileStarts(std::int64_t size, std::int64_t tile, std::int64_t stride) {
    std::vector<std::int64_t> starts{0};
    while (starts.back() + tile < size) starts.push_back(starts.back() + stride);
    return starts;
}

/// Fades linearly from the end of before to the beginning of after, which is changed; axis 2 (rows) or 3 (columns).
void crossFade(const at::Tensor& before, at::Tensor& after, std::int64_t extent, std::int64_t axis) {
    extent = std::min({extent, before.size(axis), after.size(axis)});
    const at::Tensor share = at::arange(extent, after.options()) / static_cast<double>(extent);  // of after
    const at::Tensor weight = axis == 2 ? share.view({1, 1, -1, 1}) : share.view({1, 1, 1, -1});
    at::Tensor target = after.narrow(axis, 0, extent);
    target.copy_(before.narrow(axis, before.size(axis) - extent, extent) * (1.0 - weight) + target * weight);
}

}  // namespace

at::Tensor Vae::decodeTiled(const at::Tensor& latents, int tileLatents, const CancelToken& cancel,
                            const ProgressSink& progress) const {
    const std::int64_t tile = std::max(tileLatents, 4);
    const std::int64_t stride = tile * 3 / 4;
    const std::int64_t overlap = (tile - stride) * m_config.scale();  // in pixels
    if (latents.dim() != 4 || (latents.size(2) <= tile && latents.size(3) <= tile)) return decode(latents, cancel);
    const auto tops = tileStarts(latents.size(2), tile, stride);
    const auto lefts = tileStarts(latents.size(3), tile, stride);

    std::vector<at::Tensor> bands;     // finished bands of rows
    std::vector<at::Tensor> previous;  // the row of tiles above, faded
    int done = 0;
    for (std::size_t i = 0; i < tops.size(); ++i) {
        std::vector<at::Tensor> row;
        std::vector<at::Tensor> parts;
        for (std::size_t j = 0; j < lefts.size(); ++j) {
            cancel.check();
            const at::Tensor piece = latents.narrow(2, tops[i], std::min(tile, latents.size(2) - tops[i]))
                                         .narrow(3, lefts[j], std::min(tile, latents.size(3) - lefts[j]));
            at::Tensor image = decode(piece, cancel);
            if (i > 0) crossFade(previous[j], image, overlap, 2);
            if (j > 0) crossFade(row[j - 1], image, overlap, 3);
            row.push_back(image);
            // The overlap belongs to the next tile, which is faded into it.
            const std::int64_t height = i + 1 < tops.size() ? stride * m_config.scale() : image.size(2);
            const std::int64_t width = j + 1 < lefts.size() ? stride * m_config.scale() : image.size(3);
            parts.push_back(image.narrow(2, 0, height).narrow(3, 0, width));
            if (progress)
                progress({.stage = Stage::Decoding,
                          .step = ++done,
                          .total = static_cast<int>(tops.size() * lefts.size()),
                          .item = {}});
        }
        bands.push_back(at::cat(parts, 3));
        previous = std::move(row);
    }
    return at::cat(bands, 2);
}

}  // namespace segmoe
