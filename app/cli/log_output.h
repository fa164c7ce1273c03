// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace segmoe::cli {

struct LogOptions {
    std::filesystem::path folder;  ///< of the log files; empty = none
    bool verbose = false;          ///< everything, and on standard error too
};

/// Sends the core's log to segmoe.log in the folder (three files of 1 MB, the oldest falls away) and, when verbose, to
/// standard error. Nothing is created before the first line; a folder that cannot be written is no reason to stop: the
/// log stays empty. The log names models and files of this machine, never prompts.
void installLog(const LogOptions& options);

}  // namespace segmoe::cli
