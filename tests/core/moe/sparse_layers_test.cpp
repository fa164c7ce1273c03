// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/sparse_layer_factory.h"

#include <QtTest/QtTest>

#include "core/moe/sparse_mix.h"
#include "tests/core/moe/tiny_mixture.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using test::LoadedMixture;
using test::MixtureGolden;

namespace {

const char* const kCases[] = {"sd_all_k2", "sd_all_k1",   "sd_attn_k2",  "sd_ff_k2",
                              "sd_all_k3", "sdxl_all_k2", "sdxl_attn_k1"};

LoadedMixture load(const MixtureGolden& golden, Placement placement = {}, std::int64_t budget = 0) {
    return {test::goldenMixture(golden), test::tinyConfig(golden.list("experts").front()), golden.k(), placement,
            budget};
}

/// All recorded steps of a golden in one run.
std::pair<std::vector<at::Tensor>, RoutingTrace> runSteps(const MixtureGolden& golden, const LoadedMixture& mixture,
                                                          RoutingPolicy policy) {
    const auto steps = static_cast<int>(golden.tensor("timesteps").size(0));
    moe::RoutingRun routing(mixture.table, std::move(policy), steps);
    nn::RunContext run;
    run.routing = &routing;
    std::vector<at::Tensor> outputs;
    for (int step = 0; step < steps; ++step) {
        const UnetInput input = test::goldenInput(golden, step);
        routing.beginStep(step, static_cast<float>(input.timestep));
        outputs.push_back(mixture.unet->forward(input, run));
        routing.endStep();
    }
    return {outputs, routing.trace()};
}

/// The mixture of a golden with other experts and gates.
TensorSourcePtr mixtureOf(const MixtureGolden& golden, const std::vector<TensorSourcePtr>& experts,
                          const moe::GateTensors& gates, int k) {
    const TensorSourcePtr base = test::tinyUnet(golden.list("experts").front());
    return std::make_shared<moe::MixtureSource>(
        base, experts, moe::planMixture(*base, golden.layers(), static_cast<int>(experts.size()), k), gates);
}

moe::GateTensors mapped(moe::GateTensors gates, const std::function<at::Tensor(const at::Tensor&)>& change) {
    for (auto& entry : gates) entry.second = change(entry.second);
    return gates;
}

}  // namespace

class SparseLayersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void likeTheReference_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("compat");
        for (const char* name : kCases) {
            QTest::addRow("%s compat", name) << QString(name) << true;
            QTest::addRow("%s", name) << QString(name) << false;
        }
    }
    void likeTheReference() {
        QFETCH(QString, name);
        QFETCH(bool, compat);
        const MixtureGolden golden(name.toStdString());
        const LoadedMixture mixture = load(golden);
        RoutingPolicy policy;
        policy.compat = compat;
        const auto [outputs, trace] = runSteps(golden, mixture, policy);
        const at::Tensor expected = golden.tensor("out"), chosen = golden.tensor("chosen"),
                         scores = golden.tensor("scores");
        const std::vector<std::string> modules = golden.list("modules");
        for (std::size_t step = 0; step < outputs.size(); ++step) {
            const auto at = static_cast<std::int64_t>(step);
            const double error = test::relativeRms(outputs[step], expected[at]);
            QVERIFY2(error < 2e-5, qPrintable(QString("step %1: %2").arg(step).arg(error)));
            for (std::size_t m = 0; m < modules.size(); ++m) {
                const moe::RoutingSite* site = mixture.table->siteOf(modules[m]);
                QVERIFY2(site != nullptr, modules[m].c_str());
                const at::Tensor wanted = chosen[at][static_cast<std::int64_t>(m)];
                for (int rank = 0; rank < golden.k(); ++rank)
                    QCOMPARE(trace.chosenAt(static_cast<int>(step), site->index, rank), wanted[rank].item<int>());
                for (int e = 0; e < trace.expertCount(); ++e) {
                    const float reference = scores[at][static_cast<std::int64_t>(m)][e].item<float>();
                    const float ours = trace.scoreAt(static_cast<int>(step), site->index, e);
                    QVERIFY2(std::abs(ours - reference) < 1e-4F, qPrintable(QString::number(ours - reference)));
                }
            }
        }
    }

    void bf16StaysClose() {
        std::vector<double> errors;
        for (const char* name : kCases) {
            const MixtureGolden golden(name);
            const auto [outputs, trace] = runSteps(golden, load(golden, {at::kCPU, at::kBFloat16}), {});
            for (std::size_t step = 0; step < outputs.size(); ++step)
                errors.push_back(
                    test::relativeRms(outputs[step], golden.tensor("out")[static_cast<std::int64_t>(step)]));
        }
        std::sort(errors.begin(), errors.end());
        QVERIFY2(errors[errors.size() / 2] < 3e-2, qPrintable(QString::number(errors[errors.size() / 2])));
        QVERIFY2(errors.back() < 0.25, qPrintable(QString::number(errors.back())));
    }

    void identicalExpertsAreTheDenseModelBitForBit() {
        const MixtureGolden golden("sd_all_k1");
        const TensorSourcePtr base = test::tinyUnet("sd1");
        const UnetConfig config = test::tinyConfig("sd1");
        const LoadedMixture mixture(mixtureOf(golden, {base, base, base}, test::goldenGates(golden), 1), config, 1);
        nn::RunContext run;
        const UnetInput input = test::goldenInput(golden, 1);
        QVERIFY(at::equal(test::forward(mixture, input), Unet::load(config, base, {})->forward(input, run)));
    }

    void permutingExpertsChangesNothing() {
        const MixtureGolden golden("sd_all_k2");
        const std::vector<TensorSourcePtr> permuted = {test::tinyUnet("sd1_expert2"), test::tinyUnet("sd1"),
                                                       test::tinyUnet("sd1_expert1")};
        const auto gates = mapped(test::goldenGates(golden), [](const at::Tensor& gate) {
            return at::stack({gate[2], gate[0], gate[1]});
        });
        const LoadedMixture other(mixtureOf(golden, permuted, gates, 2), test::tinyConfig("sd1"), 2);
        const UnetInput input = test::goldenInput(golden, 2);
        QVERIFY(at::equal(test::forward(load(golden), input), test::forward(other, input)));
    }

    void scalingGatesAtK1ChangesNothing() {
        const MixtureGolden golden("sdxl_attn_k1");
        const auto gates = mapped(test::goldenGates(golden), [](const at::Tensor& gate) { return gate * 4.0; });
        std::vector<TensorSourcePtr> experts;
        for (const std::string& model : golden.list("experts")) experts.push_back(test::tinyUnet(model));
        const LoadedMixture scaled(mixtureOf(golden, experts, gates, 1), test::tinyConfig("sdxl"), 1);
        const UnetInput input = test::goldenInput(golden, 0);
        QVERIFY(at::equal(test::forward(load(golden), input), test::forward(scaled, input)));
    }

    void promptChoiceIsConstantAndMadeOnce() {
        const MixtureGolden golden("sd_all_k2");
        const LoadedMixture mixture = load(golden);
        const auto [outputs, trace] = runSteps(golden, mixture, {});
        const auto site = std::find(trace.sites.begin(), trace.sites.end(), "cross_kv") - trace.sites.begin();
        for (int step = 1; step < trace.steps; ++step)
            for (int rank = 0; rank < 2; ++rank)
                QCOMPARE(trace.chosenAt(step, static_cast<int>(site), rank),
                         trace.chosenAt(0, static_cast<int>(site), rank));

        // with keys and values kept, later steps do not ask for the prompt at all and give the same
        moe::RoutingRun routing(mixture.table, {}, 2);
        QVERIFY(routing.areCrossKeyValuesConstant());
        nn::RunContext run;
        run.routing = &routing;
        run.keepCrossKeyValues = true;
        for (int step = 0; step < 2; ++step) {
            routing.beginStep(step, 0.0F);
            QVERIFY(at::equal(mixture.unet->forward(test::goldenInput(golden, step), run),
                              outputs[static_cast<std::size_t>(step)]));
            routing.endStep();
        }
        const std::int64_t everything = mixture.cache->statistics().residentBytes;
        (void)test::forward(mixture, test::goldenInput(golden, 0));
        QVERIFY2(mixture.cache->statistics().residentBytes > everything,
                 "the weights of kept keys and values were not let go");
        QCOMPARE(routing.trace().chosenAt(1, static_cast<int>(site), 0), trace.chosenAt(0, static_cast<int>(site), 0));
    }

    void allExpertsAreASoftmaxOverDenseOnes() {
        // one site by hand: y = Σ softmax(x Gᵀ)_e W_e x
        const at::Tensor x = at::randn({2, 5, 4}), weights = at::randn({3, 6, 4});
        const moe::RoutingSite site{0,  "D1.A0.T0.self",  "D1.A0.T0.self", SiteKind::SelfAttention,
                                    {}, at::randn({3, 4})};
        const MixtureGolden golden("sd_all_k3");
        moe::RoutingRun routing(load(golden).table, {});
        nn::RunContext run;
        run.routing = &routing;
        const auto outputs = moe::mixExperts(x, site, run, [&](int e, const at::Tensor& rows) {
            return std::vector<at::Tensor>{at::linear(rows, weights[e])};
        });
        const at::Tensor p = at::softmax(at::linear(x, site.gate), -1);
        at::Tensor expected = at::zeros({2, 5, 6});
        for (int e = 0; e < 3; ++e) expected += p.select(2, e).unsqueeze(2) * at::linear(x, weights[e]);
        QVERIFY(test::relativeRms(outputs.front(), expected) < 1e-6);
    }

    void groupsRunApart() {
        const MixtureGolden golden("sd_all_k1");
        const LoadedMixture mixture = load(golden);
        UnetInput input = test::goldenInput(golden, 1);
        RoutingPolicy policy;
        policy.group = RoutingGroup::Half;
        const at::Tensor both = test::forward(mixture, input, policy, 1);
        const at::Tensor batch = test::forward(mixture, input, {}, 1);
        policy.group = RoutingGroup::Sample;
        QVERIFY(at::equal(test::forward(mixture, input, policy, 1), both));
        policy.group = RoutingGroup::Image;
        QVERIFY(at::equal(test::forward(mixture, input, policy, 1), batch));
        for (int row = 0; row < 2; ++row) {
            UnetInput alone = input;
            alone.sample = input.sample.narrow(0, row, 1);
            alone.context = input.context.narrow(0, row, 1);
            QVERIFY(test::relativeRms(both.narrow(0, row, 1), test::forward(mixture, alone)) < 1e-5);
        }
        QVERIFY2(test::relativeRms(both, batch) > 1e-3, "the halves choose alike, so this test shows nothing");
    }

    void conditionalRowsAloneDecide() {
        const MixtureGolden golden("sd_all_k1");
        const LoadedMixture mixture = load(golden);
        const UnetInput input = test::goldenInput(golden, 1);
        RoutingPolicy policy;
        policy.condOnly = true;
        UnetInput otherNegative = input;
        otherNegative.context = input.context.clone();
        otherNegative.context[0].mul_(-3.0);
        // another negative prompt moves only its own half; it would move both if it had a say in the choice
        const at::Tensor first = test::forward(mixture, input, policy, 1),
                         second = test::forward(mixture, otherNegative, policy, 1);
        QVERIFY(test::relativeRms(second[1], first[1]) < 1e-5);
        QVERIFY(test::relativeRms(second[0], first[0]) > 1e-3);
        const at::Tensor a = test::forward(mixture, input, {}, 1)[1],
                         b = test::forward(mixture, otherNegative, {}, 1)[1];
        QVERIFY2(test::relativeRms(b, a) > 1e-3, "the negative half never decides, so this test shows nothing");
    }

    void budgetBoundsTheWeightsInMemory() {
        const MixtureGolden golden("sd_all_k2");
        const UnetInput input = test::goldenInput(golden, 0);
        const LoadedMixture free = load(golden);
        const at::Tensor expected = test::forward(free, input);
        const moe::ExpertCacheStatistics all = free.cache->statistics();
        QVERIFY(all.residentBytes > 0);
        QCOMPARE(all.evictions, 0);
        const std::int64_t budget = all.residentBytes / 4;
        const LoadedMixture bounded = load(golden, {}, budget);
        QVERIFY(at::equal(test::forward(bounded, input), expected));
        const moe::ExpertCacheStatistics some = bounded.cache->statistics();
        QVERIFY(some.peakBytes <= budget);
        QVERIFY(some.evictions > 0);
        (void)test::forward(free, input);
        QCOMPARE(free.cache->statistics().misses, all.misses);
        QVERIFY(free.cache->statistics().hits >= all.misses);
        // exactly k of E were touched: two thirds of the experts' weights, stored in fp16 and held in fp32
        std::int64_t experts = 0;
        const auto source = test::goldenMixture(golden);
        for (const std::string& name : source->names())
            if (name.find(".experts.") != std::string::npos) experts += 2 * source->find(name)->bytes();
        QCOMPARE(all.residentBytes * 3, experts * 2);
        free.cache->clear();
        QCOMPARE(free.cache->statistics().residentBytes, 0);
    }

    void soloIsThatExpertEverywhere() {
        const MixtureGolden golden("sd_all_k2");
        const LoadedMixture mixture = load(golden);
        RoutingPolicy policy;
        policy.rules.push_back({RoutingRule::Act::Solo, 1, 0.0, {}, {}});
        const UnetInput input = test::goldenInput(golden, 0);
        const at::Tensor solo = test::forward(mixture, input, policy);
        // solo of one expert in every mixed module: all its modules in the base's frame
        const TensorSourcePtr one = test::tinyUnet("sd1_expert1");
        const LoadedMixture same(mixtureOf(golden, {one, one, one}, test::goldenGates(golden), 1),
                                 test::tinyConfig("sd1"), 1);
        QVERIFY(at::equal(solo, test::forward(same, input)));
        policy.rules.push_back({RoutingRule::Act::Mute, 1, 0.0, {"*.ff"}, {}});
        QCOMPARE(test::expectError([&] { test::forward(mixture, input, policy); }).code(), ErrorCode::RequestInvalid);
    }

    void differentGatesMakeSitesOfTheirOwn() {
        const MixtureGolden golden("sd_all_k1");
        QCOMPARE(load(golden).table->sites().size(), 46U);
        auto gates = test::goldenGates(golden);
        const std::string block = "up_blocks.1.attentions.0.transformer_blocks.0.";
        gates[block + "attn1.to_k.gate.weight"] = at::randn({3, 8});
        gates[block + "attn2.to_v.gate.weight"] = at::randn({3, 8});
        std::vector<TensorSourcePtr> experts;
        for (const std::string& model : golden.list("experts")) experts.push_back(test::tinyUnet(model));
        const LoadedMixture mixture(mixtureOf(golden, experts, gates, 1), test::tinyConfig("sd1"), 1);
        const std::vector<std::string> labels = mixture.table->labels();
        const auto has = [&](const char* label) {
            return std::find(labels.begin(), labels.end(), label) != labels.end();
        };
        QVERIFY(has("U1.A0.T0.self_q") && has("U1.A0.T0.self_k") && has("U1.A0.T0.self_v") && !has("U1.A0.T0.self"));
        QVERIFY(has("U1.A0.T0.cross_k") && has("U1.A0.T0.cross_v") && has("D0.A0.T0.cross_kv") && !has("cross_kv"));
        QCOMPARE(labels.size(),
                 std::size_t{45 + 2 + 16});  // q, k, v apart in one block; k and v of 14 blocks together, of one apart
        QVERIFY(test::forward(mixture, test::goldenInput(golden, 0)).isfinite().all().item<bool>());
    }

    void siteCountsOfTheLayouts() {
        QCOMPARE(load(MixtureGolden("sd_attn_k2")).table->sites().size(), 31U);
        QCOMPARE(load(MixtureGolden("sd_ff_k2")).table->sites().size(), 15U);
        QCOMPARE(load(MixtureGolden("sdxl_all_k2")).table->sites().size(), 181U);
        QCOMPARE(load(MixtureGolden("sdxl_attn_k1")).table->sites().size(), 121U);
        const auto labels = load(MixtureGolden("sdxl_all_k2")).table->labels();
        QCOMPARE(labels.front(), std::string("D1.A0.T0.self"));
        QCOMPARE(labels[2], std::string("cross_kv"));
        QCOMPARE(labels.back(), std::string("U1.A2.T1.ff"));
    }

    void runWithoutRoutingIsAnError() {
        const MixtureGolden golden("sd_ff_k2");
        nn::RunContext run;
        QCOMPARE(test::expectError([&] { load(golden).unet->forward(test::goldenInput(golden, 0), run); }).code(),
                 ErrorCode::InternalError);
    }

    void stepSinkDeliversOneStepAtATime() {
        const MixtureGolden golden("sd_ff_k2");
        const LoadedMixture mixture = load(golden);
        moe::RoutingRun routing(mixture.table, {}, 1, {"a", "b", "c"});
        std::vector<RoutingTrace> seen;
        routing.onStep([&](const RoutingTrace& one) { seen.push_back(one); });
        nn::RunContext run;
        run.routing = &routing;
        routing.beginStep(0, 7.0F);
        mixture.unet->forward(test::goldenInput(golden, 0), run);
        routing.endStep();
        QCOMPARE(seen.size(), 1U);
        QCOMPARE(seen[0].timesteps, std::vector<float>{7.0F});
        QCOMPARE(seen[0].experts, (std::vector<std::string>{"a", "b", "c"}));
        for (int site = 0; site < seen[0].siteCount(); ++site) {
            QVERIFY(std::abs(seen[0].weightAt(0, site, 0) + seen[0].weightAt(0, site, 1) - 1.0F) < 1e-5F);
            QVERIFY(seen[0].scoreAt(0, site, seen[0].chosenAt(0, site, 0)) >=
                    seen[0].scoreAt(0, site, seen[0].chosenAt(0, site, 1)));
        }
    }
};

QTEST_APPLESS_MAIN(SparseLayersTest)
#include "sparse_layers_test.moc"
