// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/cli/arguments.h"
#include "app/cli/fetch_models.h"
#include "app/cli/format.h"
#include "app/cli/progress_display.h"
#include "app/cli/session.h"
#include "core/base/error.h"
#include "core/domain/licence_terms.h"
#include "core/engine/hub_publish.h"

namespace segmoe::cli {

namespace {

/// Nothing is published before somebody could read what its parts allow.
void showLicences(const Session& session, const HubPush& push) {
    std::vector<MixturePart> parts;
    try {
        parts = openHubPublisher()->plan(push.folder, PartHashes::Known, {}, session.cancel).parts;
    } catch (const Error&) {
        return;  // publishing says what is wrong with the folder
    }
    for (const MixturePart& part : parts) {
        const LicenceTerms terms = licenceTerms(part.license);
        const bool isForbidden = terms.shareMerges == Permission::No || terms.derivatives == Permission::No;
        session.console.note(part.name + ": " + (part.license.empty() ? "licence not known" : part.license) +
                             (isForbidden ? ", which does not let mixtures be shared" : ""));
    }
}

int runPush(Session& session, const HubPush& push) {
    showLicences(session, push);
    const auto hub = openHub();
    ProgressDisplay progress(session.console);
    const HubPushReport report = hub->push(push, progress.sink(), session.cancel);
    progress.clear();
    for (const std::string& notice : report.notices) session.console.note(notice);
    session.console.document({{"page", report.page},
                              {"commit", report.commit},
                              {"files", report.files},
                              {"uploaded_bytes", report.uploadedBytes},
                              {"notices", report.notices}});
    session.console.line(report.page);
    if (!session.console.options().quiet)
        session.console.line(std::to_string(report.files) + " files, " +
                             formatBytes(static_cast<std::int64_t>(report.uploadedBytes)) + " sent");
    return 0;
}

}  // namespace

void addPushCommand(CLI::App& program, Action& action) {
    auto push = std::make_shared<HubPush>();
    auto isPublic = std::make_shared<bool>(false);
    auto isPrivate = std::make_shared<bool>(false);
    CLI::App* command = program.add_subcommand("push", "Publish a saved model on Hugging Face, as one commit");
    command->add_option("folder", push->folder, "Folder of a saved model")->required()->type_name("DIR");
    command->add_option("repository", push->repo, "Where to publish it")->required()->type_name("org/name");
    CLI::Option* hidden = command->add_flag("--private", *isPrivate, "Only you may see a new repository (the default)");
    command->add_flag("--public", *isPublic, "Everybody may see a new repository")->excludes(hidden);
    command->add_flag("--existing", push->mayExist, "Publish into a repository that is there already");
    command->add_option("--message", push->message, "Message of the commit")->type_name("TEXT");
    command->footer(
        "A mixture without a README.md gets a model card made from its recipe. Needs a token with write access:\n"
        "segmoe login.\n"
        "\n"
        "Examples:\n"
        "  segmoe push my-mixture ada/my-mixture\n"
        "  segmoe push my-mixture ada/my-mixture --existing --message \"more steps\"");
    command->callback([push, isPublic, isPrivate, &action] {
        push->isPrivate = !*isPublic;
        action = [push](Session& session) { return runPush(session, *push); };
    });
}

}  // namespace segmoe::cli
