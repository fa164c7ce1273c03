// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <memory>
#include <optional>

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <c10/core/InferenceMode.h>

#include "core/moe/routing_run.h"
#include "core/pipeline/loaded_model.h"
#include "core/weights/memory_source.h"
#include "core/weights/safetensors_file.h"
#include "core/weights/safetensors_writer.h"
#include "tests/bench/bench_models.h"
#include "tests/bench/contest.h"
#include "tests/bench/reference_worker.h"
#include "tests/bench/step_inputs.h"
#include "tests/support/golden_tensors.h"

namespace segmoe::bench {

namespace {

/// Our UNet with everything a step needs.
class OwnStep {
public:
    OwnStep(const std::filesystem::path& folder, const UnetInput& input, const Placement& placement)
        : m_model(pipeline::openModelFiles(ModelRef::parse(folder.string()), {}), placement, 0), m_input(input) {
        m_unet = &m_model.unet({}, {});
        if (m_model.routingTable()) m_routing.emplace(m_model.routingTable(), RoutingPolicy{});
        m_run.routing = m_routing ? &*m_routing : nullptr;
    }

    Cost step() {
        return timed([&] { m_output = m_unet->forward(m_input, m_run); });
    }
    /// As inside a render, where keys and values of the prompt are computed in the first step only.
    Cost laterStep() {
        m_run.keepCrossKeyValues = true;
        const Cost cost = step();
        m_run.keepCrossKeyValues = false;
        return cost;
    }
    const at::Tensor& output() const { return m_output; }
    std::int64_t expertBytes() const {
        return m_model.expertCache() ? m_model.expertCache()->statistics().residentBytes : 0;
    }

private:
    pipeline::LoadedModel m_model;
    UnetInput m_input;
    const Unet* m_unet = nullptr;
    std::optional<moe::RoutingRun> m_routing;
    nn::RunContext m_run;
    at::Tensor m_output;
};

class StepBench {
public:
    explicit StepBench(const BenchOptions& options)
        : m_options(options), m_models(makeModels(options)), m_input(stepInput(m_models.base, options.pixels)) {
        m_placement.dtype = options.precision == "bf16" ? at::kBFloat16 : at::kFloat;
        if (!options.python.empty()) m_reference.emplace(options);
        saveStepInput(m_input, inputFile());
    }

    void all() {
        const std::string conditions = m_models.words + ", " + std::to_string(m_options.pixels) + " pixels, " +
                                       m_options.precision + ", both guidance halves";
        if (m_reference) std::printf("reference: %s\n", m_reference->versions().c_str());
        const auto dense = std::make_unique<OwnStep>(m_models.base, m_input, m_placement);
        if (m_reference)
            m_reference->ask({{"do", "dense"}, {"folder", m_models.base}, {"channels_last", m_options.channelsLast}});
        compare("step, dense; " + conditions, *dense, nullptr);
        for (const int k : m_options.chosen) {
            const auto folder = makeMixture(m_models, m_options, k);
            OwnStep mixed(folder, m_input, m_placement);
            if (m_reference) m_reference->ask({{"do", "mixture"}, {"folder", folder}});
            compare(
                "step, " + std::to_string(k) + " of " + std::to_string(m_options.experts) + " experts; " + conditions,
                mixed, dense.get());
            std::printf("  experts' weights in memory: %.1f MB\n", static_cast<double>(mixed.expertBytes()) / 1e6);
        }
    }

private:
    std::filesystem::path inputFile() const { return m_options.work / "step_input.safetensors"; }

    void compare(const std::string& title, OwnStep& own, OwnStep* dense) {
        std::vector<Contestant> contestants = {{"ours", [&] { return own.step(); }}};
        if (m_reference) {
            m_reference->ask({{"do", "inputs"}, {"file", inputFile()}});
            contestants.push_back({"reference", [&] { return m_reference->cost({{"do", "step"}}); }});
        }
        contestants.push_back({"ours, later step of a render", [&] { return own.laterStep(); }});
        if (dense) contestants.push_back({"ours, dense", [&] { return dense->step(); }});
        const Contest contest(title, std::move(contestants), m_options.pairs);
        contest.printSeconds();
        contest.printRatio("ours", "reference");
        contest.printRatio("ours, later step of a render", "reference");
        contest.printRatio("ours", "ours, dense");
        if (m_reference) printDifference(own);
    }

    /// Both sides must have computed the same thing, or the times mean nothing.
    void printDifference(const OwnStep& own) {
        const auto file = m_options.work / "step_output.safetensors";
        m_reference->ask({{"do", "result"}, {"file", file}});
        const at::Tensor theirs = SafetensorsFile::open(file)->load("sample");
        std::printf("  outputs differ by %.1e (relative rms)\n", test::relativeRms(own.output(), theirs));
    }

    const BenchOptions& m_options;
    BenchModels m_models;
    UnetInput m_input;
    Placement m_placement;
    std::optional<ReferenceWorker> m_reference;
};

}  // namespace

void benchStep(const BenchOptions& options) {
    const c10::InferenceMode noGradients;
    StepBench(options).all();
}

}  // namespace segmoe::bench
