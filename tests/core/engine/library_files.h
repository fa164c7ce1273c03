// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/engine/model_library.h"
#include "tests/support/test_support.h"

namespace segmoe::test {

/// A file of one small tensor: quick to read, of no use as a model.
inline void writeTensorFile(const std::filesystem::path& file) {
    const std::string header = R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})";
    std::string bytes(8, '\0');
    bytes[0] = static_cast<char>(header.size());
    writeFile(file, bytes + header + std::string(4, '\0'));
}

/// The model of the library that lies at a path; null where it has none.
inline const LibraryModel* findModel(const std::vector<LibraryModel>& models, const std::filesystem::path& path) {
    namespace fs = std::filesystem;
    for (const LibraryModel& model : models)
        if (model.facts.path == fs::canonical(path.parent_path()) / path.filename()) return &model;
    return nullptr;
}

}  // namespace segmoe::test
