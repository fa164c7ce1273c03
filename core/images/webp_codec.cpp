// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/webp_codec.h"

#include <algorithm>
#include <memory>

#include <webp/decode.h>
#include <webp/encode.h>

#include "core/base/error.h"
#include "core/images/picture_limits.h"

namespace segmoe::images {

namespace {

struct WebpDeleter {
    void operator()(std::uint8_t* bytes) const { WebPFree(bytes); }
};

const std::uint8_t* bytesOf(std::string_view webp) { return reinterpret_cast<const std::uint8_t*>(webp.data()); }

}  // namespace

std::string encodeWebp(const Picture& picture, int quality) {
    checkWriteSize(picture, WEBP_MAX_DIMENSION);
    std::uint8_t* bytes = nullptr;
    const std::size_t length = WebPEncodeRGB(picture.rgb.data(), picture.width, picture.height, 3 * picture.width,
                                             static_cast<float>(std::clamp(quality, 1, 100)), &bytes);
    const std::unique_ptr<std::uint8_t, WebpDeleter> owner(bytes);
    if (length == 0)
        throw Error(ErrorCode::ImageWriteFailed, "The picture could not be encoded as WebP. Free some memory.");
    return {reinterpret_cast<const char*>(bytes), length};
}

std::pair<int, int> readWebpSize(std::string_view webp, const std::string& source) {
    int width = 0;
    int height = 0;
    if (!WebPGetInfo(bytesOf(webp), webp.size(), &width, &height)) failRead(source, "the WebP data is damaged.");
    checkReadSize(static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height), source);
    return {width, height};
}

Picture decodeWebp(std::string_view webp, const std::string& source, int longestSide) {
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config)) failRead(source, "the WebP library has an unexpected version.");
    if (WebPGetFeatures(bytesOf(webp), webp.size(), &config.input) != VP8_STATUS_OK)
        failRead(source, "the WebP data is damaged.");
    if (config.input.has_animation) failRead(source, "it is an animation. Only still pictures can be read.");
    int width = config.input.width;
    int height = config.input.height;
    checkReadSize(static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height), source);
    const int longest = std::max(width, height);
    if (longestSide > 0 && longestSide < longest) {
        width = std::max(1, static_cast<int>(static_cast<long long>(width) * longestSide / longest));
        height = std::max(1, static_cast<int>(static_cast<long long>(height) * longestSide / longest));
        config.options.use_scaling = 1;
        config.options.scaled_width = width;
        config.options.scaled_height = height;
    }
    Picture picture{width, height, {}};
    const std::size_t stride = 3 * static_cast<std::size_t>(width);
    picture.rgb.resize(stride * static_cast<std::size_t>(height));
    config.output.colorspace = MODE_RGB;
    config.output.is_external_memory = 1;
    config.output.u.RGBA.rgba = picture.rgb.data();
    config.output.u.RGBA.stride = static_cast<int>(stride);
    config.output.u.RGBA.size = picture.rgb.size();
    const VP8StatusCode status = WebPDecode(bytesOf(webp), webp.size(), &config);
    WebPFreeDecBuffer(&config.output);
    if (status != VP8_STATUS_OK) failRead(source, "the WebP data is damaged or cut off.");
    return picture;
}

}  // namespace segmoe::images
