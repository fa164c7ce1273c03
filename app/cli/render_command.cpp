// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <memory>

#include <nlohmann/json.hpp>

#include "app/cli/fetch_models.h"
#include "app/cli/format.h"
#include "app/cli/progress_display.h"
#include "app/cli/render_options.h"
#include "app/cli/session.h"
#include "core/engine/model_tools.h"
#include "core/engine/picture_file.h"

namespace segmoe::cli {

namespace {

namespace fs = std::filesystem;

struct RenderCommand {
    RenderArguments arguments;
    fs::path output;
    fs::path trace;
    bool traceMaps = false;
};

/// Writes pictures and traces as they are finished, so that a cancelled run keeps those that are whole.
class PictureWriter {
public:
    PictureWriter(const RenderCommand& command, int images, const Console& console, ProgressDisplay& progress)
        : m_command(command), m_images(images), m_console(console), m_progress(progress) {}

    void write(int index, const RenderedImage& image) {
        const fs::path chosen = m_command.output.empty() ? fs::path("segmoe-" + std::to_string(image.seed) + ".png")
                                                         : numbered(m_command.output, index, m_images);
        savePicture(image, chosen);
        nlohmann::json entry = {{"file", chosen.string()}, {"seed", image.seed}};
        if (!m_command.trace.empty() && !image.trace.empty()) {
            const fs::path file = numbered(m_command.trace, index, m_images);
            writeTrace(image, file, m_command.traceMaps);
            entry["trace"] = file.string();
        }
        m_progress.clear();
        m_console.line(chosen.string());
        m_written.push_back(std::move(entry));
    }
    const nlohmann::json& written() const { return m_written; }

private:
    const RenderCommand& m_command;
    int m_images;
    const Console& m_console;
    ProgressDisplay& m_progress;
    nlohmann::json m_written = nlohmann::json::array();
};

nlohmann::json toJson(const RenderResult& result, const nlohmann::json& pictures) {
    return {{"pictures", pictures},
            {"seconds", result.seconds},
            {"load_seconds", result.loadSeconds},
            {"device", result.device},
            {"precision", result.precision},
            {"unet_calls", result.unetCalls},
            {"expert_bytes", result.expertBytesResident},
            {"notices", result.notices}};
}

void requirePlaces(const RenderCommand& command) {
    if (!command.output.empty() && command.output.extension() != ".png")
        throw Error(ErrorCode::UsageInvalid,
                    "--output wants the name of a .png file, not '" + command.output.string() + "'.");
    requireFolderOf(command.output, "--output");
    requireFolderOf(command.trace, "--trace");
    requireFolderOf(command.arguments.request.saveLatentsFile, "--save-latents");
}

int runRender(Session& session, const RenderCommand& command) {
    requirePlaces(command);
    fetchModels(session, modelsOf(command.arguments));
    RenderEngine engine;
    RenderRequest request = toRequest(command.arguments, engine);
    request.capture = command.traceMaps ? CaptureLevel::Maps : CaptureLevel::Off;
    ProgressDisplay progress(session.console);
    PictureWriter writer(command, request.images, session.console, progress);

    // The engine turns exceptions of its own into values; one of a callback waits here until the engine has returned.
    std::exception_ptr writeFailed;
    CancelToken cancel = session.cancel;
    RenderEvents events;
    events.progress = progress.sink();
    events.imageDone = [&](int index, const RenderedImage& image) {
        try {
            writer.write(index, image);
        } catch (...) {
            writeFailed = std::current_exception();
            cancel.cancel();
        }
    };
    const RenderReport report = engine.render(request, events, cancel);
    progress.clear();
    if (writeFailed) std::rethrow_exception(writeFailed);
    if (report.outcome == RenderOutcome::Cancelled) throw Cancelled();
    if (report.outcome == RenderOutcome::Failed)
        throw Error(report.failure.code, report.failure.message, report.failure.detail);

    for (const std::string& notice : report.result.notices) session.console.note(notice);
    session.console.document(toJson(report.result, writer.written()));
    if (session.console.options().verbose)
        session.console.line(formatSeconds(report.result.seconds) + " on " + report.result.device + " in " +
                             report.result.precision + ", loading " + formatSeconds(report.result.loadSeconds) + ", " +
                             std::to_string(report.result.unetCalls) + " UNet calls");
    return 0;
}

}  // namespace

void addRenderCommand(CLI::App& program, Action& action) {
    auto command = std::make_shared<RenderCommand>();
    RenderRequest& request = command->arguments.request;
    CLI::App* render = program.add_subcommand("render", "Render pictures from a prompt");
    addModelArgument(*render, command->arguments);
    render->add_option("-p,--prompt", request.prompt, "What the picture shows")->required()->type_name("TEXT");
    render->add_option("-n,--negative", request.negative, "What it must not show; absent is not the same as empty")
        ->type_name("TEXT");
    render
        ->add_option("-o,--output", command->output,
                     "Picture to write, OUT-1.png … with --images; default: segmoe-SEED.png")
        ->type_name("OUT.png");
    addPictureOptions(*render, command->arguments);
    addStartImageOptions(*render, command->arguments.start);
    addRoutingOptions(*render, command->arguments);
    addMachineOptions(*render, command->arguments);
    render->add_option("--latents", request.latentsFile, "Start noise (tensor latents) and step noise (tensor noise)")
        ->type_name("FILE")
        ->group("Tensors");
    render->add_option("--save-latents", request.saveLatentsFile, "Writes the final latents, before decoding")
        ->type_name("FILE")
        ->group("Tensors");
    render->add_option("--trace", command->trace, "Writes which expert was chosen where and when")
        ->type_name("FILE")
        ->group("Tensors");
    render
        ->add_flag("--trace-maps", command->traceMaps,
                   "Adds to --trace where in the picture each expert was preferred: tensors map.SITE")
        ->needs("--trace")
        ->group("Tensors");
    render->footer(
        "Examples:\n"
        "  segmoe render my-mixture -p \"a castle by the sea\" -o castle.png\n"
        "  segmoe render recipe.yaml -p \"a castle\" --steps 20 --seed 7 --images 4 -o castle.png\n"
        "  segmoe render recipe.yaml -p \"a castle\" --mute B --pin '*.ff=anime' --trace castle.safetensors\n"
        "  segmoe render model.safetensors -p \"a castle\" --lora style.safetensors:0.8\n"
        "  segmoe render my-mixture -p \"a red door\" --init-image house.png --mask door.png --strength 0.8");
    render->callback(
        [command, &action] { action = [command](Session& session) { return runRender(session, *command); }; });
}

}  // namespace segmoe::cli
