// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include <nlohmann/json.hpp>

#include "app/cli/document_view.h"
#include "app/cli/progress_display.h"
#include "app/cli/session.h"
#include "core/engine/model_tools.h"

namespace segmoe::cli {

namespace {

struct InspectArguments {
    std::filesystem::path path;
    InspectOptions options;
};

int runInspect(Session& session, const InspectArguments& arguments) {
    ProgressDisplay progress(session.console);
    const nlohmann::json found = inspect(arguments.path, arguments.options, progress.sink(), session.cancel);
    progress.clear();
    session.console.document(found);
    if (!session.console.options().json) showDocument(session.console, found);
    return 0;
}

}  // namespace

void addInspectCommand(CLI::App& program, Action& action) {
    auto arguments = std::make_shared<InspectArguments>();
    CLI::App* command = program.add_subcommand("inspect", "Say what a model, LoRA, recipe, picture or trace holds");
    command
        ->add_option("path", arguments->path,
                     "Model folder, .safetensors, .yaml or .png, or a hub model that was fetched")
        ->required()
        ->type_name("PATH");
    command->add_flag("--gates", arguments->options.gates,
                      "Report on the gates of a mixture: cosines and condition numbers");
    command->add_flag("--tensors", arguments->options.tensors, "List every tensor with its type and shape");
    command->add_flag("--hashes", arguments->options.hashes,
                      "SHA-256 and AutoV hashes, remembered for pictures; reads whole files");
    command->footer(
        "Examples:\n"
        "  segmoe inspect my-mixture --gates\n"
        "  segmoe inspect model.safetensors --hashes\n"
        "  segmoe inspect castle.png                (the settings it was made with)");
    command->callback(
        [arguments, &action] { action = [arguments](Session& session) { return runInspect(session, *arguments); }; });
}

}  // namespace segmoe::cli
