// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include "core/pipeline/model_files.h"
#include "core/pipeline/prompt_encoder.h"
#include "core/weights/memory_source.h"
#include "core/weights/safetensors_file.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::pipeline;
using test::goldenPath;

namespace {

std::string embeddingFile(const std::string& name) {
    return goldenPath("embeddings/" + name + ".safetensors").string();
}

ModelFiles tinyModel(const std::string& name) {
    return openModelFiles(ModelRef::parse(goldenPath("models/" + name)), {});
}

PromptEncoder encoderOf(const ModelFiles& files) { return PromptEncoder(files, {}, {}, {}); }

at::Tensor contextOf(const ModelFiles& files, const std::string& prompt) {
    return encoderOf(files).encode(prompt, "", {}).positive.context;
}

EmbeddingFile inMemory(MemorySource::Tensors tensors) {
    return EmbeddingFile(std::make_shared<MemorySource>(std::move(tensors), "word.safetensors"));
}

}  // namespace

class PromptEmbeddingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsDiffusers_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"sd1_one_vector", "sd1_many_vectors", "sd1_several", "sd1_cut", "sdxl_both"})
            QTest::newRow(name) << name;
    }
    void equalsDiffusers() {
        QFETCH(QString, name);
        const auto expected =
            SafetensorsFile::open(goldenPath("embeddings/case_" + name.toStdString() + ".safetensors"));
        std::vector<EmbeddingRef> embeddings;
        for (const auto& use : nlohmann::json::parse(expected->metadata().at("use")))
            embeddings.push_back({embeddingFile(use[0]), use[1]});
        ModelFiles files = tinyModel(expected->metadata().at("model"));
        files = withEmbeddings(std::move(files), embeddings, {});
        const std::string prompt = expected->metadata().at("prompt");
        const PromptEncoder encoder = encoderOf(files);
        const PromptStates states = encoder.encode(prompt, "", {.compat = true}).positive;
        QCOMPARE(states.context.sizes(), expected->load("context").sizes());
        QVERIFY(at::allclose(states.context, expected->load("context"), 1e-5, 1e-5));
        if (states.pooled.defined()) QVERIFY(at::allclose(states.pooled, expected->load("pooled"), 1e-5, 1e-5));
        // Without the embeddings the same words are others.
        const ModelFiles plain = tinyModel(expected->metadata().at("model"));
        QVERIFY(!at::allclose(encoderOf(plain).encode(prompt, "", {.compat = true}).positive.context, states.context,
                              1e-5, 1e-5));
        // What fits into one part is the same with our own rules.
        if (name != "sd1_cut")
            QVERIFY(at::allclose(encoder.encode(prompt, "", {}).positive.context, states.context, 1e-5, 1e-5));
    }

    void aFileIsCalledByItsNameOrItsWord() {
        const ModelFiles files =
            withEmbeddings(tinyModel("sd1"), {{embeddingFile("learned"), ""}, {embeddingFile("easy_style"), ""}}, {});
        const at::Tensor byWord = contextOf(files, "a <cat-toy> there");
        QVERIFY(at::equal(byWord, contextOf(files, "a learned there")));
        QVERIFY(at::equal(byWord, contextOf(files, "a LEARNED there")));
        QVERIFY(at::equal(byWord, contextOf(files, "a embedding:learned there")));
        QVERIFY(!at::equal(byWord, contextOf(files, "a easy_style there")));
        // No part of a longer word.
        const ModelFiles plain = tinyModel("sd1");
        QVERIFY(at::equal(contextOf(files, "relearned learnedly"), contextOf(plain, "relearned learnedly")));
        const ModelFiles named = withEmbeddings(tinyModel("sd1"), {{embeddingFile("learned"), "toy"}}, {});
        QVERIFY(at::equal(contextOf(named, "a toy there"), byWord));
        QVERIFY(at::equal(contextOf(named, "a learned there"), contextOf(plain, "a learned there")));
    }

    void weightsActOnItAndItStandsTogether() {
        const ModelFiles files = withEmbeddings(tinyModel("sd1"), {{embeddingFile("easy_style"), ""}}, {});
        const auto weighted = encoderOf(files).encode("a (easy_style:1.5) house", "", {});
        QVERIFY(!at::equal(weighted.positive.context, contextOf(files, "a easy_style house")));
        QCOMPARE(weighted.positiveTokens[2], std::string("easy_style"));
        QCOMPARE(weighted.positiveTokens[4], std::string("easy_style"));
        // 74 tokens before it: its three move to the second part together.
        std::string prompt;
        for (int i = 0; i < 74; ++i) prompt += "a ";
        const auto moved = encoderOf(files).encode(prompt + "easy_style", "", {});
        QCOMPARE(moved.positive.context.size(1), 2 * 77);
        QCOMPARE(moved.positiveTokens[74], std::string("a"));
        QCOMPARE(moved.positiveTokens[75], std::string("<end>"));
        QCOMPARE(moved.positiveTokens[78], std::string("easy_style"));
        QCOMPARE(moved.positiveTokens[80], std::string("easy_style"));
    }

    void anotherArchitectureIsRefused() {
        const auto with = [](const char* model, const char* file) {
            return test::expectError([&] { withEmbeddings(tinyModel(model), {{embeddingFile(file), ""}}, {}); });
        };
        QVERIFY(with("sd1", "xl").code() == ErrorCode::ArchitectureMismatch);
        QVERIFY(with("sdxl", "easy_style").code() == ErrorCode::ArchitectureMismatch);
        const EmbeddingFile wide = inMemory({{"emb_params", at::ones({2, 768})}});
        const Error error = test::expectError([&] { (void)wide.vectors(0, 1, 1024); });
        QVERIFY(error.code() == ErrorCode::ArchitectureMismatch);
        for (const char* part : {"word.safetensors", "768", "1024"})
            QVERIFY2(std::string(error.what()).find(part) != std::string::npos, error.what());
    }

    void otherFilesAreRefused() {
        const Error none = test::expectError([] { inMemory({{"a", at::ones({1, 8})}, {"b", at::ones({1, 8})}}); });
        QVERIFY(none.code() == ErrorCode::FormatUnsupported);
        QVERIFY(std::string(none.what()).find("'a', 'b'") != std::string::npos);
        for (const auto& shape : {std::vector<std::int64_t>{76, 8}, {2, 8, 1}, {2, 3}, {0, 8}})
            QVERIFY(test::expectError([&] {
                        inMemory({{"emb_params", at::ones(shape)}});
                    }).code() == ErrorCode::TensorShapeMismatch);
        QVERIFY(test::expectError([] {
                    inMemory({{"clip_l", at::ones({1, 8})}, {"clip_g", at::ones({2, 16})}});
                }).code() == ErrorCode::TensorShapeMismatch);
        const test::TempDir dir;
        test::writeFile(dir / "word.pt", std::string("\x80\x02}q\x00.", 6));
        const Error pickle = test::expectError([&] {
            withEmbeddings(tinyModel("sd1"), {{(dir / "word.pt").string(), ""}}, {});
        });
        QVERIFY(pickle.code() == ErrorCode::PickleRefused);
        QVERIFY(std::string(pickle.what()).find(".safetensors") != std::string::npos);
        const Error twice = test::expectError([&] {
            withEmbeddings(tinyModel("sd1"), {{embeddingFile("learned"), "x"}, {embeddingFile("badhand"), "x"}}, {});
        });
        QVERIFY(twice.code() == ErrorCode::RequestInvalid);
    }

    void embeddingsAreToldFromOtherFiles() {
        const auto is = [](MemorySource::Tensors tensors) {
            return isEmbeddingFile(MemorySource(std::move(tensors), "x"));
        };
        QVERIFY(is({{"emb_params", at::ones({2, 768})}}));
        QVERIFY(is({{"clip_l", at::ones({2, 768})}, {"clip_g", at::ones({2, 1280})}}));
        QVERIFY(is({{"<cat-toy>", at::ones({768})}}));
        QVERIFY(!is({{"<cat-toy>", at::ones({700})}}));
        QVERIFY(!is({{"weight.x", at::ones({768})}}));
        QVERIFY(!is({{"latents", at::ones({1, 4, 8, 8})}}));
        QVERIFY(!is({{"x", at::ones({100, 768})}}));
        QVERIFY(!is({}));
    }
};

QTEST_MAIN(PromptEmbeddingsTest)
#include "prompt_embeddings_test.moc"
