// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// What the window's client of the library does on its thread, on a library that is told what to find.
#include "ui/bridge/library_client.h"

#include <condition_variable>
#include <mutex>
#include <utility>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "core/base/error.h"
#include "ui/bridge/qt_convert.h"

using namespace segmoe;
using namespace segmoe::ui;
using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

constexpr int kLimit = 60'000;

/// Seen from the test's thread while the library's thread uses it.
struct Seen {
    std::mutex mutex;
    std::vector<fs::path> unknown;  ///< files without a digest
    std::vector<DigestWatch> watches;
    int running = 0;
    std::string refuseJoin;  ///< the file that cannot be joined
    std::vector<fs::path> forgotten;
    std::vector<fs::path> scanned;
    bool isHeld = false;  ///< scans wait
    std::condition_variable goesOn;
    std::vector<LibraryModel> models;
    std::vector<LibraryModel> fresh;  ///< what the next scan finds
};

std::vector<LibraryModel> numbered(int first, int count) {
    std::vector<LibraryModel> models(static_cast<std::size_t>(count));
    for (LibraryModel& model : models) model.facts.path = "/m/" + std::to_string(first++) + ".safetensors";
    return models;
}

class Background final : public LibraryIdentification {
public:
    explicit Background(Seen& seen) : m_seen(seen) { ++m_seen.running; }
    ~Background() override {
        const std::scoped_lock lock(m_seen.mutex);
        --m_seen.running;
    }

private:
    Seen& m_seen;
};

class FakeLibrary final : public LibraryAccess {
public:
    explicit FakeLibrary(Seen& seen) : m_seen(seen) {}

    bool wasRebuilt() const override { return false; }
    std::vector<LibraryRoot> roots() override { return {}; }
    void addRoot(const fs::path&, bool) override {}
    void setRootEnabled(const fs::path&, bool) override {}
    void removeRoot(const fs::path&) override {}
    std::vector<LibraryModel> models() override {
        const std::scoped_lock lock(m_seen.mutex);
        return m_seen.models;
    }
    LibraryScanReport scan(const LibraryScanEvents& events, const CancelToken&, const fs::path& onlyRoot) override {
        std::unique_lock lock(m_seen.mutex);
        m_seen.scanned.push_back(onlyRoot);
        m_seen.goesOn.wait(lock, [this] { return !m_seen.isHeld; });
        events.batch(m_seen.fresh);
        m_seen.models.insert(m_seen.models.end(), m_seen.fresh.begin(), m_seen.fresh.end());
        m_seen.fresh.clear();
        return {};
    }
    FileDigests hash(const fs::path&, const ProgressSink&, const CancelToken&) override { return {}; }
    std::vector<fs::path> unidentified() override {
        const std::scoped_lock lock(m_seen.mutex);
        return m_seen.unknown;
    }
    std::unique_ptr<LibraryIdentification> identify(std::vector<fs::path>, DigestWatch watch) override {
        const std::scoped_lock lock(m_seen.mutex);
        m_seen.watches.push_back(std::move(watch));
        return std::make_unique<Background>(m_seen);
    }
    void noteDigests(const fs::path& model, const FileDigests&) override {
        const std::scoped_lock lock(m_seen.mutex);
        std::erase(m_seen.unknown, model);
    }
    std::vector<ModelCopy> copiesOf(const fs::path& model) override { return {{.path = model}}; }
    void checkCopies(const fs::path&, const std::vector<fs::path>& copies, const ProgressSink&,
                     const CancelToken&) override {
        for (const fs::path& copy : copies)
            if (copy.filename() == m_seen.refuseJoin) throw Error(ErrorCode::ContentChanged, "It differs.");
    }
    std::int64_t joinCopies(const fs::path&, const std::vector<fs::path>& copies, const ProgressSink& progress,
                            const CancelToken& cancel) override {
        cancel.check();
        checkCopies({}, copies, {}, {});
        Progress now;
        now.fraction = 1.0;
        progress(now);
        return 100;
    }
    fs::path move(const fs::path& model, const fs::path& folder, const ProgressSink&, const CancelToken&) override {
        return folder / model.filename();
    }
    ModelHeader header(const fs::path& model) override { return {model, 3, {}, {}}; }
    ModelUses uses(const fs::path&, const std::vector<fs::path>& recipes) override { return {recipes, {}, 0}; }
    void setAlias(const fs::path&, const std::string&) override {}
    void setTags(const fs::path&, const std::vector<std::string>&) override {}
    void noteUse(const fs::path&) override {}
    void forget(const fs::path& model) override {
        const std::scoped_lock lock(m_seen.mutex);
        m_seen.forgotten.push_back(model);
    }

private:
    Seen& m_seen;
};

struct Bench {
    Seen seen;
    std::unique_ptr<ThreadedLibraryClient> client =
        std::make_unique<ThreadedLibraryClient>([this](const fs::path&) { return std::make_unique<FakeLibrary>(seen); },
                                                [] { return std::vector<KnownFolder>(); });
    QSignalSpy identifying{client.get(), &LibraryClient::identifying};
    QSignalSpy hashed{client.get(), &LibraryClient::hashed};
    QSignalSpy failed{client.get(), &LibraryClient::failed};
    QSignalSpy ended{client.get(), &LibraryClient::fileWorkEnded};

    std::size_t begun() {
        const std::scoped_lock lock(seen.mutex);
        return seen.watches.size();
    }
    int running() {
        const std::scoped_lock lock(seen.mutex);
        return seen.running;
    }
    /// What is told from now on of models and scans, in order.
    void listen(QStringList& told) {
        const LibraryClient* from = client.get();
        QObject::connect(from, &LibraryClient::modelsFound, from, [&told](const std::vector<LibraryModel>& models) {
            told << u"found %1 from %2"_s.arg(models.size()).arg(pathText(models.front().facts.path));
        });
        QObject::connect(from, &LibraryClient::modelsGone, from, [&told](const QStringList& models) {
            told << u"gone %1 from %2"_s.arg(models.size()).arg(models.front());
        });
        QObject::connect(from, &LibraryClient::loaded, from, [&told] { told << u"loaded"_s; });
        QObject::connect(from, &LibraryClient::scanStarted, from, [&told] { told << u"started"_s; });
        QObject::connect(from, &LibraryClient::scanFinished, from, [&told] { told << u"finished"_s; });
    }
    DigestWatch watch(std::size_t which) {
        const std::scoped_lock lock(seen.mutex);
        return seen.watches.at(which);
    }
};

}  // namespace

class LibraryClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBackgroundBeginsWhenItIsSwitchedOn() {
        Bench bench;
        bench.seen.unknown = {"/m/a", "/m/b"};
        QSignalSpy loaded(bench.client.get(), &LibraryClient::loaded);
        bench.client->load(u"/data"_s);
        QTRY_COMPARE_WITH_TIMEOUT(loaded.size(), 1, kLimit);
        QCOMPARE(bench.begun(), std::size_t{0});  // off at first
        bench.client->setIdentifying(true);
        QTRY_COMPARE_WITH_TIMEOUT(bench.begun(), std::size_t{1}, kLimit);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.identifying.isEmpty(), kLimit);
        QCOMPARE(bench.identifying.last()[0].toInt(), 2);
        // It rests at once, whatever the thread of the library is doing.
        const DigestWatch watch = bench.watch(0);
        QVERIFY(!*watch.paused);
        bench.client->restIdentifying(true);
        QVERIFY(*watch.paused);
        bench.client->restIdentifying(false);
        QVERIFY(!*watch.paused);
        const FileDigests digests{std::string(64, 'a'), std::string(64, 'b')};
        watch.read("/m/a", digests);
        QTRY_COMPARE_WITH_TIMEOUT(bench.hashed.size(), 1, kLimit);
        QCOMPARE(bench.hashed[0][0].toString(), u"/m/a"_s);
        QCOMPARE(bench.hashed[0][1].toString(), QString(64, u'a'));
        QCOMPARE(bench.hashed[0][2].toString(), QString(12, u'b'));
        QCOMPARE(bench.identifying.last()[0].toInt(), 1);
        // Loading again, as each page does, does not begin from the start.
        bench.client->load(u"/data"_s);
        QTRY_COMPARE_WITH_TIMEOUT(loaded.size(), 2, kLimit);
        QCOMPARE(bench.begun(), std::size_t{1});
        watch.ended();
        QTRY_COMPARE_WITH_TIMEOUT(bench.identifying.last()[0].toInt(), 0, kLimit);
        QTRY_COMPARE_WITH_TIMEOUT(bench.running(), 0, kLimit);
        // "/m/b" could not be read: it is not tried again and again…
        QCOMPARE(bench.begun(), std::size_t{1});
        // …but after the next scan.
        bench.client->scan({});
        QTRY_COMPARE_WITH_TIMEOUT(bench.begun(), std::size_t{2}, kLimit);
    }

    void newFilesFollowWhatRuns() {
        Bench bench;
        bench.seen.unknown = {"/m/a"};
        bench.client->setIdentifying(true);
        bench.client->load(u"/data"_s);
        QTRY_COMPARE_WITH_TIMEOUT(bench.begun(), std::size_t{1}, kLimit);
        QSignalSpy scanned(bench.client.get(), &LibraryClient::scanFinished);
        bench.client->scan({});
        QTRY_COMPARE_WITH_TIMEOUT(scanned.size(), 1, kLimit);
        QCOMPARE(bench.begun(), std::size_t{1});  // it reads on
        bench.watch(0).ended();
        QTRY_COMPARE_WITH_TIMEOUT(bench.begun(), std::size_t{2}, kLimit);
        // Switched off: stopped, and what it still tells is late.
        bench.client->setIdentifying(false);
        QTRY_COMPARE_WITH_TIMEOUT(bench.running(), 0, kLimit);
        bench.watch(1).read("/m/a", {std::string(64, 'a'), {}});
        QSignalSpy header(bench.client.get(), &LibraryClient::headerRead);
        bench.client->readHeader(u"/m/a"_s);  // after it
        QTRY_COMPARE_WITH_TIMEOUT(header.size(), 1, kLimit);
        QVERIFY(bench.hashed.isEmpty());
    }

    void whatIsAskedForDuringAScanIsScannedAfterIt() {
        Bench bench;
        bench.client->load(u"/data"_s);
        const auto scanned = [&] {
            const std::scoped_lock lock(bench.seen.mutex);
            return bench.seen.scanned;
        };
        const auto hold = [&](bool held) {
            const std::scoped_lock lock(bench.seen.mutex);
            bench.seen.isHeld = held;
            bench.seen.goesOn.notify_all();
        };
        hold(true);
        QSignalSpy finished(bench.client.get(), &LibraryClient::scanFinished);
        bench.client->scan(u"/a"_s);
        QTRY_COMPARE_WITH_TIMEOUT(scanned(), std::vector<fs::path>{"/a"}, kLimit);
        bench.client->scan(u"/a"_s);  // a file may have come where it has looked already
        bench.client->scan(u"/a"_s);
        hold(false);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, kLimit);
        QCOMPARE(scanned(), (std::vector<fs::path>{"/a", "/a"}));
        hold(true);
        bench.client->scan(u"/a"_s);
        QTRY_COMPARE_WITH_TIMEOUT(scanned().size(), std::size_t{3}, kLimit);
        bench.client->scan(u"/b"_s);
        bench.client->scan(u"/c"_s);  // two folders: all
        hold(false);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 4, kLimit);
        QCOMPARE(scanned().back(), fs::path());
        // Stopped is stopped.
        hold(true);
        bench.client->scan({});
        QTRY_COMPARE_WITH_TIMEOUT(scanned().size(), std::size_t{5}, kLimit);
        bench.client->scan({});
        bench.client->stopScan();
        hold(false);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 5, kLimit);
        QSignalSpy header(bench.client.get(), &LibraryClient::headerRead);
        bench.client->readHeader(u"/m/a"_s);
        QTRY_COMPARE_WITH_TIMEOUT(header.size(), 1, kLimit);
        QCOMPARE(scanned().size(), std::size_t{5});
    }

    void whatWasJoinedBeforeAFailureIsTold() {
        Bench bench;
        bench.seen.refuseJoin = "c";
        bench.client->load(u"/data"_s);
        QSignalSpy joined(bench.client.get(), &LibraryClient::copiesJoined);
        bench.client->joinCopies(u"/m/a"_s, {u"/m/b"_s, u"/m/c"_s, u"/m/d"_s});
        QTRY_COMPARE_WITH_TIMEOUT(bench.ended.size(), 1, kLimit);
        QCOMPARE(joined.size(), 1);
        QCOMPARE(joined[0][0].toInt(), 1);
        QCOMPARE(joined[0][1].toLongLong(), 100);
        QCOMPARE(bench.failed.size(), 1);
        // A stop is no failure, and the next request is not stopped with it.
        bench.client->stopFileWork();
        bench.client->joinCopies(u"/m/a"_s, {u"/m/b"_s});
        QTRY_COMPARE_WITH_TIMEOUT(bench.ended.size(), 2, kLimit);
        QCOMPARE(joined.size(), 2);
        QCOMPARE(bench.failed.size(), 1);
    }

    void copiesThatDifferAreNotTrashed() {
        Bench bench;
        QTemporaryDir folder;
        QFile file(folder.filePath(u"b.safetensors"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        bench.seen.refuseJoin = "b.safetensors";
        bench.client->load(u"/data"_s);
        QSignalSpy trashed(bench.client.get(), &LibraryClient::copiesTrashed);
        bench.client->trashCopies(u"/m/a"_s, {file.fileName()});
        QTRY_COMPARE_WITH_TIMEOUT(bench.ended.size(), 1, kLimit);
        QCOMPARE(trashed.size(), 0);
        QCOMPARE(bench.failed.size(), 1);
        QVERIFY(file.exists());
        QVERIFY(bench.seen.forgotten.empty());
    }

    void modelsAreToldInBatches() {
        Bench bench;
        bench.seen.models = numbered(1000, 250);
        QStringList told;
        bench.listen(told);
        bench.client->load(u"/data"_s);
        const QStringList all{u"found 100 from /m/1000.safetensors"_s, u"found 100 from /m/1100.safetensors"_s,
                              u"found 50 from /m/1200.safetensors"_s, u"loaded"_s};
        QTRY_COMPARE_WITH_TIMEOUT(told, all, kLimit);
        // Whoever comes later asks again and is told everything; what has gone meanwhile is told first.
        told.clear();
        {
            const std::scoped_lock lock(bench.seen.mutex);
            bench.seen.models.erase(bench.seen.models.begin(), bench.seen.models.begin() + 130);
        }
        bench.client->load(u"/data"_s);
        const QStringList rest{u"gone 100 from /m/1000.safetensors"_s, u"gone 30 from /m/1100.safetensors"_s,
                               u"found 100 from /m/1130.safetensors"_s, u"found 20 from /m/1230.safetensors"_s,
                               u"loaded"_s};
        QTRY_COMPARE_WITH_TIMEOUT(told, rest, kLimit);
    }

    void aScanTellsWhatDiffers() {
        Bench bench;
        bench.seen.models = numbered(1000, 300);
        QStringList told;
        bench.client->load(u"/data"_s);
        bench.listen(told);
        QTRY_COMPARE_WITH_TIMEOUT(told.value(told.size() - 1), u"loaded"_s, kLimit);
        told.clear();
        {
            const std::scoped_lock lock(bench.seen.mutex);
            bench.seen.models.erase(bench.seen.models.begin());
            bench.seen.models[7].isMissing = true;
            bench.seen.fresh = numbered(2000, 101);
        }
        bench.client->scan({});
        const QStringList news{u"started"_s,
                               u"found 100 from /m/2000.safetensors"_s,
                               u"found 1 from /m/2100.safetensors"_s,
                               u"gone 1 from /m/1000.safetensors"_s,
                               u"found 1 from /m/1008.safetensors"_s,
                               u"finished"_s};
        QTRY_COMPARE_WITH_TIMEOUT(told, news, kLimit);
        told.clear();
        bench.client->scan({});
        QTRY_COMPARE_WITH_TIMEOUT(told, (QStringList{u"started"_s, u"finished"_s}), kLimit);
    }

    void aScanThatIsAskedForBetweenBatchesComesAfterThem() {
        Bench bench;
        bench.client->load(u"/data"_s);
        bench.seen.fresh = numbered(1000, 201);
        QStringList told;
        bench.listen(told);
        connect(
            bench.client.get(), &LibraryClient::modelsFound, this, [&bench] { bench.client->scan(u"/m"_s); },
            Qt::SingleShotConnection);
        bench.client->scan({});
        const QStringList order{u"loaded"_s,
                                u"started"_s,
                                u"found 100 from /m/1000.safetensors"_s,
                                u"found 100 from /m/1100.safetensors"_s,
                                u"found 1 from /m/1200.safetensors"_s,
                                u"finished"_s,
                                u"started"_s,
                                u"finished"_s};
        QTRY_COMPARE_WITH_TIMEOUT(told, order, kLimit);
        QCOMPARE(bench.seen.scanned, (std::vector<fs::path>{{}, "/m"}));
    }

    void theClientMayGoBetweenBatches() {
        Bench bench;
        bench.seen.models = numbered(1000, 450);
        int batches = 0;
        connect(bench.client.get(), &LibraryClient::modelsFound, this, [&] {
            ++batches;
            bench.client.reset();
        });
        bench.client->load(u"/data"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.client, kLimit);
        QTest::qWait(20);
        QCOMPARE(batches, 1);
    }

    void oneThingInATurn() {
        TurnQueue turns;
        int turn = 0;
        QTimer counter;
        counter.callOnTimeout([&turn] { ++turn; });
        std::vector<std::pair<char, int>> done;
        const auto act = [&](char name) {
            return [&, name] {
                done.emplace_back(name, turn);
                if (name == 'a') turns.add([&] { done.emplace_back('d', turn); });
            };
        };
        for (const char name : {'a', 'b', 'c'}) turns.add(act(name));
        QVERIFY(done.empty());
        counter.start(0);
        QTRY_COMPARE_WITH_TIMEOUT(done.size(), std::size_t{4}, kLimit);
        for (std::size_t i = 0; i < done.size(); ++i) {
            QCOMPARE(done[i].first, "abcd"[i]);
            if (i > 0) QVERIFY(done[i].second > done[i - 1].second);
        }
    }

    void theOtherQuestionsAreAnswered() {
        Bench bench;
        bench.client->load(u"/data"_s);
        QSignalSpy copies(bench.client.get(), &LibraryClient::copiesFound);
        QSignalSpy uses(bench.client.get(), &LibraryClient::usesFound);
        QSignalSpy moved(bench.client.get(), &LibraryClient::moved);
        bench.client->findCopies(u"/m/a"_s);
        bench.client->findUses(u"/m/a"_s, {u"/r.yaml"_s});
        bench.client->move(u"/m/a"_s, u"/n"_s);
        QTRY_COMPARE_WITH_TIMEOUT(moved.size(), 1, kLimit);
        QCOMPARE(moved[0][1].toString(), u"/n/a"_s);
        QCOMPARE(copies.size(), 1);
        QCOMPARE(uses[0][1].value<ModelUses>().mixes.front().string(), std::string("/r.yaml"));
    }
};

QTEST_GUILESS_MAIN(LibraryClientTest)
#include "library_client_test.moc"
