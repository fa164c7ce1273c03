// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <vector>

#include <QStringList>

#include "core/engine/model_library.h"

namespace segmoe::ui {

/// What the window has been told of the models of the library, so that after a look at thousands of files only what
/// differs is told.
class ToldModels {
public:
    struct News {
        std::vector<LibraryModel> found;  ///< new or changed
        QStringList gone;
    };

    void note(const std::vector<LibraryModel>& models);
    /// How all models there are differ from what was told; from now on they are told.
    News compare(const std::vector<LibraryModel>& models);

private:
    std::map<std::filesystem::path, LibraryModel> m_told;
};

}  // namespace segmoe::ui
