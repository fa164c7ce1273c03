// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model_facts_json.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/error.h"

namespace segmoe {

namespace {

using nlohmann::json;

/// Writes each field under its name.
class Writer {
public:
    template <class T>
    void field(const char* key, const T& value) {
        m_document[key] = value;
    }
    template <class Enum>
    void choice(const char* key, Enum /*last*/, const Enum& value) {
        m_document[key] = static_cast<int>(value);
    }
    json take() { return std::move(m_document); }

private:
    json m_document = json::object();
};

/// Reads each field that is there and of its kind; an older index leaves the default.
class Reader {
public:
    explicit Reader(const json& document) : m_document(document) {}
    template <class T>
    void field(const char* key, T& into) const {
        const auto found = m_document.find(key);
        if (found == m_document.end()) return;
        try {
            into = found->get<T>();
        } catch (const json::exception&) {
            // of another kind: the default stays
        }
    }
    template <class Enum>
    void choice(const char* key, Enum last, Enum& into) const {
        int value = static_cast<int>(into);
        field(key, value);
        if (value >= 0 && value <= static_cast<int>(last)) into = static_cast<Enum>(value);
    }

private:
    const json& m_document;
};

/// One list of the fields for both directions.
template <class Visitor, class Value>
void visitArchitecture(Visitor&& visitor, Value& architecture) {
    visitor.choice("family", ModelFamily::Custom, architecture.family);
    visitor.field("name", architecture.name);
    visitor.field("channels", architecture.inChannels);
    visitor.field("cross", architecture.crossAttentionDim);
    visitor.field("size", architecture.nativeSize);
    visitor.field("mixture", architecture.isMixture);
    visitor.field("experts", architecture.experts);
}

template <class Visitor, class Value>
void visitFacts(Visitor&& visitor, Value& facts) {
    visitor.field("name", facts.name);
    visitor.choice("role", ModelRole::Refused, facts.role);
    visitor.field("blocks", facts.blocks);
    visitor.field("attention_bytes", facts.attentionBytes);
    visitor.field("feed_forward_bytes", facts.feedForwardBytes);
    visitor.field("structure", facts.structure);
    visitor.field("dtype", facts.dtype);
    visitor.field("bytes", facts.bytes);
    visitor.field("v_prediction", facts.vPrediction);
    visitor.field("vae", facts.hasVae);
    visitor.field("text_encoder", facts.hasTextEncoder);
    visitor.choice("few_steps", FewSteps::FromFileName, facts.fewSteps);
    visitor.field("title", facts.title);
    visitor.field("author", facts.author);
    visitor.field("license", facts.license);
    visitor.field("origin", facts.origin);
    visitor.field("trigger", facts.trigger);
}

json refusalJson(const Failure& failure) {
    return {{"code", errorCodeName(failure.code)}, {"message", failure.message}, {"detail", failure.detail}};
}

Failure refusalOf(const json& document) {
    Failure failure{ErrorCode::FormatUnsupported, {}, {}};
    std::string code;
    const Reader reader(document);
    reader.field("code", code);
    for (const ErrorCode known : allErrorCodes())
        if (errorCodeName(known) == code) failure.code = known;
    reader.field("message", failure.message);
    reader.field("detail", failure.detail);
    return failure;
}

/// The part of that name where it is an object; else null.
const json* objectIn(const json& document, const char* key) {
    const auto found = document.find(key);
    return found != document.end() && found->is_object() ? &*found : nullptr;
}

}  // namespace

std::string factsToJson(const ModelFacts& facts) {
    Writer architecture;
    visitArchitecture(architecture, facts.architecture);
    Writer writer;
    visitFacts(writer, facts);
    writer.field("architecture", architecture.take());
    if (facts.refusal) writer.field("refusal", refusalJson(*facts.refusal));
    return writer.take().dump(-1, ' ', true, json::error_handler_t::replace);
}

ModelFacts factsFromJson(const std::string& text) {
    ModelFacts facts;
    const json document = json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!document.is_object()) return facts;
    visitFacts(Reader(document), facts);
    if (const json* architecture = objectIn(document, "architecture"))
        visitArchitecture(Reader(*architecture), facts.architecture);
    if (const json* refusal = objectIn(document, "refusal")) facts.refusal = refusalOf(*refusal);
    return facts;
}

}  // namespace segmoe
