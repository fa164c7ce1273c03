// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/models/clip_text_model.h"

#include <QtTest/QtTest>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>
#include <nlohmann/json.hpp>

#include "core/weights/memory_source.h"
#include "tests/support/golden_tensors.h"
#include "tests/support/test_support.h"

using namespace segmoe;

namespace {

constexpr std::int64_t kEndOfText = 693;

std::shared_ptr<const ClipTextModel> tinyEncoder(const std::string& layout, const std::string& name,
                                                 at::ScalarType dtype = at::kFloat) {
    return ClipTextModel::load(parseClipTextConfig(test::tinyConfig(layout, name), name),
                               test::tinyWeights(layout, name), {.device = at::kCPU, .dtype = dtype});
}

}  // namespace

class ClipTextModelTest : public QObject {
    Q_OBJECT

private:
    c10::InferenceMode m_inference;

private Q_SLOTS:
    void matchesTransformers_data() {
        QTest::addColumn<QString>("layout");
        QTest::addColumn<QString>("encoder");
        QTest::newRow("quick gelu") << "sd1"
                                    << "text_encoder";
        QTest::newRow("first of sdxl") << "sdxl"
                                       << "text_encoder";
        QTest::newRow("gelu with projection") << "sdxl"
                                              << "text_encoder_2";
    }
    void matchesTransformers() {
        QFETCH(QString, layout);
        QFETCH(QString, encoder);
        const test::GoldenTensors golden("models/expected/" + layout.toStdString() + "_text.safetensors");
        const std::string name = encoder.toStdString();
        const auto model = tinyEncoder(layout.toStdString(), name);
        const ClipTextStates states = model->forward(golden["ids"], kEndOfText);
        const auto matches = [&](const at::Tensor& value, const std::string& recorded) {
            const double error = test::relativeRms(value, golden[name + "." + recorded]);
            if (error > 1e-5) qWarning("%s: %g", recorded.c_str(), error);
            return error <= 1e-5;
        };
        QCOMPARE(states.hidden.size(), static_cast<std::size_t>(model->config().layers) + 1);
        for (std::size_t i = 0; i + 1 < states.hidden.size(); ++i)
            QVERIFY(matches(states.hidden[i], "hidden." + std::to_string(i)));
        QVERIFY(matches(states.penultimate(), "hidden." + std::to_string(model->config().layers - 1)));
        QVERIFY(matches(states.last, "last"));
        QVERIFY(matches(model->finalNorm(states.fromEnd(1)), "skip1"));
        QCOMPARE(states.projected.defined(), golden.has(name + ".projected"));
        if (states.projected.defined())
            QVERIFY(matches(states.projected, "projected"));
        else
            QVERIFY(matches(states.pooled, "pooled"));
        const double half = test::relativeRms(
            tinyEncoder(layout.toStdString(), name, at::kBFloat16)->forward(golden["ids"], kEndOfText).last,
            golden[name + ".last"]);
        QVERIFY2(half > 0.0 && half <= 3e-2, qPrintable(QString::number(half)));
    }

    void namesWithAndWithoutPrefixAreTheSame() {
        const TensorSourcePtr source = test::tinyWeights("sd1", "text_encoder");
        MemorySource::Tensors prefixed;
        MemorySource::Tensors bare;
        for (const std::string& name : source->names()) {
            const std::string tail = name.starts_with("text_model.") ? name.substr(11) : name;
            prefixed["text_model." + tail] = source->load(name);
            bare[tail] = source->load(name);
        }
        prefixed["text_model.embeddings.position_ids"] = at::arange(77).unsqueeze(0);
        const ClipTextConfig config = parseClipTextConfig(test::tinyConfig("sd1", "text_encoder"), "config.json");
        const at::Tensor ids = test::GoldenTensors("models/expected/sd1_text.safetensors")["ids"];
        const auto stateOf = [&](MemorySource::Tensors tensors) {
            return ClipTextModel::load(config, std::make_shared<MemorySource>(std::move(tensors)), {})
                ->forward(ids, kEndOfText)
                .last;
        };
        QVERIFY(at::equal(stateOf(prefixed), stateOf(bare)));
    }

    void laterTokensDoNotInfluenceEarlierOnes() {
        const auto model = tinyEncoder("sd1", "text_encoder");
        const at::Tensor ids = test::GoldenTensors("models/expected/sd1_text.safetensors")["ids"];
        const at::Tensor whole = model->forward(ids, kEndOfText).last.narrow(1, 0, 20);
        QVERIFY(test::relativeRms(model->forward(ids.narrow(1, 0, 20).contiguous(), kEndOfText).last, whole) <= 1e-6);
    }

    void unfittingIdsAreRefused() {
        const auto model = tinyEncoder("sd1", "text_encoder");
        const auto codeOf = [&](const at::Tensor& ids) {
            return test::expectError([&] { model->forward(ids, kEndOfText); }).code();
        };
        QCOMPARE(codeOf(at::full({1, 77}, 694, at::kLong)), ErrorCode::RequestInvalid);
        QCOMPARE(codeOf(at::full({1, 77}, -1, at::kLong)), ErrorCode::RequestInvalid);
        QCOMPARE(codeOf(at::zeros({1, 78}, at::kLong)), ErrorCode::RequestInvalid);
        QCOMPARE(codeOf(at::zeros({77}, at::kLong)), ErrorCode::RequestInvalid);
        const ClipTextStates states = model->forward(at::zeros({1, 3}, at::kLong), kEndOfText);
        QCOMPARE(test::expectError([&] { states.fromEnd(4); }).code(), ErrorCode::RequestInvalid);
    }

    void cancelStopsAForward() {
        CancelToken cancel;
        cancel.cancel();
        QVERIFY_THROWS_EXCEPTION(
            Cancelled, tinyEncoder("sd1", "text_encoder")->forward(at::zeros({1, 3}, at::kLong), kEndOfText, cancel));
    }
};

QTEST_APPLESS_MAIN(ClipTextModelTest)
#include "clip_text_model_test.moc"
