// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model_tools.h"

#include <ATen/ATen.h>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/engine/model_search.h"
#include "core/engine/trace_picture.h"
#include "core/images/png_codec.h"
#include "core/moe/trace_csv.h"
#include "core/moe/trace_file.h"
#include "core/moe/trace_summary.h"
#include "core/pipeline/component_forward.h"
#include "core/pipeline/compute_device.h"
#include "core/pipeline/recipe_model.h"
#include "core/weights/safetensors_file.h"
#include "core/weights/safetensors_writer.h"

namespace segmoe {

namespace {

using namespace pipeline;

/// A recipe is a model too; its gates are measured in fp32 on the CPU unless the request says otherwise.
ModelFiles openAnyModel(const std::string& model, const GateOptions& gates, const CancelToken& cancel) {
    const ModelRef ref = ModelRef::parse(model);
    return ref.kind() == ModelRefKind::Recipe ? openRecipeModel(ref.path(), programSearch(), gates, cancel, {})
                                              : openModelFiles(ref, programSearch());
}

}  // namespace

struct TokenizeTool::Impl {
    std::shared_ptr<const ClipTokenizer> tokenizer;
};

TokenizeTool::TokenizeTool(const std::string& model, int encoder) : m_impl(std::make_unique<Impl>()) {
    const ModelRef ref = ModelRef::parse(model);
    const ModelFiles files = ref.kind() == ModelRefKind::Recipe ? openRecipeHeaders(ref.path(), programSearch(), false)
                                                                : openModelFiles(ref, programSearch());
    if (encoder < 1 || static_cast<std::size_t>(encoder) > files.encoders.size())
        throw Error(ErrorCode::ComponentMissing, "'" + files.name + "' has " + std::to_string(files.encoders.size()) +
                                                     " text encoder(s), so there is no encoder " +
                                                     std::to_string(encoder) + ".");
    m_impl->tokenizer = files.encoders[static_cast<std::size_t>(encoder) - 1].requireTokenizer(files.name);
}

TokenizeTool::~TokenizeTool() = default;

std::vector<int> TokenizeTool::ids(const std::string& text, bool raw) const {
    const ClipTokenizer& tokenizer = *m_impl->tokenizer;
    if (!raw) {
        const std::vector<std::int64_t> padded = tokenizer.encodePadded(text);
        return {padded.begin(), padded.end()};
    }
    std::vector<int> ids = {static_cast<int>(tokenizer.bosId())};
    for (const std::int64_t id : tokenizer.encode(text)) ids.push_back(static_cast<int>(id));
    ids.push_back(static_cast<int>(tokenizer.eosId()));
    return ids;
}

std::optional<Component> parseComponent(const std::string& name) {
    static constexpr std::pair<const char*, Component> kNames[] = {{"text_encoder", Component::TextEncoder},
                                                                   {"text_encoder_2", Component::TextEncoder2},
                                                                   {"unet", Component::Unet},
                                                                   {"vae_encoder", Component::VaeEncoder},
                                                                   {"vae_decoder", Component::VaeDecoder}};
    for (const auto& [known, component] : kNames)
        if (name == known) return component;
    return std::nullopt;
}

void forwardComponent(const ForwardRequest& request, const CancelToken& cancel) {
    const ModelFiles files = openAnyModel(request.model, {request.device, request.precision, request.compat}, cancel);
    const Placement placement = choosePlacement(request.device, request.precision, files.weightBytes());
    const auto inputs = SafetensorsFile::open(request.input);
    RoutingTrace trace;
    MemorySource::Tensors outputs;
    switch (request.component) {
        case Component::TextEncoder: outputs = forwardTextEncoder(files, 0, *inputs, placement, cancel); break;
        case Component::TextEncoder2: outputs = forwardTextEncoder(files, 1, *inputs, placement, cancel); break;
        case Component::Unet: outputs = forwardUnet(files, *inputs, placement, request.compat, &trace, cancel); break;
        case Component::VaeEncoder: outputs = forwardVaeEncoder(files, *inputs, placement, cancel); break;
        case Component::VaeDecoder: outputs = forwardVaeDecoder(files, *inputs, placement, cancel); break;
    }
    if (!request.traceFile.empty()) {
        if (trace.empty())
            throw Error(ErrorCode::RequestInvalid, "There is nothing to trace: '" + files.name +
                                                       "' is not a mixture or the component is not its UNet.");
        writeTrace(trace, request.traceFile);
    }
    writeSafetensors(MemorySource(std::move(outputs)), request.output, {}, cancel);
}

RoutingTrace readTrace(const std::filesystem::path& file) { return moe::readTrace(file); }

void writeTrace(const RoutingTrace& trace, const std::filesystem::path& file) { moe::writeTrace(trace, file); }

void writeTrace(const RenderedImage& image, const std::filesystem::path& file, bool maps) {
    moe::writeTrace(image.trace, file, maps ? image.detail.get() : nullptr);
}

void writeCapture(const RenderedImage& image, const std::filesystem::path& file, bool withPicture) {
    moe::writeCapture(image, file, withPicture);
}

RenderedImage readCapture(const std::filesystem::path& file) { return moe::readCapture(file); }

void writeTraceCsv(const RoutingTrace& trace, const std::filesystem::path& file) {
    writeFileAtomically(file, moe::traceCsv(trace));
}

void writeTracePng(const RoutingTrace& trace, const std::filesystem::path& file) {
    images::writePng(file, drawRoutingMap(trace));
}

nlohmann::json summarizeTrace(const RoutingTrace& trace) { return moe::summaryJson(trace, moe::summarize(trace)); }

nlohmann::json compareTraces(const RoutingTrace& a, const RoutingTrace& b) {
    return moe::agreementJson(a, moe::compare(a, b));
}

}  // namespace segmoe
