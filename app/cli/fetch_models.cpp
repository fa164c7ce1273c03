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

void fetchModels(Session& session, const std::vector<std::string>& models) {
    std::vector<std::string> missing;
    for (const std::string& model : models)
        for (std::string& reference : missingReferences(model))
            if (std::ranges::find(missing, reference) == missing.end()) missing.push_back(std::move(reference));
    if (missing.empty()) return;
    const auto hub = openHub();
    for (const std::string& reference : missing) {
        session.console.note("Fetching " + reference + ".");
        (void)fetchModel(session, *hub, reference, std::nullopt);
    }
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
