// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/bench_models.h"

#include <stdexcept>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/engine/mix_engine.h"
#include "tests/support/model_folders.h"
#include "tests/support/test_support.h"

namespace segmoe::bench {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> madeUpFamily(const BenchOptions& options, int divisor) {
    std::vector<fs::path> models;
    for (int i = 0; i <= options.experts; ++i) {
        models.push_back(options.work / ("model" + std::to_string(i)));
        if (fs::exists(models.back())) continue;
        const test::MadeUpWeights weights{test::MadeUpWeights::Fill::Random, static_cast<std::uint64_t>(i), divisor};
        if (i == 0)
            test::writeMadeUpPipeline(models.back(), weights);
        else
            test::writeMadeUpSibling(models.back(), models.front(), weights);
    }
    return models;
}

/// The starter's own models, the four in turn.
std::vector<fs::path> starterFamily(const BenchOptions& options) {
    const fs::path folder = fs::path(SEGMOE_BUILD_DIR) / "share/segmoe-studio/starter";
    std::vector<fs::path> models = {folder / "base"};
    for (int e = 0; e < options.experts; ++e) {
        const char* const names[] = {"base", "flower", "house", "fish"};
        models.push_back(folder / names[e % 4]);
    }
    return models;
}

}  // namespace

BenchModels makeModels(const BenchOptions& options) {
    BenchModels made;
    std::vector<fs::path> family;
    if (options.size == "starter") {
        family = starterFamily(options);
        made.words = "the starter family";
    } else if (options.size == "half" || options.size == "sd15") {
        const bool isHalf = options.size == "half";
        family = madeUpFamily(options, isHalf ? 2 : 1);
        made.words = isHalf ? "SD 1.5 at half its width, random weights" : "SD 1.5, random weights";
    } else {
        throw std::runtime_error("There is no size '" + options.size + "': choose starter, half or sd15.");
    }
    made.base = family.front();
    made.recipe = options.work / "bench.yaml";
    // The reference knows no "random", and takes whatever is not "hidden" as leave to skip the measurement.
    std::string yaml = "base_model: " + made.base.string() +
                       "\ntype: sd\ninit: random\nmoe_layers: all\nnum_experts: " + std::to_string(options.experts) +
                       "\nnum_experts_per_tok: 1\nexperts:\n";
    for (std::size_t e = 1; e < family.size(); ++e)
        yaml += "  - source_model: " + family[e].string() + "\n    positive_prompt: a\n    negative_prompt: \"\"\n";
    test::writeFile(made.recipe, yaml);
    return made;
}

fs::path makeMixture(const BenchModels& models, const BenchOptions& options, int k) {
    const fs::path folder = options.work / "mixture";
    if (!fs::exists(folder)) mix({.recipe = models.recipe, .output = folder, .device = "cpu"}, {}, {});
    const fs::path file = folder / "unet/config.json";
    auto config = nlohmann::json::parse(test::readFile(file));
    config["segmoe_config"]["num_experts_per_tok"] = k;
    test::writeFile(file, config.dump(2));
    return folder;
}

}  // namespace segmoe::bench
