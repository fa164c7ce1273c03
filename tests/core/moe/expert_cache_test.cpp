// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/expert_cache.h"

#include <QFile>
#include <QtTest/QtTest>

#include <atomic>
#include <thread>

#include "core/weights/memory_source.h"
#include "core/weights/safetensors_file.h"
#include "core/weights/safetensors_writer.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using Names = std::vector<std::string>;

namespace {

constexpr int kExperts = 6;
constexpr std::int64_t kBytes = 4 * 10;  // of one expert in fp32

/// Expert i: ten fp16 numbers i.
TensorSourcePtr source() {
    MemorySource::Tensors tensors;
    for (int i = 0; i < kExperts; ++i) tensors.emplace("e" + std::to_string(i), at::full({10}, i, at::kHalf));
    return std::make_shared<MemorySource>(std::move(tensors));
}

/// Pages of a file that count as this process' memory.
qint64 mappedKilobytes(const std::filesystem::path& file) {
    QFile maps("/proc/self/smaps");
    if (!maps.open(QIODevice::ReadOnly)) throw std::runtime_error("there is no /proc");
    qint64 kilobytes = 0;
    bool isOfFile = false;
    for (const QByteArray& line : maps.readAll().split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (!words[0].endsWith(':')) isOfFile = line.endsWith(file.filename().c_str());  // the line of a new range
        if (isOfFile && words[0] == "Rss:") kilobytes += words[1].toLongLong();
    }
    return kilobytes;
}

Names name(int expert) { return {"e" + std::to_string(expert)}; }

}  // namespace

class ExpertCacheTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void convertsAndCounts() {
        moe::ExpertCache cache(source(), {});
        const auto weights = cache.fetch({"e1", "e2"});
        QCOMPARE(weights->size(), 2U);
        QVERIFY((*weights)[1].scalar_type() == at::kFloat);
        QCOMPARE((*weights)[1][3].item<double>(), 2.0);
        (void)cache.fetch({"e1", "e2"});
        const moe::ExpertCacheStatistics statistics = cache.statistics();
        QCOMPARE(statistics.residentBytes, 2 * kBytes);
        QCOMPARE(statistics.hits, 1);
        QCOMPARE(statistics.misses, 1);
        QCOMPARE(test::expectError([&] { (void)cache.fetch({"none"}); }).code(), ErrorCode::TensorMissing);
    }

    void convertedExpertsLeaveNoMappedPages() {
        const test::TempDir folder;
        const std::filesystem::path file = folder / "experts.safetensors";
        const at::Tensor weight = at::ones({1024, 2048}, at::kHalf);  // 4 MiB
        writeSafetensors(MemorySource({{"e0", weight}, {"e1", weight}}), file);
        const auto opened = SafetensorsFile::open(file);
        moe::ExpertCache halves(opened, {at::kCPU, at::kHalf});
        QCOMPARE((*halves.fetch({"e0"}))[0].sum(at::kDouble).item<double>(), 1024.0 * 2048.0);
        QVERIFY2(mappedKilobytes(file) >= 4096, "a weight in its own type is a view onto the file");

        moe::ExpertCache widened(opened, {});
        for (const char* name : {"e0", "e1"})
            QCOMPARE((*widened.fetch({name}))[0].sum().item<double>(), 1024.0 * 2048.0);
        QVERIFY2(mappedKilobytes(file) < 1024, qPrintable(QString::number(mappedKilobytes(file))));
    }

    void leastRecentlyUsedGoesFirst() {
        moe::ExpertCache cache(source(), {}, 3 * kBytes);
        for (int expert : {0, 1, 2, 0, 3}) (void)cache.fetch(name(expert));  // 3 takes the place of 1
        QCOMPARE(cache.statistics().evictions, 1);
        const std::int64_t misses = cache.statistics().misses;
        for (int expert : {0, 2, 3}) (void)cache.fetch(name(expert));
        QCOMPARE(cache.statistics().misses, misses);
        (void)cache.fetch(name(1));
        QCOMPARE(cache.statistics().misses, misses + 1);
        QCOMPARE(cache.statistics().peakBytes, 3 * kBytes);
    }

    void whatIsInUseStays() {
        moe::ExpertCache cache(source(), {}, 2 * kBytes);
        const auto held = cache.fetch(name(0));
        for (int expert : {1, 2, 3}) (void)cache.fetch(name(expert));
        const std::int64_t misses = cache.statistics().misses;
        QCOMPARE(cache.fetch(name(0)), held);
        QCOMPARE(cache.statistics().misses, misses);
        cache.clear();
        QCOMPARE(cache.statistics().residentBytes, kBytes);
        cache.discard(name(0));
        QCOMPARE(cache.statistics().residentBytes, 0);
        QCOMPARE((*held)[0][0].item<double>(), 0.0);
    }

    void oneExpertLargerThanTheBudgetStillRuns() {
        moe::ExpertCache cache(source(), {}, kBytes / 2);
        for (int expert : {0, 1})
            QCOMPARE((*cache.fetch(name(expert)))[0][0].item<double>(), static_cast<double>(expert));
        QCOMPARE(cache.statistics().residentBytes, kBytes);
        cache.setBudget(0);
        for (int expert = 0; expert < kExperts; ++expert) (void)cache.fetch(name(expert));
        QCOMPARE(cache.statistics().residentBytes, kExperts * kBytes);
    }

    void twoRunsShareIt() {
        moe::ExpertCache cache(source(), {}, 2 * kBytes);
        std::atomic<int> wrong = 0;
        const auto work = [&](int offset) {
            for (int i = 0; i < 300; ++i) {
                const int expert = (i * 7 + offset) % kExperts;
                if ((*cache.fetch(name(expert)))[0][9].item<double>() != expert) ++wrong;
            }
        };
        std::thread first(work, 0), second(work, 3);
        first.join();
        second.join();
        QCOMPARE(wrong.load(), 0);
        cache.clear();
        QCOMPARE(cache.statistics().residentBytes, 0);
        QCOMPARE(cache.statistics().hits + cache.statistics().misses, 600);
    }
};

QTEST_APPLESS_MAIN(ExpertCacheTest)
#include "expert_cache_test.moc"
