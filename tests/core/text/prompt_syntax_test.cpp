// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/text/prompt_syntax.h"

#include <QtTest/QtTest>

#include <nlohmann/json.hpp>

#include "tests/support/test_support.h"

using namespace segmoe;
using nlohmann::json;

namespace {

/// "text@weight" with "|" between segments and "//" for a break.
QString described(const ParsedPrompt& parsed) {
    QStringList parts;
    for (const PromptSegment& segment : parsed.segments)
        parts << (segment.isBreak
                      ? QString("//")
                      : QString::fromStdString(segment.text) + "@" + QString::number(segment.weight, 'g', 5));
    return parts.join("|");
}

}  // namespace

class PromptSyntaxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void byHand_data() {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("expected");
        // The examples of the web UI's own documentation come first.
        QTest::newRow("round") << "a (word)"
                               << "a @1|word@1.1";
        QTest::newRow("round twice") << "a ((word))"
                                     << "a @1|word@1.21";
        QTest::newRow("square") << "a [word]"
                                << "a @1|word@0.90909";
        QTest::newRow("number") << "a (word:1.5)"
                                << "a @1|word@1.5";
        QTest::newRow("less") << "a (word:0.25)"
                              << "a @1|word@0.25";
        QTest::newRow("escaped") << R"(a \(word\))"
                                 << "a (word)@1";
        QTest::newRow("unbalanced") << "(unbalanced"
                                    << "unbalanced@1.1";
        QTest::newRow("nested") << "a (((house:1.3)) [on] a (hill:0.5), sun, (((sky)))."
                                << "a @1|house@1.573|"
                                   " @1.1|on@1| a @1.1|hill@0.55|, sun, @1.1|sky@1.4641|.@1.1";
        QTest::newRow("empty") << ""
                               << "@1";
        QTest::newRow("closing alone") << "a) b]"
                                       << "a) b]@1";
        QTest::newRow("break") << "a BREAK b"
                               << "a@1|//|b@1";
        QTest::newRow("break in brackets") << "(a BREAK b:1.2)"
                                           << "a@1.2|//|b@1.2";
        QTest::newRow("break is a word") << "aBREAK BREAKb"
                                         << "aBREAK BREAKb@1";
        QTest::newRow("no number") << "(a:1.2.3)"
                                   << "a:1.2.3@1.1";
        QTest::newRow("schedule") << "x [cat:dog:0.5] (y)"
                                  << "x [cat:dog:0.5] @1|y@1.1";
        QTest::newRow("alternate in brackets") << "([a|b]:1.3)"
                                               << "[a|b]@1.3";
        QTest::newRow("lora") << "a<lora:glow:0.8> b"
                              << "a b@1";
    }
    void byHand() {
        QFETCH(QString, prompt);
        QFETCH(QString, expected);
        QCOMPARE(described(parsePrompt(prompt.toStdString())), expected);
    }

    void equalsTheIndependentParser() {
        const json all = json::parse(test::readFile(test::goldenPath("text/prompts.json")))["syntax"];
        QVERIFY(all.size() > 350);
        for (const json& testCase : all) {
            const std::string prompt = testCase["prompt"];
            const ParsedPrompt parsed = parsePrompt(prompt);
            const json& expected = testCase["segments"];
            bool same = parsed.segments.size() == expected.size();
            for (std::size_t i = 0; same && i < expected.size(); ++i) {
                const PromptSegment& segment = parsed.segments[i];
                same = expected[i].is_null() ? segment.isBreak
                                             : !segment.isBreak && segment.text == expected[i][0].get<std::string>() &&
                                                   segment.weight == expected[i][1].get<double>();
            }
            QVERIFY2(same, QByteArray::fromStdString(prompt) + "\n  is " + described(parsed).toUtf8() + "\n  should " +
                               QByteArray::fromStdString(expected.dump()));
            for (const PromptSegment& segment : parsed.segments) {
                QCOMPARE(segment.origin.size(), segment.text.size());
                for (std::size_t i = 0; i < segment.text.size(); ++i) QVERIFY(segment.origin[i] < prompt.size());
            }
        }
    }

    void lorasAndNotes() {
        const std::string prompt = "a <lora:glow:0.8> AND [x:y:3] (b <lora:plain> <hypernet:h:1> [p|q] )) [";
        const ParsedPrompt parsed = parsePrompt(prompt);
        QCOMPARE(parsed.loras.size(), std::size_t(2));
        QCOMPARE(parsed.loras[0].name, std::string("glow"));
        QCOMPARE(parsed.loras[0].strength, 0.8);
        QCOMPARE(parsed.loras[1].strength, 1.0);
        QCOMPARE(prompt.substr(parsed.loras[1].begin, parsed.loras[1].end - parsed.loras[1].begin),
                 std::string("<lora:plain>"));
        QStringList notes;
        for (const PromptNote& note : parsed.notes)
            notes << QString::number(static_cast<int>(note.kind)) + " " +
                         QString::fromStdString(prompt.substr(note.begin, note.end - note.begin));
        QCOMPARE(notes.join(", "), QString("0 AND, 1 [x:y:3], 3 <hypernet:h:1>, 2 [p|q], 4 ), 4 ["));
    }

    void hostilePromptsTakeLinearTime_data() {
        QTest::addColumn<QByteArray>("part");
        for (const char* part : {"(", ")", "[", "]", "(a", "[a|", "<lora:", "<a:", "\\", ":1.2)", "(:1", "BREAK ",
                                 "[a:1", "\xff", "((a:1.1)", "[[a:b:1]"})
            QTest::newRow(part) << QByteArray(part);
    }
    void hostilePromptsTakeLinearTime() {
        QFETCH(QByteArray, part);
        const ParsedPrompt parsed = parsePrompt(part.repeated(300'000 / part.size()).toStdString());
        QVERIFY(!parsed.segments.empty());
    }
};

QTEST_APPLESS_MAIN(PromptSyntaxTest)
#include "prompt_syntax_test.moc"
