// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/store/file_copies.h"

#include <chrono>

#include <sys/wait.h>
#include <unistd.h>

#include <QtTest/QtTest>

#include "core/base/error.h"
#include "core/store/file_move.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::store;
namespace fs = std::filesystem;

namespace {

const std::string kContent(3 * 1024 * 1024 + 17, 'm');

struct Pair {
    test::TempDir home, models;
    fs::path keep = models / "keep.safetensors", copy = models / "copy.safetensors";
    DigestCache cache{home / "digests.json"};

    Pair() {
        test::writeFile(keep, kContent);
        test::writeFile(copy, kContent);
    }
    bool shares() const { return fileNode(keep)->isSameAs(*fileNode(copy)); }
    std::size_t entries() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(models.path()), fs::directory_iterator()));
    }
};

/// Of the Error that the work throws; nothing when it throws none.
std::optional<Error> errorOf(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

}  // namespace

class FileCopiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void joinedCopiesShareTheirRoom() {
        Pair pair;
        double last = 0.0;
        joinCopy(pair.keep, pair.copy, pair.cache, {}, [&](const Progress& now) { last = now.fraction; });
        QVERIFY(pair.shares());
        QCOMPARE(last, 1.0);
        QCOMPARE(fileNode(pair.keep)->links, std::uint64_t{2});
        QCOMPARE(test::readFile(pair.copy), kContent);
        QCOMPARE(pair.entries(), std::size_t{2});
        // Its digest is known without reading it again.
        QVERIFY(DigestCache(pair.home / "digests.json").find(pair.copy).has_value());
        // Once more changes nothing.
        joinCopy(pair.keep, pair.copy, pair.cache, {}, {});
        QCOMPARE(fileNode(pair.keep)->links, std::uint64_t{2});
    }

    void whatDiffersIsNotJoined_data() {
        QTest::addColumn<QString>("how");
        QTest::newRow("a byte in the middle") << "byte";
        QTest::newRow("a byte that a remembered digest hides") << "hidden";
        QTest::newRow("shorter") << "shorter";
    }
    void whatDiffersIsNotJoined() {
        QFETCH(QString, how);
        Pair pair;
        std::string other = kContent;
        if (how == "shorter")
            other.pop_back();
        else
            other[other.size() / 2] = 'x';
        test::writeFile(pair.copy, other);
        // A cache that is wrong, as after a disk that lies about times: the bytes decide.
        if (how == "hidden") pair.cache.note(pair.copy, pair.cache.compute(pair.keep));
        const auto error = errorOf([&] { joinCopy(pair.keep, pair.copy, pair.cache, {}, {}); });
        QVERIFY(error.has_value());
        QCOMPARE(error->code(), ErrorCode::ContentChanged);
        QVERIFY(!pair.shares());
        QCOMPARE(test::readFile(pair.copy), other);
        QCOMPARE(test::readFile(pair.keep), kContent);
        QCOMPARE(pair.entries(), std::size_t{2});
        QVERIFY(errorOf([&] { checkSameContent(pair.keep, pair.copy, pair.cache, {}, {}); }).has_value());
    }

    void whatChangesMeanwhileStays() {
        for (const bool replaced : {false, true}) {
            Pair pair;
            const std::string other = kContent + "more";
            const auto error = errorOf([&] {
                joinCopy(pair.keep, pair.copy, pair.cache, {}, [&](const Progress& now) {
                    if (now.fraction < 1.0) return;
                    // Somebody writes into it, or puts another file in its place, at the last moment.
                    if (replaced) fs::remove(pair.copy);
                    test::writeFile(pair.copy, other);
                });
            });
            QVERIFY(error.has_value());
            QCOMPARE(error->code(), ErrorCode::ContentChanged);
            QCOMPARE(test::readFile(pair.copy), other);
            QCOMPARE(pair.entries(), std::size_t{2});
        }
    }

    void aStopLeavesBoth() {
        Pair pair;
        CancelToken cancel;
        bool isCancelled = false;
        try {
            joinCopy(pair.keep, pair.copy, pair.cache, cancel, [&](const Progress&) { cancel.cancel(); });
        } catch (const Cancelled&) {
            isCancelled = true;
        }
        QVERIFY(isCancelled);
        QVERIFY(!pair.shares());
        QCOMPARE(pair.entries(), std::size_t{2});
    }

    void leftoversOfAnInterruptedJoinAreOverwritten() {
        Pair pair;
        fs::create_hard_link(pair.keep, pair.models / ".copy.safetensors.joining");
        joinCopy(pair.keep, pair.copy, pair.cache, {}, {});
        QVERIFY(pair.shares());
        QCOMPARE(pair.entries(), std::size_t{2});
    }

    void otherDisksAndMissingFilesAreNamed() {
        Pair pair;
        // A file of another file system that is there on every Linux.
        const auto far = errorOf([&] { joinCopy("/proc/self/mounts", pair.copy, pair.cache, {}, {}); });
        QVERIFY(far.has_value());
        QCOMPARE(far->code(), ErrorCode::RequestInvalid);
        QVERIFY(std::string(far->what()).find("different disks") != std::string::npos);
        const auto gone = errorOf([&] { joinCopy(pair.keep, pair.models / "no", pair.cache, {}, {}); });
        QVERIFY(gone.has_value());
        QCOMPARE(gone->code(), ErrorCode::FileMissing);
        QVERIFY(!fileNode(pair.models.path()).has_value());
        fs::create_symlink(pair.keep, pair.models / "link");
        QVERIFY(fileNode(pair.models / "link")->isSymlink);
        QVERIFY(fileNode(pair.models / "link")->isSameAs(*fileNode(pair.keep)));
    }

    void aKillNeverLosesAFile() {
        // A child joins one pair after another and is killed somewhere; every file has its content afterwards.
        test::TempDir home, models;
        constexpr int kPairs = 40;
        const std::string content(200'000, 'k');
        for (int i = 0; i < kPairs; ++i)
            for (const char* side : {"a", "b"}) test::writeFile(models / (std::to_string(i) + side), content);
        int tellParent[2];
        QCOMPARE(::pipe(tellParent), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            DigestCache cache(home / "digests.json");
            for (int i = 0; i < kPairs; ++i) {
                joinCopy(models / (std::to_string(i) + "a"), models / (std::to_string(i) + "b"), cache, {}, {});
                if (::write(tellParent[1], "x", 1) != 1) ::_exit(1);
            }
            ::_exit(0);
        }
        QVERIFY(child > 0);
        char joined = 0;
        for (int i = 0; i < 3; ++i) QCOMPARE(::read(tellParent[0], &joined, 1), ssize_t{1});
        ::kill(child, SIGKILL);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        ::close(tellParent[0]);
        ::close(tellParent[1]);
        for (int i = 0; i < kPairs; ++i)
            for (const char* side : {"a", "b"}) QCOMPARE(test::readFile(models / (std::to_string(i) + side)), content);
    }

    void movingKeepsContentAndNeverOverwrites() {
        Pair pair;
        fs::create_directory(pair.models / "sub");
        const fs::path place = pair.models / "sub/keep.safetensors";
        const auto time = fs::last_write_time(pair.keep);
        moveEntry(pair.keep, place, {}, {});
        QVERIFY(!fs::exists(pair.keep));
        QCOMPARE(test::readFile(place), kContent);
        const auto taken = errorOf([&] { moveEntry(pair.copy, place, {}, {}); });
        QVERIFY(taken.has_value());
        QCOMPARE(taken->code(), ErrorCode::RequestInvalid);
        QVERIFY(fs::exists(pair.copy));
        // To another disk; here the same way is taken on one.
        double last = 0.0;
        moveByCopying(place, pair.keep, {}, [&](const Progress& now) { last = now.fraction; });
        QCOMPARE(last, 1.0);
        QVERIFY(!fs::exists(place));
        QCOMPARE(test::readFile(pair.keep), kContent);
        QVERIFY(fs::last_write_time(pair.keep) == time);
        QVERIFY(errorOf([&] { moveByCopying(pair.keep, pair.copy, {}, {}); }).has_value());
        QVERIFY(fs::exists(pair.keep));
    }

    void foldersMoveAsAWhole() {
        test::TempDir models;
        const fs::path folder = models / "pipe", place = models / "moved";
        fs::create_directories(folder / "unet");
        test::writeFile(folder / "model_index.json", "{}");
        test::writeFile(folder / "unet/weights.bin", kContent);
        CancelToken cancel;
        bool isCancelled = false;
        try {
            moveByCopying(folder, place, cancel, [&](const Progress&) { cancel.cancel(); });
        } catch (const Cancelled&) {
            isCancelled = true;
        }
        QVERIFY(isCancelled);
        QVERIFY(!fs::exists(place));
        QVERIFY(!fs::exists(models / ".moved.moving"));
        QCOMPARE(test::readFile(folder / "unet/weights.bin"), kContent);
        moveByCopying(folder, place, {}, {});
        QVERIFY(!fs::exists(folder));
        QCOMPARE(test::readFile(place / "unet/weights.bin"), kContent);
        QCOMPARE(test::readFile(place / "model_index.json"), std::string("{}"));
        fs::create_symlink(place / "model_index.json", place / "link.json");
        const auto refused = errorOf([&] { moveByCopying(place, folder, {}, {}); });
        QVERIFY(refused.has_value());
        QVERIFY(fs::exists(place / "unet/weights.bin"));
        QVERIFY(!fs::exists(folder));
        moveEntry(place, folder, {}, {});  // a change of name takes links along
        QVERIFY(fs::is_symlink(folder / "link.json"));
    }
};

QTEST_APPLESS_MAIN(FileCopiesTest)
#include "file_copies_test.moc"
