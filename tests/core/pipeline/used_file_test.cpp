// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/used_file.h"

#include <QtTest/QtTest>

#include "tests/support/safetensors_bytes.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::pipeline;
using test::TempDir;

namespace {

const std::string kClaim = "5b0a6ffa0e682d7212e9ca4e0bf20a73d16ee814ecaabf880779d0c879d2ac4d";

/// A valid file larger than what is read at once; its zeros take no room on the disk.
std::filesystem::path largeFile(const TempDir& dir, const std::string& modelHash) {
    const std::uintmax_t bytes = kHashAtOnceBytes + 4;
    const std::string header = R"({"__metadata__":{"sshs_model_hash":")" + modelHash +
                               R"("},"a":{"dtype":"U8","shape":[)" + std::to_string(bytes) + R"(],"data_offsets":[0,)" +
                               std::to_string(bytes) + "]}}";
    const std::filesystem::path file = dir / "large.safetensors";
    test::writeFile(file, test::safetensorsBytes(header, ""));
    std::filesystem::resize_file(file, std::filesystem::file_size(file) + bytes);
    return file;
}

FileDigests lookedUp(UsedFile::Role role, const std::filesystem::path& file, DigestCache& cache) {
    std::vector<UsedFile> files = {{role, -1, "x", file, {}}};
    lookUpDigests(files, cache, {});
    return files.front().digests;
}

}  // namespace

class UsedFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void smallFilesAreReadAtOnce() {
        const TempDir dir;
        DigestCache cache(dir / "digests.json");
        test::writeFile(dir / "small.safetensors", test::safetensorsBytes("{}", "abc"));
        const FileDigests digests = lookedUp(UsedFile::Role::Model, dir / "small.safetensors", cache);
        QCOMPARE(digests.sha256.size(), std::size_t(64));
        QCOMPARE(autoV3(digests), std::string("ba7816bf8f01"));  // SHA-256 of "abc"
        QVERIFY(cache.find(dir / "small.safetensors") == digests);
    }

    void noRenderWaitsForALargeFile() {
        const TempDir dir;
        DigestCache cache(dir / "digests.json");
        const std::filesystem::path file = largeFile(dir, kClaim);
        QVERIFY(lookedUp(UsedFile::Role::Model, file, cache) == FileDigests{});
        // A LoRA's own word about its data is taken, its file's digest stays unknown.
        QVERIFY(lookedUp(UsedFile::Role::Lora, file, cache) == (FileDigests{{}, kClaim}));
        QVERIFY(!std::filesystem::exists(dir / "digests.json"));
        const FileDigests computed = cache.compute(file);
        QVERIFY(lookedUp(UsedFile::Role::Model, file, cache) == computed);
        QVERIFY(lookedUp(UsedFile::Role::Lora, file, cache) == computed);
        QVERIFY(computed.data != kClaim);
    }

    void aClaimThatIsNoDigestIsPassedOver() {
        const TempDir dir;
        DigestCache cache(dir / "digests.json");
        QVERIFY(lookedUp(UsedFile::Role::Lora, largeFile(dir, "0x1234"), cache) == FileDigests{});
    }

    void whatCannotBeReadStaysUnknown() {
        const TempDir dir;
        DigestCache cache(dir / "digests.json");
        QVERIFY(lookedUp(UsedFile::Role::Model, dir / "nothing.safetensors", cache) == FileDigests{});
        QVERIFY(lookedUp(UsedFile::Role::Model, {}, cache) == FileDigests{});
        std::filesystem::create_directory(dir / "folder");
        QVERIFY(lookedUp(UsedFile::Role::Lora, dir / "folder", cache) == FileDigests{});
    }

    void aFolderIsKnownByItsUnet() {
        const TempDir dir;
        QVERIFY(identityFile(ModelRef::parse(test::goldenPath("models/sd1").string())) ==
                test::goldenPath("models/sd1/unet/diffusion_pytorch_model.safetensors"));
        std::filesystem::create_directories(dir / "m/unet");
        QVERIFY(identityFile(ModelRef::parse((dir / "m").string())).empty());
        test::writeFile(dir / "m/unet/diffusion_pytorch_model.safetensors.index.json",
                        R"({"metadata":{},"weight_map":{"a":"x-00001-of-00002.safetensors",)"
                        R"("b":"x-00002-of-00002.safetensors","c":"x-00001-of-00002.safetensors"}})");
        QVERIFY(identityFile(ModelRef::parse((dir / "m").string())) == dir / "m/unet/x-00002-of-00002.safetensors");
        test::writeFile(dir / "m/unet/diffusion_pytorch_model.safetensors", test::safetensorsBytes("{}", ""));
        QVERIFY(identityFile(ModelRef::parse((dir / "m").string())) ==
                dir / "m/unet/diffusion_pytorch_model.safetensors");
    }
};

QTEST_APPLESS_MAIN(UsedFileTest)
#include "used_file_test.moc"
