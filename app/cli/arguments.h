// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/cli/format.h"
#include "core/domain/dtype.h"
#include "core/domain/mix_recipe.h"
#include "core/domain/routing_policy.h"
#include "core/engine/mix_engine.h"

namespace segmoe::cli {

/// Accepts one of the names; the message of a wrong one lists them all.
CLI::Validator oneOf(std::vector<std::string> names);

/// Accepts numbers from low to high.
template <class Number>
CLI::Validator inRange(Number low, Number high) {
    return CLI::Validator(
        [low, high](std::string& text) {
            Number value{};
            if (CLI::detail::lexical_cast(text, value) && value >= low && value <= high) return std::string();
            return "'" + text + "' is not a number from " + formatNumber(static_cast<double>(low)) + " to " +
                   formatNumber(static_cast<double>(high));
        },
        "");
}

std::vector<std::string> samplerNames();
std::vector<std::string> scheduleNames();

/// "auto", "cpu", "cuda", "cuda:1".
CLI::Validator deviceName();

/// "FILE" or "FILE:0.8". A colon belongs to the strength only when a number follows it.
LoraRef parseLora(const std::string& text);

/// "keep" is absent.
std::optional<DType> parseStoredType(const std::string& name);

/// The name given, else by the suffix of the output: .safetensors is a single file, everything else a folder.
ModelFormat parseFormat(const std::string& name, const std::filesystem::path& output);

/// --format and --dtype, the same for every command that saves a model.
void addSaveOptions(CLI::App& command, std::string& format, std::string& dtype);

/// An expert by name, index ("2") or letter ("C"). Names come first. Throws Error{UsageInvalid} that lists the experts.
int parseExpert(const std::string& text, const std::vector<std::string>& experts);

/// The routing options as written on the command line.
struct RoutingArguments {
    int topK = 0;
    std::vector<std::string> mute;
    std::string solo;
    std::vector<std::string> pin;   ///< "SITES=E"
    std::vector<std::string> bias;  ///< "E=X"
    std::string select = "batch";
    double temperature = 1.0;
    bool condOnly = false;
};

/// Experts are looked up in `experts`, which is asked for only when an option names one. Throws Error{UsageInvalid}.
RoutingPolicy parseRouting(const RoutingArguments& arguments, const std::function<std::vector<std::string>()>& experts);

/// Refuses an output whose folder is not there before any work is done; empty paths are accepted. Throws
/// Error{FolderMissing}.
void requireFolderOf(const std::filesystem::path& file, const std::string& option);

/// "out.png" → "out-2.png" for the second of several pictures; unchanged for a single one.
std::filesystem::path numbered(const std::filesystem::path& file, int index, int count);

}  // namespace segmoe::cli
