// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/start_picture.h"

#include <algorithm>
#include <cmath>

#include <ATen/ATen.h>

#include "core/base/error.h"
#include "core/images/picture_codec.h"
#include "core/images/picture_limits.h"

namespace segmoe::pipeline {

namespace {

/// [1, 3, H, W], 0 … 255.
at::Tensor toTensor(const Picture& picture) {
    const at::Tensor bytes = at::from_blob(const_cast<std::uint8_t*>(picture.rgb.data()),
                                           {picture.height, picture.width, 3}, at::dtype(at::kByte));
    return bytes.permute({2, 0, 1}).unsqueeze(0).to(at::kFloat).contiguous();
}

Picture toPicture(const at::Tensor& image) {
    const at::Tensor bytes =
        image.squeeze(0).permute({1, 2, 0}).round().clamp(0, 255).to(at::kByte).contiguous();  // [H, W, 3]
    Picture picture{static_cast<int>(bytes.size(1)), static_cast<int>(bytes.size(0)), {}};
    picture.rgb.assign(bytes.const_data_ptr<std::uint8_t>(), bytes.const_data_ptr<std::uint8_t>() + bytes.numel());
    return picture;
}

at::Tensor readTensor(const std::filesystem::path& file) {
    return toTensor(images::decodePicture(images::readPictureBytes(file), file.filename().string()));
}

at::Tensor resized(const at::Tensor& image, int width, int height) {
    if (image.size(3) == width && image.size(2) == height) return image;
    return at::_upsample_bicubic2d_aa(image, {height, width}, /*align_corners=*/false).clamp(0, 255);
}

/// Brings a picture to a size as the mode says; Fit fills the rest with the picture's edge.
at::Tensor fitted(const at::Tensor& image, int width, int height, ResizeMode mode) {
    if (mode == ResizeMode::Stretch) return resized(image, width, height);
    const double horizontal = static_cast<double>(width) / static_cast<double>(image.size(3));
    const double vertical = static_cast<double>(height) / static_cast<double>(image.size(2));
    const bool covers = mode == ResizeMode::Crop;
    const double scale = covers ? std::max(horizontal, vertical) : std::min(horizontal, vertical);
    const int w = std::max(covers ? width : 1, static_cast<int>(std::lround(image.size(3) * scale)));
    const int h = std::max(covers ? height : 1, static_cast<int>(std::lround(image.size(2) * scale)));
    const at::Tensor scaled = resized(image, w, h);
    if (covers) return scaled.narrow(2, (h - height) / 2, height).narrow(3, (w - width) / 2, width).contiguous();
    const int left = std::max(0, (width - w) / 2), top = std::max(0, (height - h) / 2);
    return at::replication_pad2d(scaled, {left, std::max(0, width - w - left), top, std::max(0, height - h - top)})
        .narrow(2, 0, height)
        .narrow(3, 0, width)
        .contiguous();
}

/// Gaussian with the edge continued, one axis after the other; sigma in pixels.
at::Tensor blurred(const at::Tensor& image, double sigma) {
    if (sigma <= 0.0) return image;
    const std::int64_t channels = image.size(1);
    const auto most = std::min<std::int64_t>(image.size(2), image.size(3)) - 1;
    const auto radius = std::min<std::int64_t>(static_cast<std::int64_t>(std::ceil(3.0 * sigma)), most);
    if (radius < 1) return image;
    const at::Tensor x = at::arange(-radius, radius + 1, at::kFloat);
    at::Tensor kernel = at::exp(-(x * x) / (2.0 * sigma * sigma));
    kernel = kernel / kernel.sum();
    const std::int64_t size = 2 * radius + 1;
    const at::Tensor rows = kernel.view({1, 1, 1, size}).repeat({channels, 1, 1, 1});
    const at::Tensor columns = kernel.view({1, 1, size, 1}).repeat({channels, 1, 1, 1});
    const at::Tensor padded = at::replication_pad2d(image, {radius, radius, radius, radius});
    const auto convolve = [channels](const at::Tensor& input, const at::Tensor& weight) {
        return at::conv2d(input, weight, std::nullopt, at::IntArrayRef{1, 1}, at::IntArrayRef{0, 0},
                          at::IntArrayRef{1, 1}, channels);
    };
    return convolve(convolve(padded, rows), columns);
}

/// Grey, 0 … 1, at the size of `like`.
at::Tensor readMask(const StartImage& request, int width, int height, ResizeMode mode) {
    at::Tensor mask = readTensor(request.mask).mean(at::IntArrayRef{1}, true) / 255.0;
    mask = fitted(mask * 255.0, width, height, mode) / 255.0;
    if (request.invertMask) mask = 1.0 - mask;
    return blurred(mask, request.maskBlur / 2.0).clamp(0.0, 1.0);
}

/// What lies under the mask replaced by the colours around it.
at::Tensor filledFromAround(const at::Tensor& image, const at::Tensor& mask) {
    at::Tensor filled = image * (1.0 - mask);
    at::Tensor known = 1.0 - mask;
    at::Tensor result = filled.clone();
    at::Tensor weight = known.clone();
    // wider and wider, so that the middle of a large mask gets a colour too
    for (double sigma = 4.0; sigma <= 256.0; sigma *= 4.0) {
        const at::Tensor missing = (1.0 - weight).clamp(0.0, 1.0);
        const at::Tensor around = blurred(known, sigma);
        result = result + missing * (blurred(filled, sigma) / around.clamp_min(1e-4)) * (around > 1e-3);
        weight = weight + missing * (around > 1e-3);
    }
    return result.clamp(0.0, 255.0);
}

}  // namespace

StartPicture::StartPicture(const StartImage& request, int width, int height) : m_width(width), m_height(height) {
    const at::Tensor picture = readTensor(request.file);
    if (request.mask.empty()) {
        m_image = fitted(picture, width, height, request.resize) / 127.5 - 1.0;
        return;
    }
    if (request.onlyMaskedPadding >= 0) {
        const auto ownWidth = static_cast<int>(picture.size(3)), ownHeight = static_cast<int>(picture.size(2));
        prepareRegion(request, picture, readMask(request, ownWidth, ownHeight, ResizeMode::Stretch));
    } else {
        m_whole = fitted(picture, width, height, request.resize);
        m_wholeMask = readMask(request, width, height, request.resize);
        m_region = {0, 0, width, height};
        m_mask = m_wholeMask;
        m_image = m_whole;
    }
    if (m_wholeMask.max().item<float>() < 0.5F)
        throw Error(ErrorCode::RequestInvalid, "The mask '" + request.mask.filename().string() +
                                                   "' leaves nothing to paint: paint the region white, or invert it.");
    if (request.maskContent == MaskContent::Blur) m_image = filledFromAround(m_image, m_mask);
    m_image = m_image / 127.5 - 1.0;
}

void StartPicture::prepareRegion(const StartImage& request, const at::Tensor& picture, const at::Tensor& mask) {
    m_whole = picture;
    m_wholeMask = mask;
    m_region = regionAround(mask, request.onlyMaskedPadding);
    const auto cut = [&](const at::Tensor& image) {
        return image.narrow(2, m_region.top, m_region.height).narrow(3, m_region.left, m_region.width);
    };
    m_image = resized(cut(picture).contiguous(), m_width, m_height);
    m_mask = (resized(cut(mask).contiguous() * 255.0, m_width, m_height) / 255.0).clamp(0.0, 1.0);
}

/// The smallest rectangle of the render's proportions around the mask and its margin, as far as the picture allows.
StartPicture::Region StartPicture::regionAround(const at::Tensor& mask, int padding) const {
    const auto pictureWidth = static_cast<int>(mask.size(3)), pictureHeight = static_cast<int>(mask.size(2));
    const at::Tensor painted = (mask[0][0] > 0.01).nonzero();
    if (painted.size(0) == 0) return {0, 0, pictureWidth, pictureHeight};
    const auto bound = [&](int axis, bool isLowest) {
        const at::Tensor positions = painted.select(1, axis);
        return static_cast<int>((isLowest ? positions.min() : positions.max()).item<std::int64_t>());
    };
    int top = std::max(0, bound(0, true) - padding), bottom = std::min(pictureHeight, bound(0, false) + 1 + padding);
    int left = std::max(0, bound(1, true) - padding), right = std::min(pictureWidth, bound(1, false) + 1 + padding);
    const auto widen = [](int& low, int& high, double wanted, int limit) {
        const int size = std::min(limit, std::max(high - low, static_cast<int>(std::lround(wanted))));
        low = std::clamp((low + high - size) / 2, 0, limit - size);
        high = low + size;
    };
    const double proportion = static_cast<double>(m_width) / m_height;
    widen(left, right, (bottom - top) * proportion, pictureWidth);
    widen(top, bottom, (right - left) / proportion, pictureHeight);
    return {left, top, right - left, bottom - top};
}

Picture StartPicture::compose(const Picture& rendered) const {
    if (!m_whole.defined()) return rendered;
    const at::Tensor patch = resized(toTensor(rendered), m_region.width, m_region.height);
    at::Tensor result = m_whole.clone();
    at::Tensor place = result.narrow(2, m_region.top, m_region.height).narrow(3, m_region.left, m_region.width);
    const at::Tensor mask =
        m_wholeMask.narrow(2, m_region.top, m_region.height).narrow(3, m_region.left, m_region.width);
    place.copy_(place * (1.0 - mask) + patch * mask);
    return toPicture(result);
}

}  // namespace segmoe::pipeline
