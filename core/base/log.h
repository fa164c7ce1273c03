// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace segmoe {

enum class LogLevel { Debug, Info, Warning, Error };

/// Receives one line without a line break. Called on the thread that logs, one call at a time; must not throw or log.
using LogSink = std::function<void(LogLevel, std::string_view)>;

/// The core never prints: lines go to the sink the program installs, and nowhere before that. Thread-safe.
void setLogSink(LogSink sink);

/// Sends a line to the sink. Thread-safe; costs a comparison when no sink is installed.
void logMessage(LogLevel level, std::string_view line);

}  // namespace segmoe
