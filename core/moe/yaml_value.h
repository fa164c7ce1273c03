// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <yaml-cpp/yaml.h>
#include <nlohmann/json.hpp>

namespace segmoe::moe {

/// A node as JSON. Plain scalars get the type that YAML 1.1 readers (PyYAML, thus the reference program) give them;
/// quoted ones stay strings.
nlohmann::ordered_json yamlToJson(const YAML::Node& node);

/// Block-style YAML in key order; every string that a YAML 1.1 reader could take for something else is quoted.
std::string jsonToYaml(const nlohmann::ordered_json& value);

}  // namespace segmoe::moe
