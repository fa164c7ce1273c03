// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// The settings in a ComfyUI graph: from the node that saves the picture back to what made it.
#include <algorithm>

#include "core/images/comfy_graph.h"
#include "core/images/foreign_fields.h"
#include "core/images/sampler_titles.h"
#include "core/images/settings_reader.h"

namespace segmoe::images {

namespace {

using nlohmann::json;
using Role = NamedModel::Role;

constexpr double kMaxStrength = 100.0;
constexpr std::size_t kMaxModels = 100;

bool isSampler(const json& node) {
    const std::string& kind = ComfyGraph::kindOf(node);
    return kind.find("KSampler") != std::string::npos || kind.starts_with("SamplerCustom");
}

bool isOutput(const json& node) {
    const std::string& kind = ComfyGraph::kindOf(node);
    return kind.find("SaveImage") != std::string::npos || kind == "PreviewImage" || kind.starts_with("SaveAnimated");
}

/// The first pass behind a picture: later ones upscale what it made. KSamplerSelect only names a method.
const json* samplerBehind(ComfyGraph& graph, const json& output) {
    static const std::vector<std::string> kBack = {"samples", "latent_image", "latent",       "images",
                                                   "image",   "pixels",       "upscale_image"};
    const json* sampler = nullptr;
    for (const json* node : graph.chain(output, "images", kBack))
        if (isSampler(*node) && ComfyGraph::isLink(ComfyGraph::input(*node, "latent_image"))) sampler = node;
    return sampler;
}

const json* findSampler(ComfyGraph& graph) {
    for (const json& node : graph.nodes())
        if (isOutput(node))
            if (const json* sampler = samplerBehind(graph, node)) return sampler;
    for (const json& node : graph.nodes())
        if (isSampler(node) && !ComfyGraph::input(node, "latent_image").is_null()) return &node;
    return nullptr;
}

class Reader {
public:
    Reader(ComfyGraph& graph, const json& sampler) : m_graph(graph), m_sampler(sampler) {}

    PictureSettings read() {
        m_settings.format = "ComfyUI";
        const json* guider = m_graph.follow(m_sampler, "guider").node;
        readNumbers(guider);
        const json& source = guider ? *guider : m_sampler;
        m_settings.prompt =
            m_graph.prompt(source, guider && !hasInput(source, "positive") ? "conditioning" : "positive");
        m_settings.negative = m_graph.prompt(source, "negative");
        readModels(source);
        readSize();
        m_settings.noise = NoiseSource::Cpu;
        m_settings.weightRule = WeightRule::FromEmpty;
        m_settings.others.emplace_back("Nodes", std::to_string(m_graph.nodes().size()));
        return std::move(m_settings);
    }

private:
    static bool hasInput(const json& node, const char* name) { return !ComfyGraph::input(node, name).is_null(); }

    std::optional<std::uint64_t> whole(const json& node, const char* name, std::uint64_t least, std::uint64_t most) {
        return foreignWhole(m_graph.value(node, name), least, most);
    }

    /// Most samplers hold everything; the custom ones spread it over nodes of noise, schedule and method.
    void readNumbers(const json* guider) {
        const json* noise = m_graph.follow(m_sampler, "noise").node;
        const json* sigmas = m_graph.follow(m_sampler, "sigmas").node;
        const json* method = m_graph.follow(m_sampler, "sampler").node;
        const json& seedNode = noise ? *noise : m_sampler;
        for (const char* name : {"noise_seed", "seed"})
            if (const auto seed = whole(seedNode, name, 0, UINT64_MAX)) m_settings.seed = seed;
        const json& stepNode = sigmas ? *sigmas : m_sampler;
        if (const auto steps = whole(stepNode, "steps", 1, 10'000)) m_settings.steps = static_cast<int>(*steps);
        m_settings.guidanceScale = foreignReal(m_graph.value(guider ? *guider : m_sampler, "cfg"), 0.0, 1000.0);
        const std::string sampler =
            foreignText(m_graph.value(method ? *method : m_sampler, "sampler_name")).value_or("");
        const std::string schedule = foreignText(m_graph.value(stepNode, "scheduler")).value_or("");
        if (!sampler.empty()) assignSampler(sampler, schedule, m_settings);
        if (const auto denoise = foreignReal(m_graph.value(stepNode, "denoise"), 0.0, 1.0); denoise && *denoise < 1.0)
            m_settings.denoisingStrength = denoise;
    }

    void add(Role role, const json& name, double strength = 1.0) {
        const auto text = foreignText(name);
        if (text && !text->empty() && m_settings.models.size() < kMaxModels)
            m_settings.models.push_back({role, *text, {}, {}, strength});
    }

    void readModels(const json& source) {
        const json* checkpoint = nullptr;
        for (const json* node : m_graph.chain(source, "model", {"model", "model1", "base_model"})) {
            if (hasInput(*node, "lora_name"))
                add(Role::Lora, ComfyGraph::input(*node, "lora_name"),
                    foreignReal(m_graph.value(*node, "strength_model"), -kMaxStrength, kMaxStrength).value_or(1.0));
            if (hasInput(*node, "ckpt_name") || hasInput(*node, "unet_name")) checkpoint = node;
        }
        if (checkpoint)
            add(Role::Model,
                m_graph.value(*checkpoint, hasInput(*checkpoint, "ckpt_name") ? "ckpt_name" : "unet_name"));
        for (const json& node : m_graph.nodes()) {
            if (ComfyGraph::kindOf(node) == "VAELoader") add(Role::Vae, m_graph.value(node, "vae_name"));
            if (ComfyGraph::kindOf(node) != "CLIPSetLastLayer") continue;
            const json layer = m_graph.value(node, "stop_at_clip_layer");
            if (layer.is_number_integer() && layer >= -12 && layer <= -1) m_settings.clipSkip = -layer.get<int>() - 1;
        }
    }

    void readSize() {
        for (const json* node :
             m_graph.chain(m_sampler, "latent_image", {"samples", "latent", "latent_image", "pixels", "image"})) {
            const auto width = whole(*node, "width", 1, 65535);
            const auto height = whole(*node, "height", 1, 65535);
            if (!width || !height) continue;
            m_settings.width = static_cast<int>(*width);
            m_settings.height = static_cast<int>(*height);
        }
    }

    ComfyGraph& m_graph;
    const json& m_sampler;
    PictureSettings m_settings;
};

}  // namespace

std::optional<PictureSettings> readComfySettings(const json& value) {
    if (!ComfyGraph::isGraph(value)) return std::nullopt;
    ComfyGraph graph(value);
    const json* sampler = findSampler(graph);
    if (!sampler) return std::nullopt;
    return Reader(graph, *sampler).read();
}

}  // namespace segmoe::images
