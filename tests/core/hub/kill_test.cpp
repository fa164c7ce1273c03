// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// F51: a downloading process is killed at random points and started again. Whole at the end, nothing under the final
// name before, and no more than one receive buffer taken from the network in vain for each kill. SEGMOE_KILL_POINTS
// sets the number of kills (5); with many, QTEST_FUNCTION_TIMEOUT (milliseconds) must allow them.
#include <QtTest/QtTest>

#include <atomic>
#include <csignal>
#include <memory>
#include <random>
#include <thread>

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/core/hub/downloading.h"

extern char** environ;

using namespace segmoe;
using namespace segmoe::hub;
using namespace segmoe::test;

namespace {

constexpr std::uint64_t kBytesPerKill = 1'000'000;
/// A fifth of a megabyte at a time, so that there are points to be killed at.
constexpr std::uint64_t kSpeed = 4'000'000;

/// The receive buffer of libcurl, as core/hub/curl_hop.cpp sets it, and the heads of the answers.
constexpr std::uint64_t kOneBuffer = 256 * 1024;
constexpr std::uint64_t kHeads = 8 * 1024;

/// Bytes a process has taken from its sockets: outlives it, whatever kills it.
using Counter = std::atomic<std::uint64_t>;
Counter* s_received = nullptr;

Counter* counterIn(const std::string& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0 || ::ftruncate(descriptor, sizeof(Counter)) != 0) return nullptr;
    void* place = ::mmap(nullptr, sizeof(Counter), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    ::close(descriptor);
    return place == MAP_FAILED ? nullptr : static_cast<Counter*>(place);
}

/// The child: one download, without a test around it.
int download(char** arguments) {
    const std::string hub = arguments[2];
    NetworkSettings settings;
    settings.endpoint = hub;
    SystemClock clock;
    CurlTransport network(settings);
    RetryingTransport transport(network, clock);
    HeadResolver resolver(transport);
    DownloadRequest request;
    request.source = {hub, "org/name", arguments[3], "model.safetensors", {}, {}};
    request.expected = {std::stoull(arguments[6]), DigestKind::Sha256, arguments[4], arguments[4]};
    request.target = arguments[5];
    s_received = counterIn(arguments[7]);
    try {
        FileDownload(request, {transport, resolver, clock}).run({});
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}

pid_t start(const std::vector<std::string>& words) {
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    pid_t child = -1;
    return ::posix_spawn(&child, arguments[0], nullptr, nullptr, arguments.data(), environ) == 0 ? child : -1;
}

}  // namespace

/// Before the C library's: what the child takes is counted.
extern "C" ssize_t recv(int socket, void* bytes, size_t size, int flags) {
    const ssize_t got = ::syscall(SYS_recvfrom, socket, bytes, size, flags, nullptr, nullptr);
    if (got > 0 && s_received) *s_received += static_cast<std::uint64_t>(got);
    return got;
}

class KillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void killedAtRandomPoints() {
        const int points = std::max(1, qEnvironmentVariableIntValue("SEGMOE_KILL_POINTS") > 0
                                           ? qEnvironmentVariableIntValue("SEGMOE_KILL_POINTS")
                                           : 5);
        const std::uint64_t size = kBytesPerKill * static_cast<std::uint64_t>(points);
        DownloadBench bench(weightsText(size));
        // Somewhat beyond the point of a kill nothing more comes, so that no kill comes too late.
        const auto stop = std::make_shared<std::atomic<std::uint64_t>>(size);
        bench.server.fail({"storage", "", "", 0, -1, [stop, size](const standin::Request&, standin::Answer& answer) {
                               answer.bytesPerSecond = kSpeed;
                               if (*stop < size) answer.stallAt = *stop - std::min<std::uint64_t>(*stop, answer.first);
                           }});
        const std::string digest = standin::sha256Hex(bench.bytes);
        const TempDir counters;
        const std::vector<std::string> words{QCoreApplication::applicationFilePath().toStdString(),
                                             "--download",
                                             bench.server.url("hub"),
                                             bench.commit,
                                             digest,
                                             (bench.folder / "blob").string(),
                                             std::to_string(size),
                                             (counters / "received").string()};
        Counter* received = counterIn(words.back());
        QVERIFY(received);
        std::mt19937 random(20261122);
        const ExpectedContent expected = bench.request(bench.path).expected;
        int kills = 0;
        std::uint64_t before = 0;
        std::vector<std::uint64_t> kept{0};
        std::uint64_t inVain = 0, mostInVain = 0;
        while (kills < points) {
            // A point somewhere in the next part of the file, so that all kills fall before its end.
            const std::uint64_t step = (size - before) / static_cast<std::uint64_t>(points - kills + 1);
            const std::uint64_t point = before + random() % std::max<std::uint64_t>(1, step);
            *stop = std::min<std::uint64_t>(size - 1, point + 2 * kSpeed / 20);
            *received = 0;
            const pid_t child = start(words);
            QVERIFY(child > 0);
            int status = 0;
            bool isGone = false;
            std::uint64_t length = before;
            while (!(isGone = ::waitpid(child, &status, WNOHANG) == child)) {
                length = std::max(length, lengthNow(bench.folder.path()));
                if (length > point || length + 1 >= size) break;
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            QVERIFY2(!isGone, "the download ended before it was killed");
            ::kill(child, SIGKILL);
            ::waitpid(child, &status, 0);
            ++kills;
            QVERIFY(!std::filesystem::exists(bench.folder / "blob"));
            before = PartialFile::lengthOfLeftover(bench.folder / "blob", expected);
            QVERIFY(before >= length);
            // What was taken from the network and is not on the disk is fetched again.
            const std::uint64_t taken = *received, written = before - kept.back();
            QVERIFY(taken >= written);
            inVain += taken - written;
            mostInVain = std::max(mostInVain, taken - written);
            kept.push_back(before);
        }
        *stop = size;
        const pid_t last = start(words);
        int status = -1;
        ::waitpid(last, &status, 0);
        QCOMPARE(status, 0);
        QVERIFY(bench.isPublished());
        QVERIFY(bench.leftovers().empty());
        // Each request begins where the bytes on disk end: what was written is never asked for again.
        const auto records = bench.server.log("storage");
        QCOMPARE(records.size(), kept.size());
        for (std::size_t i = 0; i < records.size(); ++i) {
            const std::string range = records[i].request.header("Range");
            QCOMPARE(range.empty() ? 0 : std::stoull(range.substr(6)), static_cast<unsigned long long>(kept[i]));
        }
        qInfo("%d kills; taken in vain: %llu bytes for each, at most %llu", points,
              static_cast<unsigned long long>(inVain / static_cast<std::uint64_t>(points)),
              static_cast<unsigned long long>(mostInVain));
        QVERIFY(mostInVain <= kOneBuffer + kHeads);
    }

private:
    static std::uint64_t lengthNow(const std::filesystem::path& folder) {
        std::uint64_t most = 0;
        std::error_code gone;
        for (const auto& entry : std::filesystem::directory_iterator(folder, gone)) {
            const std::string name = entry.path().filename().string();
            if (!name.ends_with(".incomplete") || name.ends_with(".json.incomplete")) continue;
            const auto size = entry.file_size(gone);
            if (!gone) most = std::max<std::uint64_t>(most, size);
        }
        return most;
    }
};

int main(int count, char** arguments) {
    if (count == 8 && std::string(arguments[1]) == "--download") return download(arguments);
    QCoreApplication application(count, arguments);
    KillTest test;
    return QTest::qExec(&test, count, arguments);
}

#include "kill_test.moc"
