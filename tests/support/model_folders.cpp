// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/model_folders.h"

#include <cmath>
#include <functional>

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include "core/weights/safetensors_writer.h"
#include "tests/support/layouts.h"
#include "tests/support/safetensors_bytes.h"
#include "tests/support/test_support.h"

namespace segmoe::test {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Shapes = std::map<std::string, std::vector<std::int64_t>>;

/// Widths of a UNet are multiples of its first level's channels; those of its inputs and of the prompt are not.
constexpr std::int64_t kTopChannels = 320;

/// Makes each tensor when it is asked for, so that no network is ever in memory.
class RandomSource final : public TensorSource {
public:
    RandomSource(Shapes shapes, std::uint64_t seed) : m_shapes(std::move(shapes)), m_seed(seed) {
        for (const auto& entry : m_shapes) m_names.push_back(entry.first);
    }

    const std::vector<std::string>& names() const override { return m_names; }
    std::optional<TensorInfo> find(std::string_view name) const override {
        const auto found = m_shapes.find(std::string(name));
        return found == m_shapes.end() ? std::nullopt : std::optional(TensorInfo{DType::F16, found->second});
    }
    at::Tensor load(std::string_view name) const override {
        const std::vector<std::int64_t>& shape = m_shapes.at(std::string(name));
        if (name.ends_with(".weight") && shape.size() == 1) return at::ones(shape, at::kHalf);  // of a norm
        const auto seed = m_seed ^ std::hash<std::string_view>{}(name);
        at::Tensor values = at::randn(shape, at::make_generator<at::CPUGeneratorImpl>(seed), at::kFloat);
        double fanIn = 1.0;
        for (std::size_t i = 1; i < shape.size(); ++i) fanIn *= static_cast<double>(shape[i]);
        return values.mul_(shape.size() > 1 ? 1.0 / std::sqrt(fanIn) : 0.02).to(at::kHalf);
    }
    std::string describe() const override { return "random numbers"; }

private:
    Shapes m_shapes;
    std::uint64_t m_seed;
    std::vector<std::string> m_names;
};

void writeHoles(const fs::path& file, const Shapes& shapes) {
    json header;
    std::uint64_t end = 0;
    for (const auto& [name, shape] : shapes) {
        const auto bytes = static_cast<std::uint64_t>(TensorInfo{DType::F16, shape}.bytes());
        header[name] = {{"dtype", "F16"}, {"shape", shape}, {"data_offsets", {end, end + bytes}}};
        end += bytes;
    }
    std::string text = header.dump();
    text.append((8 - text.size() % 8) % 8, ' ');
    writeFile(file, safetensorsBytes(text));
    fs::resize_file(file, fs::file_size(file) + end);
}

void writeWeights(const fs::path& file, const Shapes& shapes, const MadeUpWeights& weights) {
    fs::create_directories(file.parent_path());
    if (weights.fill == MadeUpWeights::Fill::Holes)
        writeHoles(file, shapes);
    else
        writeSafetensors(RandomSource(shapes, weights.seed), file);
}

Shapes narrowed(Shapes shapes, int divisor) {
    for (auto& entry : shapes)
        for (std::int64_t& size : entry.second)
            if (size % kTopChannels == 0) size /= divisor;
    return shapes;
}

}  // namespace

void writeMadeUpUnet(const fs::path& folder, const std::string& layout, const MadeUpWeights& weights) {
    const Layout& recorded = recordedLayouts().at(layout);
    json config = recorded.config;
    for (json& channels : config["block_out_channels"]) channels = channels.get<int>() / weights.widthDivisor;
    config["_class_name"] = "UNet2DConditionModel";
    config.erase("_use_default_values");  // diffusers would take its own defaults for the keys that are named there
    writeFile(folder / "unet/config.json", config.dump(2));
    writeWeights(folder / "unet/diffusion_pytorch_model.safetensors", narrowed(recorded.shapes, weights.widthDivisor),
                 weights);
}

void writeMadeUpPipeline(const fs::path& folder, const MadeUpWeights& weights) {
    const fs::path tiny = goldenPath("models/sd1");
    fs::create_directories(folder);
    for (const char* part : {"tokenizer", "scheduler"}) fs::copy(tiny / part, folder / part);
    fs::copy_file(tiny / "model_index.json", folder / "model_index.json");
    writeMadeUpUnet(folder, "SD1.x", weights);
    const std::pair<const char*, std::pair<const char*, const char*>> parts[] = {
        {"VAE", {"vae/config.json", "vae/diffusion_pytorch_model.safetensors"}},
        {"CLIP ViT-L", {"text_encoder/config.json", "text_encoder/model.safetensors"}}};
    for (const auto& [layout, files] : parts) {
        const Layout& recorded = recordedLayouts().at(layout);
        writeFile(folder / files.first, recorded.config.dump(2));
        writeWeights(folder / files.second, recorded.shapes, weights);
    }
}

void writeMadeUpSibling(const fs::path& folder, const fs::path& base, const MadeUpWeights& weights) {
    fs::create_directories(folder);
    for (const char* part : {"vae", "text_encoder", "tokenizer", "scheduler", "model_index.json"})
        fs::create_symlink(fs::absolute(base) / part, folder / part);
    writeMadeUpUnet(folder, "SD1.x", weights);
}

}  // namespace segmoe::test
