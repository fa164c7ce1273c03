// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/models/known_layouts.h"

#include <algorithm>

namespace segmoe {
namespace {

using Depths = std::vector<int>;

UnetConfig sd1() {
    UnetConfig config;
    config.levels = {{320, 2, 8, 768, {1, 1}, {1, 1, 1}},
                     {640, 2, 8, 768, {1, 1}, {1, 1, 1}},
                     {1280, 2, 8, 768, {1, 1}, {1, 1, 1}},
                     {1280, 2, 8, 768, {}, {}}};
    return config;
}

UnetConfig sd2() {
    UnetConfig config = sd1();
    config.sampleSize = 96;
    config.useLinearProjection = true;
    for (UnetLevel& level : config.levels) {
        level.heads = level.channels / 64;
        level.contextChannels = 1024;
    }
    return config;
}

/// The SDXL family differs in depths only.
UnetConfig sdxl(Depths down1, Depths down2, int mid, Depths up1, Depths up2) {
    UnetConfig config;
    config.sampleSize = 128;
    config.useLinearProjection = true;
    config.levels = {{320, 2, 5, 2048, {}, {}},
                     {640, 2, 10, 2048, std::move(down1), std::move(up1)},
                     {1280, 2, 20, 2048, std::move(down2), std::move(up2)}};
    config.midBlock = mid > 0 ? UnetConfig::MidBlock::CrossAttention : UnetConfig::MidBlock::Resnet;
    config.midDepth = mid;
    config.textTime = true;
    config.additionTimeEmbedDim = 256;
    config.projectionInputDim = 2816;
    return config;
}

bool sameTensors(const UnetConfig& a, const UnetConfig& b) {
    const auto sameLevel = [](const UnetLevel& x, const UnetLevel& y) {
        return x.channels == y.channels && x.layers == y.layers && x.contextChannels == y.contextChannels &&
               x.downDepths == y.downDepths && x.upDepths == y.upDepths;
    };
    return std::equal(a.levels.begin(), a.levels.end(), b.levels.begin(), b.levels.end(), sameLevel) &&
           a.midBlock == b.midBlock && a.midDepth == b.midDepth && a.useLinearProjection == b.useLinearProjection &&
           a.textTime == b.textTime && a.projectionInputDim == b.projectionInputDim && a.outChannels == b.outChannels;
}

}  // namespace

const std::vector<KnownLayout>& knownLayouts() {
    static const std::vector<KnownLayout> layouts{
        {"SD1.x", ModelFamily::Sd1, sd1()},
        {"SD2.x", ModelFamily::Sd2, sd2()},
        {"SDXL", ModelFamily::Sdxl, sdxl({2, 2}, {10, 10}, 10, {2, 2, 2}, {10, 10, 10})},
        {"SSD-1B", ModelFamily::Sdxl, sdxl({2, 2}, {4, 4}, 0, {2, 1, 1}, {4, 4, 10})},
        {"Vega", ModelFamily::Sdxl, sdxl({1, 1}, {2, 2}, 0, {1, 1, 1}, {2, 2, 2})},
    };
    return layouts;
}

const KnownLayout* findKnownLayout(const UnetConfig& config) {
    for (const KnownLayout& layout : knownLayouts())
        if (sameTensors(layout.config, config)) return &layout;
    return nullptr;
}

}  // namespace segmoe
