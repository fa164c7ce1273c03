// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Rows that go on in further lines, columns that are never narrower than what they hold, buttons that shorten names.
#include <array>

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "ui/widgets/elided_button.h"
#include "ui/widgets/upright_scroll.h"
#include "ui/widgets/wrap_layout.h"

using namespace Qt::StringLiterals;
using namespace segmoe::ui;

namespace {

constexpr int kGap = 10;
constexpr int kHeight = 20;

/// A part with a hint and a smaller minimum.
class Part : public QWidget {
public:
    Part(int least, int hint) : m_least(least), m_hint(hint) {
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return {m_hint, kHeight}; }
    QSize minimumSizeHint() const override { return {m_least, kHeight}; }

private:
    int m_least, m_hint;
};

/// Three parts of 100 pixels, shrinkable to 60, in a row of some width.
struct Row {
    explicit Row(int width, WrapLayout::Rest rest = WrapLayout::Rest::AtEnd, int stretch = 0) {
        auto* layout = new WrapLayout(kGap, 4, rest);
        for (Part*& part : parts) {
            part = new Part(60, 100);
            layout->add(part, part == parts.back() ? stretch : 0);
        }
        widget.setLayout(layout);
        widget.resize(width, widget.heightForWidth(width));
        layout->activate();
    }
    QWidget widget;
    std::array<Part*, 3> parts{};
};

}  // namespace

class WrapLayoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void partsStandBesideEachOtherAtTheirHint() {
        const Row row(400);
        QCOMPARE(row.widget.height(), kHeight);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(row.parts[static_cast<std::size_t>(i)]->geometry(), QRect(i * (100 + kGap), 0, 100, kHeight));
    }
    void aPartWithStretchTakesTheRest() {
        const Row row(400, WrapLayout::Rest::AtEnd, 1);
        QCOMPARE(row.parts[2]->width(), 400 - 2 * (100 + kGap));
    }
    void roomGoesBetweenTheParts() {
        const Row row(400, WrapLayout::Rest::Between);
        QCOMPARE(row.parts[0]->x(), 0);
        QCOMPARE(row.parts[2]->geometry().right(), 399);
        QCOMPARE(row.parts[2]->width(), 100);
    }
    void partsShrinkBeforeALineIsBroken() {
        const Row row(260);
        QCOMPARE(row.widget.height(), kHeight);
        int width = 2 * kGap;
        for (const Part* part : row.parts) {
            QVERIFY(part->width() >= 60);
            width += part->width();
        }
        QVERIFY(width <= 260 && width > 250);
    }
    void whatHasNoRoomGoesOnInTheNextLine() {
        const Row row(150);
        QCOMPARE(row.widget.height(), 2 * kHeight + 4);
        QCOMPARE(row.parts[1]->y(), 0);
        QCOMPARE(row.parts[2]->pos(), QPoint(0, kHeight + 4));
        QCOMPARE(row.widget.minimumSizeHint().width(), 60);
    }
    void hiddenPartsTakeNoRoom() {
        Row row(150);
        row.parts[0]->hide();
        row.widget.layout()->activate();
        QCOMPARE(row.widget.heightForWidth(150), kHeight);
        QCOMPARE(row.parts[1]->x(), 0);
    }
    void linesBeginAtTheRightWhereTextsDo() {
        Row row(400);
        row.widget.setLayoutDirection(Qt::RightToLeft);
        row.widget.layout()->invalidate();
        row.widget.layout()->activate();
        QCOMPARE(row.parts[0]->geometry().right(), 399);
        QVERIFY(row.parts[2]->x() < row.parts[1]->x());
    }
    void aColumnIsNeverNarrowerThanWhatItHolds() {
        UprightScroll column(200);
        auto* content = new QWidget;
        auto* layout = new QVBoxLayout(content);
        layout->setContentsMargins(0, 0, 0, 0);
        auto* button = new QPushButton(u"Go"_s);
        layout->addWidget(button);
        column.setWidget(content);
        QCOMPARE(column.minimumSizeHint().width(), 200);
        button->setText(u"A much longer text than there was before"_s);
        QVERIFY(column.minimumSizeHint().width() > button->minimumSizeHint().width());
    }
    void aLongNameIsShortenedAndTold() {
        ElidedButton button(u"A name that is much too long for this button"_s);
        button.setToolTip(u"What it does"_s);
        button.resize(button.minimumSizeHint());
        QVERIFY(button.width() < button.sizeHint().width() / 2);
        button.show();
        QHelpEvent event(QEvent::ToolTip, QPoint(1, 1), button.mapToGlobal(QPoint(1, 1)));
        QCoreApplication::sendEvent(&button, &event);
        QCOMPARE(QToolTip::text(), button.text() + u"\nWhat it does"_s);
        QToolTip::hideText();
    }
};

QTEST_MAIN(WrapLayoutTest)
#include "wrap_layout_test.moc"
