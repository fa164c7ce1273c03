// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/proxy_choice.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "core/hub/http_headers.h"
#include "core/hub/network_settings.h"

namespace segmoe::hub {

namespace {

std::optional<std::string> firstSet(std::initializer_list<const char*> names) {
    for (const char* name : names)
        if (auto value = environmentValue(name)) return value;
    return std::nullopt;
}

}  // namespace

bool isCoveredByNoProxy(std::string_view host, std::string_view list) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find_first_of(", "), list.size());
        std::string_view entry = list.substr(0, end);
        list.remove_prefix(std::min(end + 1, list.size()));
        if (entry == "*") return true;
        if (entry.starts_with('.')) entry.remove_prefix(1);
        if (entry.empty() || entry.size() > host.size()) continue;
        const std::string_view tail = host.substr(host.size() - entry.size());
        const bool isWhole = tail.size() == host.size() || host[host.size() - entry.size() - 1] == '.';
        if (isWhole && equalsIgnoringCase(tail, entry)) return true;
    }
    return false;
}

std::string proxyFor(const HttpUrl& url, const std::string& setting) {
    if (const auto list = firstSet({"no_proxy", "NO_PROXY"}))
        if (isCoveredByNoProxy(url.host, *list)) return {};
    if (!setting.empty()) return setting;
    if (url.isLoopback()) return {};
    const auto value = url.isSecure() ? firstSet({"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
                                      : firstSet({"http_proxy", "all_proxy", "ALL_PROXY"});
    return value.value_or(std::string());
}

}  // namespace segmoe::hub
