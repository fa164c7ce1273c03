// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model_library.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>

#include <QElapsedTimer>
#include <QtTest/QtTest>

#include "core/base/error.h"
#include "core/engine/model_facts_json.h"
#include "core/hub/civitai_folder.h"
#include "tests/core/engine/library_files.h"
#include "tests/support/safetensors_bytes.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using test::findModel;
using test::writeTensorFile;
namespace fs = std::filesystem;

class ModelLibraryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modelsAreFoundAndIdentified() {
        const test::TempDir home, models;
        fs::copy(test::goldenPath("models/sd1"), models / "pipeline", fs::copy_options::recursive);
        writeTensorFile(models / "thing.safetensors");
        test::writeFile(models / "old.ckpt", "PK");
        const auto library = openLibrary(home.path());
        library->addRoot(models.path(), false);
        std::vector<LibraryModel> told;
        const LibraryScanReport report = library->scan(
            {.progress = {}, .batch = [&](const auto& batch) { told.insert(told.end(), batch.begin(), batch.end()); }},
            {}, {});
        QCOMPARE(report.models, 3);
        QCOMPARE(report.read, 3);
        QCOMPARE(told.size(), std::size_t{3});
        const auto all = library->models();
        QVERIFY(findModel(all, models / "pipeline")->facts.role == ModelRole::Checkpoint);
        QVERIFY(findModel(all, models / "pipeline")->isFolder);
        QVERIFY(!findModel(all, models / "pipeline")->facts.blocks.empty());
        QVERIFY(findModel(all, models / "thing.safetensors")->facts.role == ModelRole::Other);
        const LibraryModel* pickle = findModel(all, models / "old.ckpt");
        QVERIFY(pickle->facts.role == ModelRole::Refused);
        QCOMPARE(pickle->facts.refusal->code, ErrorCode::PickleRefused);
        QCOMPARE(library->roots().front().models, 3);
    }

    void picturesBesideModelsAreFound_data() {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QString>("found");
        QTest::newRow("none") << QStringList{"other.png", "a.b.txt", "A.B.png"} << QString();
        QTest::newRow("ours") << QStringList{"a.b.preview.png", "a.b.png"} << QString("a.b.preview.png");
        QTest::newRow("plain") << QStringList{"a.png", "a.b.jpeg"} << QString("a.b.jpeg");
        QTest::newRow("of another kind") << QStringList{"a.b.preview.webp", "a.b.gif"} << QString("a.b.preview.webp");
        QTest::newRow("of the folder") << QStringList{"a.b.safetensors/preview.png"} << QString();
    }
    void picturesBesideModelsAreFound() {
        QFETCH(QStringList, files);
        QFETCH(QString, found);
        const test::TempDir home, models;
        if (!files.first().contains('/')) writeTensorFile(models / "a.b.safetensors");
        for (const QString& file : files) {
            const fs::path path = models / file.toStdString();
            fs::create_directories(path.parent_path());
            test::writeFile(path, "a picture");
        }
        const ModelPreview preview = PreviewFinder().find(models / "a.b.safetensors", false);
        QCOMPARE(QString::fromStdString(preview.file.filename().string()), found);
        if (found.isEmpty()) return;
        QCOMPARE(preview.bytes, std::int64_t{9});
        QVERIFY(preview.modified > 1'700'000'000);
        const auto library = openLibrary(home.path());
        library->addRoot(models.path(), false);
        std::vector<LibraryModel> told;
        library->scan({.progress = {}, .batch = [&](const auto& batch) { told = batch; }}, {}, {});
        QVERIFY(!told.empty());
        QVERIFY(findModel(told, models / "a.b.safetensors")->preview == preview);
        QVERIFY(findModel(library->models(), models / "a.b.safetensors")->preview == preview);
    }

    void picturesOfFoldersAreInThemOrBeside() {
        const test::TempDir home, models;
        fs::copy(test::goldenPath("models/sd1"), models / "pipe.v1", fs::copy_options::recursive);
        const fs::path own = previewFileOf(models / "pipe.v1", true);
        QCOMPARE(own.string(), (models / "pipe.v1/preview.png").string());
        QVERIFY(PreviewFinder().find(models / "pipe.v1", true).file.empty());
        test::writeFile(models / "pipe.v1.jpg", "beside");
        QCOMPARE(PreviewFinder().find(models / "pipe.v1", true).file.string(), (models / "pipe.v1.jpg").string());
        test::writeFile(own, "in it");
        QCOMPARE(PreviewFinder().find(models / "pipe.v1", true).file.string(), own.string());
        // A scan that finds the model unchanged tells of its new picture all the same.
        const auto library = openLibrary(home.path());
        library->addRoot(models.path(), false);
        library->scan({}, {}, {});
        fs::remove(own);
        library->scan({}, {}, {});
        QCOMPARE(library->models().front().preview.file.filename().string(), std::string("pipe.v1.jpg"));
    }

    void aSecondScanReadsOnlyWhatHasChanged() {
        const test::TempDir home, models;
        for (const char* name : {"a", "b", "c"}) writeTensorFile(models / (std::string(name) + ".safetensors"));
        {
            const auto library = openLibrary(home.path());
            library->addRoot(models.path(), false);
            library->scan({}, {}, {});
            library->setAlias(library->models().front().facts.path, "first");
        }
        fs::remove(models / "b.safetensors");
        test::writeFile(models / "c.safetensors", "now it is broken");
        const auto library = openLibrary(home.path());
        const LibraryScanReport report = library->scan({}, {}, {});
        QCOMPARE(report.models, 2);
        QCOMPARE(report.read, 1);
        QCOMPARE(report.missing, 1);
        const auto all = library->models();
        QVERIFY(findModel(all, models / "b.safetensors")->isMissing);
        QVERIFY(findModel(all, models / "c.safetensors")->facts.role == ModelRole::Refused);
        QCOMPARE(findModel(all, models / "a.safetensors")->alias, std::string("first"));
    }

    void aNoteThatComesLaterIsRead() {
        const test::TempDir home, models;
        const fs::path file = models / "a.safetensors";
        writeTensorFile(file);
        const auto library = openLibrary(home.path());
        library->addRoot(models.path(), false);
        library->scan({}, {}, {});
        QVERIFY(library->models().front().facts.license.empty());
        hub::CivitaiVersion version;
        version.id = 5;
        version.licence.isSaid = true;
        hub::writeProvenance(file, version, {});
        fs::last_write_time(hub::provenanceFile(file), fs::last_write_time(file) + std::chrono::seconds(2));
        QCOMPARE(library->scan({}, {}, {}).read, 1);
        QVERIFY(library->models().front().facts.license.starts_with("CivitAI terms"));
        QCOMPARE(library->scan({}, {}, {}).read, 0);
    }

    void modelsOfAnAbsentDriveAreNotGone() {
        const test::TempDir home;
        test::TempDir outer;
        fs::create_directories(outer / "drive");
        writeTensorFile(outer / "drive/a.safetensors");
        const auto library = openLibrary(home.path());
        library->addRoot(outer / "drive", false);
        library->scan({}, {}, {});
        fs::rename(outer / "drive", outer / "unplugged");
        QCOMPARE(library->scan({}, {}, {}).missing, 0);
        QVERIFY(!library->models().front().isMissing);
        QVERIFY(library->roots().front().state == LibraryRoot::State::Missing);
    }

    void digestsShowCopies() {
        const test::TempDir home, models;
        writeTensorFile(models / "a.safetensors");
        writeTensorFile(models / "b.safetensors");
        const auto library = openLibrary(home.path());
        library->addRoot(models.path(), false);
        library->scan({}, {}, {});
        std::string sha256, autoV3Digits;
        for (const LibraryModel& model : library->models()) {
            const FileDigests digests = library->hash(model.facts.path, {}, {});
            sha256 = digests.sha256;
            autoV3Digits = autoV3(digests);
        }
        QCOMPARE(sha256.size(), std::size_t{64});
        QCOMPARE(autoV3Digits.size(), std::size_t{12});
        for (const LibraryModel& model : library->models()) {
            QCOMPARE(model.sha256, sha256);
            QCOMPARE(model.autoV3, autoV3Digits);
            QCOMPARE(model.copies, 2);
        }
    }

    void theBackgroundReadsWhatIsNotKnown() {
        const test::TempDir home, models;
        writeTensorFile(models / "b.safetensors");
        writeTensorFile(models / "c.safetensors");
        test::writeFile(models / "a.safetensors", "damaged, but a file all the same, longer than the others");
        test::writeFile(models / "old.ckpt", "PK");
        const auto library = openLibrary(home.path());
        library->addRoot(models.path(), false);
        library->scan({}, {}, {});
        const std::vector<fs::path> wanted = library->unidentified();
        QCOMPARE(wanted.size(), std::size_t{3});
        QCOMPARE(wanted[2].filename().string(), std::string("a.safetensors"));  // it is no copy, and the largest
        std::mutex mutex;
        std::map<fs::path, FileDigests> told;
        std::atomic<bool> hasBegun = false, hasEnded = false;
        const auto paused = std::make_shared<std::atomic<bool>>(true);
        DigestWatch watch;
        watch.begun = [&] { hasBegun = true; };
        watch.read = [&](const fs::path& file, const FileDigests& digests) {
            const std::scoped_lock lock(mutex);
            told[file] = digests;
        };
        watch.ended = [&] { hasEnded = true; };
        watch.paused = paused;
        const auto background = library->identify(wanted, watch);
        QTRY_VERIFY_WITH_TIMEOUT(hasBegun, 60'000);
        QVERIFY(!hasEnded);
        {
            const std::scoped_lock lock(mutex);
            QVERIFY(told.empty());
        }
        *paused = false;
        QTRY_VERIFY_WITH_TIMEOUT(hasEnded, 60'000);
        QCOMPARE(told.size(), std::size_t{3});
        for (const auto& [file, digests] : told) library->noteDigests(file, digests);
        QVERIFY(library->unidentified().empty());
        QCOMPARE(findModel(library->models(), models / "b.safetensors")->copies, 2);
        QCOMPARE(findModel(library->models(), models / "a.safetensors")->copies, 1);
        // A file that has changed is read again; in a folder that is hidden nothing is.
        writeTensorFile(models / "a.safetensors");
        library->scan({}, {}, {});
        QCOMPARE(library->unidentified().size(), std::size_t{1});
        library->setRootEnabled(library->roots().front().path, false);
        QVERIFY(library->unidentified().empty());
    }

    void aRestingBackgroundStopsAtOnce() {
        const test::TempDir home, models;
        writeTensorFile(models / "a.safetensors");
        const auto library = openLibrary(home.path());
        library->addRoot(models.path(), false);
        library->scan({}, {}, {});
        DigestWatch watch;
        bool hasEnded = false;
        watch.ended = [&] { hasEnded = true; };
        watch.paused = std::make_shared<std::atomic<bool>>(true);
        library->identify(library->unidentified(), watch).reset();  // would not return if it waited for the pause
        QVERIFY(!hasEnded);
        QCOMPARE(library->unidentified().size(), std::size_t{1});
    }

    void whatAScanFoundBeforeItWasStoppedStays() {
        const test::TempDir home, models;
        for (int i = 0; i < 20; ++i) writeTensorFile(models / (std::to_string(i) + ".safetensors"));
        const auto library = openLibrary(home.path());
        library->addRoot(models.path(), false);
        CancelToken cancel;
        bool isCancelled = false;
        try {
            library->scan({.progress =
                               [&](int done, int) {
                                   if (done == 7) cancel.cancel();
                               },
                           .batch = {}},
                          cancel, {});
        } catch (const Cancelled&) {
            isCancelled = true;
        }
        QVERIFY(isCancelled);
        QCOMPARE(library->models().size(), std::size_t{7});
    }

    void factsSurviveTheIndex() {
        ModelFacts facts = readModelFacts(test::goldenPath("models/sdxl"));
        facts.trigger = "ink\nline";
        facts.refusal = Failure{ErrorCode::PickleRefused, "no", "detail"};
        const ModelFacts again = factsFromJson(factsToJson(facts));
        QCOMPARE(again.name, facts.name);
        QVERIFY(again.role == facts.role);
        QVERIFY(again.architecture == facts.architecture);
        QCOMPARE(again.blocks, facts.blocks);
        QCOMPARE(again.attentionBytes, facts.attentionBytes);
        QCOMPARE(again.structure, facts.structure);
        QCOMPARE(again.bytes, facts.bytes);
        QCOMPARE(again.trigger, facts.trigger);
        QCOMPARE(again.refusal->code, ErrorCode::PickleRefused);
        for (const char* broken : {"", "{", "[]", R"({"role":99,"bytes":"many","blocks":7})"})
            QVERIFY(factsFromJson(broken).role == ModelRole::Other);
    }

    void aFolderThatIsNotThereIsNamed() {
        const test::TempDir home;
        const auto library = openLibrary(home.path());
        const Error error = test::expectError([&] { library->addRoot(home / "nowhere", false); });
        QCOMPARE(error.code(), ErrorCode::FolderMissing);
        QVERIFY(std::string(error.what()).find("nowhere") != std::string::npos);
    }

    void thousandsOfFilesAreLookedAtQuickly() {
        const test::TempDir home, models;
        constexpr int kFiles = 3000;
        for (int i = 0; i < kFiles; ++i) writeTensorFile(models / (std::to_string(i) + ".safetensors"));
        const auto library = openLibrary(home.path());
        library->addRoot(models.path(), false);
        const LibraryScanReport cold = library->scan({}, {}, {});
        const LibraryScanReport warm = library->scan({}, {}, {});
        QCOMPARE(cold.read, kFiles);
        QCOMPARE(warm.read, 0);
        qInfo("%d files: first scan %.0f files a second, second scan %.0f files a second", kFiles,
              kFiles / cold.seconds, kFiles / warm.seconds);
    }
};

QTEST_APPLESS_MAIN(ModelLibraryTest)
#include "model_library_test.moc"
