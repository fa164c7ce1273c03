// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/lfs_upload.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <functional>
#include <memory>
#include <vector>

#include "core/base/utf8.h"
#include "core/hub/answer_fields.h"
#include "core/hub/http_url.h"

namespace segmoe::hub {

namespace {

using nlohmann::json;

constexpr std::size_t kBatch = 256;
constexpr std::uint64_t kMostParts = 10'000;

[[noreturn]] void refuse(const std::string& what) {
    throw Error(ErrorCode::BadServerReply,
                "The Hub sent instructions for an upload that make no sense (" + what + ").");
}

/// Told how many bytes of the file are on their way; fewer again when a request is repeated.
using PositionSink = std::function<void(std::uint64_t position)>;

/// A stretch of a file as the body of a request.
HttpUpload uploadOf(const std::filesystem::path& file, std::uint64_t offset, std::uint64_t size,
                    const PositionSink& tell) {
    auto stream = std::make_shared<std::ifstream>(file, std::ios::binary);
    HttpUpload upload;
    upload.size = size;
    upload.read = [stream, file, offset, size, tell](std::uint64_t at, std::span<std::byte> into) -> std::size_t {
        const std::uint64_t want = std::min<std::uint64_t>(into.size(), size - at);
        stream->clear();
        stream->seekg(static_cast<std::streamoff>(offset + at));
        stream->read(reinterpret_cast<char*>(into.data()), static_cast<std::streamsize>(want));
        if (stream->gcount() != static_cast<std::streamsize>(want))
            throw Error(ErrorCode::ContentChanged, quotePath(file) + " has changed while it was sent. Publish again.");
        tell(offset + at + want);
        return want;
    };
    return upload;
}

class Uploader {
public:
    Uploader(const HfHub& hub, HttpTransport& transport, const CancelToken& cancel)
        : m_hub(hub), m_transport(transport), m_cancel(cancel) {}

    /// False when the Hub has the object already.
    bool bring(const UploadFile& file, const json& object, const PositionSink& tell) {
        const AnswerFields fields(object, m_source);
        if (fields.has("error"))
            throw Error(ErrorCode::BadRequest, "The Hub refuses " + quote(file.path) + " (" +
                                                   quote(fields.object("error").text("message"), 200) + ").");
        if (!fields.has("actions")) return false;
        const AnswerFields actions = fields.object("actions");
        const AnswerFields upload = actions.object("upload");
        const AnswerFields header = upload.object("header");
        if (header.has("chunk_size"))
            sendParts(file, upload.text("href"), header, tell);
        else
            send(file, upload.text("href"), upload.field("header"), tell);
        if (actions.has("verify")) verify(file, actions.object("verify").text("href"));
        return true;
    }

private:
    /// Instructions may name huggingface.co where another endpoint is in force.
    std::string address(const std::string& href) const {
        HttpUrl url = HttpUrl::parse(href);
        if (url.origin() == "https://huggingface.co" && m_hub.endpoint() != url.origin()) {
            const HttpUrl endpoint = HttpUrl::parse(m_hub.endpoint());
            url.scheme = endpoint.scheme;
            url.host = endpoint.host;
            url.port = endpoint.port;
        }
        return url.text();
    }

    HttpResponse put(const std::string& href, HttpUpload body, const json& headers) {
        HttpRequest request;
        request.method = HttpMethod::Put;
        request.url = address(href);
        request.redirects = RedirectPolicy::None;
        request.upload = std::move(body);
        request.timeouts.total = std::chrono::milliseconds(0);
        request.cancel = m_cancel;
        if (headers.is_object())
            for (const auto& [name, value] : headers.items())
                if (value.is_string()) request.headers.add(name, value.get<std::string>());
        const HttpResponse answer = m_transport.perform(request);
        if (!answer.isSuccess()) throw hfFailure(answer, {{}, {}, {}, true, {}});
        return answer;
    }

    void send(const UploadFile& file, const std::string& href, const json& headers, const PositionSink& tell) {
        put(href, uploadOf(file.file, 0, file.size, tell), headers);
    }

    /// "chunk_size", and the address of each part under its number.
    void sendParts(const UploadFile& file, const std::string& href, const AnswerFields& header,
                   const PositionSink& tell) {
        const std::string size = header.field("chunk_size").is_string() ? header.text("chunk_size")
                                                                        : std::to_string(header.count("chunk_size"));
        std::uint64_t chunk = 0;
        std::from_chars(size.data(), size.data() + size.size(), chunk);
        if (chunk == 0) refuse("no size of a part");
        const std::uint64_t parts = (file.size + chunk - 1) / chunk;
        if (parts == 0 || parts > kMostParts) refuse("an impossible number of parts");
        json done = json::array();
        for (std::uint64_t part = 1; part <= parts; ++part) {
            std::string number = std::to_string(part);
            // keys are written with leading zeros
            for (int width = 1; width <= 5 && !header.has(number.c_str()); ++width) number.insert(0, "0");
            const std::string address = header.text(number.c_str());
            if (address.empty()) refuse("an address of a part is missing");
            const std::uint64_t offset = (part - 1) * chunk;
            const HttpResponse answer =
                put(address, uploadOf(file.file, offset, std::min(chunk, file.size - offset), tell), {});
            const std::string etag = answer.headers.first("ETag").value_or("");
            if (etag.empty()) refuse("a part was taken without an ETag");
            done.push_back({{"partNumber", part}, {"etag", etag}});
        }
        post(href, {{"oid", file.sha256}, {"parts", std::move(done)}});
    }

    void verify(const UploadFile& file, const std::string& href) {
        post(href, {{"oid", file.sha256}, {"size", file.size}});
    }

    void post(const std::string& href, const json& body) {
        HttpRequest request = m_hub.request(HttpMethod::Post, address(href), m_cancel);
        if (HttpUrl::parse(request.url).origin() != m_hub.endpoint()) request.credential = {};
        request.headers.add("Content-Type", "application/vnd.git-lfs+json");
        request.headers.add("Accept", "application/vnd.git-lfs+json");
        request.upload = HttpUpload::ofText(body.dump());
        (void)m_hub.ask(request, {{}, {}, {}, true, {}});
    }

    const HfHub& m_hub;
    HttpTransport& m_transport;
    CancelToken m_cancel;
    std::string m_source = "The Hub";
};

json askBatch(const HfHub& hub, const std::string& repo, const std::string& revision, std::span<const UploadFile> files,
              const CancelToken& cancel) {
    json objects = json::array();
    for (const UploadFile& file : files) objects.push_back({{"oid", file.sha256}, {"size", file.size}});
    const json body = {{"operation", "upload"},
                       {"transfers", {"basic", "multipart"}},
                       {"objects", std::move(objects)},
                       {"hash_algo", "sha256"},
                       {"ref", {{"name", revision}}}};
    HttpRequest request = hub.request(
        HttpMethod::Post, hub.endpoint() + "/" + percentEncodedPath(repo) + ".git/info/lfs/objects/batch", cancel);
    request.headers.add("Content-Type", "application/vnd.git-lfs+json");
    request.headers.add("Accept", "application/vnd.git-lfs+json");
    request.upload = HttpUpload::ofText(body.dump());
    return parseObject(hub.ask(request, {repo, revision, {}, true, {}}).body, "The Hub");
}

}  // namespace

std::uint64_t uploadLfs(const HfHub& hub, HttpTransport& transport, const std::string& repo,
                        const std::string& revision, std::span<const UploadFile> files, const ProgressSink& progress,
                        const CancelToken& cancel) {
    std::uint64_t total = 0, done = 0, sent = 0;
    for (const UploadFile& file : files) total += file.size;
    Uploader uploader(hub, transport, cancel);
    for (std::size_t begin = 0; begin < files.size(); begin += kBatch) {
        const auto batch = files.subspan(begin, std::min(kBatch, files.size() - begin));
        const json answer = askBatch(hub, repo, revision, batch, cancel);
        const std::string source = "The Hub";
        const json& objects = AnswerFields(answer, source).array("objects");
        for (const UploadFile& file : batch) {
            cancel.check();
            const PositionSink tell = [&](std::uint64_t position) {
                if (progress)
                    progress({.stage = Stage::Writing,
                              .fraction =
                                  total > 0 ? static_cast<double>(done + position) / static_cast<double>(total) : -1.0,
                              .item = file.path});
            };
            tell(0);
            const auto object = std::ranges::find_if(
                objects, [&](const json& entry) { return entry.is_object() && entry.value("oid", "") == file.sha256; });
            if (object == objects.end()) refuse("a file is missing in the answer");
            if (uploader.bring(file, *object, tell)) sent += file.size;
            done += file.size;
        }
    }
    return sent;
}

}  // namespace segmoe::hub
