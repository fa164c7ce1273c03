// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <variant>

#include "core/engine/mix_workbench.h"
#include "core/engine/render_engine.h"

namespace segmoe::ui {

/// Pictures from a prompt.
struct RenderWork {
    RenderRequest request;
};

/// Gates of an unsaved mixture measured, and the mixture opened for the next render.
struct BuildWork {
    BuildRequest request;
};

/// Which experts a prompt would choose; builds when needed.
struct PredictWork {
    BuildRequest request;
    std::string prompt;
};

/// A mixture streamed to disk.
struct SaveMixtureWork {
    SaveMixtureRequest request;
};

/// What the inference thread can be asked to do, one at a time. Plain values: a job owns its copy.
/// A further kind takes four lines: its struct and its place in EngineWork and WorkResult here, one overload of
/// EngineWorker::perform, one of the words in ui/queue/work_text, and how it is stored in ui/queue/work_json.
using EngineWork = std::variant<RenderWork, BuildWork, PredictWork, SaveMixtureWork>;

/// What came out, one alternative per kind of work; monostate where nothing did.
using WorkResult = std::variant<std::monostate, RenderResult, BuildReport, Prediction, MixReport>;

/// How a job ended. result also holds what was finished before a stop or a failure.
struct WorkReport {
    RenderOutcome outcome = RenderOutcome::Done;
    WorkResult result;
    Failure failure;  ///< when Failed
};

}  // namespace segmoe::ui
