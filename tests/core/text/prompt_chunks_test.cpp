// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/text/prompt_chunks.h"

#include <QtTest/QtTest>

#include <nlohmann/json.hpp>

#include "tests/support/test_support.h"

using namespace segmoe;
using nlohmann::json;
using Ids = std::vector<std::int64_t>;

class PromptChunksTest : public QObject {
    Q_OBJECT

    const ClipTokenizer m_tokenizer = ClipTokenizer::fromFolder(test::goldenPath("models/sd1/tokenizer"));

    ChunkedPrompt chunked(const std::string& prompt) const { return chunkPrompt(m_tokenizer, parsePrompt(prompt)); }

private Q_SLOTS:
    void equalsTheIndependentRules() {
        const json all = json::parse(test::readFile(test::goldenPath("text/prompts.json")))["parts"];
        QVERIFY(all.size() > 25);
        for (const json& testCase : all) {
            const std::string prompt = testCase["prompt"];
            const ChunkedPrompt result = chunked(prompt);
            QCOMPARE(result.chunks.size(), testCase["chunks"].size());
            QCOMPARE(result.tokenCount, testCase["count"].get<std::size_t>());
            for (std::size_t c = 0; c < result.chunks.size(); ++c) {
                const PromptChunk& chunk = result.chunks[c];
                Ids ids = testCase["chunks"][c][0];
                QCOMPARE(chunk.tokens, ids.size());
                ids.insert(ids.begin(), m_tokenizer.bosId());
                ids.push_back(m_tokenizer.eosId());
                ids.resize(77, m_tokenizer.padId());
                QCOMPARE(chunk.ids, ids);
                std::vector<float> weights = testCase["chunks"][c][1];
                weights.insert(weights.begin(), 1.0F);
                weights.resize(77, 1.0F);
                QCOMPARE(chunk.weights, weights);
            }
        }
    }

    void partsKnowWhereTheyBegin() {
        std::string prompt = "(dog:1.2) BREAK ";
        for (int i = 0; i < 80; ++i) prompt += "cat ";
        const ChunkedPrompt result = chunked(prompt);
        QCOMPARE(result.chunks.size(), std::size_t(3));
        QCOMPARE(result.chunks[0].begin, std::size_t(1));
        QCOMPARE(result.chunks[1].begin, prompt.find("cat"));
        QCOMPARE(result.chunks[2].begin, prompt.find("cat") + 4 * 75);
        QVERIFY(result.isWeighted());
        QVERIFY(!chunked("dog cat").isWeighted());
    }

    void truncationTakesTheTextLiterally() {
        const std::string prompt = "(dog:1.5) BREAK cat";
        const ChunkedPrompt result = truncatePrompt(m_tokenizer, prompt);
        QCOMPARE(result.chunks.size(), std::size_t(1));
        QCOMPARE(result.chunks[0].ids, m_tokenizer.encodePadded(prompt));
        QVERIFY(!result.isWeighted());
        std::string longPrompt;
        for (int i = 0; i < 100; ++i) longPrompt += "dog ";
        QCOMPARE(truncatePrompt(m_tokenizer, longPrompt).chunks[0].ids, m_tokenizer.encodePadded(longPrompt));
        QCOMPARE(truncatePrompt(m_tokenizer, longPrompt).tokenCount, kChunkTokens);
    }

    void bothPromptsGetTheSameLength() {
        ChunkedPrompt positive = chunked("dog BREAK cat BREAK night");
        ChunkedPrompt negative = chunked("blurry");
        padToSameLength(m_tokenizer, positive, negative);
        QCOMPARE(positive.chunks.size(), std::size_t(3));
        QCOMPARE(negative.chunks.size(), std::size_t(3));
        QCOMPARE(negative.chunks[2].ids, m_tokenizer.encodePadded(""));
        QCOMPARE(negative.chunks[0].ids, m_tokenizer.encodePadded("blurry"));
    }
};

QTEST_APPLESS_MAIN(PromptChunksTest)
#include "prompt_chunks_test.moc"
