// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// What the library does with files: joining copies, moving, headers; and who uses a model.
#include <algorithm>

#include <QtTest/QtTest>

#include "core/base/error.h"
#include "core/engine/model_library.h"
#include "core/hub/civitai_folder.h"
#include "core/store/gallery_index.h"
#include "tests/core/engine/library_files.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using test::findModel;
using test::writeTensorFile;
namespace fs = std::filesystem;

class ModelFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void copiesAreJoinedWhereThatIsAllowed() {
        const test::TempDir home, own, foreign;
        for (const char* name : {"a", "b", "c"}) writeTensorFile(own / (std::string(name) + ".safetensors"));
        writeTensorFile(foreign / "d.safetensors");
        fs::create_directories(own / "models--maker--thing/snapshots/1");
        writeTensorFile(own / "models--maker--thing/snapshots/1/e.safetensors");
        fs::create_symlink(fs::canonical(own / "a.safetensors"), own / "link.safetensors");
        const auto library = openLibrary(home.path());
        library->addRoot(own.path(), false);
        library->addRoot(foreign.path(), true);
        library->scan({}, {}, {});
        for (const LibraryModel& model : library->models()) library->hash(model.facts.path, {}, {});
        const fs::path keep = fs::canonical(own / "a.safetensors");
        QCOMPARE(findModel(library->models(), own / "b.safetensors")->copies, 5);  // the link takes no room
        const std::vector<ModelCopy> copies = library->copiesOf(keep);
        QCOMPARE(copies.size(), std::size_t{6});
        const auto placeOf = [&](const char* name) {
            return std::ranges::find(copies, name, [](const ModelCopy& c) { return c.path.filename(); })->place;
        };
        QVERIFY(placeOf("b.safetensors") == ModelCopy::Place::Own);
        QVERIFY(placeOf("d.safetensors") == ModelCopy::Place::ReadOnly);
        QVERIFY(placeOf("e.safetensors") == ModelCopy::Place::HubCache);
        QVERIFY(placeOf("link.safetensors") == ModelCopy::Place::Link);
        const CopyPlan plan = planCopies(copies, keep);
        QCOMPARE(plan.trash.size(), std::size_t{2});
        QCOMPARE(plan.join.size(), std::size_t{2});
        const auto bytes = static_cast<std::int64_t>(fs::file_size(keep));
        QCOMPARE(plan.joinBytes, 2 * bytes);
        for (const char* name : {"d.safetensors", "e.safetensors", "link.safetensors"}) {
            const auto copy = std::ranges::find(copies, name, [](const ModelCopy& c) { return c.path.filename(); });
            QVERIFY_THROWS_EXCEPTION(Error, library->joinCopies(keep, {copy->path}, {}, {}));
            QVERIFY(planCopies(copies, copy->path).join.empty());
        }
        library->setAlias(fs::canonical(own / "b.safetensors"), "second");
        library->checkCopies(keep, plan.trash, {}, {});
        QCOMPARE(library->joinCopies(keep, plan.join, {}, {}), 2 * bytes);
        QVERIFY(planCopies(library->copiesOf(keep), keep).join.empty());
        QCOMPARE(findModel(library->models(), own / "b.safetensors")->copies, 3);
        // The index knows what it did: nothing is read again, nothing forgotten.
        QCOMPARE(library->scan({}, {}, {}).read, 0);
        QVERIFY(library->unidentified().empty());
        QCOMPARE(findModel(library->models(), own / "b.safetensors")->alias, std::string("second"));
    }

    void copiesOnOtherDisksAndSharedRoomAreCounted() {
        const auto copy = [](const char* name, std::uint64_t device, std::uint64_t inode, std::uint64_t links) {
            return ModelCopy{name, ModelCopy::Place::Own, 100, device, inode, links};
        };
        // b and c share their room, which has one more name elsewhere; d is alone; e is on another disk.
        const std::vector<ModelCopy> copies{copy("a", 1, 1, 1), copy("b", 1, 2, 3), copy("c", 1, 2, 3),
                                            copy("d", 1, 3, 1), copy("e", 2, 1, 1)};
        const CopyPlan plan = planCopies(copies, "a");
        QCOMPARE(plan.trash.size(), std::size_t{4});
        QCOMPARE(plan.join.size(), std::size_t{3});
        QCOMPARE(plan.joinBytes, std::int64_t{100});
        QCOMPARE(planCopies(copies, "b").join.size(), std::size_t{2});
        QCOMPARE(planCopies(copies, "b").joinBytes, std::int64_t{200});
        QVERIFY(planCopies(copies, "unknown").trash.empty());
    }

    void modelsMoveWithAllThatIsKnownOfThem() {
        const test::TempDir home, own, foreign;
        const fs::path file = own / "a.safetensors";
        writeTensorFile(file);
        test::writeFile(own / "a.preview.png", "a picture");
        hub::CivitaiVersion version;
        version.id = 5;
        hub::writeProvenance(file, version, {});
        fs::create_directories(own / "sub");
        const auto library = openLibrary(home.path());
        library->addRoot(own.path(), false);
        library->addRoot(foreign.path(), true);
        library->scan({}, {}, {});
        const fs::path from = library->models().front().facts.path;
        library->setAlias(from, "mine");
        library->hash(from, {}, {});
        const test::TempDir elsewhere;
        QVERIFY_THROWS_EXCEPTION(Error, library->move(from, elsewhere.path(), {}, {}));
        QVERIFY_THROWS_EXCEPTION(Error, library->move(from, foreign.path(), {}, {}));
        const fs::path place = library->move(from, own / "sub", {}, {});
        QVERIFY(fs::exists(place));
        QVERIFY(!fs::exists(from));
        QVERIFY(fs::exists(own / "sub/a.preview.png"));
        QVERIFY(fs::exists(hub::provenanceFile(place)));
        const std::vector<LibraryModel> models = library->models();
        QCOMPARE(models.size(), std::size_t{1});
        QCOMPARE(models.front().facts.path.string(), place.string());
        QCOMPARE(models.front().alias, std::string("mine"));
        QVERIFY(!models.front().sha256.empty());
        const LibraryScanReport report = library->scan({}, {}, {});
        QCOMPARE(report.read, 0);
        QCOMPARE(report.missing, 0);
    }

    void foldersOfAHubCacheDoNotMove() {
        const test::TempDir home, own;
        const fs::path snapshots = own / "models--maker--thing/snapshots";
        fs::create_directories(snapshots);
        fs::copy(test::goldenPath("models/sd1"), snapshots / "1", fs::copy_options::recursive);
        const auto library = openLibrary(home.path());
        library->addRoot(own.path(), false);
        library->scan({}, {}, {});
        const std::vector<LibraryModel> models = library->models();
        QCOMPARE(models.size(), std::size_t{1});
        QVERIFY_THROWS_EXCEPTION(Error, library->move(models.front().facts.path, own.path(), {}, {}));
        QVERIFY(fs::exists(snapshots / "1/model_index.json"));
    }

    void headersAreShown() {
        const test::TempDir home, models;
        const std::string header =
            R"({"__metadata__":{"title":"Thing"},"v":{"dtype":"F16","shape":[1],"data_offsets":[4,6]},)"
            R"("w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})";
        std::string bytes(8, '\0');
        bytes[0] = static_cast<char>(header.size());
        test::writeFile(models / "a.safetensors", bytes + header + std::string(6, '\0'));
        const auto library = openLibrary(home.path());
        const ModelHeader shown = library->header(models / "a.safetensors");
        QCOMPARE(shown.tensors, 2);
        QCOMPARE(shown.types.size(), std::size_t{2});
        QCOMPARE(shown.texts.size(), std::size_t{1});
        QCOMPARE(shown.texts.front().second, std::string("Thing"));
        const ModelHeader folder = library->header(test::goldenPath("models/sd1"));
        QVERIFY(folder.tensors > 10);
        QVERIFY_THROWS_EXCEPTION(Error, library->header(models / "none.safetensors"));
    }

    void whoUsesAModelIsFound() {
        const test::TempDir home, models;
        for (const char* name : {"a", "b"}) writeTensorFile(models / (std::string(name) + ".safetensors"));
        fs::create_directories(home / "mixtures");
        test::writeFile(models / "relative.yaml",
                        "base_model: a.safetensors\nnum_experts: 1\nexperts:\n"
                        "  - source_model: b.safetensors\n    positive_prompt: x\n");
        test::writeFile(home / "mixtures/absolute.yaml",
                        "base_model: " + (models / "b.safetensors").string() +
                            "\nnum_experts: 1\nexperts:\n  - source_model: nowhere.safetensors\n"
                            "    positive_prompt: x\n");
        test::writeFile(models / "other.yaml", "model:\n  target: something\n");
        const auto library = openLibrary(home.path());
        library->addRoot(models.path(), false);
        library->scan({}, {}, {});
        const fs::path a = findModel(library->models(), models / "a.safetensors")->facts.path;
        const fs::path b = findModel(library->models(), models / "b.safetensors")->facts.path;
        QCOMPARE(library->uses(a, {}).mixes.size(), std::size_t{1});
        const test::TempDir elsewhere;
        fs::copy_file(home / "mixtures/absolute.yaml", elsewhere / "recent.yaml");
        const ModelUses uses = library->uses(b, {elsewhere / "recent.yaml", elsewhere / "gone.yaml"});
        QCOMPARE(uses.mixes.size(), std::size_t{3});
        QCOMPARE(uses.pictureCount, std::int64_t{0});
    }

    void picturesThatNameAModelAreFound() {
        const test::TempDir home, models;
        writeTensorFile(models / "Dream_v4.safetensors");
        {
            store::GalleryIndex index(home / "gallery.sqlite");
            const auto picture = [](const char* file, const char* model, std::vector<std::string> experts) {
                GalleryItem item;
                item.file = fs::path("/pictures") / file;
                item.model = model;
                item.experts = std::move(experts);
                return item;
            };
            index.put({picture("1.png", "dream_v4", {}), picture("2.png", "A mix", {"other", "Dream_v4"}),
                       picture("3.png", "dream_v4.safetensors", {"dream_v4"}), picture("4.png", "dream_v42", {}),
                       picture("5.png", "B mix", {"dream_v", "my dream_v4"})});
        }
        const auto library = openLibrary(home.path());
        library->addRoot(models.path(), false);
        library->scan({}, {}, {});
        const ModelUses uses = library->uses(library->models().front().facts.path, {});
        QCOMPARE(uses.pictureCount, std::int64_t{3});
        QCOMPARE(uses.pictures.size(), std::size_t{3});
        QVERIFY(uses.mixes.empty());
    }
};

QTEST_APPLESS_MAIN(ModelFilesTest)
#include "model_files_test.moc"
