// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/single_file.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/weights/combined_source.h"
#include "core/weights/ldm_unet_names.h"
#include "core/weights/ldm_vae_names.h"
#include "core/weights/normalised_source.h"
#include "core/weights/renamed_source.h"
#include "core/weights/text_encoder_names.h"

namespace segmoe {

namespace {

constexpr std::string_view kUnetPrefix = "model.diffusion_model.";
constexpr std::string_view kVaePrefix = "first_stage_model.";
constexpr std::string_view kSd1TextPrefix = "cond_stage_model.transformer.";
constexpr std::string_view kSd2TextPrefix = "cond_stage_model.model.";
constexpr std::string_view kSdxlTextPrefix = "conditioner.embedders.0.transformer.";
constexpr std::string_view kSdxlText2Prefix = "conditioner.embedders.1.model.";

bool hasPrefix(const TensorSource& source, std::string_view prefix) {
    const auto& names = source.names();
    const auto first = std::lower_bound(names.begin(), names.end(), prefix);
    return first != names.end() && first->starts_with(prefix);
}

std::vector<std::string> namesUnder(const TensorSource& source, std::string_view prefix) {
    std::vector<std::string> names;
    for (const std::string& name : source.names())
        if (name.starts_with(prefix)) names.push_back(name.substr(prefix.size()));
    return names;
}

TensorSourcePtr renamed(const TensorSourcePtr& source, RenamedSource::Table table) {
    return std::make_shared<RenamedSource>(source, std::move(table));
}

TensorSourcePtr unetOf(const TensorSourcePtr& file) {
    const bool isPrefixed = hasPrefix(*file, kUnetPrefix);
    if (!isPrefixed && file->contains("conv_in.weight") && hasPrefix(*file, "down_blocks.0.")) return file;
    if (!isPrefixed && !file->contains("input_blocks.0.0.weight")) return nullptr;
    const std::string prefix(isPrefixed ? kUnetPrefix : "");
    const auto names = namesUnder(*file, prefix);
    const PrefixMap map(ldmUnetPairs(names));
    RenamedSource::Table table;
    for (const std::string& name : names) table[map.translate(name).value_or(name)] = {.from = {prefix + name}};
    return renamed(file, std::move(table));
}

std::optional<std::string> vaePrefixOf(const TensorSource& file) {
    for (const std::string_view prefix : {kVaePrefix, std::string_view("vae."), std::string_view("")})
        for (const char* half : {"encoder.conv_in.weight", "decoder.conv_in.weight"})
            if (file.contains(std::string(prefix).append(half))) return std::string(prefix);
    return std::nullopt;
}

TensorSourcePtr vaeOf(const TensorSourcePtr& file) {
    const auto prefix = vaePrefixOf(*file);
    if (!prefix) return nullptr;
    const auto names = namesUnder(*file, *prefix);
    const PrefixMap map(ldmVaePairs(names));
    RenamedSource::Table table;
    for (const std::string& name : names) {
        if (name.starts_with("loss.") || name.starts_with("model_ema.")) continue;
        table[map.translate(name).value_or(name)] = {.from = {*prefix + name}};
    }
    return normalisedVae(renamed(file, std::move(table)));
}

/// A text model that is stored under transformers' own names behind a prefix.
TensorSourcePtr clipOf(const TensorSourcePtr& file, std::string_view prefix) {
    if (!hasPrefix(*file, prefix)) return nullptr;
    RenamedSource::Table table;
    for (const std::string& name : namesUnder(*file, prefix))
        if (!name.starts_with("text_projection") && name != "logit_scale")
            table[name] = {.from = {std::string(prefix) + name}};
    return normalisedTextEncoder(renamed(file, std::move(table)));
}

TensorSourcePtr openClipOf(const TensorSourcePtr& file, std::string_view prefix, bool isSd2) {
    return hasPrefix(*file, prefix) ? renamed(file, openClipToTransformers(*file, std::string(prefix), isSd2))
                                    : nullptr;
}

TensorSourcePtr firstOf(std::initializer_list<TensorSourcePtr> sources) {
    const auto found =
        std::find_if(sources.begin(), sources.end(), [](const TensorSourcePtr& source) { return source != nullptr; });
    return found == sources.end() ? nullptr : *found;
}

TensorSourcePtr joinedUnet(const TensorSourcePtr& unet) {
    const PrefixMap map(inverted(ldmUnetPairs(unet->names())));
    RenamedSource::Table table;
    for (const std::string& name : unet->names())
        table[std::string(kUnetPrefix) + map.translate(name).value_or(name)] = {.from = {name}};
    return renamed(unet, std::move(table));
}

TensorSourcePtr joinedVae(const TensorSourcePtr& stored) {
    const TensorSourcePtr vae = normalisedVae(stored);
    const PrefixMap map(inverted(ldmVaePairs(vae->names())));
    RenamedSource::Table table;
    for (const std::string& name : vae->names()) {
        RenamedTensor tensor{.from = {name}};
        const auto info = vae->find(name);
        if (isVaeAttentionMatrix(name) && info && info->shape.size() == 2)
            tensor.shape = {info->shape[0], info->shape[1], 1, 1};
        table[std::string(kVaePrefix) + map.translate(name).value_or(name)] = std::move(tensor);
    }
    return renamed(vae, std::move(table));
}

TensorSourcePtr joinedClip(const TensorSourcePtr& encoder, std::string_view prefix) {
    RenamedSource::Table table;
    for (const std::string& name : encoder->names()) table[std::string(prefix) + name] = {.from = {name}};
    return renamed(encoder, std::move(table));
}

}  // namespace

ModelComponents splitSingleFile(const TensorSourcePtr& file) {
    ModelComponents parts;
    parts.unet = unetOf(file);
    parts.vae = vaeOf(file);
    parts.textEncoder =
        firstOf({clipOf(file, kSd1TextPrefix), openClipOf(file, kSd2TextPrefix, true), clipOf(file, kSdxlTextPrefix)});
    parts.textEncoder2 = openClipOf(file, kSdxlText2Prefix, false);
    if (!parts.unet && !parts.vae && !parts.textEncoder && !parts.textEncoder2)
        throw Error(ErrorCode::ArchitectureUnknown,
                    quote(file->describe()) +
                        " holds no part of a Stable Diffusion model that is known here. "
                        "Choose a checkpoint of SD 1, SD 2, SDXL, SSD-1B or Vega.");
    return parts;
}

TensorSourcePtr joinSingleFile(const ModelComponents& components, ModelFamily family) {
    const bool isSdxl = family == ModelFamily::Sdxl || (family == ModelFamily::Custom && components.textEncoder2);
    std::vector<TensorSourcePtr> parts;
    if (components.unet) parts.push_back(joinedUnet(components.unet));
    if (components.vae) parts.push_back(joinedVae(components.vae));
    if (components.textEncoder) {
        const TensorSourcePtr encoder = normalisedTextEncoder(components.textEncoder);
        parts.push_back(family == ModelFamily::Sd2
                            ? renamed(encoder, transformersToOpenClip(*encoder, std::string(kSd2TextPrefix)))
                            : joinedClip(encoder, isSdxl ? kSdxlTextPrefix : kSd1TextPrefix));
    }
    if (components.textEncoder2) {
        const TensorSourcePtr encoder = normalisedTextEncoder(components.textEncoder2);
        parts.push_back(renamed(encoder, transformersToOpenClip(*encoder, std::string(kSdxlText2Prefix))));
    }
    if (parts.empty())
        throw Error(ErrorCode::ComponentMissing, "A single-file checkpoint needs at least one network to write.");
    return std::make_shared<CombinedSource>(parts, parts.front()->describe());
}

}  // namespace segmoe
