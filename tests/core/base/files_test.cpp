// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <csignal>

#include <sys/resource.h>

#include "core/base/atomic_file.h"
#include "core/base/hashing.h"
#include "core/base/mapped_file.h"
#include "core/base/message_digest.h"
#include "tests/support/safetensors_bytes.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::test;

namespace {

std::size_t entriesIn(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

std::string textOf(const MappedFile& file) { return {reinterpret_cast<const char*>(file.data()), file.size()}; }

}  // namespace

class FilesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mapsAFile();
    void mapsAnEmptyFile();
    void noticesRewritingAndShrinking();
    void atomicFileAppearsWhole();
    void atomicFileLeavesNothingWithoutCommit();
    void atomicFileCopiesRanges();
    void atomicFileKeepsAMappedTarget();
    void atomicFileErrors();
    void longNames();
    void sha256OfKnownTexts_data();
    void sha256OfKnownTexts();
    void sha256InPiecesAndOfFiles();
    void shortHashes();
};

void FilesTest::mapsAFile() {
    TempDir dir;
    writeFile(dir / "f", "content");
    const auto file = MappedFile::open(dir / "f");
    QCOMPARE(textOf(*file), std::string("content"));
    std::array<std::byte, 3> part{};
    file->read(4, part);
    QCOMPARE(std::string(reinterpret_cast<const char*>(part.data()), 3), std::string("ent"));
    file->dropPages(0, file->size());
    QCOMPARE(textOf(*file), std::string("content"));
    file->checkUnchanged();
}

void FilesTest::mapsAnEmptyFile() {
    TempDir dir;
    writeFile(dir / "f", "");
    QCOMPARE(MappedFile::open(dir / "f")->size(), std::uint64_t{0});
}

void FilesTest::noticesRewritingAndShrinking() {
    TempDir dir;
    writeFile(dir / "f", "content");
    const auto file = MappedFile::open(dir / "f");
    std::filesystem::last_write_time(dir / "f", std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
    QVERIFY(expectError([&] { file->checkUnchanged(); }).code() == ErrorCode::ContentChanged);
    std::filesystem::resize_file(dir / "f", 2);
    std::array<std::byte, 7> part{};
    const Error error = expectError([&] { file->read(0, part); });
    QVERIFY(error.code() == ErrorCode::ContentChanged);
    QVERIFY(std::string(error.what()).find((dir / "f").string()) != std::string::npos);
}

void FilesTest::atomicFileAppearsWhole() {
    TempDir dir;
    AtomicFile file(dir / "f");
    file.write("one ");
    file.write("two");
    QVERIFY(!std::filesystem::exists(dir / "f"));
    QVERIFY(file.temporary().filename().string().starts_with(".f.segmoe-part-"));
    file.commit();
    QCOMPARE(readFile(dir / "f"), std::string("one two"));
    QCOMPARE(file.written(), std::uint64_t{7});
    QCOMPARE(entriesIn(dir.path()), std::size_t{1});
}

void FilesTest::atomicFileLeavesNothingWithoutCommit() {
    TempDir dir;
    writeFile(dir / "f", "old");
    {
        AtomicFile file(dir / "f");
        file.write("new");
    }
    QCOMPARE(readFile(dir / "f"), std::string("old"));
    QCOMPARE(entriesIn(dir.path()), std::size_t{1});
}

void FilesTest::atomicFileCopiesRanges() {
    TempDir dir;
    writeFile(dir / "source", std::string(10'000'000, 'a') + "middle" + std::string(100, 'b'));
    const auto source = MappedFile::open(dir / "source");
    AtomicFile file(dir / "f");
    file.write("<");
    file.copyFrom(*source, 9'999'999, 8);
    file.copyFrom(*source, 0, 10'000'000);
    file.commit();
    QCOMPARE(readFile(dir / "f"), "<amiddleb" + std::string(10'000'000, 'a'));
    // Beyond the end: the source is said to have changed, nothing appears.
    AtomicFile beyond(dir / "g");
    QVERIFY(expectError([&] { beyond.copyFrom(*source, source->size() - 1, 2); }).code() == ErrorCode::ContentChanged);
}

void FilesTest::atomicFileKeepsAMappedTarget() {
    TempDir dir;
    writeFile(dir / "f", "old");
    const auto old = MappedFile::open(dir / "f");
    writeFileAtomically(dir / "f", "new content");
    QCOMPARE(textOf(*old), std::string("old"));
    old->checkUnchanged();
    QCOMPARE(readFile(dir / "f"), std::string("new content"));
}

void FilesTest::atomicFileErrors() {
    TempDir dir;
    QVERIFY(expectError([&] { writeFileAtomically(dir / "no/f", "x"); }).code() == ErrorCode::FolderMissing);
    std::filesystem::create_directory(dir / "folder");
    QVERIFY(expectError([&] { writeFileAtomically(dir / "folder", "x"); }).code() == ErrorCode::NotWritable);
    QVERIFY(expectError([&] { writeFileAtomically("/proc/segmoe", "x"); }).code() != ErrorCode::InternalError);
    rlimit old{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &old), 0);
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{1000, old.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    std::optional<Error> error;
    try {
        writeFileAtomically(dir / "f", std::string(2000, 'x'));
    } catch (const Error& thrown) {
        error = thrown;
    }
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &old), 0);
    QVERIFY(error && error->code() == ErrorCode::DiskFull);
    QVERIFY(!std::filesystem::exists(dir / "f"));
}

void FilesTest::longNames() {
    TempDir dir;
    const std::string name(255, 'n');
    writeFileAtomically(dir / name, "x");
    QCOMPARE(readFile(dir / name), std::string("x"));
}

void FilesTest::sha256OfKnownTexts_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("digest");
    // FIPS 180-4 examples.
    QTest::newRow("empty") << QByteArray()
                           << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("abc") << QByteArray("abc")
                         << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("448 bits") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                              << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

void FilesTest::sha256OfKnownTexts() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, digest);
    MessageDigest sha(MessageDigest::Method::Sha256);
    sha.update(std::as_bytes(std::span(text.constData(), static_cast<std::size_t>(text.size()))));
    QCOMPARE(QByteArray::fromStdString(sha.finish()), digest);
}

void FilesTest::sha256InPiecesAndOfFiles() {
    TempDir dir;
    // A million times "a": the third example of FIPS 180-4.
    const std::string million(1'000'000, 'a');
    const std::string digest = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
    MessageDigest sha(MessageDigest::Method::Sha256);
    for (int i = 0; i < 1000; ++i) sha.update(std::as_bytes(std::span(million).first(1000)));
    QCOMPARE(sha.finish(), digest);
    writeFile(dir / "f", million);
    double fraction = 0;
    QCOMPARE(fileDigests(dir / "f", {}, [&](const Progress& progress) { fraction = progress.fraction; }).sha256,
             digest);
    QCOMPARE(fraction, 1.0);
    CancelToken cancel;
    cancel.cancel();
    QVERIFY_EXCEPTION_THROWN(fileDigests(dir / "f", cancel), Cancelled);
}

void FilesTest::shortHashes() {
    TempDir dir;
    QCOMPARE(autoV2("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"), std::string("cdc76e5c99"));
    // The data after the header is "abc", whatever the header says.
    for (const char* header : {"{}", R"({"__metadata__":{"a":"b"}}  )"}) {
        writeFile(dir / "f.safetensors", safetensorsBytes(header, "abc"));
        QCOMPARE(autoV3(fileDigests(dir / "f.safetensors")), std::string("ba7816bf8f01"));
    }
    // A header longer than one buffer, and files without one.
    writeFile(dir / "f.safetensors", safetensorsBytes("{" + std::string(1'500'000, ' ') + "}", "abc"));
    QCOMPARE(autoV3(fileDigests(dir / "f.safetensors")), std::string("ba7816bf8f01"));
    writeFile(dir / "f.safetensors", lengthPrefix(3) + "{}");
    QCOMPARE(autoV3(fileDigests(dir / "f.safetensors")), std::string());
    writeFile(dir / "f.png", safetensorsBytes("{}", "abc"));
    QCOMPARE(autoV3(fileDigests(dir / "f.png")), std::string());
}

QTEST_APPLESS_MAIN(FilesTest)
#include "files_test.moc"
