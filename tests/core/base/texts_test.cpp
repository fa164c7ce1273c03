// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <thread>

#include "core/base/byte_size.h"
#include "core/base/json_reader.h"
#include "core/base/log.h"
#include "core/base/utf8.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::test;

class TextsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void utf8_data();
    void utf8();
    void quoting();
    void byteSizes_data();
    void byteSizes();
    void jsonValues();
    void jsonRefusals_data();
    void jsonRefusals();
    void jsonFiles();
    void logIsSilentUntilASinkIsThere();
    void logFromSeveralThreads();
};

void TextsTest::utf8_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("invalidAt");  // -1 = valid
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("ASCII with NUL") << QByteArray("a\0b", 3) << -1;
    QTest::newRow("two, three, four bytes") << QByteArray("é日😀") << -1;
    QTest::newRow("last code point") << QByteArray("\xF4\x8F\xBF\xBF") << -1;
    QTest::newRow("overlong slash") << QByteArray("a\xC0\xAF") << 1;
    QTest::newRow("overlong in three") << QByteArray("\xE0\x80\xAF") << 0;
    QTest::newRow("overlong in four") << QByteArray("\xF0\x80\x80\xAF") << 0;
    QTest::newRow("surrogate") << QByteArray("ab\xED\xA0\x80") << 2;
    QTest::newRow("above U+10FFFF") << QByteArray("\xF4\x90\x80\x80") << 0;
    QTest::newRow("lone tail") << QByteArray("\x80") << 0;
    QTest::newRow("cut") << QByteArray("abc\xE2\x82") << 3;
    QTest::newRow("F5") << QByteArray("\xF5\x80\x80\x80") << 0;
}

void TextsTest::utf8() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, invalidAt);
    const std::string_view view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    QCOMPARE(isValidUtf8(view), invalidAt < 0);
    const auto found = firstInvalidUtf8(view);
    QCOMPARE(found ? static_cast<int>(*found) : -1, invalidAt);
}

void TextsTest::quoting() {
    QCOMPARE(quote("plain é"), std::string("'plain é'"));
    QCOMPARE(quote(std::string_view("a\n\0\xFF\x7F", 5)), std::string("'a\\x0A\\x00\\xFF\\x7F'"));
    QCOMPARE(quote("éé", 3), std::string("'é…'"));
    QCOMPARE(quotePath(std::string(500, 'x')).size(), std::size_t{502});
}

void TextsTest::byteSizes_data() {
    QTest::addColumn<quint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << quint64{0} << QStringLiteral("0 bytes");
    QTest::newRow("one") << quint64{1} << QStringLiteral("1 byte");
    QTest::newRow("bytes") << quint64{999} << QStringLiteral("999 bytes");
    QTest::newRow("kilo") << quint64{1000} << QStringLiteral("1.0 kB");
    QTest::newRow("rounded up") << quint64{9960} << QStringLiteral("10 kB");
    QTest::newRow("mega") << quint64{640'400'000} << QStringLiteral("640 MB");
    QTest::newRow("next unit") << quint64{999'600} << QStringLiteral("1.0 MB");
    QTest::newRow("giga") << quint64{2'132'000'000} << QStringLiteral("2.1 GB");
    QTest::newRow("largest") << ~quint64{0} << QStringLiteral("18 EB");
}

void TextsTest::byteSizes() {
    QFETCH(quint64, bytes);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(byteSizeText(bytes)), text);
}

void TextsTest::jsonValues() {
    const auto json = parseJson(R"( {"a":[1,-2,2.5,"t\u00e9",true,null],"b":{"a":{}}} )", "x.json");
    QCOMPARE(json["a"][1].get<int>(), -2);
    QCOMPARE(json["a"][2].get<double>(), 2.5);
    QCOMPARE(json["a"][3].get<std::string>(), std::string("té"));
    QVERIFY(json["a"][5].is_null());
    QVERIFY(json["b"]["a"].is_object());
    QCOMPARE(parseJson("18446744073709551615", "x.json").get<std::uint64_t>(), ~std::uint64_t{0});
    QCOMPARE(json.dump(), nlohmann::json::parse(R"({"a":[1,-2,2.5,"té",true,null],"b":{"a":{}}})").dump());
}

void TextsTest::jsonRefusals_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("empty") << QByteArray() << QByteArray("byte 1");
    QTest::newRow("two values") << QByteArray("{}{}") << QByteArray("byte 3");
    QTest::newRow("duplicate key") << QByteArray(R"({"a":1,"a":2})") << QByteArray("'a' appears twice");
    QTest::newRow("duplicate key below") << QByteArray(R"([{"a":{"b":1,"b":1}}])") << QByteArray("'b' appears twice");
    QTest::newRow("NaN") << QByteArray("[NaN]") << QByteArray("byte 2");
    QTest::newRow("Infinity") << QByteArray("[Infinity]") << QByteArray("byte 2");
    QTest::newRow("1e999") << QByteArray("[1e999]") << QByteArray("1e999");
    QTest::newRow("comment") << QByteArray("{/**/}") << QByteArray("byte 2");
    QTest::newRow("trailing comma") << QByteArray("[1,]") << QByteArray("byte 4");
    QTest::newRow("NUL") << QByteArray("{}\0[", 4) << QByteArray("byte 2 is NUL");
    QTest::newRow("bad UTF-8") << QByteArray("\"\xFF\"") << QByteArray("byte 1 is not valid UTF-8");
    QTest::newRow("too deep") << QByteArray(65, '[') + QByteArray(65, ']') << QByteArray("64 levels");
    QTest::newRow("far too deep") << QByteArray(1'000'000, '[') << QByteArray("64 levels");
    QTest::newRow("too large") << QByteArray(17 * 1024 * 1024, ' ') << QByteArray("at most 17 MB");
}

void TextsTest::jsonRefusals() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, part);
    const Error error = expectError([&] {
        parseJson({text.constData(), static_cast<std::size_t>(text.size())}, "some/config.json");
    });
    QCOMPARE(errorCodeName(error.code()), errorCodeName(ErrorCode::ConfigInvalid));
    QVERIFY2(QByteArray(error.what()).contains("some/config.json"), error.what());
    QVERIFY2(QByteArray(error.what()).contains(part), error.what());
}

void TextsTest::jsonFiles() {
    TempDir dir;
    writeFile(dir / "ok.json", R"({"a": 1})");
    QCOMPARE(readJsonFile(dir / "ok.json")["a"].get<int>(), 1);
    QVERIFY(expectError([&] { readJsonFile(dir / "absent.json"); }).code() == ErrorCode::FileMissing);
    const Error large =
        expectError([&] { readJsonFile(dir / "ok.json", {.maxBytes = 3, .code = ErrorCode::RecipeParseFailed}); });
    QCOMPARE(errorCodeName(large.code()), errorCodeName(ErrorCode::RecipeParseFailed));
    QVERIFY(std::string(large.what()).find("ok.json") != std::string::npos);
}

void TextsTest::logIsSilentUntilASinkIsThere() {
    logMessage(LogLevel::Error, "nobody hears this");
    std::vector<std::pair<LogLevel, std::string>> lines;
    setLogSink([&](LogLevel level, std::string_view line) { lines.emplace_back(level, line); });
    logMessage(LogLevel::Warning, "heard");
    setLogSink({});
    logMessage(LogLevel::Warning, "too late");
    QCOMPARE(lines.size(), std::size_t{1});
    QVERIFY(lines[0].first == LogLevel::Warning);
    QCOMPARE(lines[0].second, std::string("heard"));
}

void TextsTest::logFromSeveralThreads() {
    int count = 0;  // not atomic: one call at a time is promised
    setLogSink([&](LogLevel, std::string_view) { ++count; });
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([] {
            for (int j = 0; j < 500; ++j) logMessage(LogLevel::Debug, "line");
        });
    for (std::thread& thread : threads) thread.join();
    setLogSink({});
    QCOMPARE(count, 2000);
}

QTEST_APPLESS_MAIN(TextsTest)
#include "texts_test.moc"
