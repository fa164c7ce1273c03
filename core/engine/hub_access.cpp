// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/hub_access.h"

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/engine/hub_places.h"
#include "core/engine/hub_publish.h"
#include "core/engine/hub_rows.h"
#include "core/engine/hub_search.h"
#include "core/engine/hub_session.h"
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
    for (const WantedFile& file : plan.files) report.files.push_back({file.source.path, file.bytes, file.isPresent});
    for (const auto& left : plan.leftOut) report.leftOut.push_back(left.path + ": " + left.reason);
    return report;
}

class Hub final : public HubAccess, private HubSession {
public:
    HubPage search(const HubSearch& search, const CancelToken& cancel) override {
        return searchHub(search, huggingFace(), civitai(), m_cache, cancel);
    }

    HubFetch plan(const std::string& reference, const std::optional<std::string>& variant,
                  const CancelToken& cancel) override {
        HfHub hub = huggingFace();
        Civitai site = civitai();
        return reportOf(ModelStore(hub, site, m_cache, modelsFolder()).plan(linkOf(reference), variant, cancel));
    }

    HubFetch fetch(const std::string& reference, const std::optional<std::string>& variant,
                   const ProgressSink& progress, const CancelToken& cancel) override {
        const ModelLink link = linkOf(reference);
        HfHub hub = huggingFace();
        Civitai site = civitai();
        ModelStore store(hub, site, m_cache, modelsFolder());
        const FetchPlan plan = store.plan(link, variant, cancel);
        HubFetch report = reportOf(plan);
        ParallelFetcher fetcher(m_transport, m_clock, progress);
        report.place = store.fetch(plan, fetcher, cancel);
        return report;
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
};

}  // namespace

std::unique_ptr<HubAccess> openHub() { return std::make_unique<Hub>(); }

}  // namespace segmoe
