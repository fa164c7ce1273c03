// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/weight_scope.h"
#include "core/weights/memory_source.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::test;

namespace {

TensorSourcePtr smallSource() {
    return std::make_shared<MemorySource>(MemorySource::Tensors{{"down.0.weight", at::ones({2, 3}, at::kHalf)},
                                                                {"down.0.bias", at::zeros({2})},
                                                                {"down.10.bias", at::zeros({4})},
                                                                {"text.position_ids", at::arange(3)}},
                                          "small.safetensors");
}

}  // namespace

class WeightScopeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void walksScopesAndConverts() {
        WeightLoader loader(smallSource(), {});
        const WeightScope scope = WeightScope(loader).child("down", 0);
        QCOMPARE(scope.prefix(), std::string("down.0"));
        QVERIFY(scope.has("weight"));
        QVERIFY(!scope.has("norm"));
        QVERIFY(scope.take("weight", {2, 3}).scalar_type() == at::kFloat);
        QVERIFY(!scope.takeOptional("norm", {2}).defined());
        QVERIFY(scope.takeOptional("bias", {2}).defined());
        loader.expect("down.10.bias", std::vector<std::int64_t>{4});
        loader.ignore("position_ids");
        loader.finish();
    }

    void listsEveryFaultAtOnce() {
        WeightLoader loader(smallSource(), {});
        const WeightScope scope = WeightScope(loader).child("down", 0);
        QCOMPARE(scope.take("absent", {5, 1}).sizes().vec(), (std::vector<std::int64_t>{5, 1}));
        QCOMPARE(scope.take("weight", {3, 2}).sizes().vec(), (std::vector<std::int64_t>{3, 2}));
        const Error error = expectError([&] { loader.finish(); });
        QCOMPARE(errorCodeName(error.code()), errorCodeName(ErrorCode::TensorMissing));
        for (const char* part : {"small.safetensors", "down.0.absent", "down.0.weight", "down.0.bias"})
            QVERIFY2((std::string(error.what()) + error.detail()).find(part) != std::string::npos, part);
        QVERIFY(error.detail().find("down.10.bias") != std::string::npos);
    }

    void codesForOnlyWrongShapesAndOnlyUnexpected() {
        WeightLoader wrong(smallSource(), {});
        wrong.take("down.0.bias", std::vector<std::int64_t>{3});
        QVERIFY(expectError([&] { wrong.finish(); }).code() == ErrorCode::TensorShapeMismatch);
        WeightLoader unused(smallSource(), {});
        QVERIFY(expectError([&] { unused.finish(); }).code() == ErrorCode::ArchitectureMismatch);
    }

    void stopsWhenCancelled() {
        CancelToken cancel;
        WeightLoader loader(smallSource(), {}, cancel);
        cancel.cancel();
        QVERIFY_EXCEPTION_THROWN(loader.take("down.0.bias", std::vector<std::int64_t>{2}), Cancelled);
    }

    void reportsProgress() {
        std::vector<Progress> seen;
        WeightLoader loader(smallSource(), {}, {}, [&](const Progress& progress) { seen.push_back(progress); });
        loader.take("down.0.bias", std::vector<std::int64_t>{2});
        QCOMPARE(seen.size(), std::size_t{1});
        QVERIFY(seen[0].stage == Stage::Loading);
        QCOMPARE(seen[0].item, std::string("down.0.bias"));
        QCOMPARE(seen[0].total, 4);
    }
};

QTEST_APPLESS_MAIN(WeightScopeTest)
#include "weight_scope_test.moc"
