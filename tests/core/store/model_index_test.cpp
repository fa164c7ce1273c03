// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/store/model_index.h"

#include <QtTest/QtTest>

#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::store;

namespace {

ModelRow row(const std::string& path, std::int64_t bytes = 10, std::int64_t modified = 5) {
    ModelRow own;
    own.found = {path, bytes, modified, false};
    own.root = "/models";
    own.facts = "{}";
    return own;
}

std::vector<std::string> namesIn(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    scanFolder(folder,
               [&](const FoundModel& found) {
                   names.push_back(std::filesystem::relative(found.path, folder).generic_string());
               },
               {});
    std::ranges::sort(names);
    return names;
}

}  // namespace

class ModelIndexTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatAFileSaysIsReplacedAndWhatTheUserSaysStays() {
        const test::TempDir folder;
        ModelIndex index(folder / "library.sqlite");
        index.addRoot({"/models"});
        index.put(row("/models/a.safetensors"));
        index.setAlias("/models/a.safetensors", "dreamy");
        index.setTags("/models/a.safetensors", "one\ntwo");
        index.setSha256("/models/a.safetensors", std::string(64, 'a'));
        index.setLastUsed("/models/a.safetensors", 77);
        index.put(row("/models/a.safetensors"));
        QCOMPARE(index.find("/models/a.safetensors")->sha256, std::string(64, 'a'));
        index.put(row("/models/a.safetensors", 11, 6));
        const auto changed = index.find("/models/a.safetensors");
        QCOMPARE(changed->alias, std::string("dreamy"));
        QCOMPARE(changed->tags, std::string("one\ntwo"));
        QCOMPARE(changed->lastUsed, 77);
        QVERIFY(changed->added > 0);
        QVERIFY2(changed->sha256.empty(), "the digest of the former file stayed");
        QCOMPARE(changed->found.bytes, 11);
    }

    void missingModelsAreMarkedAndComeBack() {
        const test::TempDir folder;
        ModelIndex index(folder / "library.sqlite");
        index.addRoot({"/models"});
        index.put(row("/models/a.safetensors"));
        index.put(row("/models/b.safetensors"));
        QCOMPARE(index.markMissing("/models", {"/models/a.safetensors"}), 1);
        QVERIFY(index.find("/models/b.safetensors")->isMissing);
        QCOMPARE(index.markMissing("/models", {"/models/a.safetensors"}), 0);  // told once
        QCOMPARE(index.markMissing("/models", {"/models/a.safetensors", "/models/b.safetensors"}), 0);
        QVERIFY(!index.find("/models/b.safetensors")->isMissing);
    }

    void rootsHoldTheirModels() {
        const test::TempDir folder;
        ModelIndex index(folder / "library.sqlite");
        index.addRoot({"/models"});
        index.put(row("/models/a.safetensors"));
        QCOMPARE(test::expectError([&] { index.addRoot({"/models"}); }).code(), ErrorCode::RequestInvalid);
        QCOMPARE(test::expectError([&] { index.addRoot({"/models/inner"}); }).code(), ErrorCode::RequestInvalid);
        index.addRoot({"/models2"});
        index.setRootEnabled("/models", false);
        QVERIFY(!index.roots().front().isEnabled);
        index.removeRoot("/models");
        QVERIFY(index.models().empty());
        QCOMPARE(index.roots().size(), std::size_t{1});
    }

    void aBatchIsAllOrNothing() {
        const test::TempDir folder;
        ModelIndex index(folder / "library.sqlite");
        index.addRoot({"/models"});
        {
            ModelIndex::Batch batch(index);
            index.put(row("/models/a.safetensors"));
        }
        QVERIFY(index.models().empty());
    }

    void foldersAreScannedForModels() {
        const test::TempDir folder;
        namespace fs = std::filesystem;
        fs::create_directories(folder / "checkpoints/.trash");
        fs::create_directories(folder / "pipeline/unet");
        test::writeFile(folder / "checkpoints/a.safetensors", "x");
        test::writeFile(folder / "checkpoints/B.SafeTensors", "x");
        test::writeFile(folder / "checkpoints/old.ckpt", "x");
        test::writeFile(folder / "checkpoints/readme.txt", "x");
        test::writeFile(folder / "checkpoints/.a.safetensors.segmoe-part-1", "x");
        test::writeFile(folder / "checkpoints/.trash/c.safetensors", "x");
        test::writeFile(folder / "pipeline/model_index.json", "{}");
        test::writeFile(folder / "pipeline/unet/diffusion_pytorch_model.safetensors", "12345");
        fs::create_directory_symlink(folder / "checkpoints", folder / "again");
        fs::create_directory_symlink(folder.path(), folder / "checkpoints/loop");
        const std::vector<std::string> wanted = {"checkpoints/B.SafeTensors", "checkpoints/a.safetensors",
                                                 "checkpoints/old.ckpt", "pipeline"};
        QCOMPARE(namesIn(folder.path()), wanted);
        scanFolder(folder / "pipeline",
                   [&](const FoundModel& found) {
                       QVERIFY(found.isFolder);
                       QCOMPARE(found.bytes, 5);
                       QVERIFY(found.modified != 0);
                   },
                   {});
        QCOMPARE(folderState(folder / "nowhere"), FolderState::Missing);
    }

    void aScanCanBeCancelled() {
        const test::TempDir folder;
        for (int i = 0; i < 5; ++i) test::writeFile(folder / (std::to_string(i) + ".safetensors"), "x");
        CancelToken cancel;
        int seen = 0;
        bool isCancelled = false;
        try {
            scanFolder(
                folder.path(),
                [&](const FoundModel&) {
                    if (++seen == 2) cancel.cancel();
                },
                cancel);
        } catch (const Cancelled&) {
            isCancelled = true;
        }
        QVERIFY(isCancelled);
        QCOMPARE(seen, 2);
    }
};

QTEST_APPLESS_MAIN(ModelIndexTest)
#include "model_index_test.moc"
