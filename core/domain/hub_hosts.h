// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace segmoe {

/// The names each hub answers to in links. Where a token may go is decided apart from this (core/hub/token_store).
inline constexpr std::array<std::string_view, 2> kHuggingFaceHosts{"huggingface.co", "hf.co"};
inline constexpr std::array<std::string_view, 3> kCivitaiHosts{"civitai.com", "civitai.red", "civitai.green"};

inline bool isHuggingFaceHost(std::string_view host) {
    return std::ranges::find(kHuggingFaceHosts, host) != kHuggingFaceHosts.end();
}
inline bool isCivitaiHost(std::string_view host) {
    return std::ranges::find(kCivitaiHosts, host) != kCivitaiHosts.end();
}

}  // namespace segmoe
