// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ATen/core/Tensor.h>

#include "core/domain/render_request.h"
#include "core/domain/render_result.h"

namespace segmoe::pipeline {

/// The start picture of a request and its mask, brought to the size of the render, and the way back. Immutable.
class StartPicture {
public:
    /// Reads the files. With onlyMaskedPadding the region around the mask is cut out of the picture and enlarged.
    /// Throws Error: FileMissing, ImageDecodeFailed; RequestInvalid for a mask that leaves nothing to paint.
    StartPicture(const StartImage& request, int width, int height);

    /// [1, 3, H, W], fp32 in −1 … 1; under the mask as StartImage::maskContent says.
    const at::Tensor& image() const { return m_image; }
    /// [1, 1, H, W], fp32 in 0 … 1, 1 = paint anew; undefined without a mask.
    const at::Tensor& mask() const { return m_mask; }

    /// The rendered picture put where it belongs: outside of the mask every pixel is the start picture's.
    Picture compose(const Picture& rendered) const;

private:
    struct Region {
        int left = 0, top = 0, width = 0, height = 0;
    };

    void prepareRegion(const StartImage& request, const at::Tensor& picture, const at::Tensor& mask);
    Region regionAround(const at::Tensor& mask, int padding) const;

    int m_width;
    int m_height;
    at::Tensor m_image;
    at::Tensor m_mask;
    at::Tensor m_whole;      ///< [1, 3, H', W'], 0 … 255: what the result is laid over; undefined without a mask
    at::Tensor m_wholeMask;  ///< [1, 1, H', W']
    Region m_region;         ///< of m_whole that was rendered
};

}  // namespace segmoe::pipeline
