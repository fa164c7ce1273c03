// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <variant>

#include "core/engine/render_engine.h"

namespace segmoe::ui {

/// Pictures from a prompt.
struct RenderWork {
    RenderRequest request;
};

/// What the inference thread can be asked to do, one at a time. Plain values: a job owns its copy.
/// A further kind takes four lines: its struct and its place in EngineWork and WorkResult here, one overload of
/// EngineWorker::perform, one of the words in ui/queue/work_text, and how it is stored in ui/queue/work_json.
using EngineWork = std::variant<RenderWork>;

/// What came out, one alternative per kind of work; monostate where nothing did.
using WorkResult = std::variant<std::monostate, RenderResult>;

/// How a job ended. result also holds what was finished before a stop or a failure.
struct WorkReport {
    RenderOutcome outcome = RenderOutcome::Done;
    WorkResult result;
    Failure failure;  ///< when Failed
};

}  // namespace segmoe::ui
