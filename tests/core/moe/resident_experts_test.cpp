// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/expert_cache.h"

#include <QtTest/QtTest>

#include <set>

#include "tests/core/moe/tiny_mixture.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using test::LoadedMixture;
using test::MixtureGolden;

namespace {

constexpr int kSteps = 4;

/// A source that remembers what was read from it.
class WatchedSource final : public TensorSource {
public:
    explicit WatchedSource(TensorSourcePtr source) : m_source(std::move(source)) {}
    const std::vector<std::string>& names() const override { return m_source->names(); }
    std::optional<TensorInfo> find(std::string_view name) const override { return m_source->find(name); }
    at::Tensor load(std::string_view name) const override {
        read.emplace(name);
        return m_source->load(name);
    }
    std::string describe() const override { return m_source->describe(); }

    mutable std::set<std::string> read;

private:
    TensorSourcePtr m_source;
};

bool isOf(const std::string& name, int expert) {
    return name.find(".experts." + std::to_string(expert) + ".") != std::string::npos;
}
bool isShared(const std::string& name) {
    return name.find(".experts.") == std::string::npos && !name.ends_with(".gate.weight");
}
bool isOfPrompt(const std::string& name) {
    return name.find(".attn2.to_k.") != std::string::npos || name.find(".attn2.to_v.") != std::string::npos;
}

/// In memory, all are fp32.
template <class Which>
std::int64_t bytesOf(const TensorSource& source, Which&& which) {
    std::int64_t bytes = 0;
    for (const std::string& name : source.names())
        if (which(name)) bytes += 4 * source.find(name)->elements();
    return bytes;
}

RoutingRule pin(int expert, StepRange steps = {}, const std::string& sites = "all") {
    return {RoutingRule::Act::Pin, expert, 0.0, {sites}, steps};
}

/// A mixture of recorded gates, loaded, and what was read from its source.
struct Watched {
    explicit Watched(const std::string& name, std::int64_t budget = 0)
        : golden(name),
          source(std::make_shared<WatchedSource>(test::goldenMixture(golden))),
          mixture(source, test::tinyConfig(golden.list("experts").front()), golden.k(), {}, budget) {}

    /// Runs steps with the experts that the rules name; after each, what the cache holds.
    std::vector<std::int64_t> residentAfterEachStep(std::vector<RoutingRule> rules, bool keepCrossKeyValues = false) {
        RoutingPolicy policy;
        policy.rules = std::move(rules);
        moe::RoutingRun routing(mixture.table, policy, kSteps);
        nn::RunContext run;
        run.routing = &routing;
        run.keepCrossKeyValues = keepCrossKeyValues;
        std::vector<std::int64_t> resident;
        for (int step = 0; step < kSteps; ++step) {
            routing.beginStep(step, 0.0F);
            output = mixture.unet->forward(test::goldenInput(golden, step), run);
            routing.endStep();
            resident.push_back(mixture.cache->statistics().residentBytes);
        }
        return resident;
    }
    std::int64_t setBytes() const {
        return bytesOf(*source, [](const std::string& name) { return isOf(name, 0); });
    }

    MixtureGolden golden;
    std::shared_ptr<WatchedSource> source;
    LoadedMixture mixture;
    at::Tensor output;
};

}  // namespace

/// A run holds the shared weights and those of the k chosen experts, and reads no others.
class ResidentExpertsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sharedAndChosenExpertsOnly_data() {
        QTest::addColumn<int>("k");
        QTest::newRow("sd_all_k1") << 1;
        QTest::newRow("sd_attn_k2") << 2;
        QTest::newRow("sd_ff_k2") << 2;
        QTest::newRow("sdxl_all_k2") << 2;
    }
    void sharedAndChosenExpertsOnly() {
        QFETCH(int, k);
        Watched watched(QTest::currentDataTag());
        std::set<std::string> expected;
        for (const std::string& name : watched.source->names())
            if (name.find(".experts.") == std::string::npos) expected.insert(name);
        QVERIFY2(watched.source->read == expected, "loading read experts, or not all of the shared weights");
        QCOMPARE(watched.mixture.cache->statistics().residentBytes, 0);

        std::vector<RoutingRule> rules;
        for (int e = 0; e < k; ++e) rules.push_back(pin(e));
        const std::vector<std::int64_t> resident = watched.residentAfterEachStep(rules);
        for (const std::string& name : watched.source->names())
            for (int e = 0; e < k; ++e)
                if (isOf(name, e)) expected.insert(name);
        QVERIFY2(watched.source->read == expected, "other experts than the chosen ones were read");
        for (const std::int64_t bytes : resident) QCOMPARE(bytes, k * watched.setBytes());
        // shared + k sets is less than the whole by exactly the sets that nobody chose
        const std::int64_t shared = bytesOf(*watched.source, isShared),
                           all = bytesOf(*watched.source,
                                         [](const auto&name) { return !name.ends_with(".gate.weight"); });
        QCOMPARE(all - shared - resident.back(), (3 - k) * watched.setBytes());
    }

    void aFlipAddsTheSetOfItsSite() {
        Watched watched("sd_all_k1");
        const moe::RoutingSite& site = watched.mixture.table->sites().front();
        const auto isOfSite = [&](const std::string& name) {
            return isOf(name, 1) && std::ranges::any_of(site.modules, [&](const std::string& module) {
                       return name.starts_with(module + ".");
                   });
        };
        const std::int64_t added = bytesOf(*watched.source, isOfSite);
        QVERIFY(added > 0);
        // half of the run expert 0 everywhere, then one site turns to expert 1, whose rule comes first
        const std::vector<std::int64_t> resident =
            watched.residentAfterEachStep({pin(1, {0.5, 1.0}, site.label), pin(0)});
        const std::int64_t set = watched.setBytes();
        QCOMPARE(resident, (std::vector<std::int64_t>{set, set, set + added, set + added}));
    }

    void aBudgetThrowsOutTheSetThatIsNotUsed() {
        const std::vector<RoutingRule> flip = {pin(0, {0.0, 0.5}), pin(1, {0.5, 1.0})};
        Watched free("sd_all_k1");
        const std::int64_t set = free.setBytes();
        QCOMPARE(free.residentAfterEachStep(flip), (std::vector<std::int64_t>{set, set, 2 * set, 2 * set}));
        Watched bounded("sd_all_k1", set);
        QCOMPARE(bounded.residentAfterEachStep(flip), (std::vector<std::int64_t>{set, set, set, set}));
        QCOMPARE(bounded.mixture.cache->statistics().peakBytes, set);
        QVERIFY(bounded.mixture.cache->statistics().evictions > 0);
        QVERIFY(at::equal(bounded.output, free.output));
    }

    void keysAndValuesOfThePromptAreLetGo() {
        Watched watched("sd_all_k1");
        const std::int64_t ofPrompt =
            bytesOf(*watched.source, [](const std::string& name) { return isOf(name, 0) && isOfPrompt(name); });
        QVERIFY(ofPrompt > 0);
        for (const std::int64_t bytes : watched.residentAfterEachStep({pin(0)}, true))
            QCOMPARE(bytes, watched.setBytes() - ofPrompt);
    }
};

QTEST_APPLESS_MAIN(ResidentExpertsTest)
#include "resident_experts_test.moc"
