// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/resample.h"

#include <QtTest/QtTest>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "tests/support/golden_tensors.h"

using namespace segmoe;

class ResampleTest : public QObject {
    Q_OBJECT

private:
    c10::InferenceMode m_inference;
    WeightLoader m_loader{test::tinyWeights("sd1", "unet"), {}};

private Q_SLOTS:
    void halvesLikeTheReference() {
        const auto golden = test::tinyModules();
        const std::string name = "down_blocks.0.downsamplers.0";
        const nn::Downsample down(WeightScope(m_loader, name), 4, nn::Downsample::Padding::Symmetric);
        QVERIFY(test::relativeRms(down.forward(golden[name + ".in0"]), golden[name + ".out"]) <= 1e-6);
    }

    void theVaePadsRightAndBottom() {
        const test::GoldenTensors golden("models/expected/sd1_vae_modules.safetensors");
        WeightLoader vae(test::tinyWeights("sd1", "vae"), {});
        const std::string name = "encoder.down_blocks.0.downsamplers.0";
        const nn::Downsample down(WeightScope(vae, name), 4, nn::Downsample::Padding::RightBottom);
        QVERIFY(test::relativeRms(down.forward(golden[name + ".in0"]), golden[name + ".out"]) <= 1e-6);
    }

    void growsToAnOddSizeLikeTheReference() {
        const auto golden = test::tinyModules();
        const std::string name = "up_blocks.1.upsamplers.0";
        const at::Tensor wanted = golden[name + ".out"];
        const nn::Upsample up(WeightScope(m_loader, name), 8);
        QVERIFY(test::relativeRms(up.forward(golden[name + ".in0"], wanted.size(2), wanted.size(3)), wanted) <= 1e-6);
    }
};

QTEST_APPLESS_MAIN(ResampleTest)
#include "resample_test.moc"
