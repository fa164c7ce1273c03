// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include <ATen/ATen.h>

#include "core/moe/trace_csv.h"
#include "core/moe/trace_file.h"
#include "core/moe/trace_summary.h"
#include "core/weights/memory_source.h"
#include "core/weights/safetensors_file.h"
#include "core/weights/safetensors_writer.h"
#include "tests/support/test_support.h"

using namespace segmoe;

namespace {

/// 3 steps, 3 sites, 3 experts, k = 2.
RoutingTrace trace() {
    RoutingTrace t;
    t.steps = 3;
    t.k = 2;
    t.sites = {"D1.A0.T0.self", "cross_kv", "D1.A0.T0.ff"};
    t.experts = {"photo", "a,\"b\"", "=1+1"};
    t.timesteps = {999.0F, 500.5F, 1.0F};
    t.chosen = {0, 1, 2, 0, 1, -1, /**/ 1, 0, 2, 0, 1, -1, /**/ 0, 2, 2, 0, 2, -1};
    t.weights = {0.75F, 0.25F, 0.5F, 0.5F, 1, 0, 0.75F, 0.25F, 0.5F, 0.5F, 1, 0, 0.75F, 0.25F, 0.5F, 0.5F, 1, 0};
    for (int i = 0; i < 27; ++i) t.scores.push_back(static_cast<float>(i % 3) * 0.5F);
    t.request = R"({"prompt":"a cat"})";
    return t;
}

using Tensors = MemorySource::Tensors;
using Metadata = std::map<std::string, std::string>;

/// Writes a trace file with something changed.
void writeChanged(const std::filesystem::path& file, const std::function<void(Tensors&, Metadata&)>& change) {
    moe::writeTrace(trace(), file);
    Tensors tensors;
    Metadata metadata;
    {
        const auto source = SafetensorsFile::open(file);
        for (const std::string& name : source->names()) tensors.emplace(name, source->load(name).clone());
        metadata = source->metadata();
    }
    change(tensors, metadata);
    SafetensorsWriteOptions options;
    options.metadata = metadata;
    writeSafetensors(MemorySource(tensors), file, options);
}

}  // namespace

class TraceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip() {
        const test::TempDir dir;
        moe::writeTrace(trace(), dir / "t.safetensors");
        const RoutingTrace again = moe::readTrace(dir / "t.safetensors");
        const RoutingTrace wanted = trace();
        QCOMPARE(again.steps, wanted.steps);
        QCOMPARE(again.k, wanted.k);
        QCOMPARE(again.sites, wanted.sites);
        QCOMPARE(again.experts, wanted.experts);
        QCOMPARE(again.timesteps, wanted.timesteps);
        QCOMPARE(again.chosen, wanted.chosen);
        QCOMPARE(again.weights, wanted.weights);
        QCOMPARE(again.scores, wanted.scores);
        QCOMPARE(again.request, wanted.request);
        const auto file = SafetensorsFile::open(dir / "t.safetensors");
        QVERIFY(file->find("chosen") == (TensorInfo{DType::I32, {3, 3, 2}}));
        QVERIFY(file->find("scores") == (TensorInfo{DType::F32, {3, 3, 3}}));
        QVERIFY(file->find("timesteps") == (TensorInfo{DType::F32, {3}}));
        QCOMPARE(file->metadata().at("sites"), std::string(R"(["D1.A0.T0.self","cross_kv","D1.A0.T0.ff"])"));
    }

    void hostile_data() {
        QTest::addColumn<int>("which");
        const char* names[] = {"no chosen",
                               "chosen of another type",
                               "too few dimensions",
                               "weights do not fit",
                               "sites do not fit",
                               "expert out of range",
                               "expert below -1",
                               "expert twice",
                               "weight is no number",
                               "sites is no list",
                               "sites is no JSON",
                               "no experts",
                               "sites of numbers",
                               "k above E",
                               "no steps"};
        for (int i = 0; i < 15; ++i) QTest::newRow(names[i]) << i;
    }
    void hostile() {
        QFETCH(int, which);
        const test::TempDir dir;
        const std::filesystem::path file = dir / "t.safetensors";
        writeChanged(file, [&](Tensors& tensors, Metadata& metadata) {
            const std::function<void()> changes[] = {
                [&] { tensors.erase("chosen"); },
                [&] { tensors["chosen"] = tensors["chosen"].to(at::kLong); },
                [&] { tensors["chosen"] = tensors["chosen"].flatten(); },
                [&] {
                    tensors["weights"] = at::zeros({3, 3, 1});
                },
                [&] { metadata["sites"] = R"(["a","b"])"; },
                [&] { tensors["chosen"][0][0][0] = 3; },
                [&] { tensors["chosen"][2][2][1] = -2; },
                [&] { tensors["chosen"][1][0][0] = 0; },
                [&] { tensors["weights"][1][1][1] = std::numeric_limits<float>::quiet_NaN(); },
                [&] { metadata["sites"] = R"({"a":1})"; },
                [&] { metadata["sites"] = "["; },
                [&] { metadata.erase("experts"); },
                [&] { metadata["sites"] = "[1,2,3]"; },
                [&] {
                    metadata["experts"] = R"(["a"])";
                    tensors["scores"] = at::zeros({3, 3, 1});
                },
                [&] {
                    tensors["chosen"] = at::zeros({0, 3, 2}, at::kInt);
                },
            };
            changes[which]();
        });
        QCOMPARE(test::expectError([&] { moe::readTrace(file); }).code(), ErrorCode::CaptureInvalid);
    }

    void otherFilesAreRefused() {
        const test::TempDir dir;
        test::writeFile(dir / "x.safetensors", "no trace at all");
        QCOMPARE(test::expectError([&] { moe::readTrace(dir / "x.safetensors"); }).code(), ErrorCode::CaptureInvalid);
        QCOMPARE(test::expectError([&] { moe::readTrace(dir / "none.safetensors"); }).code(), ErrorCode::FileMissing);
        writeChanged(dir / "new.safetensors", [](Tensors&, Metadata& metadata) { metadata["segmoe_trace"] = "2"; });
        QCOMPARE(test::expectError([&] { moe::readTrace(dir / "new.safetensors"); }).code(), ErrorCode::CaptureTooNew);
        // maps and tensors of later versions do not disturb
        writeChanged(dir / "maps.safetensors", [](Tensors& tensors, Metadata&) {
            tensors["map.cross_kv"] = at::zeros({3, 3, 2, 2}, at::kHalf);
        });
        QCOMPARE(moe::readTrace(dir / "maps.safetensors").chosen, trace().chosen);
    }

    void summaryByHand() {
        const moe::TraceSummary summary = moe::summarize(trace());
        const auto near = [](double a, double b) { return std::abs(a - b) < 1e-9; };
        // site 0: {0,1}, {1,0}, {0,2} → expert 0 in all steps, 1 in two, 2 in one
        QVERIFY(near(summary.load[0][0], 1.0) && near(summary.load[0][1], 2.0 / 3) &&
                near(summary.load[0][2], 1.0 / 3));
        QVERIFY(near(summary.loadOverall[0] + summary.loadOverall[1] + summary.loadOverall[2], 1.0));
        QVERIFY(near(summary.loadByKind.at("cross_kv")[2], 0.5));
        // ff: 1, 1, 2 → H(2/3, 1/3) / ln 3
        QVERIFY(near(summary.entropy[2], (std::log(3.0) - 2.0 / 3 * std::log(2.0)) / std::log(3.0)));
        QVERIFY(near(summary.entropy[1], std::log(2.0) / std::log(3.0)));
        // order within a set is no flip; step 2 changes self and ff
        QCOMPARE(summary.flipRate, (std::vector<double>{0.0, 0.0, 2.0 / 3}));
        QVERIFY(near(summary.meanFlipRate, 1.0 / 3));
        QVERIFY(near(summary.saturation[0], 1.0 / 3) && near(summary.saturation[2], 1.0));
        QVERIFY(near(summary.overlap[0], (0.5 + 1.0 + 0.0) / 3));
        // scores 0, .5, 1: neighbours are one 0.5 apart, spread sqrt(1/6)
        QVERIFY(near(summary.margin[0], 0.5 / std::sqrt(1.0 / 6)));
        const nlohmann::json json = moe::summaryJson(trace(), summary);
        QCOMPARE(json["by_site"].size(), std::size_t{3});
        QVERIFY(moe::summarize(RoutingTrace{}).load.empty());
    }

    void agreementOfTwo() {
        RoutingTrace other = trace();
        other.chosen[0] = 2;  // step 0, self: {2, 1}
        std::swap(other.chosen[6], other.chosen[7]);
        const moe::TraceAgreement agreement = moe::compare(trace(), other);
        QVERIFY(std::abs(agreement.share - 8.0 / 9) < 1e-9);
        QVERIFY(std::abs(agreement.bySite[0] - 2.0 / 3) < 1e-9);
        QCOMPARE(moe::agreementJson(trace(), agreement)["differing_sites"].size(), std::size_t{1});
        other.steps = 2;
        QCOMPARE(test::expectError([&] { moe::compare(trace(), other); }).code(), ErrorCode::RequestInvalid);
        other.sites[0] = "x";
        QCOMPARE(test::expectError([&] { moe::compare(trace(), other); }).code(), ErrorCode::RequestInvalid);
    }

    void csvIsQuotedAndLocaleFree() {
        const QStringList lines = QString::fromStdString(moe::traceCsv(trace())).split("\r\n");
        QCOMPARE(lines.size(), 3 * 3 + 2);
        QCOMPARE(lines[0], QString("step,timestep,site,kind,expert_1,weight_1,expert_2,weight_2,score photo,\"score "
                                   "a,\"\"b\"\"\",score =1+1"));
        QCOMPARE(lines[1], QString("0,999,D1.A0.T0.self,self,0,0.75,1,0.25,0,0.5,1"));
        QCOMPARE(lines[6], QString("1,500.5,D1.A0.T0.ff,ff,1,1,,,0,0.5,1"));
    }
};

QTEST_APPLESS_MAIN(TraceTest)
#include "trace_test.moc"
