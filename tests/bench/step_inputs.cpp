// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/step_inputs.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include "core/pipeline/model_files.h"
#include "core/weights/memory_source.h"
#include "core/weights/safetensors_writer.h"

namespace segmoe::bench {

namespace {

constexpr std::int64_t kPromptTokens = 77;

}  // namespace

UnetInput stepInput(const std::filesystem::path& folder, int pixels) {
    const UnetConfig config = pipeline::openModelFiles(ModelRef::parse(folder.string()), {}).unetConfig;
    const auto noise = at::make_generator<at::CPUGeneratorImpl>(std::uint64_t{1});
    const std::int64_t side = pixels / 8;
    UnetInput input;
    input.sample = at::randn({2, config.inChannels, side, side}, noise);
    input.timestep = 500.0;
    input.context = at::randn({2, kPromptTokens, config.levels.front().contextChannels}, noise);
    return input;
}

void saveStepInput(const UnetInput& input, const std::filesystem::path& file) {
    writeSafetensors(
        MemorySource(
            {{"sample", input.sample}, {"timestep", at::full({}, input.timestep)}, {"context", input.context}}),
        file);
}

}  // namespace segmoe::bench
