// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/hub/curl_transport.h"
#include "core/hub/file_download.h"
#include "core/hub/retrying_transport.h"
#include "tests/core/hub/asking.h"
#include "tests/core/hub/fake_clock.h"
#include "tests/support/test_support.h"

namespace segmoe::test {

/// Bytes that begin as a safetensors file does, and go on without order.
inline std::string weightsText(std::size_t size, unsigned seed = 1) {
    std::string text(size, '\0');
    unsigned state = seed * 2654435761U + 1;
    for (char& c : text) c = static_cast<char>((state = state * 1664525U + 1013904223U) >> 24);
    const std::string start = std::string("\x02\0\0\0\0\0\0\0", 8) + "{}";
    return text.replace(0, start.size(), start);
}

/// Asks the stand-in for a link by HEAD, with the headers that hub.md §2.2 names. Without its own judgement: what this
/// helper is told is what the download gets.
class HeadResolver final : public hub::LinkResolver {
public:
    explicit HeadResolver(hub::HttpTransport& transport) : m_transport(transport) {}
    hub::FileLink resolve(const hub::FileSource& source, const CancelToken& cancel) override {
        hub::HttpRequest request =
            get(source.hub + "/" + source.repo + "/resolve/" + source.commit + "/" + source.path);
        request.method = hub::HttpMethod::Head;
        request.cancel = cancel;
        request.credential = hub::Credential(std::string(kSecret), {source.hub});
        const hub::HttpResponse answer = m_transport.perform(request);
        if (!answer.isSuccess() && !answer.isRedirect())
            throw Error(ErrorCode::FileNotFound, "No such file: " + std::to_string(answer.status));
        hub::FileLink link;
        const bool isElsewhere = answer.isRedirect();
        link.url = isElsewhere ? *answer.headers.first("Location") : request.url;
        if (!isElsewhere) link.credential = request.credential;
        std::string etag = answer.headers.first(isElsewhere ? "X-Linked-Etag" : "ETag").value_or("");
        std::erase(etag, '"');
        link.content.etag = link.content.digest = etag;
        link.content.digestKind = etag.size() == 64 ? hub::DigestKind::Sha256 : hub::DigestKind::GitSha1;
        link.content.size = std::stoull(*answer.headers.first(isElsewhere ? "X-Linked-Size" : "Content-Length"));
        return link;
    }

private:
    hub::HttpTransport& m_transport;
};

/// A server with one repository, and all it takes to download from it.
struct DownloadBench {
    /// `stall`: silence of a server that counts as a fault; long where silence is not what is tested.
    explicit DownloadBench(std::string weights, std::chrono::seconds stall = std::chrono::seconds(120))
        : bytes(std::move(weights)), network(patient(server, stall)) {
        commit = server.addRepo("org/name", {{path, bytes}, {"config.json", "{\"a\": 1}"}});
    }

    static hub::NetworkSettings patient(const standin::Standin& server, std::chrono::seconds stall) {
        hub::NetworkSettings settings = settingsOf(server);
        settings.downloadTimeout = stall;
        return settings;
    }
    hub::DownloadRequest request(const std::string& name) const {
        hub::DownloadRequest wanted;
        wanted.source = {server.url("hub"), "org/name", commit, name, {}, {}};
        const std::string& content = name == path ? bytes : config;
        const bool isLfs = name == path;
        wanted.expected = {content.size(),
                           isLfs ? hub::DigestKind::Sha256 : hub::DigestKind::GitSha1,
                           isLfs ? standin::sha256Hex(content) : standin::gitSha1Hex(content),
                           {}};
        wanted.expected.etag = wanted.expected.digest;
        wanted.target = folder / "blob";
        return wanted;
    }
    hub::DownloadServices services() {
        return {transport, resolver, clock, [] { return 0.5; }};
    }
    hub::DownloadResult run() { return hub::FileDownload(request(path), services()).run({}, sink); }

    bool isPublished() const { return std::filesystem::exists(folder / "blob") && readFile(folder / "blob") == bytes; }
    /// Names beside the final one.
    std::vector<std::string> leftovers() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
            if (entry.path().filename() != "blob") names.push_back(entry.path().filename().string());
        return names;
    }
    std::string rangeOf(std::size_t index) const { return server.log("storage").at(index).request.header("Range"); }

    standin::Standin server;
    std::string bytes;
    std::string path = "model.safetensors";
    std::string config = "{\"a\": 1}";
    std::string commit;
    TempDir folder;
    FakeClock clock;
    hub::CurlTransport network;
    hub::RetryingTransport transport{network, clock, [] { return 0.5; }};
    HeadResolver resolver{transport};
    hub::TransferSink sink;
};

}  // namespace segmoe::test
