// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/cast_source.h"
#include "core/weights/combined_source.h"
#include "core/weights/memory_source.h"
#include "core/weights/open_weights.h"
#include "core/weights/renamed_source.h"
#include "core/weights/safetensors_file.h"
#include "core/weights/safetensors_writer.h"
#include "core/weights/sharded_source.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::test;

namespace {

TensorSourcePtr memory(MemorySource::Tensors tensors) {
    return std::make_shared<MemorySource>(std::move(tensors), "memory");
}

void save(const std::filesystem::path& path, MemorySource::Tensors tensors) {
    std::filesystem::create_directories(path.parent_path());
    writeSafetensors(MemorySource(std::move(tensors)), path);
}

std::string bytesAt(const FileRange& range) { return readFile(range.file).substr(range.offset, range.length); }

std::string bytesOf(const at::Tensor& tensor) {
    const at::Tensor whole = tensor.contiguous();
    return {static_cast<const char*>(whole.const_data_ptr()), whole.nbytes()};
}

}  // namespace

class SourcesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void renamesCutsJoinsTransposesReshapes();
    void rangesOfRenamedTensors();
    void renamingChecksShapes();
    void castsFloatsOnly();
    void castsInPieces();
    void combines();
    void readsShards();
    void refusesIndexes_data();
    void refusesIndexes();
    void picksTheFile();
    void refusesPickles();
};

void SourcesTest::renamesCutsJoinsTransposesReshapes() {
    const auto source =
        memory({{"m", at::arange(6, at::kFloat).view({3, 2})}, {"n", at::arange(2, at::kFloat).view({1, 2})}});
    const RenamedSource renamed(source, {{"same", {.from = {"m"}}},
                                         {"rows", {.from = {"m"}, .rows = std::pair<std::int64_t, std::int64_t>{1, 3}}},
                                         {"joined", {.from = {"m", "n"}}},
                                         {"turned", {.from = {"m"}, .isTransposed = true}},
                                         {"shaped", {.from = {"m"}, .shape = {3, 2, 1, 1}}}});
    const at::Tensor m = source->load("m");
    QVERIFY(at::equal(renamed.load("same"), m));
    QVERIFY(at::equal(renamed.load("rows"), m.narrow(0, 1, 2)));
    QVERIFY(at::equal(renamed.load("joined"), at::cat({m, source->load("n")})));
    QVERIFY(at::equal(renamed.load("turned"), m.t()));
    QVERIFY(renamed.load("turned").is_contiguous());
    QVERIFY(at::equal(renamed.load("shaped"), m.view({3, 2, 1, 1})));
    for (const std::string& name : renamed.names())
        QVERIFY2(renamed.find(name) == tensorInfo(renamed.load(name)), name.c_str());
    QVERIFY(!renamed.contains("m"));
    QVERIFY(expectError([&] { renamed.load("m"); }).code() == ErrorCode::TensorMissing);
}

void SourcesTest::rangesOfRenamedTensors() {
    TempDir dir;
    save(dir / "f.safetensors", {{"m", at::arange(6, at::kFloat).view({3, 2})}, {"n", at::ones({1, 2})}});
    const RenamedSource renamed(SafetensorsFile::open(dir / "f.safetensors"),
                                {{"same", {.from = {"m"}, .shape = {6}}},
                                 {"rows", {.from = {"m"}, .rows = std::pair<std::int64_t, std::int64_t>{1, 3}}},
                                 {"joined", {.from = {"m", "n"}}},
                                 {"turned", {.from = {"m"}, .isTransposed = true}}});
    for (const char* name : {"same", "rows"})
        QCOMPARE(bytesAt(renamed.fileRange(name).value()), bytesOf(renamed.load(name)));
    QVERIFY(!renamed.fileRange("joined"));
    QVERIFY(!renamed.fileRange("turned"));
}

void SourcesTest::renamingChecksShapes() {
    const auto source = memory({{"m", at::ones({3, 2})}, {"v", at::ones({3})}, {"h", at::ones({1, 2}, at::kHalf)}});
    const auto codeOf = [&](RenamedTensor tensor) {
        return expectError([&] { RenamedSource(source, {{"x", tensor}}); }).code();
    };
    QVERIFY(codeOf({.from = {"absent"}}) == ErrorCode::TensorMissing);
    QVERIFY(codeOf({.from = {"m"}, .rows = std::pair<std::int64_t, std::int64_t>{2, 4}}) ==
            ErrorCode::TensorShapeMismatch);
    QVERIFY(codeOf({.from = {"v"}, .isTransposed = true}) == ErrorCode::TensorShapeMismatch);
    QVERIFY(codeOf({.from = {"m"}, .shape = {5}}) == ErrorCode::TensorShapeMismatch);
    QVERIFY(codeOf({.from = {"m", "v"}}) == ErrorCode::TensorShapeMismatch);
    QVERIFY(codeOf({.from = {"m", "h"}}) == ErrorCode::TensorShapeMismatch);
}

void SourcesTest::castsFloatsOnly() {
    TempDir dir;
    save(dir / "f.safetensors", {{"f", at::full({2}, 1.00001)}, {"h", at::ones({2}, at::kHalf)}, {"i", at::arange(2)}});
    const CastSource cast(SafetensorsFile::open(dir / "f.safetensors"), DType::F16);
    QVERIFY(cast.find("f")->dtype == DType::F16);
    QVERIFY(cast.find("i")->dtype == DType::I64);
    QVERIFY(at::equal(cast.load("f"), at::ones({2}, at::kHalf)));
    QVERIFY(cast.load("i").scalar_type() == at::kLong);
    QVERIFY(!cast.fileRange("f"));
    QVERIFY(cast.fileRange("h") && cast.fileRange("i"));
}

void SourcesTest::castsInPieces() {
    TempDir dir;
    const at::Tensor large = at::arange(2 * 2'500'001, at::kFloat).view({2, 2'500'001});
    save(dir / "f.safetensors", {{"large", large}, {"scalar", at::full({}, 3.0)}, {"empty", at::empty({0, 4})}});
    const CastSource cast(SafetensorsFile::open(dir / "f.safetensors"), DType::BF16);
    for (const std::string& name : cast.names()) {
        std::string pieces;
        cast.loadInPieces(name, [&](const at::Tensor& piece) { pieces += bytesOf(piece); });
        QVERIFY2(pieces == bytesOf(cast.load(name)), name.c_str());
    }
    writeSafetensors(cast, dir / "b.safetensors");
    const auto written = SafetensorsFile::open(dir / "b.safetensors");
    QVERIFY(at::equal(written->load("large"), large.to(at::kBFloat16)));
    QVERIFY(at::equal(written->load("scalar"), at::full({}, 3.0, at::kBFloat16)));
}

void SourcesTest::combines() {
    const CombinedSource both({memory({{"a", at::ones({1})}}), memory({{"b", at::ones({2})}, {"a", at::zeros({1})}})},
                              "both");
    QCOMPARE(both.names(), (std::vector<std::string>{"a", "b"}));
    QCOMPARE(both.load("a").item<float>(), 1.f);
    QCOMPARE(both.totalBytes(), std::int64_t{12});
    QVERIFY(expectError([&] { both.load("c"); }).code() == ErrorCode::TensorMissing);
}

void SourcesTest::readsShards() {
    TempDir dir;
    save(dir / "model-00001-of-00002.safetensors", {{"a", at::ones({1})}, {"unlisted", at::ones({1})}});
    save(dir / "model-00002-of-00002.safetensors", {{"b", at::zeros({2})}});
    writeFile(
        dir / "model.safetensors.index.json",
        R"({"metadata":{"total_size":12},"weight_map":{"a":"model-00001-of-00002.safetensors","b":"model-00002-of-00002.safetensors"}})");
    const auto source = ShardedSource::open(dir / "model.safetensors.index.json");
    QCOMPARE(source->names(), (std::vector<std::string>{"a", "b"}));
    QVERIFY(at::equal(source->load("b"), at::zeros({2})));
    QVERIFY(source->fileRange("a")->file.filename() == "model-00001-of-00002.safetensors");
    QCOMPARE(source->metadata().at("format"), std::string("pt"));
}

void SourcesTest::refusesIndexes_data() {
    QTest::addColumn<QByteArray>("shard");
    QTest::addColumn<QByteArray>("code");
    for (const char* shard :
         {"/etc/passwd", "../x.safetensors", "..\\\\x.safetensors", "a/b.safetensors", "pytorch_model.bin",
          "index.json", "", ".safetensors", ".hidden.safetensors", "c:x.safetensors", "x.safetensors\\u0000"})
        QTest::newRow(shard) << QByteArray(shard) << QByteArray("SafetensorsInvalid");
    QTest::newRow("absent") << QByteArray("absent.safetensors") << QByteArray("FileMissing");
    QTest::newRow("wrong shard") << QByteArray("other.safetensors") << QByteArray("SafetensorsInvalid");
}

void SourcesTest::refusesIndexes() {
    QFETCH(QByteArray, shard);
    QFETCH(QByteArray, code);
    TempDir dir;
    save(dir / "other.safetensors", {{"other", at::ones({1})}});
    writeFile(dir / "index.json", R"({"weight_map":{"w.key":")" + shard.toStdString() + "\"}}");
    const Error error = expectError([&] { ShardedSource::open(dir / "index.json"); });
    QCOMPARE(QByteArray(errorCodeName(error.code()).data()), code);
    const std::string message = error.what();
    if (code == "SafetensorsInvalid")
        QVERIFY2(message.find("index.json") != std::string::npos && message.find("w.key") != std::string::npos,
                 error.what());
    // Broken in itself.
    for (const char* text : {"[]", "{}", R"({"weight_map":[]})", R"({"weight_map":{"a":1}})",
                             R"({"weight_map":{"a":"x.safetensors","a":"x.safetensors"}})"}) {
        writeFile(dir / "broken.json", text);
        QVERIFY2(expectError([&] { ShardedSource::open(dir / "broken.json"); }).code() == ErrorCode::SafetensorsInvalid,
                 text);
    }
}

void SourcesTest::picksTheFile() {
    TempDir dir;
    const std::string base = "diffusion_pytorch_model";
    QVERIFY(expectError([&] { openWeights(dir / "absent", base); }).code() == ErrorCode::FolderMissing);
    const Error nothing = expectError([&] { openWeights(dir.path(), base); });
    QVERIFY(nothing.code() == ErrorCode::FileMissing);
    QVERIFY(std::string(nothing.what()).find("diffusion_pytorch_model.safetensors") != std::string::npos);
    save(dir / "diffusion_pytorch_model.fp16-00001-of-00001.safetensors", {{"sharded.fp16", at::ones({1})}});
    writeFile(dir / "diffusion_pytorch_model.safetensors.index.fp16.json",
              R"({"weight_map":{"sharded.fp16":"diffusion_pytorch_model.fp16-00001-of-00001.safetensors"}})");
    QVERIFY(openWeights(dir.path(), base)->contains("sharded.fp16"));
    save(dir / "diffusion_pytorch_model.fp16.safetensors", {{"fp16", at::ones({1})}});
    QVERIFY(openWeights(dir.path(), base)->contains("fp16"));
    save(dir / "diffusion_pytorch_model.safetensors", {{"plain", at::ones({1})}});
    QVERIFY(openWeights(dir.path(), base)->contains("plain"));
}

void SourcesTest::refusesPickles() {
    TempDir dir;
    writeFile(dir / "pytorch_model.bin", "x");
    const Error error = expectError([&] { openWeights(dir.path(), "model"); });
    QCOMPARE(errorCodeName(error.code()), errorCodeName(ErrorCode::PickleRefused));
    for (const char* part : {"pytorch_model.bin", "model.safetensors"})
        QVERIFY2(std::string(error.what()).find(part) != std::string::npos, error.what());
}

QTEST_APPLESS_MAIN(SourcesTest)
#include "sources_test.moc"
