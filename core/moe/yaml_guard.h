// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <yaml-cpp/yaml.h>

namespace segmoe::moe {

/// What a YAML text may be before it is looked at. A recipe of 64 experts is far below each of these.
inline constexpr std::size_t kMaxYamlBytes = 1 << 20;
inline constexpr int kMaxYamlDepth = 16;
inline constexpr std::size_t kMaxYamlNodes = 50'000;

/// Parses one YAML document from an untrusted text. First its events are walked without building anything: size, depth,
/// number of nodes, duplicate keys, keys that are not plain words, type tags other than YAML's own, and aliases of
/// lists or mappings (the "billion laughs") are refused; an alias of a single value is fine. `what` names the text in
/// messages. Throws Error{RecipeParseFailed} with the line, and "line:column" as its detail.
YAML::Node parseGuardedYaml(std::string_view text, const std::string& what);

}  // namespace segmoe::moe
