// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <QtGlobal>

#include "core/domain/memory_forecast.h"
#include "core/domain/render_request.h"
#include "core/engine/model_facts.h"
#include "core/engine/recipe_text.h"

namespace segmoe::ui {

/// What became of looking for one source of a recipe.
struct SourceAnswer {
    bool isRemote = false;   ///< a repository or a link; nothing was read
    bool isMissing = false;  ///< no such file or folder
    ModelFacts facts;        ///< else
    quint64 stamp = 0;       ///< of sizes and times of its files: another one = changed on disk; 0 = not known
};

/// What the Mix page asks of the core besides jobs; implemented by the engine module, called on the reading thread.
class MixTools {
public:
    virtual ~MixTools() = default;
    /// source as a recipe in folder writes it. Never throws.
    virtual SourceAnswer lookUp(const std::string& source, const std::filesystem::path& folder) = 0;
    /// Never throws.
    virtual RecipeText readText(const std::string& yaml, const std::string& name,
                                const std::filesystem::path& folder) = 0;
    /// A recipe file, or the recipe of a saved mixture (folder or .safetensors). Never throws.
    virtual RecipeText readFile(const std::filesystem::path& file) = 0;
    virtual std::string writeText(const MixRecipe& recipe) = 0;
    /// Headers only. Throws Error.
    virtual LoraFit fit(const std::filesystem::path& lora, const std::filesystem::path& model) = 0;
    /// Headers only. Throws Error.
    virtual MemoryForecast forecast(const RenderRequest& request) = 0;
};

}  // namespace segmoe::ui
