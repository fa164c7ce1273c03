// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/http_url.h"

#include <algorithm>
#include <memory>

#include <curl/curl.h>

#include "core/base/ascii.h"
#include "core/base/error.h"
#include "core/hub/redaction.h"

namespace segmoe::hub {

namespace {

constexpr std::size_t kMaxUrlBytes = 8192;
using CurlUrl = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

[[noreturn]] void refuse(std::string_view text, const std::string& why) {
    throw Error(ErrorCode::RequestInvalid, "The address " + redactedUrl(text.substr(0, 200)) + " cannot be used: " +
                                               why + ". Give an address that begins with https:// and names a host.");
}

CurlUrl newUrl() {
    CurlUrl url(curl_url(), &curl_url_cleanup);
    if (!url) throw std::bad_alloc();
    return url;
}

std::string part(CURLU* url, CURLUPart which, unsigned flags = 0) {
    char* text = nullptr;
    if (curl_url_get(url, which, &text, flags) != CURLUE_OK) return {};
    const std::unique_ptr<char, decltype(&curl_free)> owned(text, &curl_free);
    return text;
}

void setUrl(CURLU* url, std::string_view text, std::string_view shown) {
    const bool hasControl = std::ranges::any_of(text, [](char c) {
        return static_cast<unsigned char>(c) <= 0x20 || static_cast<unsigned char>(c) >= 0x7f || c == '\\';
    });
    if (text.size() > kMaxUrlBytes) refuse(shown, "it is too long");
    if (hasControl) refuse(shown, "it holds blanks or characters that must be percent-encoded");
    // The parser skips further slashes and would take the first word of the path for the host.
    if (text.starts_with("///") || text.find(":///") < text.find_first_of("/?#")) refuse(shown, "it names no host");
    const CURLUcode code = curl_url_set(url, CURLUPART_URL, std::string(text).c_str(), CURLU_DISALLOW_USER);
    if (code == CURLUE_USER_NOT_ALLOWED) refuse(shown, "it holds a user name");
    if (code != CURLUE_OK) refuse(shown, curl_url_strerror(code));
}

bool isHostCharacter(char c) {
    return isAsciiAlphanumeric(c) || c == '.' || c == '-' || c == '_' || c == ':' || c == '[' || c == ']';
}

/// The host of an address that this program wrote; empty when it can't be read.
std::string hostReadAgain(const HttpUrl& url) {
    const CurlUrl again = newUrl();
    if (curl_url_set(again.get(), CURLUPART_URL, url.text().c_str(), CURLU_DISALLOW_USER) != CURLUE_OK) return {};
    return asciiLower(part(again.get(), CURLUPART_HOST));
}

HttpUrl taken(CURLU* url, std::string_view shown) {
    HttpUrl result;
    result.scheme = part(url, CURLUPART_SCHEME);
    result.host = part(url, CURLUPART_HOST);
    result.port = part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT);
    result.path = part(url, CURLUPART_PATH);
    result.query = part(url, CURLUPART_QUERY);
    result.host = asciiLower(std::move(result.host));
    // "host." is the same host to the resolver and another one to a comparison of names.
    const bool hasDot = result.host.ends_with('.');
    while (result.host.ends_with('.')) result.host.pop_back();
    if (result.scheme != "https" && result.scheme != "http") refuse(shown, "only http and https are spoken");
    if (result.host.empty()) refuse(shown, "it names no host");
    if (!std::ranges::all_of(result.host, isHostCharacter)) refuse(shown, "its host holds characters that no name has");
    // Without its dot a name like "127.1." is an address: read as it will be used.
    if (hasDot) return HttpUrl::parse(result.text());
    // The parser knows numbers as addresses before it takes percent-encodings out: "%31" would pass as a name and be
    // used as 0.0.0.1.
    if (hostReadAgain(result) != result.host) refuse(shown, "its host is written in a misleading way");
    return result;
}

}  // namespace

HttpUrl HttpUrl::parse(std::string_view text) {
    const CurlUrl url = newUrl();
    setUrl(url.get(), text, text);
    return taken(url.get(), text);
}

HttpUrl HttpUrl::joined(std::string_view reference) const {
    const CurlUrl url = newUrl();
    setUrl(url.get(), text(), text());
    setUrl(url.get(), reference, reference);
    return taken(url.get(), reference);
}

std::string HttpUrl::origin() const {
    const bool isUsual = port == (scheme == "https" ? "443" : "80");
    return scheme + "://" + host + (isUsual ? std::string() : ":" + port);
}

std::string HttpUrl::text() const { return origin() + path + (query.empty() ? std::string() : "?" + query); }

bool HttpUrl::isLoopback() const {
    if (host == "localhost" || host == "[::1]") return true;
    // Four numbers, as the parser writes every spelling of an IPv4 address.
    return host.starts_with("127.") && std::ranges::count(host, '.') == 3 &&
           std::ranges::all_of(host, [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

std::string percentEncoded(std::string_view text) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const bool isPlain = isAsciiAlphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~';
        const auto byte = static_cast<unsigned char>(c);
        if (isPlain)
            encoded += c;
        else
            (encoded += '%') += {kHex[byte >> 4], kHex[byte & 15]};
    }
    return encoded;
}

std::string percentEncodedPath(std::string_view path) {
    std::string encoded;
    for (std::size_t start = 0;;) {
        const std::size_t slash = path.find('/', start);
        encoded += percentEncoded(path.substr(start, slash - start));
        if (slash == std::string_view::npos) return encoded;
        encoded += '/';
        start = slash + 1;
    }
}

std::string queryText(const std::vector<std::pair<std::string, std::string>>& parameters) {
    std::string text;
    for (const auto& [key, value] : parameters)
        text += (text.empty() ? "" : "&") + percentEncoded(key) + "=" + percentEncoded(value);
    return text;
}

}  // namespace segmoe::hub
