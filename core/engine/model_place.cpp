// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model_place.h"

#include <system_error>
#include <vector>

#include "core/base/error.h"
#include "core/base/log.h"
#include "core/engine/model_preview.h"
#include "core/hub/civitai_folder.h"
#include "core/store/file_move.h"

namespace segmoe {

namespace {

namespace fs = std::filesystem;

/// The note and the picture that belong to one model and lie beside it.
std::vector<fs::path> companionsOf(const fs::path& model) {
    std::vector<fs::path> files;
    std::error_code failed;
    const bool isFolder = fs::is_directory(model, failed);
    if (const fs::path note = hub::provenanceFile(model); !isFolder && fs::exists(note, failed)) files.push_back(note);
    const ModelPreview preview = PreviewFinder().find(model, isFolder);
    if (!preview.file.empty() && preview.file.parent_path() == model.parent_path()) files.push_back(preview.file);
    return files;
}

}  // namespace

fs::path moveModel(const fs::path& model, const fs::path& folder, DigestCache& digests, const CancelToken& cancel,
                   const ProgressSink& progress) {
    const std::vector<fs::path> companions = companionsOf(model);
    const auto known = digests.find(model);
    const fs::path place = folder / model.filename();
    store::moveEntry(model, place, cancel, progress);
    if (known) digests.note(place, *known);
    for (const fs::path& file : companions) {
        try {
            store::moveEntry(file, folder / file.filename(), {}, {});
        } catch (const Error& error) {
            logMessage(LogLevel::Warning, error.what());  // the model is where it should be
        }
    }
    return place;
}

}  // namespace segmoe
