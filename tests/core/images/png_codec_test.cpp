// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/png_codec.h"

#include <random>

#include <QtTest/QtTest>

#include <nlohmann/json.hpp>

#include "core/images/png_chunks.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::images;
using nlohmann::json;

namespace {

json golden() { return json::parse(test::readFile(test::goldenPath("images/index.json"))); }

Picture samplePicture(int width, int height) {
    Picture picture{width, height, {}};
    std::mt19937 random(1);
    for (int i = 0; i < width * height * 3; ++i)
        picture.rgb.push_back(static_cast<std::uint8_t>(i % 7 ? i * 3 : random()));
    return picture;
}

/// CRC-32 as in PNG and zlib, bit by bit: independent of the library the code uses.
std::uint32_t crc32Of(const std::vector<std::uint8_t>& bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const std::uint8_t byte : bytes) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (0xEDB88320 & (0U - (crc & 1)));
    }
    return ~crc;
}

std::string withChunk(const std::string& png, const std::string& chunk) {
    std::string changed = png;
    changed.insert(readPngChunks(png, "test")[1].offset, chunk);
    return changed;
}

std::string header(std::uint32_t width, std::uint32_t height, char depth = 8, char colour = 2) {
    std::string data;
    for (const std::uint32_t value : {width, height})
        for (int shift = 24; shift >= 0; shift -= 8) data.push_back(static_cast<char>(value >> shift));
    return makePngChunk("IHDR", data + depth + colour + std::string(3, '\0'));
}

/// A zTXt of one letter, many times.
std::string repetition(int letters) {
    const QByteArray packed = qCompress(QByteArray(letters, 'A'), 9).mid(4);  // without the length Qt puts before it
    return makePngChunk("zTXt", std::string("bomb\0\0", 6) + packed.toStdString());
}

}  // namespace

class PngCodecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPillowWrote() {
        const json all = golden()["pictures"];
        QVERIFY(all.size() >= 8);
        for (const json& entry : all) {
            const std::string name = entry["name"];
            const PngFile file = readPng(test::goldenPath("images/" + name + ".png"));
            QCOMPARE(file.picture.width, entry["width"].get<int>());
            QCOMPARE(file.picture.height, entry["height"].get<int>());
            QVERIFY2(crc32Of(file.picture.rgb) == entry["crc"].get<std::uint32_t>(), name.c_str());
            QCOMPARE(file.texts.size(), entry["texts"].size());
            for (const auto& [keyword, text] : entry["texts"].items()) {
                const PngText* found = findPngText(file.texts, keyword);
                QVERIFY2(found && found->text == text.get<std::string>(), keyword.c_str());
            }
        }
    }

    void textChunksEqualPillows() {
        const json all = golden();
        for (const json& entry : all["texts"]) {
            const std::string expected = QByteArray::fromHex(QByteArray::fromStdString(entry["chunk"])).toStdString();
            QVERIFY2(makePngTextChunk({"parameters", entry["text"]}) == expected,
                     entry["text"].get<std::string>().c_str());
        }
    }

    void roundTrip() {
        test::TempDir folder;
        const Picture picture = samplePicture(37, 23);
        const std::vector<PngText> texts = {{"parameters", "Größe\nSteps: 1"}, {"segmoe", "{}"}, {"note", "龍"}};
        writePng(folder / "a.png", picture, texts);
        const PngFile file = readPng(folder / "a.png");
        QCOMPARE(file.picture.rgb, picture.rgb);
        QCOMPARE(file.texts, texts);
        QCOMPARE(readPngTexts(folder / "a.png"), texts);
        QCOMPARE(encodePng(picture, texts), test::readFile(folder / "a.png"));
        const std::string png = encodePng(picture, texts);
        const auto chunks = readPngChunks(png, "test");
        QStringList order;
        for (const PngChunk& chunk : chunks) order << QString::fromStdString(std::string(chunk.type));
        QCOMPARE(order.join(' '), QString("IHDR tEXt tEXt iTXt IDAT IEND"));
    }

    void textsThatCannotBeWritten() {
        for (const PngText& text :
             {PngText{"", "a"}, PngText{std::string(80, 'k'), "a"}, PngText{" k", "a"}, PngText{"k\xc3\xa9", "a"},
              PngText{"k", std::string("a\0b", 3)}, PngText{"k", "\xff"}})
            QCOMPARE(test::expectError([&] { makePngTextChunk(text); }).code(), ErrorCode::ImageWriteFailed);
        Picture wrong = samplePicture(4, 4);
        wrong.rgb.pop_back();
        QCOMPARE(test::expectError([&] { encodePng(wrong); }).code(), ErrorCode::ImageWriteFailed);
        QCOMPARE(test::expectError([&] { encodePng({}); }).code(), ErrorCode::ImageWriteFailed);
    }

    void hostileFiles_data() {
        QTest::addColumn<QByteArray>("png");
        const auto row = [](const char* name, const std::string& bytes) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes);
        };
        const std::string good = encodePng(samplePicture(16, 16));
        const auto chunks = readPngChunks(good, "test");
        const std::string signature = good.substr(0, 8);
        const std::string idat = good.substr(chunks[1].offset, chunks[2].offset - chunks[1].offset);
        const std::string end = good.substr(chunks[2].offset);
        row("empty", "");
        row("not PNG", "GIF89a and more");
        row("signature alone", signature);
        row("no end chunk", good.substr(0, chunks[2].offset));
        row("cut in the pixels", good.substr(0, chunks[1].offset + 20));
        std::string flipped = good;
        flipped[chunks[1].offset + 12] ^= 1;
        row("wrong checksum", flipped);
        std::string longer = good;
        longer[chunks[1].offset] = '\x7f';
        row("length beyond the file", longer);
        longer[chunks[1].offset] = '\xff';
        row("length above 2 GiB", longer);
        std::string type = good;
        type[chunks[1].offset + 4] = '\x01';
        row("type without letters", type);
        row("no header", signature + end);
        row("header too short", signature + makePngChunk("IHDR", "abc") + end);
        row("huge sides", signature + header(0x7FFFFFFF, 0x7FFFFFFF) + idat + end);
        row("many pixels", signature + header(16384, 16384) + idat + end);
        row("more pixels than bytes", signature + header(9000, 9000) + idat + end);
        row("no pixels", signature + header(0, 16) + idat + end);
        row("bit depth 3", signature + header(16, 16, 3) + idat + end);
        row("unknown colour type", signature + header(16, 16, 8, 5) + idat + end);
        row("too few pixels", signature + header(64, 64) + idat + end);
        row("no pixel chunk", signature + header(16, 16) + end);
        row("pixels not compressed", signature + header(16, 16) + makePngChunk("IDAT", "hello") + end);
        std::string many;
        for (int i = 0; i < 1001; ++i) many += makePngChunk("tEXt", std::string("k\0v", 3));
        row("too many chunks", withChunk(good, many));
        row("text bomb", withChunk(good, repetition(20'000'000)));
        row("text bomb of a high ratio", withChunk(good, repetition(300'000)));
        row("text not compressed", withChunk(good, makePngChunk("zTXt", std::string("k\0\0xyz", 6))));
        row("text cut off", withChunk(good, makePngChunk("zTXt", std::string("k\0\0\x78\x9c\x4b", 6))));
        row("unknown method", withChunk(good, makePngChunk("zTXt", std::string("k\0\7xyz", 6))));
        row("text without separator", withChunk(good, makePngChunk("tEXt", "keyword")));
        row("empty text chunk", withChunk(good, makePngChunk("tEXt", "")));
        row("empty keyword", withChunk(good, makePngChunk("tEXt", std::string("\0v", 2))));
        row("long keyword", withChunk(good, makePngChunk("tEXt", std::string(80, 'k') + std::string("\0v", 2))));
        row("iTXt without language", withChunk(good, makePngChunk("iTXt", std::string("k\0\0\0", 4))));
    }
    void hostileFiles() {
        QFETCH(QByteArray, png);
        test::TempDir folder;
        test::writeFile(folder / "hostile.png", png.toStdString());
        const Error error = test::expectError([&] { readPng(folder / "hostile.png"); });
        QCOMPARE(error.code(), ErrorCode::ImageDecodeFailed);
        QVERIFY2(QString::fromUtf8(error.what()).contains("hostile.png"), error.what());
    }

    void bombsAreStoppedEarly() {
        for (const int letters : {300'000, 20'000'000}) {
            const std::string png = withChunk(encodePng(samplePicture(4, 4)), repetition(letters));
            const Error error = test::expectError([&] { readPngTexts(png, "test"); });
            QVERIFY2(QString::fromUtf8(error.what()).contains("unpacks to more than"), error.what());
        }
    }

    void shortRepetitionsAreNoBomb() {
        const auto texts = readPngTexts(withChunk(encodePng(samplePicture(4, 4)), repetition(5000)), "test");
        QCOMPARE(texts.front().text, std::string(5000, 'A'));
    }

    void missingFile() {
        test::TempDir folder;
        QCOMPARE(test::expectError([&] { readPng(folder / "none.png"); }).code(), ErrorCode::FileMissing);
        QCOMPARE(test::expectError([&] { writePng(folder / "no/such/folder/a.png", samplePicture(2, 2)); }).code(),
                 ErrorCode::FolderMissing);
    }

    void mutationsNeverCrash() {
        const std::string good = encodePng(samplePicture(12, 9), {{"parameters", "a\nSteps: 1"}, {"wide", "龍"}});
        std::mt19937 random(20);
        int readable = 0;
        for (int i = 0; i < 2000; ++i) {
            std::string changed = good;
            for (int edits = static_cast<int>(random() % 4); edits >= 0 && !changed.empty(); --edits) {
                const std::size_t at = random() % changed.size();
                switch (random() % 4) {
                    case 0: changed[at] = static_cast<char>(random()); break;
                    case 1: changed.erase(at, random() % 9); break;
                    case 2: changed.insert(at, std::string(random() % 9, static_cast<char>(random()))); break;
                    default: changed.resize(at + 1);
                }
            }
            // Most changes only break a checksum: half of them get theirs repaired, so that the inner readers see them.
            if (i % 2) changed = repaired(changed);
            try {
                const Picture picture = decodePng(changed, "mutation");
                readPngTexts(changed, "mutation");
                QCOMPARE(picture.rgb.size(),
                         static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 3);
                ++readable;
            } catch (const Error& error) {
                QCOMPARE(error.code(), ErrorCode::ImageDecodeFailed);
            }
        }
        QVERIFY(readable > 0 && readable < 1900);
    }

private:
    /// Gives every chunk that can be walked a right checksum.
    static std::string repaired(const std::string& png) {
        std::string out = png.substr(0, 8);
        for (std::size_t at = 8; at + 12 <= png.size();) {
            std::uint32_t length = 0;
            for (int i = 0; i < 4; ++i) length = (length << 8) | static_cast<unsigned char>(png[at + i]);
            if (length > png.size() - at - 12) break;
            out += makePngChunk(png.substr(at + 4, 4), png.substr(at + 8, length));
            at += 12 + length;
        }
        return out;
    }
};

QTEST_APPLESS_MAIN(PngCodecTest)
#include "png_codec_test.moc"
