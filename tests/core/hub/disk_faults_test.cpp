// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Disks that are full, read-only or broken, processes that die at every step, and many at once: the rest of F40 to F52
// of hub.md §11.1.
#include <QtTest/QtTest>

#include <thread>

#include "core/hub/file_lock.h"
#include "tests/core/hub/disk_hooks.h"
#include "tests/core/hub/downloading.h"
#include "tests/core/hub/hub_world.h"
#include "tests/core/hub/other_programs.h"
#include "tests/core/hub/private_mounts.h"

using namespace segmoe;
using namespace segmoe::hub;
using namespace segmoe::test;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kSize = 300'000;
constexpr const char* kName = "style.safetensors";

/// A world with a repository of one file.
struct OneFile : World {
    OneFile() : bytes(weightsText(kSize)) { commit = server.addRepo(kRepo, {{kName, bytes}}); }

    bool isWhole() { return readFile(fetch(kRepo)) == bytes; }
    fs::path blob() const { return cache.blobFile(kRepo, standin::sha256Hex(bytes)); }
    /// Nothing leads to what is not there, and nothing has a final name before it is whole.
    bool isSound() const {
        const fs::path pointer = cache.snapshotFolder(kRepo, commit) / kName;
        const fs::path ref = cache.repoFolder(kRepo) / "refs/main";
        const bool hasPointer = fs::is_symlink(pointer);
        return (!fs::exists(blob()) || readFile(blob()) == bytes) && (!hasPointer || readFile(pointer) == bytes) &&
               (!fs::exists(ref) || (readFile(ref) == commit && fs::is_directory(pointer.parent_path())));
    }
    std::vector<std::string> unfinished() const {
        std::vector<std::string> names = files();
        std::erase_if(names, [](const std::string& name) { return !name.ends_with(".incomplete"); });
        return names;
    }

    std::string bytes;
    std::string commit;
};

/// Runs at a twentieth of the true speed: the patience of a lock outlasts a slow computer.
class SlowClock final : public Clock {
public:
    std::chrono::steady_clock::time_point now() const override {
        return m_start + (std::chrono::steady_clock::now() - m_start) / 20;
    }
    std::chrono::system_clock::time_point date() const override { return std::chrono::system_clock::now(); }
    void sleep(std::chrono::milliseconds time, const CancelToken& cancel) override { m_real.sleep(time, cancel); }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    SystemClock m_real;
};

fs::path fetchPatiently(OneFile& world) {
    SlowClock clock;
    ParallelFetcher fetcher(*world.transport, clock);
    return world.store->fetch(world.plan(kRepo), fetcher, {});
}

/// A disk with room for so many names, at first. The exit code of a child: 0 = as it should be.
int fetchOntoSmallDisk(OneFile& world, int names, bool& isLarge) {
    world.connect();
    const std::string options = "size=600m,nr_inodes=" + std::to_string(names);
    fs::create_directories(world.cache.root());
    if (!hasOwnMounts() || !mountDisk(world.cache.root(), options.c_str())) return kNoMount;
    isLarge = true;
    try {
        (void)world.fetch(kRepo);
    } catch (const Error& error) {
        isLarge = false;
        if (error.code() != ErrorCode::DiskFull) return 2;
    }
    if (!world.isSound()) return 3;
    if (!mountDisk(world.cache.root(), "size=600m,nr_inodes=1000", MS_REMOUNT)) return 4;
    if (!world.isWhole() || !world.isSound() || !fs::is_symlink(world.fetch(kRepo))) return 5;
    return world.unfinished().empty() ? isLarge ? 10 : 0 : 6;
}

}  // namespace

class DiskFaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        // Hundreds of downloads, each flushed to the disk: in memory that costs nothing.
        if (QFileInfo("/dev/shm").isWritable()) qputenv("TMPDIR", "/dev/shm");
    }
    void cleanup() { disk::failure = 0; }

    void disksFillUpAtEveryStep() {
        // F40: no room for one more name: at the start, beside the bytes, at each step of publishing.
        for (int names = 2;; ++names) {
            OneFile world;
            bool isLarge = false;
            const int status = inChild([&] { return fetchOntoSmallDisk(world, names, isLarge); });
            if (status == kNoMount) QSKIP("this process may not mount a small disk");
            if (status == 10) break;
            QVERIFY2(status == 0, qPrintable(QString("%1 names: %2").arg(names).arg(status)));
            QVERIFY(names < 60);
        }
    }

    void brokenDisks_data() {
        QTest::addColumn<int>("since");  // the state in which the disk breaks
        QTest::addColumn<int>("change");
        QTest::addColumn<int>("failure");
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("isKept");
        const auto add = [](const char* name, TransferState since, disk::Change change, int failure, ErrorCode code) {
            QTest::newRow(name) << static_cast<int>(since) << static_cast<int>(change) << failure
                                << static_cast<int>(code) << (since != TransferState::Resolving);
        };
        using enum TransferState;
        add("F41b EIO while writing", Waiting, disk::Change::Write, EIO, ErrorCode::LocalIo);
        add("F41b EIO while flushing", Verifying, disk::Change::Sync, EIO, ErrorCode::LocalIo);
        add("F41c EMFILE", Resolving, disk::Change::Create, EMFILE, ErrorCode::LocalIo);
        add("F41d too large", Waiting, disk::Change::Write, EFBIG, ErrorCode::FileTooBigForDisk);
        add("F40b no room while writing", Waiting, disk::Change::Write, EDQUOT, ErrorCode::DiskFull);
        add("F40c no room at the rename", Verifying, disk::Change::Rename, ENOSPC, ErrorCode::DiskFull);
        add("F42b read-only", Resolving, disk::Change::Create, EROFS, ErrorCode::NotWritable);
    }
    void brokenDisks() {
        QFETCH(int, since);
        QFETCH(int, change);
        QFETCH(int, failure);
        QFETCH(int, code);
        QFETCH(bool, isKept);
        DownloadBench bench(weightsText(kSize));
        // Something is there before the disk breaks.
        bench.server.fail({"storage", "", "", 0, 1, [](const auto&, auto& answer) { answer.closeAt = 1000; }});
        bench.sink = [&](const TransferProgress& progress) {
            if (static_cast<int>(progress.state) != since) return;
            disk::failing = static_cast<disk::Change>(change);
            disk::failure = failure;
        };
        const Error error = expectError([&] { bench.run(); });
        disk::failure = 0;
        QVERIFY2(int(error.code()) == code, error.what());
        QVERIFY(!fs::exists(bench.folder / "blob"));
        QVERIFY(bench.server.log("storage").size() <= 2);  // a broken disk is not asked again and again
        QCOMPARE(bench.leftovers().size(), isKept ? std::size_t(2) : std::size_t(0));
        bench.server.clearFaults();
        bench.sink = {};
        bench.run();
        QVERIFY(bench.isPublished());
        QVERIFY(bench.leftovers().empty());
    }

    void readOnlyCaches() {
        OneFile world;  // F42
        const fs::path place = world.fetch(kRepo);
        world.server.addRepo("ada/other", {{kName, weightsText(kSize, 2)}});
        world.server.clearLog();
        const auto before = world.files();
        const int status = inChild([&] {
            world.connect();
            if (!hasOwnMounts() || !makeReadOnly(world.cache.root())) return kNoMount;
            if (world.fetch(kRepo) != place) return 1;
            return expectError([&] { world.fetch("ada/other"); }).code() == ErrorCode::NotWritable ? 0 : 2;
        });
        if (status == kNoMount) QSKIP("this process may not mount a small disk");
        QCOMPARE(status, 0);
        QCOMPARE(world.files(), before);
        QVERIFY(world.server.log("storage").empty());
    }

    void killedAtEveryStep() {
        // F52: before each single change of the disk, from the first folder to the last name.
        OneFile world;
        int step = 1;
        for (bool isKilled = true; isKilled; ++step) {
            fs::remove_all(world.cache.root());
            const int status = inChild([&] {
                world.connect();
                disk::changes = 0;
                disk::killedBefore = step;
                return world.isWhole() ? 0 : 1;
            });
            isKilled = status == -1;
            QVERIFY2(isKilled || status == 0, qPrintable(QString("step %1: %2").arg(step).arg(status)));
            QVERIFY2(world.isSound(), qPrintable(QString("after a kill at step %1").arg(step)));
            QVERIFY2(world.isWhole(), qPrintable(QString("resumed after a kill at step %1").arg(step)));
            QVERIFY(world.isSound());
            const auto left = world.unfinished();
            QVERIFY2(left.empty(), left.empty() ? "" : left.front().c_str());
        }
        qInfo("%d steps", step - 2);
        QVERIFY(step > 20);
    }

    void manyProcessesOnOneFile() {
        OneFile world;  // F48: with the lock one of them fetches and seven wait
        std::vector<pid_t> children;
        for (int i = 0; i < 8; ++i) {
            const pid_t child = ::fork();
            if (child == 0) {
                int code = 1;
                try {
                    world.connect();
                    code = readFile(fetchPatiently(world)) == world.bytes ? 0 : 2;
                } catch (...) {
                    code = 3;
                }
                ::_exit(code);
            }
            children.push_back(child);
        }
        for (const pid_t child : children) {
            int status = -1;
            ::waitpid(child, &status, 0);
            QCOMPARE(status, 0);
        }
        QVERIFY(world.isSound());
        QVERIFY(world.unfinished().empty());
        QCOMPARE(world.server.log("storage").size(), std::size_t(1));
    }
    void togetherWithPython() {
        if (peersPython().isEmpty()) QSKIP(kNoPeers);
        OneFile world;  // F48: both at the same time, whoever comes first
        const QString root = QString::fromStdString(world.cache.root().string());
        const QMap<QString, QString> variables{{"HF_HUB_CACHE", root},
                                               {"HF_ENDPOINT", QString::fromStdString(world.server.url("hub"))}};
        QByteArray said;
        std::thread python([&] {
            try {
                said = runHuggingFace(
                    "import huggingface_hub as h\n"
                    "print(h.hf_hub_download('ada/tiny', 'style.safetensors'))\n",
                    variables);
            } catch (const std::exception& error) {
                said = error.what();
            }
        });
        const fs::path place = fetchPatiently(world);
        python.join();
        QCOMPARE(said, QByteArray::fromStdString(place.string()));
        QVERIFY(world.isSound());
        QVERIFY(world.unfinished().empty());
        QCOMPARE(runHuggingFace("import huggingface_hub as h\ni = h.scan_cache_dir()\n"
                                "print(len(i.warnings), [r.nb_files for r in i.repos])\n",
                                variables),
                 QByteArray("0 [1]"));
    }
    void killedHoldersHoldNothing() {
        const TempDir folder;  // F49
        int ready[2];
        QCOMPARE(::pipe(ready), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const FileLock lock(folder / "x.lock", systemClock(), {});
            const char mark = lock.isHeld() ? 'y' : 'n';
            if (::write(ready[1], &mark, 1) == 1) ::pause();
            ::_exit(0);
        }
        char mark = 'n';
        QCOMPARE(::read(ready[0], &mark, 1), ssize_t(1));
        QCOMPARE(mark, 'y');
        FakeClock clock;
        QVERIFY(!FileLock(folder / "x.lock", clock, {}).isHeld());
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        QVERIFY(FileLock(folder / "x.lock", clock, {}).isHeld());
        ::close(ready[0]);
        ::close(ready[1]);
    }
};

QTEST_GUILESS_MAIN(DiskFaultsTest)
#include "disk_faults_test.moc"
