// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/mixture_source.h"

#include <QtTest/QtTest>

#include "core/base/json_reader.h"
#include "core/moe/recipe_config.h"
#include "core/moe/recipe_yaml.h"
#include "core/weights/memory_source.h"
#include "core/weights/safetensors_writer.h"
#include "tests/core/moe/tiny_mixture.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using test::MixtureGolden;

namespace {

/// All tensors of a source in memory, to be changed.
MemorySource::Tensors copyOf(const TensorSource& source) {
    MemorySource::Tensors tensors;
    for (const std::string& name : source.names()) tensors.emplace(name, source.load(name).clone());
    return tensors;
}

Error mixError(const std::string& base, const std::vector<std::string>& experts) {
    return test::expectError([&] {
        const TensorSourcePtr source = test::tinyUnet(base);
        std::vector<TensorSourcePtr> all;
        for (const std::string& expert : experts) all.push_back(test::tinyUnet(expert));
        moe::checkMixable(*source, all, moe::planMixture(*source, MoeLayers::All, static_cast<int>(all.size()), 1));
    });
}

}  // namespace

class MixtureSourceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAndRangesAreTheReferences_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"sd_all_k2", "sd_attn_k2", "sd_ff_k2", "sdxl_all_k2", "sdxl_attn_k1"})
            QTest::newRow(name) << QString(name);
    }
    void namesAndRangesAreTheReferences() {
        QFETCH(QString, name);
        const MixtureGolden golden(name.toStdString());
        const auto mixture = test::goldenMixture(golden);
        const auto layout = moe::detectMixture(*mixture, golden.k());
        QVERIFY(layout.has_value());
        QCOMPARE(layout->experts, 3);
        QVERIFY(layout->layers == golden.layers());
        QCOMPARE(layout->modules.size(), golden.list("modules").size());
        for (const moe::MixedModule& module : layout->modules)
            QVERIFY2(golden.file->contains(module.gateName()), module.name.c_str());

        const nlohmann::json reference = parseJson(golden.text("config"), "config");
        const nlohmann::json ours = moe::segmoeConfig(MixRecipe{}, *layout, golden.text("type"));
        for (const auto& [key, value] : reference.items()) QVERIFY2(ours.at(key) == value, key.c_str());
    }

    void tensorsComeFromBaseExpertsAndGates() {
        const MixtureGolden golden("sd_all_k2");
        const auto mixture = test::goldenMixture(golden);
        const std::string block = "down_blocks.1.attentions.0.transformer_blocks.0.";
        QVERIFY(at::equal(mixture->load(block + "attn1.to_q.experts.2.weight"),
                          test::tinyUnet("sd1_expert2")->load(block + "attn1.to_q.weight")));
        QVERIFY(at::equal(mixture->load(block + "ff.experts.1.net.0.proj.bias"),
                          test::tinyUnet("sd1_expert1")->load(block + "ff.net.0.proj.bias")));
        QVERIFY(at::equal(mixture->load(block + "attn1.to_out.0.weight"),
                          test::tinyUnet("sd1")->load(block + "attn1.to_out.0.weight")));
        QVERIFY(at::equal(mixture->load(block + "ff.gate.weight"), golden.tensor(block + "ff.gate.weight")));
        QVERIFY(!mixture->contains(block + "attn1.to_q.weight"));
        QVERIFY(!mixture->contains("mid_block.attentions.0.transformer_blocks.0.ff.gate.weight"));
        QVERIFY(mixture->contains("mid_block.attentions.0.transformer_blocks.0.ff.net.2.weight"));
        QVERIFY(mixture->fileRange(block + "attn1.to_q.experts.2.weight")->file.string().find("sd1_expert2") !=
                std::string::npos);
        QVERIFY(!mixture->fileRange(block + "ff.gate.weight"));
        QCOMPARE(test::expectError([&] { (void)mixture->load("nothing"); }).code(), ErrorCode::TensorMissing);
    }

    void writeOrderKeepsLayersTogether() {
        const auto mixture = test::goldenMixture(MixtureGolden("sd_all_k2"));
        const std::vector<std::string> order = mixture->writeOrder();
        std::vector<std::string> sorted = order;
        std::sort(sorted.begin(), sorted.end());
        QCOMPARE(sorted, mixture->names());
        const auto at = [&](const std::string& name) {
            return std::find(order.begin(), order.end(), name) - order.begin();
        };
        const std::string layer = "up_blocks.2.attentions.1.transformer_blocks.0.attn1.";
        QCOMPARE(at(layer + "to_k.experts.0.weight"), at(layer + "to_q.experts.0.weight") + 1);
        QCOMPARE(at(layer + "to_q.experts.1.weight"), at(layer + "to_v.experts.0.weight") + 1);
    }

    /// With one block mixed and one expert chosen everywhere, the mixture is the base with that block exchanged.
    void blocksLeftOutAreTheBase() {
        const MixtureGolden golden("sd_all_k2");
        const TensorSourcePtr base = test::tinyUnet("sd1"), expert = test::tinyUnet("sd1_expert1");
        const moe::MixtureLayout layout =
            moe::planMixture(*base, MoeLayers::All, 2, 1, {"D0.*", "D2.*", "U*", "D1.A1.T0"});
        QCOMPARE(layout.modules.size(), 7U);
        const auto mixture = std::make_shared<moe::MixtureSource>(base, std::vector<TensorSourcePtr>{expert, base},
                                                                  layout, moe::zeroGates(*base, layout));
        MemorySource::Tensors exchanged = copyOf(*base);
        for (const moe::MixedModule& module : layout.modules)
            for (const std::string& suffix : module.suffixes())
                exchanged.at(module.name + "." + suffix) = expert->load(module.name + "." + suffix);
        const std::string outside = "up_blocks.1.attentions.0.transformer_blocks.0.ff.net.2.weight";
        QVERIFY(at::equal(mixture->load(outside), base->load(outside)));

        const auto plain = std::make_shared<MemorySource>(std::move(exchanged));
        WeightLoader loader(plain, {});
        nn::TokenLayerFactory dense;
        const Unet unet(test::tinyConfig("sd1"), loader, dense);
        const UnetInput input = test::goldenInput(golden, 0);
        nn::RunContext run;
        const at::Tensor expected = unet.forward(input, run);
        const at::Tensor actual = test::forward({mixture, test::tinyConfig("sd1"), 1}, input);
        QVERIFY((actual - expected).abs().max().item<double>() < 1e-5);
        QVERIFY((test::forward({mixture, test::tinyConfig("sd1"), 2}, input) - expected).abs().max().item<double>() >
                1e-4);
    }

    void leavingOutIsChecked() {
        const TensorSourcePtr base = test::tinyUnet("sd1");
        for (const std::vector<std::string>& wrong :
             {std::vector<std::string>{"D9.A0.T0"}, {"M0.A0.T0"}, {"D*", "U*"}, {"all"}}) {
            const Error error = test::expectError([&] { moe::planMixture(*base, MoeLayers::Attention, 2, 1, wrong); });
            QCOMPARE(error.code(), ErrorCode::RecipeValueInvalid);
        }
        QCOMPARE(moe::planMixture(*base, MoeLayers::FeedForward, 2, 1, {"D0.A0.T0"}).modules.size(), 14U);
    }

    void savedAndReadAgainItIsTheSame() {
        const test::TempDir dir;
        const MixtureGolden golden("sd_all_k2");
        const auto mixture = test::goldenMixture(golden);
        SafetensorsWriteOptions options;
        options.order = mixture->writeOrder();
        writeSafetensors(*mixture, dir / "one.safetensors", options);
        const TensorSourcePtr again = SafetensorsFile::open(dir / "one.safetensors");
        writeSafetensors(*again, dir / "two.safetensors", options);
        QVERIFY(test::readFile(dir / "one.safetensors") == test::readFile(dir / "two.safetensors"));

        const UnetInput input = test::goldenInput(golden, 1);
        const test::LoadedMixture direct(mixture, test::tinyConfig("sd1"), 2), saved(again, test::tinyConfig("sd1"), 2);
        QVERIFY(at::equal(test::forward(direct, input), test::forward(saved, input)));
    }

    void expertsOfAnotherArchitectureAreRefused() {
        const Error layout = mixError("sdxl", {"sdxl", "ssd1b", "vega"});
        QCOMPARE(layout.code(), ErrorCode::ArchitectureMismatch);
        const QString text = QString::fromUtf8(layout.what());
        QVERIFY2(text.contains("expert 1") && text.contains("expert 2") && !text.contains("expert 0 "), layout.what());
        QVERIFY(QString::fromStdString(layout.detail()).contains("expert 1 lacks mid_block"));
        const Error shapes = mixError("sd1", {"sd1", "sd2"});
        QCOMPARE(shapes.code(), ErrorCode::TensorShapeMismatch);
        QVERIFY(QString::fromStdString(shapes.detail()).contains("proj_in.weight"));
        QCOMPARE(mixError("sd1", {"sd1", "sdxl"}).code(), ErrorCode::ArchitectureMismatch);
        QCOMPARE(mixError("sd1", {"sd1"}).code(), ErrorCode::RecipeValueInvalid);
    }

    void countsAreChecked() {
        const TensorSourcePtr base = test::tinyUnet("sd1");
        const Error error = test::expectError([&] {
            moe::checkMixable(*base, {base, base}, moe::planMixture(*base, MoeLayers::All, 2, 3));
        });
        QCOMPARE(error.code(), ErrorCode::RecipeValueInvalid);
        QVERIFY(QString::fromUtf8(error.what()).contains("1 to 2, not 3"));
    }

    void gatesMustBeWholeAndFinite() {
        const MixtureGolden golden("sd_ff_k2");
        auto gates = test::goldenGates(golden);
        const std::string broken = gates.begin()->first;
        gates.begin()->second = at::full_like(gates.begin()->second, std::numeric_limits<double>::quiet_NaN());
        const TensorSourcePtr base = test::tinyUnet("sd1");
        const auto layout = moe::planMixture(*base, MoeLayers::FeedForward, 3, 2);
        const auto build = [&] { moe::MixtureSource(base, {base, base, base}, layout, gates); };
        QVERIFY(QString::fromUtf8(test::expectError(build).what()).contains(QString::fromStdString(broken)));
        gates.erase(gates.begin());
        QCOMPARE(test::expectError(build).code(), ErrorCode::GateDegenerate);
    }

    void brokenMixturesListEveryFault() {
        auto tensors = copyOf(*test::goldenMixture(MixtureGolden("sd_all_k2")));
        const std::string block = "down_blocks.1.attentions.0.transformer_blocks.0.";
        tensors.erase(block + "ff.gate.weight");
        tensors.erase(block + "ff.experts.1.net.2.bias");
        tensors[block + "attn1.to_k.experts.2.weight"] = at::zeros({3, 3});
        const Error error = test::expectError([&] { (void)moe::detectMixture(MemorySource(std::move(tensors)), 2); });
        QCOMPARE(error.code(), ErrorCode::ArchitectureMismatch);
        for (const char* part : {"ff.gate.weight is missing", "ff.experts.1.net.2.bias is missing",
                                 "attn1.to_k.experts.2.weight has another shape"})
            QVERIFY2(QString::fromStdString(error.detail()).contains(block.c_str() + QString(part)),
                     error.detail().c_str());
    }

    void hostileNamesAreRefused_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("gap in the numbers")
            << "down_blocks.0.attentions.0.transformer_blocks.0.ff.experts.9.net.2.bias";
        QTest::newRow("experts in the middle") << "mid_block.attentions.0.transformer_blocks.0.ff.experts.0.net.2.bias";
        QTest::newRow("experts of an output")
            << "down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_out.experts.0.weight";
        QTest::newRow("huge number")
            << "down_blocks.0.attentions.0.transformer_blocks.0.ff.experts.99999999999999999999.net.2.bias";
    }
    void hostileNamesAreRefused() {
        QFETCH(QString, name);
        auto tensors = copyOf(*test::goldenMixture(MixtureGolden("sd_all_k2")));
        tensors.emplace(name.toStdString(), at::zeros({4}));
        const auto source = std::make_shared<MemorySource>(std::move(tensors));
        const auto load = [&] { (void)test::LoadedMixture(source, test::tinyConfig("sd1"), 2); };
        const ErrorCode code = test::expectError(load).code();
        QVERIFY(code == ErrorCode::ArchitectureMismatch);
    }

    void badKOfAConfigIsRefused() {
        const auto mixture = test::goldenMixture(MixtureGolden("sd_all_k2"));
        QCOMPARE(test::expectError([&] { (void)moe::detectMixture(*mixture, 4); }).code(),
                 ErrorCode::ArchitectureMismatch);
        QVERIFY(!moe::detectMixture(*test::tinyUnet("sd1"), 1));
        QCOMPARE(test::expectError([&] { (void)moe::planMixture(*mixture, MoeLayers::All, 2, 1); }).code(),
                 ErrorCode::ArchitectureMismatch);
    }

    void configKeepsTheRecipe() {
        MixRecipe recipe = moe::parseRecipe(
            "base_model: b\nnum_experts_per_tok: 2\nexperts:\n- {source_model: x, positive_prompt: p}\n- "
            "{source_model: y, positive_prompt: q}\n",
            "segmoe_config");
        recipe.gateSeed = 9;
        const TensorSourcePtr base = test::tinyUnet("sdxl");
        recipe.type = "sdxl";
        const nlohmann::json unet = {
            {"segmoe_config",
             nlohmann::json(moe::segmoeConfig(recipe, moe::planMixture(*base, recipe.layers, 2, 2), "sdxl"))}};
        const moe::MixtureProvenance found = moe::readSegmoeConfig(unet);
        QCOMPARE(found.expertsPerToken, 2);
        QVERIFY(found.notices.empty());
        QVERIFY(found.recipe == recipe);
        QCOMPARE(moe::readSegmoeConfig({{"segmix_config", unet["segmoe_config"]}}).expertsPerToken, 2);
    }

    void configThatSaysNothingIsNoticed() {
        for (const char* text : {"{}", R"({"segmoe_config": []})", R"({"segmoe_config": {"num_experts_per_tok": "2"}})",
                                 R"({"segmoe_config": {"num_experts_per_tok": -1}})",
                                 R"({"segmoe_config": {"num_experts_per_tok": 1, "experts": "x"}})"}) {
            const moe::MixtureProvenance found = moe::readSegmoeConfig(nlohmann::json::parse(text));
            QCOMPARE(found.expertsPerToken, 1);
            QVERIFY2(!found.notices.empty(), text);
            QVERIFY(!found.recipe);
        }
    }
};

QTEST_APPLESS_MAIN(MixtureSourceTest)
#include "mixture_source_test.moc"
