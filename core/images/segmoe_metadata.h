// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/domain/mix_recipe.h"
#include "core/domain/render_request.h"
#include "core/domain/routing_trace.h"

namespace segmoe::images {

/// The `segmoe` chunk of a picture: everything that made it, schema 1. Plain values, as the JSON says them.
struct SegmoeMetadata {
    /// A file that took part. source: "hf:ORG/NAME@REVISION", "civitai:MODEL@VERSION" or "file", never a path.
    struct Part {
        std::string name;
        std::string sha256;
        std::string source = "file";
        bool operator==(const Part&) const = default;
    };
    struct Lora {
        std::string sha256;
        std::string name;
        double strength = 1.0;
        bool operator==(const Lora&) const = default;
    };
    struct Expert {
        Part part;  ///< name is the alias
        std::vector<WeightedPrompt> positive;
        std::vector<WeightedPrompt> negative;
        std::vector<Lora> loras;
        bool operator==(const Expert&) const = default;
    };
    struct Mix {
        std::string name;
        std::string arch;    ///< "sd15", "sdxl"…
        std::string layers;  ///< "attn", "ff", "all"
        std::string blocks = "all";
        int k = 1;
        std::string gateInit;
        std::uint64_t gateSeed = 0;
        int gateSteps = 0;
        std::string select = "batch";  ///< routingGroupName
        bool compat = false;
        Part base;
        std::vector<Expert> experts;
        bool operator==(const Mix&) const = default;
    };
    struct Render {
        std::string prompt;
        std::string resolvedPrompt;  ///< after wildcards; equal to prompt without them
        std::optional<std::string> negative;
        std::string weightRule;
        std::uint64_t seed = 0;
        int imageIndex = 0;
        std::string rng = "cpu";
        int width = 0;
        int height = 0;
        int steps = 0;
        double cfg = 0.0;
        std::string sampler;
        std::string schedule;
        std::string preset = "standard";
        int clipSkip = 1;  ///< 1 = the layer the model wants
        int batch = 1;
        std::string dtype;
        bool operator==(const Render&) const = default;
    };
    /// One act on the routing. Empty lists mean all.
    struct Rule {
        std::string act;  ///< "mute", "solo", "pin", "bias"
        int expert = 0;
        double bias = 0.0;
        std::vector<std::string> stages;  ///< "D1", "M", "U2"…
        std::vector<std::string> kinds;   ///< siteKindName
        std::string sites;                ///< the selector, where stages and kinds cannot say it
        std::pair<int, int> steps{0, 0};  ///< first, one after the last
        bool operator==(const Rule&) const = default;
    };
    struct Routing {
        std::string level = "off";  ///< "off", "summary", "maps"
        std::vector<double> load;   ///< share of the applied weight by expert; sums to 1
        std::vector<int> textPath;  ///< experts of cross_kv, best first
        double entropy = 0.0;       ///< of the load, 0 decided … 1 even
        std::string capture;        ///< file name of the trace, without folder
        bool operator==(const Routing&) const = default;
    };

    std::string app;         ///< "SegMoE Studio 0.1.0"
    std::optional<Mix> mix;  ///< nothing for a single model
    Render render;
    std::vector<Rule> rules;
    Routing routing;
    bool operator==(const SegmoeMetadata&) const = default;
};

/// Pure ASCII JSON on one line.
std::string writeSegmoeMetadata(const SegmoeMetadata& metadata);

/// Checked: types, ranges, schema 1. Unknown keys are passed over. `source` names the picture in messages.
/// Throws Error: ImageDecodeFailed naming the key, FormatUnsupported for a newer schema.
SegmoeMetadata readSegmoeMetadata(std::string_view json, const std::string& source);

}  // namespace segmoe::images
