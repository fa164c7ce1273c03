// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/jpeg_codec.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include <jpeglib.h>

#include "core/base/error.h"
#include "core/images/picture_limits.h"

namespace segmoe::images {

namespace {

constexpr int kMaxScans = 200;  // a file of few bytes can ask for thousands of passes over its pixels

/// What libjpeg calls instead of exit(): leaves by longjmp, so no object with a destructor may live in between.
struct Fault {
    jpeg_error_mgr manager{};
    std::jmp_buf where{};
    std::array<char, JMSG_LENGTH_MAX> text{};

    static void leave(j_common_ptr info) {
        auto* fault = reinterpret_cast<Fault*>(info->err);
        info->err->format_message(info, fault->text.data());
        std::longjmp(fault->where, 1);
    }
    static void stayQuiet(j_common_ptr) {}

    jpeg_error_mgr* prepare() {
        jpeg_std_error(&manager);
        manager.error_exit = leave;
        manager.output_message = stayQuiet;
        return &manager;
    }
};

struct ScanLimit {
    jpeg_progress_mgr manager{};

    static void check(j_common_ptr info) {
        if (!info->is_decompressor || reinterpret_cast<j_decompress_ptr>(info)->input_scan_number <= kMaxScans) return;
        auto* fault = reinterpret_cast<Fault*>(info->err);
        std::snprintf(fault->text.data(), fault->text.size(), "more than %d scans", kMaxScans);
        std::longjmp(fault->where, 1);
    }
};

/// One decoder; finished or not, the destructor frees what libjpeg holds.
class Decoder {
public:
    Decoder() {
        m_info.err = m_fault.prepare();
        jpeg_create_decompress(&m_info);
        m_limit.manager.progress_monitor = ScanLimit::check;
        m_info.progress = &m_limit.manager;
    }
    ~Decoder() { jpeg_destroy_decompress(&m_info); }
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    jpeg_decompress_struct& info() { return m_info; }
    const char* complaint() const { return m_fault.text.data(); }

    bool readHeader(std::string_view jpeg) {
        if (setjmp(m_fault.where)) return false;
        jpeg_mem_src(&m_info, reinterpret_cast<const unsigned char*>(jpeg.data()), jpeg.size());
        return jpeg_read_header(&m_info, TRUE) == JPEG_HEADER_OK;
    }

    bool start() {
        if (setjmp(m_fault.where)) return false;
        jpeg_start_decompress(&m_info);
        return true;
    }

    bool readLines(unsigned char* pixels, std::size_t stride) {
        if (setjmp(m_fault.where)) return false;
        while (m_info.output_scanline < m_info.output_height) {
            unsigned char* line = pixels + m_info.output_scanline * stride;
            if (jpeg_read_scanlines(&m_info, &line, 1) != 1) return false;
        }
        jpeg_finish_decompress(&m_info);
        return true;
    }

    /// Warnings are damage that the decoder papered over; a truncated file shows as this.
    bool isDamaged() const { return m_fault.manager.num_warnings > 0; }

private:
    Fault m_fault;
    ScanLimit m_limit;
    jpeg_decompress_struct m_info{};
};

[[noreturn]] void failDamaged(const std::string& source, const Decoder& decoder) {
    failRead(source, std::string("the JPEG data is damaged (") + decoder.complaint() + ").");
}

void chooseScale(jpeg_decompress_struct& info, int longestSide) {
    info.scale_num = 1;
    info.scale_denom = 1;
    if (longestSide <= 0) return;
    const unsigned longest = std::max(info.image_width, info.image_height);
    while (info.scale_denom < 8 && longest / (info.scale_denom * 2) >= static_cast<unsigned>(longestSide))
        info.scale_denom *= 2;
}

/// Adobe writes CMYK inverted, which is what nearly every CMYK JPEG is.
std::vector<std::uint8_t> rgbFromCmyk(const std::vector<std::uint8_t>& cmyk, bool isInverted) {
    std::vector<std::uint8_t> rgb(cmyk.size() / 4 * 3);
    const auto ink = [&](std::size_t at) { return isInverted ? cmyk[at] : 255 - cmyk[at]; };
    for (std::size_t pixel = 0; pixel < cmyk.size() / 4; ++pixel)
        for (std::size_t channel = 0; channel < 3; ++channel)
            rgb[3 * pixel + channel] = static_cast<std::uint8_t>(ink(4 * pixel + channel) * ink(4 * pixel + 3) / 255);
    return rgb;
}

/// The part of encoding that libjpeg may leave by longjmp: plain values only.
bool compress(const Picture& picture, int quality, Fault& fault, unsigned char*& bytes, unsigned long& length) {
    jpeg_compress_struct info{};
    info.err = fault.prepare();
    if (setjmp(fault.where)) {
        jpeg_destroy_compress(&info);
        return false;
    }
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &bytes, &length);
    info.image_width = static_cast<JDIMENSION>(picture.width);
    info.image_height = static_cast<JDIMENSION>(picture.height);
    info.input_components = 3;
    info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, quality, TRUE);
    info.optimize_coding = TRUE;
    constexpr int kFullColourFrom = 90;
    if (quality >= kFullColourFrom) info.comp_info[0].h_samp_factor = info.comp_info[0].v_samp_factor = 1;
    jpeg_start_compress(&info, TRUE);
    const std::size_t stride = 3 * static_cast<std::size_t>(picture.width);
    while (info.next_scanline < info.image_height) {
        auto* line = const_cast<unsigned char*>(picture.rgb.data() + info.next_scanline * stride);
        jpeg_write_scanlines(&info, &line, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    return true;
}

}  // namespace

std::string encodeJpeg(const Picture& picture, int quality) {
    checkWriteSize(picture);
    Fault fault;
    unsigned char* bytes = nullptr;
    unsigned long length = 0;
    const bool done = compress(picture, std::clamp(quality, 1, 100), fault, bytes, length);
    const std::unique_ptr<unsigned char, decltype(&std::free)> owner(bytes, &std::free);
    if (!done) throw Error(ErrorCode::ImageWriteFailed, "The picture could not be encoded.", fault.text.data());
    return {reinterpret_cast<const char*>(bytes), length};
}

std::pair<int, int> readJpegSize(std::string_view jpeg, const std::string& source) {
    Decoder decoder;
    if (!decoder.readHeader(jpeg)) failDamaged(source, decoder);
    checkReadSize(decoder.info().image_width, decoder.info().image_height, source);
    return {static_cast<int>(decoder.info().image_width), static_cast<int>(decoder.info().image_height)};
}

Picture decodeJpeg(std::string_view jpeg, const std::string& source, int longestSide) {
    Decoder decoder;
    if (!decoder.readHeader(jpeg)) failDamaged(source, decoder);
    jpeg_decompress_struct& info = decoder.info();
    checkReadSize(info.image_width, info.image_height, source);
    chooseScale(info, longestSide);
    const bool isCmyk = info.jpeg_color_space == JCS_CMYK || info.jpeg_color_space == JCS_YCCK;
    info.out_color_space = isCmyk ? JCS_CMYK : JCS_RGB;
    const bool isInverted = info.saw_Adobe_marker;
    if (!decoder.start()) failDamaged(source, decoder);
    const std::size_t stride = static_cast<std::size_t>(info.output_width) * (isCmyk ? 4 : 3);
    std::vector<std::uint8_t> pixels(stride * info.output_height);
    if (!decoder.readLines(pixels.data(), stride)) failDamaged(source, decoder);
    if (decoder.isDamaged()) failRead(source, "the JPEG data is damaged.");
    return {static_cast<int>(info.output_width), static_cast<int>(info.output_height),
            isCmyk ? rgbFromCmyk(pixels, isInverted) : std::move(pixels)};
}

}  // namespace segmoe::images
