// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/failure.h"

#include <filesystem>
#include <new>

#include <c10/util/Exception.h>

namespace segmoe {

namespace {

Failure fromTorch(const c10::Error& error) {
    const std::string text = error.what_without_backtrace();
    if (text.find("CUDA out of memory") != std::string::npos)
        return {ErrorCode::GpuOutOfMemory,
                "There was not enough GPU memory. Use a smaller size, fewer active experts or --dtype fp16.", text};
    if (text.find("alloc") != std::string::npos && text.find("memory") != std::string::npos)
        return {ErrorCode::RamOutOfMemory,
                "There was not enough memory. Use a smaller size or fewer active experts, or close other programs.",
                text};
    if (text.find("CUDA error") != std::string::npos)
        return {ErrorCode::DeviceLost, "The GPU stopped responding. Try again, or render with --device cpu.", text};
    return {ErrorCode::InternalError,
            "The computation failed unexpectedly; this is a fault of the program. Please report it with the details.",
            text};
}

}  // namespace

Failure toFailure(std::exception_ptr caught) {
    try {
        std::rethrow_exception(caught);
    } catch (const Error& error) {
        return {error.code(), error.what(), error.detail()};
    } catch (const c10::Error& error) {
        return fromTorch(error);
    } catch (const std::bad_alloc&) {
        return {ErrorCode::RamOutOfMemory,
                "There was not enough memory. Use a smaller size or fewer active experts, or close other programs.",
                {}};
    } catch (const std::filesystem::filesystem_error& error) {
        return {ErrorCode::LocalIo,
                "Reading or writing '" + error.path1().string() + "' failed: " + error.code().message() + ".",
                error.what()};
    } catch (const std::exception& error) {
        return {ErrorCode::InternalError,
                "Something unexpected happened; this is a fault of the program. Please report it with the details.",
                error.what()};
    } catch (...) {
        return {ErrorCode::InternalError, "Something unexpected happened; this is a fault of the program.", {}};
    }
}

}  // namespace segmoe
