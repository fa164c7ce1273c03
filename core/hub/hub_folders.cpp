// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/hub_folders.h"

#include <string>

#include "core/base/ascii.h"
#include "core/hub/network_settings.h"

namespace segmoe::hub {

namespace {

namespace fs = std::filesystem;

fs::path homeFolder() {
    const auto home = environmentValue("HOME");
    return home ? fs::path(*home) : fs::temp_directory_path();
}

bool isVariableCharacter(char c) { return isAsciiAlphanumeric(c) || c == '_'; }

/// $NAME and ${NAME}; a variable that is not set stays as it is written.
std::string withVariables(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] != '$') {
            out += text[i++];
            continue;
        }
        const bool isBraced = i + 1 < text.size() && text[i + 1] == '{';
        const std::size_t begin = i + (isBraced ? 2 : 1);
        std::size_t end = begin;
        while (end < text.size() && isVariableCharacter(text[end])) ++end;
        const std::size_t next = isBraced ? end + 1 : end;
        const bool isWhole = end > begin && (!isBraced || (end < text.size() && text[end] == '}'));
        const auto value = isWhole ? environmentValue(text.substr(begin, end - begin).c_str()) : std::nullopt;
        const std::size_t taken = value ? next : begin;
        out += value ? *value : text.substr(i, taken - i);
        i = taken;
    }
    return out;
}

fs::path expanded(const std::string& text) {
    const std::string path = withVariables(text);
    if (path == "~") return homeFolder();
    return path.starts_with("~/") ? homeFolder() / path.substr(2) : fs::path(path);
}

}  // namespace

fs::path hfHome() {
    if (const auto given = environmentValue("HF_HOME")) return expanded(*given);
    const auto cache = environmentValue("XDG_CACHE_HOME");
    return (cache ? fs::path(*cache) : homeFolder() / ".cache") / "huggingface";
}

fs::path hfCacheRoot() {
    for (const char* name : {"HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"})
        if (const auto given = environmentValue(name)) return expanded(*given);
    return hfHome() / "hub";
}

fs::path hfTokenFile() {
    if (const auto given = environmentValue("HF_TOKEN_PATH")) return expanded(*given);
    return hfHome() / "token";
}

}  // namespace segmoe::hub
