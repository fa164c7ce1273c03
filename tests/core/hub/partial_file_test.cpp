// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/partial_file.h"

#include <QtTest/QtTest>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/hub/content_digest.h"
#include "core/hub/file_lock.h"
#include "core/hub/range_answer.h"
#include "core/hub/sidecar.h"
#include "core/hub/transfer_meter.h"
#include "tests/core/hub/fake_clock.h"
#include "tests/core/hub/private_mounts.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::hub;
namespace fs = std::filesystem;

namespace {

const FileSource kSource{"https://hub.example", "org/name", std::string(40, 'c'), "unet/a.safetensors", {}, {}};

ExpectedContent content(std::uint64_t size, char etag = 'e') {
    const std::string name(64, etag);
    return {size, DigestKind::Sha256, name, name};
}

std::span<const std::byte> bytesOf(const std::string& text) { return std::as_bytes(std::span(text)); }

std::vector<fs::path> filesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
    return files;
}

fs::path only(const fs::path& folder, const std::string& end, bool isSidecar) {
    for (const fs::path& file : filesIn(folder))
        if (file.string().ends_with(end) && file.string().ends_with(".json.incomplete") == isSidecar) return file;
    return {};
}

/// A partial file of ten bytes whose owner has gone.
void leave(const fs::path& target, const ExpectedContent& expected) {
    PartialFile partial = PartialFile::open(target, kSource, expected);
    partial.append(bytesOf("0123456789"));
    partial.setStorageEtag("\"s\"");
}

/// Rewrites the sidecar.
void edit(const fs::path& folder, const std::function<void(Sidecar&)>& change) {
    const fs::path file = only(folder, ".incomplete", true);
    Sidecar sidecar = *Sidecar::readFrom(file);
    change(sidecar);
    sidecar.writeTo(file);
}

/// Fills a disk of one megabyte with a download, makes room, and goes on. The exit code of a child: 0 = as it should
/// be.
int fillSmallDisk(const fs::path& folder) {
    if (!test::hasOwnMounts() || !test::mountDisk(folder, "size=1m")) return test::kNoMount;
    const ExpectedContent expected = content(2'000'000);
    const std::string piece(100'000, 'x');
    try {
        try {
            PartialFile partial = PartialFile::open(folder / "blob", kSource, expected);
            for (int i = 0; i < 20; ++i) partial.append(bytesOf(piece));
            return 1;
        } catch (const Error& error) {
            if (error.code() != ErrorCode::DiskFull) return 2;
        }
        const std::uint64_t kept = PartialFile::lengthOfLeftover(folder / "blob", expected);
        if (kept == 0 || fs::exists(folder / "blob")) return 3;
        if (!test::mountDisk(folder, "size=8m", MS_REMOUNT)) return 4;
        PartialFile partial = PartialFile::open(folder / "blob", kSource, expected);
        if (partial.length() != kept) return 5;
        partial.append(bytesOf(std::string(2'000'000 - kept, 'x')));
        return partial.publish() && filesIn(folder).size() == 1 ? 0 : 6;
    } catch (...) {
        return 7;
    }
}

}  // namespace

class PartialFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesOnWhereTheLastOneStopped() {
        test::TempDir folder;
        leave(folder / "blob", content(20));
        // A kill may have come while a description was written, or between two steps of taking over.
        std::string unfinished = only(folder.path(), ".incomplete", true).string();
        test::writeFile(unfinished.replace(unfinished.size() - 10, 0, "0123abcd."), "{");
        fs::copy_file(only(folder.path(), ".incomplete", true), folder / "blob.00000000.json.incomplete");
        QCOMPARE(PartialFile::lengthOfLeftover(folder / "blob", content(20)), std::uint64_t(10));
        {
            PartialFile partial = PartialFile::open(folder / "blob", kSource, content(20));
            QCOMPARE(partial.length(), std::uint64_t(10));
            QVERIFY(partial.storageEtag() == "\"s\"");
            partial.append(bytesOf("abcdefghij"));
            QVERIFY(partial.publish());
        }
        QVERIFY(test::readFile(folder / "blob") == "0123456789abcdefghij");
        QCOMPARE(filesIn(folder.path()).size(), std::size_t(1));
    }
    void whatIsNotOursIsLeftAlone_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("isAdopted");
        QTest::newRow("F35 another etag") << 0 << false;
        QTest::newRow("F44 without description") << 1 << false;
        QTest::newRow("F44 a link") << 2 << false;
        QTest::newRow("F44 a pipe") << 3 << false;
        QTest::newRow("F44 cut short") << 4 << true;
        QTest::newRow("F44 longer than the size") << 5 << true;
        QTest::newRow("owner alive") << 6 << false;
        QTest::newRow("number of the owner used again") << 7 << true;
        QTest::newRow("another boot") << 8 << true;
        QTest::newRow("description is junk") << 9 << false;
        QTest::newRow("two names") << 10 << false;
    }
    void whatIsNotOursIsLeftAlone() {
        QFETCH(int, kind);
        QFETCH(bool, isAdopted);
        test::TempDir folder;
        const fs::path target = folder / "blob";
        leave(target, content(20, kind == 0 ? 'a' : 'e'));
        const fs::path partial = only(folder.path(), ".incomplete", false);
        const fs::path sidecar = only(folder.path(), ".incomplete", true);
        std::uint64_t length = 0;
        switch (kind) {
            case 1: fs::remove(sidecar); break;
            case 2:
                fs::rename(partial, folder / "elsewhere");
                fs::create_symlink(folder / "elsewhere", partial);
                break;
            case 3:
                fs::remove(partial);
                QCOMPARE(::mkfifo(partial.c_str(), 0600), 0);
                break;
            case 4: fs::resize_file(partial, length = 4); break;
            case 5: fs::resize_file(partial, 21); break;
            // The parent of this process is alive.
            case 6:
                edit(folder.path(), [](Sidecar& s) {
                    s.owner = ProcessMark::ofThisProcess();
                    s.owner.pid = ::getppid();
                    std::string line = test::readFile("/proc/" + std::to_string(s.owner.pid) + "/stat");
                    std::istringstream fields(line.substr(line.rfind(')') + 1));
                    for (int i = 3; i <= 22; ++i) fields >> s.owner.started;
                });
                break;
            case 7:
                edit(folder.path(), [](Sidecar& s) {
                    s.owner = ProcessMark::ofThisProcess();
                    s.owner.pid = ::getppid();
                    s.owner.started = "1";
                });
                length = 10;
                break;
            case 8:
                edit(folder.path(), [](Sidecar& s) {
                    s.owner.bootId = "another";
                    s.durable = 7;
                });
                length = 7;
                break;
            case 9: test::writeFile(sidecar, "{\"schema\":1,"); break;
            case 10: fs::create_hard_link(partial, folder / "twin"); break;
            default: break;
        }
        const auto before = filesIn(folder.path()).size();
        {
            PartialFile mine = PartialFile::open(target, kSource, content(20));
            QCOMPARE(mine.length(), length);
            QVERIFY(isAdopted || filesIn(folder.path()).size() == before + 2);
            QVERIFY(mine.path() != partial);
            mine.append(bytesOf(std::string(20 - length, 'x')));
            QVERIFY(mine.publish());
        }
        QCOMPARE(test::readFile(target).size(), std::size_t(20));
        if (kind == 2) QVERIFY(test::readFile(folder / "elsewhere") == "0123456789");
        QCOMPARE(filesIn(folder.path()).size(), isAdopted ? std::size_t(1) : before + 1);
    }
    void openOnesAreNotTaken() {
        test::TempDir folder;
        PartialFile first = PartialFile::open(folder / "blob", kSource, content(20));
        first.append(bytesOf("0123456789"));
        PartialFile second = PartialFile::open(folder / "blob", kSource, content(20));
        QCOMPARE(second.length(), std::uint64_t(0));
        QVERIFY(first.path() != second.path());
        second.append(bytesOf("abcdefghijabcdefghij"));
        QVERIFY(second.publish());
        first.append(bytesOf("abcdefghij"));
        QVERIFY(first.publish());
        QVERIFY(test::readFile(folder / "blob") == "0123456789abcdefghij");
    }
    void tidiedAwayUnderOurHands() {
        test::TempDir folder;
        PartialFile partial = PartialFile::open(folder / "blob", kSource, content(4));
        partial.append(bytesOf("abcd"));
        for (const fs::path& file : filesIn(folder.path())) fs::remove(file);
        QVERIFY(!partial.publish());
        test::writeFile(folder / "blob", "abcd");
        QVERIFY(partial.publish());
    }
    void sidecarKnowsNoSecret() {
        test::TempDir folder;
        leave(folder / "blob", content(20));
        const std::string text = test::readFile(only(folder.path(), ".incomplete", true));
        for (const char* word : {"\"schema\":1", "org/name", "\"pid\":0", "\"etagKind\":\"sha256\""})
            QVERIFY2(text.find(word) != std::string::npos, word);
        for (const char* word : {"token", "?", "Authorization"}) QVERIFY2(text.find(word) == std::string::npos, word);
    }
    void leftoversCanBeRemoved() {
        test::TempDir folder;
        leave(folder / "blob", content(20));
        leave(folder / "other", content(20));
        test::writeFile(folder / "blob.incomplete", "of another program");
        PartialFile::removeLeftovers(folder / "blob");
        QCOMPARE(filesIn(folder.path()).size(), std::size_t(3));
    }
    void diskTroubleHasItsCode() {
        if (::geteuid() != 0) {
            test::TempDir locked;
            fs::permissions(locked.path(), fs::perms::owner_read | fs::perms::owner_exec);
            QCOMPARE(test::expectError([&] { PartialFile::open(locked / "blob", kSource, content(2)); }).code(),
                     ErrorCode::NotWritable);
            fs::permissions(locked.path(), fs::perms::owner_all);
        }
        test::TempDir folder;
        QCOMPARE(test::expectError([&] { PartialFile::open(folder / "no" / "blob", kSource, content(2)); }).code(),
                 ErrorCode::FolderMissing);
    }
    void largestFileOfTheDisk() {
        // F41: in a child, since the limit holds for a whole process.
        test::TempDir folder;
        const pid_t child = ::fork();
        if (child == 0) {
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{8192, 8192};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            int code = 1;
            try {
                PartialFile partial = PartialFile::open(folder / "blob", kSource, content(100'000));
                partial.append(bytesOf(std::string(8192, 'x')));
                partial.append(bytesOf("x"));
            } catch (const Error& error) {
                code = error.code() == ErrorCode::FileTooBigForDisk ? 0 : 2;
            } catch (...) {
                code = 3;
            }
            ::_exit(code);
        }
        int status = -1;
        ::waitpid(child, &status, 0);
        QCOMPARE(status, 0);
        QCOMPARE(PartialFile::lengthOfLeftover(folder / "blob", content(100'000)), std::uint64_t(8192));
        QVERIFY(!fs::exists(folder / "blob"));
    }
    void fullDisks() {
        // F40: a disk of one megabyte, in a child with a mount table of its own.
        test::TempDir folder;
        const int status = test::inChild([&] { return fillSmallDisk(folder.path()); });
        if (status == test::kNoMount) QSKIP("this process may not mount a small disk");
        QCOMPARE(status, 0);
    }
    void digestsAreTheSourcesOwn() {
        const std::string hello = "Hello, World!";
        ContentDigest git(DigestKind::GitSha1, hello.size());
        git.update(bytesOf(hello));
        QVERIFY(git.finish() == "b45ef6fec89518d314f546fd6c3025367b721684");
        ContentDigest sha(DigestKind::Sha256, 0);
        sha.update(bytesOf("ab"));
        sha.update(bytesOf("c"));
        QVERIFY(sha.finish() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
    void contentRanges_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("good") << "bytes 5-9/10" << true;
        for (const char* text :
             {"bytes */10", "bytes 5-9/*", "bytes 9-5/10", "bytes 5-10/10", "items 5-9/10", "bytes 5-9/10x", "",
              "bytes -9/10", "bytes 5-99999999999999999999/10", "bytes  5-9/10"})
            QTest::newRow(text) << QString(text) << false;
    }
    void contentRanges() {
        QFETCH(QString, text);
        QFETCH(bool, isGood);
        QCOMPARE(parseContentRange(text.toStdString()).has_value(), isGood);
    }
    void locksAreShared() {
        test::TempDir folder;
        test::FakeClock clock;
        const auto first = std::make_unique<FileLock>(folder / "x.lock", clock, CancelToken());
        QVERIFY(first->isHeld());
        // F49: a holder that hangs keeps nobody for longer than ten seconds.
        const FileLock second(folder / "x.lock", clock, {});
        QVERIFY(!second.isHeld());
        long waited = 0;
        for (const long wait : clock.waits()) waited += wait;
        QCOMPARE(waited, 10'000L);
        QVERIFY(fs::exists(folder / "x.lock"));
    }
    void speedIsOfTheLastSeconds() {
        TransferMeter meter;
        const TransferMeter::Time start{};
        QCOMPARE(meter.etaSeconds(100), -1.0);
        for (int i = 0; i <= 100; ++i)
            meter.add(start + std::chrono::milliseconds(100 * i),
                      static_cast<unsigned>(i < 50 ? i : 50 + (i - 50) * 10));
        QVERIFY(std::abs(meter.bytesPerSecond() - 100.0) < 5.0);
        QVERIFY(std::abs(meter.etaSeconds(1550) - 10.0) < 0.6);
        meter.add(start + std::chrono::seconds(11), 0);
        QCOMPARE(meter.bytesPerSecond(), 0.0);
    }
};

QTEST_APPLESS_MAIN(PartialFileTest)
#include "partial_file_test.moc"
