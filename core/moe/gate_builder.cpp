// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/gate_builder.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <c10/core/InferenceMode.h>

#include "core/base/error.h"
#include "core/moe/choice_prediction.h"
#include "core/moe/gate_measurement.h"

namespace segmoe::moe {

namespace {

constexpr const char* kContext = "context";

std::string inputOf(const MixedModule& module) { return inputNameOf(module.kind, module.name); }

/// As the reference: divided by the norm, or by 1e-8 where there is none.
at::Tensor unit(const at::Tensor& vector) { return vector / vector.norm().clamp_min(1e-8); }

/// Rows [E][C] by layer input.
using Rows = std::map<std::string, std::vector<at::Tensor>>;

at::Tensor textMean(const ExpertConditioning& prompt) {
    if (!prompt.context.defined()) throw Error(ErrorCode::GateFailed, "An expert's gate prompt was not encoded.");
    return prompt.context.select(0, -1).mean(at::IntArrayRef{0}, false, at::kFloat).to(at::kCPU);
}

/// The mean of the prompts' unit vectors by weight, made a unit vector again.
at::Tensor combined(const std::vector<at::Tensor>& means, const std::vector<ExpertConditioning>& prompts) {
    if (means.size() == 1) return unit(means.front());
    at::Tensor sum = at::zeros_like(means.front());
    for (std::size_t p = 0; p < means.size(); ++p) sum += prompts[p].weight * unit(means[p]);
    return unit(sum);
}

int unknownPrompts(const GateExpert& expert) {
    return static_cast<int>(
        std::ranges::count_if(expert.prompts, [](const ExpertConditioning& prompt) { return !prompt.known; }));
}

/// Means of every prompt of an expert, with the prompt's own: remembered ones as they are, the others measured now.
std::vector<std::shared_ptr<const InputMeans>> promptMeans(const GateRequest& request, const GateExpert& expert,
                                                           const std::function<void()>& onEvaluation,
                                                           const CancelToken& cancel) {
    std::vector<InputMeans> measured(static_cast<std::size_t>(unknownPrompts(expert)));
    if (request.method != GateMethod::Text && !measured.empty())
        measured = measureExpert(request, expert, onEvaluation, cancel);
    std::vector<std::shared_ptr<const InputMeans>> means;
    auto next = measured.begin();
    for (const ExpertConditioning& prompt : expert.prompts) {
        if (prompt.known) {
            means.push_back(prompt.known);
            continue;
        }
        next->insert_or_assign(kContext, textMean(prompt));
        means.push_back(std::make_shared<const InputMeans>(std::move(*next++)));
        if (request.cache && !prompt.cacheKey.empty()) request.cache->put(prompt.cacheKey, means.back());
    }
    return means;
}

/// Rows measured by drawing; with Text only those of the context.
Rows measuredRows(const GateRequest& request, const std::vector<GateExpert>& experts, const ProgressSink& progress,
                  const CancelToken& cancel) {
    Progress state;
    state.stage = Stage::MeasuringGates;
    for (const GateExpert& expert : experts) state.total += evaluationsPerPrompt(request) * unknownPrompts(expert);
    const auto onEvaluation = [&] {
        ++state.step;
        if (progress) progress(state);
    };
    Rows rows;
    for (const GateExpert& expert : experts) {
        cancel.check();
        if (expert.prompts.empty())
            throw Error(ErrorCode::GateFailed, "Expert '" + expert.name + "' has no prompt to measure its gates with.");
        state.item = expert.name;
        std::map<std::string, std::vector<at::Tensor>> byInput;
        for (const auto& means : promptMeans(request, expert, onEvaluation, cancel))
            for (const auto& [input, mean] : *means) byInput[input].push_back(mean);
        for (const auto& [input, means] : byInput) rows[input].push_back(combined(means, expert.prompts));
    }
    return rows;
}

at::Tensor centred(const at::Tensor& gate) {
    const at::Tensor apart = gate - gate.mean(at::IntArrayRef{0}, true);
    return apart / apart.norm(2, at::IntArrayRef{1}, true).clamp_min(1e-8);
}

/// Gates by layer input from the rows; inputs without rows stay away.
std::map<std::string, at::Tensor> measuredGates(const GateRequest& request, const Rows& rows) {
    std::map<std::string, at::Tensor> gates;
    for (const auto& [input, own] : rows) {
        at::Tensor gate = at::stack(own);
        gates.emplace(input, request.centre && request.method != GateMethod::HiddenCompat ? centred(gate) : gate);
    }
    return gates;
}

/// Uniform ±1/√C, drawn once per layer input in execution order: what a linear layer starts with.
void fillRandom(GateTensors& gates, const GateRequest& request) {
    auto generator = at::detail::createCPUGenerator(request.seed);
    std::map<std::string, at::Tensor> byInput;
    for (const MixedModule& module : request.layout.modules) {
        at::Tensor& gate = gates.find(module.gateName())->second;
        const auto known = byInput.find(inputOf(module));
        if (known != byInput.end()) {
            gate = known->second;
            continue;
        }
        const double bound = 1.0 / std::sqrt(static_cast<double>(gate.size(1)));
        gate = at::rand(gate.sizes(), generator, at::dtype(at::kFloat)) * (2.0 * bound) - bound;
        byInput.emplace(inputOf(module), gate);
    }
}

void checkFinite(const GateTensors& gates) {
    std::string broken;
    for (const auto& [name, gate] : gates)
        if (!at::isfinite(gate).all().item<bool>()) broken += (broken.empty() ? "" : "\n") + name;
    if (!broken.empty())
        throw Error(ErrorCode::GateDegenerate,
                    "Measuring gave gates that are no numbers (first: " + broken.substr(0, broken.find('\n')) +
                        "). Measure in fp32, or choose another gate method.",
                    broken);
}

/// Experts that the prompt cannot tell apart: the lower one always wins at the prompt's site.
std::vector<std::string> tieNotices(const std::map<std::string, at::Tensor>& gates,
                                    const std::vector<GateExpert>& experts) {
    std::vector<std::string> notices;
    const auto context = gates.find(kContext);
    if (context == gates.end()) return notices;
    for (std::size_t a = 0; a < experts.size(); ++a)
        for (std::size_t b = a + 1; b < experts.size(); ++b)
            if (at::equal(context->second[static_cast<std::int64_t>(a)], context->second[static_cast<std::int64_t>(b)]))
                notices.push_back(
                    "'" + experts[a].name + "' and '" + experts[b].name +
                    "' have the same gate prompts, so the prompt cannot tell them apart; give them different ones.");
    return notices;
}

}  // namespace

std::vector<std::shared_ptr<const InputMeans>> measurePrompts(const GateRequest& request, const GateExpert& model,
                                                              const ProgressSink& progress, const CancelToken& cancel) {
    Progress state;
    state.stage = Stage::MeasuringGates;
    state.item = model.name;
    state.total = evaluationsPerPrompt(request) * unknownPrompts(model);
    const auto onEvaluation = [&] {
        ++state.step;
        if (progress) progress(state);
    };
    return promptMeans(request, model, onEvaluation, cancel);
}

BuiltGates buildGates(const GateRequest& request, const std::vector<GateExpert>& experts, const ProgressSink& progress,
                      const CancelToken& cancel) {
    if (request.method == GateMethod::Svd)
        throw Error(ErrorCode::NotAvailable, "The gate method 'svd' is not available in this version; use hidden.");
    if (static_cast<int>(experts.size()) != request.layout.experts || experts.empty() || request.steps < 1)
        throw Error(ErrorCode::GateFailed, "Gates need one entry per expert and at least one evaluation.");
    const c10::InferenceMode guard;
    BuiltGates built;
    built.gates = zeroGates(*experts.front().unet, request.layout);
    if (request.method == GateMethod::Random) fillRandom(built.gates, request);
    if (request.method == GateMethod::Random || request.method == GateMethod::Equal) return built;

    const std::map<std::string, at::Tensor> measured =
        measuredGates(request, measuredRows(request, experts, progress, cancel));
    for (const MixedModule& module : request.layout.modules) {
        const auto gate = measured.find(inputOf(module));
        if (gate != measured.end())
            built.gates.find(module.gateName())->second = gate->second;
        else if (request.method != GateMethod::Text)
            throw Error(ErrorCode::GateFailed, "No input of '" + module.name + "' was measured.");
    }
    checkFinite(built.gates);
    built.evaluations = request.method == GateMethod::Text ? 0 : evaluationsPerPrompt(request);
    for (const GateExpert& expert : experts)
        built.remembered += static_cast<int>(expert.prompts.size()) - unknownPrompts(expert);
    built.notices = tieNotices(measured, experts);
    return built;
}

}  // namespace segmoe::moe
