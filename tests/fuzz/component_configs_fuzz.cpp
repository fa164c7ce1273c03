// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "core/base/json_reader.h"
#include "core/models/clip_text_config.h"
#include "core/models/unet_config.h"
#include "core/models/vae_config.h"
#include "core/samplers/scheduler_config.h"
#include "tests/fuzz/fuzz_input.h"

using namespace segmoe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(fuzz::asText(data, size));
    fuzz::run([&] { (void)parseUnetConfig(parseJson(text, "fuzz"), "fuzz"); });
    fuzz::run([&] { (void)parseVaeConfig(parseJson(text, "fuzz"), "fuzz"); });
    fuzz::run([&] { (void)parseClipTextConfig(parseJson(text, "fuzz"), "fuzz"); });
    fuzz::run([&] { (void)samplers::SchedulerConfig::parse(text, "fuzz", ModelFamily::Sd1); });
    return 0;
}
