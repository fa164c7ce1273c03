// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/mixture_layout.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

#include "core/base/error.h"

namespace segmoe::moe {

namespace {

constexpr int kMaxExperts = 64;
constexpr std::string_view kExperts = ".experts.";

struct LocalModule {
    std::string_view name;
    SiteKind kind;
};
/// In execution order.
constexpr std::array<LocalModule, 7> kModules = {{{"attn1.to_q", SiteKind::SelfAttention},
                                                  {"attn1.to_k", SiteKind::SelfAttention},
                                                  {"attn1.to_v", SiteKind::SelfAttention},
                                                  {"attn2.to_q", SiteKind::CrossQuery},
                                                  {"attn2.to_k", SiteKind::CrossKeyValue},
                                                  {"attn2.to_v", SiteKind::CrossKeyValue},
                                                  {"ff", SiteKind::FeedForward}}};

/// Cuts "word.N" from the front; nothing when it is not there.
std::optional<int> cutNumbered(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word) || text.size() <= word.size() || text[word.size()] != '.') return std::nullopt;
    const char* begin = text.data() + word.size() + 1;
    const char* end = text.data() + text.size();
    int number = 0;
    const auto [stop, error] = std::from_chars(begin, end, number);
    if (error != std::errc{} || number < 0 || number > 9999 || (stop != end && *stop != '.')) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(stop - text.data()) + (stop != end ? 1 : 0));
    return number;
}

auto orderOf(const nn::BlockPlace& place) {
    return std::tuple(static_cast<int>(place.part), place.block, place.attention, place.depth);
}

using Blocks = std::map<std::tuple<int, int, int, int>, std::pair<nn::BlockPlace, std::string>>;

/// Transformer blocks outside the middle, in execution order, with their prefixes.
Blocks blocksOf(const TensorSource& unet) {
    Blocks blocks;
    for (const std::string& name : unet.names())
        if (const auto block = parseBlockName(name); block && block->place.part != nn::BlockPlace::Part::Mid)
            blocks.try_emplace(orderOf(block->place), block->place, std::string(block->prefix));
    return blocks;
}

bool hasPart(MoeLayers layers, SiteKind kind) {
    return kind == SiteKind::FeedForward ? layers != MoeLayers::Attention : layers != MoeLayers::FeedForward;
}

void setRanges(MixtureLayout& layout) {
    const auto widen = [](int& start, int& end, int block) {
        start = end == 0 ? block : std::min(start, block);
        end = std::max(end, block + 1);
    };
    for (const MixedModule& module : layout.modules) {
        if (module.place.part == nn::BlockPlace::Part::Down)
            widen(layout.downStart, layout.downEnd, module.place.block);
        if (module.place.part == nn::BlockPlace::Part::Up) widen(layout.upStart, layout.upEnd, module.place.block);
    }
}

/// Number of experts of a module, 0 when it has none; gaps in the numbering are noted.
int countExperts(const std::set<int>& numbers, const std::string& module, std::vector<std::string>& faults) {
    const int count = static_cast<int>(numbers.size());
    if (*numbers.rbegin() != count - 1)
        faults.push_back(module + ": experts are not numbered 0 to " + std::to_string(count - 1));
    return count;
}

void checkModule(const TensorSource& unet, const MixedModule& module, int experts, std::vector<std::string>& faults) {
    const auto gate = unet.find(module.gateName());
    if (!gate) {
        faults.push_back(module.gateName() + " is missing");
    } else if (gate->shape.size() != 2 || gate->shape[0] != experts) {
        faults.push_back(module.gateName() + " does not have " + std::to_string(experts) + " rows");
    }
    for (const std::string& suffix : module.suffixes()) {
        const auto first = unet.find(module.expertName(0, suffix));
        for (int e = 0; e < experts; ++e) {
            const auto other = unet.find(module.expertName(e, suffix));
            if (!other)
                faults.push_back(module.expertName(e, suffix) + " is missing");
            else if (first && other->shape != first->shape)
                faults.push_back(module.expertName(e, suffix) + " has another shape than expert 0");
        }
        const bool isInput = suffix == module.suffixes().front();
        if (isInput && first && gate && gate->shape.size() == 2 &&
            (first->shape.size() != 2 || first->shape[1] != gate->shape[1]))
            faults.push_back(module.gateName() + " does not fit the inputs of its experts");
    }
}

/// Takes the blocks that a recipe leaves to the base out of the list.
void leaveOut(Blocks& blocks, const std::vector<std::string>& patterns, const TensorSource& unet) {
    std::set<std::tuple<int, int, int, int>> chosen;
    for (const std::string& pattern : patterns) {
        const SiteSelector selector{pattern};
        bool isKnown = false;
        for (const auto& [order, block] : blocks) {
            if (!selector.matches(placeLabel(block.first))) continue;
            isKnown = true;
            chosen.insert(order);
        }
        if (!isKnown)
            throw Error(ErrorCode::RecipeValueInvalid,
                        "The recipe leaves out block '" + pattern + "', but '" + unet.describe() +
                            "' has no such block outside the middle. Correct studio.left_out.");
    }
    if (!chosen.empty() && chosen.size() == blocks.size())
        throw Error(
            ErrorCode::RecipeValueInvalid,
            "The recipe leaves out every transformer block, so nothing would be mixed. Shorten studio.left_out.");
    for (const auto& order : chosen) blocks.erase(order);
}

[[noreturn]] void throwBroken(const TensorSource& unet, const std::vector<std::string>& faults) {
    std::string list;
    for (const std::string& fault : faults) list += (list.empty() ? "" : "\n") + fault;
    throw Error(ErrorCode::ArchitectureMismatch,
                "'" + unet.describe() + "' is not a whole SegMoE UNet (" + std::to_string(faults.size()) +
                    " faults; first: " + faults.front() + "). Download or build it again.",
                list);
}

}  // namespace

std::string MixedModule::expertName(int expert, std::string_view suffix) const {
    return name + std::string(kExperts) + std::to_string(expert) + "." + std::string(suffix);
}

const std::vector<std::string>& MixedModule::suffixes() const {
    static const std::vector<std::string> projection = {"weight"};
    static const std::vector<std::string> feedForward = {"net.0.proj.weight", "net.0.proj.bias", "net.2.weight",
                                                         "net.2.bias"};
    return kind == SiteKind::FeedForward ? feedForward : projection;
}

std::string placeLabel(const nn::BlockPlace& place) {
    static constexpr std::string_view letters = "DMU";
    return letters[static_cast<std::size_t>(place.part)] + std::to_string(place.block) + ".A" +
           std::to_string(place.attention) + ".T" + std::to_string(place.depth);
}

std::optional<BlockName> parseBlockName(std::string_view tensorName) {
    BlockName result;
    std::string_view rest = tensorName;
    std::optional<int> block;
    if (rest.starts_with("mid_block.")) {
        result.place.part = nn::BlockPlace::Part::Mid;
        rest.remove_prefix(10);
        block = 0;
    } else if ((block = cutNumbered(rest, "up_blocks"))) {
        result.place.part = nn::BlockPlace::Part::Up;
    } else {
        block = cutNumbered(rest, "down_blocks");
    }
    if (!block) return std::nullopt;
    const auto attention = cutNumbered(rest, "attentions");
    const auto depth = attention ? cutNumbered(rest, "transformer_blocks") : std::nullopt;
    if (!depth || rest.empty()) return std::nullopt;
    result.place.block = *block;
    result.place.attention = *attention;
    result.place.depth = *depth;
    result.prefix = tensorName.substr(0, tensorName.size() - rest.size() - 1);
    result.rest = rest;
    return result;
}

std::vector<std::string> transformerBlockLabels(const TensorSource& unet) {
    std::map<std::tuple<int, int, int, int>, std::string> labels;
    for (const std::string& name : unet.names())
        if (const auto block = parseBlockName(name))
            labels.try_emplace(orderOf(block->place), placeLabel(block->place));
    std::vector<std::string> inOrder;
    for (auto& [order, label] : labels) inOrder.push_back(std::move(label));
    return inOrder;
}

bool isMixture(const TensorSource& unet) {
    return std::ranges::any_of(unet.names(),
                               [](const std::string& name) { return name.find(kExperts) != std::string::npos; });
}

MixtureLayout planMixture(const TensorSource& unet, MoeLayers layers, int experts, int expertsPerToken,
                          const std::vector<std::string>& leftOut) {
    if (isMixture(unet))
        throw Error(ErrorCode::ArchitectureMismatch,
                    "'" + unet.describe() + "' is a mixture already; base and experts must be plain models.");
    MixtureLayout layout;
    layout.experts = experts;
    layout.expertsPerToken = expertsPerToken;
    layout.layers = layers;
    Blocks blocks = blocksOf(unet);
    if (!blocks.empty()) leaveOut(blocks, leftOut, unet);
    for (const auto& [order, block] : blocks)
        for (const LocalModule& module : kModules)
            if (hasPart(layers, module.kind))
                layout.modules.push_back({block.second + "." + std::string(module.name), std::string(module.name),
                                          block.first, module.kind});
    if (layout.modules.empty())
        throw Error(ErrorCode::ArchitectureMismatch,
                    "'" + unet.describe() +
                        "' has no transformer blocks that could hold experts; it is not a Stable Diffusion UNet.");
    setRanges(layout);
    return layout;
}

std::optional<MixtureLayout> detectMixture(const TensorSource& unet, int expertsPerToken) {
    std::map<std::string, std::set<int>, std::less<>> numbers;
    for (const std::string& name : unet.names()) {
        const std::size_t at = name.find(kExperts);
        if (at == std::string::npos) continue;
        std::string_view tail = std::string_view(name).substr(at + 1);
        if (const auto expert = cutNumbered(tail, "experts")) numbers[name.substr(0, at)].insert(*expert);
    }
    if (numbers.empty()) return std::nullopt;

    MixtureLayout layout;
    layout.expertsPerToken = expertsPerToken;
    std::vector<std::string> faults;
    bool hasAttention = false, hasFeedForward = false;
    for (const auto& [order, block] : blocksOf(unet)) {
        for (const LocalModule& local : kModules) {
            const auto found = numbers.find(block.second + "." + std::string(local.name));
            if (found == numbers.end()) continue;
            const int experts = countExperts(found->second, found->first, faults);
            if (layout.experts == 0) layout.experts = experts;
            if (experts != layout.experts)
                faults.push_back(found->first + " has " + std::to_string(experts) + " experts, others " +
                                 std::to_string(layout.experts));
            (local.kind == SiteKind::FeedForward ? hasFeedForward : hasAttention) = true;
            layout.modules.push_back({found->first, std::string(local.name), block.first, local.kind});
            numbers.erase(found);
        }
    }
    for (const auto& entry : numbers)
        faults.push_back(entry.first + " has experts in a place where this program knows none");
    if (layout.experts > kMaxExperts)
        faults.insert(faults.begin(), "it has more than " + std::to_string(kMaxExperts) + " experts");
    if (expertsPerToken < 1 || expertsPerToken > layout.experts)
        faults.push_back("num_experts_per_tok is " + std::to_string(expertsPerToken) + ", but there are " +
                         std::to_string(layout.experts) + " experts");
    if (faults.empty())
        for (const MixedModule& module : layout.modules) checkModule(unet, module, layout.experts, faults);
    if (!faults.empty()) throwBroken(unet, faults);
    layout.layers = hasAttention && hasFeedForward ? MoeLayers::All
                    : hasFeedForward               ? MoeLayers::FeedForward
                                                   : MoeLayers::Attention;
    setRanges(layout);
    return layout;
}

}  // namespace segmoe::moe
