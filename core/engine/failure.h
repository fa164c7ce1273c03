// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <string>

#include "core/base/error.h"

namespace segmoe {

/// An Error as a value, for threads and windows.
struct Failure {
    ErrorCode code = ErrorCode::InternalError;
    std::string message;  ///< complete English sentence
    std::string detail;
    bool operator==(const Failure&) const = default;
};

/// What is known about a caught exception: our Error as it is; LibTorch's and the allocator's as out-of-memory or
/// device codes where they say so; anything else as InternalError with the foreign text in the detail. Cancelled is no
/// failure: the caller sorts it out before.
Failure toFailure(std::exception_ptr caught);

}  // namespace segmoe
