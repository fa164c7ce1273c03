// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/text_encoder_names.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace segmoe {

namespace {

constexpr std::string_view kLayers = "transformer.resblocks.";
constexpr std::string_view kEncoderLayers = "text_model.encoder.layers.";
constexpr const char* kProjections[] = {"q_proj", "k_proj", "v_proj"};

/// Layer number and rest of a name: {3, ".ln_1.weight"} of "transformer.resblocks.3.ln_1.weight".
std::optional<std::pair<std::size_t, std::string_view>> layerOf(std::string_view name, std::string_view prefix) {
    if (!name.starts_with(prefix)) return std::nullopt;
    std::size_t layer = 0;
    const auto [end, failed] = std::from_chars(name.data() + prefix.size(), name.data() + name.size(), layer);
    if (failed != std::errc{} || layer > 999) return std::nullopt;
    return std::pair(layer, std::string_view(end, static_cast<std::size_t>(name.data() + name.size() - end)));
}

std::size_t layerCount(const std::vector<std::string>& names, std::string_view start, std::string_view prefix) {
    std::size_t count = 0;
    for (const std::string& name : names) {
        if (!name.starts_with(start)) continue;
        if (const auto layer = layerOf(std::string_view(name).substr(start.size()), prefix))
            count = std::max(count, layer->first + 1);
    }
    return count;
}

/// Splits in_proj_weight or in_proj_bias into the rows of q, k and v.
void addSplit(RenamedSource::Table& table, const TensorSource& source, const std::string& from, std::size_t layer,
              const char* kind) {
    const auto info = source.find(from);
    if (!info || info->shape.empty()) return;
    const std::int64_t width = info->shape[0] / 3;
    for (std::int64_t part = 0; part < 3; ++part) {
        const std::string to =
            std::string(kEncoderLayers) + std::to_string(layer) + ".self_attn." + kProjections[part] + "." + kind;
        table[to] = {.from = {from}, .rows = std::pair(part * width, (part + 1) * width)};
    }
}

}  // namespace

PrefixPairs openClipPairs(std::size_t layers) {
    PrefixPairs pairs = {{"token_embedding", "text_model.embeddings.token_embedding"},
                         {"positional_embedding", "text_model.embeddings.position_embedding.weight"},
                         {"ln_final", "text_model.final_layer_norm"}};
    static constexpr std::pair<std::string_view, std::string_view> kInner[] = {
        {".ln_1", ".layer_norm1"},
        {".ln_2", ".layer_norm2"},
        {".mlp.c_fc", ".mlp.fc1"},
        {".mlp.c_proj", ".mlp.fc2"},
        {".attn.out_proj", ".self_attn.out_proj"}};
    for (std::size_t i = 0; i < layers; ++i)
        for (const auto& [inOpenClip, inTransformers] : kInner)
            pairs.emplace_back(std::string(kLayers).append(std::to_string(i)).append(inOpenClip),
                               std::string(kEncoderLayers).append(std::to_string(i)).append(inTransformers));
    return pairs;
}

RenamedSource::Table openClipToTransformers(const TensorSource& source, const std::string& prefix, bool isSd2) {
    constexpr std::size_t kUnusedLayerOfSd2 = 23;
    const PrefixMap map(openClipPairs(layerCount(source.names(), prefix, kLayers)));
    RenamedSource::Table table;
    for (const std::string& full : source.names()) {
        if (!full.starts_with(prefix)) continue;
        const auto name = std::string_view(full).substr(prefix.size());
        const auto layer = layerOf(name, kLayers);
        if (name == "logit_scale" ||
            (isSd2 && (name == "text_projection" || (layer && layer->first == kUnusedLayerOfSd2))))
            continue;
        if (name == "text_projection")
            table["text_projection.weight"] = {.from = {full}, .isTransposed = true};
        else if (layer && layer->second == ".attn.in_proj_weight")
            addSplit(table, source, full, layer->first, "weight");
        else if (layer && layer->second == ".attn.in_proj_bias")
            addSplit(table, source, full, layer->first, "bias");
        else  // an unknown name keeps its own, so that loading reports it
            table[map.translate(name).value_or(full)] = {.from = {full}};
    }
    return table;
}

RenamedSource::Table transformersToOpenClip(const TensorSource& encoder, const std::string& prefix) {
    const PrefixMap map(inverted(openClipPairs(layerCount(encoder.names(), {}, kEncoderLayers))));
    RenamedSource::Table table;
    for (const std::string& name : encoder.names()) {
        const auto layer = layerOf(name, kEncoderLayers);
        const auto end = layer ? layer->second : std::string_view();
        if (name == "text_projection.weight") {
            table[prefix + "text_projection"] = {.from = {name}, .isTransposed = true};
        } else if (end.starts_with(".self_attn.q_proj.")) {
            const std::string kind(end.substr(end.rfind('.') + 1));
            RenamedTensor joined;
            for (const char* projection : kProjections)
                joined.from.push_back(std::string(kEncoderLayers) + std::to_string(layer->first) + ".self_attn." +
                                      projection + "." + kind);
            table[prefix + std::string(kLayers) + std::to_string(layer->first) + ".attn.in_proj_" + kind] =
                std::move(joined);
        } else if (!end.starts_with(".self_attn.k_proj.") && !end.starts_with(".self_attn.v_proj.")) {
            table[prefix + map.translate(name).value_or(name)] = {.from = {name}};
        }
    }
    return table;
}

}  // namespace segmoe
