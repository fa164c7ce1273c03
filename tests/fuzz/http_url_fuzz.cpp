// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.h"
#include "core/hub/redirect_policy.h"
#include "tests/fuzz/fuzz_input.h"

using namespace segmoe;

namespace {

constexpr const char* kHome = "https://hub.example";
constexpr const char* kToken = "hf_tokenOfTheFuzzer";

/// Where a redirect leads, and whether the token goes along.
void follow(const std::string& location) {
    hub::NetworkSettings settings;
    settings.endpoint = kHome;
    hub::HttpRequest request;
    request.url = std::string(kHome) + "/org/name/resolve/main/x.safetensors?download=true";
    request.credential = hub::Credential(kToken, {kHome});
    request.redirects = hub::RedirectPolicy::Anywhere;
    hub::RedirectTrail trail(request, settings);
    hub::HttpResponse answer;
    answer.status = 302;
    answer.headers.set("Location", location);
    if (!trail.follow(answer)) return;
    const std::string origin = trail.url().origin();
    fuzz::require(trail.url().isSecure(), "an encrypted request stays encrypted");
    fuzz::require(trail.isHome() == (origin == kHome), "home is the origin that was asked");
    fuzz::require(request.credential.authorizationHeader(origin).empty() == (origin != kHome),
                  "a token is for its own origin");
    fuzz::require(hub::HttpUrl::parse(trail.url().text()).origin() == origin, "what is checked is what is used");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(fuzz::asText(data, size));
    fuzz::run([&] {
        const hub::HttpUrl url = hub::HttpUrl::parse(text);
        fuzz::require(hub::HttpUrl::parse(url.text()).origin() == url.origin(), "an address keeps its origin");
        fuzz::require(url.text().find('@') >= url.origin().size(), "nobody is named in an address");
    });
    fuzz::run([&] { follow(text); });
    return 0;
}
