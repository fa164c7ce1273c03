// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/hub/credential.h"
#include "core/hub/http_headers.h"

namespace segmoe::hub {

enum class HttpMethod { Get, Head, Post, Put };

/// What happens to an answer 301, 302, 303, 307 or 308 with a Location. Never more than 10 hops, never the same request
/// twice, never from https to http, never to another scheme or to an address with a user name: Error{RedirectRefused}.
enum class RedirectPolicy {
    None,        ///< the 3xx is the answer
    WithinHome,  ///< followed to the origin of the request and to `homeOrigins`; a 3xx that leaves them is the answer
    Anywhere,    ///< followed everywhere; away from home without credential and without headers of our own
};

struct HttpTimeouts {
    std::chrono::milliseconds connect{10'000};
    std::chrono::milliseconds firstByte{10'000};  ///< from the question to the first line of the answer; 0 = no limit
    std::chrono::milliseconds total{60'000};      ///< 0 = as long as bytes keep coming
    /// Fewer than `stallBytes` per second for this long counts as a stall.
    std::chrono::milliseconds stall{30'000};
    int stallBytes = 100;
};

/// The body of a request, read by position so that it can be sent again from its start.
struct HttpUpload {
    std::uint64_t size = 0;
    /// Fills the buffer from this offset and returns the bytes written, more than 0 before the end. May throw.
    std::function<std::size_t(std::uint64_t offset, std::span<std::byte>)> read;

    static HttpUpload ofText(std::string text);
};

/// One question to a server. The transport adds User-Agent, Accept-Encoding: identity and, to the origins of
/// `credential` only, Authorization.
struct HttpRequest {
    HttpMethod method = HttpMethod::Get;
    std::string url;        ///< https; http on loopback only
    HttpHeaders headers;    ///< go to home origins; Range and If-Range alone follow a redirect that leaves them
    Credential credential;  ///< empty = anonymous
    std::optional<HttpUpload> upload;
    RedirectPolicy redirects = RedirectPolicy::WithinHome;
    std::vector<std::string> homeOrigins;  ///< besides the origin of `url`, e.g. "https://huggingface.co"
    HttpTimeouts timeouts;
    std::size_t maxBodyBytes = 32 * 1024 * 1024;  ///< of perform(); more is Error{BadServerReply}
    /// Whether a transport that repeats may ask again after a broken connection or a busy server. Clear it where asking
    /// twice could do something twice (a commit).
    bool mayRepeat = true;
    /// Not over a connection that is open already: what went wrong may be the connection's.
    bool freshConnection = false;
    CancelToken cancel;
};

struct HttpResponse {
    int status = 0;
    std::string finalUrl;  ///< of the hop that gave this answer
    HttpHeaders headers;   ///< of that hop alone; trailers and 1xx are dropped
    std::string body;      ///< of perform(); of a streaming perform only what the sink did not want, at most 64 KiB
    std::string method;    ///< of that hop, for messages

    bool isSuccess() const { return status >= 200 && status < 300; }
    bool isRedirect() const;
    /// X-Request-Id, else X-Amzn-Trace-Id, else X-Amz-Cf-Id; may be empty.
    std::string requestId() const;
};

/// Takes the body of one answer. What it throws ends the transfer and comes out of performStreaming().
class HttpSink {
public:
    virtual ~HttpSink() = default;
    /// Called once, after the last redirect and before the first byte. False: the body goes to HttpResponse::body.
    virtual bool wantsBody(const HttpResponse& head) = 0;
    virtual void write(std::span<const std::byte> bytes) = 0;
};

/// Asks servers. CurlTransport does it over the network, RetryingTransport repeats what failed for a while, tests
/// answer from memory. Any status is an answer and is returned; what throws is the lack of one:
///   Error{Unreachable, ProxyFailed, Timeout, TlsFailed, TransferBroken} no answer, or not all of it;
///   Error{BadServerReply} an answer that contradicts HTTP or the caps; Error{RedirectRefused}; Error{OfflineMissing}
///   when the offline switch is set; Error{RequestInvalid} for an address that is none; Cancelled within a second.
/// A body may be shorter than promised only where the promise is not Content-Length: the caller compares with the size
/// it expects. Messages, details and logs hold no credential. Thread-safe: one object serves all threads.
class HttpTransport {
public:
    virtual ~HttpTransport() = default;
    /// The whole body in HttpResponse::body.
    virtual HttpResponse perform(const HttpRequest& request) = 0;
    /// The body to the sink, buffer by buffer, on the calling thread.
    virtual HttpResponse performStreaming(const HttpRequest& request, HttpSink& sink) = 0;
};

/// "GET", "HEAD"…
std::string_view httpMethodName(HttpMethod method);

}  // namespace segmoe::hub
