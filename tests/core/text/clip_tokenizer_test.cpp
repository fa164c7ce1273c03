// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/text/clip_tokenizer.h"

#include <numeric>
#include <optional>

#include <QtTest/QtTest>

#include <nlohmann/json.hpp>

#include "tests/support/test_support.h"

using namespace segmoe;
using nlohmann::json;
using Ids = std::vector<std::int64_t>;

namespace {

const std::filesystem::path kTinyFolder = test::goldenPath("models/sd1/tokenizer");

json golden(const std::string& name) { return json::parse(test::readFile(test::goldenPath("text/" + name))); }

std::string textOf(const json& testCase) {
    if (testCase.contains("text")) return testCase["text"];
    return QByteArray::fromHex(QByteArray::fromStdString(testCase["bytes"])).toStdString();
}

QByteArray listed(const Ids& ids) {
    QByteArray text;
    for (const auto id : ids) text += QByteArray::number(static_cast<qlonglong>(id)) + ' ';
    return text;
}

/// The published vocabulary, or nothing where this machine has none.
std::optional<std::filesystem::path> publishedVocabulary() {
    try {
        return findClipVocabulary({qEnvironmentVariable("SEGMOE_TEST_CLIP_FOLDER").toStdString()});
    } catch (const Error&) {
        return std::nullopt;
    }
}

/// Keeps SEGMOE_CLIP_VOCAB as it was.
class VocabularyVariable {
public:
    explicit VocabularyVariable(const QByteArray& value) : m_old(qgetenv("SEGMOE_CLIP_VOCAB")) { set(value); }
    ~VocabularyVariable() { set(m_old); }

private:
    static void set(const QByteArray& value) {
        value.isEmpty() ? qunsetenv("SEGMOE_CLIP_VOCAB") : qputenv("SEGMOE_CLIP_VOCAB", value);
    }
    QByteArray m_old;
};

void compareWithGolden(const ClipTokenizer& tokenizer, const char* column) {
    const json all = golden("tokenizer_cases.json");
    QVERIFY(all["cases"].size() > 350);
    for (const json& testCase : all["cases"]) {
        const std::string text = textOf(testCase);
        const Ids expected = testCase.contains(column) ? testCase[column] : testCase["clip_l"];
        const Ids actual = tokenizer.encode(text);
        QVERIFY2(actual == expected,
                 QByteArray::fromStdString(text) + "\n  is     " + listed(actual) + "\n  should " + listed(expected));
    }
    for (const json& testCase : all["padded"])
        QCOMPARE(tokenizer.encodePadded(textOf(testCase)), testCase[column].get<Ids>());
}

}  // namespace

class ClipTokenizerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tinyVocabularyEqualsTransformers() {
        const ClipTokenizer tokenizer = ClipTokenizer::fromFolder(kTinyFolder);
        compareWithGolden(tokenizer, "tiny");
        QCOMPARE(tokenizer.maxLength(), 77);
    }

    void publishedVocabularyEqualsTransformers() {
        const auto file = publishedVocabulary();
        if (!file)
            QSKIP(
                "The CLIP vocabulary is not on this machine: run 'bash installer/bootstrap.sh run' or set "
                "SEGMOE_CLIP_VOCAB.");
        const ClipTokenizer large = ClipTokenizer::fromClipVocabulary(*file, ClipPadding::EndOfText);
        QCOMPARE(large.bosId(), std::int64_t(49406));
        QCOMPARE(large.eosId(), std::int64_t(49407));
        QCOMPARE(large.padId(), std::int64_t(49407));
        QCOMPARE(large.commaId(), std::int64_t(267));
        QCOMPARE(large.vocabularySize(), 49408);
        compareWithGolden(large, "clip_l");
        const ClipTokenizer zero = ClipTokenizer::fromClipVocabulary(*file, ClipPadding::Zero);
        QCOMPARE(zero.padId(), std::int64_t(0));
        compareWithGolden(zero, "clip_g");
    }

    void specialTokensFromAnyFile() {
        const json all = golden("tokenizer_variants.json");
        for (const json& variant : all["variants"]) {
            test::TempDir folder;
            for (const char* name : {"vocab.json", "merges.txt"})
                test::writeFile(folder / name, test::readFile(kTinyFolder / name));
            for (const auto& [name, content] : variant["files"].items()) test::writeFile(folder / name, content.dump());
            const ClipTokenizer tokenizer = ClipTokenizer::fromFolder(folder.path());
            const std::string where = variant["name"];
            QVERIFY2(tokenizer.bosId() == variant["bos"] && tokenizer.eosId() == variant["eos"] &&
                         tokenizer.padId() == variant["pad"],
                     where.c_str());
            QVERIFY2(tokenizer.vocabularySize() == variant["size"], where.c_str());
            for (std::size_t i = 0; i < all["texts"].size(); ++i) {
                const Ids actual = tokenizer.encode(all["texts"][i].get<std::string>());
                const Ids expected = variant["ids"][i];
                QVERIFY2(actual == expected,
                         QByteArray::fromStdString(where + ": " + all["texts"][i].get<std::string>()) + "\n  is     " +
                             listed(actual) + "\n  should " + listed(expected));
            }
        }
    }

    void tokenizerJsonAlone() {
        const ClipTokenizer tokenizer = ClipTokenizer::fromFolder(test::goldenPath("text/tokenizer_json"));
        const json all = golden("tokenizer_variants.json");
        for (const json& variant : all["variants"]) {
            if (variant["name"] != "sdxl2") continue;
            QCOMPARE(tokenizer.padId(), variant["pad"].get<std::int64_t>());
            for (std::size_t i = 0; i < all["texts"].size(); ++i)
                QCOMPARE(tokenizer.encode(all["texts"][i].get<std::string>()), variant["ids"][i].get<Ids>());
            return;
        }
        QFAIL("the golden file lacks the variant");
    }

    void piecesCoverTheText() {
        const ClipTokenizer tokenizer = ClipTokenizer::fromFolder(kTinyFolder);
        const std::string text = "A  CASTLE,\u00e9 e\u0301<|endoftext|>\xF0\x9F\x98\x80";
        std::vector<std::string> words;
        for (const TokenPiece& piece : tokenizer.tokenPieces(text)) {
            const std::string word = text.substr(piece.begin, piece.end - piece.begin);
            if (words.empty() || words.back() != word) words.push_back(word);
        }
        const std::string joined =
            std::accumulate(words.begin(), words.end(), std::string(),
                            [](std::string a, const std::string& b) { return a.empty() ? b : a + "|" + b; });
        QCOMPARE(QString::fromStdString(joined),
                 QString::fromStdString("A|CASTLE|,|\u00e9|e\u0301|<|endoftext|>|\xF0\x9F\x98\x80"));
        const json all = golden("tokenizer_cases.json");
        for (const json& testCase : all["cases"]) {
            const std::string sample = textOf(testCase);
            std::size_t last = 0;
            for (const TokenPiece& piece : tokenizer.tokenPieces(sample)) {
                QVERIFY(piece.begin < piece.end && piece.end <= sample.size() && piece.begin >= last);
                last = piece.begin;
            }
        }
    }

    void damagedFiles_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("mentioned");
        const auto row = [](const char* name, const char* file, const QByteArray& content, const char* mentioned) {
            QTest::newRow(name) << QString(file) << content << QString(mentioned);
        };
        row("vocabulary is no JSON", "vocab.json", "{\"a\":", "vocab.json");
        row("vocabulary is a list", "vocab.json", "[1,2]", "JSON object");
        row("negative id", "vocab.json", "{\"a\":-1}", "'a'");
        row("huge id", "vocab.json", "{\"a\":99999999999}", "'a'");
        row("fractional id", "vocab.json", "{\"a\":1.5}", "'a'");
        row("id used twice", "vocab.json", "{\"a\":1,\"b\":1}", "twice");
        row("deep JSON", "vocab.json", QByteArray(100000, '['), "vocab.json");
        row("merge of one token", "merges.txt", "#version: 0.2\na\n", "merge 1");
        row("merge of three tokens", "merges.txt", "#version: 0.2\na b c\n", "merge 1");
        row("merge outside the vocabulary", "merges.txt", "#version: 0.2\nc a\nq q\n", "vocabulary lacks");
        row("binary merges", "merges.txt", QByteArray("\x00\xff\xfe\x01", 4), "merge 1");
        row("config is a list", "tokenizer_config.json", "[]", "tokenizer_config.json");
        row("token is a number", "tokenizer_config.json", "{\"pad_token\":5}", "pad_token");
        row("token without content", "tokenizer_config.json", "{\"pad_token\":{}}", "content");
        row("property is no flag", "tokenizer_config.json", "{\"pad_token\":{\"content\":\"!\",\"lstrip\":1}}",
            "lstrip");
        row("token is endless", "tokenizer_config.json", "{\"pad_token\":\"" + QByteArray(5000, 'x') + "\"}", "4096");
        row("decoder id is no number", "tokenizer_config.json",
            "{\"added_tokens_decoder\":{\"x\":{\"content\":\"a\"}}}", "'x'");
        row("added id is a string", "added_tokens.json", "{\"<x>\":\"1\"}", "added_tokens.json");
        row("no start token", "special_tokens_map.json", "{\"bos_token\":null}", "start");
        row("tokenizer.json without model", "tokenizer.json", "{}", "model");
        row("not byte pair encoding", "tokenizer.json", R"({"model":{"type":"Unigram","vocab":[]}})",
            "not a CLIP tokenizer");
        row("no end-of-word mark", "tokenizer.json", R"({"model":{"type":"BPE","vocab":{"a":0},"merges":[]}})",
            "not a CLIP tokenizer");
        row("merges are numbers", "tokenizer.json",
            R"({"model":{"type":"BPE","end_of_word_suffix":"</w>","vocab":{"a":0},"merges":[1]}})", "merge 1");
        row("vocabulary missing", "tokenizer.json",
            R"({"model":{"type":"BPE","end_of_word_suffix":"</w>","merges":[]}})", "model.vocab");
    }
    void damagedFiles() {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, mentioned);
        test::TempDir folder;
        for (const char* name : {"vocab.json", "merges.txt"})
            test::writeFile(folder / name, test::readFile(kTinyFolder / name));
        test::writeFile(folder / file.toStdString(), content.toStdString());
        const Error error = test::expectError([&] { ClipTokenizer::fromFolder(folder.path()); });
        QCOMPARE(error.code(), ErrorCode::TokenizerInvalid);
        QVERIFY2(QString::fromUtf8(error.what()).contains(mentioned), error.what());
    }

    void missingFiles() {
        test::TempDir folder;
        const Error empty = test::expectError([&] { ClipTokenizer::fromFolder(folder.path()); });
        QCOMPARE(empty.code(), ErrorCode::TokenizerMissing);
        QVERIFY(QString::fromUtf8(empty.what()).contains("vocab.json"));
        const VocabularyVariable unset{QByteArray()};
        const Error nowhere = test::expectError([&] { findClipVocabulary({folder.path()}); });
        QCOMPARE(nowhere.code(), ErrorCode::TokenizerMissing);
        QVERIFY(QString::fromUtf8(nowhere.what()).contains("bootstrap"));
        test::writeFile(folder / "bpe_simple_vocab_16e6.txt.gz", "title\na b\n");
        const auto found = findClipVocabulary({folder / "other", folder.path()});
        QCOMPARE(found.parent_path(), folder.path());
        const Error tooShort = test::expectError([&] { ClipTokenizer::fromClipVocabulary(found, ClipPadding::Zero); });
        QCOMPARE(tooShort.code(), ErrorCode::TokenizerInvalid);
        QVERIFY(QString::fromUtf8(tooShort.what()).contains("48894"));
        const VocabularyVariable wrong{"/no/such/file"};
        QVERIFY(QString::fromUtf8(test::expectError([&] { findClipVocabulary({folder.path()}); }).what())
                    .contains("/no/such/file"));
    }

    void hugeTexts() {
        const ClipTokenizer tokenizer = ClipTokenizer::fromFolder(kTinyFolder);
        QVERIFY(tokenizer.encode(std::string(1024 * 1024, 'a')).size() > 100'000);
        QVERIFY(tokenizer.encode(QString(200'000, QChar(0x301)).toStdString()).size() > 100'000);
        QCOMPARE(test::expectError([&] { tokenizer.encode(std::string(1024 * 1024 + 1, 'a')); }).code(),
                 ErrorCode::PromptTooLong);
    }
};

QTEST_APPLESS_MAIN(ClipTokenizerTest)
#include "clip_tokenizer_test.moc"
