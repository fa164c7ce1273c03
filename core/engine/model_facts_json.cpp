// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model_facts_json.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/error.h"

namespace segmoe {

namespace {

using nlohmann::json;

template <class T>
void read(const json& document, const char* key, T& into) {
    const auto found = document.find(key);
    if (found == document.end()) return;
    try {
        into = found->get<T>();
    } catch (const json::exception&) {
        // an older index: the default stays
    }
}

template <class Enum>
void readEnum(const json& document, const char* key, Enum last, Enum& into) {
    int value = static_cast<int>(into);
    read(document, key, value);
    if (value >= 0 && value <= static_cast<int>(last)) into = static_cast<Enum>(value);
}

json architectureJson(const Architecture& architecture) {
    return {{"family", static_cast<int>(architecture.family)},
            {"name", architecture.name},
            {"channels", architecture.inChannels},
            {"cross", architecture.crossAttentionDim},
            {"size", architecture.nativeSize},
            {"mixture", architecture.isMixture},
            {"experts", architecture.experts}};
}

Architecture architectureOf(const json& document) {
    Architecture architecture;
    readEnum(document, "family", ModelFamily::Custom, architecture.family);
    read(document, "name", architecture.name);
    read(document, "channels", architecture.inChannels);
    read(document, "cross", architecture.crossAttentionDim);
    read(document, "size", architecture.nativeSize);
    read(document, "mixture", architecture.isMixture);
    read(document, "experts", architecture.experts);
    return architecture;
}

json refusalJson(const Failure& failure) {
    return {{"code", errorCodeName(failure.code)}, {"message", failure.message}, {"detail", failure.detail}};
}

Failure refusalOf(const json& document) {
    Failure failure{ErrorCode::FormatUnsupported, {}, {}};
    std::string code;
    read(document, "code", code);
    for (const ErrorCode known : allErrorCodes())
        if (errorCodeName(known) == code) failure.code = known;
    read(document, "message", failure.message);
    read(document, "detail", failure.detail);
    return failure;
}

}  // namespace

std::string factsToJson(const ModelFacts& facts) {
    json document = {{"name", facts.name},
                     {"role", static_cast<int>(facts.role)},
                     {"architecture", architectureJson(facts.architecture)},
                     {"blocks", facts.blocks},
                     {"attention_bytes", facts.attentionBytes},
                     {"feed_forward_bytes", facts.feedForwardBytes},
                     {"structure", facts.structure},
                     {"dtype", facts.dtype},
                     {"bytes", facts.bytes},
                     {"v_prediction", facts.vPrediction},
                     {"vae", facts.hasVae},
                     {"text_encoder", facts.hasTextEncoder},
                     {"few_steps", static_cast<int>(facts.fewSteps)},
                     {"title", facts.title},
                     {"author", facts.author},
                     {"license", facts.license},
                     {"origin", facts.origin},
                     {"trigger", facts.trigger}};
    if (facts.refusal) document["refusal"] = refusalJson(*facts.refusal);
    return document.dump(-1, ' ', true, json::error_handler_t::replace);
}

ModelFacts factsFromJson(const std::string& text) {
    ModelFacts facts;
    const json document = json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!document.is_object()) return facts;
    read(document, "name", facts.name);
    readEnum(document, "role", ModelRole::Refused, facts.role);
    if (const auto found = document.find("architecture"); found != document.end() && found->is_object())
        facts.architecture = architectureOf(*found);
    read(document, "blocks", facts.blocks);
    read(document, "attention_bytes", facts.attentionBytes);
    read(document, "feed_forward_bytes", facts.feedForwardBytes);
    read(document, "structure", facts.structure);
    read(document, "dtype", facts.dtype);
    read(document, "bytes", facts.bytes);
    read(document, "v_prediction", facts.vPrediction);
    read(document, "vae", facts.hasVae);
    read(document, "text_encoder", facts.hasTextEncoder);
    readEnum(document, "few_steps", FewSteps::FromFileName, facts.fewSteps);
    read(document, "title", facts.title);
    read(document, "author", facts.author);
    read(document, "license", facts.license);
    read(document, "origin", facts.origin);
    read(document, "trigger", facts.trigger);
    if (const auto found = document.find("refusal"); found != document.end() && found->is_object())
        facts.refusal = refusalOf(*found);
    return facts;
}

}  // namespace segmoe
