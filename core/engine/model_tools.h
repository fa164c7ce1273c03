// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/domain/dtype.h"
#include "core/domain/render_result.h"
#include "core/domain/routing_trace.h"

namespace segmoe {

/// `segmoe inspect`: what a folder, .safetensors, recipe, picture or trace holds. Headers only unless hashes are asked
/// for.
struct InspectOptions {
    bool gates = false;    ///< gate report of a mixture
    bool tensors = false;  ///< every tensor with type and shape
    bool hashes = false;   ///< sha256, AutoV2, AutoV3 of files
};
/// One JSON object with a "kind" ("diffusers", "segmoe", "single_file", "lora", "recipe", "picture", "trace") and
/// kind-dependent fields. `named`: a path, or a hub reference that was fetched before. Throws Error.
nlohmann::json inspect(const std::filesystem::path& named, const InspectOptions& options, const ProgressSink& progress,
                       const CancelToken& cancel);

/// `segmoe tokenize`: ids of one text between start and end. Raw: neither truncated nor padded.
class TokenizeTool {
public:
    /// encoder 1 or 2. Throws Error{ComponentMissing, TokenizerMissing…}.
    TokenizeTool(const std::string& model, int encoder);
    ~TokenizeTool();
    std::vector<int> ids(const std::string& text, bool raw) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

enum class Component { TextEncoder, TextEncoder2, Unet, VaeEncoder, VaeDecoder };
std::optional<Component> parseComponent(const std::string& name);

/// `segmoe forward`: one component on the tensors of a safetensors file (product.md §3).
struct ForwardRequest {
    Component component = Component::Unet;
    std::string model;
    std::filesystem::path input;
    std::filesystem::path output;
    Precision precision = Precision::Fp32;
    std::string device = "cpu";
    bool compat = false;
    std::filesystem::path traceFile;  ///< empty = none
};
void forwardComponent(const ForwardRequest& request, const CancelToken& cancel);

/// `segmoe trace`.
RoutingTrace readTrace(const std::filesystem::path& file);
void writeTrace(const RoutingTrace& trace, const std::filesystem::path& file);
/// Of one picture; maps: with everything its render recorded (RenderRequest::capture).
void writeTrace(const RenderedImage& image, const std::filesystem::path& file, bool maps);
/// Captures (.segroute): a trace with all that was recorded and, where wanted, the picture. Throw as traces do.
void writeCapture(const RenderedImage& image, const std::filesystem::path& file, bool withPicture);
RenderedImage readCapture(const std::filesystem::path& file);
void writeTraceCsv(const RoutingTrace& trace, const std::filesystem::path& file);
/// Heat map sites × experts (share of steps each expert was chosen), with labels, as a PNG.
void writeTracePng(const RoutingTrace& trace, const std::filesystem::path& file);
/// Load per expert, per kind, entropy, flip rate, saturation.
nlohmann::json summarizeTrace(const RoutingTrace& trace);
/// Share of equal (site, step) decisions and the sites that differ most.
nlohmann::json compareTraces(const RoutingTrace& a, const RoutingTrace& b);

}  // namespace segmoe
