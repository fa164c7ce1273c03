// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/trace_file.h"

#include <charconv>
#include <set>

#include <ATen/ATen.h>

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/moe/detail_file.h"
#include "core/moe/record_file.h"
#include "core/weights/memory_source.h"
#include "core/weights/safetensors_writer.h"

namespace segmoe::moe {

namespace {

constexpr const char* kVersionKey = "segmoe_trace";
constexpr int kVersion = 1;
constexpr std::int64_t kMaxSteps = 100'000;
constexpr std::int64_t kMaxSites = 10'000;
constexpr std::int64_t kMaxExperts = 64;
constexpr std::int64_t kMaxSide = 16'384;

void checkVersion(const RecordFile& file) {
    if (!file.hasMetadata(kVersionKey) || file.metadata(kVersionKey) == std::to_string(kVersion)) return;
    throw Error(ErrorCode::CaptureTooNew,
                quotePath(file.path()) + " was written by a newer version of this program; update to read it.");
}

void checkChosen(const RoutingTrace& trace, const RecordFile& file) {
    for (std::size_t at = 0; at < trace.chosen.size(); at += static_cast<std::size_t>(trace.k)) {
        std::set<std::int32_t> seen;
        for (std::size_t rank = 0; rank < static_cast<std::size_t>(trace.k); ++rank) {
            const std::int32_t expert = trace.chosen[at + rank];
            if (expert < -1 || expert >= trace.expertCount()) file.fail("it names an expert that does not exist");
            if (expert >= 0 && !seen.insert(expert).second) file.fail("it names an expert twice in one decision");
        }
    }
}

RoutingTrace traceOf(const RecordFile& file) {
    checkVersion(file);
    RoutingTrace trace;
    trace.sites = file.texts(file.parse(file.metadata("sites")), "sites", kMaxSites);
    trace.experts = file.texts(file.parse(file.metadata("experts")), "experts", kMaxExperts);
    trace.request = file.metadata("request");
    (void)file.parse(trace.request);
    const auto sites = static_cast<std::int64_t>(trace.sites.size());
    const auto experts = static_cast<std::int64_t>(trace.experts.size());
    const TensorInfo chosen = file.info("chosen", DType::I32, 3);
    const std::int64_t steps = chosen.shape[0], k = chosen.shape[2];
    if (steps < 1 || steps > kMaxSteps || k < 1 || k > experts) file.fail("its sizes make no sense");
    trace.steps = static_cast<int>(steps);
    trace.k = static_cast<int>(k);
    trace.chosen = file.values<std::int32_t>("chosen", DType::I32, {steps, sites, k});
    trace.weights = file.finite("weights", {steps, sites, k});
    trace.scores = file.finite("scores", {steps, sites, experts});
    trace.timesteps = file.finite("timesteps", {steps});
    checkChosen(trace, file);
    return trace;
}

Picture pictureOf(const RecordFile& file) {
    const TensorInfo info = file.info("picture", DType::U8, 3);
    const std::int64_t height = info.shape[0], width = info.shape[1];
    if (height < 1 || width < 1 || height > kMaxSide || width > kMaxSide || info.shape[2] != 3)
        file.fail("its picture has no sensible size");
    Picture picture{static_cast<int>(width), static_cast<int>(height), {}};
    picture.rgb = file.values<std::uint8_t>("picture", DType::U8, info.shape);
    return picture;
}

std::int64_t seedOf(const RecordFile& file) {
    const std::string text = file.metadata("seed");
    std::int64_t seed = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (error != std::errc{} || end != text.data() + text.size()) file.fail("its seed is no number");
    return seed;
}

struct Parts {
    MemorySource::Tensors tensors;
    SafetensorsWriteOptions options;
};

Parts partsOf(const RoutingTrace& trace, const RoutingDetail* detail) {
    const auto steps = static_cast<std::int64_t>(trace.steps), sites = static_cast<std::int64_t>(trace.siteCount());
    Parts parts;
    parts.tensors.emplace("chosen", recordTensor(trace.chosen, {steps, sites, trace.k}, at::kInt));
    parts.tensors.emplace("weights", recordTensor(trace.weights, {steps, sites, trace.k}, at::kFloat));
    parts.tensors.emplace("scores", recordTensor(trace.scores, {steps, sites, trace.expertCount()}, at::kFloat));
    parts.tensors.emplace("timesteps", recordTensor(trace.timesteps, {steps}, at::kFloat));
    parts.options.metadata = {{kVersionKey, std::to_string(kVersion)},
                              {"sites", nlohmann::json(trace.sites).dump()},
                              {"experts", nlohmann::json(trace.experts).dump()},
                              {"request", trace.request.empty() ? "{}" : trace.request}};
    if (detail) addDetail(*detail, trace.expertCount(), trace.k, parts.tensors, parts.options.metadata);
    return parts;
}

}  // namespace

void writeTrace(const RoutingTrace& trace, const std::filesystem::path& file, const RoutingDetail* detail) {
    Parts parts = partsOf(trace, detail);
    writeSafetensors(MemorySource(std::move(parts.tensors), "routing trace"), file, parts.options);
}

RoutingTrace readTrace(const std::filesystem::path& file) { return traceOf(RecordFile(file)); }

void writeCapture(const RenderedImage& image, const std::filesystem::path& file, bool withPicture) {
    Parts parts = partsOf(image.trace, image.detail.get());
    if (withPicture && !image.picture.empty())
        parts.tensors.emplace(
            "picture", recordTensor(image.picture.rgb, {image.picture.height, image.picture.width, 3}, at::kByte));
    parts.options.metadata["seed"] = std::to_string(image.seed);
    parts.options.metadata["parameters"] = image.parameters;
    parts.options.metadata["segmoe"] = image.segmoeJson;
    writeSafetensors(MemorySource(std::move(parts.tensors), "routing capture"), file, parts.options);
}

RenderedImage readCapture(const std::filesystem::path& path) {
    const RecordFile file(path);
    RenderedImage image;
    image.trace = traceOf(file);
    image.detail = readDetail(file, image.trace);
    if (file.has("picture")) image.picture = pictureOf(file);
    if (file.hasMetadata("seed")) image.seed = seedOf(file);
    if (file.hasMetadata("parameters")) image.parameters = file.metadata("parameters");
    if (file.hasMetadata("segmoe")) image.segmoeJson = file.metadata("segmoe");
    return image;
}

}  // namespace segmoe::moe
