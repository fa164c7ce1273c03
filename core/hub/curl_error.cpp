// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/curl_error.h"

#include <curl/curl.h>

#include "core/hub/redaction.h"

namespace segmoe::hub {

namespace {

ErrorCode codeOf(const CurlFailure& failure) {
    switch (failure.code) {
        case CURLE_COULDNT_CONNECT:
            // With a proxy it is the proxy that could not be connected to.
            return failure.proxy.empty() ? ErrorCode::Unreachable : ErrorCode::ProxyFailed;
        case CURLE_COULDNT_RESOLVE_HOST: return ErrorCode::Unreachable;
        case CURLE_COULDNT_RESOLVE_PROXY:
        case CURLE_PROXY: return ErrorCode::ProxyFailed;
        case CURLE_OPERATION_TIMEDOUT: return ErrorCode::Timeout;
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_SSL_CERTPROBLEM:
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_ISSUER_ERROR:
        case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
        case CURLE_SSL_INVALIDCERTSTATUS: return ErrorCode::TlsFailed;
        case CURLE_WEIRD_SERVER_REPLY:
        case CURLE_BAD_CONTENT_ENCODING:
        case CURLE_UNSUPPORTED_PROTOCOL: return ErrorCode::BadServerReply;
        case CURLE_OUT_OF_MEMORY: return ErrorCode::RamOutOfMemory;
        default:
            return failure.code == CURLE_RECV_ERROR && failure.connectStatus >= 400 ? ErrorCode::ProxyFailed
                                                                                    : ErrorCode::TransferBroken;
    }
}

std::string sentenceOf(ErrorCode code, const HttpUrl& url, const std::string& reason) {
    switch (code) {
        case ErrorCode::Unreachable:
            return "Cannot reach " + url.host + ". Check the connection; what is already downloaded stays.";
        case ErrorCode::Timeout: return url.host + " stopped answering. Try again; what is already downloaded stays.";
        case ErrorCode::TlsFailed:
            return "The secure connection to " + url.host + " could not be trusted (" + reason +
                   "). Check the clock, the proxy and the certificates of this computer.";
        case ErrorCode::BadServerReply:
            return url.host + " sent something unreadable (" + reason + "). Try again later, and check the proxy.";
        case ErrorCode::RamOutOfMemory:
            return "There was not enough memory to talk to " + url.host + ". Close other programs.";
        default: return "The connection to " + url.host + " broke. Try again; what is already downloaded stays.";
    }
}

}  // namespace

Error proxyError(const std::string& proxy, const std::string& detail) {
    return Error(ErrorCode::ProxyFailed,
                 "The proxy " + redactedUrl(proxy) + " refused or failed. Check the proxy settings.", detail);
}

Error transferError(const CurlFailure& failure, const std::string& method, const HttpUrl& url) {
    const std::string reason = redactedText(failure.reason);
    const std::string detail =
        method + " " + redactedUrl(url.text()) + ": libcurl " + std::to_string(failure.code) + ", " + reason;
    const ErrorCode code = codeOf(failure);
    if (code == ErrorCode::ProxyFailed) return proxyError(failure.proxy, detail);
    return Error(code, sentenceOf(code, url, reason), detail);
}

}  // namespace segmoe::hub
