// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "core/base/error.h"

namespace segmoe {

/// Error{RateLimited} of a server that says how long it wants to be left alone.
class WaitAsked : public Error {
public:
    WaitAsked(const std::string& message, std::chrono::seconds wait)
        : Error(ErrorCode::RateLimited, message), m_wait(wait) {}

    std::chrono::seconds wait() const { return m_wait; }

private:
    std::chrono::seconds m_wait;
};

}  // namespace segmoe
