// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/gate_builder.h"

#include <QtTest/QtTest>

#include "core/moe/gate_report.h"
#include "core/weights/memory_source.h"
#include "tests/core/moe/tiny_mixture.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using test::MixtureGolden;

namespace {

struct Setup {
    explicit Setup(const std::string& name, GateMethod method) : golden(name) {
        const std::vector<std::string> models = golden.list("experts");
        request.method = method;
        request.config = test::tinyConfig(models.front());
        const bool isXl = golden.text("type") == "sdxl";
        request.scheduler = samplers::SchedulerConfig::parse(
            test::readFile(test::goldenPath("models/" + models.front() + "/scheduler/scheduler_config.json")),
            "scheduler", isXl ? ModelFamily::Sdxl : ModelFamily::Sd1);
        request.seed = static_cast<std::uint64_t>(std::stoi(golden.text("seed")));
        for (std::size_t e = 0; e < models.size(); ++e) {
            const std::string prefix = "expert" + std::to_string(e) + ".";
            moe::ExpertConditioning prompt;
            prompt.context = golden.tensor(prefix + "positive");
            prompt.negativeContext = golden.tensor(prefix + "negative");
            if (isXl) {
                prompt.pooled = golden.tensor(prefix + "positive_pooled");
                prompt.negativePooled = golden.tensor(prefix + "negative_pooled");
                const double pixels = request.config.sampleSize * 8.0;
                prompt.timeIds = at::tensor({pixels, pixels, 0.0, 0.0, pixels, pixels}).to(at::kFloat).unsqueeze(0);
            }
            experts.push_back({models[e], test::tinyUnet(models[e]), {prompt}});
        }
        request.layout = moe::planMixture(*experts.front().unet, MoeLayers::All, static_cast<int>(experts.size()), 2);
    }

    moe::BuiltGates build() const { return moe::buildGates(request, experts); }

    MixtureGolden golden;
    moe::GateRequest request;
    std::vector<moe::GateExpert> experts;
};

double cosine(const at::Tensor& a, const at::Tensor& b) { return (a.dot(b) / (a.norm() * b.norm())).item<double>(); }

double maxDifference(const at::Tensor& a, const at::Tensor& b) { return (a - b).abs().max().item<double>(); }

bool sameGates(const moe::GateTensors& a, const moe::GateTensors& b) {
    return a.size() == b.size() && std::all_of(a.begin(), a.end(), [&](const auto& entry) {
               return at::equal(entry.second, b.at(entry.first));
           });
}

const std::string kBlock = "down_blocks.1.attentions.0.transformer_blocks.0.";

}  // namespace

class GateBuilderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void compatGatesAreTheReferences_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("sd") << QString("sd_all_k2");
        QTest::newRow("sdxl") << QString("sdxl_all_k2");
    }
    void compatGatesAreTheReferences() {
        QFETCH(QString, name);
        const Setup setup(name.toStdString(), GateMethod::HiddenCompat);
        const moe::BuiltGates built = setup.build();
        QCOMPARE(built.evaluations, 25);
        const moe::GateTensors reference = test::goldenGates(setup.golden);
        QCOMPARE(built.gates.size(), reference.size());
        double lowest = 1.0;
        for (const auto& [gate, expected] : reference) {
            const at::Tensor& ours = built.gates.at(gate);
            if (gate.find("attn2.to_k") != std::string::npos || gate.find("attn2.to_v") != std::string::npos)
                QVERIFY(maxDifference(ours, expected) < 1e-5);
            for (int e = 0; e < 3; ++e) lowest = std::min(lowest, cosine(ours[e], expected[e]));
        }
        QVERIFY2(lowest > 0.999, qPrintable(QString::number(lowest, 'g', 10)));
    }

    void hiddenIsReproducible() {
        Setup setup("sd_all_k2", GateMethod::Hidden);
        const moe::BuiltGates first = setup.build();
        QCOMPARE(first.evaluations, 2);
        QVERIFY(sameGates(first.gates, setup.build().gates));
        setup.request.seed += 1;
        QVERIFY(!sameGates(first.gates, setup.build().gates));
        for (const auto& [name, gate] : first.gates)
            QVERIFY(maxDifference(gate.norm(2, at::IntArrayRef{1}), at::ones({3})) < 1e-5);
        QVERIFY(at::equal(first.gates.at(kBlock + "attn1.to_q.gate.weight"),
                          first.gates.at(kBlock + "attn1.to_v.gate.weight")));
        QVERIFY(at::equal(first.gates.at(kBlock + "attn2.to_k.gate.weight"),
                          first.gates.at("up_blocks.2.attentions.1.transformer_blocks.0.attn2.to_v.gate.weight")));
        const auto table = moe::RoutingTable::fromSource(
            moe::MixtureSource(setup.experts[0].unet,
                               {setup.experts[0].unet, setup.experts[1].unet, setup.experts[2].unet},
                               setup.request.layout, first.gates),
            2);
        QCOMPARE(table->sites().size(), 46U);
        const auto statistics = moe::gateStatistics(*table);
        QCOMPARE(statistics.size(), 46U);
        for (const auto& site : statistics)
            QVERIFY(std::abs(site.cosines[0] - 1.0) < 1e-6 && site.maxCosine <= 1.0 + 1e-6 &&
                    site.conditionNumber >= 1.0);
    }

    void moreStepsAndGuidanceChangeOnlyDrawnRows() {
        Setup setup("sd_all_k2", GateMethod::Hidden);
        const moe::BuiltGates base = setup.build();
        setup.request.steps = 3;
        const moe::BuiltGates longer = setup.build();
        setup.request.useGuidance = true;
        const moe::BuiltGates guided = setup.build();
        setup.request.steps = 1;
        QVERIFY(setup.build().gates.at(kBlock + "ff.gate.weight").isfinite().all().item<bool>());
        const std::string ff = kBlock + "ff.gate.weight", kv = kBlock + "attn2.to_k.gate.weight";
        QVERIFY(!at::equal(base.gates.at(ff), longer.gates.at(ff)) &&
                !at::equal(longer.gates.at(ff), guided.gates.at(ff)));
        QVERIFY(at::equal(base.gates.at(kv), longer.gates.at(kv)) && at::equal(base.gates.at(kv), guided.gates.at(kv)));
    }

    void weightedPromptsAreAveraged() {
        Setup setup("sd_all_k2", GateMethod::Text);
        const std::string kv = kBlock + "attn2.to_k.gate.weight";
        const at::Tensor plain = setup.build().gates.at(kv);
        moe::ExpertConditioning second = setup.experts[1].prompts[0];
        second.weight = 3.0;
        setup.experts[0].prompts.push_back(second);
        const at::Tensor mixed = setup.build().gates.at(kv);
        const at::Tensor expected = (plain[0] + 3.0 * plain[1]) / (plain[0] + 3.0 * plain[1]).norm();
        QVERIFY(maxDifference(mixed[0], expected) < 1e-6);
        QVERIFY(at::equal(mixed[1], plain[1]));
    }

    void textLeavesTheOthersAtZero() {
        const moe::BuiltGates built = Setup("sd_all_k2", GateMethod::Text).build();
        QCOMPARE(built.evaluations, 0);
        QVERIFY(at::equal(built.gates.at(kBlock + "ff.gate.weight"), at::zeros({3, 8})));
        QVERIFY(built.gates.at(kBlock + "attn2.to_v.gate.weight").norm().item<double>() > 1.0);
    }

    void equalAndRandom() {
        Setup setup("sd_all_k2", GateMethod::Equal);
        for (const auto& [name, gate] : setup.build().gates) QCOMPARE(gate.abs().max().item<double>(), 0.0);
        setup.request.method = GateMethod::Random;
        const moe::GateTensors random = setup.build().gates;
        QVERIFY(sameGates(random, setup.build().gates));
        double largest = 0.0;
        for (const auto& [name, gate] : random)
            largest = std::max(largest, gate.abs().max().item<double>() * std::sqrt(static_cast<double>(gate.size(1))));
        QVERIFY(largest <= 1.0 && largest > 0.95);
        QVERIFY(at::equal(random.at(kBlock + "attn1.to_q.gate.weight"), random.at(kBlock + "attn1.to_k.gate.weight")));
        QVERIFY(!at::equal(random.at(kBlock + "attn1.to_q.gate.weight"), random.at(kBlock + "attn2.to_q.gate.weight")));
        setup.request.seed = 1234;
        QVERIFY(!sameGates(random, setup.build().gates));
    }

    void centringTakesTheMeanAway() {
        Setup setup("sd_all_k2", GateMethod::Hidden);
        const at::Tensor plain = setup.build().gates.at(kBlock + "ff.gate.weight");
        setup.request.centre = true;
        const at::Tensor centred = setup.build().gates.at(kBlock + "ff.gate.weight");
        const at::Tensor apart = plain - plain.mean(at::IntArrayRef{0}, true);
        QVERIFY(maxDifference(centred, apart / apart.norm(2, at::IntArrayRef{1}, true)) < 1e-6);
    }

    void equalPromptsAreReported() {
        Setup setup("sd_all_k2", GateMethod::Text);
        setup.experts[2].prompts = setup.experts[0].prompts;
        const moe::BuiltGates built = setup.build();
        QCOMPARE(built.notices.size(), 1U);
        QVERIFY(QString::fromStdString(built.notices[0]).contains("'sd1' and 'sd1_expert2'"));
    }

    void brokenNetworksGiveAnError() {
        Setup setup("sd_all_k2", GateMethod::Hidden);
        MemorySource::Tensors tensors;
        for (const std::string& name : setup.experts[1].unet->names())
            tensors.emplace(name, setup.experts[1].unet->load(name).clone());
        tensors["conv_in.bias"].fill_(std::numeric_limits<double>::quiet_NaN());
        setup.experts[1].unet = std::make_shared<MemorySource>(std::move(tensors));
        const Error error = test::expectError([&] { setup.build(); });
        QCOMPARE(error.code(), ErrorCode::GateDegenerate);
        QVERIFY(QString::fromStdString(error.detail()).contains("attn1.to_q.gate.weight"));
    }

    void missingInputsAreSaid() {
        Setup setup("sd_all_k2", GateMethod::Hidden);
        setup.experts[2].prompts.clear();
        QCOMPARE(test::expectError([&] { setup.build(); }).code(), ErrorCode::GateFailed);
        setup.experts.pop_back();
        QCOMPARE(test::expectError([&] { setup.build(); }).code(), ErrorCode::GateFailed);
        setup.request.method = GateMethod::Svd;
        QCOMPARE(test::expectError([&] { setup.build(); }).code(), ErrorCode::NotAvailable);
    }

    void progressAndCancel() {
        const Setup setup("sd_all_k2", GateMethod::Hidden);
        std::vector<int> steps;
        CancelToken cancel;
        const auto progress = [&](const Progress& p) {
            QCOMPARE(p.total, 6);
            steps.push_back(p.step);
            if (p.step == 4) cancel.cancel();
        };
        QVERIFY_THROWS_EXCEPTION(Cancelled, moe::buildGates(setup.request, setup.experts, progress, cancel));
        QCOMPARE(steps, (std::vector<int>{1, 2, 3, 4}));
    }
};

QTEST_APPLESS_MAIN(GateBuilderTest)
#include "gate_builder_test.moc"
