// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/mix_writer.h"

#include <optional>
#include <utility>

#include "core/base/byte_size.h"
#include "core/base/log.h"
#include "core/base/stopwatch.h"
#include "core/base/utf8.h"
#include "core/engine/digest_worker.h"
#include "core/moe/gate_report.h"
#include "core/moe/recipe_config.h"
#include "core/moe/routing_table.h"

namespace segmoe {

namespace {

using namespace pipeline;

/// The files a mixture is made of, as pictures name them.
std::vector<std::filesystem::path> sourceFiles(const RecipeParts& parts) {
    std::vector<std::filesystem::path> files;
    const auto add = [&](const ModelFiles& model) {
        for (const UsedFile& used : model.usedFiles)
            if (!used.file.empty()) files.push_back(used.file);
    };
    add(parts.base);
    for (const ModelFiles& expert : parts.experts) add(expert);
    return files;
}

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
    const Stopwatch time;
    const std::int64_t bytes = format == ModelFormat::Diffusers
                                   ? saveModelFolder(files, output, options, progress, cancel)
                                   : saveSingleFile(files, output, options, progress, cancel);
    logMessage(LogLevel::Info, "wrote " + byteSizeText(static_cast<std::uint64_t>(bytes)) + " to " + quotePath(output) +
                                   " in " + time.text());
    return bytes;
}

MixReport writeMixture(const RecipeParts& parts, const MixTarget& target, const ProgressSink& progress,
                       const CancelToken& cancel) {
    MixReport report;
    report.output = target.output;
    report.notices = parts.notices;

    std::optional<DigestWorker> digests;
    if (target.hashes) digests.emplace(sourceFiles(parts));
    const Stopwatch gatesTime;
    moe::BuiltGates built =
        measureGates(parts, {target.device, target.precision, target.compat, target.gates}, cancel, progress);
    report.gateSeconds = gatesTime.seconds();
    report.gateEvaluations = built.evaluations;
    logMessage(LogLevel::Info, "found the gates of " + quote(parts.recipe.name) + " in " + gatesTime.text());
    report.notices.insert(report.notices.end(), built.notices.begin(), built.notices.end());

    ModelFiles mixture = mixtureFiles(parts, std::move(built.gates));
    mixture.unetDocument["segmoe_config"] = moe::segmoeConfig(parts.recipe, parts.layout, parts.recipe.type);
    report.gateSites = reportGates(mixture);

    const Stopwatch writeTime;
    report.bytesWritten = writeModel(mixture, target.output, target.format,
                                     mixtureSaveOptions(mixture, target.dtype, target.compat), progress, cancel);
    report.writeSeconds = writeTime.seconds();
    if (digests) {
        if (progress) progress({.stage = Stage::Checking, .item = {}});
        digests->finish(cancel);
    }
    if (progress) progress({.stage = Stage::Done, .fraction = 1.0, .item = {}});
    return report;
}

}  // namespace segmoe
