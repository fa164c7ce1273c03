// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/hub_browser.h"

#include <atomic>
#include <chrono>
#include <limits>

#include "core/base/error.h"
#include "core/domain/hub_hosts.h"
#include "core/engine/app_paths.h"
#include "core/engine/hub_details.h"
#include "core/engine/hub_places.h"
#include "core/engine/hub_rows.h"
#include "core/engine/hub_search.h"
#include "core/engine/hub_session.h"
#include "core/engine/models_folder.h"
#include "core/hub/disk_error.h"
#include "core/hub/http_url.h"
#include "core/hub/keeping_transport.h"

namespace segmoe {

using namespace hub;

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kAnswerBytes = 128'000'000;
constexpr std::uint64_t kPictureBytes = 512'000'000;
constexpr std::size_t kMaxPictureBytes = 8 * 1024 * 1024;
constexpr std::chrono::hours kOldest{7 * 24};
constexpr std::string_view kDigestPrefix = "sha256:";

/// PNG, JPEG or WebP by their first bytes: what a server calls a picture need not be one.
bool isPicture(std::string_view bytes) {
    using namespace std::string_view_literals;
    return bytes.starts_with("\x89PNG\r\n\x1a\n"sv) || bytes.starts_with("\xff\xd8\xff"sv) ||
           (bytes.starts_with("RIFF"sv) && bytes.size() > 12 && bytes.substr(8, 4) == "WEBP"sv);
}

/// CivitAI scales its pictures when the address says how wide.
std::string scaledAddress(const std::string& address) {
    const std::size_t begin = address.find("/width=");
    const std::size_t original = address.find("/original=true/");
    const std::size_t from = begin != std::string::npos ? begin : original;
    if (from == std::string::npos) return address;
    const std::size_t end = address.find('/', from + 1);
    return end == std::string::npos ? address : address.substr(0, from) + "/width=450" + address.substr(end);
}

/// 0 = not known.
std::uint64_t knownFreeBytes(const fs::path& folder) {
    const std::uint64_t free = freeBytes(folder);
    return free == std::numeric_limits<std::uint64_t>::max() ? 0 : free;
}

std::int64_t secondsOf(const std::optional<std::chrono::system_clock::time_point>& time) {
    return time ? std::chrono::system_clock::to_time_t(*time) : 0;
}

class Browser final : public HubBrowser, private HubSession {
public:
    Browser()
        : HubSession(Patience{1, std::chrono::seconds(3)}),
          m_answers(hubCacheFolder() / "answers", kAnswerBytes),
          m_pictures(hubCacheFolder() / "pictures", kPictureBytes),
          m_kept(m_transport, m_answers, kOldest) {}

    HubPage search(const HubSearch& search, const CancelToken& cancel) override {
        m_kept.takeOldestCopy();
        HubPage page = searchHub(search, huggingFace(m_kept), civitai(m_kept), m_cache, cancel);
        page.folder = search.site == HubSite::CivitAi ? modelsFolder() : m_cache.root();
        page.freeBytes = knownFreeBytes(page.folder);
        page.copiedAt = secondsOf(m_kept.takeOldestCopy());
        return page;
    }

    HubDetails details(const std::string& text, const CancelToken& cancel) override {
        m_kept.takeOldestCopy();
        const ModelLink link = linkNamed(text, cancel);
        const HubSite site = link.site == Site::CivitAi ? HubSite::CivitAi : HubSite::HuggingFace;
        HubDetails details;
        if (site == HubSite::CivitAi) {
            const auto here = fetchedModels();
            details = civitaiDetails(civitai(m_kept), link, here, cancel);
            details.folder = modelsFolder();
        } else {
            details = repoDetails(huggingFace(m_kept), link, cancel);
            findOnDisk(details, link);
            details.folder = m_cache.root();
        }
        details.freeBytes = knownFreeBytes(details.folder);
        details.copiedAt = secondsOf(m_kept.takeOldestCopy());
        return details;
    }

    fs::path picture(const std::string& address, const CancelToken& cancel) override {
        const std::string wanted = scaledAddress(address);
        if (const auto kept = m_pictures.touch(wanted)) return *kept;
        if (m_isOffline)
            throw Error(ErrorCode::OfflineMissing, "Offline, and this picture is not on this computer. Go online.");
        requireHubAddress(wanted);
        HttpRequest request;
        request.url = wanted;
        request.redirects = RedirectPolicy::Anywhere;
        request.maxBodyBytes = kMaxPictureBytes;
        request.cancel = cancel;
        const HttpResponse answer = m_transport.perform(request);
        const std::string host = HttpUrl::parse(wanted).host;
        if (!answer.isSuccess())
            throw Error(ErrorCode::FileNotFound, "A preview picture is not at " + host + " any more.");
        if (!isPicture(answer.body))
            throw Error(ErrorCode::BadServerReply, host + " sent something else where a picture should be.");
        if (const auto file = m_pictures.keep(wanted, answer.body)) return *file;
        throw Error(ErrorCode::NotWritable, "Preview pictures cannot be kept in " + hubCacheFolder().string() +
                                                ". Make room there, or make the folder writable.");
    }

    void setOffline(bool offline) override {
        m_isOffline = offline;
        m_kept.setOffline(offline);
    }

private:
    /// "sha256:HEX" is asked of CivitAI: the version that has a file with this digest.
    ModelLink linkNamed(const std::string& text, const CancelToken& cancel) {
        if (!text.starts_with(kDigestPrefix)) return linkOf(text);
        try {
            const CivitaiVersion version = civitai(m_kept).byHash(text.substr(kDigestPrefix.size()), cancel);
            ModelLink link;
            link.site = Site::CivitAi;
            link.modelId = version.modelId;
            link.versionId = version.id;
            return link;
        } catch (const Error& error) {
            if (error.code() != ErrorCode::RepoNotFound) throw;
            throw Error(ErrorCode::RepoNotFound,
                        "CivitAI knows no file with this digest. It may come from elsewhere, or have been changed.",
                        error.detail());
        }
    }

    void findOnDisk(HubDetails& details, const ModelLink& link) {
        RepoInfo info;
        info.id = link.repo;
        segmoe::findOnDisk(details.row, info, m_cache);
        details.versions.front().presence = details.row.presence;
    }

    /// The address comes from strangers: nobody else's servers are asked.
    void requireHubAddress(const std::string& address) const {
        const HttpUrl url = HttpUrl::parse(address);
        for (const HubSite site : {HubSite::HuggingFace, HubSite::CivitAi})
            if (url.origin() == originOf(site)) return;
        for (const std::string_view host : kCivitaiHosts)
            if (url.isSecure() && (url.host == host || url.host.ends_with("." + std::string(host)))) return;
        throw Error(ErrorCode::RequestInvalid,
                    "A preview picture lies at " + url.host + "; only servers of the hubs are asked for pictures.");
    }

    KeptFiles m_answers;
    KeptFiles m_pictures;
    KeepingTransport m_kept;
    std::atomic<bool> m_isOffline = false;
};

}  // namespace

std::unique_ptr<HubBrowser> openHubBrowser() { return std::make_unique<Browser>(); }

fs::path hubCacheFolder() { return homeFolder() / "hub-cache"; }

}  // namespace segmoe
