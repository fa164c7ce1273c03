// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>

#include "core/base/ascii.h"
#include "core/base/error.h"
#include "core/base/file_suffix.h"
#include "core/domain/sampler_kind.h"

namespace segmoe::cli {

namespace {

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

template <class Number>
std::optional<Number> parseNumber(const std::string& text) {
    Number value{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return value;
}

std::string letterOf(std::size_t index) {
    return index < 26 ? std::string(1, static_cast<char>('A' + index)) : std::to_string(index);
}

/// "left=right" at the last equals sign: a name may hold one, a number or an index may not.
std::pair<std::string, std::string> splitAssignment(const std::string& text, const std::string& option,
                                                    const std::string& form) {
    const std::size_t at = text.rfind('=');
    if (at == std::string::npos || at == 0 || at + 1 == text.size())
        throw Error(ErrorCode::UsageInvalid, option + " wants " + form + ", not '" + text + "'.");
    return {text.substr(0, at), text.substr(at + 1)};
}

}  // namespace

CLI::Validator oneOf(std::vector<std::string> names) {
    const std::string list = joined(names);
    return CLI::Validator(
        [names = std::move(names), list](std::string& text) {
            if (std::find(names.begin(), names.end(), text) != names.end()) return std::string();
            return "'" + text + "' is not one of: " + list;
        },
        "");
}

std::vector<std::string> samplerNames() {
    std::vector<std::string> names;
    for (SamplerKind kind : allSamplers()) names.emplace_back(samplerName(kind));
    return names;
}

std::vector<std::string> scheduleNames() {
    std::vector<std::string> names;
    for (ScheduleKind kind : allSchedules()) names.emplace_back(scheduleName(kind));
    return names;
}

CLI::Validator deviceName() {
    return CLI::Validator(
        [](std::string& text) {
            if (text == "auto" || text == "cpu" || text == "cuda") return std::string();
            if (text.starts_with("cuda:") && parseNumber<unsigned char>(text.substr(5))) return std::string();
            return "'" + text + "' is not a device; there are: auto, cpu, cuda, cuda:0, cuda:1, …";
        },
        "");
}

LoraRef parseLora(const std::string& text) {
    LoraRef lora;
    const std::size_t colon = text.rfind(':');
    const std::optional<double> strength =
        colon == std::string::npos ? std::nullopt : parseNumber<double>(text.substr(colon + 1));
    // the number of "civitai:128713" is no strength, nor is that of an AIR that names no version
    const std::string before = text.substr(0, strength ? colon : 0);
    const bool hasStrength = strength && before != "civitai" && !before.ends_with(":civitai");
    lora.source = hasStrength ? text.substr(0, colon) : text;
    lora.strength = hasStrength ? *strength : 1.0;
    if (lora.source.empty() || !std::isfinite(lora.strength))
        throw Error(ErrorCode::UsageInvalid, "--lora wants FILE or FILE:STRENGTH, not '" + text + "'.");
    return lora;
}

std::optional<DType> parseStoredType(const std::string& name) {
    if (name == "fp16") return DType::F16;
    if (name == "bf16") return DType::BF16;
    if (name == "fp32") return DType::F32;
    return std::nullopt;
}

ModelFormat parseFormat(const std::string& name, const std::filesystem::path& output) {
    const bool single = name.empty() ? lowerSuffix(output) == ".safetensors" : name == "single";
    return single ? ModelFormat::SingleFile : ModelFormat::Diffusers;
}

int parseExpert(const std::string& text, const std::vector<std::string>& experts) {
    for (std::size_t e = 0; e < experts.size(); ++e)
        if (experts[e] == text) return static_cast<int>(e);
    if (const auto index = parseNumber<unsigned>(text); index && *index < experts.size())
        return static_cast<int>(*index);
    for (std::size_t e = 0; e < experts.size(); ++e)
        if (letterOf(e) == text) return static_cast<int>(e);
    for (std::size_t e = 0; e < experts.size(); ++e)
        if (asciiLower(experts[e]) == asciiLower(text)) return static_cast<int>(e);
    if (experts.empty())
        throw Error(ErrorCode::UsageInvalid,
                    "This model is not a mixture, so the expert '" + text + "' cannot be chosen.");
    std::string list;
    for (std::size_t e = 0; e < experts.size(); ++e) list += (e ? ", " : "") + letterOf(e) + " = " + experts[e];
    throw Error(ErrorCode::UsageInvalid, "There is no expert '" + text + "' in this mixture; there are: " + list + ".");
}

RoutingPolicy parseRouting(const RoutingArguments& arguments,
                           const std::function<std::vector<std::string>()>& experts) {
    RoutingPolicy policy;
    policy.topK = arguments.topK;
    policy.temperature = arguments.temperature;
    policy.condOnly = arguments.condOnly;
    policy.group = parseRoutingGroup(arguments.select).value_or(RoutingGroup::Batch);

    std::optional<std::vector<std::string>> names;
    const auto expert = [&](const std::string& text) {
        if (!names) names = experts();
        return parseExpert(text, *names);
    };
    for (const std::string& text : arguments.mute)
        policy.rules.push_back({RoutingRule::Act::Mute, expert(text), 0.0, {}, {}});
    if (!arguments.solo.empty()) policy.rules.push_back({RoutingRule::Act::Solo, expert(arguments.solo), 0.0, {}, {}});
    for (const std::string& text : arguments.bias) {
        const auto [who, amount] = splitAssignment(text, "--bias", "EXPERT=NUMBER, for example B=0.5");
        const auto value = parseNumber<double>(amount.starts_with('+') ? amount.substr(1) : amount);
        if (!value || !std::isfinite(*value))
            throw Error(ErrorCode::UsageInvalid, "--bias wants a number after the equals sign, not '" + amount + "'.");
        policy.rules.push_back({RoutingRule::Act::Bias, expert(who), *value, {}, {}});
    }
    for (const std::string& text : arguments.pin) {
        const auto [sites, who] = splitAssignment(text, "--pin", "SITES=EXPERT, for example 'U0.*=B' or all=2");
        policy.rules.push_back({RoutingRule::Act::Pin, expert(who), 0.0, {sites}, {}});
    }
    return policy;
}

void requireFolderOf(const std::filesystem::path& file, const std::string& option) {
    const std::filesystem::path folder = file.parent_path();
    std::error_code ignored;
    if (file.empty() || folder.empty() || std::filesystem::is_directory(folder, ignored)) return;
    throw Error(ErrorCode::FolderMissing,
                "The folder " + folder.string() + " of " + option + " does not exist; create it first.");
}

std::filesystem::path numbered(const std::filesystem::path& file, int index, int count) {
    if (count <= 1) return file;
    std::filesystem::path result = file;
    result.replace_filename(file.stem().string() + "-" + std::to_string(index + 1) + file.extension().string());
    return result;
}

void addSaveOptions(CLI::App& command, std::string& format, std::string& dtype) {
    command.add_option("--format", format, "diffusers (a folder) or single (one file); default: by the name of OUT")
        ->check(oneOf({"diffusers", "single"}));
    command.add_option("--dtype", dtype, "Type of the saved tensors: keep (as they are), fp16, bf16, fp32")
        ->check(oneOf({"keep", "fp16", "bf16", "fp32"}));
}

}  // namespace segmoe::cli
