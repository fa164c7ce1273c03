// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/fetch_models.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/cli/format.h"
#include "app/cli/progress_display.h"
#include "core/base/error.h"

namespace segmoe::cli {

HubFetch fetchModel(Session& session, HubAccess& hub, const std::string& reference,
                    const std::optional<std::string>& variant) {
    ProgressDisplay progress(session.console);
    const HubFetch fetch = hub.fetch(reference, variant, progress.sink(), session.cancel);
    progress.clear();
    for (const std::string& notice : fetch.notices) session.console.note(notice);
    return fetch;
}

std::vector<std::string> missingModels(const std::vector<std::string>& models) {
    std::vector<std::string> missing;
    for (const std::string& model : models)
        for (std::string& reference : missingReferences(model))
            if (std::ranges::find(missing, reference) == missing.end()) missing.push_back(std::move(reference));
    return missing;
}

void fetchModels(Session& session, const std::vector<std::string>& models) {
    const std::vector<std::string> missing = missingModels(models);
    if (missing.empty()) return;
    ProgressDisplay progress(session.console);
    const auto next = [&](const HubFetch& plan) {
        progress.clear();
        session.console.note("Fetching " + plan.title + ", " +
                             formatBytes(static_cast<std::int64_t>(plan.missingBytes)) + ".");
        for (const std::string& notice : plan.notices) session.console.note(notice);
    };
    (void)openHub()->fetchAll(missing, next, progress.sink(), session.cancel);
    progress.clear();
}

nlohmann::json showMissing(Session& session, const std::vector<std::string>& references) {
    const HubFetchPlan plan = openHub()->planAll(references, session.cancel);
    nlohmann::json downloads = nlohmann::json::array();
    std::vector<std::vector<std::string>> rows;
    for (const HubFetch& model : plan.models) {
        downloads.push_back(fetchDocument(model));
        rows.push_back({model.reference, model.title, std::to_string(model.files.size()),
                        formatBytes(static_cast<std::int64_t>(model.missingBytes)), shortLicence(model.license)});
        for (const std::string& notice : model.notices) session.console.note(notice);
    }
    session.console.line(session.console.heading("To be fetched first"));
    session.console.line(formatTable({"model", "name", "files", "to fetch", "licence"}, rows));
    session.console.line(formatBytes(static_cast<std::int64_t>(plan.missingBytes)) + " in all. " +
                         (plan.noRoom ? plan.noRoom->message : "They fit on the disk."));
    return {{"downloads", downloads}, {"fetched_bytes", plan.missingBytes}, {"fits_on_disk", !plan.noRoom.has_value()}};
}

nlohmann::json fetchDocument(const HubFetch& fetch) {
    nlohmann::json files = nlohmann::json::array();
    for (const HubFetch::File& file : fetch.files)
        files.push_back({{"path", file.path}, {"bytes", file.bytes}, {"present", file.isPresent}});
    return {{"reference", fetch.reference},
            {"title", fetch.title},
            {"license", fetch.license},
            {"bytes", fetch.bytes},
            {"fetched_bytes", fetch.missingBytes},
            {"files", files},
            {"left_out", fetch.leftOut},
            {"notices", fetch.notices},
            {"place", fetch.place.string()}};
}

HubSite parseSite(const std::string& name) {
    if (name == "hf" || name == "huggingface") return HubSite::HuggingFace;
    if (name == "civitai") return HubSite::CivitAi;
    throw Error(ErrorCode::UsageInvalid, "There is no hub '" + name + "'; there are hf and civitai.");
}

}  // namespace segmoe::cli
