// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/network_settings.h"

#include <charconv>
#include <cstdlib>

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
