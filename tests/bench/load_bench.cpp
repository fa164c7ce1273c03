// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <optional>

#include <c10/core/InferenceMode.h>

#include "core/moe/routing_run.h"
#include "core/pipeline/loaded_model.h"
#include "tests/bench/bench_models.h"
#include "tests/bench/contest.h"
#include "tests/bench/reference_worker.h"
#include "tests/bench/step_inputs.h"

namespace segmoe::bench {

namespace {

/// A first step this small costs little, but it needs every weight that a step needs.
constexpr int kPixels = 64;

Cost loadAndStep(const std::filesystem::path& folder, const UnetInput& input, const Placement& placement) {
    return timed([&] {
        pipeline::LoadedModel model(pipeline::openModelFiles(ModelRef::parse(folder.string()), {}), placement, 0);
        (void)model.promptEncoder({}, {});
        (void)model.vae({}, {});
        const Unet& unet = model.unet({}, {});
        std::optional<moe::RoutingRun> routing;
        if (model.routingTable()) routing.emplace(model.routingTable(), RoutingPolicy{});
        nn::RunContext run;
        run.routing = routing ? &*routing : nullptr;
        (void)unet.forward(input, run);
    });
}

}  // namespace

void benchLoad(const BenchOptions& options) {
    const c10::InferenceMode noGradients;
    const BenchModels models = makeModels(options);
    const UnetInput input = stepInput(models.base, kPixels);
    const auto inputFile = options.work / "load_input.safetensors";
    saveStepInput(input, inputFile);
    Placement placement;
    placement.dtype = options.precision == "bf16" ? at::kBFloat16 : at::kFloat;
    std::optional<ReferenceWorker> reference;
    if (!options.python.empty()) {
        reference.emplace(options);
        std::printf("reference: %s\n", reference->versions().c_str());
        reference->ask({{"do", "inputs"}, {"file", inputFile}});
    }
    const auto compare = [&](const std::string& what, const std::filesystem::path& folder, bool isMixture) {
        std::vector<Contestant> contestants = {{"ours", [&] { return loadAndStep(folder, input, placement); }}};
        if (reference)
            contestants.push_back(
                {"reference", [&] {
                     return reference->cost({{"do", "load"}, {"folder", folder}, {"mixture", isMixture}});
                 }});
        const Contest contest("load to the end of a first step of 64 pixels, " + what + "; " + models.words +
                                  ", files in the page cache, " + options.precision,
                              std::move(contestants), options.pairs);
        contest.printSeconds();
        contest.printRatio("ours", "reference");
    };
    compare("one model", models.base, false);
    for (const int k : options.chosen)
        compare("mixture, " + std::to_string(k) + " of " + std::to_string(options.experts) + " experts",
                makeMixture(models, options, k), true);
}

}  // namespace segmoe::bench
