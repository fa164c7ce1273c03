// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/network_settings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <string_view>

#include "core/base/error.h"
#include "core/hub/http_headers.h"
#include "core/hub/redaction.h"

namespace segmoe::hub {

namespace {

bool isTrue(const std::string& text) {
    for (const char* word : {"1", "on", "yes", "true"})
        if (equalsIgnoringCase(text, word)) return true;
    return false;
}

/// Whole seconds from 1 to an hour; what is none is ignored, as the Python tools would rather fail on it than here.
std::optional<std::chrono::milliseconds> seconds(const char* name) {
    const auto text = environmentValue(name);
    if (!text) return std::nullopt;
    int value = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (error != std::errc() || end != text->data() + text->size() || value < 1 || value > 3600) return std::nullopt;
    return std::chrono::seconds(value);
}

}  // namespace

std::optional<std::string> environmentValue(const char* name) {
    const char* value = std::getenv(name);
    return value && *value ? std::optional<std::string>(value) : std::nullopt;
}

std::string checkedEndpoint(const std::string& text) {
    const HttpUrl url = HttpUrl::parse(text);
    if (url.path != "/" || !url.query.empty())
        throw Error(ErrorCode::RequestInvalid, "The hub address " + redactedUrl(text) +
                                                   " has a path. Give the scheme, host and port alone, "
                                                   "for example https://huggingface.co.");
    if (!url.isSecure() && !url.isLoopback())
        throw Error(ErrorCode::RequestInvalid, "The hub address " + redactedUrl(text) +
                                                   " is not encrypted. Use https://, "
                                                   "http:// is for servers on this computer only.");
    return url.origin();
}

std::string checkedProxy(const std::string& text) {
    const std::size_t mark = text.find("://");
    const std::string scheme = mark == std::string::npos ? "http" : text.substr(0, mark);
    const std::string rest = mark == std::string::npos ? text : text.substr(mark + 3);
    constexpr std::array<std::string_view, 6> kSchemes{"http", "https", "socks4", "socks4a", "socks5", "socks5h"};
    const bool isKnown = std::ranges::find(kSchemes, scheme) != kSchemes.end();
    const std::string shown = redactedUrl(text);
    if (rest.find('@') != std::string::npos)
        throw Error(ErrorCode::RequestInvalid, "The proxy address " + shown +
                                                   " has a user name. Settings are no place for passwords: put such "
                                                   "an address into the variable HTTPS_PROXY.");
    try {
        if (const HttpUrl url = HttpUrl::parse("http://" + rest); isKnown && url.path == "/" && url.query.empty())
            return scheme + "://" + url.host + ":" + url.port;
    } catch (const Error&) {  // said below, with the kind of address that is wanted
    }
    throw Error(ErrorCode::RequestInvalid,
                shown + " is no address of a proxy. Give scheme, host and port, for example http://proxy:3128.");
}

NetworkSettings NetworkSettings::fromEnvironment() {
    NetworkSettings settings;
    if (const auto endpoint = environmentValue("HF_ENDPOINT")) settings.endpoint = checkedEndpoint(*endpoint);
    for (const char* name : {"HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"})
        if (const auto value = environmentValue(name)) {
            settings.isOffline = isTrue(*value);  // the first that is set decides, "0" too
            break;
        }
    settings.etagTimeout = seconds("HF_HUB_ETAG_TIMEOUT");
    settings.downloadTimeout = seconds("HF_HUB_DOWNLOAD_TIMEOUT");
    return settings;
}

bool NetworkSettings::allowsPrivateAddresses() const { return HttpUrl::parse(endpoint).isLoopback(); }

}  // namespace segmoe::hub
