// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "core/hub/http.h"
#include "core/hub/network_settings.h"
#include "tests/support/standin/standin.h"

namespace segmoe::test {

constexpr std::string_view kSecret = standin::Standin::kToken;

inline hub::NetworkSettings settingsOf(const standin::Standin& server) {
    hub::NetworkSettings settings;
    settings.endpoint = server.url("hub");
    return settings;
}

inline hub::HttpRequest get(std::string url) {
    hub::HttpRequest request;
    request.url = std::move(url);
    return request;
}

using Change = std::function<void(const standin::Request&, standin::Answer&)>;

inline Change redirectTo(std::string location, int status = 302) {
    return [=](const standin::Request&, standin::Answer& answer) {
        answer = standin::Answer::text(status, "moved").set("Location", location);
    };
}

/// Collects a body.
struct TextSink : hub::HttpSink {
    std::string text;
    bool wants = true;
    bool wantsBody(const hub::HttpResponse&) override { return wants; }
    void write(std::span<const std::byte> bytes) override {
        text.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    }
};

}  // namespace segmoe::test
