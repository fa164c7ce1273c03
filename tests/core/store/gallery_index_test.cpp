// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/store/gallery_index.h"

#include <ctime>
#include <random>

#include <QElapsedTimer>
#include <QtTest/QtTest>

#include "core/engine/gallery.h"
#include "core/engine/picture_file.h"
#include "core/store/gallery_query.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::store;
namespace fs = std::filesystem;

namespace {

GalleryItem itemOf(int number, const std::string& prompt = "a house") {
    GalleryItem item;
    item.file = "/pictures/p" + std::to_string(number) + ".png";
    item.bytes = 100 + number;
    item.modified = 1'700'000'000 + number;
    item.width = 512;
    item.height = 512;
    item.prompt = prompt;
    item.seed = static_cast<std::uint64_t>(number);
    item.model = number % 2 ? "coast_mix" : "single";
    if (number % 2) item.experts = {"ink", "oil_" + std::to_string(number % 3)};
    item.sha256 = "hash" + std::to_string(number);
    return item;
}

std::vector<GalleryItem> items(int count) {
    static const char* const kWords[] = {"lighthouse", "cliff",  "dusk",   "forest",  "river", "portrait",
                                         "city",       "snow",   "garden", "harbour", "storm", "meadow",
                                         "castle",     "bridge", "cat",    "Größe"};
    std::mt19937 random(5);
    std::vector<GalleryItem> all;
    for (int i = 0; i < count; ++i) {
        std::string prompt = "a";
        for (int word = 0; word < 12; ++word) prompt += std::string(" ") + kWords[random() % 16];
        all.push_back(itemOf(i, prompt));
    }
    return all;
}

std::vector<std::int64_t> idsOf(const std::vector<GalleryItem>& all) {
    std::vector<std::int64_t> ids;
    for (const GalleryItem& item : all) ids.push_back(item.id);
    return ids;
}

Picture smallPicture(std::uint8_t shade) { return {2, 2, std::vector<std::uint8_t>(12, shade)}; }

void savePictureWith(const fs::path& file, const std::string& parameters, std::uint8_t shade) {
    RenderedImage image;
    image.picture = smallPicture(shade);
    image.parameters = parameters;
    savePicture(image, file);
}

/// Everything an import gives, whatever the size of its steps.
GalleryImport::Step importAll(std::unique_ptr<GalleryImport> import, int files = 2) {
    GalleryImport::Step all;
    while (!all.done) {
        const GalleryImport::Step step = import->step(files);
        all.added.insert(all.added.end(), step.added.begin(), step.added.end());
        all.unreadable.insert(all.unreadable.end(), step.unreadable.begin(), step.unreadable.end());
        all.seen = step.seen;
        all.done = step.done;
    }
    return all;
}

}  // namespace

class GalleryIndexTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEverythingItIsGiven() {
        test::TempDir folder;
        GalleryItem item = itemOf(3, "a \"quoted\" prompt\nof two lines");
        item.seed = UINT64_MAX;
        item.negative = "blurry";
        item.guidanceScale = 6.5;
        item.steps = 20;
        item.sampler = "Euler a";
        item.format = "ComfyUI";
        item.capture = "3.segroute";
        item.star = true;
        {
            GalleryIndex index(folder / "gallery.sqlite");
            item.id = index.put({item}).front().id;
            QVERIFY(item.id > 0);
            QVERIFY(index.notice().empty());
        }
        GalleryIndex again(folder / "gallery.sqlite");
        QCOMPARE(again.findFile(item.file).value(), item);
        QCOMPARE(again.findHash("hash3").size(), std::size_t{1});
        QVERIFY(!again.findFile("/elsewhere.png"));
    }

    void aChangedFileKeepsItsStar() {
        test::TempDir folder;
        GalleryIndex index(folder / "gallery.sqlite");
        const GalleryItem first = index.put({itemOf(1, "old words")}).front();
        index.setStar({first.id}, true);
        const GalleryItem second = index.put({itemOf(1, "new words")}).front();
        QCOMPARE(second.id, first.id);
        QVERIFY(second.star);
        QCOMPARE(index.count({.find = "old"}), 0);
        QCOMPARE(index.count({.find = "new"}), 1);
    }

    void finds_data() {
        QTest::addColumn<QString>("find");
        QTest::addColumn<QList<int>>("expected");
        const auto row = [](const char* find, const QList<int>& expected) {
            QTest::newRow(find) << QString::fromUtf8(find) << expected;
        };
        row("", {0, 1, 2, 3, 4, 5});
        row("lighthouse", {0, 1});
        row("LIGHT", {0, 1});
        row("lighthouse cliff", {0});
        row("\"red flower\"", {2});
        row("\"flower red\"", {});
        row("flower red", {2});
        row("seed:3", {3});
        row("seed:3 lighthouse", {});
        row("model:coast", {1, 3, 5});
        row("model:COAST_", {1, 3, 5});
        row("expert:oil_2", {5});
        row("expert:INK lighthouse", {1});
        row("star:", {4});
        row("star:no lighthouse", {0, 1});
        row("before:2023-11-14", {});
        row("before:2023-11-15", {0, 1, 2, 3, 4, 5});
        row("after:2023-11-15", {});
        row("seed:", {});
        row("model:", {0, 1, 2, 3, 4, 5});
        row("groß", {4});
        row("gross*", {});
        row("100%", {5});
        row("') OR 1=1 --", {});
        row("AND OR NOT NEAR(", {});
        row("p3", {3});
        row("other: words", {});
    }
    void finds() {
        QFETCH(QString, find);
        QFETCH(QList<int>, expected);
        test::TempDir folder;
        GalleryIndex index(folder / "gallery.sqlite");
        const char* prompts[] = {
            "a lighthouse on a cliff", "lighthouse at dusk", "a red flower", "river", "Größe", "100% cotton"};
        std::vector<GalleryItem> all;
        for (int i = 0; i < 6; ++i) all.push_back(itemOf(i, prompts[i]));
        all[4].star = true;
        index.put(all);
        const GalleryFilter filter{.find = find.toStdString(), .sort = GallerySort::Oldest};
        QList<int> found;
        for (const GalleryItem& item : index.page(filter, nullptr, 100)) found << static_cast<int>(*item.seed);
        QCOMPARE(found, expected);
        QCOMPARE(index.count(filter), expected.size());
    }

    void filtersAndModels() {
        test::TempDir folder;
        GalleryIndex index(folder / "gallery.sqlite");
        const auto all = index.put(items(10));
        index.setStar({all[2].id, all[3].id}, true);
        GalleryFilter filter;
        filter.starred = true;
        QCOMPARE(index.count(filter), 2);
        filter.model = "single";
        QCOMPARE(index.count(filter), 1);
        filter = {};
        filter.since = 1'700'000'008;
        QCOMPARE(index.count(filter), 2);
        index.put({itemOf(11)});
        const auto models = index.models();
        QCOMPARE(models.size(), std::size_t{2});
        QCOMPARE(models[0].model, "coast_mix");
        QCOMPARE(models[0].pictures, 6);
    }

    void pagesInEveryOrder() {
        test::TempDir folder;
        GalleryIndex index(folder / "gallery.sqlite");
        std::vector<GalleryItem> all = items(57);
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i].modified = 1'700'000'000 + static_cast<std::int64_t>(i) / 5;  // many at one time
            if (i % 4 == 0) all[i].seed.reset();
        }
        index.put(all);
        for (const GallerySort sort :
             {GallerySort::Newest, GallerySort::Oldest, GallerySort::Name, GallerySort::Seed}) {
            const GalleryFilter filter{.sort = sort};
            std::vector<GalleryItem> paged;
            while (true) {
                const auto page = index.page(filter, paged.empty() ? nullptr : &paged.back(), 10);
                paged.insert(paged.end(), page.begin(), page.end());
                if (page.size() < 10) break;
            }
            QCOMPARE(idsOf(paged), idsOf(index.page(filter, nullptr, 1000)));
            QCOMPARE(paged.size(), std::size_t{57});
        }
        const auto newest = index.page({}, nullptr, 2);
        QVERIFY(newest[0].modified >= newest[1].modified);
    }

    void removesAndPutsBack() {
        test::TempDir folder;
        GalleryIndex index(folder / "gallery.sqlite");
        const auto all = index.put(items(5));
        index.setStar({all[1].id}, true);
        const auto removed = index.remove({all[1].id, all[3].id, 999});
        QCOMPARE(removed.size(), std::size_t{2});
        QCOMPARE(index.count({}), 3);
        const auto restored = index.put(removed);
        QVERIFY(restored[0].star && !restored[1].star);
        QCOMPARE(index.count({}), 5);
        QCOMPARE(index.count({.find = "seed:3"}), 1);
    }

    void foldersCanBeForgotten() {
        test::TempDir folder;
        GalleryIndex index(folder / "gallery.sqlite");
        GalleryItem inside = itemOf(1);
        inside.file = "/bilder/größe/a.png";
        GalleryItem beside = itemOf(2);
        beside.file = "/bilder/größe2/a.png";
        index.put({inside, beside});
        index.addFolder("/bilder/größe");
        index.addFolder("/bilder/größe");
        QCOMPARE(index.folders().size(), std::size_t{1});
        index.removeFolder("/bilder/größe");
        QVERIFY(index.folders().empty());
        QCOMPARE(index.count({}), 1);
        QCOMPARE(index.page({}, nullptr, 5).front().file, beside.file);
    }

    void damagedFilesAreSetAside_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no database") << QByteArray("this is a text, not a database, and long enough to be looked at");
        QTest::newRow("empty pages") << QByteArray(8192, '\0');
        test::TempDir folder;
        { GalleryIndex(folder / "good.sqlite").put(items(300)); }
        QByteArray good = QByteArray::fromStdString(test::readFile(folder / "good.sqlite"));
        QVERIFY(good.size() > 20'000);
        QByteArray broken = good;
        broken.replace(5000, 12'000, QByteArray(12'000, '\xA5'));
        QTest::newRow("overwritten pages") << broken;
        QTest::newRow("cut") << good.left(good.size() / 2);
    }
    void damagedFilesAreSetAside() {
        QFETCH(QByteArray, bytes);
        test::TempDir folder;
        test::writeFile(folder / "gallery.sqlite", bytes.toStdString());
        GalleryIndex index(folder / "gallery.sqlite");
        QVERIFY(!index.notice().empty());
        QVERIFY(fs::exists(folder / "gallery.sqlite.damaged"));
        QCOMPARE(index.count({}), 0);
        index.put(items(3));
        QCOMPARE(index.count({}), 3);
    }

    void aFolderThatCannotBeWritten() {
        QCOMPARE(test::expectError([] { GalleryIndex index("/proc/segmoe/gallery.sqlite"); }).code(),
                 ErrorCode::NotWritable);
    }

    void importsFolders() {
        test::TempDir folder;
        fs::create_directories(folder / "pictures/deep/er");
        savePictureWith(folder / "pictures/a.png", "a cat\nSteps: 5, Sampler: Euler, Seed: 1, Model: m", 1);
        savePictureWith(folder / "pictures/deep/b.jpg", "a dog\nSteps: 5, Sampler: Euler, Seed: 2, Model: m", 2);
        savePictureWith(folder / "pictures/deep/er/c.webp", "", 3);
        test::writeFile(folder / "pictures/broken.png", "no picture");
        test::writeFile(folder / "pictures/notes.txt", "text");
        fs::create_directory_symlink(folder / "pictures", folder / "pictures/loop");
        const auto gallery = openGallery(folder / "gallery.sqlite");
        auto all = importAll(gallery->addFolder(folder / "pictures"));
        QCOMPARE(all.added.size(), std::size_t{3});
        QCOMPARE(all.unreadable.size(), std::size_t{1});
        QCOMPARE(all.seen, 4);
        QCOMPARE(gallery->count({.find = "dog seed:2 model:m"}), 1);
        QCOMPARE(gallery->folders().size(), std::size_t{1});

        // Again: nothing is read anew, a changed file is, a moved one keeps its star.
        all = importAll(gallery->addFolder(folder / "pictures"));
        QVERIFY(all.added.empty());
        gallery->setStar({gallery->page({.find = "dog"}, nullptr, 1).front().id}, true);
        fs::rename(folder / "pictures/deep/b.jpg", folder / "pictures/moved.jpg");
        savePictureWith(folder / "pictures/a.png",
                        "a bird with longer text\nSteps: 5, Sampler: Euler, Seed: 1, Model: m", 1);
        all = importAll(gallery->addFolder(folder / "pictures"));
        QCOMPARE(all.added.size(), std::size_t{2});
        QCOMPARE(gallery->count({}), 3);
        QCOMPARE(gallery->count({.find = "bird"}), 1);
        QCOMPARE(gallery->count({.find = "dog star:"}), 1);
        QCOMPARE(test::expectError([&] { gallery->addFolder(folder / "none"); }).code(), ErrorCode::FolderMissing);
    }

    void importsFiles() {
        test::TempDir folder;
        savePictureWith(folder / "a.png", "a cat\nSteps: 5, Sampler: Euler, Seed: 1", 1);
        const auto gallery = openGallery(folder / "gallery.sqlite");
        const auto all = importAll(gallery->addFiles({folder / "a.png", folder / "none.png", folder / "a.png"}));
        QCOMPARE(all.added.size(), std::size_t{1});
        QCOMPARE(all.added.front().width, 2);
        QCOMPARE(all.added.front().sha256.size(), std::size_t{64});
        QCOMPARE(all.unreadable.size(), std::size_t{1});
        const auto removed = gallery->remove({all.added.front().id});
        QCOMPARE(gallery->count({}), 0);
        QCOMPARE(gallery->restore(removed).front().prompt, "a cat");
    }

    void isQuickWithManyPictures() {
        const int rows = qEnvironmentVariableIntValue("SEGMOE_GALLERY_ROWS") > 0
                             ? qEnvironmentVariableIntValue("SEGMOE_GALLERY_ROWS")
                             : 20'000;
        test::TempDir folder;
        GalleryIndex index(folder / "gallery.sqlite");
        QElapsedTimer clock;
        clock.start();
        index.put(items(rows));
        qInfo("%d rows written in %lld ms", rows, clock.elapsed());
        const GalleryItem far = index.page({.sort = GallerySort::Oldest}, nullptr, 10).back();
        for (const char* find : {"", "lighthouse", "light", "a", "lighthouse harbour storm", "\"cliff dusk\"",
                                 "seed:77", "model:coast", "expert:oil_1", "snow model:single", "before:2023-11-15"})
            for (const GalleryItem* last : {static_cast<const GalleryItem*>(nullptr), &far}) {
                GalleryFilter filter;
                filter.find = find;
                clock.restart();
                const std::clock_t before = std::clock();
                const auto page = index.page(filter, last, 500);
                const auto count = index.count(filter);
                const double cpu = 1e3 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
                qInfo("%-28s %s %7.1f ms of CPU, %5lld ms, %lld found", find, last ? "end  " : "start", cpu,
                      clock.elapsed(), static_cast<long long>(count));
                QVERIFY(last || page.size() == std::min<std::size_t>(500, static_cast<std::size_t>(count)));
            }
    }
};

QTEST_APPLESS_MAIN(GalleryIndexTest)
#include "gallery_index_test.moc"
