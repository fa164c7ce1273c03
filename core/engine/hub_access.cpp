// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/hub_access.h"

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/engine/hub_places.h"
#include "core/engine/model_card.h"
#include "core/hub/civitai.h"
#include "core/hub/curl_transport.h"
#include "core/hub/hf_cache.h"
#include "core/hub/hf_hub.h"
#include "core/hub/hf_upload.h"
#include "core/hub/hub_folders.h"
#include "core/hub/model_store.h"
#include "core/hub/parallel_fetch.h"
#include "core/hub/retrying_transport.h"
#include "core/hub/token_store.h"

namespace segmoe {

namespace {

using namespace hub;

constexpr const char* kCivitai = "https://civitai.com";

/// Another CivitAI, on this machine only: for tests.
std::string civitaiEndpoint() {
    const auto given = environmentValue("SEGMOE_CIVITAI_ENDPOINT");
    if (!given) return kCivitai;
    const std::string endpoint = checkedEndpoint(*given);
    if (!HttpUrl::parse(endpoint).isLoopback())
        throw Error(ErrorCode::RequestInvalid, "SEGMOE_CIVITAI_ENDPOINT must name a server on this computer.");
    return endpoint;
}

std::string pipelineClassOf(const std::string& architecture) {
    if (architecture == "sdxl") return "StableDiffusionXLPipeline";
    return architecture.empty() ? "" : "StableDiffusionPipeline";
}

std::vector<std::string> baseModelsOf(const std::string& architecture) {
    if (architecture == "sd1") return {"SD 1.4", "SD 1.5", "SD 1.5 LCM", "SD 1.5 Hyper"};
    if (architecture == "sd2") return {"SD 2.0", "SD 2.0 768", "SD 2.1", "SD 2.1 768"};
    if (architecture == "sdxl") return {"SDXL 0.9", "SDXL 1.0", "SDXL Turbo", "SDXL Lightning", "SDXL Hyper"};
    return {};
}

HubRow rowOf(const RepoInfo& info) {
    ModelLink link;
    link.repo = info.id;
    HubRow row;
    row.reference = link.text();
    const std::size_t slash = info.id.find('/');
    row.author = slash == std::string::npos ? std::string() : info.id.substr(0, slash);
    row.name = info.id.substr(slash == std::string::npos ? 0 : slash + 1);
    row.kind = info.pipelineTag;
    row.license = info.license;
    row.page = link.page();
    row.downloads = info.downloads;
    row.isGated = info.isGated;
    return row;
}

HubRow rowOf(const CivitaiModel& model) {
    HubRow row;
    ModelLink link;
    link.site = Site::CivitAi;
    link.modelId = model.id;
    row.page = link.page();
    if (!model.versions.empty()) {
        ModelLink version;
        version.site = Site::CivitAi;
        version.versionId = model.versions.front().id;
        row.base = model.versions.front().baseModel;
        row.reference = version.text();
        row.isGated = model.versions.front().availability == "EarlyAccess";
    } else {
        row.reference = link.text();
    }
    row.name = model.name;
    row.author = model.creator;
    row.kind = model.type;
    row.downloads = model.downloads;
    return row;
}

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

class Hub final : public HubAccess {
public:
    Hub()
        : m_settings(NetworkSettings::fromEnvironment()),
          m_curl(m_settings),
          m_transport(m_curl, m_clock),
          m_tokens(secretsFile()),
          m_cache(hfCacheRoot()),
          m_civitaiOrigin(civitaiEndpoint()) {}

    HubPage search(const HubSearch& search, const CancelToken& cancel) override {
        HubPage page;
        if (search.site == HubSite::CivitAi) {
            CivitaiSearch wanted;
            wanted.text = search.text;
            wanted.baseModels = baseModelsOf(search.architecture);
            wanted.limit = search.limit;
            const CivitaiPage found = civitai().search(wanted, search.next, cancel);
            for (const CivitaiModel& model : found.models) page.rows.push_back(rowOf(model));
            page.next = found.cursor;
            return page;
        }
        const HfHub hub = huggingFace();
        const HfSearch wanted{search.text, pipelineClassOf(search.architecture), "downloads", search.limit};
        const HfPage found = search.next.empty() ? hub.search(wanted, cancel) : hub.nextPage(search.next, cancel);
        for (const RepoInfo& info : found.models) page.rows.push_back(rowOf(info));
        page.next = found.next;
        return page;
    }

    HubFetch plan(const std::string& reference, const std::optional<std::string>& variant,
                  const CancelToken& cancel) override {
        HfHub hub = huggingFace();
        Civitai site = civitai();
        return reportOf(ModelStore(hub, site, m_cache, fetchedModelsFolder()).plan(linkOf(reference), variant, cancel));
    }

    HubFetch fetch(const std::string& reference, const std::optional<std::string>& variant,
                   const ProgressSink& progress, const CancelToken& cancel) override {
        const ModelLink link = linkOf(reference);
        HfHub hub = huggingFace();
        Civitai site = civitai();
        ModelStore store(hub, site, m_cache, fetchedModelsFolder());
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
        const Site where = siteOf(site);
        const Credential credential(token, originsOf(where, originOf(site)));
        if (credential.empty())
            throw Error(ErrorCode::TokenInvalid, "The token is empty. Copy it from your account's page.");
        const HubAccount account = ask(site, {credential, FoundToken::Origin::Settings, "the new token", true}, cancel);
        m_tokens.save(where, originOf(site), token);
        return account;
    }

    std::optional<HubAccount> account(HubSite site, const CancelToken& cancel) override {
        const FoundToken token = m_tokens.find(siteOf(site), originOf(site));
        if (token.credential.empty()) return std::nullopt;
        return ask(site, token, cancel);
    }

    bool logout(HubSite site) override { return m_tokens.forget(originOf(site)); }

    HubPushReport push(const HubPush& push, const ProgressSink& progress, const CancelToken& cancel) override {
        const FoundToken token = m_tokens.find(Site::HuggingFace, m_settings.endpoint);
        if (token.credential.empty())
            throw Error(ErrorCode::LoginNeeded,
                        "Publishing needs a Hugging Face token with write access. Set one with segmoe login.");
        const HfHub hub(m_transport, m_settings.endpoint, token);
        PushRequest request;
        request.folder = push.folder;
        request.repo = push.repo;
        request.isPrivate = push.isPrivate;
        request.mayExist = push.mayExist;
        request.message = push.message;
        const GeneratedCard card(push.folder);
        if (card.file()) request.card = *card.file();
        const PushReport done = HfUpload(hub, m_transport).push(request, progress, cancel);
        return {done.page, done.commit, done.files, done.uploadedBytes, done.notices};
    }

private:
    static Site siteOf(HubSite site) { return site == HubSite::CivitAi ? Site::CivitAi : Site::HuggingFace; }
    const std::string& originOf(HubSite site) const {
        return site == HubSite::CivitAi ? m_civitaiOrigin : m_settings.endpoint;
    }

    FoundToken implicitToken(Site site, const std::string& origin) const {
        FoundToken token = m_tokens.find(site, origin);
        return token.isImplicit ? token : FoundToken{};
    }
    HfHub huggingFace() {
        return {m_transport, m_settings.endpoint, implicitToken(Site::HuggingFace, m_settings.endpoint)};
    }
    Civitai civitai() { return {m_transport, m_civitaiOrigin, implicitToken(Site::CivitAi, m_civitaiOrigin)}; }

    HubAccount ask(HubSite site, FoundToken token, const CancelToken& cancel) {
        if (site == HubSite::CivitAi)
            return {Civitai(m_transport, m_civitaiOrigin, std::move(token)).whoami(cancel), {}};
        const HubIdentity identity = HfHub(m_transport, m_settings.endpoint, std::move(token)).whoami(cancel);
        return {identity.name, identity.tokenRole};
    }

    ModelLink linkOf(const std::string& reference) const {
        if (const auto link = parseModelLink(reference, m_settings.endpoint)) return *link;
        throw Error(ErrorCode::RequestInvalid,
                    quote(reference) + " is no model of a hub; owner/name, civitai:VERSION or a link is needed.");
    }

    NetworkSettings m_settings;
    SystemClock m_clock;
    CurlTransport m_curl;
    RetryingTransport m_transport;
    TokenStore m_tokens;
    HfCache m_cache;
    std::string m_civitaiOrigin;
};

}  // namespace

std::unique_ptr<HubAccess> openHub() { return std::make_unique<Hub>(); }

}  // namespace segmoe
