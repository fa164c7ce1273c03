// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/mix_workbench.h"
#include "ui/mix/source_info.h"

namespace segmoe::ui {

class RenderPace;

/// What building a mixture takes: files to read, and runs of a UNet that measure its gate prompts.
struct BuildWork {
    double gigabytes = 0.0;
    int evaluations = 0;
};
BuildWork buildWork(const MixRecipe& recipe, const SourceInfos& infos);

/// A build has ended: the pace of reading and of measuring is remembered with that of rendering.
void learnBuild(RenderPace& pace, const MixRecipe& recipe, const SourceInfos& infos, const BuildReport& report);

/// What building would take on this computer, from what was measured; -1 = nothing comparable was.
double buildSeconds(const RenderPace& pace, const MixRecipe& recipe, const SourceInfos& infos);

}  // namespace segmoe::ui
