// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model_facts.h"

#include <QtTest/QtTest>

#include "core/domain/licence_terms.h"
#include "core/hub/civitai_folder.h"
#include "tests/support/safetensors_bytes.h"
#include "tests/support/test_support.h"

using namespace segmoe;

namespace {

/// One fp16 tensor [out, in] of the given name and as many bytes as it needs.
std::string tensorFile(const std::string& name, int rows, int columns, const std::string& metadata = "{}") {
    const int bytes = rows * columns * 2;
    return test::safetensorsBytes("{\"__metadata__\":" + metadata + ",\"" + name + "\":{\"dtype\":\"F16\",\"shape\":[" +
                                      std::to_string(rows) + "," + std::to_string(columns) + "],\"data_offsets\":[0," +
                                      std::to_string(bytes) + "]}}",
                                  std::string(static_cast<std::size_t>(bytes), '\0'));
}

/// A LoKr of a projection from 2048 channels: 8 times 256.
std::string lokrFile() {
    const std::string module = "lora_unet_mid_block_attentions_0_transformer_blocks_0_attn2_to_k";
    const std::string header = "{\"" + module +
                               ".lokr_w1\":{\"dtype\":\"F16\",\"shape\":[4,8],\"data_offsets\":[0,64]},\"" + module +
                               ".lokr_w2_b\":{\"dtype\":\"F16\",\"shape\":[1,256],\"data_offsets\":[64,576]}}";
    return test::safetensorsBytes(header, std::string(576, '\0'));
}

}  // namespace

class ModelFactsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFolderTellsItsStructure() {
        const ModelFacts sd = readModelFacts(test::goldenPath("models/sd1"));
        QVERIFY2(!sd.refusal, sd.refusal ? sd.refusal->message.c_str() : "");
        QVERIFY(sd.role == ModelRole::Checkpoint);
        QCOMPARE(sd.blocks.size(), 15U);
        QCOMPARE(sd.blocks.front(), std::string("D0.A0.T0"));
        QCOMPARE(sd.blocks.back(), std::string("U3.A2.T0"));
        QVERIFY(sd.hasVae && sd.hasTextEncoder && sd.bytes > 0);
        QVERIFY(sd.dtype == "fp16" || sd.dtype == "fp32");
        // Per block of C channels and X of text: 4 CC + 2 CX of attention, 12 CC + 9 C of feed-forward.
        QCOMPARE(sd.attentionBytes.size(), 15U);
        const std::int64_t size = sd.dtype == "fp16" ? 2 : 4;
        const std::int64_t attention = sd.attentionBytes[0] / size, feedForward = sd.feedForwardBytes[0] / size;
        std::int64_t channels = 1;
        while (12 * channels * channels + 9 * channels < feedForward) ++channels;
        QCOMPARE(12 * channels * channels + 9 * channels, feedForward);
        QCOMPARE((attention - 4 * channels * channels) % (2 * channels), std::int64_t{0});
        QCOMPARE(readModelFacts(test::goldenPath("models/sd1_expert1")).structure, sd.structure);
        QVERIFY(readModelFacts(test::goldenPath("models/sdxl")).structure != sd.structure);
        QVERIFY(readModelFacts(test::goldenPath("models/sd2")).structure != sd.structure);
    }

    void aFetchedFileTellsWhatItsPageSaid() {
        const test::TempDir folder;
        const auto file = folder / "dream.safetensors";
        test::writeFile(file, tensorFile("w", 1, 1, "{\"modelspec.license\":\"MIT\"}"));
        QCOMPARE(readModelFacts(file).license, std::string("MIT"));
        hub::CivitaiVersion version;
        version.id = 5;
        version.modelId = 4;
        version.modelName = "Dream";
        version.name = "v1";
        version.triggerWords = {"dreamy", "soft"};
        hub::writeProvenance(file, version, {});
        QCOMPARE(readModelFacts(file).license, std::string("MIT"));  // the page had said nothing
        version.licence = {true, {"Image"}, false, false, false};
        hub::writeProvenance(file, version, {});
        const ModelFacts facts = readModelFacts(file);
        const LicenceTerms terms = licenceTerms(facts.license);
        QVERIFY(terms.commercial == Permission::Yes && terms.shareMerges == Permission::No);
        QVERIFY(terms.needsCredit == Permission::Yes && terms.derivatives == Permission::No);
        QCOMPARE(facts.title, std::string("Dream v1"));
        QCOMPARE(facts.trigger, std::string("dreamy, soft"));
        QCOMPARE(facts.origin, std::string("https://civitai.com/models/4?modelVersionId=5"));
        for (const char* note :
             {"", "[]", "{\"site\":7}", "{\"site\":\"civitai\",\"licence\":{\"allowDerivatives\":7}}",
              "{\"site\":\"civitai\",\"model\":[]}", "{\"site\":\"other\",\"model\":\"x\"}"}) {
            test::writeFile(hub::provenanceFile(file), note);
            QCOMPARE(readModelFacts(file).license, std::string("MIT"));
            QVERIFY(readModelFacts(file).title.empty());
        }
    }

    void theTextOfTermsMeansThem() {
        int tried = 0;
        for (int bits = 0; bits < 32; ++bits) {
            const HubTerms terms{
                true, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0, (bits & 16) != 0};
            if ((terms.maySellModel && !terms.maySellImages) || (terms.mayChangeTerms && !terms.mayShareMerges))
                continue;
            QVERIFY(hubTermsOf(hubTermsText(terms)) == terms);
            ++tried;
        }
        QCOMPARE(tried, 18);
        QVERIFY(hubTermsText({}).empty());
        for (const char* other : {"", "mit", "CivitAI terms: ", "CivitAI terms: all may be sold"})
            QVERIFY(!hubTermsOf(other));
    }

    void aSchedulerWrittenByDiffusersIsRead() {
        const test::TempDir dir;
        std::filesystem::copy(
            test::goldenPath("models/sd1"), dir.path(),
            std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
        test::writeFile(dir / "scheduler/scheduler_config.json",
                        R"({"_class_name":"DPMSolverMultistepScheduler","lambda_min_clipped":-Infinity,)"
                        R"("prediction_type":"v_prediction"})");
        const ModelFacts facts = readModelFacts(dir.path());
        QVERIFY2(!facts.refusal, facts.refusal ? facts.refusal->message.c_str() : "");
        QVERIFY(facts.role == ModelRole::Checkpoint);
        QVERIFY(facts.vPrediction);
    }

    void rolesFromNames_data() {
        QTest::addColumn<QString>("tensor");
        QTest::addColumn<int>("role");
        const auto add = [](const char* tensor, ModelRole role) { QTest::newRow(tensor) << tensor << int(role); };
        add("lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k.lora_down.weight", ModelRole::Lora);
        add("unet.down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k.lora_A.weight", ModelRole::Lora);
        add("lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_v.hada_w1_b", ModelRole::Lora);
        add("unet.down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k.lora_A.default.weight", ModelRole::Lora);
        add("control_model.input_blocks.0.0.weight", ModelRole::ControlNet);
        add("controlnet_cond_embedding.conv_in.weight", ModelRole::ControlNet);
        add("emb_params", ModelRole::Embedding);
        add("encoder.conv_in.weight", ModelRole::Vae);
        add("text_model.embeddings.token_embedding.weight", ModelRole::TextEncoder);
        add("model.1.sub.0.RDB1.conv1.0.weight", ModelRole::Upscaler);
        add("weights", ModelRole::Other);
    }
    void rolesFromNames() {
        QFETCH(QString, tensor);
        QFETCH(int, role);
        const test::TempDir dir;
        test::writeFile(dir / "x.safetensors", tensorFile(tensor.toStdString(), 4, 768));
        const ModelFacts facts = readModelFacts(dir / "x.safetensors");
        QCOMPARE(int(facts.role), role);
        QCOMPARE(facts.bytes, std::int64_t{4 * 768 * 2});
        QCOMPARE(facts.dtype, std::string("fp16"));
        if (facts.role == ModelRole::Lora) QVERIFY(facts.architecture.family == ModelFamily::Sd1);
    }

    void theWidthOfALoKrIsTheProductOfItsFactors() {
        const test::TempDir dir;
        test::writeFile(dir / "x.safetensors", lokrFile());
        const ModelFacts facts = readModelFacts(dir / "x.safetensors");
        QVERIFY(facts.role == ModelRole::Lora);
        QCOMPARE(facts.architecture.crossAttentionDim, 2048);
    }

    void metadataIsTakenAsText() {
        const test::TempDir dir;
        test::writeFile(dir / "a.safetensors",
                        tensorFile("weights", 1, 1,
                                   R"({"modelspec.title":"Dream Turbo","modelspec.author":"somebody",)"
                                   R"("modelspec.license":"CC0","modelspec.predict_key":"v"})"));
        const ModelFacts facts = readModelFacts(dir / "a.safetensors");
        QCOMPARE(facts.title, std::string("Dream Turbo"));
        QCOMPARE(facts.license, std::string("CC0"));
        QVERIFY(facts.vPrediction);
        QVERIFY(facts.fewSteps == FewSteps::FromMetadata);
        test::writeFile(dir / "sdxl_lightning_4step.safetensors", tensorFile("weights", 1, 1));
        QVERIFY(readModelFacts(dir / "sdxl_lightning_4step.safetensors").fewSteps == FewSteps::FromFileName);
        test::writeFile(dir / "long.safetensors",
                        tensorFile("weights", 1, 1, "{\"modelspec.title\":\"" + std::string(5000, 'x') + "\"}"));
        QVERIFY(readModelFacts(dir / "long.safetensors").title.empty());
    }

    void hostileFilesAreRefused_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        const auto add = [](const char* row, const char* name, const std::string& bytes, ErrorCode code) {
            QTest::newRow(row) << name << QByteArray::fromStdString(bytes) << int(code);
        };
        add("pickle", "a.ckpt", "\x80\x02}q\x00.", ErrorCode::PickleRefused);
        add("pickle under another name", "a.safetensors", std::string("\x80\x02}q\x00.", 6) + std::string(60, 'x'),
            ErrorCode::PickleRefused);
        add("empty", "a.safetensors", "", ErrorCode::SafetensorsTruncated);
        add("cut", "a.safetensors", tensorFile("weights", 64, 64).substr(0, 500), ErrorCode::SafetensorsTruncated);
        add("huge header", "a.safetensors", test::lengthPrefix(~0ULL) + "{}", ErrorCode::HeaderTooLarge);
        add("no JSON", "a.safetensors", test::safetensorsBytes("hello, this is no JSON"),
            ErrorCode::SafetensorsInvalid);
        add("foreign", "a.gguf", "GGUF", ErrorCode::FormatUnsupported);
    }
    void hostileFilesAreRefused() {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        const test::TempDir dir;
        test::writeFile(dir / name.toStdString(), bytes.toStdString());
        const ModelFacts facts = readModelFacts(dir / name.toStdString());
        QVERIFY(facts.role == ModelRole::Refused);
        QVERIFY(facts.refusal);
        QCOMPARE(int(facts.refusal->code), code);
        QVERIFY(!facts.refusal->message.empty());
    }

    void aLoraIsComparedWithAModel() {
        const std::filesystem::path lora = test::goldenPath("weights/lora_peft.safetensors");
        QVERIFY(readModelFacts(lora).role == ModelRole::Lora);
        const LoraFit none = loraFit(lora, test::goldenPath("models/vega"));
        QVERIFY(none.parts > 0);
        QCOMPARE(none.unplaced, none.parts);
        QCOMPARE(none.names.size(), static_cast<std::size_t>(none.parts));
        for (const std::string& name : none.names)
            QVERIFY2(name.find("safetensors") == std::string::npos, name.c_str());
    }

    void whatIsNotThereIsRefused() {
        const test::TempDir dir;
        QVERIFY(readModelFacts(dir / "none.safetensors").refusal->code == ErrorCode::FileMissing);
        QVERIFY(readModelFacts(dir.path()).refusal->code == ErrorCode::FolderMissing);
    }
};

QTEST_APPLESS_MAIN(ModelFactsTest)
#include "model_facts_test.moc"
