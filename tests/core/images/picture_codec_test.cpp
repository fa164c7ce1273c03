// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/picture_codec.h"

#include <random>

#include <QtTest/QtTest>

#include <nlohmann/json.hpp>

#include "core/images/exif_comment.h"
#include "core/images/jpeg_codec.h"
#include "core/images/jpeg_segments.h"
#include "core/images/png_codec.h"
#include "core/images/webp_chunks.h"
#include "core/images/webp_codec.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::images;
using nlohmann::json;

namespace {

json golden() { return json::parse(test::readFile(test::goldenPath("pictures/index.json"))); }

Picture smoothPicture(int width, int height) {
    Picture picture{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const int value : {x * 255 / width, y * 255 / height, 128})
                picture.rgb.push_back(static_cast<std::uint8_t>(value));
    return picture;
}

int largestDifference(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b) {
    if (a.size() != b.size()) return 256;
    int largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i) largest = std::max(largest, std::abs(a[i] - b[i]));
    return largest;
}

std::vector<std::uint8_t> bytesOf(const json& hex) {
    const QByteArray bytes = QByteArray::fromHex(QByteArray::fromStdString(hex.get<std::string>()));
    return {bytes.begin(), bytes.end()};
}

std::string textOf(const std::string& file, std::string_view keyword) {
    const auto texts = readPictureTexts(file, "test");
    const PngText* found = findPngText(texts, keyword);
    return found ? found->text : std::string();
}

const char* nameOf(PictureFormat format) {
    return format == PictureFormat::Png ? "PNG" : format == PictureFormat::Jpeg ? "JPEG" : "WebP";
}

constexpr PictureFormat kFormats[] = {PictureFormat::Png, PictureFormat::Jpeg, PictureFormat::Webp};
const std::string kParameters = "Größe 龍 😀\nSteps: 20, Sampler: Euler, Seed: 1";
const std::string kSegmoe = R"({"schema":1})";

}  // namespace

class PictureCodecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPillowWrote() {
        const json all = golden()["pictures"];
        QVERIFY(all.size() >= 8);
        for (const json& entry : all) {
            const std::string name = entry["file"];
            const std::string bytes = test::readFile(test::goldenPath("pictures/" + name));
            const Picture picture = decodePicture(bytes, name);
            QCOMPARE(picture.width, entry["width"].get<int>());
            QCOMPARE(picture.height, entry["height"].get<int>());
            QCOMPARE(readPictureSize(bytes, name), std::make_pair(picture.width, picture.height));
            // Decoders may round chroma differently.
            const int difference = largestDifference(picture.rgb, bytesOf(entry["rgb"]));
            QVERIFY2(difference <= (name.find("loss") == 0 || name[0] == 'a' ? 1 : 3),
                     qPrintable(QString::fromStdString(name) + QString(": differs by %1").arg(difference)));
            if (entry["comment"].is_string()) QCOMPARE(textOf(bytes, "UserComment"), entry["comment"]);
        }
        QCOMPARE(textOf(test::readFile(test::goldenPath("pictures/exif.jpg")), "Comment"), "by hand");
    }

    void turnsPicturesUpright() {
        const json all = golden()["orientations"];
        for (const json& entry : all) {
            const std::string name = entry["file"];
            const Picture picture = decodePicture(test::readFile(test::goldenPath("pictures/" + name)), name);
            QCOMPARE(picture.width, entry["width"].get<int>());
            QVERIFY2(picture.rgb == bytesOf(entry["rgb"]), name.c_str());
        }
    }

    void readsCommentsOfEveryKind() {
        const json all = golden()["comments"];
        for (const json& entry : all) {
            const ExifTexts exif =
                readExif(QByteArray::fromHex(QByteArray::fromStdString(entry["exif"])).toStdString());
            const PngText* found = findPngText(exif.texts, "UserComment");
            QCOMPARE(found != nullptr, entry["text"].is_string());
            if (found)
                QVERIFY2(found->text == entry["text"].get<std::string>(), entry["name"].get<std::string>().c_str());
        }
    }

    void writesTextsIntoEveryFormat() {
        const Picture picture = smoothPicture(48, 32);
        for (const PictureFormat format : kFormats) {
            LeftOut leftOut{true, true};
            const std::string file = encodePicture(picture, format, 95, kParameters, kSegmoe, &leftOut);
            QCOMPARE(detectPictureFormat(file), std::optional(format));
            QCOMPARE(leftOut, LeftOut{});
            QCOMPARE(textOf(file, format == PictureFormat::Png ? "parameters" : "UserComment"), kParameters);
            QCOMPARE(textOf(file, "segmoe"), kSegmoe);
            const Picture read = decodePicture(file, "test");
            QVERIFY2(largestDifference(read.rgb, picture.rgb) <= (format == PictureFormat::Png ? 0 : 24),
                     nameOf(format));
            QVERIFY(readPictureTexts(encodePicture(picture, format, 95, {}, {}), "test").empty());
        }
    }

    void textsLeaveJpegPixelsAlone() {
        const Picture picture = smoothPicture(40, 24);
        const std::string file = encodePicture(picture, PictureFormat::Jpeg, 95, kParameters, kSegmoe);
        const std::string plain = encodeJpeg(picture, 95);
        QCOMPARE(decodeJpeg(file, "with texts").rgb, decodeJpeg(plain, "without").rgb);
        QVERIFY(largestDifference(decodeJpeg(plain, "x").rgb, picture.rgb) <= 8);
        QVERIFY(encodeJpeg(picture, 30).size() < plain.size());
    }

    void jpegHasLimitedRoom() {
        const Picture picture = smoothPicture(8, 8);
        LeftOut leftOut;
        const std::string large(40'000, 's');
        std::string file = encodePicture(picture, PictureFormat::Jpeg, 90, std::string(20'000, 'p'), large, &leftOut);
        QCOMPARE(leftOut, (LeftOut{true, false}));
        QCOMPARE(textOf(file, "UserComment").size(), std::size_t{20'000});
        QVERIFY(textOf(file, "segmoe").empty());
        file = encodePicture(picture, PictureFormat::Jpeg, 90, large, large, &leftOut);
        QCOMPARE(leftOut, (LeftOut{true, true}));
        QVERIFY(readPictureTexts(file, "test").empty());
        encodePicture(picture, PictureFormat::Webp, 90, large, large, &leftOut);
        QCOMPARE(leftOut, LeftOut{});
    }

    void stripsTextsAndKeepsPixels() {
        const Picture picture = smoothPicture(32, 16);
        for (const PictureFormat format : kFormats) {
            const std::string file = encodePicture(picture, format, 90, kParameters, kSegmoe);
            const std::string plain = withoutTexts(file, "test");
            QVERIFY(plain.size() < file.size());
            QVERIFY(readPictureTexts(plain, "test").empty());
            QCOMPARE(decodePicture(plain, "test").rgb, decodePicture(file, "test").rgb);
            const std::string onlyText = withOnlyParameters(file, kParameters, "test");
            QCOMPARE(readPictureTexts(onlyText, "test").size(), std::size_t{1});
            QCOMPARE(decodePicture(onlyText, "test").rgb, decodePicture(file, "test").rgb);
        }
        const std::string pillow = test::readFile(test::goldenPath("pictures/exif.jpg"));
        QVERIFY(readPictureTexts(withoutTexts(pillow, "test"), "test").empty());
    }

    void smallerDecoding() {
        const Picture picture = smoothPicture(640, 320);
        const Picture jpeg = decodePicture(encodeJpeg(picture, 90), "test", 160);
        QCOMPARE(jpeg.width, 160);
        const Picture webp = decodePicture(encodeWebp(picture, 90), "test", 160);
        QCOMPARE(webp.width, 160);
        QCOMPARE(webp.height, 80);
    }

    void hostileFiles_data() {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const std::string& bytes) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes);
        };
        const Picture picture = smoothPicture(64, 64);
        const std::string jpeg = encodeJpeg(picture, 90);
        const std::string webp = encodeWebp(picture, 90);
        row("empty", "");
        row("something else", "GIF89a");
        row("JPEG start alone", jpeg.substr(0, 4));
        row("JPEG cut in its header", jpeg.substr(0, 200));
        row("JPEG cut in its pixels", jpeg.substr(0, jpeg.size() / 2));
        std::string huge = jpeg;
        for (const JpegSegment& segment : readJpegSegments(jpeg, "test"))
            if (segment.marker == 0xC0) huge.replace(segment.offset + 5, 4, "\xFF\xFF\xFF\xFF");
        row("JPEG of 65535 pixels a side", huge);
        row("JPEG with a segment beyond the end", std::string("\xFF\xD8\xFF\xE0\xFF\xFF", 6) + "abc");
        std::string many("\xFF\xD8", 2);
        for (int i = 0; i < 1001; ++i) many += makeJpegSegment(kJpegComment, "x");
        row("JPEG of a thousand comments", many + jpeg.substr(2));
        row("WebP head alone", webp.substr(0, 12));
        row("WebP cut", webp.substr(0, webp.size() / 2));
        std::string length = webp;
        length.replace(4, 4, "\xFF\xFF\xFF\xFF");
        row("WebP longer than the file", length);
        std::string chunk = webp;
        chunk.replace(16, 4, "\xFF\xFF\xFF\x7F");
        row("WebP chunk longer than the file", chunk);
        row("WebP without pixels", makeWebp({{"EXIF", "abc"}}));
    }
    void hostileFiles() {
        QFETCH(QByteArray, bytes);
        const std::string file = bytes.toStdString();
        QCOMPARE(test::expectError([&] {
                     readPictureTexts(file, "hostile");
                     decodePicture(file, "hostile");
                 }).code(),
                 ErrorCode::ImageDecodeFailed);
    }

    void hostileExifIsPassedOver() {
        const std::string good = makeExif("a text of some length", "note");
        std::string loop = good;
        loop.replace(18, 4, std::string("\0\0\0\x08", 4));  // the EXIF directory is the first one again
        QVERIFY(readExif(loop).texts.empty());
        std::string outside = good;
        outside.replace(18, 4, "\x7F\xFF\xFF\xF0");
        QVERIFY(readExif(outside).texts.empty());
        std::string count = good;
        count.replace(32, 4, "\xFF\xFF\xFF\xFF");
        QCOMPARE(readExif(count).texts.size(), std::size_t{1});  // the note's length is wrong, the comment's is right
        for (std::size_t size = 0; size < good.size(); ++size) readExif(good.substr(0, size));
        QCOMPARE(utf16ToUtf8(std::string("\xD8\x00\x00\x61", 4)),
                 "\xEF\xBF\xBD"
                 "a");
    }

    void mutationsNeverCrash() {
        std::mt19937 random(7);
        for (const PictureFormat format : {PictureFormat::Jpeg, PictureFormat::Webp}) {
            const std::string good = encodePicture(smoothPicture(24, 16), format, 80, kParameters, kSegmoe);
            int readable = 0;
            for (int i = 0; i < 1500; ++i) {
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
                try {
                    readPictureTexts(changed, "mutation");
                    const Picture picture = decodePicture(changed, "mutation");
                    QCOMPARE(picture.rgb.size(),
                             3U * static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
                    withoutTexts(changed, "mutation");
                    ++readable;
                } catch (const Error& error) {
                    QCOMPARE(error.code(), ErrorCode::ImageDecodeFailed);
                }
            }
            QVERIFY2(readable > 0 && readable < 1400, nameOf(format));
        }
    }

    void wrongPicturesAreNotWritten() {
        Picture wrong = smoothPicture(4, 4);
        wrong.rgb.pop_back();
        for (const PictureFormat format : kFormats)
            QCOMPARE(test::expectError([&] { encodePicture(wrong, format, 90, {}, {}); }).code(),
                     ErrorCode::ImageWriteFailed);
    }
};

QTEST_APPLESS_MAIN(PictureCodecTest)
#include "picture_codec_test.moc"
