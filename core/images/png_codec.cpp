// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/png_codec.h"

#include <cstdlib>
#include <memory>

#include <spng.h>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/images/picture_limits.h"
#include "core/images/png_chunks.h"

namespace segmoe::images {

namespace {

/// DEFLATE packs at most 1032 to 1: a file whose pixels would need more is cut off or a bomb.
constexpr std::size_t kMaxDeflateRatio = 1032;
constexpr int kCompressionLevel = 6;
constexpr std::size_t kSignatureBytes = 8;

struct ContextDeleter {
    void operator()(spng_ctx* context) const { spng_ctx_free(context); }
};
using Context = std::unique_ptr<spng_ctx, ContextDeleter>;

Context makeContext(int flags) {
    Context context(spng_ctx_new(flags));
    if (!context) throw Error(ErrorCode::RamOutOfMemory, "There is not enough memory for a picture.");
    return context;
}

void checkWrite(int code) {
    if (code) throw Error(ErrorCode::ImageWriteFailed, "The picture could not be encoded.", spng_strerror(code));
}

void checkRead(int code, const std::string& source) {
    if (code) failRead(source, std::string("the PNG data is damaged (") + spng_strerror(code) + ").");
}

/// The chunks pixels need: the decoder would unpack texts and profiles too, without our limits.
std::string onlyPixels(std::string_view png, const std::string& source) {
    std::string kept(png.substr(0, kSignatureBytes));
    for (const PngChunk& chunk : readPngChunks(png, source))
        if (chunk.type == "IHDR" || chunk.type == "PLTE" || chunk.type == "IDAT" || chunk.type == "IEND")
            kept += makePngChunk(chunk.type, chunk.data);
    return kept;
}

std::string encodePixels(const Picture& picture) {
    const Context context = makeContext(SPNG_CTX_ENCODER);
    checkWrite(spng_set_option(context.get(), SPNG_ENCODE_TO_BUFFER, 1));
    checkWrite(spng_set_option(context.get(), SPNG_IMG_COMPRESSION_LEVEL, kCompressionLevel));
    spng_ihdr header{};
    header.width = static_cast<std::uint32_t>(picture.width);
    header.height = static_cast<std::uint32_t>(picture.height);
    header.bit_depth = 8;
    header.color_type = SPNG_COLOR_TYPE_TRUECOLOR;
    checkWrite(spng_set_ihdr(context.get(), &header));
    checkWrite(
        spng_encode_image(context.get(), picture.rgb.data(), picture.rgb.size(), SPNG_FMT_PNG, SPNG_ENCODE_FINALIZE));
    std::size_t length = 0;
    int code = 0;
    const std::unique_ptr<void, decltype(&std::free)> bytes(spng_get_png_buffer(context.get(), &length, &code),
                                                            &std::free);
    checkWrite(code);
    return {static_cast<const char*>(bytes.get()), length};
}

}  // namespace

std::string encodePng(const Picture& picture, const std::vector<PngText>& texts) {
    checkWriteSize(picture);
    std::string png = encodePixels(picture);
    // Texts are spliced in by us: readers want them before the pixels, and libraries compress long ones.
    std::string chunks;
    for (const PngText& text : texts) chunks += makePngTextChunk(text);
    for (const PngChunk& chunk : readPngChunks(png, "being written"))
        if (chunk.type == "IDAT") {
            png.insert(chunk.offset, chunks);
            break;
        }
    return png;
}

Picture decodePng(std::string_view whole, const std::string& source) {
    const std::string png = onlyPixels(whole, source);
    const Context context = makeContext(0);
    checkRead(spng_set_image_limits(context.get(), kMaxSide, kMaxSide), source);
    checkRead(spng_set_png_buffer(context.get(), png.data(), png.size()), source);
    spng_ihdr header{};
    checkRead(spng_get_ihdr(context.get(), &header), source);
    checkReadSize(header.width, header.height, source);
    const std::size_t pixels = static_cast<std::size_t>(header.width) * header.height;
    if (pixels * header.bit_depth / 8 / kMaxDeflateRatio > png.size())
        failRead(source, "it has far fewer bytes than its size asks for.");
    Picture picture{static_cast<int>(header.width), static_cast<int>(header.height), {}};
    std::size_t bytes = 0;
    checkRead(spng_decoded_image_size(context.get(), SPNG_FMT_RGB8, &bytes), source);
    if (bytes != pixels * 3) failRead(source, "its size and its pixels disagree.");
    picture.rgb.resize(bytes);
    checkRead(spng_decode_image(context.get(), picture.rgb.data(), bytes, SPNG_FMT_RGB8, 0), source);
    return picture;
}

std::pair<int, int> readPngSize(std::string_view png, const std::string& source) {
    const std::vector<PngChunk> chunks = readPngChunks(png, source);
    const auto number = [&](std::size_t at) {  // the first chunk is IHDR, or reading would have failed
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i) value = (value << 8) | static_cast<unsigned char>(chunks[0].data[at + i]);
        return value;
    };
    checkReadSize(number(0), number(4), source);
    return {static_cast<int>(number(0)), static_cast<int>(number(4))};
}

void writePng(const std::filesystem::path& path, const Picture& picture, const std::vector<PngText>& texts) {
    writeFileAtomically(path, encodePng(picture, texts));
}

PngFile readPng(const std::filesystem::path& path) {
    const std::string bytes = readPictureBytes(path);
    return {decodePng(bytes, quotePath(path)), readPngTexts(bytes, quotePath(path))};
}

std::vector<PngText> readPngTexts(const std::filesystem::path& path) {
    return readPngTexts(readPictureBytes(path), quotePath(path));
}

}  // namespace segmoe::images
