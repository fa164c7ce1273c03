// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/text/unicode.h"

#include <QtTest/QtTest>

#include <nlohmann/json.hpp>

#include "tests/support/test_support.h"

using namespace segmoe;
using nlohmann::json;

namespace {

json golden() { return json::parse(test::readFile(test::goldenPath("text/unicode.json"))); }

bool isSurrogate(char32_t scalar) { return scalar >= 0xD800 && scalar < 0xE000; }

}  // namespace

/// Against the tables of the tokenizers library, scalar by scalar.
class UnicodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void classesOfAllScalars() {
        const json runs = golden()["classes"];
        std::size_t run = 0;
        QStringList wrong;
        for (char32_t scalar = 1; scalar < 0x110000; ++scalar) {
            if (isSurrogate(scalar)) continue;
            while (run + 1 < runs.size() && runs[run + 1][0].get<char32_t>() <= scalar) ++run;
            if (static_cast<int>(text::classOf(scalar)) != runs[run][1].get<int>())
                wrong << QString::number(scalar, 16);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(' ')));
    }

    void lowerCaseOfAllScalars() {
        std::map<char32_t, std::u32string> expected;
        const json table = golden()["lower"];
        for (const json& row : table) {
            std::u32string lower;
            for (std::size_t i = 1; i < row.size(); ++i) lower.push_back(row[i].get<char32_t>());
            expected[row[0].get<char32_t>()] = lower;
        }
        QVERIFY(expected.size() > 1400);
        QStringList wrong;
        for (char32_t scalar = 1; scalar < 0x110000; ++scalar) {
            if (isSurrogate(scalar)) continue;
            text::AlignedText one;
            one.append(scalar, 0, 1);
            const auto found = expected.find(scalar);
            const std::u32string wanted = found == expected.end() ? std::u32string(1, scalar) : found->second;
            if (text::lowerCase(one).scalars != wanted) wrong << QString::number(scalar, 16);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(' ')));
    }

    void nfc() {
        int changed = 0;
        const json pairs = golden()["nfc"];
        for (const json& pair : pairs) {
            const std::string input = pair[0];
            const text::AlignedText composed = text::composeNfc(text::decodeUtf8(input));
            QCOMPARE(QString::fromStdString(text::toUtf8(composed.scalars)), QString::fromStdString(pair[1]));
            changed += input == pair[1] ? 0 : 1;
            for (std::size_t i = 0; i < composed.size(); ++i)
                QVERIFY(composed.begin[i] < composed.end[i] && composed.end[i] <= input.size());
        }
        QVERIFY(changed > 50);
    }

    void illFormedBytes_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        QTest::newRow("lone continuation") << QByteArray("a\x80z") << QString::fromUtf16(u"a\uFFFDz");
        QTest::newRow("cut at the end") << QByteArray("a\xE2\x82") << QString::fromUtf16(u"a\uFFFD");
        QTest::newRow("cut inside") << QByteArray("\xF0\x9F\x98!") << QString::fromUtf16(u"\uFFFD!");
        QTest::newRow("overlong") << QByteArray("\xC0\xAF") << QString::fromUtf16(u"\uFFFD\uFFFD");
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << QString::fromUtf16(u"\uFFFD\uFFFD\uFFFD");
        QTest::newRow("too large") << QByteArray("\xF4\x90\x80\x80") << QString::fromUtf16(u"\uFFFD\uFFFD\uFFFD\uFFFD");
        QTest::newRow("well formed") << QByteArray("\xF4\x8F\xBF\xBF") << QString::fromUcs4(U"\U0010FFFF");
    }
    void illFormedBytes() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, expected);
        const text::AlignedText decoded = text::decodeUtf8(bytes.toStdString());
        QCOMPARE(QString::fromStdString(text::toUtf8(decoded.scalars)), expected);
        QCOMPARE(decoded.end.back(), static_cast<std::uint32_t>(bytes.size()));
    }
};

QTEST_APPLESS_MAIN(UnicodeTest)
#include "unicode_test.moc"
