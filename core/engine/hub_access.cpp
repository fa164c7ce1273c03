// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/hub_access.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/engine/hub_places.h"
#include "core/engine/hub_publish.h"
#include "core/engine/hub_rows.h"
#include "core/engine/hub_search.h"
#include "core/engine/hub_session.h"
#include "core/engine/known_models.h"
#include "core/engine/models_folder.h"
#include "core/hub/model_store.h"
#include "core/hub/parallel_fetch.h"

namespace segmoe {

namespace {

using namespace hub;

HubFetch reportOf(const FetchPlan& plan) {
    HubFetch report;
    report.reference = plan.link.text();
    report.title = plan.title;
    report.license = plan.license;
    report.bytes = plan.bytes();
    report.missingBytes = plan.missingBytes();
    report.notices = plan.notices;
    for (const WantedFile& file : plan.files) report.files.push_back({file.source.path, file.bytes, !file.isMissing()});
    for (const auto& left : plan.leftOut) report.leftOut.push_back(left.path + ": " + left.reason);
    return report;
}

/// What several plans lack, each file once.
std::vector<WantedFile> missingFiles(const std::vector<FetchPlan>& plans) {
    std::vector<WantedFile> missing;
    for (const FetchPlan& plan : plans)
        for (const WantedFile& file : plan.files) {
            // of two files of one name on CivitAI the second will find another place
            const auto isIt = [&](const WantedFile& other) {
                return other.target == file.target && other.content == file.content;
            };
            if (file.isMissing() && std::ranges::none_of(missing, isIt)) missing.push_back(file);
        }
    return missing;
}

class Hub final : public HubAccess, private HubSession {
public:
    HubPage search(const HubSearch& search, const CancelToken& cancel) override {
        return searchHub(search, huggingFace(), civitai(), m_cache, cancel);
    }

    HubFetch plan(const std::string& reference, const std::optional<std::string>& variant,
                  const CancelToken& cancel) override {
        return reportOf(planned(reference, variant, cancel));
    }

    HubFetchPlan planAll(const std::vector<std::string>& references, const CancelToken& cancel) override {
        const std::vector<FetchPlan> plans = plannedAll(references, cancel);
        HubFetchPlan all;
        for (const FetchPlan& plan : plans) all.models.push_back(reportOf(plan));
        const std::vector<WantedFile> missing = missingFiles(plans);
        for (const WantedFile& file : missing) all.missingBytes += file.bytes;
        try {
            requireRoom(missing);
        } catch (const Error& error) {
            all.noRoom = Failure{error.code(), error.what(), error.detail()};
        }
        return all;
    }

    HubFetch fetch(const std::string& reference, const std::optional<std::string>& variant,
                   const ProgressSink& progress, const CancelToken& cancel) override {
        return fetched(planned(reference, variant, cancel), progress, cancel);
    }

    std::vector<HubFetch> fetchAll(const std::vector<std::string>& references,
                                   const std::function<void(const HubFetch&)>& next, const ProgressSink& progress,
                                   const CancelToken& cancel) override {
        const std::vector<FetchPlan> plans = plannedAll(references, cancel);
        requireRoom(missingFiles(plans));
        std::vector<HubFetch> reports;
        for (const FetchPlan& plan : plans) {
            if (next) next(reportOf(plan));
            reports.push_back(fetched(plan, progress, cancel));
        }
        return reports;
    }

    std::optional<HubRow> identify(const std::string& sha256, const CancelToken& cancel) override {
        try {
            const CivitaiVersion version = civitai().byHash(sha256, cancel);
            CivitaiModel model;
            model.id = version.modelId;
            model.name = version.modelName;
            model.type = version.modelType;
            model.versions.push_back(version);
            return rowOf(model);
        } catch (const Error& error) {
            if (error.code() == ErrorCode::RepoNotFound) return std::nullopt;
            throw;
        }
    }

    HubAccount login(HubSite site, const std::string& token, const CancelToken& cancel) override {
        const HubAccount account = ask(site, given(site, token), cancel);
        m_tokens.save(siteOf(site), originOf(site), token);
        return account;
    }

    std::optional<HubAccount> account(HubSite site, const CancelToken& cancel) override {
        FoundToken token = tokenOf(site);
        if (token.credential.empty()) return std::nullopt;
        return ask(site, std::move(token), cancel);
    }

    bool logout(HubSite site) override {
        refresh();
        return m_tokens.forget(originOf(site));
    }

    HubPushReport push(const HubPush& push, const ProgressSink& progress, const CancelToken& cancel) override {
        return pushFolder(huggingFaceToWrite(), m_transport, push, progress, cancel);
    }

private:
    FetchPlan planned(const std::string& reference, const std::optional<std::string>& variant,
                      const CancelToken& cancel) {
        HfHub hub = huggingFace();
        Civitai site = civitai();
        return ModelStore(hub, site, m_cache, modelsFolder(), knownModelFiles).plan(linkOf(reference), variant, cancel);
    }
    std::vector<FetchPlan> plannedAll(const std::vector<std::string>& references, const CancelToken& cancel) {
        std::vector<FetchPlan> plans;
        for (const std::string& reference : references) plans.push_back(planned(reference, std::nullopt, cancel));
        return plans;
    }
    HubFetch fetched(const FetchPlan& plan, const ProgressSink& progress, const CancelToken& cancel) {
        HfHub hub = huggingFace();
        Civitai site = civitai();
        ParallelFetcher fetcher(m_transport, m_clock, progress);
        HubFetch report = reportOf(plan);
        report.place = ModelStore(hub, site, m_cache, modelsFolder()).fetch(plan, fetcher, cancel);
        return report;
    }
};

}  // namespace

std::unique_ptr<HubAccess> openHub() { return std::make_unique<Hub>(); }

}  // namespace segmoe
