// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/log_output.h"
#include "app/cli/session.h"
#include "core/base/error.h"
#include "core/base/log.h"
#include "core/engine/app_paths.h"
#include "core/engine/failure.h"
#include "core/engine/hub_access.h"
#include "core/engine/render_engine.h"

namespace segmoe::cli {

namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;

/// Wrong usage and invalid recipes have an exit code of their own.
int exitCodeOf(ErrorCode code) {
    switch (code) {
        case ErrorCode::UsageInvalid:
        case ErrorCode::RequestInvalid:
        case ErrorCode::SizeUnsupported:
        case ErrorCode::SamplerUnsupported:
        case ErrorCode::RecipeParseFailed:
        case ErrorCode::RecipeValueInvalid:
        case ErrorCode::RecipeTooNew: return kWrongUsage;
        default: return kFailed;
    }
}

struct GlobalOptions {
    Console::Options console;
    int threads = 0;
    bool version = false;
};

void addGlobalOptions(CLI::App& program, GlobalOptions& options) {
    program.add_flag("--json", options.console.json, "One JSON document on standard output, nothing else there");
    program.add_flag("--quiet,-q", options.console.quiet, "No progress and no notes");
    program.add_flag("--verbose,-v", options.console.verbose, "More detail, and the log on standard error");
    program.add_option("--threads", options.threads, "Compute threads; default: one per physical core")
        ->check(inRange(1, 1024));
    program.add_flag("--version", options.version, "Print the version and leave");
    program.footer(
        "segmoe RECIPE.yaml OUT is the same as segmoe mix RECIPE.yaml OUT.\n"
        "\n"
        "Examples:\n"
        "  segmoe render recipe.yaml -p \"a castle by the sea\" -o castle.png\n"
        "  segmoe mix recipe.yaml my-mixture\n"
        "  segmoe render --help\n"
        "\n"
        "The log of the last runs is logs/segmoe.log in SEGMOE_HOME, else in the data folder of this account.\n"
        "\n"
        "Exit codes: 0 done, 1 failed, 2 wrong usage or invalid recipe, 130 cancelled by Ctrl-C.");
}

/// Position of the first argument that is no global option; the end when there is none.
std::size_t firstWord(const std::vector<std::string>& arguments) {
    std::size_t at = 0;
    while (at < arguments.size() && arguments[at].starts_with('-')) at += arguments[at] == "--threads" ? 2 : 1;
    return std::min(at, arguments.size());
}

/// The drop-in form of the reference program: a recipe in the place of a command means mix.
void allowDropInForm(std::vector<std::string>& arguments) {
    const std::size_t at = firstWord(arguments);
    if (at == arguments.size()) return;
    const std::string& word = arguments[at];
    if (word.ends_with(".yaml") || word.ends_with(".yml"))
        arguments.insert(arguments.begin() + static_cast<std::ptrdiff_t>(at), "mix");
}

void requireKnownCommand(const CLI::App& program, const std::vector<std::string>& arguments) {
    const std::size_t at = firstWord(arguments);
    std::string list;
    for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; })) {
        if (at < arguments.size() && command->get_name() == arguments[at]) return;
        list += (list.empty() ? "" : ", ") + command->get_name();
    }
    if (at == arguments.size())
        throw Error(ErrorCode::UsageInvalid, "No command was given; there are: " + list + ". See segmoe --help.");
    throw Error(ErrorCode::UsageInvalid,
                "There is no command '" + arguments[at] + "'; there are: " + list + ". See segmoe --help.");
}

bool has(const std::vector<std::string>& arguments, const char* option) {
    return std::find(arguments.begin(), arguments.end(), option) != arguments.end();
}

std::string helpHint(const CLI::App& program) {
    for (const CLI::App* command : program.get_subcommands()) return "See segmoe " + command->get_name() + " --help.";
    return "See segmoe --help.";
}

/// Reads the command line. Returns false when there is nothing to run because help or the version was printed.
bool parse(CLI::App& program, std::vector<std::string> arguments, GlobalOptions& options) {
    const bool asksHelp = has(arguments, "--help") || has(arguments, "-h");
    allowDropInForm(arguments);
    if (!asksHelp && !has(arguments, "--version")) requireKnownCommand(program, arguments);
    try {
        std::reverse(arguments.begin(), arguments.end());  // CLI11 takes a vector from its end
        program.parse(arguments);
    } catch (const CLI::CallForHelp&) {
        std::cout << program.help();
        return false;
    } catch (const CLI::ParseError& error) {
        throw Error(ErrorCode::UsageInvalid, std::string(error.what()) + ". " + helpHint(program));
    }
    if (!options.version) return true;
    const Console console(options.console);
    console.document({{"version", versionText()}, {"build", buildText()}});
    console.line("segmoe " + versionText());
    console.line(buildText());
    return false;
}

int run(const std::vector<std::string>& arguments) {
    CLI::App program("SegMoE Studio on the command line: mixtures of Stable Diffusion experts.", "segmoe");
    program.fallthrough();
    program.get_formatter()->column_width(34);
    GlobalOptions options;
    options.console.json = has(arguments, "--json");  // for an error found before the options are read
    addGlobalOptions(program, options);
    Action action;
    for (const auto add : {addRenderCommand, addMixCommand, addInspectCommand, addPlanCommand, addTraceCommand,
                           addForwardCommand, addTokenizeCommand, addConvertCommand, addSearchCommand,
                           addDownloadCommand, addModelsCommand, addPushCommand, addLoginCommand, addLogoutCommand})
        add(program, action);

    try {
        if (!parse(program, arguments, options)) return kDone;
        const Console console(options.console);
        installLog({homeFolder() / "logs", options.console.verbose && !options.console.quiet});
        Session session{console, {}};
        cancelOnInterrupt(session.cancel);
        installHubLookup();
        if (options.threads > 0) RenderEngine::setThreads(options.threads);
        return action(session);
    } catch (const Cancelled&) {
        Console(options.console).failure("Cancelled", "Cancelled; what was not finished has been removed.", {});
        return interruptedExitCode();
    } catch (...) {
        const Failure failure = toFailure(std::current_exception());
        logMessage(LogLevel::Error, std::string(errorCodeName(failure.code)) + ": " + failure.message);
        Console(options.console).failure(std::string(errorCodeName(failure.code)), failure.message, failure.detail);
        return exitCodeOf(failure.code);
    }
}

}  // namespace

}  // namespace segmoe::cli

int main(int argc, char** argv) { return segmoe::cli::run(std::vector<std::string>(argv + 1, argv + argc)); }
