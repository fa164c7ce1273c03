// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include <nlohmann/json.hpp>

#include "app/cli/arguments.h"
#include "app/cli/fetch_models.h"
#include "app/cli/format.h"
#include "app/cli/session.h"

namespace segmoe::cli {

namespace {

struct DownloadArguments {
    std::vector<std::string> references;
    std::string variant;
    bool dryRun = false;
};

void show(const Console& console, const HubFetch& fetch, bool isDryRun) {
    if (isDryRun) {
        std::vector<std::vector<std::string>> rows;
        for (const HubFetch::File& file : fetch.files)
            rows.push_back({file.path, formatBytes(static_cast<std::int64_t>(file.bytes)),
                            file.isPresent ? "here already" : "to fetch"});
        console.line(console.heading(fetch.title) + (fetch.license.empty() ? "" : ", licence " + fetch.license));
        console.line(formatTable({"file", "size", ""}, rows));
        console.line(formatBytes(static_cast<std::int64_t>(fetch.missingBytes)) + " of " +
                     formatBytes(static_cast<std::int64_t>(fetch.bytes)) + " to fetch");
    } else {
        console.line(fetch.place.string());
    }
    if (console.options().verbose)
        for (const std::string& left : fetch.leftOut) console.note("left out: " + left);
}

int runDownload(Session& session, const DownloadArguments& arguments) {
    std::optional<std::string> variant;
    if (!arguments.variant.empty()) variant = arguments.variant == "plain" ? "" : arguments.variant;
    const auto hub = openHub();
    nlohmann::json models = nlohmann::json::array();
    for (const std::string& reference : arguments.references) {
        const HubFetch fetch = arguments.dryRun ? hub->plan(reference, variant, session.cancel)
                                                : fetchModel(session, *hub, reference, variant);
        models.push_back(fetchDocument(fetch));
        show(session.console, fetch, arguments.dryRun);
    }
    session.console.document({{"models", models}});
    return 0;
}

}  // namespace

void addDownloadCommand(CLI::App& program, Action& action) {
    auto arguments = std::make_shared<DownloadArguments>();
    CLI::App* command = program.add_subcommand("download", "Fetch models from Hugging Face or CivitAI");
    command
        ->add_option("models", arguments->references,
                     "owner/name[@revision], hf://owner/name/file, civitai:VERSION[?file=ID], or a link")
        ->required()
        ->type_name("REF");
    command
        ->add_option("--variant", arguments->variant, "Weights to take: fp16 (the default where offered), plain, bf16")
        ->check(oneOf({"fp16", "bf16", "fp32", "plain"}));
    command->add_flag("--dry-run", arguments->dryRun, "Say what would be fetched; fetch nothing");
    command->footer(
        "What breaks off goes on where it stopped when the command is repeated. Models of Hugging Face go to the "
        "cache\n"
        "that the Python tools use (HF_HOME, HF_HUB_CACHE), files of CivitAI to models in SEGMOE_HOME.\n"
        "\n"
        "Examples:\n"
        "  segmoe download owner/name\n"
        "  segmoe download owner/name@main --variant fp16 --dry-run\n"
        "  segmoe download civitai:128713 https://civitai.com/models/4384");
    command->callback(
        [arguments, &action] { action = [arguments](Session& session) { return runDownload(session, *arguments); }; });
}

}  // namespace segmoe::cli
