// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/recipe_yaml.h"
#include "tests/fuzz/fuzz_input.h"

using namespace segmoe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::run([&] {
        const moe::RecipeReading reading = moe::examineRecipe(fuzz::asText(data, size), "fuzz");
        if (!reading.faults.empty()) return;
        const moe::RecipeReading again = moe::examineRecipe(moe::recipeToYaml(reading.recipe), "fuzz");
        fuzz::require(again.faults.empty(), "a recipe without faults can be written and read again");
    });
    return 0;
}
