// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/domain/render_request.h"
#include "core/domain/render_result.h"
#include "core/pipeline/loaded_model.h"

namespace segmoe::pipeline {

/// What happens during a render; empty ones are skipped. Called on the rendering thread.
struct TextToImageEvents {
    ProgressSink progress;
    std::function<void(const Preview&)> preview;
    std::function<void(const RoutingStep&)> routing;
    std::function<void(int image, const RenderedImage&)> imageDone;
};

/// From prompt to pictures: encode, denoise with guidance, decode, one picture (or imagesAtOnce pictures) at a time, so
/// that a picture never depends on what is rendered beside it. request must have passed withDefaults. Finished pictures
/// are put into result as they come, so that what is done survives a cancel. Throws Cancelled, Error.
void textToImage(LoadedModel& model, const RenderRequest& request, const TextToImageEvents& events,
                 const CancelToken& cancel, RenderResult& result);

}  // namespace segmoe::pipeline
