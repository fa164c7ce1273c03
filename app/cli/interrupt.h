// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/cancel_token.h"

namespace segmoe::cli {

/// From now on the first Ctrl-C (or SIGTERM) asks the token to cancel, so that partial files are removed; the second
/// one ends the process at once. Call once, from the main thread, before any other thread starts.
void cancelOnInterrupt(const CancelToken& token);

/// Exit code of a cancelled run: 128 + the signal's number, 130 for Ctrl-C.
int interruptedExitCode();

}  // namespace segmoe::cli
