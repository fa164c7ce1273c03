// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include <nlohmann/json.hpp>

#include "app/cli/fetch_models.h"
#include "app/cli/forecast_view.h"
#include "app/cli/render_options.h"
#include "app/cli/session.h"

namespace segmoe::cli {

namespace {

int runPlan(Session& session, const RenderArguments& arguments) {
    fetchModels(session, modelsOf(arguments));
    RenderEngine engine;
    const MemoryForecast forecast = engine.forecast(toRequest(arguments, engine));
    session.console.document(forecastDocument(forecast));
    showForecast(session.console, forecast);
    return 0;
}

}  // namespace

void addPlanCommand(CLI::App& program, Action& action) {
    auto arguments = std::make_shared<RenderArguments>();
    CLI::App* command = program.add_subcommand("plan", "Forecast memory, time and disk of a render, term by term");
    addModelArgument(*command, *arguments);
    addPictureOptions(*command, *arguments);
    addRoutingOptions(*command, *arguments);
    addMachineOptions(*command, *arguments);
    command->footer(
        "Examples:\n"
        "  segmoe plan my-mixture\n"
        "  segmoe plan recipe.yaml --width 1024 --height 1024 --dtype bf16 --images 4");
    command->callback(
        [arguments, &action] { action = [arguments](Session& session) { return runPlan(session, *arguments); }; });
}

}  // namespace segmoe::cli
