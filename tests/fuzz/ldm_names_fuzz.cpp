// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <ATen/ATen.h>

#include "core/models/unet_config.h"
#include "core/weights/embedding_file.h"
#include "core/weights/prediction_marks.h"
#include "core/weights/single_file.h"
#include "tests/fuzz/fuzz_input.h"

using namespace segmoe;

namespace {

void loadAll(const TensorSourcePtr& source) {
    if (!source) return;
    for (const std::string& name : source->names()) fuzz::run([&] { (void)source->load(name); });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto file = std::make_shared<const fuzz::DescribedSource>(fuzz::asText(data, size));
    (void)predictionMarksOf(*file);
    (void)isEmbeddingFile(*file);
    fuzz::run([&] { (void)EmbeddingFile(file).vectors(0, 1, 768); });
    fuzz::run([&] {
        const ModelComponents parts = splitSingleFile(file);
        for (const TensorSourcePtr& part : {parts.unet, parts.vae, parts.textEncoder, parts.textEncoder2})
            fuzz::run([&] { loadAll(part); });
        if (parts.unet) fuzz::run([&] { (void)detectArchitecture(*parts.unet); });
        fuzz::run([&] { loadAll(joinSingleFile(parts, ModelFamily::Sdxl)); });
    });
    return 0;
}
