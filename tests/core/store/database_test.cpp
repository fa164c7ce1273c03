// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/store/database.h"

#include <QtTest/QtTest>

#include "tests/support/test_support.h"

using namespace segmoe;
using store::Database;

namespace {

constexpr const char* kSchema = "CREATE TABLE things(name TEXT PRIMARY KEY)";

int countOf(Database& database) { return database.sql().execAndGet("SELECT count(*) FROM things").getInt(); }

}  // namespace

class DatabaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenStays() {
        const test::TempDir folder;
        const auto file = folder / "sub/index.sqlite";
        {
            Database database(file, 1, kSchema);
            QVERIFY(!database.wasRebuilt());
            database.sql().exec("INSERT INTO things VALUES('a'), ('b')");
        }
        Database again(file, 1, kSchema);
        QVERIFY(!again.wasRebuilt());
        QCOMPARE(countOf(again), 2);
    }

    void damageIsSetAside_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no database") << QByteArray("this is a text, not a database, and quite a long one at that");
        QTest::newRow("header, then rubbish") << QByteArray("SQLite format 3\0", 16) + QByteArray(4096, 'x');
    }
    void damageIsSetAside() {
        QFETCH(QByteArray, bytes);
        const test::TempDir folder;
        const auto file = folder / "index.sqlite";
        test::writeFile(file, bytes.toStdString());
        Database database(file, 1, kSchema);
        QVERIFY(database.wasRebuilt());
        QCOMPARE(countOf(database), 0);
        QCOMPARE(test::readFile(folder / "index.sqlite.damaged"), bytes.toStdString());
    }

    void aForeignDatabaseIsNotTouched() {
        const test::TempDir folder;
        const auto file = folder / "index.sqlite";
        {
            SQLite::Database foreign(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            foreign.exec("CREATE TABLE things(other INT); INSERT INTO things VALUES(7)");
        }
        Database database(file, 1, kSchema);
        QVERIFY(database.wasRebuilt());
        SQLite::Database kept((folder / "index.sqlite.damaged").string());
        QCOMPARE(kept.execAndGet("SELECT other FROM things").getInt(), 7);
    }

    void anOlderVersionIsBegunAnew() {
        const test::TempDir folder;
        const auto file = folder / "index.sqlite";
        { Database(file, 1, kSchema).sql().exec("INSERT INTO things VALUES('a')"); }
        Database newer(file, 2, kSchema);
        QVERIFY(newer.wasRebuilt());
        QCOMPARE(countOf(newer), 0);
    }

    void aNewerVersionIsRefused() {
        const test::TempDir folder;
        const auto file = folder / "index.sqlite";
        { Database(file, 2, kSchema).sql().exec("INSERT INTO things VALUES('a')"); }
        const Error error = test::expectError([&] { Database(file, 1, kSchema); });
        QCOMPARE(error.code(), ErrorCode::FormatUnsupported);
        Database kept(file, 2, kSchema);
        QCOMPARE(countOf(kept), 1);
    }

    void twoMayWorkAtOnce() {
        const test::TempDir folder;
        const auto file = folder / "index.sqlite";
        Database a(file, 1, kSchema), b(file, 1, kSchema);
        a.sql().exec("INSERT INTO things VALUES('a')");
        b.sql().exec("INSERT INTO things VALUES('b')");
        QCOMPARE(countOf(a), 2);
    }

    void aFolderThatCannotBeMadeIsNamed() {
        const test::TempDir folder;
        test::writeFile(folder / "file", "x");
        const Error error = test::expectError([&] { Database(folder / "file/index.sqlite", 1, kSchema); });
        QCOMPARE(error.code(), ErrorCode::NotWritable);
    }
};

QTEST_APPLESS_MAIN(DatabaseTest)
#include "database_test.moc"
