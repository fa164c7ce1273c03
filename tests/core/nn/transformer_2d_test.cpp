// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/transformer_2d.h"

#include <QtTest/QtTest>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "tests/support/golden_tensors.h"

using namespace segmoe;

class Transformer2dTest : public QObject {
    Q_OBJECT

private:
    c10::InferenceMode m_inference;
    WeightLoader m_loader{test::tinyWeights("sd1", "unet"), {}};

private Q_SLOTS:
    void convolutionalProjectionsAreTheReferences() {
        const auto golden = test::tinyModules();
        nn::TokenLayerFactory dense;
        nn::RunContext run;
        const std::string name = "down_blocks.1.attentions.0";
        const nn::Transformer2d transformer(WeightScope(m_loader, name),
                                            {.channels = 8, .heads = 2, .contextChannels = 8, .groups = 2}, {}, dense);
        QVERIFY(test::relativeRms(transformer.forward(golden[name + ".in0"], golden[name + ".in1"], run),
                                  golden[name + ".out"]) <= 2e-6);
    }

    void linearProjectionsAndDepthAreTheReferences() {
        const test::GoldenTensors golden("models/expected/sdxl_modules.safetensors");
        WeightLoader xl(test::tinyWeights("sdxl", "unet"), {});
        nn::TokenLayerFactory dense;
        nn::RunContext run;
        const std::string name = "down_blocks.2.attentions.0";
        const nn::Transformer2dShape shape{
            .channels = 8, .heads = 4, .contextChannels = 24, .depth = 10, .groups = 2, .linearProjection = true};
        const nn::Transformer2d transformer(WeightScope(xl, name), shape, {}, dense);
        QVERIFY(test::relativeRms(transformer.forward(golden[name + ".in0"], golden[name + ".in1"], run),
                                  golden[name + ".out"]) <= 5e-6);
    }

    void everyBlockKnowsItsPlace() {
        struct Recorder : nn::TokenLayerFactory {
            std::vector<nn::BlockPlace> places;
            nn::TokenLayerPtr selfQkv(const WeightScope& block, const nn::BlockPlace& place,
                                      std::int64_t channels) override {
                places.push_back(place);
                return nn::TokenLayerFactory::selfQkv(block, place, channels);
            }
        } recorder;
        WeightLoader xl(test::tinyWeights("sdxl", "unet"), {});
        const nn::Transformer2dShape shape{
            .channels = 8, .heads = 4, .contextChannels = 24, .depth = 10, .groups = 2, .linearProjection = true};
        const nn::Transformer2d transformer(WeightScope(xl, "up_blocks.0.attentions.2"), shape,
                                            {nn::BlockPlace::Part::Up, 0, 2, 0}, recorder);
        QCOMPARE(recorder.places.size(), std::size_t{10});
        QCOMPARE(recorder.places[7].depth, 7);
        QCOMPARE(recorder.places[7].attention, 2);
        QVERIFY(recorder.places[7].part == nn::BlockPlace::Part::Up);
    }
};

QTEST_APPLESS_MAIN(Transformer2dTest)
#include "transformer_2d_test.moc"
