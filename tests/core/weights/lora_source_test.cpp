// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>

#include <QTemporaryDir>

#include "core/weights/lora_source.h"
#include "core/weights/memory_source.h"
#include "core/weights/safetensors_file.h"
#include "tests/support/safetensors_bytes.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::test;

namespace {

TensorSourcePtr golden(const std::string& name) {
    return SafetensorsFile::open(goldenPath("weights/lora_" + name + ".safetensors"));
}

TensorSourcePtr memory(MemorySource::Tensors tensors, const std::string& name = "memory") {
    return std::make_shared<MemorySource>(std::move(tensors), name);
}

LoraLayer layer(TensorSourcePtr source, double strength = 1.0) {
    return {std::make_shared<LoraFile>(std::move(source)), strength};
}

/// Every expected weight, within a tolerance, and further than leastChange from the model's own.
void compareWeights(const TensorSource& expected, const TensorSourcePtr& model, const LoraLayer& lora, double tolerance,
                    double leastChange) {
    int checked = 0;
    for (const LoraComponent component : {LoraComponent::Unet, LoraComponent::TextEncoder}) {
        const LoraOverlay overlay = layLoras(model, component, {lora});
        QVERIFY(overlay.unplaced.empty());
        for (const std::string& weight : expected.names()) {
            if (weight.starts_with("text_model.") != (component == LoraComponent::TextEncoder)) continue;
            const at::Tensor changed = overlay.source->load(weight);
            QVERIFY2(at::allclose(changed, expected.load(weight), tolerance, tolerance), weight.c_str());
            QVERIFY(!overlay.source->fileRange(weight));
            QVERIFY(!at::allclose(changed, model->load(weight), leastChange, leastChange));
            ++checked;
        }
    }
    QCOMPARE(checked, static_cast<int>(expected.names().size()));
}

}  // namespace

class LoraSourceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalsNumpy_data();
    void equalsNumpy();
    void relativesEqualNumpy_data();
    void relativesEqualNumpy();
    void orderDoesNotMatter();
    void untouchedTensorsPassThrough();
    void roundsToTheStoredType();
    void severalLayersAddUp();
    void reportsPartsWithoutAPlace();
    void refusesAnotherArchitecture();
    void refusesFactorsOfAnotherSize_data();
    void refusesFactorsOfAnotherSize();
    void namesTheFirstUnknownKeys();
    void refusesABrokenConfiguration();
    void textEncodersWithAndWithoutPrefix();
    void refusesRelativesByName_data();
    void refusesRelativesByName();
    void refusesIncompleteFiles();
};

void LoraSourceTest::equalsNumpy_data() {
    QTest::addColumn<QString>("name");
    for (const char* name :
         {"kohya", "kohya_ldm", "kohya_no_alpha", "locon_mid", "peft", "diffusers_old", "diffusers_layer"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void LoraSourceTest::equalsNumpy() {
    QFETCH(QString, name);
    const auto expected = golden(name.toStdString() + "_expected");
    const LoraLayer lora = layer(golden(name.toStdString()), std::stod(expected->metadata().at("strength")));
    const auto model = golden("model");
    compareWeights(*expected, model, lora, 1e-6, 0.0);
}

void LoraSourceTest::relativesEqualNumpy_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"loha", "loha_no_alpha", "loha_middle", "lokr_whole", "lokr_factors", "lokr_first_factors",
                             "lokr_second_factors", "lokr_middle", "dora_outputs", "dora_inputs", "dora_loha",
                             "dora_lokr", "dora_peft", "peft_config", "peft_unet_alone"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void LoraSourceTest::relativesEqualNumpy() {
    QFETCH(QString, name);
    const auto expected = SafetensorsFile::open(goldenPath("adapters/" + name.toStdString() + "_expected.safetensors"));
    const auto file = SafetensorsFile::open(goldenPath("adapters/" + name.toStdString() + ".safetensors"));
    const auto model = SafetensorsFile::open(goldenPath("adapters/model.safetensors"));
    const LoraLayer lora = layer(file, std::stod(expected->metadata().at("strength")));
    QVERIFY(lora.file->leftOver().empty());
    compareWeights(*expected, model, lora, 1e-5, 1e-2);
    // Strength 0 leaves the model as it is, whatever the kind.
    const LoraOverlay none = layLoras(model, LoraComponent::Unet, {{lora.file, 0.0}});
    for (const std::string& weight : model->names())
        QVERIFY2(at::equal(none.source->load(weight), model->load(weight)), weight.c_str());
}

void LoraSourceTest::orderDoesNotMatter() {
    const auto model = SafetensorsFile::open(goldenPath("adapters/model.safetensors"));
    const auto open = [](const char* name) {
        return layer(SafetensorsFile::open(goldenPath(std::string("adapters/") + name)), 0.5);
    };
    const LoraLayer dora = open("dora_outputs.safetensors"), loha = open("loha.safetensors");
    const auto there = layLoras(model, LoraComponent::Unet, {dora, loha}).source;
    const auto back = layLoras(model, LoraComponent::Unet, {loha, dora}).source;
    for (const std::string& weight : model->names())
        QVERIFY2(at::allclose(there->load(weight), back->load(weight), 1e-6, 1e-6), weight.c_str());
}

void LoraSourceTest::untouchedTensorsPassThrough() {
    const auto model = golden("model");
    const LoraOverlay overlay = layLoras(model, LoraComponent::Unet, {layer(golden("locon_mid"))});
    const char* untouched = "down_blocks.1.attentions.0.proj_in.weight";
    QVERIFY(overlay.source->fileRange(untouched).has_value());
    QCOMPARE(overlay.source->load(untouched).data_ptr(), model->load(untouched).data_ptr());
    QCOMPARE(overlay.source->names(), model->names());
    // A LoRA that says nothing about this network leaves the model itself.
    QCOMPARE(layLoras(model, LoraComponent::TextEncoder2, {layer(golden("locon_mid"))}).source.get(), model.get());
}

void LoraSourceTest::roundsToTheStoredType() {
    const auto model = memory({{"conv_in.weight", at::full({1, 1}, 1.0, at::kBFloat16)}});
    const auto lora = memory({{"unet.conv_in.lora_A.weight", at::full({1, 1}, 1.0)},
                              {"unet.conv_in.lora_B.weight", at::full({1, 1}, 0.006)}});
    const at::Tensor sum = layLoras(model, LoraComponent::Unet, {layer(lora)}).source->load("conv_in.weight");
    QVERIFY(sum.scalar_type() == at::kBFloat16);
    // 1.006 lies between the bf16 values 1 and 1.0078125, nearer to the second.
    QCOMPARE(sum.item<float>(), 1.0078125f);
}

void LoraSourceTest::severalLayersAddUp() {
    const auto model = memory({{"conv_in.weight", at::full({1, 1}, 1.0, at::kBFloat16)}});
    const auto lora = memory({{"unet.conv_in.lora_A.weight", at::full({1, 1}, 1.0)},
                              {"unet.conv_in.lora_B.weight", at::full({1, 1}, 0.003)}});
    // Each alone would round back to 1; together, in fp32, they are seen.
    const LoraOverlay overlay = layLoras(model, LoraComponent::Unet, {layer(lora), layer(lora)});
    QCOMPARE(overlay.source->load("conv_in.weight").item<float>(), 1.0078125f);
}

void LoraSourceTest::reportsPartsWithoutAPlace() {
    const auto model = memory({{"conv_in.weight", at::ones({2, 2})}});
    const auto lora = memory({{"lora_unet_conv_in.lora_up.weight", at::ones({2, 1})},
                              {"lora_unet_conv_in.lora_down.weight", at::ones({1, 2})},
                              {"lora_unet_nowhere.lora_up.weight", at::ones({2, 1})},
                              {"lora_unet_nowhere.lora_down.weight", at::ones({1, 2})}},
                             "half.safetensors");
    const LoraOverlay overlay = layLoras(model, LoraComponent::Unet, {layer(lora)});
    QCOMPARE(overlay.unplaced, std::vector<std::string>{"half.safetensors: lora_unet_nowhere"});
    QVERIFY(at::equal(overlay.source->load("conv_in.weight"), at::full({2, 2}, 2.0)));
}

void LoraSourceTest::refusesAnotherArchitecture() {
    const auto lora = layer(golden("kohya"));
    const auto other = memory({{"down_blocks.0.resnets.0.conv1.weight", at::ones({8, 3, 3, 3})}}, "other.safetensors");
    const Error shape = expectError([&] { layLoras(other, LoraComponent::Unet, {lora}); });
    QCOMPARE(errorCodeName(shape.code()), errorCodeName(ErrorCode::LoraMismatch));
    for (const char* part : {"lora_kohya.safetensors", "other.safetensors", "down_blocks.0.resnets.0.conv1.weight"})
        QVERIFY2(std::string(shape.what()).find(part) != std::string::npos, part);
    const Error none = expectError([&] {
        layLoras(memory({{"conv_in.weight", at::ones({2, 2})}}), LoraComponent::Unet, {lora});
    });
    QCOMPARE(errorCodeName(none.code()), errorCodeName(ErrorCode::LoraMismatch));
}

void LoraSourceTest::refusesFactorsOfAnotherSize_data() {
    QTest::addColumn<QByteArray>("kind");
    for (const char* kind : {"loha", "loha middle", "lokr", "lokr middle", "dora", "dora of the input for PEFT"})
        QTest::newRow(kind) << QByteArray(kind);
}

void LoraSourceTest::refusesFactorsOfAnotherSize() {
    QFETCH(QByteArray, kind);
    const auto f = [](std::initializer_list<std::int64_t> shape) { return at::ones(at::IntArrayRef(shape)); };
    const std::string x = "unet.conv_in.";
    MemorySource::Tensors tensors;
    if (kind == "loha")
        tensors = {{x + "hada_w1_a", f({4, 2})},
                   {x + "hada_w1_b", f({2, 6})},
                   {x + "hada_w2_a", f({4, 2})},
                   {x + "hada_w2_b", f({2, 5})}};
    else if (kind == "loha middle")
        tensors = {{x + "hada_w1_a", f({2, 4})}, {x + "hada_w1_b", f({2, 6})}, {x + "hada_t1", f({2, 2, 1, 1})},
                   {x + "hada_w2_a", f({2, 4})}, {x + "hada_w2_b", f({2, 6})}, {x + "hada_t2", f({2, 2, 3, 3})}};
    else if (kind == "lokr")
        tensors = {{x + "lokr_w1", f({2, 2})}, {x + "lokr_w2", f({3, 3})}};
    else if (kind == "lokr middle")
        tensors = {{x + "lokr_w1", f({2, 2})},
                   {x + "lokr_w2_a", f({2, 2})},
                   {x + "lokr_w2_b", f({2, 3})},
                   {x + "lokr_t2", f({2, 2, 3, 3})}};
    else
        tensors = {{x + "lora_A.weight", f({1, 6})}, {x + "lora_B.weight", f({4, 1})}};
    if (kind == "dora") tensors[x + "dora_scale"] = f({5, 1});
    if (kind.endsWith("PEFT")) tensors[x + "lora_magnitude_vector"] = f({6});
    const auto model = memory({{"conv_in.weight", at::ones({4, 6})}});
    const Error error = expectError([&] { layLoras(model, LoraComponent::Unet, {layer(memory(tensors))}); });
    QCOMPARE(errorCodeName(error.code()), errorCodeName(ErrorCode::LoraMismatch));
}

void LoraSourceTest::namesTheFirstUnknownKeys() {
    const auto file = memory({{"bundle_emb.a", at::ones({1})},
                              {"bundle_emb.b", at::ones({1})},
                              {"bundle_emb.c", at::ones({1})},
                              {"bundle_emb.d", at::ones({1})}},
                             "other.safetensors");
    const std::string none = expectError([&] { LoraFile lora(file); }).what();
    for (const char* part : {"'bundle_emb.a'", "'bundle_emb.c'", "1 more", "other.safetensors"})
        QVERIFY2(none.find(part) != std::string::npos, none.c_str());
    const auto model = memory({{"conv_in.weight", at::ones({2, 2})}});
    const std::string misplaced =
        expectError([&] { layLoras(model, LoraComponent::Unet, {layer(golden("kohya"))}); }).what();
    QVERIFY2(misplaced.find("'lora_unet_down_blocks_0_resnets_0_conv1'") != std::string::npos, misplaced.c_str());
}

void LoraSourceTest::refusesABrokenConfiguration() {
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("broken.safetensors").toStdString();
    std::ofstream(path, std::ios::binary) << safetensorsBytes(R"({"__metadata__":{"lora_adapter_metadata":"[1]"}})");
    const Error error = expectError([&] { LoraFile lora(SafetensorsFile::open(path)); });
    QCOMPARE(errorCodeName(error.code()), errorCodeName(ErrorCode::ConfigInvalid));
}

void LoraSourceTest::textEncodersWithAndWithoutPrefix() {
    const auto lora = layer(memory({{"lora_te1_text_model_encoder_layers_0_mlp_fc1.lora_up.weight", at::ones({3, 1})},
                                    {"lora_te1_text_model_encoder_layers_0_mlp_fc1.lora_down.weight", at::ones({1, 2})},
                                    {"lora_te2_text_projection.lora_up.weight", at::ones({2, 1})},
                                    {"lora_te2_text_projection.lora_down.weight", at::ones({1, 2})}}));
    for (const char* name : {"text_model.encoder.layers.0.mlp.fc1.weight", "encoder.layers.0.mlp.fc1.weight"}) {
        const auto encoder = memory({{name, at::zeros({3, 2})}});
        QVERIFY(at::equal(layLoras(encoder, LoraComponent::TextEncoder, {lora}).source->load(name), at::ones({3, 2})));
    }
    const auto second = memory({{"text_projection.weight", at::zeros({2, 2})}});
    QVERIFY(at::equal(layLoras(second, LoraComponent::TextEncoder2, {lora}).source->load("text_projection.weight"),
                      at::ones({2, 2})));
}

void LoraSourceTest::refusesRelativesByName_data() {
    QTest::addColumn<QByteArray>("tensor");
    QTest::addColumn<QByteArray>("title");
    QTest::newRow("OFT") << QByteArray("lora_unet_x.oft_blocks") << QByteArray("OFT");
    QTest::newRow("IA3") << QByteArray("lora_unet_x.on_input") << QByteArray("IA3");
    QTest::newRow("GLoRA") << QByteArray("lora_unet_x.a1.weight") << QByteArray("GLoRA");
    QTest::newRow("difference") << QByteArray("lora_unet_x.diff") << QByteArray("difference");
}

void LoraSourceTest::refusesRelativesByName() {
    QFETCH(QByteArray, tensor);
    QFETCH(QByteArray, title);
    const Error error = expectError([&] {
        LoraFile(memory({{tensor.toStdString(), at::ones({1})}}, "relative.safetensors"));
    });
    QCOMPARE(errorCodeName(error.code()), errorCodeName(ErrorCode::FormatUnsupported));
    QVERIFY(QByteArray(error.what()).contains(title));
    QVERIFY(QByteArray(error.what()).contains("relative.safetensors"));
}

void LoraSourceTest::refusesIncompleteFiles() {
    QVERIFY(expectError([] {
                LoraFile(memory({{"conv_in.weight", at::ones({1})}}));
            }).code() == ErrorCode::LoraMismatch);
    QVERIFY(expectError([] {
                LoraFile(memory({{"lora_unet_x.lora_up.weight", at::ones({1, 1})}}));
            }).code() == ErrorCode::LoraMismatch);
    for (const char* half : {"lora_unet_x.hada_w1_a", "lora_unet_x.lokr_w1", "lora_unet_x.lokr_w2_a",
                             "lora_unet_x.dora_scale", "lora_unet_x.alpha"}) {
        const Error error = expectError([&] { LoraFile(memory({{half, at::ones({1, 1})}}, "half.safetensors")); });
        QCOMPARE(errorCodeName(error.code()), errorCodeName(ErrorCode::LoraMismatch));
        QVERIFY(std::string(error.what()).find("lora_unet_x") != std::string::npos);
    }
    const Error mixed = expectError([] {
        LoraFile(memory({{"lora_unet_x.lora_up.weight", at::ones({1, 1})},
                         {"lora_unet_x.lora_down.weight", at::ones({1, 1})},
                         {"lora_unet_x.lokr_w1", at::ones({1, 1})},
                         {"lora_unet_x.lokr_w2", at::ones({1, 1})}}));
    });
    QVERIFY(std::string(mixed.what()).find("different kinds") != std::string::npos);
    const Error alpha = expectError([] {
        LoraFile(memory({{"lora_unet_x.lora_up.weight", at::ones({1, 1})},
                         {"lora_unet_x.lora_down.weight", at::ones({1, 1})},
                         {"lora_unet_x.alpha", at::full({}, NAN)}}));
    });
    QVERIFY(std::string(alpha.what()).find("lora_unet_x.alpha") != std::string::npos);
}

QTEST_APPLESS_MAIN(LoraSourceTest)
#include "lora_source_test.moc"
