// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Declared in model_library.h.
#include <algorithm>
#include <cstdlib>
#include <system_error>

#include "core/engine/model_library.h"
#include "core/store/folder_scan.h"

namespace segmoe {

namespace fs = std::filesystem;

std::vector<KnownFolder> knownModelFolders() {
    const char* home = std::getenv("HOME");
    std::vector<KnownFolder> candidates;
    const auto add = [&](const char* program, const fs::path& path) { candidates.push_back({program, path, 0, 0}); };
    if (const char* cache = std::getenv("HF_HUB_CACHE")) add("Hugging Face", cache);
    if (const char* folder = std::getenv("HF_HOME")) add("Hugging Face", fs::path(folder) / "hub");
    if (home != nullptr) {
        const fs::path base(home);
        add("Hugging Face", base / ".cache/huggingface/hub");
        for (const char* name : {"stable-diffusion-webui", "stable-diffusion-webui-forge", "sd-webui"})
            add("AUTOMATIC1111", base / name / "models");
        for (const char* name : {"ComfyUI", "comfyui", "Documents/ComfyUI"}) add("ComfyUI", base / name / "models");
        for (const char* name : {"invokeai", "InvokeAI"}) add("InvokeAI", base / name / "models");
    }
    std::vector<KnownFolder> present;
    for (KnownFolder& folder : candidates) {
        std::error_code error;
        const bool isKnown = std::ranges::any_of(present, [&](const KnownFolder& other) {
            std::error_code same;
            return fs::equivalent(other.path, folder.path, same);
        });
        if (isKnown || !fs::is_directory(folder.path, error)) continue;
        store::scanFolder(folder.path,
                          [&](const store::FoundModel& found) {
                              ++folder.models;
                              folder.bytes += found.bytes;
                          },
                          {});
        present.push_back(std::move(folder));
    }
    return present;
}

}  // namespace segmoe
