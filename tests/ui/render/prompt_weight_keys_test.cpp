// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/prompt_weight_keys.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace segmoe::ui;

class PromptWeightKeysTest : public QObject {
    Q_OBJECT

    /// "a |red| flower": bars mark the selection, one bar the caret.
    static PromptSelection parse(const QString& marked) {
        PromptSelection result;
        result.start = static_cast<int>(marked.indexOf(u'|'));
        result.end = marked.count(u'|') == 2 ? static_cast<int>(marked.lastIndexOf(u'|')) - 1 : result.start;
        result.text = QString(marked).remove(u'|');
        return result;
    }

private Q_SLOTS:
    void weights_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<double>("delta");
        QTest::addColumn<QString>("after");
        QTest::newRow("word at the caret") << u"a re|d flower"_s << 0.1 << u"a (|red|:1.1) flower"_s;
        QTest::newRow("selection") << u"a |red flower|, x"_s << 0.1 << u"a (|red flower|:1.1), x"_s;
        QTest::newRow("trailing space stays outside") << u"a |red |flower"_s << 0.1 << u"a (|red|:1.1) flower"_s;
        QTest::newRow("present weight") << u"a (r|ed:1.2) flower"_s << 0.1 << u"a (|red|:1.3) flower"_s;
        QTest::newRow("fine") << u"a (r|ed:1.2) flower"_s << -0.01 << u"a (|red|:1.19) flower"_s;
        QTest::newRow("weight 1 drops the brackets") << u"a (r|ed:1.1) flower"_s << -0.1 << u"a |red| flower"_s;
        QTest::newRow("plain brackets") << u"(r|ed)"_s << 0.1 << u"(|red|:1.2)"_s;
        QTest::newRow("square brackets") << u"[r|ed]"_s << 0.1 << u"(|red|:1.01)"_s;
        QTest::newRow("below 1") << u"r|ed"_s << -0.1 << u"(|red|:0.9)"_s;
        QTest::newRow("never below 0") << u"(r|ed:0.05)"_s << -0.1 << u"(|red|:0.0)"_s;
        QTest::newRow("never above 3") << u"(r|ed:3)"_s << 0.1 << u"(|red|:3.0)"_s;
        QTest::newRow("inner of two") << u"((r|ed:1.2) flower:1.4)"_s << 0.1 << u"((|red|:1.3) flower:1.4)"_s;
        QTest::newRow("escaped brackets are text") << u"\\(r|ed\\)"_s << 0.1 << u"\\((|red|:1.1)\\)"_s;
    }
    void weights() {
        QFETCH(QString, before);
        QFETCH(double, delta);
        QFETCH(QString, after);
        const PromptSelection changed = changePromptWeight(parse(before), delta);
        const PromptSelection expected = parse(after);
        QCOMPARE(changed.text, expected.text);
        QCOMPARE(changed.start, expected.start);
        QCOMPARE(changed.end, expected.end);
    }
    void nothingToWeigh() {
        const PromptSelection empty{u"a, , b"_s, 3, 3};
        QVERIFY(changePromptWeight(empty, 0.1) == empty);
    }
    void elementsMove() {
        QCOMPARE(movePromptElement({u"a cat, a d|og"_s.remove(u'|'), 10, 10}, -1).text, u"a dog, a cat"_s);
        QCOMPARE(movePromptElement({u"one, two, three"_s, 1, 1}, 1).text, u"two, one, three"_s);
        const PromptSelection first{u"one, two"_s, 0, 0};
        QVERIFY(movePromptElement(first, -1) == first);
    }
};

QTEST_APPLESS_MAIN(PromptWeightKeysTest)
#include "prompt_weight_keys_test.moc"
