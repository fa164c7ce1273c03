// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include <nlohmann/json.hpp>

#include "app/cli/arguments.h"
#include "app/cli/fetch_models.h"
#include "app/cli/format.h"
#include "app/cli/progress_display.h"
#include "app/cli/session.h"
#include "core/base/error.h"
#include "core/engine/app_paths.h"
#include "core/engine/model_library.h"

namespace segmoe::cli {

namespace {

namespace fs = std::filesystem;

struct ModelsArguments {
    std::string what = "list";
    std::vector<std::string> paths;
};

nlohmann::json toJson(const LibraryModel& model) {
    return {{"path", model.facts.path.string()},
            {"name", model.facts.name},
            {"role", modelRoleName(model.facts.role)},
            {"architecture", model.facts.architecture.name},
            {"dtype", model.facts.dtype},
            {"bytes", model.facts.bytes},
            {"license", model.facts.license},
            {"sha256", model.sha256},
            {"missing", model.isMissing}};
}

void show(const Console& console, const std::vector<LibraryModel>& models) {
    nlohmann::json list = nlohmann::json::array();
    std::vector<std::vector<std::string>> rows;
    for (const LibraryModel& model : models) {
        list.push_back(toJson(model));
        rows.push_back({shortened(model.facts.name, 40), std::string(modelRoleName(model.facts.role)),
                        model.facts.architecture.name, model.facts.dtype, formatBytes(model.facts.bytes),
                        shortLicence(model.facts.license),
                        (model.isMissing ? "missing: " : "") + model.facts.path.string()});
    }
    console.document({{"models", list}});
    if (!rows.empty())
        console.line(formatTable({"name", "kind", "architecture", "type", "size", "licence", "path"}, rows));
    if (rows.empty()) console.note("No models are known yet. Look through folders with: segmoe models scan FOLDER");
}

/// New folders are taken into the library; without any, those that models are fetched to.
void addFolders(LibraryAccess& library, const std::vector<std::string>& folders) {
    const std::vector<LibraryRoot> roots = library.roots();
    const auto add = [&](const fs::path& folder, bool isForeign) {
        std::error_code ignored;
        for (const LibraryRoot& root : roots)
            if (fs::equivalent(root.path, folder, ignored)) return;
        library.addRoot(folder, isForeign);
    };
    for (const std::string& folder : folders) add(folder, false);
    if (!folders.empty()) return;
    std::error_code ignored;
    if (const fs::path own = homeFolder() / "models"; fs::is_directory(own, ignored)) add(own, false);
    for (const KnownFolder& known : knownModelFolders())
        if (known.program == "Hugging Face") add(known.path, true);
}

int runScan(Session& session, const std::vector<std::string>& folders) {
    const auto library = openLibrary(homeFolder());
    addFolders(*library, folders);
    ProgressDisplay progress(session.console);
    LibraryScanEvents events;
    events.progress = [&](int done, int) {
        progress.show({.stage = Stage::Checking, .step = done, .item = std::to_string(done) + " models"});
    };
    const LibraryScanReport report = library->scan(events, session.cancel, {});
    progress.clear();
    session.console.document(
        {{"models", report.models}, {"read", report.read}, {"missing", report.missing}, {"seconds", report.seconds}});
    session.console.line(std::to_string(report.models) + " models, " + std::to_string(report.read) +
                         " of them new or changed, " + std::to_string(report.missing) + " gone");
    return 0;
}

int runIdentify(Session& session, const std::vector<std::string>& paths) {
    if (paths.empty()) throw Error(ErrorCode::UsageInvalid, "segmoe models identify wants the paths of files.");
    const auto library = openLibrary(homeFolder());
    const auto hub = openHub();
    nlohmann::json found = nlohmann::json::array();
    for (const std::string& path : paths) {
        ProgressDisplay progress(session.console);
        const std::string sha256 = library->hash(path, progress.sink(), session.cancel).sha256;
        progress.clear();
        if (sha256.empty()) throw Error(ErrorCode::RequestInvalid, "'" + path + "' is a folder; name a file.");
        const auto row = hub->identify(sha256, session.cancel);
        nlohmann::json entry = {{"path", path}, {"sha256", sha256}, {"known", row.has_value()}};
        if (row) {
            entry["reference"] = row->reference;
            entry["name"] = row->name;
            entry["page"] = row->page;
        }
        found.push_back(entry);
        session.console.line(
            path + ": " + (row ? row->name + " (" + row->reference + ", " + row->page + ")" : "not known to CivitAI"));
    }
    session.console.document({{"models", found}});
    return 0;
}

int runModels(Session& session, const ModelsArguments& arguments) {
    if (arguments.what == "scan") return runScan(session, arguments.paths);
    if (arguments.what == "identify") return runIdentify(session, arguments.paths);
    show(session.console, openLibrary(homeFolder())->models());
    return 0;
}

}  // namespace

void addModelsCommand(CLI::App& program, Action& action) {
    auto arguments = std::make_shared<ModelsArguments>();
    CLI::App* command = program.add_subcommand("models", "The models on this disk");
    command->add_option("what", arguments->what, "list (the default), scan or identify")
        ->check(oneOf({"list", "scan", "identify"}))
        ->type_name("[scan|list|identify]");
    command->add_option("paths", arguments->paths, "scan: folders to look through; identify: files")->type_name("PATH");
    command->footer(
        "identify asks CivitAI, by the file's SHA-256, which model a file is. Nothing else is sent.\n"
        "\n"
        "Examples:\n"
        "  segmoe models scan ~/models\n"
        "  segmoe models\n"
        "  segmoe models identify unknown.safetensors");
    command->callback(
        [arguments, &action] { action = [arguments](Session& session) { return runModels(session, *arguments); }; });
}

}  // namespace segmoe::cli
