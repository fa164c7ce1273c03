// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/mix_writer.h"

#include <chrono>
#include <utility>

#include "core/moe/gate_report.h"
#include "core/moe/recipe_config.h"
#include "core/moe/routing_table.h"

namespace segmoe {

namespace {

using namespace pipeline;
using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

std::vector<GateSiteReport> reportGates(const ModelFiles& mixture) {
    std::vector<GateSiteReport> sites;
    const auto table = moe::RoutingTable::fromSource(*mixture.unet, mixture.mixture->expertsPerToken);
    for (const moe::GateStatistics& gate : moe::gateStatistics(*table))
        sites.push_back({gate.site, gate.maxCosine, gate.conditionNumber});
    return sites;
}

}  // namespace

SaveOptions mixtureSaveOptions(const ModelFiles& mixture, std::optional<DType> dtype, bool compat) {
    SaveOptions options;
    options.dtype = dtype;
    if (const auto* source = dynamic_cast<const moe::MixtureSource*>(mixture.unet.get()))
        options.unetOrder = source->writeOrder();
    if (compat) options.schedulerClass = "DDPMScheduler";
    return options;
}

std::int64_t writeModel(const ModelFiles& files, const std::filesystem::path& output, ModelFormat format,
                        const SaveOptions& options, const ProgressSink& progress, const CancelToken& cancel) {
    return format == ModelFormat::Diffusers ? saveModelFolder(files, output, options, progress, cancel)
                                            : saveSingleFile(files, output, options, progress, cancel);
}

MixReport writeMixture(const RecipeParts& parts, const MixTarget& target, const ProgressSink& progress,
                       const CancelToken& cancel) {
    MixReport report;
    report.output = target.output;
    report.notices = parts.notices;

    const auto gatesStart = Clock::now();
    moe::BuiltGates built =
        measureGates(parts, {target.device, target.precision, target.compat, target.gates}, cancel, progress);
    report.gateSeconds = secondsSince(gatesStart);
    report.gateEvaluations = built.evaluations;
    report.notices.insert(report.notices.end(), built.notices.begin(), built.notices.end());

    ModelFiles mixture = mixtureFiles(parts, std::move(built.gates));
    mixture.unetDocument["segmoe_config"] = moe::segmoeConfig(parts.recipe, parts.layout, parts.recipe.type);
    report.gateSites = reportGates(mixture);

    const auto writeStart = Clock::now();
    report.bytesWritten = writeModel(mixture, target.output, target.format,
                                     mixtureSaveOptions(mixture, target.dtype, target.compat), progress, cancel);
    report.writeSeconds = secondsSince(writeStart);
    if (progress) progress({.stage = Stage::Done, .fraction = 1.0});
    return report;
}

}  // namespace segmoe
