// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/curl_hop.h"

#include <algorithm>
#include <chrono>

#include <sys/socket.h>

#include "core/hub/address_rules.h"
#include "core/hub/curl_error.h"
#include "core/hub/redaction.h"

namespace segmoe::hub {

namespace {

constexpr long kReceiveBuffer = 256 * 1024;

long wholeSeconds(std::chrono::milliseconds time) {
    return static_cast<long>(std::max<std::int64_t>(1, (time.count() + 999) / 1000));
}

}  // namespace

CurlHop::CurlHop(CURL* handle, const HopRequest& hop, HopReceiver& receiver)
    : m_handle(handle), m_hop(hop), m_receiver(receiver), m_head(hop.url.host) {
    setConnection();
    setQuestion();
}

CurlHop::~CurlHop() {
    // Keeps connections, sessions and resolved names; drops every option that points into this object.
    curl_easy_reset(m_handle);
}

template <class T>
void CurlHop::set(CURLoption option, T value) {
    const CURLcode code = curl_easy_setopt(m_handle, option, value);
    if (code != CURLE_OK)
        throw Error(ErrorCode::InternalError, "The network library refused a setting. Install the program again.",
                    "option " + std::to_string(option) + ": " + curl_easy_strerror(code));
}

void CurlHop::setConnection() {
    const HttpTimeouts& timeouts = m_hop.request.timeouts;
    set(CURLOPT_ERRORBUFFER, m_reason.data());
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PROTOCOLS_STR, m_hop.url.isLoopback() ? "http,https" : "https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!m_hop.caFile.empty()) set(CURLOPT_CAINFO, m_hop.caFile.c_str());
    set(CURLOPT_HTTP_VERSION, static_cast<long>(m_hop.isHttp2Allowed ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1));
    set(CURLOPT_PROXY, m_hop.proxy.c_str());  // "" keeps libcurl from looking at the environment itself
    set(CURLOPT_NOPROXY, "");
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_HEADEROPT, static_cast<long>(CURLHEADER_SEPARATE));
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(timeouts.connect.count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(timeouts.total.count()));
    set(CURLOPT_LOW_SPEED_LIMIT, static_cast<long>(timeouts.stallBytes));
    set(CURLOPT_LOW_SPEED_TIME, wholeSeconds(timeouts.stall));
    set(CURLOPT_BUFFERSIZE, kReceiveBuffer);
    // libcurl by itself sends a request again when a connection that was open before breaks under it: what may be done
    // but once takes a new connection.
    const bool hasBody = m_hop.method == HttpMethod::Post || m_hop.method == HttpMethod::Put;
    const bool isOnce = hasBody && !m_hop.request.mayRepeat;
    set(CURLOPT_FRESH_CONNECT, m_hop.request.freshConnection || isOnce ? 1L : 0L);
    set(CURLOPT_OPENSOCKETFUNCTION, &CurlHop::onSocket);
    set(CURLOPT_OPENSOCKETDATA, static_cast<void*>(this));
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &CurlHop::onProgress);
    set(CURLOPT_XFERINFODATA, static_cast<void*>(this));
}

void CurlHop::setQuestion() {
    set(CURLOPT_URL, m_hop.url.text().c_str());
    // The path is sent as it was checked, dots and all.
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_HTTP_CONTENT_DECODING, 0L);
    set(CURLOPT_HEADERFUNCTION, &CurlHop::onHeader);
    set(CURLOPT_HEADERDATA, static_cast<void*>(this));
    set(CURLOPT_WRITEFUNCTION, &CurlHop::onBody);
    set(CURLOPT_WRITEDATA, static_cast<void*>(this));
    if (m_hop.method == HttpMethod::Head) set(CURLOPT_NOBODY, 1L);
    HttpHeaders headers = m_hop.headers;
    headers.set("User-Agent", m_hop.userAgent);
    headers.set("Accept-Encoding", "identity");
    if (!headers.has("Accept")) headers.set("Accept", "*/*");
    for (const auto& [name, value] : headers.lines()) {
        curl_slist* lines = curl_slist_append(m_lines.get(), (name + ": " + value).c_str());
        if (!lines) throw std::bad_alloc();
        if (!m_lines) m_lines.reset(lines);  // later lines are hung to the first
    }
    set(CURLOPT_HTTPHEADER, m_lines.get());
    if (m_hop.method == HttpMethod::Post || m_hop.method == HttpMethod::Put)
        setUpload(m_hop.request.upload.value_or(HttpUpload::ofText({})));
}

void CurlHop::setUpload(const HttpUpload& upload) {
    set(CURLOPT_READFUNCTION, &CurlHop::onUpload);
    set(CURLOPT_READDATA, static_cast<void*>(this));
    set(CURLOPT_SEEKFUNCTION, &CurlHop::onSeek);
    set(CURLOPT_SEEKDATA, static_cast<void*>(this));
    set(CURLOPT_EXPECT_100_TIMEOUT_MS, 1000L);
    if (m_hop.method == HttpMethod::Put) {
        set(CURLOPT_UPLOAD, 1L);
        set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(upload.size));
    } else {
        set(CURLOPT_POST, 1L);
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(upload.size));
    }
}

HttpResponse CurlHop::run() {
    m_response.finalUrl = m_hop.url.text();
    m_response.method = httpMethodName(m_hop.method);
    const CURLcode code = curl_easy_perform(m_handle);
    if (m_failure) std::rethrow_exception(m_failure);
    if (m_hasEnough) return std::move(m_response);
    if (code != CURLE_OK) fail(code);
    if (!m_head.isComplete()) fail(CURLE_WEIRD_SERVER_REPLY);
    if (m_response.status == 407) throw proxyError(m_hop.proxy, m_response.method + " answered 407");
    return std::move(m_response);
}

void CurlHop::fail(CURLcode code) {
    if (m_hop.request.cancel.isCancelled()) throw Cancelled();
    if (m_isLate) code = CURLE_OPERATION_TIMEDOUT;
    CurlFailure failure{code, 0, m_hop.proxy, m_reason.data()};
    long connectStatus = 0;
    curl_easy_getinfo(m_handle, CURLINFO_HTTP_CONNECTCODE, &connectStatus);
    failure.connectStatus = static_cast<int>(connectStatus);
    if (failure.reason.empty()) failure.reason = curl_easy_strerror(code);
    throw transferError(failure, m_response.method, m_hop.url);
}

template <class F>
bool CurlHop::guarded(F&& work) {
    try {
        work();
        return true;
    } catch (...) {
        if (!m_failure) m_failure = std::current_exception();
        return false;
    }
}

std::size_t CurlHop::onHeader(char* data, std::size_t size, std::size_t count, void* self) {
    auto& hop = *static_cast<CurlHop*>(self);
    const bool isGood = hop.guarded([&] {
        if (!hop.m_head.addLine({data, size * count})) return;
        hop.m_response.status = hop.m_head.status();
        hop.m_response.headers = hop.m_head.headers();
        hop.m_receiver.takeHead(hop.m_response);
    });
    return isGood ? size * count : 0;
}

std::size_t CurlHop::onBody(char* data, std::size_t size, std::size_t count, void* self) {
    auto& hop = *static_cast<CurlHop*>(self);
    bool wantsMore = false;
    const auto bytes = std::as_bytes(std::span(data, size * count));
    const bool isGood = hop.guarded([&] {
        hop.m_hop.request.cancel.check();
        wantsMore = hop.m_receiver.takeBody(bytes);
    });
    if (isGood && !wantsMore) hop.m_hasEnough = true;
    return isGood && wantsMore ? size * count : 0;
}

std::size_t CurlHop::onUpload(char* data, std::size_t size, std::size_t count, void* self) {
    auto& hop = *static_cast<CurlHop*>(self);
    std::size_t filled = 0;
    const bool isGood = hop.guarded([&] {
        const std::optional<HttpUpload>& upload = hop.m_hop.request.upload;
        if (!upload || hop.m_uploaded >= upload->size) return;
        const auto room =
            static_cast<std::size_t>(std::min<std::uint64_t>(size * count, upload->size - hop.m_uploaded));
        filled = upload->read(hop.m_uploaded, std::as_writable_bytes(std::span(data, room)));
        hop.m_uploaded += filled;
    });
    return isGood ? filled : CURL_READFUNC_ABORT;
}

int CurlHop::onSeek(void* self, curl_off_t offset, int origin) {
    if (origin != SEEK_SET || offset < 0) return CURL_SEEKFUNC_CANTSEEK;
    static_cast<CurlHop*>(self)->m_uploaded = static_cast<std::uint64_t>(offset);
    return CURL_SEEKFUNC_OK;
}

int CurlHop::onProgress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    auto& hop = *static_cast<CurlHop*>(self);
    if (hop.m_hop.request.cancel.isCancelled()) return 1;
    const auto limit = hop.m_hop.request.timeouts.firstByte;
    // An upload has to be sent before it is answered, and a connection made before it is asked.
    curl_off_t asked = 0;
    if (hop.m_head.hasBegun() || hop.m_hop.request.upload || limit.count() <= 0 ||
        curl_easy_getinfo(hop.m_handle, CURLINFO_PRETRANSFER_TIME_T, &asked) != CURLE_OK || asked <= 0)
        return 0;
    const double waited = hop.m_clock.seconds() * 1000.0 - static_cast<double>(asked) / 1000.0;
    hop.m_isLate = waited > static_cast<double>(limit.count());
    return hop.m_isLate ? 1 : 0;
}

curl_socket_t CurlHop::onSocket(void* self, curlsocktype, curl_sockaddr* address) {
    auto& hop = *static_cast<CurlHop*>(self);
    // Behind a proxy the peer is the proxy, which the user has chosen.
    if (hop.m_hop.proxy.empty() && !hop.m_hop.allowsPrivate && isPrivateAddress(&address->addr)) {
        hop.guarded([&] {
            throw Error(ErrorCode::RedirectRefused,
                        "The name " + hop.m_hop.url.host +
                            " leads to this computer or its own network; that was refused. Check the address of the "
                            "hub and the name server.",
                        redactedUrl(hop.m_hop.url.text()));
        });
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

}  // namespace segmoe::hub
