// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/domain/routing_detail.h"
#include "core/moe/routing_table.h"
#include "core/nn/run_context.h"

namespace segmoe::moe {

struct GroupChoice;
struct SiteChoice;

/// What a recorder needs to know of the render.
struct DetailSetup {
    CaptureLevel level = CaptureLevel::Summary;
    int steps = 1;
    int images = 1;        ///< pictures of one UNet call
    int latentHeight = 0;  ///< of the whole picture: decides the grid of each layer
    int latentWidth = 0;
    int imageHeight = 0;
    int imageWidth = 0;
    int maxK = 1;
    std::vector<std::string> tokens;          ///< of the prompt, [T]
    std::vector<std::string> negativeTokens;  ///< [T]
    std::vector<std::string> allBlocks;       ///< transformerBlockLabels
};

/// Writes a RoutingDetail per picture while a network runs. Per place p of a layer, with its logits L_p = G x_p / τ:
/// preferred = softmax over all experts, applied = softmax over the chosen ones. The first evaluation of a step counts.
/// One thread, one run.
class RoutingDetailRecorder {
public:
    RoutingDetailRecorder(const RoutingTable& table, DetailSetup setup);

    /// step: counted from the first that is taken. x [B, N, C]: rows of the negative half first, as RunContext says.
    void note(int step, const RoutingSite& site, const at::Tensor& x, const SiteChoice& choice,
              const nn::RunContext& run, double temperature);

    /// The record of one picture of the call; call once.
    std::shared_ptr<const RoutingDetail> take(int image);

private:
    struct Place {
        int site = -1;      ///< index in RoutingDetail::sites
        int textPath = -1;  ///< or in textPaths
    };

    void addSite(const RoutingSite& site);
    void noteSite(int step, SiteDetail& detail, int half, const at::Tensor& logits, const GroupChoice& group);
    void noteText(TextPath& path, int half, const at::Tensor& logits, const GroupChoice& group) const;
    void noteMaps(int step, SiteDetail& detail, int half, const at::Tensor& preferred);
    void setGrid(SiteDetail& detail, std::int64_t tokens) const;

    DetailSetup m_setup;
    int m_experts;
    std::vector<Place> m_places;                    ///< by site index
    std::vector<std::vector<std::uint8_t>> m_seen;  ///< by site: [step · 2 + half], for picture 0
    std::vector<RoutingDetail> m_details;           ///< by picture
};

}  // namespace segmoe::moe
