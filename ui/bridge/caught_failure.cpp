// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/caught_failure.h"

#include <exception>

namespace segmoe::ui {

Failure caughtFailure() {
    constexpr const char* kSentence = "Something unexpected happened.";
    try {
        throw;
    } catch (const Error& error) {
        return failureOf(error);
    } catch (const std::exception& error) {
        return {ErrorCode::InternalError, kSentence, error.what()};
    } catch (...) {
        return {ErrorCode::InternalError, kSentence, {}};
    }
}

}  // namespace segmoe::ui
