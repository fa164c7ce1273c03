// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "core/domain/render_request.h"
#include "core/engine/mix_workbench.h"

namespace segmoe::ui {

/// What a saved mixture is shown by: the last picture that was made of exactly this mixture, else one that is rendered
/// from its first gate prompts when it is saved.
class PreviewSource {
public:
    /// A finished picture; kept without its routing, until the next one of an unsaved mixture.
    void note(const RenderRequest& request, const RenderedImage& image);
    void setMetadata(MetadataLevel level) { m_metadata = level; }
    PreviewWish wishFor(const MixRecipe& recipe) const;

private:
    std::shared_ptr<const MixRecipe> m_recipe;
    std::shared_ptr<const RenderedImage> m_image;
    MetadataLevel m_metadata = MetadataLevel::Full;
};

}  // namespace segmoe::ui
