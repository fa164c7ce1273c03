// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/models/unet.h"

#include <QtTest/QtTest>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>
#include <nlohmann/json.hpp>

#include "core/weights/memory_source.h"
#include "tests/support/golden_tensors.h"
#include "tests/support/test_support.h"

using namespace segmoe;

namespace {

std::shared_ptr<const Unet> tinyUnet(const std::string& layout, at::ScalarType dtype = at::kFloat) {
    return Unet::load(parseUnetConfig(test::tinyConfig(layout, "unet"), layout), test::tinyWeights(layout, "unet"),
                      {.device = at::kCPU, .dtype = dtype});
}

UnetInput recordedInput(const test::GoldenTensors& golden, const std::string& name) {
    UnetInput input{
        golden[name + ".sample"], golden[name + ".timestep"].item<double>(), golden[name + ".context"], {}, {}, {}};
    if (golden.has(name + ".pooled")) {
        input.pooled = golden[name + ".pooled"];
        input.timeIds = golden[name + ".time_ids"];
    }
    if (golden.has(name + ".guidance")) input.guidance = golden[name + ".guidance"];
    return input;
}

/// All tensors of a tiny UNet, to be damaged.
MemorySource::Tensors copyOf(const std::string& layout) {
    MemorySource::Tensors tensors;
    const TensorSourcePtr source = test::tinyWeights(layout, "unet");
    for (const std::string& name : source->names()) tensors[name] = source->load(name);
    return tensors;
}

}  // namespace

class UnetTest : public QObject {
    Q_OBJECT

private:
    c10::InferenceMode m_inference;

private Q_SLOTS:
    void matchesDiffusers_data() {
        QTest::addColumn<QString>("layout");
        QTest::addColumn<QString>("recorded");
        QTest::addColumn<QString>("size");
        for (const char* layout :
             {"sd1", "sd2", "sdxl", "ssd1b", "vega", "variants/lcm", "variants/inpaint", "variants/nomid"})
            for (const char* size : {"even", "odd", "wide"}) {
                const QString name = QString::fromLatin1(layout);
                const QString recorded = QString(name).replace(QStringLiteral("variants/"), QStringLiteral("variant_"));
                QTest::addRow("%s %s", layout, size) << name << recorded << QString::fromLatin1(size);
            }
    }
    void matchesDiffusers() {
        QFETCH(QString, layout);
        QFETCH(QString, recorded);
        QFETCH(QString, size);
        const test::GoldenTensors golden("models/expected/" + recorded.toStdString() + "_unet.safetensors");
        const UnetInput input = recordedInput(golden, size.toStdString());
        const at::Tensor wanted = golden[size.toStdString() + ".out"];
        nn::RunContext run;
        const double error = test::relativeRms(tinyUnet(layout.toStdString())->forward(input, run), wanted);
        QVERIFY2(error <= 2e-5, qPrintable(QString::number(error)));
        const double half =
            test::relativeRms(tinyUnet(layout.toStdString(), at::kBFloat16)->forward(input, run), wanted);
        QVERIFY2(half > 0.0 && half <= 3e-2, qPrintable(QString::number(half)));
    }

    void keptCrossKeyValuesChangeNothing() {
        const auto unet = tinyUnet("sdxl");
        const test::GoldenTensors golden("models/expected/sdxl_unet.safetensors");
        const UnetInput input = recordedInput(golden, "odd");
        nn::RunContext plain;
        nn::RunContext keeping;
        keeping.keepCrossKeyValues = true;
        const at::Tensor wanted = unet->forward(input, plain);
        QVERIFY(plain.crossKeyValues.empty());
        QVERIFY(at::equal(unet->forward(input, keeping), wanted));
        QCOMPARE(keeping.crossKeyValues.size(), std::size_t{70});
        QVERIFY(at::equal(unet->forward(input, keeping), wanted));
        const std::vector<at::Tensor>& kept = keeping.crossKeyValues.begin()->second;
        QCOMPARE(kept.size(), std::size_t{2});
        QCOMPARE(kept[0].size(0), input.context.size(0));
        QCOMPARE(kept[0].size(1), input.context.size(1));
    }

    void keptCrossKeyValuesOfAnotherLengthAreReplaced() {
        const auto unet = tinyUnet("sd1");
        const test::GoldenTensors golden("models/expected/sd1_unet.safetensors");
        nn::RunContext run;
        run.keepCrossKeyValues = true;
        unet->forward(recordedInput(golden, "odd"), run);
        const double error = test::relativeRms(unet->forward(recordedInput(golden, "even"), run), golden["even.out"]);
        QVERIFY2(error <= 2e-5, qPrintable(QString::number(error)));
    }

    void rowsDoNotInfluenceEachOther() {
        const auto unet = tinyUnet("sd1");
        const UnetInput both = recordedInput(test::GoldenTensors("models/expected/sd1_unet.safetensors"), "even");
        UnetInput second = both;
        second.sample = both.sample.narrow(0, 1, 1);
        second.context = both.context.narrow(0, 1, 1);
        nn::RunContext run;
        QVERIFY(test::relativeRms(unet->forward(second, run), unet->forward(both, run).narrow(0, 1, 1)) <= 1e-6);
    }

    void cancelStopsAForward() {
        const auto unet = tinyUnet("sd1");
        const UnetInput input = recordedInput(test::GoldenTensors("models/expected/sd1_unet.safetensors"), "even");
        nn::RunContext run;
        run.cancel.cancel();
        QVERIFY_THROWS_EXCEPTION(Cancelled, unet->forward(input, run));
    }

    void cancelStopsLoading() {
        CancelToken cancel;
        cancel.cancel();
        QVERIFY_THROWS_EXCEPTION(Cancelled, Unet::load(parseUnetConfig(test::tinyConfig("sd1", "unet"), "sd1"),
                                                       test::tinyWeights("sd1", "unet"), {}, cancel));
    }

    void everyFaultOfAFileIsListed() {
        MemorySource::Tensors tensors = copyOf("sd1");
        tensors.erase("mid_block.resnets.1.conv2.bias");
        tensors.erase("up_blocks.3.attentions.2.transformer_blocks.0.attn2.to_k.weight");
        tensors["conv_in.weight"] = at::zeros({4, 5, 3, 3});
        tensors["down_blocks.7.surplus.weight"] = at::zeros({1});
        const auto source = std::make_shared<MemorySource>(std::move(tensors), "damaged");
        const Error error =
            test::expectError([&] { Unet::load(parseUnetConfig(test::tinyConfig("sd1", "unet"), "sd1"), source, {}); });
        QCOMPARE(error.code(), ErrorCode::TensorMissing);
        const QString detail = QString::fromStdString(error.detail());
        for (const char* name :
             {"mid_block.resnets.1.conv2.bias", "up_blocks.3.attentions.2.transformer_blocks.0.attn2.to_k.weight",
              "conv_in.weight", "down_blocks.7.surplus.weight"})
            QVERIFY2(detail.contains(QLatin1String(name)), name);
    }

    void unfittingInputsAreRefused() {
        const auto unet = tinyUnet("sdxl");
        const UnetInput good = recordedInput(test::GoldenTensors("models/expected/sdxl_unet.safetensors"), "odd");
        const auto codeOf = [&](const std::function<void(UnetInput&)>& damage) {
            UnetInput input = good;
            damage(input);
            nn::RunContext run;
            return test::expectError([&] { unet->forward(input, run); }).code();
        };
        QCOMPARE(codeOf([](UnetInput& i) { i.sample = i.sample.narrow(1, 0, 3); }), ErrorCode::RequestInvalid);
        QCOMPARE(codeOf([](UnetInput& i) { i.context = i.context.narrow(2, 0, 8); }), ErrorCode::RequestInvalid);
        QCOMPARE(codeOf([](UnetInput& i) { i.context = i.context.narrow(0, 0, 1); }), ErrorCode::RequestInvalid);
        QCOMPARE(codeOf([](UnetInput& i) { i.pooled = at::Tensor(); }), ErrorCode::RequestInvalid);
        QCOMPARE(codeOf([](UnetInput& i) { i.timeIds = i.timeIds.narrow(1, 0, 5); }), ErrorCode::RequestInvalid);
        QCOMPARE(codeOf([](UnetInput& i) { i.guidance = at::zeros({2, 16}); }), ErrorCode::RequestInvalid);
    }
};

QTEST_APPLESS_MAIN(UnetTest)
#include "unet_test.moc"
