// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/model_index.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_reader.h"

namespace segmoe::pipeline {

namespace {

using nlohmann::json;

/// "[library, class]" of a component; absent when the key is missing or [null, null].
bool hasComponent(const json& index, const char* name) {
    const auto found = index.find(name);
    return found != index.end() && found->is_array() && found->size() == 2 && (*found)[1].is_string();
}

}  // namespace

ModelIndex parseModelIndex(std::string_view text, const std::string& file) {
    const json index = parseJson(text, file);
    ModelIndex result;
    if (index.is_object() && index.contains("_class_name") && index["_class_name"].is_string())
        result.pipeline = index["_class_name"].get<std::string>();
    static constexpr std::string_view kKnown[] = {"StableDiffusionPipeline", "StableDiffusionXLPipeline",
                                                  "SegMoEPipeline"};
    if (std::find(std::begin(kKnown), std::end(kKnown), result.pipeline) == std::end(kKnown))
        throw Error(ErrorCode::ArchitectureUnknown,
                    "'" + result.pipeline + "' in " + file +
                        " is not a pipeline this program knows; it renders StableDiffusionPipeline and "
                        "StableDiffusionXLPipeline.");
    result.hasSecondEncoder = hasComponent(index, "text_encoder_2");
    if (const auto zeros = index.find("force_zeros_for_empty_prompt"); zeros != index.end() && zeros->is_boolean())
        result.zerosForEmptyPrompt = zeros->get<bool>();
    return result;
}

}  // namespace segmoe::pipeline
