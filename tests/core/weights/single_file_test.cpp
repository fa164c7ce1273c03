// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/single_file.h"
#include "core/weights/memory_source.h"
#include "core/weights/normalised_source.h"
#include "core/weights/safetensors_file.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::test;

namespace {

using NamePairs = std::vector<std::pair<std::string, std::string>>;  // LDM, diffusers

NamePairs goldenPairs(const std::string& part) {
    static const auto all = nlohmann::json::parse(readFile(goldenPath("weights/ldm_names.json")));
    return all.at(part).get<NamePairs>();
}

bool isVaeMatrix(const std::string& ldm) {
    return ldm.find(".attn_1.") != std::string::npos && ldm.find(".norm") == std::string::npos;
}

/// A checkpoint whose tensors all differ, with the shapes that matter.
TensorSourcePtr numbered(const NamePairs& pairs) {
    MemorySource::Tensors tensors;
    float number = 1;
    for (const auto& [ldm, diffusers] : pairs)
        tensors[ldm] = isVaeMatrix(ldm) ? at::full({1, 1, 1, 1}, number++) : at::full({1}, number++);
    return std::make_shared<MemorySource>(std::move(tensors), "numbered.safetensors");
}

void compareSources(const TensorSource& actual, const TensorSource& expected) {
    QCOMPARE(actual.names(), expected.names());
    for (const std::string& name : expected.names()) {
        QVERIFY2(actual.find(name) == expected.find(name), name.c_str());
        QVERIFY2(at::equal(actual.load(name), expected.load(name)), name.c_str());
    }
}

}  // namespace

class SingleFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void unetNamesAsDiffusersConverts_data();
    void unetNamesAsDiffusersConverts();
    void vaeNamesAsDiffusersConverts();
    void openClipAsDiffusersConverts_data();
    void openClipAsDiffusersConverts();
    void wholeCheckpointsThereAndBack_data();
    void wholeCheckpointsThereAndBack();
    void clipUnderItsOwnNames();
    void bareParts();
    void unknownNamesAreKept();
    void refusesForeignFiles();
    void brokenInProjection();
    void oldVaeNames();
};

void SingleFileTest::unetNamesAsDiffusersConverts_data() {
    QTest::addColumn<QString>("layout");
    for (const char* layout : {"sd1", "sd2", "sdxl", "ssd1b", "vega"})
        QTest::newRow(layout) << QString::fromLatin1(layout);
}

void SingleFileTest::unetNamesAsDiffusersConverts() {
    QFETCH(QString, layout);
    const NamePairs pairs = goldenPairs(layout.toStdString());
    const auto file = numbered(pairs);
    const ModelComponents parts = splitSingleFile(file);
    QVERIFY(parts.unet && !parts.vae && !parts.textEncoder && !parts.textEncoder2);
    QCOMPARE(parts.unet->names().size(), pairs.size());
    for (const auto& [ldm, diffusers] : pairs) {
        QVERIFY2(parts.unet->contains(diffusers), diffusers.c_str());
        QVERIFY2(at::equal(parts.unet->load(diffusers), file->load(ldm)), diffusers.c_str());
    }
    compareSources(*joinSingleFile(parts, ModelFamily::Custom), *file);
}

void SingleFileTest::vaeNamesAsDiffusersConverts() {
    const NamePairs pairs = goldenPairs("vae");
    const auto file = numbered(pairs);
    const ModelComponents parts = splitSingleFile(file);
    QVERIFY(parts.vae && !parts.unet);
    QCOMPARE(parts.vae->names().size(), pairs.size());
    for (const auto& [ldm, diffusers] : pairs) {
        QVERIFY2(parts.vae->contains(diffusers), diffusers.c_str());
        QCOMPARE(parts.vae->load(diffusers).dim(), isVaeMatrix(ldm) ? 2 : 1);
        QVERIFY2(at::equal(parts.vae->load(diffusers).flatten(), file->load(ldm).flatten()), diffusers.c_str());
    }
    compareSources(*joinSingleFile(parts, ModelFamily::Sdxl), *file);
}

void SingleFileTest::openClipAsDiffusersConverts_data() {
    QTest::addColumn<QString>("kind");
    QTest::newRow("SDXL") << QStringLiteral("sdxl");
    QTest::newRow("SD2") << QStringLiteral("sd2");
}

void SingleFileTest::openClipAsDiffusersConverts() {
    QFETCH(QString, kind);
    const std::string name = "weights/open_clip_" + kind.toStdString();
    const auto file = SafetensorsFile::open(goldenPath(name + ".safetensors"));
    const ModelComponents parts = splitSingleFile(file);
    const bool isSdxl = kind == QLatin1String("sdxl");
    const auto& encoder = isSdxl ? parts.textEncoder2 : parts.textEncoder;
    QVERIFY(encoder);
    const auto expected = SafetensorsFile::open(goldenPath(name + "_expected.safetensors"));
    compareSources(*normalisedTextEncoder(encoder), *normalisedTextEncoder(expected));
    // Back again: what was not dropped is there, byte for byte.
    const auto joined = joinSingleFile(parts, isSdxl ? ModelFamily::Sdxl : ModelFamily::Sd2);
    for (const std::string& tensor : joined->names())
        QVERIFY2(at::equal(joined->load(tensor), file->load(tensor)), tensor.c_str());
    std::size_t dropped = 0;
    for (const std::string& tensor : file->names())
        dropped +=
            tensor.ends_with("logit_scale") ||
            (!isSdxl && (tensor.ends_with("text_projection") || tensor.find("resblocks.23.") != std::string::npos));
    QCOMPARE(joined->names().size(), file->names().size() - dropped);
}

void SingleFileTest::wholeCheckpointsThereAndBack_data() {
    QTest::addColumn<QString>("unet");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("family");
    QTest::newRow("SD1") << QStringLiteral("sd1") << QString() << static_cast<int>(ModelFamily::Sd1);
    QTest::newRow("SDXL") << QStringLiteral("sdxl") << QStringLiteral("sdxl") << static_cast<int>(ModelFamily::Sdxl);
}

void SingleFileTest::wholeCheckpointsThereAndBack() {
    QFETCH(QString, unet);
    QFETCH(QString, text);
    QFETCH(int, family);
    NamePairs pairs = goldenPairs(unet.toStdString());
    const NamePairs vae = goldenPairs("vae");
    pairs.insert(pairs.end(), vae.begin(), vae.end());
    const auto networks = numbered(pairs);
    MemorySource::Tensors tensors;
    for (const std::string& name : networks->names()) tensors[name] = networks->load(name);
    const std::string clip =
        text.isEmpty() ? "cond_stage_model.transformer.text_model." : "conditioner.embedders.0.transformer.text_model.";
    tensors[clip + "embeddings.token_embedding.weight"] = at::arange(6, at::kFloat).view({3, 2});
    tensors[clip + "final_layer_norm.bias"] = at::ones({2});
    if (!text.isEmpty()) {
        const auto openClip =
            SafetensorsFile::open(goldenPath("weights/open_clip_" + text.toStdString() + ".safetensors"));
        for (const std::string& name : openClip->names())
            if (!name.ends_with("logit_scale")) tensors[name] = openClip->load(name);
    }
    const auto kept = tensors;
    // What checkpoints carry besides, and nobody needs.
    tensors[clip + "embeddings.position_ids"] = at::arange(3);
    tensors["model_ema.decay"] = at::ones({});
    tensors["alphas_cumprod"] = at::ones({4});
    const auto file = std::make_shared<MemorySource>(tensors, "whole.safetensors");
    const auto joined = joinSingleFile(splitSingleFile(file), static_cast<ModelFamily>(family));
    compareSources(*joined, MemorySource(kept));
}

void SingleFileTest::clipUnderItsOwnNames() {
    for (const char* prefix : {"cond_stage_model.transformer.text_model.", "cond_stage_model.transformer."}) {
        const std::string name = std::string(prefix) + "encoder.layers.0.mlp.fc1.weight";
        const auto file = std::make_shared<MemorySource>(MemorySource::Tensors{
            {name, at::ones({2, 2})}, {std::string(prefix) + "embeddings.position_ids", at::arange(2)}});
        QCOMPARE(splitSingleFile(file).textEncoder->names(),
                 std::vector<std::string>{"text_model.encoder.layers.0.mlp.fc1.weight"});
    }
}

void SingleFileTest::bareParts() {
    const auto diffusersUnet = std::make_shared<MemorySource>(MemorySource::Tensors{
        {"conv_in.weight", at::ones({1})}, {"down_blocks.0.resnets.0.conv1.weight", at::ones({1})}});
    QCOMPARE(splitSingleFile(diffusersUnet).unet->names(), diffusersUnet->names());
    const auto ldmUnet = std::make_shared<MemorySource>(
        MemorySource::Tensors{{"input_blocks.0.0.weight", at::ones({1})}, {"out.2.bias", at::ones({1})}});
    QCOMPARE(splitSingleFile(ldmUnet).unet->names(), (std::vector<std::string>{"conv_in.weight", "conv_out.bias"}));
    const auto ldmVae = std::make_shared<MemorySource>(MemorySource::Tensors{{"decoder.conv_in.weight", at::ones({1})},
                                                                             {"decoder.norm_out.bias", at::ones({1})},
                                                                             {"loss.x", at::ones({1})}});
    QCOMPARE(splitSingleFile(ldmVae).vae->names(),
             (std::vector<std::string>{"decoder.conv_in.weight", "decoder.conv_norm_out.bias"}));
}

void SingleFileTest::unknownNamesAreKept() {
    const auto file = std::make_shared<MemorySource>(
        MemorySource::Tensors{{"model.diffusion_model.input_blocks.0.0.weight", at::ones({1})},
                              {"model.diffusion_model.strange.weight", at::ones({1})}});
    QCOMPARE(splitSingleFile(file).unet->names(), (std::vector<std::string>{"conv_in.weight", "strange.weight"}));
}

void SingleFileTest::refusesForeignFiles() {
    const Error error = expectError([] {
        splitSingleFile(std::make_shared<MemorySource>(MemorySource::Tensors{{"transformer.h.0.weight", at::ones({1})}},
                                                       "gpt.safetensors"));
    });
    QCOMPARE(errorCodeName(error.code()), errorCodeName(ErrorCode::ArchitectureUnknown));
    QVERIFY(std::string(error.what()).find("gpt.safetensors") != std::string::npos);
}

void SingleFileTest::brokenInProjection() {
    const std::string prefix = "conditioner.embedders.1.model.";
    const auto file = std::make_shared<MemorySource>(MemorySource::Tensors{{prefix + "text_projection", at::ones({3})}},
                                                     "broken.safetensors");
    const Error error = expectError([&] { splitSingleFile(file); });
    QCOMPARE(errorCodeName(error.code()), errorCodeName(ErrorCode::TensorShapeMismatch));
    QVERIFY(std::string(error.what()).find("text_projection") != std::string::npos);
}

void SingleFileTest::oldVaeNames() {
    const auto vae = std::make_shared<MemorySource>(
        MemorySource::Tensors{{"encoder.mid_block.attentions.0.query.weight", at::ones({2, 2, 1, 1})},
                              {"encoder.mid_block.attentions.0.proj_attn.bias", at::ones({2})},
                              {"quant_conv.weight", at::ones({2, 2, 1, 1})}});
    const auto normalised = normalisedVae(vae);
    QCOMPARE(normalised->names(),
             (std::vector<std::string>{"encoder.mid_block.attentions.0.to_out.0.bias",
                                       "encoder.mid_block.attentions.0.to_q.weight", "quant_conv.weight"}));
    QCOMPARE(normalised->load("encoder.mid_block.attentions.0.to_q.weight").dim(), 2);
    QCOMPARE(normalised->load("quant_conv.weight").dim(), 4);
    QCOMPARE(normalisedVae(normalised).get(), normalised.get());
}

QTEST_APPLESS_MAIN(SingleFileTest)
#include "single_file_test.moc"
