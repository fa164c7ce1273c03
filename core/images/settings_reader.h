// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/domain/picture_settings.h"
#include "core/images/generation_parameters.h"
#include "core/images/png_text.h"
#include "core/images/segmoe_metadata.h"

namespace segmoe::images {

/// More LoRAs than these are not read from one picture.
inline constexpr std::size_t kMaxLoras = 100;

/// The settings that the texts of a picture hold, by the first of these that understands them: our own chunk,
/// AUTOMATIC1111 (Forge, StabilityMatrix and others), SwarmUI, Fooocus, InvokeAI, Draw Things, NovelAI, ComfyUI.
/// `format` stays empty when none does. Every text is listed in `chunks`, cut after 1 MiB. Damaged texts count as not
/// there. `source` names the picture in messages.
PictureSettings readPictureSettings(const std::vector<PngText>& texts, const std::string& source);

/// The same for a text from the clipboard: a generation text or the JSON of one of these programs. A plain sentence is
/// no generation text: `format` stays empty.
PictureSettings readSettingsText(std::string_view text);

// One function per format; each returns nothing when the value is not of its kind.
PictureSettings settingsOf(const SegmoeMetadata& metadata);
PictureSettings settingsOf(const GenerationParameters& parameters);
std::optional<PictureSettings> readSwarmSettings(const nlohmann::json& value);
std::optional<PictureSettings> readFooocusSettings(const nlohmann::json& value);
/// `invokeai_metadata` of InvokeAI 3 and later, `sd-metadata` of 2.
std::optional<PictureSettings> readInvokeSettings(const nlohmann::json& value);
/// The command line that InvokeAI 1 and 2 wrote as "Dream".
std::optional<PictureSettings> readDreamSettings(std::string_view text);
std::optional<PictureSettings> readDrawThingsSettings(const nlohmann::json& value);
/// The JSON inside an XMP packet's exif:UserComment; empty when there is none.
std::string xmpUserComment(std::string_view xmp);
/// `description` is the prompt, `value` the JSON of the picture's "Comment".
std::optional<PictureSettings> readNovelAiSettings(std::string_view description, const nlohmann::json& value);
/// A graph in ComfyUI's API form: node id → {class_type, inputs}. Walks from the last picture back to its sampler and
/// on to texts, checkpoint, LoRAs and size; at most 10,000 nodes, cycles are cut.
std::optional<PictureSettings> readComfySettings(const nlohmann::json& value);

}  // namespace segmoe::images
