// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/curl_transport.h"

#include <algorithm>
#include <filesystem>
#include <random>
#include <utility>

#include <sys/utsname.h>

#include "core/base/error.h"
#include "core/base/log.h"
#include "core/hub/curl_hop.h"
#include "core/hub/proxy_choice.h"
#include "core/hub/redaction.h"
#include "core/hub/redirect_policy.h"
#include "segmoe_build.h"

namespace segmoe::hub {

namespace {

constexpr std::size_t kMaxUnwantedBody = 64 * 1024;

/// libcurl itself does not read these variables, and a build that was moved carries a path that is none here.
std::string certificates(const NetworkSettings& settings) {
    if (!settings.caFile.empty()) return settings.caFile;
    for (const char* name : {"SSL_CERT_FILE", "CURL_CA_BUNDLE"})
        if (const auto file = environmentValue(name)) return *file;
    std::error_code ignored;
    for (const char* file : {"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
                             "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem"})
        if (std::filesystem::exists(file, ignored)) return file;
    return {};
}

std::string programName() {
    utsname system{};
    ::uname(&system);
    return std::string("segmoe-studio/" SEGMOE_VERSION "; ") + system.sysname;
}

/// Quoted by servers in their logs: names one request.
std::string newTraceId() {
    static constexpr char kHex[] = "0123456789abcdef";
    static constexpr std::string_view kForm = "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx";
    std::random_device random;
    std::string id;
    for (const char c : kForm) id += c == 'x' ? kHex[random() % 16] : c;
    return id;
}

void checkLibrary() {
    static const CURLcode initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
    const curl_version_info_data* info = curl_version_info(CURLVERSION_NOW);
    if (initialised != CURLE_OK || info->version_num < 0x075500 || !(info->features & CURL_VERSION_SSL))
        throw Error(ErrorCode::NotAvailable,
                    "The network library libcurl " + std::string(info->version) +
                        " cannot be used. Version 7.85 or later with TLS is needed; update the system.");
}

/// Takes the answer of one hop for whoever asked.
class Receiver final : public HopReceiver {
public:
    Receiver(const HttpRequest& request, RedirectTrail& trail, HttpSink* sink)
        : m_request(request), m_trail(trail), m_sink(sink) {}

    void takeHead(const HttpResponse& head) override {
        m_goesOn = m_trail.follow(head);
        if (m_goesOn) return;
        if (m_sink && (m_isStreaming = m_sink->wantsBody(head))) return;
        m_host = HttpUrl::parse(head.finalUrl).host;
        const auto length = head.headers.first("Content-Length");
        if (!m_sink && m_request.method != HttpMethod::Head && length && std::stoull(*length) > m_request.maxBodyBytes)
            refuseSize();
    }
    bool takeBody(std::span<const std::byte> bytes) override {
        if (m_isStreaming) {
            m_sink->write(bytes);
            return true;
        }
        const bool isAnswer = !m_sink && !m_goesOn;
        const std::size_t cap = isAnswer ? m_request.maxBodyBytes : kMaxUnwantedBody;
        const std::size_t room = cap - m_body.size();
        if (bytes.size() > room && isAnswer) refuseSize();
        m_body.append(reinterpret_cast<const char*>(bytes.data()), std::min(room, bytes.size()));
        return bytes.size() <= room;
    }

    bool goesOn() const { return m_goesOn; }
    std::string takeText() { return std::move(m_body); }

private:
    [[noreturn]] void refuseSize() const {
        throw Error(ErrorCode::BadServerReply, m_host + " sent something unreadable (an answer of more than " +
                                                   std::to_string(m_request.maxBodyBytes) +
                                                   " bytes). Try again later, and check the proxy.");
    }

    const HttpRequest& m_request;
    RedirectTrail& m_trail;
    HttpSink* m_sink;
    std::string m_host;
    std::string m_body;
    bool m_goesOn = false;
    bool m_isStreaming = false;
};

HttpHeaders headersOf(const HttpRequest& request, const RedirectTrail& trail, const std::string& traceId) {
    HttpHeaders headers;
    if (trail.isHome()) {
        headers = request.headers;
        if (!headers.has("X-Amzn-Trace-Id")) headers.set("X-Amzn-Trace-Id", traceId);
        const std::string authorization = request.credential.authorizationHeader(trail.url().origin());
        if (!authorization.empty()) headers.set("Authorization", authorization);
        return headers;
    }
    for (const char* name : {"Range", "If-Range"})
        if (const auto value = request.headers.first(name)) headers.set(name, *value);
    return headers;
}

void checkHeaders(const HttpRequest& request) {
    for (const auto& [name, value] : request.headers.lines()) {
        const bool isPlain = std::ranges::all_of(
            name + value, [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; });
        if (!isPlain || equalsIgnoringCase(name, "Authorization") || equalsIgnoringCase(name, "Cookie"))
            throw Error(ErrorCode::InternalError,
                        "The header " + redactedText(name) + " may not be sent. Please report this.");
    }
}

}  // namespace

/// Handles that are not in use, with their open connections.
class CurlTransport::Pool {
public:
    CurlHandle take() {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_idle.empty()) {
                CurlHandle handle = std::move(m_idle.back());
                m_idle.pop_back();
                return handle;
            }
        }
        CurlHandle handle(curl_easy_init(), &curl_easy_cleanup);
        if (!handle) throw std::bad_alloc();
        return handle;
    }
    void giveBack(CurlHandle handle) {
        const std::lock_guard lock(m_mutex);
        if (m_idle.size() < kMaxIdle) m_idle.push_back(std::move(handle));
    }

private:
    static constexpr std::size_t kMaxIdle = 8;
    std::mutex m_mutex;
    std::vector<CurlHandle> m_idle;
};

struct CurlTransport::Line {
    NetworkSettings settings;
    std::string caFile;
    Pool pool;
};

CurlTransport::CurlTransport(NetworkSettings settings) : m_userAgent(programName()), m_isOffline(settings.isOffline) {
    checkLibrary();
    use(std::move(settings));
}

void CurlTransport::use(NetworkSettings settings) {
    auto line = std::make_shared<Line>();  // with connections of its own: open ones may go through another proxy
    settings.endpoint = checkedEndpoint(settings.endpoint);
    line->settings = std::move(settings);
    line->caFile = certificates(line->settings);
    m_isOffline = line->settings.isOffline;
    const std::lock_guard lock(m_mutex);
    m_line = std::move(line);
}

std::shared_ptr<CurlTransport::Line> CurlTransport::line() const {
    const std::lock_guard lock(m_mutex);
    return m_line;
}

CurlTransport::~CurlTransport() = default;

HttpResponse CurlTransport::perform(const HttpRequest& request) { return ask(request, nullptr); }

HttpResponse CurlTransport::performStreaming(const HttpRequest& request, HttpSink& sink) { return ask(request, &sink); }

HttpResponse CurlTransport::ask(const HttpRequest& asked, HttpSink* sink) {
    HttpRequest request = asked;
    const std::shared_ptr<Line> line = this->line();
    const NetworkSettings& settings = line->settings;
    if (sink && settings.downloadTimeout) request.timeouts.stall = *settings.downloadTimeout;
    if (!sink && settings.etagTimeout) request.timeouts.firstByte = *settings.etagTimeout;
    if (m_isOffline)
        throw Error(ErrorCode::OfflineMissing,
                    "Offline: " + redactedUrl(request.url) + " was not asked. Switch the offline mode off to go on.");
    checkHeaders(request);
    RedirectTrail trail(request, settings);
    const std::string traceId = newTraceId();
    for (;;) {
        request.cancel.check();
        const HopRequest hop{request,
                             trail.url(),
                             trail.method(),
                             headersOf(request, trail, traceId),
                             mayBePrivate(trail.url(), settings),
                             sink == nullptr,
                             settings.isDirect ? std::string() : proxyFor(trail.url(), settings.proxy),
                             line->caFile,
                             m_userAgent};
        const Stopwatch clock;
        Receiver receiver(request, trail, sink);
        CurlHandle handle = line->pool.take();
        HttpResponse response = CurlHop(handle.get(), hop, receiver).run();
        line->pool.giveBack(std::move(handle));
        logMessage(LogLevel::Debug, response.method + " " + redactedUrl(response.finalUrl) + " " +
                                        std::to_string(response.status) + ", " + clock.text());
        if (receiver.goesOn()) continue;
        response.body = receiver.takeText();
        return response;
    }
}

}  // namespace segmoe::hub
