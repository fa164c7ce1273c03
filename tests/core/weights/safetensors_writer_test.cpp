// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <fstream>

#include <sys/resource.h>

#include "core/weights/cast_source.h"
#include "core/weights/memory_source.h"
#include "core/weights/open_weights.h"
#include "core/weights/safetensors_file.h"
#include "core/weights/safetensors_writer.h"
#include "core/weights/sharded_source.h"
#include "core/weights/sharded_writer.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::test;

namespace {

MemorySource::Tensors threeTensors() {
    return {{"a", at::arange(6, at::kFloat).view({2, 3})},
            {"b", at::ones({4}, at::kHalf)},
            {"c", at::arange(3, at::kLong)}};
}

std::size_t entriesIn(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

std::set<std::string> namesIn(const std::filesystem::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.insert(entry.path().filename().string());
    return names;
}

/// VmHWM of this process: the most memory it ever had, in kB.
long peakMemoryKb() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stol(line.substr(6));
    return 0;
}

}  // namespace

class SafetensorsWriterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalsTheLibraryByteForByte();
    void keepsTheOrderAskedFor();
    void sameInputSameBytes();
    void tensorsInMemoryAndConverted();
    void metadataIsKept();
    void cancelLeavesNothing();
    void fullDiskLeavesTheOldFile();
    void refusesNamesTheFormatCannotHold();
    void missingFolder();
    void shardsAndIndex();
    void oneShardIsAPlainFile();
    void peakMemoryStaysSmall();
};

void SafetensorsWriterTest::equalsTheLibraryByteForByte() {
    const auto golden = goldenPath("weights/mixed.safetensors");
    TempDir dir;
    // Once copied from file to file, once from tensors in memory.
    writeSafetensors(*SafetensorsFile::open(golden), dir / "copied.safetensors");
    QVERIFY(readFile(dir / "copied.safetensors") == readFile(golden));
    MemorySource::Tensors tensors;
    const auto file = SafetensorsFile::open(golden);
    for (const std::string& name : file->names()) tensors[name] = file->load(name).clone();
    writeSafetensors(MemorySource(tensors), dir / "memory.safetensors");
    QVERIFY(readFile(dir / "memory.safetensors") == readFile(golden));
}

void SafetensorsWriterTest::keepsTheOrderAskedFor() {
    TempDir dir;
    const MemorySource source({{"x.0", at::ones({2}, at::kHalf)},
                               {"x.1", at::ones({2}, at::kBFloat16)},
                               {"wide", at::ones({1})},
                               {"y", at::ones({2}, at::kHalf)}});
    writeSafetensors(source, dir / "o.safetensors", {.order = {"y", "x.1", "x.0"}});
    const auto file = SafetensorsFile::open(dir / "o.safetensors");
    std::vector<std::pair<std::uint64_t, std::string>> order;
    for (const std::string& name : file->names()) order.emplace_back(file->fileRange(name)->offset, name);
    std::sort(order.begin(), order.end());
    QCOMPARE(order.size(), std::size_t{4});
    const char* const wanted[] = {"wide", "y", "x.1", "x.0"};
    for (std::size_t i = 0; i < order.size(); ++i) QCOMPARE(order[i].second, std::string(wanted[i]));
}

void SafetensorsWriterTest::sameInputSameBytes() {
    TempDir dir;
    writeSafetensors(MemorySource(threeTensors()), dir / "1.safetensors", {.metadata = {{"z", "1"}, {"a", "2"}}});
    writeSafetensors(MemorySource(threeTensors()), dir / "2.safetensors", {.metadata = {{"a", "2"}, {"z", "1"}}});
    QVERIFY(readFile(dir / "1.safetensors") == readFile(dir / "2.safetensors"));
}

void SafetensorsWriterTest::tensorsInMemoryAndConverted() {
    TempDir dir;
    auto memory = std::make_shared<MemorySource>(threeTensors());
    const auto bytes = writeSafetensors(CastSource(memory, DType::BF16), dir / "cast.safetensors");
    QCOMPARE(bytes, std::filesystem::file_size(dir / "cast.safetensors"));
    const auto file = SafetensorsFile::open(dir / "cast.safetensors");
    QVERIFY(file->find("a")->dtype == DType::BF16);
    QVERIFY(file->find("c")->dtype == DType::I64);
    QVERIFY(at::equal(file->load("a"), memory->load("a").to(at::kBFloat16)));
    QCOMPARE(file->dataOffset() % 8, std::uint64_t{0});
}

void SafetensorsWriterTest::metadataIsKept() {
    TempDir dir;
    writeSafetensors(MemorySource(threeTensors()), dir / "m.safetensors",
                     {.metadata = {{"segmoe_config", "{\"a\": \"ü\\n\"}"}, {"format", "other"}}});
    const auto metadata = SafetensorsFile::open(dir / "m.safetensors")->metadata();
    QCOMPARE(metadata.at("segmoe_config"), std::string("{\"a\": \"ü\\n\"}"));
    QCOMPARE(metadata.at("format"), std::string("pt"));
}

void SafetensorsWriterTest::cancelLeavesNothing() {
    TempDir dir;
    CancelToken cancel;
    int calls = 0;
    const auto cancelInTheMiddle = [&](const Progress&) {
        if (++calls == 2) cancel.cancel();
    };
    QVERIFY_EXCEPTION_THROWN(
        writeSafetensors(MemorySource(threeTensors()), dir / "c.safetensors", {}, cancel, cancelInTheMiddle),
        Cancelled);
    QCOMPARE(calls, 2);
    QCOMPARE(entriesIn(dir.path()), std::size_t{0});
}

void SafetensorsWriterTest::fullDiskLeavesTheOldFile() {
    TempDir dir;
    writeFile(dir / "d.safetensors", "old");
    // A limit on the size of files makes write() fail in the middle as a full disk does.
    rlimit old{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &old), 0);
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{64 * 1024, old.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    std::optional<Error> error;
    try {
        writeSafetensors(MemorySource({{"big", at::zeros({100'000})}}), dir / "d.safetensors");
    } catch (const Error& thrown) {
        error = thrown;
    }
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &old), 0);
    QVERIFY(error.has_value());
    QCOMPARE(errorCodeName(error->code()), errorCodeName(ErrorCode::DiskFull));
    QVERIFY(std::string(error->what()).find("d.safetensors") != std::string::npos);
    QCOMPARE(entriesIn(dir.path()), std::size_t{1});
    QCOMPARE(readFile(dir / "d.safetensors"), std::string("old"));
}

void SafetensorsWriterTest::refusesNamesTheFormatCannotHold() {
    TempDir dir;
    for (const std::string& name :
         {std::string(), std::string("a\0b", 3), std::string("\xFF"), std::string(1025, 'n')}) {
        const Error error = expectError([&] {
            writeSafetensors(MemorySource({{name, at::ones({1})}}), dir / "n.safetensors");
        });
        QCOMPARE(errorCodeName(error.code()), errorCodeName(ErrorCode::SafetensorsInvalid));
    }
    QCOMPARE(entriesIn(dir.path()), std::size_t{0});
}

void SafetensorsWriterTest::missingFolder() {
    TempDir dir;
    const Error error =
        expectError([&] { writeSafetensors(MemorySource(threeTensors()), dir / "no/such/f.safetensors"); });
    QCOMPARE(errorCodeName(error.code()), errorCodeName(ErrorCode::FolderMissing));
}

void SafetensorsWriterTest::shardsAndIndex() {
    TempDir dir;
    writeFile(dir / "model.safetensors", "an earlier state");
    const MemorySource source(threeTensors());
    writeShardedSafetensors(source, dir.path(), "model", {}, 24);
    QCOMPARE(namesIn(dir.path()),
             (std::set<std::string>{"model-00001-of-00003.safetensors", "model-00002-of-00003.safetensors",
                                    "model-00003-of-00003.safetensors", "model.safetensors.index.json"}));
    const auto read = openWeights(dir.path(), "model");
    QCOMPARE(read->names(), source.names());
    for (const std::string& name : source.names()) QVERIFY(at::equal(read->load(name), source.load(name)));
    QCOMPARE(nlohmann::json::parse(readFile(dir / "model.safetensors.index.json"))["metadata"]["total_size"].get<int>(),
             24 + 8 + 24);
    // Written again as one file: index and shards go.
    writeShardedSafetensors(source, dir.path(), "model");
    QCOMPARE(namesIn(dir.path()), std::set<std::string>{"model.safetensors"});
}

void SafetensorsWriterTest::oneShardIsAPlainFile() {
    TempDir dir;
    writeShardedSafetensors(MemorySource(threeTensors()), dir.path(), "diffusion_pytorch_model");
    QVERIFY(openWeights(dir.path(), "diffusion_pytorch_model")->contains("b"));
    QCOMPARE(entriesIn(dir.path()), std::size_t{1});
}

void SafetensorsWriterTest::peakMemoryStaysSmall() {
    TempDir dir;
    // 600 MB in twelve tensors, sparse on disk; half of them are converted on the way.
    std::string header = "{";
    const std::uint64_t bytes = 50'000'000;
    for (std::uint64_t i = 0; i < 12; ++i)
        header += (i ? ",\"t" : "\"t") + std::to_string(i) + R"(":{"dtype":")" + (i < 6 ? "F32" : "BF16") +
                  R"(","shape":[)" + std::to_string(bytes / (i < 6 ? 4 : 2)) + R"(],"data_offsets":[)" +
                  std::to_string(i * bytes) + "," + std::to_string((i + 1) * bytes) + "]}";
    header += "}";
    while (header.size() % 8 != 0) header += ' ';
    std::string prefix(8, '\0');
    const std::uint64_t length = header.size();
    std::memcpy(prefix.data(), &length, 8);
    writeFile(dir / "big.safetensors", prefix + header);
    std::filesystem::resize_file(dir / "big.safetensors", 8 + length + 12 * bytes);
    const long before = peakMemoryKb();
    writeSafetensors(CastSource(SafetensorsFile::open(dir / "big.safetensors"), DType::BF16),
                     dir / "small.safetensors");
    const long grown = peakMemoryKb() - before;
    qInfo("peak memory grew by %ld MB while 600 MB were read and 450 MB written", grown / 1000);
    QVERIFY(grown < 200'000);
}

QTEST_APPLESS_MAIN(SafetensorsWriterTest)
#include "safetensors_writer_test.moc"
