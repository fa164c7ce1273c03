// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include <CLI/CLI.hpp>

#include "app/cli/console.h"
#include "core/base/cancel_token.h"

namespace segmoe::cli {

/// What a command gets when it runs.
struct Session {
    const Console& console;
    CancelToken cancel;
};

/// A command's work, chosen while the command line is read and run once all of it is known. Returns the exit code;
/// throws Error or Cancelled.
using Action = std::function<int(Session&)>;

/// One function per command adds it, its options and its examples to the program; the command sets `action` when
/// chosen.
void addMixCommand(CLI::App& program, Action& action);
void addRenderCommand(CLI::App& program, Action& action);
void addInspectCommand(CLI::App& program, Action& action);
void addPlanCommand(CLI::App& program, Action& action);
void addTraceCommand(CLI::App& program, Action& action);
void addForwardCommand(CLI::App& program, Action& action);
void addTokenizeCommand(CLI::App& program, Action& action);
void addConvertCommand(CLI::App& program, Action& action);
void addSearchCommand(CLI::App& program, Action& action);
void addDownloadCommand(CLI::App& program, Action& action);
void addModelsCommand(CLI::App& program, Action& action);
void addPushCommand(CLI::App& program, Action& action);
void addLoginCommand(CLI::App& program, Action& action);
void addLogoutCommand(CLI::App& program, Action& action);

}  // namespace segmoe::cli
