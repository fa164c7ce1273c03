// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include <ATen/CPUGeneratorImpl.h>

#include "core/weights/lora_source.h"
#include "core/weights/memory_source.h"
#include "tests/core/moe/tiny_mixture.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using test::MixtureGolden;

namespace {

const std::string kBlock = "down_blocks.1.attentions.0.transformer_blocks.0.";

/// Adds a part of rank 2 for a weight of the plain model, named by its diffusers module or by another spelling.
void addPart(MemorySource::Tensors& tensors, const TensorSource& model, const std::string& module,
             const std::string& up, const std::string& down) {
    const std::vector<std::int64_t> shape = model.find(module + ".weight")->shape;
    const std::int64_t in = model.find(module + ".weight")->elements() / shape[0];
    const auto seed = static_cast<std::uint64_t>(tensors.size());
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(seed + 1);
    tensors.emplace(up, at::randn({shape[0], 2}, generator, at::kFloat));
    tensors.emplace(down, at::randn({2, in}, generator, at::kFloat).mul_(0.1));
}

std::string kohya(std::string module) {
    std::replace(module.begin(), module.end(), '.', '_');
    return "lora_unet_" + module;
}

/// The same module as LoHa of rank 2, as LoKr, or with a DoRA scale.
void addRelative(MemorySource::Tensors& tensors, const TensorSource& model, const std::string& module,
                 const QString& spelling) {
    const std::vector<std::int64_t> shape = model.find(module + ".weight")->shape;
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(tensors.size() + 1);
    const auto random = [&](std::int64_t rows, std::int64_t columns) {
        return at::randn({rows, columns}, generator, at::kFloat).mul_(0.3);
    };
    const std::string name = kohya(module);
    if (spelling == "LoHa") {
        for (const char* factor : {".hada_w1", ".hada_w2"}) {
            tensors.emplace(name + factor + "_a", random(shape[0], 2));
            tensors.emplace(name + factor + "_b", random(2, shape[1]));
        }
    } else if (spelling == "LoKr") {
        tensors.emplace(name + ".lokr_w1", random(2, 2));
        tensors.emplace(name + ".lokr_w2", random(shape[0] / 2, shape[1] / 2));
    } else {
        tensors.emplace(name + ".lora_up.weight", random(shape[0], 2));
        tensors.emplace(name + ".lora_down.weight", random(2, shape[1]));
        tensors.emplace(name + ".dora_scale", random(shape[0], 1).abs_());
    }
}

LoraLayer asLayer(MemorySource::Tensors tensors) {
    return {std::make_shared<LoraFile>(std::make_shared<MemorySource>(std::move(tensors), "style.safetensors")), 0.7};
}

/// Modules with and without experts in a mixture of everything.
LoraLayer style(const QString& spelling) {
    MemorySource::Tensors tensors;
    const TensorSourcePtr model = test::tinyUnet("sd1");
    for (const char* end : {"attn1.to_q", "attn1.to_out.0", "attn2.to_k", "ff.net.0.proj", "ff.net.2"}) {
        const std::string module = kBlock + end;
        if (spelling == "PEFT") {
            addPart(tensors, *model, module, "unet." + module + ".lora_B.weight", "unet." + module + ".lora_A.weight");
        } else if (spelling == "LoHa" || spelling == "LoKr" || spelling == "DoRA") {
            addRelative(tensors, *model, module, spelling);
        } else {
            const std::string name =
                kohya(spelling == "kohya" ? module : "input_blocks.4.1.transformer_blocks.0." + std::string(end));
            addPart(tensors, *model, module, name + ".lora_up.weight", name + ".lora_down.weight");
        }
    }
    return asLayer(std::move(tensors));
}

}  // namespace

/// A LoRA over a mixture is the mixture of models with that LoRA (segmoe.md §3.7, fault 22 of the reference program).
class MixtureLoraTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsTheMixtureOfDenseModels_data() {
        QTest::addColumn<QString>("mixture");
        QTest::addColumn<QString>("spelling");
        for (const char* mixture : {"sd_all_k2", "sd_attn_k2", "sd_ff_k2"})
            for (const char* spelling : {"kohya", "kohya with LDM names", "PEFT", "LoHa", "LoKr", "DoRA"})
                QTest::addRow("%s, %s", mixture, spelling) << QString(mixture) << QString(spelling);
    }
    void equalsTheMixtureOfDenseModels() {
        QFETCH(QString, mixture);
        QFETCH(QString, spelling);
        const MixtureGolden golden(mixture.toStdString());
        const auto plain = test::goldenMixture(golden);
        const LoraLayer lora = style(spelling);
        const LoraOverlay overlay = layLoras(plain, LoraComponent::Unet, {lora});
        QVERIFY(overlay.unplaced.empty());

        std::vector<TensorSourcePtr> experts;
        for (const std::string& model : golden.list("experts"))
            experts.push_back(layLoras(test::tinyUnet(model), LoraComponent::Unet, {lora}).source);
        const TensorSourcePtr base = experts.front();
        const moe::MixtureSource expected(base, experts, plain->layout(), test::goldenGates(golden));
        int changed = 0;
        for (const std::string& name : expected.names()) {
            QVERIFY2(at::equal(overlay.source->load(name), expected.load(name)), name.c_str());
            changed += at::equal(overlay.source->load(name), plain->load(name)) ? 0 : 1;
        }
        // Three experts where there are experts, one weight elsewhere.
        QCOMPARE(changed, mixture == "sd_all_k2" ? 3 + 1 + 3 + 3 + 3 : mixture == "sd_attn_k2" ? 3 + 1 + 3 + 1 + 1 : 9);
    }

    void partsWithoutAPlaceAreReported() {
        const auto mixture = test::goldenMixture(MixtureGolden("sd_all_k2"));
        MemorySource::Tensors tensors;
        const TensorSourcePtr model = test::tinyUnet("sd1");
        addPart(tensors, *model, kBlock + "attn1.to_q", "lora_unet_nowhere.lora_up.weight",
                "lora_unet_nowhere.lora_down.weight");
        const Error error = test::expectError([&] { layLoras(mixture, LoraComponent::Unet, {asLayer(tensors)}); });
        QVERIFY(error.code() == ErrorCode::LoraMismatch);
        const std::string name = kohya(kBlock + "attn1.to_q");
        addPart(tensors, *model, kBlock + "attn1.to_q", name + ".lora_up.weight", name + ".lora_down.weight");
        const LoraOverlay overlay = layLoras(mixture, LoraComponent::Unet, {asLayer(tensors)});
        QCOMPARE(overlay.unplaced, std::vector<std::string>{"style.safetensors: lora_unet_nowhere"});
    }

    void aPartOfAnotherShapeIsRefusedByTheExpertsName() {
        const auto mixture = test::goldenMixture(MixtureGolden("sd_all_k2"));
        MemorySource::Tensors tensors;
        const std::string name = kohya(kBlock + "attn1.to_q");
        addPart(tensors, *test::tinyUnet("sd1"), kBlock + "ff.net.2", name + ".lora_up.weight",
                name + ".lora_down.weight");
        const Error error = test::expectError([&] { layLoras(mixture, LoraComponent::Unet, {asLayer(tensors)}); });
        QVERIFY(error.code() == ErrorCode::LoraMismatch);
        QVERIFY(std::string(error.what()).find("attn1.to_q.experts.0.weight") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(MixtureLoraTest)
#include "mixture_lora_test.moc"
