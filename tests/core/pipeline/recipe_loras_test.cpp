// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include "core/pipeline/gate_keys.h"
#include "core/pipeline/recipe_parts.h"
#include "core/weights/memory_source.h"
#include "core/weights/safetensors_writer.h"
#include "tests/core/pipeline/single_file_maker.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::pipeline;
using test::goldenPath;

namespace {

// A layer that gets experts, one that stays the base's, one of the text encoder, which is the base's too.
const std::string kMixed = "down_blocks.1.attentions.0.transformer_blocks.0.attn1.to_q";
const std::string kShared = "down_blocks.1.attentions.0.transformer_blocks.0.ff.net.2";
const std::string kText = "encoder.layers.0.self_attn.q_proj";

constexpr const char* kExperts[] = {"sd1_expert1", "sd1_expert2"};

std::string kohya(const std::string& module) {
    std::string name = module == kText ? "lora_te_text_model_" + module : "lora_unet_" + module;
    std::ranges::replace(name, '.', '_');
    return name;
}

/// A LoRA of rank 2 over the three layers, in a file, and what it adds to each at strength 1.
struct Style {
    LoraRef ref;
    std::map<std::string, at::Tensor> change;
};

Style makeStyle(const test::TempDir& dir, std::uint64_t seed, double strength, LoraTarget target) {
    const ModelFiles model = test::tinyModel("sd1");
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    MemorySource::Tensors tensors;
    Style style;
    for (const std::string& module : {kMixed, kShared, kText}) {
        const TensorSource& source = module == kText ? *model.encoders[0].weights : *model.unet;
        const std::vector<std::int64_t> shape = source.find(module + ".weight")->shape;
        const at::Tensor up = at::randn({shape[0], 2}, generator, at::kFloat);
        const at::Tensor down = at::randn({2, shape[1]}, generator, at::kFloat);
        style.change[module] = at::mm(up, down);
        tensors.emplace(kohya(module) + ".lora_up.weight", up);
        tensors.emplace(kohya(module) + ".lora_down.weight", down);
    }
    const std::string name = "style" + std::to_string(seed) + ".safetensors";
    writeSafetensors(MemorySource(std::move(tensors), name), dir / name, {});
    style.ref = {.source = name, .strength = strength, .positivePrompt = {}, .negativePrompt = {}, .target = target};
    return style;
}

MixRecipe twoExperts(const test::TempDir& dir, const std::vector<Style>& styles) {
    MixRecipe recipe;
    recipe.name = "styled";
    recipe.folder = dir.path();
    recipe.base = goldenPath("models/sd1").string();
    for (const char* name : kExperts)
        recipe.experts.push_back(
            {goldenPath(std::string("models/") + name).string(), "", {{"a castle", 1.0}}, {}, {}, {}});
    for (const Style& style : styles) recipe.loras.push_back(style.ref);
    return recipe;
}

at::Tensor weight(const TensorSource& source, const std::string& name) { return source.load(name).to(at::kFloat); }

/// The plain model's weight and what the styles add to it.
at::Tensor expected(const std::string& model, const std::string& module, const std::vector<Style>& styles) {
    const ModelFiles files = test::tinyModel(model);
    at::Tensor sum = weight(module == kText ? *files.encoders[0].weights : *files.unet, module + ".weight");
    for (const Style& style : styles) sum = sum + style.ref.strength * style.change.at(module);
    return sum;
}

/// The weights are kept with 16 bits; what a LoRA adds here is of the size of 1.
bool isClose(const at::Tensor& a, const at::Tensor& b) { return at::allclose(a, b, 2e-3, 2e-3); }

}  // namespace

/// Where the top-level LoRAs of a recipe go, in the numbers of the mixture that is rendered.
class RecipeLorasTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneLoraGoesWhereItSays_data() {
        QTest::addColumn<int>("target");
        QTest::addColumn<bool>("isCompat");
        QTest::addColumn<bool>("onBase");
        QTest::addColumn<bool>("onExperts");
        QTest::newRow("base only") << int(LoraTarget::Base) << false << true << false;
        QTest::newRow("experts") << int(LoraTarget::Experts) << false << false << true;
        QTest::newRow("all") << int(LoraTarget::All) << false << true << true;
        QTest::newRow("experts, as the reference has it") << int(LoraTarget::Experts) << true << true << false;
        QTest::newRow("all, as the reference has it") << int(LoraTarget::All) << true << true << false;
    }
    void oneLoraGoesWhereItSays() {
        QFETCH(int, target);
        QFETCH(bool, isCompat);
        QFETCH(bool, onBase);
        QFETCH(bool, onExperts);
        const test::TempDir dir;
        const std::vector<Style> style = {makeStyle(dir, 1, 0.7, static_cast<LoraTarget>(target))};
        const RecipeParts parts = openRecipe(twoExperts(dir, style), {}, isCompat);
        const ModelFiles mixture = mixtureFiles(parts, moe::zeroGates(*parts.base.unet, parts.layout));
        const std::vector<Style> none;
        const auto& baseStyle = onBase ? style : none;
        QVERIFY(isClose(weight(*mixture.unet, kShared + ".weight"), expected("sd1", kShared, baseStyle)));
        QVERIFY(isClose(weight(*mixture.encoders[0].weights, kText + ".weight"), expected("sd1", kText, baseStyle)));
        for (int e = 0; e < 2; ++e)
            QVERIFY(isClose(weight(*mixture.unet, kMixed + ".experts." + std::to_string(e) + ".weight"),
                            expected(kExperts[e], kMixed, onExperts ? style : none)));
        // The change is large against what the comparison forgives.
        QVERIFY(!isClose(expected("sd1", kShared, style), expected("sd1", kShared, none)));
        QVERIFY(!isClose(expected(kExperts[0], kMixed, style), expected(kExperts[0], kMixed, none)));
    }

    void eachOfSeveralGoesItsOwnWay() {
        const test::TempDir dir;
        const Style base = makeStyle(dir, 1, 0.7, LoraTarget::Base);
        const Style experts = makeStyle(dir, 2, -0.4, LoraTarget::Experts);
        const Style all = makeStyle(dir, 3, 1.2, LoraTarget::All);
        const RecipeParts parts = openRecipe(twoExperts(dir, {base, experts, all}), {}, false);
        QVERIFY(isClose(weight(*parts.base.unet, kShared + ".weight"), expected("sd1", kShared, {base, all})));
        for (int e = 0; e < 2; ++e)
            QVERIFY(isClose(weight(*parts.experts[std::size_t(e)].unet, kMixed + ".weight"),
                            expected(kExperts[e], kMixed, {experts, all})));
    }

    /// Measured gates are kept by what they were measured with.
    void measurementsKnowWhichLorasAct() {
        const test::TempDir dir;
        const auto keys = [&](LoraTarget target, bool isCompat = false) {
            const RecipeParts parts = openRecipe(twoExperts(dir, {makeStyle(dir, 1, 0.7, target)}), {}, isCompat);
            return std::pair(baseIdentity(parts), expertIdentity(parts, 0));
        };
        const auto base = keys(LoraTarget::Base), experts = keys(LoraTarget::Experts), all = keys(LoraTarget::All);
        QVERIFY(base.first.find("style1") != std::string::npos && base.second.find("style1") == std::string::npos);
        QVERIFY(experts.first.find("style1") == std::string::npos &&
                experts.second.find("style1") != std::string::npos);
        QVERIFY(all.first.find("style1") != std::string::npos && all.second.find("style1") != std::string::npos);
        const auto compat = keys(LoraTarget::Experts, true);
        QVERIFY(compat.first.find("style1") != std::string::npos && compat.second.find("style1") == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(RecipeLorasTest)
#include "recipe_loras_test.moc"
