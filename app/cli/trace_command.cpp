// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <memory>

#include <nlohmann/json.hpp>

#include "app/cli/session.h"
#include "app/cli/trace_view.h"
#include "core/engine/model_tools.h"

namespace segmoe::cli {

namespace {

struct TraceArguments {
    std::filesystem::path file;
    std::filesystem::path csv;
    std::filesystem::path png;
    std::filesystem::path compareWith;
};

int runTrace(Session& session, const TraceArguments& arguments) {
    const RoutingTrace trace = readTrace(arguments.file);
    nlohmann::json report = summarizeTrace(trace);
    if (!arguments.compareWith.empty()) report["comparison"] = compareTraces(trace, readTrace(arguments.compareWith));
    if (!arguments.csv.empty()) {
        writeTraceCsv(trace, arguments.csv);
        report["csv"] = arguments.csv.string();
    }
    if (!arguments.png.empty()) {
        writeTracePng(trace, arguments.png);
        report["png"] = arguments.png.string();
    }
    session.console.document(report);
    if (!session.console.options().json) showTraceReport(session.console, report);
    return 0;
}

}  // namespace

void addTraceCommand(CLI::App& program, Action& action) {
    auto arguments = std::make_shared<TraceArguments>();
    CLI::App* command = program.add_subcommand("trace", "Summarise a routing trace, draw it, compare two");
    command->add_option("file", arguments->file, "Routing trace, written by render --trace")
        ->required()
        ->type_name("FILE");
    command->add_option("--csv", arguments->csv, "Writes every decision as a line")->type_name("OUT");
    command->add_option("--png", arguments->png, "Draws the heat map of layers and experts")->type_name("OUT");
    command
        ->add_option("--compare", arguments->compareWith,
                     "Second trace: how often the two agree, and where they do not")
        ->type_name("FILE2");
    command->footer(
        "Examples:\n"
        "  segmoe trace castle.safetensors\n"
        "  segmoe trace castle.safetensors --png castle-routing.png --csv castle-routing.csv\n"
        "  segmoe trace castle.safetensors --compare harbour.safetensors");
    command->callback(
        [arguments, &action] { action = [arguments](Session& session) { return runTrace(session, *arguments); }; });
}

}  // namespace segmoe::cli
