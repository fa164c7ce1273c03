// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include "core/base/utf8.h"
#include "core/hub/card_text.h"

using namespace segmoe::hub;

class CardTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void html_data() {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("text");
        QTest::newRow("paragraphs") << "<p>One</p><p>Two<br>Three</p>"
                                    << "One\n\nTwo\nThree";
        QTest::newRow("list") << "<ul><li>a</li><li><b>b</b> c</li></ul>"
                              << "• a\n\n• b c";
        QTest::newRow("link") << "See <a href=\"https://evil.example/?x\">my page</a>."
                              << "See my page.";
        QTest::newRow("picture") << "a<img src=https://evil.example/x.png onerror=alert(1)>b"
                                 << "ab";
        QTest::newRow("script") << "a<script>alert('<p>x</p>')</script>b"
                                << "ab";
        QTest::newRow("open script") << "a<SCRIPT src=x>alert(1)"
                                     << "a";
        QTest::newRow("style and comment") << "<style>p{}</style>a<!-- <b>no</b> -->b"
                                           << "ab";
        QTest::newRow("entities") << "1 &lt; 2 &amp;&amp; 3 &gt; 2 &#39;x&#x27; &nbsp;&hellip; &unknown; &#0;"
                                  << "1 < 2 && 3 > 2 'x' … &unknown;";
        QTest::newRow("no tag") << "5 < 7 and 8 > 2"
                                << "5 < 7 and 8 > 2";
        QTest::newRow("unclosed tag") << "text <a href="
                                      << "text";
        QTest::newRow("blanks") << "  a \n\t b  <p></p><p></p><p></p> c"
                                << "a b\n\nc";
        QTest::newRow("direction") << QString::fromUtf8("a\u202Eb\u2066c\u0007d") << "abcd";
    }
    void html() {
        QFETCH(QString, html);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(plainTextOfHtml(html.toStdString())), text);
    }

    void markdown_data() {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("text");
        QTest::newRow("settings") << "---\nlicense: mit\n---\n# Title\nText"
                                  << "Title\nText";
        QTest::newRow("marks") << "**bold** `code` __under__ a_b"
                               << "bold code under a_b";
        QTest::newRow("link") << "[here](https://x.example) and [there]"
                              << "here and [there]";
        QTest::newRow("picture") << "![alt](https://x.example/p.png)text"
                                 << "text";
        QTest::newRow("linked picture") << "[![alt](https://x.example/p.png)](https://y.example)text"
                                        << "text";
        QTest::newRow("code block") << "```python\nx = 1\n```"
                                    << "x = 1";
        QTest::newRow("list") << "- one\n* two"
                              << "• one\n• two";
        QTest::newRow("html in it") << "<div align=center>\n\nhello</div>"
                                    << "hello";
        QTest::newRow("only settings") << "---\na: b\n---"
                                       << "";
    }
    void markdown() {
        QFETCH(QString, markdown);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(plainTextOfMarkdown(markdown.toStdString())), text);
    }

    /// Whatever comes: valid UTF-8 of a bounded length, without control characters, and in no time.
    void hostileTexts() {
        std::vector<std::string> texts;
        for (const char* piece :
             {"<", "<a", "&#", "&amp", "[", "[![", "](", "<!--", "<script>", "\xff", "\xc3", "*", "\n"}) {
            std::string text;
            while (text.size() < 300'000) text += piece;
            texts.push_back(text);
        }
        for (const std::string& text : texts)
            for (const std::string& out : {plainTextOfHtml(text), plainTextOfMarkdown(text)}) {
                QVERIFY(out.size() <= 20'004);
                QVERIFY(segmoe::isValidUtf8(out));
            }
    }
};

QTEST_APPLESS_MAIN(CardTextTest)
#include "card_text_test.moc"
