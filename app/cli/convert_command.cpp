// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include <nlohmann/json.hpp>

#include "app/cli/arguments.h"
#include "app/cli/fetch_models.h"
#include "app/cli/format.h"
#include "app/cli/progress_display.h"
#include "app/cli/session.h"

namespace segmoe::cli {

namespace {

struct ConvertArguments {
    ConvertRequest request;
    std::string format;
    std::string dtype = "keep";
};

int runConvert(Session& session, const ConvertArguments& arguments) {
    ConvertRequest request = arguments.request;
    request.format = parseFormat(arguments.format, request.output);
    request.dtype = parseStoredType(arguments.dtype);
    fetchModels(session, {request.model, request.vae, request.donor});
    ProgressDisplay progress(session.console);
    const ConvertReport report = convert(request, progress.sink(), session.cancel);
    progress.clear();
    for (const std::string& notice : report.notices) session.console.note(notice);
    session.console.document(
        {{"output", request.output.string()}, {"bytes", report.bytesWritten}, {"notices", report.notices}});
    session.console.line(request.output.string());
    if (!session.console.options().quiet) session.console.line(formatBytes(report.bytesWritten) + " written");
    return 0;
}

}  // namespace

void addConvertCommand(CLI::App& program, Action& action) {
    auto arguments = std::make_shared<ConvertArguments>();
    ConvertRequest& request = arguments->request;
    CLI::App* command = program.add_subcommand("convert", "Write a model in the other layout, or in another type");
    command
        ->add_option("input", request.model, "Model folder, .safetensors file, or a recipe .yaml, which is mixed first")
        ->required()
        ->type_name("IN");
    command->add_option("output", request.output, "Folder to write, or a .safetensors file")
        ->required()
        ->type_name("OUT");
    command
        ->add_option("--vae", request.vae, "VAE that goes in instead of the model's: a .safetensors file or a folder")
        ->type_name("FILE");
    command
        ->add_option("--donor", request.donor,
                     "Model whose VAE or text encoder goes in where a single file has none, which is then said")
        ->type_name("MODEL");
    addSaveOptions(*command, arguments->format, arguments->dtype);
    command->footer(
        "Examples:\n"
        "  segmoe convert checkpoint.safetensors my-model\n"
        "  segmoe convert my-model my-model.safetensors --dtype fp16\n"
        "  segmoe convert unet-only.safetensors my-model --donor stable-diffusion-v1-5\n"
        "  segmoe convert recipe.yaml my-mixture    (segmoe mix has more options)");
    command->callback(
        [arguments, &action] { action = [arguments](Session& session) { return runConvert(session, *arguments); }; });
}

}  // namespace segmoe::cli
