// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/app_paths.h"

#include <cstdlib>
#include <system_error>

#include "segmoe_build.h"

namespace segmoe {

namespace {

namespace fs = std::filesystem;

std::optional<fs::path> environmentPath(const char* name) {
    const char* value = std::getenv(name);
    if (!value || !*value) return std::nullopt;
    return fs::path(value);
}

/// The folder of the running program; the current folder where the system does not tell.
fs::path executableFolder() {
    std::error_code failed;
    const fs::path program = fs::read_symlink("/proc/self/exe", failed);
    return failed ? fs::current_path() : program.parent_path();
}

}  // namespace

std::optional<fs::path> shareFolder() {
    std::error_code ignored;
    if (const auto given = environmentPath("SEGMOE_SHARE")) return given;
    const fs::path here = executableFolder();
    // installed: bin/ beside share/; build tree: app/ or tests/ beside share/
    for (const fs::path& candidate : {here / ".." / "share" / "segmoe-studio", here / "share" / "segmoe-studio"})
        if (fs::is_directory(candidate, ignored)) return fs::weakly_canonical(candidate, ignored);
    return std::nullopt;
}

std::optional<fs::path> starterFolder() {
    const auto share = shareFolder();
    std::error_code ignored;
    if (share && fs::exists(*share / "starter" / "starter.yaml", ignored)) return *share / "starter";
    return std::nullopt;
}

std::optional<fs::path> clipVocabulary() {
    if (const auto given = environmentPath("SEGMOE_CLIP_VOCAB")) return given;
    const auto share = shareFolder();
    std::error_code ignored;
    if (share) {
        const fs::path file = *share / "clip" / "bpe_simple_vocab_16e6.txt.gz";
        if (fs::exists(file, ignored)) return file;
    }
    return std::nullopt;
}

fs::path homeFolder() {
    if (const auto given = environmentPath("SEGMOE_HOME")) return *given;
    if (const auto data = environmentPath("XDG_DATA_HOME")) return *data / "segmoe-studio";
    const auto home = environmentPath("HOME");
    return (home ? *home / ".local" / "share" : fs::temp_directory_path()) / "segmoe-studio";
}

fs::path digestFile() { return homeFolder() / "digests.json"; }

std::string versionText() { return SEGMOE_VERSION; }

std::string buildText() { return SEGMOE_BUILD_TEXT; }

}  // namespace segmoe
