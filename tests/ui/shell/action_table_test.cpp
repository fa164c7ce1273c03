// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/action_table.h"

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "ui/shell/page_factory.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;
using namespace segmoe::ui;

class ActionTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyActionHasItsOwnName() {
        Theme theme;
        ActionTable table(theme, existingPages());
        QSet<QString> names;
        for (const QAction* action : table.all()) {
            QVERIFY(!action->text().isEmpty());
            QVERIFY2(action->objectName().startsWith(u"action_"_s), qPrintable(action->objectName()));
            QVERIFY2(!names.contains(action->objectName()), qPrintable(action->objectName()));
            names << action->objectName();
        }
        QCOMPARE(static_cast<std::size_t>(names.size()), actionRows().size());
    }
    void noKeyMeansTwoThingsInOnePlace() {
        for (const ActionRow& a : actionRows()) {
            if (!*a.keys) continue;
            const auto keysOf = [](const ActionRow& row) {
                return QKeySequence::listFromString(QLatin1String(row.keys), QKeySequence::PortableText);
            };
            for (const QKeySequence& key : keysOf(a)) {
                QVERIFY2(key != QKeySequence() && key[0].key() != Qt::Key_unknown, a.name);
                for (const ActionRow& b : actionRows())
                    if (&a != &b && *b.keys && scopesOverlap(a, b))
                        QVERIFY2(!keysOf(b).contains(key),
                                 qPrintable(u"%1: %2 and %3"_s.arg(key.toString(), QLatin1String(a.name),
                                                                   QLatin1String(b.name))));
            }
        }
    }
    void actionsOfAPageWorkOnlyThere() {
        Theme theme;
        ActionTable table(theme, existingPages());
        table.setCurrentPage(PageId::Render);
        QVERIFY(table.action(ActionId::FileOpenModel)->isEnabled());
        table.setCurrentPage(PageId::Settings);
        QVERIFY(!table.action(ActionId::FileOpenModel)->isEnabled());
        QVERIFY(table.action(ActionId::RenderStart)->isEnabled());
        table.setAvailable(ActionId::RenderStart, false);
        QVERIFY(!table.action(ActionId::RenderStart)->isEnabled());
    }
    void sharedActionsReachTheVisiblePage() {
        Theme theme;
        ActionTable table(theme, existingPages());
        QStackedWidget stack;
        QWidget* pages[] = {new QWidget, new QWidget};
        int counts[] = {0, 0};
        for (int i : {0, 1}) {
            stack.addWidget(pages[i]);
            table.onPage(ActionId::EditCopyPicture, pages[i], [&counts, i] { ++counts[i]; });
        }
        stack.show();
        stack.setCurrentIndex(1);
        table.setCurrentPage(PageId::Gallery);
        table.action(ActionId::EditCopyPicture)->trigger();
        QCOMPARE(counts[0], 0);
        QCOMPARE(counts[1], 1);
        QVERIFY(!table.action(ActionId::ViewFit)->isEnabled());  // nobody here has a picture to fit
    }
};

QTEST_MAIN(ActionTableTest)
#include "action_table_test.moc"
