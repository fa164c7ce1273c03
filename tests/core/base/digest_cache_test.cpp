// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/base/digest_cache.h"

#include <QtTest/QtTest>

#include <fstream>

#include <nlohmann/json.hpp>

#include "tests/support/safetensors_bytes.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::test;

namespace {

constexpr const char* kAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";  // FIPS 180-4

}  // namespace

class DigestCacheTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void remembersAcrossPrograms() {
        const TempDir dir;
        writeFile(dir / "a.safetensors", safetensorsBytes("{}", "abc"));
        DigestCache first(dir / "home/deep/digests.json");
        QVERIFY(!first.find(dir / "a.safetensors"));
        QVERIFY(!std::filesystem::exists(dir / "home"));
        const FileDigests digests = first.compute(dir / "a.safetensors");
        QCOMPARE(digests.data, std::string(kAbc));

        DigestCache second(dir / "home/deep/digests.json");
        QVERIFY(second.find(dir / "a.safetensors") == digests);
        std::filesystem::create_symlink(dir / "a.safetensors", dir / "link.safetensors");
        QVERIFY(second.find(dir / "link.safetensors") == digests);
        QVERIFY(!second.find(dir / "nothing"));
        QVERIFY(!second.find(dir.path()));

        // A remembered digest is believed: the file is not read again.
        const auto changed = std::filesystem::last_write_time(dir / "a.safetensors");
        std::fstream(dir / "a.safetensors", std::ios::in | std::ios::out | std::ios::binary).seekp(-1, std::ios::end)
            << 'X';
        std::filesystem::last_write_time(dir / "a.safetensors", changed);
        QVERIFY(DigestCache(dir / "home/deep/digests.json").compute(dir / "a.safetensors") == digests);
    }

    void aChangedFileIsUnknown_data() {
        QTest::addColumn<QString>("change");
        for (const char* change : {"size", "time", "inode", "path"}) QTest::newRow(change) << change;
    }
    void aChangedFileIsUnknown() {
        QFETCH(QString, change);
        const TempDir dir;
        std::filesystem::path file = dir / "f";
        writeFile(file, "abc");
        const auto changed = std::filesystem::last_write_time(file);
        DigestCache cache(dir / "digests.json");
        QCOMPARE(cache.compute(file).sha256, std::string(kAbc));
        if (change == "size") std::ofstream(file, std::ios::app) << "d";
        if (change == "inode") {
            writeFile(dir / "g", "xyz");
            std::filesystem::rename(dir / "g", file);
        }
        if (change == "path") {
            std::filesystem::rename(file, dir / "moved");
            file = dir / "moved";
        }
        std::filesystem::last_write_time(file, change == "time" ? changed + std::chrono::nanoseconds(1) : changed);
        QVERIFY(!cache.find(file));
        QCOMPARE(cache.compute(file).sha256 == kAbc, change == "time" || change == "path");
        QVERIFY(cache.find(file).has_value());
    }

    void damageCountsAsEmpty_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << QByteArray(R"({"version":1,"files":[)");
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("other version") << QByteArray(R"({"version":2,"files":[]})");
        QTest::newRow("files is a number") << QByteArray(R"({"version":1,"files":7})");
        QTest::newRow("entries of other kinds") << QByteArray(R"({"version":1,"files":[1,null,"x",{"path":3}]})");
        QTest::newRow("binary") << QByteArray("\x00\xff\xfe", 3);
    }
    void damageCountsAsEmpty() {
        QFETCH(QByteArray, text);
        const TempDir dir;
        writeFile(dir / "f", "abc");
        writeFile(dir / "digests.json", text.toStdString());
        QVERIFY(!DigestCache(dir / "digests.json").find(dir / "f"));
        QCOMPARE(DigestCache(dir / "digests.json").compute(dir / "f").sha256, std::string(kAbc));
        QVERIFY(DigestCache(dir / "digests.json").find(dir / "f").has_value());
    }

    void aForgedDigestIsNotBelieved() {
        const TempDir dir;
        writeFile(dir / "f", "abc");
        DigestCache(dir / "digests.json").compute(dir / "f");
        auto document = nlohmann::json::parse(readFile(dir / "digests.json"));
        document["files"][0]["sha256"] = "BA78";
        writeFile(dir / "digests.json", document.dump());
        QVERIFY(!DigestCache(dir / "digests.json").find(dir / "f"));
    }

    void theOldestFallOut() {
        const TempDir dir;
        writeFile(dir / "f", "abc");
        writeFile(dir / "g", "abc");
        DigestCache(dir / "digests.json").compute(dir / "f");
        auto document = nlohmann::json::parse(readFile(dir / "digests.json"));
        nlohmann::json filler = document["files"][0];
        for (std::size_t i = 1; i < DigestCache::kMaxEntries; ++i) {
            filler["path"] = "/nowhere/" + std::to_string(i);
            document["files"].push_back(filler);
        }
        writeFile(dir / "digests.json", document.dump());
        DigestCache cache(dir / "digests.json");
        QVERIFY(cache.find(dir / "f").has_value());
        cache.compute(dir / "g");
        QVERIFY(cache.find(dir / "g").has_value());
        QVERIFY(!cache.find(dir / "f").has_value());
        const auto after = nlohmann::json::parse(readFile(dir / "digests.json"));
        QCOMPARE(after["files"].size(), DigestCache::kMaxEntries);
    }

    void twoProgramsShareTheFile() {
        const TempDir dir;
        writeFile(dir / "f", "abc");
        writeFile(dir / "g", "abcd");
        DigestCache one(dir / "digests.json");
        DigestCache other(dir / "digests.json");
        QVERIFY(!one.find(dir / "f"));
        QVERIFY(!other.find(dir / "f"));
        one.compute(dir / "f");
        other.compute(dir / "g");
        DigestCache third(dir / "digests.json");
        QVERIFY(third.find(dir / "f") && third.find(dir / "g"));
    }

    void aPlaceThatCannotBeWrittenCostsOnlyTheMemory() {
        const TempDir dir;
        writeFile(dir / "f", "abc");
        writeFile(dir / "file", "");
        DigestCache cache(dir / "file/digests.json");
        QCOMPARE(cache.compute(dir / "f").sha256, std::string(kAbc));
        QVERIFY(cache.find(dir / "f").has_value());
    }

    void cancelAndMissingFiles() {
        const TempDir dir;
        writeFile(dir / "f", "abc");
        CancelToken cancel;
        cancel.cancel();
        DigestCache cache(dir / "digests.json");
        QVERIFY_EXCEPTION_THROWN(cache.compute(dir / "f", cancel), Cancelled);
        QVERIFY(!std::filesystem::exists(dir / "digests.json"));
        QVERIFY(expectError([&] { cache.compute(dir / "nothing"); }).code() == ErrorCode::FileMissing);
    }
};

QTEST_APPLESS_MAIN(DigestCacheTest)
#include "digest_cache_test.moc"
