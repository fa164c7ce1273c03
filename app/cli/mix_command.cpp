// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include <nlohmann/json.hpp>

#include "app/cli/arguments.h"
#include "app/cli/fetch_models.h"
#include "app/cli/forecast_view.h"
#include "app/cli/format.h"
#include "app/cli/progress_display.h"
#include "app/cli/session.h"

namespace segmoe::cli {

namespace {

struct MixArguments {
    MixRequest request;
    std::string format;
    std::string dtype = "keep";
    std::string gates;
    bool dryRun = false;
};

nlohmann::json toJson(const MixReport& report) {
    nlohmann::json sites = nlohmann::json::array();
    for (const GateSiteReport& site : report.gateSites)
        sites.push_back(
            {{"site", site.site}, {"max_cosine", site.maxCosine}, {"condition_number", site.conditionNumber}});
    return {{"output", report.output.string()},
            {"bytes", report.bytesWritten},
            {"gate_seconds", report.gateSeconds},
            {"gate_evaluations_per_expert", report.gateEvaluations},
            {"write_seconds", report.writeSeconds},
            {"gates", sites},
            {"notices", report.notices}};
}

void show(const Console& console, const MixReport& report) {
    for (const std::string& notice : report.notices) console.note(notice);
    if (console.options().verbose) {
        std::vector<std::vector<std::string>> rows;
        for (const GateSiteReport& site : report.gateSites)
            rows.push_back({site.site, formatNumber(site.maxCosine), formatNumber(site.conditionNumber)});
        if (!rows.empty()) console.line(formatTable({"site", "largest cosine", "condition"}, rows));
    }
    console.line(report.output.string());
    if (!console.options().quiet)
        console.line(formatBytes(report.bytesWritten) + " written in " + formatSeconds(report.writeSeconds) +
                     ", gates of " + std::to_string(report.gateSites.size()) + " sites in " +
                     formatSeconds(report.gateSeconds));
}

/// Without a byte fetched or written. What the build takes is known once the headers of all models are here.
int runDryRun(Session& session, const MixRequest& request) {
    const std::vector<std::string> missing = missingModels({request.recipe.string()});
    if (missing.empty()) {
        const MemoryForecast forecast = forecastMix(request);
        session.console.document(forecastDocument(forecast));
        showForecast(session.console, forecast);
        return 0;
    }
    checkPresentParts(request);
    session.console.document(showMissing(session, missing));
    session.console.line(
        "The recipe and the models that are here are in order. What the build takes can be said once "
        "the others are here too.");
    return 0;
}

int runMix(Session& session, const MixArguments& arguments) {
    MixRequest request = arguments.request;
    request.format = parseFormat(arguments.format, request.output);
    request.dtype = parseStoredType(arguments.dtype);
    if (!arguments.gates.empty()) request.gates = parseGateMethod(arguments.gates);
    if (arguments.dryRun) return runDryRun(session, request);
    fetchModels(session, {request.recipe.string()});
    ProgressDisplay progress(session.console);
    const MixReport report = mix(request, progress.sink(), session.cancel);
    progress.clear();
    session.console.document(toJson(report));
    show(session.console, report);
    return 0;
}

}  // namespace

void addMixCommand(CLI::App& program, Action& action) {
    auto arguments = std::make_shared<MixArguments>();
    MixRequest& request = arguments->request;
    CLI::App* command = program.add_subcommand("mix", "Build a mixture from a recipe and save it");
    command->add_option("recipe", request.recipe, "Recipe of the mixture, a .yaml file")
        ->required()
        ->type_name("RECIPE.yaml");
    command->add_option("output", request.output, "Folder to write, or a .safetensors file")
        ->required()
        ->type_name("OUT");
    addSaveOptions(*command, arguments->format, arguments->dtype);
    command
        ->add_option(
            "--gates", arguments->gates,
            "How gates are found, instead of the recipe's own method: hidden, hidden_compat, text, svd, random, equal")
        ->check(oneOf({"hidden", "hidden_compat", "text", "svd", "random", "equal"}));
    command->add_option("--gate-steps", request.gateSteps, "UNet evaluations per expert while gates are measured")
        ->check(inRange(1, 1000));
    command->add_option("--gate-seed", request.gateSeed, "Seed of that noise");
    command->add_option("--device", request.device, "Where gates are measured: auto, cpu, cuda, cuda:0, …")
        ->check(deviceName());
    command->add_flag("--compat", request.compat, "Reproduce the reference program's arithmetic and scheduler");
    command->add_flag("--hashes", request.hashes,
                      "Also read base, experts and LoRAs whole, so that pictures of the recipe name them by hash");
    command->add_flag("--dry-run", arguments->dryRun,
                      "Check everything, say what would be fetched and what the build takes; write nothing");
    command->footer(
        "Examples:\n"
        "  segmoe mix recipe.yaml my-mixture\n"
        "  segmoe mix recipe.yaml my-mixture.safetensors --dtype fp16\n"
        "  segmoe mix recipe.yaml my-mixture --dry-run\n"
        "  segmoe recipe.yaml my-mixture            (the same as mix)");
    command->callback(
        [arguments, &action] { action = [arguments](Session& session) { return runMix(session, *arguments); }; });
}

}  // namespace segmoe::cli
