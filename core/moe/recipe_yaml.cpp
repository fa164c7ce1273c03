// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/recipe_yaml.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/base/ascii.h"
#include "core/moe/recipe_routing.h"
#include "core/moe/recipe_tree.h"
#include "core/moe/yaml_guard.h"
#include "core/moe/yaml_value.h"

namespace segmoe::moe {

namespace {

constexpr std::size_t kMaxExperts = 64;
constexpr std::size_t kMaxLoras = 64;
constexpr std::size_t kMaxPrompts = 64;
constexpr std::size_t kMaxBlocks = 1024;

/// Walks one recipe mapping. Lives for one examineRecipe call.
class RecipeReader {
public:
    RecipeReader(const YAML::Node& root, RecipeReading& out)
        : m_out(out), m_recipe(out.recipe), m_root(root, "", out.faults) {}

    void read();

private:
    void readHead();
    void readExperts();
    void spreadLoras();
    void readStudio();
    LoraTarget readTarget(RecipeFields& fields, LoraTarget otherwise);
    void readTargets(RecipeFields& studio);
    void readStudioExperts(RecipeFields& studio);
    void readParked(RecipeFields& studio);
    void readLeftOut(RecipeFields& studio);
    void readChoices(RecipeFields& studio);
    std::vector<WeightedPrompt> readPrompts(RecipeFields& fields, const std::string& key);
    void takePrompts(RecipeFields& fields, const std::string& key, std::vector<WeightedPrompt>& prompts,
                     const std::string& where);
    ExpertSpec readExpert(const YAML::Node& node, const std::string& path);
    ExpertSpec readExpert(RecipeFields& fields, const std::string& path);
    std::vector<LoraRef> readLoras(RecipeFields& fields, bool arePromptsRequired);
    std::string readSource(RecipeFields& fields, const std::string& key);
    void checkCounts();
    void noteUnknown(const RecipeFields& fields, UnknownKeys& into);

    RecipeReading& m_out;
    MixRecipe& m_recipe;
    RecipeFields m_root;
    std::optional<std::int64_t> m_count;
};

bool endsWith(const std::string& text, std::string_view suffix) {
    return text.size() >= suffix.size() &&
           std::equal(suffix.rbegin(), suffix.rend(), text.rbegin(), [](char a, char b) { return a == asciiLower(b); });
}

std::vector<WeightedPrompt> plainPrompt(const std::optional<std::string>& text) {
    if (!text || text->empty()) return {};
    return {{*text, 1.0}};
}

std::string RecipeReader::readSource(RecipeFields& fields, const std::string& key) {
    std::string source = fields.requiredText(key);
    if (std::any_of(source.begin(), source.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }))
        fields.fault(key, "must not hold control characters");
    for (const char* suffix : {".ckpt", ".bin", ".pt", ".pth", ".pkl"})
        if (endsWith(source, suffix))
            fields.fault(key,
                         std::string("names a ") + suffix +
                             " file, which may run code when opened; give a .safetensors file or a diffusers folder");
    return source;
}

void RecipeReader::noteUnknown(const RecipeFields& fields, UnknownKeys& into) {
    into = fields.rest();
    for (const auto& entry : into)
        m_out.notices.push_back("The key '" + fields.pathOf(entry.first) +
                                "' is not known to this program; it is kept and has no effect.");
}

std::vector<LoraRef> RecipeReader::readLoras(RecipeFields& fields, bool arePromptsRequired) {
    std::vector<LoraRef> loras;
    const std::vector<YAML::Node> nodes = fields.list("loras", kMaxLoras);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        RecipeFields entry(nodes[i], fields.pathOf("loras[" + std::to_string(i) + "]"), m_out.faults);
        LoraRef lora;
        lora.source = readSource(entry, "source_model");
        lora.strength = entry.number("strength", -100.0, 100.0).value_or(1.0);
        lora.positivePrompt =
            arePromptsRequired ? entry.requiredText("positive_prompt") : entry.text("positive_prompt").value_or("");
        lora.negativePrompt = entry.text("negative_prompt").value_or("");
        noteUnknown(entry, lora.unknown);
        loras.push_back(std::move(lora));
    }
    return loras;
}

ExpertSpec RecipeReader::readExpert(const YAML::Node& node, const std::string& path) {
    RecipeFields fields(node, path, m_out.faults);
    ExpertSpec expert = readExpert(fields, path);
    noteUnknown(fields, expert.unknown);
    return expert;
}

ExpertSpec RecipeReader::readExpert(RecipeFields& fields, const std::string& path) {
    ExpertSpec expert;
    expert.source = readSource(fields, "source_model");
    expert.positive = plainPrompt(fields.text("positive_prompt"));
    expert.negative = plainPrompt(fields.text("negative_prompt"));
    expert.loras = readLoras(fields, false);
    const bool hasPrompt =
        !expert.positive.empty() || std::any_of(expert.loras.begin(), expert.loras.end(),
                                                [](const LoraRef& l) { return !l.positivePrompt.empty(); });
    if (!hasPrompt)
        m_out.notices.push_back("'" + path + "' has no positive_prompt; its gates are measured with an empty prompt.");
    return expert;
}

void RecipeReader::readHead() {
    m_recipe.base = readSource(m_root, "base_model");
    m_recipe.type = m_root.text("type").value_or("");
    if (!m_recipe.type.empty() && m_recipe.type != "sd" && m_recipe.type != "sdxl")
        m_root.fault("type", "must be sd or sdxl, not '" + m_recipe.type.substr(0, 60) + "'");
    m_count = m_root.integer("num_experts", 2, static_cast<std::int64_t>(kMaxExperts));
    const std::string layers = m_root.text("moe_layers").value_or("attn");
    if (layers == "attn" || layers == "ff") {
        m_recipe.layers = layers == "ff" ? MoeLayers::FeedForward : MoeLayers::Attention;
    } else {
        m_recipe.layers = MoeLayers::All;
        if (layers != "all" && layers != "both")
            m_root.fault("moe_layers", "must be attn, ff or all, not '" + layers.substr(0, 60) + "'");
    }
    if (const auto name = m_root.text("init")) {
        const auto method = parseGateMethod(*name);
        if (!method)
            m_root.fault(
                "init", "must be hidden, hidden_compat, text, svd, random or equal, not '" + name->substr(0, 60) + "'");
        m_recipe.gates = method.value_or(GateMethod::Hidden);
    }
    m_recipe.expertsPerToken =
        static_cast<int>(m_root.integer("num_experts_per_tok", 1, static_cast<std::int64_t>(kMaxExperts)).value_or(1));
}

void RecipeReader::readExperts() {
    const std::vector<YAML::Node> nodes = m_root.list("experts", kMaxExperts);
    for (std::size_t i = 0; i < nodes.size(); ++i)
        m_recipe.experts.push_back(readExpert(nodes[i], "experts[" + std::to_string(i) + "]"));
    m_recipe.loras = readLoras(m_root, m_recipe.experts.empty());
    if (m_recipe.experts.empty() && !m_recipe.loras.empty()) spreadLoras();
}

/// Without experts the reference copies the base and spreads the LoRAs over the copies (segmoe.md §3.7 fault 14).
void RecipeReader::spreadLoras() {
    const std::size_t loras = m_recipe.loras.size();
    const std::size_t experts = static_cast<std::size_t>(m_count.value_or(static_cast<std::int64_t>(loras)));
    m_recipe.experts.assign(experts, ExpertSpec{m_recipe.base, "", {}, {}, {}, {}});
    for (std::size_t i = 0; i < loras; ++i) m_recipe.experts[i * experts / loras].loras.push_back(m_recipe.loras[i]);
    m_recipe.loras.clear();
    m_out.notices.push_back("The recipe names no experts: its " + std::to_string(loras) + " LoRAs act on " +
                            std::to_string(experts) + " copies of the base.");
}

void RecipeReader::checkCounts() {
    const auto experts = static_cast<std::int64_t>(m_recipe.experts.size());
    if (experts == 0 && !m_root.list("experts", kMaxExperts * 1000).empty()) return;  // too long, already said
    if (experts == 0) m_root.fault("experts", "is missing; a mixture needs 2 to 64 experts (or loras)");
    if (experts == 1) m_root.fault("experts", "has one entry; a mixture needs 2 to 64");
    if (experts > 0 && m_count && *m_count != experts)
        m_root.fault("num_experts", "must equal the number of experts, " + std::to_string(experts) + ", not " +
                                        std::to_string(*m_count));
    if (experts > 0 && m_recipe.expertsPerToken > experts)
        m_root.fault("num_experts_per_tok", "must be at most the number of experts, " + std::to_string(experts) +
                                                ", not " + std::to_string(m_recipe.expertsPerToken));
}

std::vector<WeightedPrompt> RecipeReader::readPrompts(RecipeFields& fields, const std::string& key) {
    std::vector<WeightedPrompt> prompts;
    const std::vector<YAML::Node> nodes = fields.list(key, kMaxPrompts);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        RecipeFields entry(nodes[i], fields.pathOf(key + "[" + std::to_string(i) + "]"), m_out.faults);
        prompts.push_back({entry.text("text").value_or(""), entry.number("weight", 0.0, 1e6).value_or(1.0)});
    }
    return prompts;
}

void RecipeReader::takePrompts(RecipeFields& fields, const std::string& key, std::vector<WeightedPrompt>& prompts,
                               const std::string& where) {
    const std::vector<WeightedPrompt> weighted = readPrompts(fields, key);
    if (weighted.empty()) return;
    if (joinedPrompt(weighted) == joinedPrompt(prompts))
        prompts = weighted;
    else
        m_out.notices.push_back("The weighted prompts of " + where +
                                " under studio: no longer match its prompt; the prompt counts.");
}

LoraTarget RecipeReader::readTarget(RecipeFields& fields, LoraTarget otherwise) {
    const std::string name = fields.text("apply_to").value_or(std::string(loraTargetName(otherwise)));
    const std::optional<LoraTarget> target = parseLoraTarget(name);
    if (!target) fields.fault("apply_to", "must be base, experts or all, not '" + name.substr(0, 60) + "'");
    return target.value_or(otherwise);
}

/// One key for all top-level LoRAs, and a list parallel to them for those that go elsewhere.
void RecipeReader::readTargets(RecipeFields& studio) {
    const LoraTarget common = readTarget(studio, LoraTarget::All);
    for (LoraRef& lora : m_recipe.loras) lora.target = common;
    const std::vector<YAML::Node> nodes = studio.list("loras", kMaxLoras);
    if (nodes.empty()) return;
    if (nodes.size() != m_recipe.loras.size()) {
        studio.fault("loras", "must have one entry per LoRA beside the experts, " +
                                  std::to_string(m_recipe.loras.size()) + ", not " + std::to_string(nodes.size()));
        return;
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        RecipeFields fields(nodes[i], "studio.loras[" + std::to_string(i) + "]", m_out.faults);
        m_recipe.loras[i].target = readTarget(fields, common);
    }
}

void RecipeReader::readStudioExperts(RecipeFields& studio) {
    const std::vector<YAML::Node> nodes = studio.list("experts", kMaxExperts);
    if (nodes.empty()) return;
    if (nodes.size() != m_recipe.experts.size()) {
        studio.fault("experts", "must have one entry per expert, " + std::to_string(m_recipe.experts.size()) +
                                    ", not " + std::to_string(nodes.size()));
        return;
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        RecipeFields fields(nodes[i], "studio.experts[" + std::to_string(i) + "]", m_out.faults);
        ExpertSpec& expert = m_recipe.experts[i];
        expert.alias = fields.text("alias").value_or("");
        takePrompts(fields, "positive_prompts", expert.positive, "expert " + std::to_string(i));
        takePrompts(fields, "negative_prompts", expert.negative, "expert " + std::to_string(i));
    }
}

void RecipeReader::readParked(RecipeFields& studio) {
    const std::vector<YAML::Node> nodes = studio.list("parked", kMaxExperts);
    const auto places = static_cast<std::int64_t>(m_recipe.experts.size() + nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const std::string path = "studio.parked[" + std::to_string(i) + "]";
        RecipeFields fields(nodes[i], path, m_out.faults);
        ParkedExpert parked;
        parked.position = static_cast<int>(fields.integer("position", 0, places - 1).value_or(places - 1));
        parked.expert = readExpert(fields, path);
        parked.expert.alias = fields.text("alias").value_or("");
        takePrompts(fields, "positive_prompts", parked.expert.positive, path);
        takePrompts(fields, "negative_prompts", parked.expert.negative, path);
        noteUnknown(fields, parked.expert.unknown);
        m_recipe.parked.push_back(std::move(parked));
    }
}

void RecipeReader::readLeftOut(RecipeFields& studio) {
    const std::vector<YAML::Node> nodes = studio.list("left_out", kMaxBlocks);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].IsScalar() && !nodes[i].Scalar().empty() && nodes[i].Scalar().size() <= 40)
            m_recipe.leftOut.push_back(nodes[i].Scalar());
        else
            studio.fault("left_out", "must be a list of block labels such as D2.A0.T3 or U0.*");
    }
}

/// The keys that change renders, not the mixture.
void RecipeReader::readChoices(RecipeFields& studio) {
    RecipeFields routing(studio.map("routing"), "studio.routing", m_out.faults);
    m_recipe.routing = readRouting(routing, static_cast<int>(m_recipe.experts.size()), m_out.faults);
    noteUnknown(routing, m_recipe.studioUnknown);
    const std::string precision = studio.text("precision").value_or("auto");
    if (const auto known = parsePrecision(precision))
        m_recipe.precision = *known;
    else
        studio.fault("precision", "must be auto, fp16, bf16 or fp32, not '" + precision.substr(0, 60) + "'");
    m_recipe.compat = studio.flag("compat").value_or(false);
}

void RecipeReader::readStudio() {
    RecipeFields studio(m_root.map("studio"), "studio", m_out.faults);
    if (studio.integer("version", 1, 1'000'000).value_or(1) > kRecipeVersion)
        throw Error(ErrorCode::RecipeTooNew,
                    "The recipe '" + m_recipe.name +
                        "' was written by a newer version of this program (studio.version); update to read it.");
    m_recipe.gateSeed = studio.seed("seed").value_or(0);
    m_recipe.gateSteps = static_cast<int>(studio.integer("gate_steps", 1, 1000).value_or(m_recipe.gateSteps));
    m_recipe.gateCfg = studio.flag("gate_cfg").value_or(false);
    m_recipe.gateCentre = studio.flag("centre").value_or(false);
    m_recipe.notes = studio.text("notes").value_or("");
    readTargets(studio);
    if (const auto name = studio.text("name"); name && !name->empty()) m_recipe.name = *name;
    readStudioExperts(studio);
    readParked(studio);
    readLeftOut(studio);
    readChoices(studio);
    noteUnknown(studio, m_recipe.studioUnknown);
}

void RecipeReader::read() {
    readHead();
    readExperts();
    checkCounts();
    readStudio();
    noteUnknown(m_root, m_recipe.unknown);
    std::stable_sort(m_out.faults.begin(), m_out.faults.end(),
                     [](const RecipeFault& a, const RecipeFault& b) { return a.line < b.line; });
}

}  // namespace

std::string joinedPrompt(const std::vector<WeightedPrompt>& prompts) {
    std::string joined;
    for (const WeightedPrompt& prompt : prompts) joined += (joined.empty() ? "" : ", ") + prompt.text;
    return joined;
}

RecipeReading examineRecipe(std::string_view yaml, const std::string& name, const std::filesystem::path& folder) {
    const YAML::Node root = parseGuardedYaml(yaml, name);
    RecipeReading reading;
    reading.recipe.name = name;
    reading.recipe.folder = folder;
    if (!root.IsMap())
        throw Error(
            ErrorCode::RecipeParseFailed,
            "Cannot read the recipe (" + name + "): it must be a mapping of keys to values, starting with base_model.");
    RecipeReader(root, reading).read();
    return reading;
}

Error recipeFaultsError(const std::string& name, const std::vector<RecipeFault>& faults) {
    std::string list;
    for (const RecipeFault& fault : faults)
        list += (list.empty() ? "" : "\n") +
                (fault.line > 0 ? "line " + std::to_string(fault.line) + ": " : std::string()) + fault.key + " " +
                fault.rule + ".";
    const std::string count = faults.size() == 1 ? "one mistake" : std::to_string(faults.size()) + " mistakes";
    return Error(ErrorCode::RecipeValueInvalid, "The recipe '" + name + "' has " + count + ":\n" + list, list);
}

MixRecipe parseRecipe(std::string_view yaml, const std::string& name, const std::filesystem::path& folder,
                      std::vector<std::string>* notices) {
    RecipeReading reading = examineRecipe(yaml, name, folder);
    if (!reading.faults.empty()) throw recipeFaultsError(name, reading.faults);
    if (notices != nullptr) *notices = std::move(reading.notices);
    return std::move(reading.recipe);
}

std::string readRecipeBytes(const std::filesystem::path& path) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored))
        throw Error(ErrorCode::FileMissing, "There is no recipe file '" + path.string() + "'.");
    std::ifstream in(path, std::ios::binary);
    std::string text(kMaxYamlBytes + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!in.is_open() || in.bad())
        throw Error(ErrorCode::LocalIo, "The recipe '" + path.string() + "' cannot be read; check its permissions.");
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

MixRecipe readRecipe(const std::filesystem::path& path, std::vector<std::string>* notices) {
    MixRecipe recipe = parseRecipe(readRecipeBytes(path), path.filename().string(), path.parent_path(), notices);
    if (recipe.name == path.filename().string()) recipe.name = path.stem().string();
    return recipe;
}

std::string recipeToYaml(const MixRecipe& recipe) { return jsonToYaml(recipeTree(recipe)); }

}  // namespace segmoe::moe
