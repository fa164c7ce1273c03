// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/picture_codec.h"

#include "core/images/exif_comment.h"
#include "core/images/jpeg_codec.h"
#include "core/images/jpeg_segments.h"
#include "core/images/orientation.h"
#include "core/images/picture_limits.h"
#include "core/images/png_chunks.h"
#include "core/images/png_codec.h"
#include "core/images/webp_chunks.h"
#include "core/images/webp_codec.h"
#include "core/text/unicode.h"

namespace segmoe::images {

namespace {

constexpr std::string_view kXmpPrefix{"http://ns.adobe.com/xap/1.0/\0", 29};
constexpr const char* kXmp = "XML:com.adobe.xmp";
constexpr std::size_t kSegmentHead = 2;  // 0xFF and the marker

PictureFormat formatOf(std::string_view bytes, const std::string& source) {
    const auto format = detectPictureFormat(bytes);
    if (!format) failRead(source, "it is neither PNG nor JPEG nor WebP.");
    return *format;
}

std::string_view exifOf(std::string_view bytes, PictureFormat format, const std::string& source) {
    if (format == PictureFormat::Jpeg) {
        for (const JpegSegment& segment : readJpegSegments(bytes, source))
            if (segment.marker == kJpegApp1 && segment.data.starts_with(kExifPrefix)) return segment.data;
    } else if (format == PictureFormat::Webp) {
        for (const WebpChunk& chunk : readWebpChunks(bytes, source))
            if (chunk.type == "EXIF") return chunk.data;
    } else {
        for (const PngChunk& chunk : readPngChunks(bytes, source))
            if (chunk.type == "eXIf") return chunk.data;
    }
    return {};
}

std::string plainText(std::string_view bytes) { return text::toUtf8(text::decodeUtf8(bytes).scalars); }

std::vector<PngText> jpegTexts(std::string_view bytes, const std::string& source) {
    std::vector<PngText> texts;
    for (const JpegSegment& segment : readJpegSegments(bytes, source)) {
        if (segment.marker == kJpegApp1 && segment.data.starts_with(kXmpPrefix))
            texts.push_back({kXmp, plainText(segment.data.substr(kXmpPrefix.size()))});
        else if (segment.marker == kJpegComment && !segment.data.empty())
            texts.push_back({"Comment", plainText(segment.data)});
    }
    return texts;
}

std::vector<PngText> webpTexts(std::string_view bytes, const std::string& source) {
    std::vector<PngText> texts;
    for (const WebpChunk& chunk : readWebpChunks(bytes, source))
        if (chunk.type == "XMP ") texts.push_back({kXmp, plainText(chunk.data)});
    return texts;
}

bool isPngText(std::string_view type) {
    return type == "tEXt" || type == "zTXt" || type == "iTXt" || type == "eXIf" || type == "tIME";
}

std::string pngWithout(std::string_view bytes, const std::string& source) {
    constexpr std::size_t kSignature = 8;
    std::string kept(bytes.substr(0, kSignature));
    for (const PngChunk& chunk : readPngChunks(bytes, source))
        if (!isPngText(chunk.type)) kept += makePngChunk(chunk.type, chunk.data);
    return kept;
}

/// Keeps what decides the colours: JFIF, ICC profile, Adobe's note, tables.
std::string jpegWithout(std::string_view bytes, const std::string& source) {
    std::string kept(bytes.substr(0, kSegmentHead));
    std::size_t end = 0;
    for (const JpegSegment& segment : readJpegSegments(bytes, source)) {
        end = segment.end;
        const bool isApplication = segment.marker >= kJpegApp0 && segment.marker <= kJpegApp0 + 15;
        const bool decidesColours =
            segment.marker == kJpegApp0 || segment.marker == kJpegApp2 || segment.marker == kJpegApp14;
        if ((isApplication && !decidesColours) || segment.marker == kJpegComment) continue;
        kept += bytes.substr(segment.offset, segment.end - segment.offset);
    }
    return kept.append(bytes.substr(end));
}

std::string pngWith(std::string png, const std::string& parameters, const std::string& segmoe) {
    std::string chunks;
    if (!parameters.empty()) chunks += makePngTextChunk({"parameters", parameters});
    if (!segmoe.empty()) chunks += makePngTextChunk({"segmoe", segmoe});
    for (const PngChunk& chunk : readPngChunks(png, "being written"))
        if (chunk.type == "IDAT") {
            png.insert(chunk.offset, chunks);
            break;
        }
    return png;
}

/// EXIF comes right after the start, or after JFIF where there is one.
std::string jpegWith(std::string jpeg, const std::string& exif) {
    const JpegSegment first = readJpegSegments(jpeg, "being written").front();
    const std::size_t at = first.marker == kJpegApp0 ? first.end : first.offset;
    jpeg.insert(at, makeJpegSegment(kJpegApp1, std::string(kExifPrefix) + exif));
    return jpeg;
}

std::string addTexts(std::string bytes, PictureFormat format, const std::string& parameters, const std::string& segmoe,
                     LeftOut* leftOut) {
    LeftOut unused;
    LeftOut& missing = leftOut ? *leftOut : unused;
    missing = {};
    if (parameters.empty() && segmoe.empty()) return bytes;
    if (format == PictureFormat::Png) return pngWith(std::move(bytes), parameters, segmoe);
    std::string exif = makeExif(parameters, segmoe);
    if (format == PictureFormat::Webp) {
        const auto [width, height] = readPictureSize(bytes, "being written");
        return withWebpExif(bytes, exif, width, height, "being written");
    }
    const std::size_t most = kMaxJpegSegment - kExifPrefix.size();
    if (exif.size() > most && !segmoe.empty()) {
        missing.segmoe = true;
        exif = makeExif(parameters);
    }
    if (exif.size() > most) {
        missing.parameters = true;
        return bytes;
    }
    return jpegWith(std::move(bytes), exif);
}

}  // namespace

std::optional<PictureFormat> detectPictureFormat(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return PictureFormat::Png;
    if (bytes.starts_with("\xFF\xD8\xFF")) return PictureFormat::Jpeg;
    if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) return PictureFormat::Webp;
    return std::nullopt;
}

Picture decodePicture(std::string_view bytes, const std::string& source, int longestSide) {
    const PictureFormat format = formatOf(bytes, source);
    Picture picture;
    switch (format) {
        case PictureFormat::Png: picture = decodePng(bytes, source); break;
        case PictureFormat::Jpeg: picture = decodeJpeg(bytes, source, longestSide); break;
        case PictureFormat::Webp: picture = decodeWebp(bytes, source, longestSide); break;
    }
    return oriented(std::move(picture), readExif(exifOf(bytes, format, source)).orientation);
}

std::pair<int, int> readPictureSize(std::string_view bytes, const std::string& source) {
    switch (formatOf(bytes, source)) {
        case PictureFormat::Png: return readPngSize(bytes, source);
        case PictureFormat::Jpeg: return readJpegSize(bytes, source);
        case PictureFormat::Webp: return readWebpSize(bytes, source);
    }
    return {};
}

std::vector<PngText> readPictureTexts(std::string_view bytes, const std::string& source) {
    const PictureFormat format = formatOf(bytes, source);
    std::vector<PngText> texts;
    switch (format) {
        case PictureFormat::Png: texts = readPngTexts(bytes, source); break;
        case PictureFormat::Jpeg: texts = jpegTexts(bytes, source); break;
        case PictureFormat::Webp: texts = webpTexts(bytes, source); break;
    }
    for (PngText& text : readExif(exifOf(bytes, format, source)).texts) texts.push_back(std::move(text));
    return texts;
}

std::string encodePicture(const Picture& picture, PictureFormat format, int quality, const std::string& parameters,
                          const std::string& segmoe, LeftOut* leftOut) {
    std::string bytes;
    switch (format) {
        case PictureFormat::Png: bytes = encodePng(picture); break;
        case PictureFormat::Jpeg: bytes = encodeJpeg(picture, quality); break;
        case PictureFormat::Webp: bytes = encodeWebp(picture, quality); break;
    }
    return addTexts(std::move(bytes), format, parameters, segmoe, leftOut);
}

std::string withoutTexts(std::string_view bytes, const std::string& source) {
    switch (formatOf(bytes, source)) {
        case PictureFormat::Png: return pngWithout(bytes, source);
        case PictureFormat::Jpeg: return jpegWithout(bytes, source);
        case PictureFormat::Webp: break;
    }
    const auto [width, height] = readWebpSize(bytes, source);
    return withWebpExif(bytes, {}, width, height, source);
}

std::string withOnlyParameters(std::string_view bytes, const std::string& parameters, const std::string& source,
                               LeftOut* leftOut) {
    return addTexts(withoutTexts(bytes, source), formatOf(bytes, source), parameters, {}, leftOut);
}

}  // namespace segmoe::images
