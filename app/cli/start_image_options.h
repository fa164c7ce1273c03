// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "core/domain/render_request.h"

namespace segmoe::cli {

/// Image-to-image and inpainting as written on the command line.
struct StartImageArguments {
    StartImage image;
    std::string resize = "crop";
    std::string maskContent = "original";
};

/// --init-image and everything that needs it.
void addStartImageOptions(CLI::App& command, StartImageArguments& arguments);

/// Nothing without --init-image.
std::optional<StartImage> startImageOf(const StartImageArguments& arguments);

}  // namespace segmoe::cli
