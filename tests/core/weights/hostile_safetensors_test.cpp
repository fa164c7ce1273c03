// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <random>

#include <sys/stat.h>
#include <unistd.h>

#include "core/weights/safetensors_file.h"
#include "tests/support/safetensors_bytes.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::test;

namespace {

const std::string kFour(4, '\0');

std::string entry(const std::string& dtype = "F32", const std::string& shape = "[1]", const std::string& begin = "0",
                  const std::string& end = "4") {
    return R"({"dtype":")" + dtype + R"(","shape":)" + shape + R"(,"data_offsets":[)" + begin + "," + end + "]}";
}

/// A header with the one tensor "w.key".
std::string one(const std::string& described) { return R"({"w.key":)" + described + "}"; }

std::string two(const std::string& first, const std::string& second) {
    return R"({"first":)" + first + R"(,"w.key":)" + second + "}";
}

std::string manyOverlaps(int count) {
    std::string header = "{";
    for (int i = 0; i < count; ++i)
        header += (i ? ",\"t" : "\"t") + std::to_string(i) + "\":" + entry("U8", "[1]", "0", "1");
    return header + "}";
}

std::string metadataOf(int keys) {
    std::string header = R"({"__metadata__":{)";
    for (int i = 0; i < keys; ++i) header += (i ? ",\"" : "\"") + std::to_string(i) + "\":\"v\"";
    return header + "}}";
}

}  // namespace

/// The hostile files of the design (hub.md §7.5): each is refused with the right code, and the message names file and
/// key.
class HostileSafetensorsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refusesBytes_data();
    void refusesBytes();
    void refusesOtherThanRegularFiles();
    void sparseTerabyte();
    void manyMetadataKeys();
    void headerLargerThanTheFile();
    void agreesWithTheLibrary_data();
    void agreesWithTheLibrary();
    void mutationsNeverCrash();

private:
    TempDir m_dir;
};

void HostileSafetensorsTest::refusesBytes_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("key");
    const auto add = [](const char* name, const std::string& bytes, ErrorCode code, const char* key = "") {
        const std::string_view codeName = errorCodeName(code);
        QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))
                            << QByteArray(codeName.data(), static_cast<qsizetype>(codeName.size())) << QByteArray(key);
    };
    const auto invalid = [&](const char* name, const std::string& header, const std::string& data, const char* key) {
        add(name, safetensorsBytes(header, data), ErrorCode::SafetensorsInvalid, key);
    };
    add("H1 length 2^64-1", lengthPrefix(~0ULL) + "{}", ErrorCode::HeaderTooLarge);
    add("H1 length 2^63", lengthPrefix(1ULL << 63) + "{}", ErrorCode::HeaderTooLarge);
    add("H1 length 10^8+1", lengthPrefix(100'000'001) + "{}", ErrorCode::HeaderTooLarge);
    add("H1 length 10^8 in a short file", lengthPrefix(100'000'000) + "{}", ErrorCode::SafetensorsTruncated);
    add("H2 length one beyond the end", lengthPrefix(3) + "{}", ErrorCode::SafetensorsTruncated);
    add("empty file", "", ErrorCode::SafetensorsTruncated);
    add("seven bytes", std::string(7, '\x01'), ErrorCode::SafetensorsTruncated);
    invalid("H3 two tensors on one range", two(entry(), entry()), kFour, "w.key");
    invalid("H3 ten thousand on one range", manyOverlaps(10000), "x", "'t1'");
    invalid("H4 hole at the start", one(entry("F32", "[1]", "4", "8")), kFour + kFour, "w.key");
    invalid("H4 hole in the middle", two(entry(), entry("F32", "[1]", "8", "12")), kFour + kFour + kFour, "w.key");
    invalid("H4 hole at the end", one(entry()), kFour + kFour, "");
    invalid("H5 one byte more", one(entry()), kFour + "x", "");
    add("H5 two bytes fewer", safetensorsBytes(one(entry()), "xx"), ErrorCode::SafetensorsTruncated);
    invalid("H6 offsets swapped", one(entry("F32", "[1]", "4", "0")), kFour, "w.key");
    invalid("H6 end beyond 2^63", one(entry("F32", "[1]", "0", "9223372036854775812")), kFour, "w.key");
    invalid("H6 both beyond 2^63", one(entry("F32", "[1]", "18446744073709551611", "18446744073709551615")), kFour,
            "w.key");
    invalid("H7 product overflow", one(entry("F32", "[4294967296,4294967296]", "0", "0")), "", "w.key");
    invalid("H7 bit overflow", one(entry("F32", "[281474976710656,65536]", "0", "0")), "", "w.key");
    invalid("H7 overflow before zero", one(entry("F32", "[9223372036854775808,2,0]", "0", "0")), "", "w.key");
    invalid("H7 zero beside strides beyond 63 bits", one(entry("F32", "[0,281474976710656,281474976710656]", "0", "0")),
            "", "w.key");
    invalid("H7 zero before overflow", one(entry("F32", "[0,9223372036854775808,2]", "0", "0")), "", "w.key");
    invalid("H8 same name twice", R"({"w.key":)" + entry() + R"(,"w.key":)" + entry() + "}", kFour, "w.key");
    invalid("H8 same name escaped", R"({"w.key":)" + entry() + R"(,"w\u002ekey":)" + entry("U8", "[4]") + "}", kFour,
            "w.key");
    invalid("H9 nested arrays", std::string(100000, '['), "", "");
    invalid("H9 nested in an unknown field", R"({"w.key":{"x":)" + std::string(100000, '[') + "}}", "", "w.key");
    invalid("H9 nested objects in a shape", one(entry("F32", R"([{"a":{"a":{}}}])")), kFour, "w.key");
    invalid("H10 overlong UTF-8", "{\"w.\xC0\xAFkey\":" + entry() + "}", kFour, "");
    invalid("H10 cut UTF-8", "{\"w.key\xE2\x82\":" + entry() + "}", kFour, "");
    invalid("H10 lone surrogate", R"({"\ud800":)" + entry() + "}", kFour, "");
    invalid("H10 byte order mark", "\xEF\xBB\xBF" + one(entry()), kFour, "");
    invalid("H10 NUL in the middle", std::string("{}\0{}", 5), "", "");
    for (const char* number : {"1e999", "-0", "1.0", "1e2", "1111111111111111111111111111111111111111",
                               "18446744073709551616", "-1", "\"1\"", "null", "true"}) {
        invalid(qPrintable(QStringLiteral("H11 shape %1").arg(QLatin1String(number))),
                one(entry("F32", std::string("[") + number + "]")), kFour, "w.key");
        invalid(qPrintable(QStringLiteral("H11 offset %1").arg(QLatin1String(number))),
                one(entry("F32", "[1]", number)), kFour, "w.key");
    }
    invalid("H11 leading zero", one(entry("F32", "[01]")), kFour, "w.key");
    add("H12 zip", "PK\x03\x04\x14" + std::string(60, '\0'), ErrorCode::FormatUnsupported, "ZIP");
    add("H12 zipped pickle", "PK\x03\x04\x14" + std::string(25, '\0') + "archive/data.pkl" + std::string(40, '\0'),
        ErrorCode::PickleRefused, "pickle");
    add("H12 pickle", "\x80\x02\x8A\x0A\x6C\xFC\x9C\x46\xF9\x20\x6A\xA8\x50\x19.", ErrorCode::PickleRefused, "pickle");
    add("H12 short pickle", "\x80\x04N.", ErrorCode::PickleRefused, "pickle");
    add("H12 PNG", "\x89PNG\r\n\x1A\n" + std::string(60, '\0'), ErrorCode::FormatUnsupported, "PNG");
    add("H12 web page", "<!DOCTYPE html><html><body>404</body></html>", ErrorCode::FormatUnsupported, "web page");
    add("H12 gzip", "\x1F\x8B\x08" + std::string(60, 'x'), ErrorCode::FormatUnsupported, "gzip");
    add("H12 LFS pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n",
        ErrorCode::FormatUnsupported, "LFS");
    add("H12 JSON error page", R"({"error":"Repository not found"})", ErrorCode::FormatUnsupported, "JSON");
    invalid("H12 zip appended", one(entry()), kFour + "PK\x05\x06" + std::string(18, '\0'), "");
    invalid("H14 name of 1 MiB", "{\"" + std::string(1 << 20, 'n') + "\":" + entry() + "}", kFour, "nnnn");
    invalid("H14 empty name", "{\"\":" + entry() + "}", kFour, "''");
    invalid("H14 NUL in a name", R"({"w.key\u0000":)" + entry() + "}", kFour, "w.key\\x00");
    invalid("H19 lower-case dtype", one(entry("f32")), kFour, "w.key");
    invalid("H19 unknown dtype", one(entry("F31")), kFour, "w.key");
    invalid("H19 empty dtype", one(entry("")), kFour, "w.key");
    invalid("F4 of three", one(entry("F4", "[3]", "0", "2")), "xx", "w.key");
    invalid("17 dimensions", one(entry("F32", "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]")), kFour, "w.key");
    invalid("missing offsets", R"({"w.key":{"dtype":"F32","shape":[1]}})", kFour, "data_offsets");
    invalid("metadata number", R"({"__metadata__":{"m.key":1}})", "", "m.key");
    invalid("metadata key twice", R"({"__metadata__":{"m.key":"1","m.key":"2"}})", "", "m.key");
    invalid("half a million tensors and one", manyOverlaps(500'001), "x", "500000");
}

void HostileSafetensorsTest::refusesBytes() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, key);
    const auto path = m_dir / "hostile.safetensors";
    writeFile(path, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
    const Error error = expectError([&] { SafetensorsFile::open(path); });
    const QByteArray message(error.what());
    QCOMPARE(QByteArray(errorCodeName(error.code()).data()), code);
    QVERIFY2(message.contains("hostile.safetensors"), message);
    QVERIFY2(message.contains(key), message);
    QVERIFY2(message.size() < 1000, "a hostile name must not fill the message");
}

void HostileSafetensorsTest::refusesOtherThanRegularFiles() {
    const auto fifo = m_dir / "pipe.safetensors";
    QCOMPARE(::mkfifo(fifo.c_str(), 0600), 0);
    const auto loop = m_dir / "loop.safetensors";
    QCOMPARE(::symlink("loop.safetensors", loop.c_str()), 0);
    const auto folder = m_dir / "folder.safetensors";
    std::filesystem::create_directory(folder);
    for (const auto& path : {fifo, loop, folder, std::filesystem::path("/dev/zero")}) {
        const Error error = expectError([&] { SafetensorsFile::open(path); });
        QVERIFY2(error.code() == ErrorCode::LocalIo, error.what());
        QVERIFY2(std::string(error.what()).find(path.filename().string()) != std::string::npos, error.what());
    }
    QVERIFY(expectError([&] { SafetensorsFile::open(m_dir / "absent.safetensors"); }).code() == ErrorCode::FileMissing);
}

void HostileSafetensorsTest::sparseTerabyte() {
    const auto path = m_dir / "sparse.safetensors";
    const std::string header = R"({"w.key":{"dtype":"U8","shape":[1099511627776],"data_offsets":[0,1099511627776]}})";
    writeFile(path, safetensorsBytes(header));
    if (::truncate(path.c_str(), static_cast<off_t>(8 + header.size() + (std::uint64_t{1} << 40))) != 0)
        QSKIP("this file system has no sparse files of 1 TiB");
    const auto file = SafetensorsFile::open(path);
    QCOMPARE(file->totalBytes(), std::int64_t{1} << 40);
    QCOMPARE(file->load("w.key")[1LL << 39].item<int>(), 0);
    // One byte short: refused without being read.
    QCOMPARE(::truncate(path.c_str(), static_cast<off_t>(7 + header.size() + (std::uint64_t{1} << 40))), 0);
    QVERIFY(expectError([&] { SafetensorsFile::open(path); }).code() == ErrorCode::SafetensorsTruncated);
}

void HostileSafetensorsTest::manyMetadataKeys() {
    const auto path = m_dir / "metadata.safetensors";
    writeFile(path, safetensorsBytes(metadataOf(200'000)));
    QCOMPARE(SafetensorsFile::open(path)->metadata().size(), std::size_t{200'000});
}

void HostileSafetensorsTest::headerLargerThanTheFile() {
    const auto path = m_dir / "big.safetensors";
    writeFile(path, lengthPrefix(100'000'000));
    std::filesystem::resize_file(path, 100'000'008);
    // 100 MB of NUL: read once, refused at the first byte.
    QVERIFY(expectError([&] { SafetensorsFile::open(path); }).code() == ErrorCode::SafetensorsInvalid);
}

void HostileSafetensorsTest::agreesWithTheLibrary_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("accepted");
    // What the library takes and we do not: the list of safetensors_header.h, nothing else.
    const QSet<QString> refusedHere = {QStringLiteral("duplicate name"),
                                       QStringLiteral("duplicate name escaped"),
                                       QStringLiteral("duplicate metadata key"),
                                       QStringLiteral("unknown field too deep"),
                                       QStringLiteral("20 dimensions"),
                                       QStringLiteral("zero before overflow"),
                                       QStringLiteral("empty name"),
                                       QStringLiteral("NUL in a name"),
                                       QStringLiteral("long name"),
                                       QStringLiteral("entry as array"),
                                       QStringLiteral("dtype as object")};
    const auto cases = nlohmann::json::parse(readFile(goldenPath("weights/differential.json")));
    QVERIFY(cases.size() > 100);
    for (const auto& item : cases) {
        const QString name = QString::fromStdString(item["name"]);
        if (refusedHere.contains(name)) QVERIFY2(item["accepted"].get<bool>(), qPrintable(name));
        QTest::newRow(qPrintable(name)) << QByteArray::fromHex(QByteArray::fromStdString(item["bytes"]))
                                        << (item["accepted"].get<bool>() && !refusedHere.contains(name));
    }
}

void HostileSafetensorsTest::agreesWithTheLibrary() {
    QFETCH(QByteArray, bytes);
    QFETCH(bool, accepted);
    const auto path = m_dir / "differential.safetensors";
    writeFile(path, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
    QByteArray complaint;
    try {
        SafetensorsFile::open(path);
    } catch (const Error& error) {
        complaint = error.what();
    }
    QVERIFY2(complaint.isEmpty() == accepted, complaint);
}

void HostileSafetensorsTest::mutationsNeverCrash() {
    const std::string header =
        R"({"__metadata__":{"format":"pt"},"a.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},)"
        R"("b":{"dtype":"F16","shape":[4],"data_offsets":[24,32]},"c":{"dtype":"U8","shape":[],"data_offsets":[32,33]}})";
    const std::string valid = safetensorsBytes(header, std::string(33, '\x01'));
    static constexpr std::string_view kTokens[] = {"[",   "]",   "{", "}", "\"",      ",",    ":",
                                                   "-",   "0",   "9", "e", "\\u0000", "null", "18446744073709551615",
                                                   "F64", "\xFF"};
    std::mt19937 random(20240229);
    const auto path = m_dir / "mutated.safetensors";
    int opened = 0;
    for (int i = 0; i < 2000; ++i) {
        std::string bytes = valid;
        for (unsigned change = 0; change <= random() % 3; ++change) {
            const std::size_t at = random() % bytes.size();
            switch (random() % 4) {
                case 0: bytes[at] = static_cast<char>(random()); break;
                case 1: bytes.erase(at, 1 + random() % 4); break;
                case 2: bytes.insert(at, kTokens[random() % std::size(kTokens)]); break;
                default: bytes.replace(at, 1, kTokens[random() % std::size(kTokens)]); break;
            }
            if (bytes.empty()) bytes = "x";
        }
        // Half of the time the length field is put right, so that the change meets the JSON reader.
        if (random() % 2 == 0 && bytes.size() > 41) bytes.replace(0, 8, lengthPrefix(bytes.size() - 41));
        writeFile(path, bytes);
        try {
            const auto file = SafetensorsFile::open(path);
            for (const std::string& name : file->names()) file->load(name);
            ++opened;
        } catch (const Error& error) {
            QVERIFY(std::string(error.what()).find("mutated.safetensors") != std::string::npos);
        }
    }
    QVERIFY(opened > 0);
    QVERIFY(opened < 2000);
}

QTEST_APPLESS_MAIN(HostileSafetensorsTest)
#include "hostile_safetensors_test.moc"
