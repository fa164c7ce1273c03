// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace segmoe::images {

/// A file's label and the first digits of its hash.
struct LabelledHash {
    std::string label;  ///< in Hashes: "model", "vae", "expert:NAME", "lora:NAME"; elsewhere the name
    std::string hash;   ///< hexadecimal
    bool operator==(const LabelledHash&) const = default;
};

/// A model version on CivitAI, known by digest.
struct CivitaiResource {
    std::string type;  ///< "checkpoint", "lora"…
    std::int64_t modelVersionId = 0;
    double weight = 1.0;
    std::string modelName;
    std::string modelVersionName;
    std::string air;  ///< urn:air:sd1:checkpoint:civitai:MODEL@VERSION
    bool operator==(const CivitaiResource&) const = default;
};

/// What the `parameters` text of a picture says (AUTOMATIC1111's format, read by most programs and sites).
struct GenerationParameters {
    std::string prompt;
    std::string negative;
    std::optional<int> steps;
    std::string sampler;                 ///< "DPM++ 2M"; without the schedule
    std::string schedule = "Automatic";  ///< "Karras"…
    std::optional<double> cfgScale;
    std::optional<std::uint64_t> seed;
    int width = 0;  ///< 0 = not said
    int height = 0;
    std::string modelHash;
    std::string model;
    std::string vaeHash;
    std::string vae;
    std::optional<std::uint64_t> variationSeed;
    double variationStrength = 0.0;
    std::optional<double> denoisingStrength;
    int clipSkip = 1;
    std::string rng = "GPU";  ///< where noise was drawn; "CPU" for ours
    std::string segmoe;       ///< "3x2 attn": experts × k, layers
    std::vector<LabelledHash> experts;
    std::vector<LabelledHash> loraHashes;                    ///< "Lora hashes" of other programs; ours stand in hashes
    std::vector<std::pair<std::string, std::string>> other;  ///< pairs we do not know, in order
    std::string version;
    std::vector<LabelledHash> hashes;
    std::vector<CivitaiResource> civitaiResources;
    bool operator==(const GenerationParameters&) const = default;
};

/// The text: prompt, "Negative prompt: …" when there is one, and one last line of "Key: value" pairs that starts with
/// Steps. Nothing follows it, not even a line break.
std::string writeGenerationText(const GenerationParameters& parameters);

/// Reads the text of any program that follows the format; what is missing keeps its default, what is out of range stays
/// in `other`. A text without three pairs in its last line is a prompt. Control characters become □. Linear in time.
/// `source` names the picture in messages. Throws Error{ImageDecodeFailed} above 4 MiB, 2000 pairs or 256 KiB of JSON.
GenerationParameters readGenerationText(std::string_view text, const std::string& source);

}  // namespace segmoe::images
