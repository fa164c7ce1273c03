// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/trace_file.h"

#include <cmath>
#include <set>

#include <ATen/ATen.h>

#include "core/base/error.h"
#include "core/base/json_reader.h"
#include "core/base/utf8.h"
#include "core/weights/memory_source.h"
#include "core/weights/safetensors_file.h"
#include "core/weights/safetensors_writer.h"

namespace segmoe::moe {

namespace {

constexpr const char* kVersionKey = "segmoe_trace";
constexpr int kVersion = 1;
constexpr std::int64_t kMaxSteps = 100'000;
constexpr std::int64_t kMaxSites = 10'000;
constexpr std::int64_t kMaxExperts = 64;

template <class T>
at::Tensor tensorOf(const std::vector<T>& values, at::IntArrayRef shape, at::ScalarType type) {
    return at::from_blob(const_cast<T*>(values.data()), shape, at::dtype(type)).clone();
}

/// Reads one file, naming it in every complaint.
class TraceReader {
public:
    explicit TraceReader(const std::filesystem::path& file) : m_path(file), m_file(open(file)) {}

    RoutingTrace read() {
        checkVersion();
        RoutingTrace trace;
        trace.sites = texts("sites", kMaxSites);
        trace.experts = texts("experts", kMaxExperts);
        trace.request = metadata("request");
        (void)parse(trace.request);
        const auto sites = static_cast<std::int64_t>(trace.sites.size());
        const auto experts = static_cast<std::int64_t>(trace.experts.size());
        const TensorInfo chosen = info("chosen", DType::I32, 3);
        const std::int64_t steps = chosen.shape[0], k = chosen.shape[2];
        if (steps < 1 || steps > kMaxSteps || sites < 1 || experts < 1 || k < 1 || k > experts)
            fail("its sizes make no sense");
        requireShape("chosen", chosen, {steps, sites, k});
        requireShape("weights", info("weights", DType::F32, 3), {steps, sites, k});
        requireShape("scores", info("scores", DType::F32, 3), {steps, sites, experts});
        requireShape("timesteps", info("timesteps", DType::F32, 1), {steps});
        trace.steps = static_cast<int>(steps);
        trace.k = static_cast<int>(k);
        trace.chosen = values<std::int32_t>("chosen");
        trace.weights = finite("weights");
        trace.scores = finite("scores");
        trace.timesteps = finite("timesteps");
        checkChosen(trace);
        return trace;
    }

private:
    static std::shared_ptr<const SafetensorsFile> open(const std::filesystem::path& file) {
        try {
            return SafetensorsFile::open(file);
        } catch (const Error& error) {
            if (error.code() == ErrorCode::FileMissing || error.code() == ErrorCode::LocalIo) throw;
            throw Error(ErrorCode::CaptureInvalid, quotePath(file) + " is not a routing trace: " + error.what(),
                        error.detail());
        }
    }

    [[noreturn]] void fail(const std::string& why) const {
        throw Error(ErrorCode::CaptureInvalid,
                    quotePath(m_path) + " is not a routing trace: " + why + ". Choose a file written by --trace.");
    }

    std::string metadata(const std::string& key) const {
        const auto found = m_file->metadata().find(key);
        if (found == m_file->metadata().end()) fail("its metadata has no '" + key + "'");
        return found->second;
    }

    nlohmann::json parse(const std::string& text) const {
        return parseJson(text, m_path.string(), {.code = ErrorCode::CaptureInvalid});
    }

    void checkVersion() const {
        const auto found = m_file->metadata().find(kVersionKey);
        if (found == m_file->metadata().end() || found->second == std::to_string(kVersion)) return;
        throw Error(ErrorCode::CaptureTooNew,
                    quotePath(m_path) + " was written by a newer version of this program; update to read it.");
    }

    std::vector<std::string> texts(const std::string& key, std::int64_t most) const {
        const nlohmann::json list = parse(metadata(key));
        if (!list.is_array() || list.empty() || static_cast<std::int64_t>(list.size()) > most)
            fail("'" + key + "' is not a list of a sensible size");
        std::vector<std::string> result;
        for (const auto& entry : list) {
            if (!entry.is_string()) fail("'" + key + "' holds something else than texts");
            result.push_back(entry.get<std::string>());
        }
        return result;
    }

    TensorInfo info(const std::string& name, DType dtype, std::size_t dimensions) const {
        const auto found = m_file->find(name);
        if (!found) fail("it has no tensor '" + name + "'");
        if (found->dtype != dtype || found->shape.size() != dimensions)
            fail("'" + name + "' has another type or number of dimensions");
        return *found;
    }

    void requireShape(const std::string& name, const TensorInfo& found, const std::vector<std::int64_t>& shape) const {
        if (found.shape != shape)
            fail("the sizes of '" + name + "' do not fit the other tensors and the lists of sites and experts");
    }

    template <class T>
    std::vector<T> values(const std::string& name) const {
        const at::Tensor tensor = m_file->load(name).contiguous();
        return {tensor.const_data_ptr<T>(), tensor.const_data_ptr<T>() + tensor.numel()};
    }

    std::vector<float> finite(const std::string& name) const {
        std::vector<float> result = values<float>(name);
        for (float value : result)
            if (!std::isfinite(value)) fail("'" + name + "' holds values that are no numbers");
        return result;
    }

    void checkChosen(const RoutingTrace& trace) const {
        for (std::size_t at = 0; at < trace.chosen.size(); at += static_cast<std::size_t>(trace.k)) {
            std::set<std::int32_t> seen;
            for (std::size_t rank = 0; rank < static_cast<std::size_t>(trace.k); ++rank) {
                const std::int32_t expert = trace.chosen[at + rank];
                if (expert < -1 || expert >= trace.expertCount()) fail("it names an expert that does not exist");
                if (expert >= 0 && !seen.insert(expert).second) fail("it names an expert twice in one decision");
            }
        }
    }

    std::filesystem::path m_path;
    std::shared_ptr<const SafetensorsFile> m_file;
};

}  // namespace

void writeTrace(const RoutingTrace& trace, const std::filesystem::path& file) {
    const auto steps = static_cast<std::int64_t>(trace.steps), sites = static_cast<std::int64_t>(trace.siteCount());
    MemorySource::Tensors tensors;
    tensors.emplace("chosen", tensorOf(trace.chosen, {steps, sites, trace.k}, at::kInt));
    tensors.emplace("weights", tensorOf(trace.weights, {steps, sites, trace.k}, at::kFloat));
    tensors.emplace("scores", tensorOf(trace.scores, {steps, sites, trace.expertCount()}, at::kFloat));
    tensors.emplace("timesteps", tensorOf(trace.timesteps, {steps}, at::kFloat));
    SafetensorsWriteOptions options;
    options.metadata = {{kVersionKey, std::to_string(kVersion)},
                        {"sites", nlohmann::json(trace.sites).dump()},
                        {"experts", nlohmann::json(trace.experts).dump()},
                        {"request", trace.request.empty() ? "{}" : trace.request}};
    writeSafetensors(MemorySource(std::move(tensors), "routing trace"), file, options);
}

RoutingTrace readTrace(const std::filesystem::path& file) { return TraceReader(file).read(); }

}  // namespace segmoe::moe
