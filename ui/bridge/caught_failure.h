// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/engine/failure.h"

namespace segmoe::ui {

/// As a value that signals can carry.
inline Failure failureOf(const Error& error) { return {error.code(), error.what(), error.detail()}; }

/// The exception that is being handled, for a catch (...) of a thread that asks the core; foreign ones are
/// InternalError with their text in the detail. Cancelled is no failure: catch it before.
Failure caughtFailure();

}  // namespace segmoe::ui
