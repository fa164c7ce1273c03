// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/http_url.h"
#include "core/hub/link_header.h"
#include "tests/fuzz/fuzz_input.h"

using namespace segmoe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view header = fuzz::asText(data, size);
    const auto target = hub::nextLink(header);
    if (!target) return 0;
    fuzz::require(header.find("<" + *target + ">") != std::string_view::npos, "a target is what stood in <>");
    fuzz::run([&] {
        const hub::HttpUrl next = hub::HttpUrl::parse("https://hub.example/api/models?limit=5").joined(*target);
        fuzz::require(hub::HttpUrl::parse(next.text()).origin() == next.origin(), "an address keeps its origin");
    });
    return 0;
}
