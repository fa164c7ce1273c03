// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_reader.h"
#include "core/images/expert_letter.h"
#include "core/images/segmoe_metadata.h"

namespace segmoe::images {

namespace {

using nlohmann::json;
using Metadata = SegmoeMetadata;

constexpr std::size_t kMaxBytes = 16 * 1024 * 1024;
constexpr std::size_t kMaxDepth = 16;
constexpr std::size_t kMaxExperts = 1000;
constexpr std::size_t kMaxEntries = 10'000;
constexpr int kLargestSide = 65535;
constexpr int kMaxSteps = 100'000;

/// A JSON object with the place it has in the file, so that a complaint can name the key.
class Object {
public:
    Object(const json& value, std::string place) : m_value(value), m_place(std::move(place)) {
        if (!value.is_object()) throw Error(ErrorCode::ImageDecodeFailed, m_place + " must be a JSON object.");
    }

    [[noreturn]] void fail(const char* key, const std::string& what) const {
        throw Error(ErrorCode::ImageDecodeFailed, m_place + ", key '" + key + "': " + what);
    }

    bool has(const char* key) const { return m_value.contains(key); }

    const json& at(const char* key) const {
        const auto found = m_value.find(key);
        if (found == m_value.end()) fail(key, "it is missing.");
        return *found;
    }

    std::string text(const char* key) const {
        if (!at(key).is_string()) fail(key, "expected text.");
        return at(key).get<std::string>();
    }
    std::string text(const char* key, const std::string& standard) const { return has(key) ? text(key) : standard; }

    template <class Number>
    Number whole(const char* key, Number least, Number most) const {
        const json& value = at(key);
        const bool fits =
            value.is_number_integer() && (value.is_number_unsigned() || value >= 0) && value >= least && value <= most;
        if (!fits)
            fail(key, "expected a whole number from " + std::to_string(least) + " to " + std::to_string(most) + ".");
        return value.get<Number>();
    }

    double real(const char* key) const { return realOf(at(key), key); }
    double realOf(const json& value, const char* key) const {
        constexpr double kMost = 1e6;
        if (!value.is_number() || !(std::abs(value.get<double>()) <= kMost))
            fail(key, "expected a number between -1000000 and 1000000.");
        return value.get<double>();
    }

    bool flag(const char* key) const {
        if (!at(key).is_boolean()) fail(key, "expected true or false.");
        return at(key).get<bool>();
    }

    const json& list(const char* key, std::size_t most = kMaxEntries) const {
        const json& value = at(key);
        if (!value.is_array() || value.size() > most)
            fail(key, "expected a list of at most " + std::to_string(most) + ".");
        return value;
    }

    Object object(const char* key) const { return {at(key), m_place + ", key '" + key + "'"}; }
    Object element(const json& value, const char* key, std::size_t index) const {
        return {value, m_place + ", key '" + key + "[" + std::to_string(index) + "]'"};
    }

    int expert(const json& value, const char* key) const {
        const auto index = value.is_string() ? expertOfLetter(value.get_ref<const std::string&>()) : std::nullopt;
        if (!index) fail(key, "expected the letter of an expert.");
        return *index;
    }

    /// "all" or a list of words; all is the empty list.
    std::vector<std::string> words(const char* key) const {
        std::vector<std::string> all;
        if (at(key) == "all") return all;
        for (const json& word : list(key)) {
            if (!word.is_string()) fail(key, "expected \"all\" or a list of words.");
            all.push_back(word.get<std::string>());
        }
        return all;
    }

private:
    const json& m_value;
    std::string m_place;
};

std::vector<WeightedPrompt> readPrompts(const Object& expert, const char* key) {
    std::vector<WeightedPrompt> prompts;
    for (const json& entry : expert.list(key)) {
        if (!entry.is_array() || entry.size() != 2 || !entry[0].is_string())
            expert.fail(key, "expected pairs of text and weight.");
        prompts.push_back({entry[0].get<std::string>(), expert.realOf(entry[1], key)});
    }
    return prompts;
}

Metadata::Part readPart(const Object& object, const char* nameKey) {
    return {object.text(nameKey), object.text("sha256"), object.text("source")};
}

Metadata::Expert readExpert(const Object& object) {
    Metadata::Expert expert{
        readPart(object, "alias"), readPrompts(object, "positive"), readPrompts(object, "negative"), {}};
    std::size_t index = 0;
    for (const json& value : object.list("loras")) {
        const Object lora = object.element(value, "loras", index++);
        expert.loras.push_back({lora.text("sha256"), lora.text("name"), lora.real("strength")});
    }
    return expert;
}

Metadata::Mix readMix(const Object& object) {
    Metadata::Mix mix;
    mix.name = object.text("name");
    mix.arch = object.text("arch");
    mix.layers = object.text("layers");
    mix.blocks = object.text("blocks", "all");
    mix.k = object.whole<int>("k", 1, 10'000);
    const Object gate = object.object("gate");
    mix.gateInit = gate.text("init");
    mix.gateSeed = gate.whole<std::uint64_t>("seed", 0, UINT64_MAX);
    mix.gateSteps = gate.whole<int>("steps", 0, kMaxSteps);
    mix.select = object.text("select");
    mix.compat = object.flag("compat");
    mix.base = readPart(object.object("base"), "name");
    std::size_t index = 0;
    for (const json& value : object.list("experts", kMaxExperts))
        mix.experts.push_back(readExpert(object.element(value, "experts", index++)));
    return mix;
}

Metadata::Render readRender(const Object& object) {
    Metadata::Render render;
    render.prompt = object.text("prompt");
    render.resolvedPrompt = object.text("resolvedPrompt", render.prompt);
    if (object.has("negative")) render.negative = object.text("negative");
    render.weightRule = object.text("weightRule");
    render.seed = object.whole<std::uint64_t>("seed", 0, UINT64_MAX);
    render.imageIndex = object.whole<int>("imageIndex", 0, 1'000'000);
    render.rng = object.text("rng");
    render.width = object.whole<int>("width", 1, kLargestSide);
    render.height = object.whole<int>("height", 1, kLargestSide);
    render.steps = object.whole<int>("steps", 0, kMaxSteps);
    render.cfg = object.real("cfg");
    render.sampler = object.text("sampler");
    render.schedule = object.text("schedule");
    render.preset = object.text("preset", "standard");
    render.clipSkip = object.whole<int>("clipSkip", 1, 100);
    render.batch = object.whole<int>("batch", 1, 10'000);
    render.dtype = object.text("dtype");
    return render;
}

Metadata::Rule readRule(const Object& object) {
    Metadata::Rule rule;
    rule.act = object.text("act");
    rule.expert = object.expert(object.at("expert"), "expert");
    if (object.has("bias")) rule.bias = object.real("bias");
    rule.stages = object.words("stages");
    rule.kinds = object.words("kinds");
    rule.sites = object.text("sites", {});
    const json& steps = object.list("steps");
    const bool fits = steps.size() == 2 && std::all_of(steps.begin(), steps.end(), [](const json& step) {
                          return step.is_number_integer() && step >= 0 && step <= kMaxSteps;
                      });
    if (!fits) object.fail("steps", "expected the first step and the one after the last.");
    rule.steps = {steps[0].get<int>(), steps[1].get<int>()};
    return rule;
}

Metadata::Routing readRouting(const Object& object) {
    Metadata::Routing routing;
    routing.level = object.text("level");
    for (const json& share : object.list("load")) routing.load.push_back(object.realOf(share, "load"));
    for (const json& letter : object.list("textPath")) routing.textPath.push_back(object.expert(letter, "textPath"));
    routing.entropy = object.real("entropy");
    routing.capture = object.text("capture", {});
    return routing;
}

}  // namespace

SegmoeMetadata readSegmoeMetadata(std::string_view text, const std::string& source) {
    constexpr int kSchema = 1;
    const json value =
        parseJson(text, source, {.maxBytes = kMaxBytes, .maxDepth = kMaxDepth, .code = ErrorCode::ImageDecodeFailed});
    const Object object(value, "The segmoe text of " + source);
    const int schema = object.whole<int>("schema", 1, 1'000'000);
    if (schema > kSchema)
        throw Error(ErrorCode::FormatUnsupported,
                    "The picture " + source + " was written by a newer version of SegMoE Studio (schema " +
                        std::to_string(schema) + "). Update the program to read its settings.");
    SegmoeMetadata metadata;
    metadata.app = object.text("app");
    if (object.has("mix")) metadata.mix = readMix(object.object("mix"));
    metadata.render = readRender(object.object("render"));
    std::size_t index = 0;
    for (const json& rule : object.list("rules"))
        metadata.rules.push_back(readRule(object.element(rule, "rules", index++)));
    metadata.routing = readRouting(object.object("routing"));
    return metadata;
}

}  // namespace segmoe::images
