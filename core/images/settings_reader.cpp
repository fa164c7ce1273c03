// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/settings_reader.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/images/foreign_fields.h"
#include "core/text/unicode.h"

namespace segmoe::images {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxChunk = 1024 * 1024;
constexpr std::size_t kMaxTextChunks = 200;

std::string textOf(const std::vector<PngText>& texts, std::string_view keyword) {
    const PngText* found = findPngText(texts, keyword);
    return found ? found->text : std::string();
}

std::optional<PictureSettings> readSegmoe(const std::string& text, const std::string& source) {
    if (text.empty()) return std::nullopt;
    try {
        return settingsOf(readSegmoeMetadata(text, source));
    } catch (const Error&) {
        return std::nullopt;  // a newer or damaged chunk: the plain text beside it says most of the same
    }
}

std::optional<PictureSettings> readGeneration(const std::string& text, const std::string& source) {
    if (text.empty() || foreignJson(text).is_object()) return std::nullopt;
    try {
        return settingsOf(readGenerationText(text, source));
    } catch (const Error&) {
        return std::nullopt;
    }
}

/// The formats that are a JSON object of their own.
std::optional<PictureSettings> readJsonSettings(const json& value) {
    for (const auto read :
         {readSwarmSettings, readFooocusSettings, readInvokeSettings, readDrawThingsSettings, readComfySettings})
        if (auto settings = read(value)) return settings;
    return std::nullopt;
}

std::optional<PictureSettings> readInvoke(const std::vector<PngText>& texts) {
    for (const char* keyword : {"invokeai_metadata", "sd-metadata"})
        if (auto settings = readInvokeSettings(foreignJson(textOf(texts, keyword)))) return settings;
    for (const char* keyword : {"Dream", "dream"})
        if (auto settings = readDreamSettings(textOf(texts, keyword))) return settings;
    return std::nullopt;
}

std::optional<PictureSettings> readNovelAi(const std::vector<PngText>& texts) {
    if (!textOf(texts, "Software").starts_with("NovelAI")) return std::nullopt;
    return readNovelAiSettings(textOf(texts, "Description"), foreignJson(textOf(texts, "Comment")));
}

/// ComfyUI writes the graph as `prompt`; in WebP files as "prompt:{…}" in the EXIF tags Make and Model.
std::optional<PictureSettings> readComfy(const std::vector<PngText>& texts) {
    if (auto settings = readComfySettings(foreignJson(textOf(texts, "prompt")))) return settings;
    constexpr std::string_view kPrefix = "prompt:";
    for (const char* keyword : {"Model", "Make", "ImageDescription", "UserComment"})
        if (const std::string text = textOf(texts, keyword); text.starts_with(kPrefix))
            if (auto settings = readComfySettings(foreignJson(std::string_view(text).substr(kPrefix.size()))))
                return settings;
    return std::nullopt;
}

std::optional<PictureSettings> firstOf(const std::vector<PngText>& texts, const std::string& source) {
    if (auto settings = readSegmoe(textOf(texts, "segmoe"), source)) return settings;
    for (const char* keyword : {"parameters", "UserComment"}) {
        const std::string text = textOf(texts, keyword);
        if (text.starts_with("prompt:{")) continue;
        if (auto settings = readGeneration(text, source)) return settings;
        if (auto settings = readJsonSettings(foreignJson(text))) return settings;
    }
    if (auto settings = readInvoke(texts)) return settings;
    if (auto settings = readDrawThingsSettings(foreignJson(xmpUserComment(textOf(texts, "XML:com.adobe.xmp")))))
        return settings;
    if (auto settings = readNovelAi(texts)) return settings;
    return readComfy(texts);
}

}  // namespace

PictureSettings readPictureSettings(const std::vector<PngText>& texts, const std::string& source) {
    PictureSettings settings = firstOf(texts, source).value_or(PictureSettings{});
    for (const PngText& text : texts) {
        if (settings.chunks.size() == kMaxTextChunks) break;
        // Cutting may break a character; decoding again mends the end.
        std::string shown =
            text.text.size() <= kMaxChunk
                ? text.text
                : text::toUtf8(text::decodeUtf8(std::string_view(text.text).substr(0, kMaxChunk)).scalars);
        settings.chunks.emplace_back(withoutControls(text.keyword), withoutControls(shown));
    }
    return settings;
}

PictureSettings readSettingsText(std::string_view text) {
    PictureSettings settings;
    if (text.size() > kMaxChunk * 4) return settings;
    const json value = foreignJson(text);
    if (value.is_object()) {
        if (auto own = readSegmoe(std::string(text), "the text")) return *own;
        return readJsonSettings(value).value_or(settings);
    }
    if (auto dream = readDreamSettings(text)) return *dream;
    const std::string clean(text);
    try {
        const GenerationParameters parameters = readGenerationText(clean, "the text");
        // Without a line of settings it is only a sentence.
        if (!parameters.steps && parameters.sampler.empty() && !parameters.seed && parameters.negative.empty())
            return settings;
        return settingsOf(parameters);
    } catch (const Error&) {
        return settings;
    }
}

}  // namespace segmoe::images
