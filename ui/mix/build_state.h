// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "core/domain/mix_recipe.h"
#include "core/engine/failure.h"

namespace segmoe::ui {

/// ui.md §6.4.
enum class BuildState { NotBuilt, Building, Built, GatesOutOfDate, WeightsOutOfDate, Failed };

/// What became of the document's builds. Compares by what was built, so that undoing an edit is enough to be built
/// again.
class BuildTracker {
public:
    void started(const MixRecipe& recipe);
    /// The build that was started has ended.
    void succeeded();
    void failed(const Failure& failure);
    void cancelled();
    /// Forgets the built mixture.
    void discard();

    BuildState state(const MixRecipe& now) const;
    const std::optional<MixRecipe>& built() const { return m_built; }
    const std::optional<MixRecipe>& building() const { return m_building; }
    /// Of the last build, while its recipe is still the document's.
    const Failure& failure() const { return m_failure; }

private:
    std::optional<MixRecipe> m_built;
    std::optional<MixRecipe> m_building;
    std::optional<MixRecipe> m_failedRecipe;
    Failure m_failure;
};

}  // namespace segmoe::ui
