// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/models/vae.h"

#include <QtTest/QtTest>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>
#include <nlohmann/json.hpp>

#include "core/weights/memory_source.h"
#include "tests/support/golden_tensors.h"
#include "tests/support/test_support.h"

using namespace segmoe;

namespace {

VaeConfig tinyVaeConfig() { return parseVaeConfig(test::tinyConfig("sd1", "vae"), "vae/config.json"); }

std::shared_ptr<const Vae> tinyVae(at::ScalarType dtype = at::kFloat) {
    return Vae::load(tinyVaeConfig(), test::tinyWeights("sd1", "vae"), {.device = at::kCPU, .dtype = dtype});
}

test::GoldenTensors recorded() { return test::GoldenTensors("models/expected/sd1_vae.safetensors"); }

}  // namespace

class VaeTest : public QObject {
    Q_OBJECT

private:
    c10::InferenceMode m_inference;

private Q_SLOTS:
    void decodesLikeDiffusers() {
        const auto golden = recorded();
        QVERIFY(test::relativeRms(tinyVae()->decode(golden["latents"]), golden["decoded"]) <= 1e-5);
        QVERIFY(test::relativeRms(tinyVae()->decode(golden["large"]), golden["large.decoded"]) <= 1e-5);
        const double half = test::relativeRms(tinyVae(at::kBFloat16)->decode(golden["latents"]), golden["decoded"]);
        QVERIFY2(half > 0.0 && half <= 3e-2, qPrintable(QString::number(half)));
    }

    void encodesLikeDiffusers() {
        const auto golden = recorded();
        const Vae::Posterior posterior = tinyVae()->encode(golden["image"]);
        QVERIFY(test::relativeRms(posterior.mean, golden["mean"]) <= 1e-5);
        QVERIFY(test::relativeRms(posterior.logVariance, golden["logvar"]) <= 1e-5);
    }

    void tilesLikeDiffusers() {
        const auto golden = recorded();
        const auto vae = tinyVae();
        int steps = 0;
        int total = 0;
        const at::Tensor tiled =
            vae->decodeTiled(golden["large"], vae->config().sampleSize / 8, {}, [&](const Progress& p) {
                ++steps;
                total = p.total;
            });
        QVERIFY(test::relativeRms(tiled, golden["large.tiled"]) <= 1e-5);
        QVERIFY(test::relativeRms(tiled, golden["large.decoded"]) > 1e-3);
        QCOMPARE(total, 4);
        QCOMPARE(steps, total);
    }

    void oneTileIsAPlainDecode() {
        const auto golden = recorded();
        const auto vae = tinyVae();
        QVERIFY(at::equal(vae->decodeTiled(golden["large"]), vae->decode(golden["large"])));
    }

    void tilesCoverEverySize_data() {
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        for (int size : {1, 7, 8, 9, 13, 14, 15, 20, 21}) QTest::addRow("%d", size) << size << 22 - size;
    }
    void tilesCoverEverySize() {
        QFETCH(int, height);
        QFETCH(int, width);
        const at::Tensor image = tinyVae()->decodeTiled(at::zeros({1, 4, height, width}), 8);
        QCOMPARE(image.size(2), std::int64_t{8} * height);
        QCOMPARE(image.size(3), std::int64_t{8} * width);
    }

    void oldAttentionNamesAreTheSame() {
        const TensorSourcePtr source = test::tinyWeights("sd1", "vae");
        const std::vector<std::pair<std::string, std::string>> renames{
            {".to_q.", ".query."}, {".to_k.", ".key."}, {".to_v.", ".value."}, {".to_out.0.", ".proj_attn."}};
        MemorySource::Tensors old;
        for (std::string name : source->names()) {
            at::Tensor tensor = source->load(name);
            for (const auto& [now, before] : renames)
                if (const auto at = name.find(now); at != std::string::npos) {
                    name.replace(at, now.size(), before);
                    if (tensor.dim() == 2) tensor = tensor.unsqueeze(-1).unsqueeze(-1);
                }
            old[name] = tensor;
        }
        QVERIFY(old.contains("decoder.mid_block.attentions.0.proj_attn.weight"));
        const auto vae = Vae::load(tinyVaeConfig(), std::make_shared<MemorySource>(std::move(old)), {});
        const at::Tensor latents = recorded()["latents"];
        QVERIFY(at::equal(vae->decode(latents), tinyVae()->decode(latents)));
    }

    void halfPrecisionNeedsPermission() {
        QCOMPARE(tinyVae(at::kHalf)->placement().dtype, at::kFloat);
        QCOMPARE(tinyVae(at::kBFloat16)->placement().dtype, at::kBFloat16);
        VaeConfig config = tinyVaeConfig();
        config.forceUpcast = false;
        const auto vae = Vae::load(config, test::tinyWeights("sd1", "vae"), {.device = at::kCPU, .dtype = at::kHalf});
        QCOMPARE(vae->placement().dtype, at::kHalf);
    }

    void scalingFollowsTheConfig() {
        const at::Tensor z = at::ones({1, 4, 2, 2});
        const auto vae = tinyVae();
        QVERIFY(at::allclose(vae->scaleLatents(z), z * 0.18215));
        QVERIFY(at::allclose(vae->unscaleLatents(vae->scaleLatents(z)), z));
        VaeConfig config = tinyVaeConfig();
        config.scalingFactor = 0.5;
        config.latentsMean = {0.0, 1.0, 2.0, 3.0};
        config.latentsStd = {1.0, 2.0, 4.0, 8.0};
        const auto shifted = Vae::load(config, test::tinyWeights("sd1", "vae"), {});
        // z · std / s + mean, the pipelines of diffusers
        const at::Tensor wanted =
            at::tensor({2.0, 5.0, 10.0, 19.0}, at::kFloat).view({1, 4, 1, 1}).expand({1, 4, 2, 2});
        QVERIFY(at::allclose(shifted->unscaleLatents(z), wanted));
        QVERIFY(at::allclose(shifted->scaleLatents(wanted), z));
    }

    void unfittingInputsAreRefused() {
        const auto vae = tinyVae();
        QCOMPARE(test::expectError([&] { vae->decode(at::zeros({1, 3, 4, 4})); }).code(), ErrorCode::RequestInvalid);
        QCOMPARE(test::expectError([&] { vae->encode(at::zeros({1, 3, 12, 16})); }).code(), ErrorCode::RequestInvalid);
    }

    void cancelStopsATile() {
        CancelToken cancel;
        cancel.cancel();
        QVERIFY_THROWS_EXCEPTION(Cancelled, tinyVae()->decode(at::zeros({1, 4, 4, 4}), cancel));
        QVERIFY_THROWS_EXCEPTION(Cancelled, tinyVae()->decodeTiled(at::zeros({1, 4, 12, 4}), 8, cancel));
        QVERIFY_THROWS_EXCEPTION(Cancelled, tinyVae()->encode(at::zeros({1, 3, 8, 8}), cancel));
    }
};

QTEST_APPLESS_MAIN(VaeTest)
#include "vae_test.moc"
