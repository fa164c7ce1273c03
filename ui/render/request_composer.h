// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include <QStringList>

#include "core/domain/render_request.h"
#include "ui/render/prompt_wildcards.h"

namespace segmoe::ui {

/// What becomes of the seed in the form after a job has been queued.
enum class SeedMode { Fixed, Increase, Decrease, Random };

/// What the form asks for, made ready for the queue: seeds drawn, wildcards and LoRA chips resolved.
struct Composition {
    /// One request; one for each picture when wildcards choose anew for it.
    std::vector<RenderRequest> requests;
    QStringList missingWildcards;
    QStringList missingLoras;
    std::int64_t nextSeed = -1;  ///< for the form
};

/// Where LoRA `name` lies, or empty.
using LoraLookup = std::function<QString(const QString& name)>;

/// Adds the LoRAs of the prompt's chips, each once; returns the names that nobody finds. The chips stay in the text,
/// which the picture's settings repeat; the core takes them out before it reads it.
QStringList addChipLoras(RenderRequest& request, const LoraLookup& lookup);

Composition composeRequests(const RenderRequest& form, SeedMode mode, const WildcardLookup& wildcards,
                            const LoraLookup& loras, int seedBits = 32);

}  // namespace segmoe::ui
