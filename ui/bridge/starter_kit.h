// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include "core/engine/render_engine.h"

namespace segmoe::ui {

/// The small mixture that ships with the program and what to render with it first.
struct StarterKit {
    QString recipe;          ///< absolute path of starter.yaml
    QStringList parts;       ///< absolute folders of its base and experts
    RenderRequest defaults;  ///< prompt, size, steps, guidance, sampler, seed; model = recipe

    /// The summary of one of its models with the kit's own steps, guidance and sampler, which model headers do not
    /// hold.
    ModelSummary recommendedFor(ModelSummary summary) const;
};

/// Reads starter.json beside the recipe. An empty recipe when the folder or the file is not there; a value that is
/// missing keeps its default.
StarterKit readStarterKit(const QString& folder);

}  // namespace segmoe::ui
