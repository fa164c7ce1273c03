// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <memory>
#include <string>
#include <vector>

#include <curl/curl.h>

#include "core/base/stopwatch.h"
#include "core/hub/head_collector.h"
#include "core/hub/http.h"
#include "core/hub/http_url.h"
#include "core/hub/network_settings.h"

namespace segmoe::hub {

using CurlHandle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

/// Decides about the head of a hop's answer and takes its body.
class HopReceiver {
public:
    virtual ~HopReceiver() = default;
    virtual void takeHead(const HttpResponse& head) = 0;
    /// False = enough: the rest of the body is not wanted, which is no failure.
    virtual bool takeBody(std::span<const std::byte> bytes) = 0;
};

/// What one hop sends.
struct HopRequest {
    const HttpRequest& request;
    HttpUrl url;
    HttpMethod method = HttpMethod::Get;
    HttpHeaders headers;  ///< all of them
    bool allowsPrivate = false;
    bool isHttp2Allowed = true;
    std::string proxy;  ///< empty = direct
    std::string caFile;
    std::string userAgent;
};

/// One question and one answer over a libcurl handle: no redirects, no repeats. The handle keeps its open connections.
class CurlHop {
public:
    CurlHop(CURL* handle, const HopRequest& hop, HopReceiver& receiver);
    CurlHop(const CurlHop&) = delete;
    CurlHop& operator=(const CurlHop&) = delete;
    ~CurlHop();

    /// The head of the answer; the body went to the receiver. Throws as HttpTransport, and what the receiver throws.
    HttpResponse run();

private:
    template <class T>
    void set(CURLoption option, T value);
    void setConnection();
    void setQuestion();
    void setUpload(const HttpUpload& upload);
    [[noreturn]] void fail(CURLcode code);

    static std::size_t onHeader(char* data, std::size_t size, std::size_t count, void* self);
    static std::size_t onBody(char* data, std::size_t size, std::size_t count, void* self);
    static std::size_t onUpload(char* data, std::size_t size, std::size_t count, void* self);
    static int onSeek(void* self, curl_off_t offset, int origin);
    static int onProgress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
    static curl_socket_t onSocket(void* self, curlsocktype purpose, curl_sockaddr* address);
    /// Runs a callback; an exception is kept for run(), since it must not pass through C.
    template <class F>
    bool guarded(F&& work);

    CURL* m_handle;
    const HopRequest& m_hop;
    HopReceiver& m_receiver;
    HeadCollector m_head;
    HttpResponse m_response;
    std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> m_lines{nullptr, &curl_slist_free_all};
    std::vector<char> m_reason = std::vector<char>(CURL_ERROR_SIZE, '\0');
    std::exception_ptr m_failure;
    std::uint64_t m_uploaded = 0;
    bool m_hasEnough = false;
    bool m_isLate = false;
    Stopwatch m_clock;
};

}  // namespace segmoe::hub
