// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "core/base/cancel_token.h"

namespace segmoe::hub {

/// Time as waits see it. Waits use the steady clock, so that a changed date neither shortens nor prolongs them; the
/// date is for answers that name one. Thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    virtual std::chrono::steady_clock::time_point now() const = 0;
    virtual std::chrono::system_clock::time_point date() const = 0;
    /// Throws Cancelled soon after somebody asks to stop.
    virtual void sleep(std::chrono::milliseconds time, const CancelToken& cancel) = 0;
};

/// The clock of this computer.
class SystemClock final : public Clock {
public:
    std::chrono::steady_clock::time_point now() const override;
    std::chrono::system_clock::time_point date() const override;
    void sleep(std::chrono::milliseconds time, const CancelToken& cancel) override;
};

/// One for whoever needs none of their own.
Clock& systemClock();

}  // namespace segmoe::hub
