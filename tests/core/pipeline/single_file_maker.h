// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include "core/pipeline/single_file_model.h"
#include "core/weights/combined_source.h"
#include "core/weights/memory_source.h"
#include "core/weights/safetensors_writer.h"
#include "core/weights/single_file.h"
#include "tests/support/test_support.h"

namespace segmoe::test {

inline pipeline::ModelFiles tinyModel(const std::string& name) {
    return pipeline::openModelFiles(ModelRef::parse(goldenPath("models/" + name)), {});
}

/// A tiny model as one file, as far as the parts are wanted: "u" UNet, "v" VAE, "t" text encoders. Marks are tensors
/// that say how it was trained.
inline std::filesystem::path singleFile(const TempDir& dir, const std::string& model, const std::string& parts,
                                        const std::vector<std::string>& marks = {},
                                        std::map<std::string, std::string> metadata = {}) {
    const pipeline::ModelFiles files = tinyModel(model);
    ModelComponents components;
    if (parts.find('u') != std::string::npos) components.unet = files.unet;
    if (parts.find('v') != std::string::npos) components.vae = files.vae;
    if (parts.find('t') != std::string::npos) {
        components.textEncoder = files.encoders[0].weights;
        if (files.encoders.size() > 1) components.textEncoder2 = files.encoders[1].weights;
    }
    TensorSourcePtr joined = joinSingleFile(components, files.architecture.family);
    MemorySource::Tensors flags;
    for (const std::string& mark : marks) flags.emplace(mark, at::ones({1}));
    if (!flags.empty())
        joined = std::make_shared<CombinedSource>(
            std::vector<TensorSourcePtr>{joined, std::make_shared<MemorySource>(std::move(flags), "marks")}, model);
    // What the shapes of such small networks do not tell; the scheduler is left to the marks.
    nlohmann::json configs = nlohmann::json::parse(pipeline::configsText(files));
    configs.erase("scheduler");
    metadata[pipeline::kConfigsKey] = configs.dump();
    const std::filesystem::path path = dir / (model + "-" + parts + ".safetensors");
    writeSafetensors(*joined, path, {.metadata = std::move(metadata)});
    return path;
}

}  // namespace segmoe::test
