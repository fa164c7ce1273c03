// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/folder_watch.h"

#include <QtTest/QtTest>

#include "ui/bridge/qt_convert.h"
#include "ui/bridge/scripted_library_client.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

constexpr int kLong = 20'000;

void write(const QString& file) {
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write("x");
}

LibraryRoot root(const QString& folder, bool isEnabled = true) {
    LibraryRoot root;
    root.path = toPath(folder);
    root.isEnabled = isEnabled;
    return root;
}

}  // namespace

class FolderWatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChangeIsOneLookThroughItsFolder() {
        const QTemporaryDir one, two, off;
        QVERIFY(QDir(one.path()).mkpath(u"deep/er"_s));
        ScriptedLibraryClient library;
        FolderWatch watch(library);
        watch.setDelay(100);
        library.content.roots = {root(one.path()), root(two.path()), root(off.path(), false)};
        LibraryModel model;
        model.facts.path = toPath(one.filePath(u"deep/er/a.safetensors"_s));
        library.content.models = {model};
        library.load({});
        QCOMPARE(watch.watched().size(), 3);
        QVERIFY(!watch.watched().contains(off.path()));
        for (int i = 0; i < 5; ++i) write(one.filePath(u"deep/er/%1.safetensors"_s.arg(i)));
        QTRY_VERIFY_WITH_TIMEOUT(library.asked.contains(u"scan"_s + one.path()), kLong);
        QVERIFY(!library.asked.contains(u"scan"_s + two.path()));
        QVERIFY(library.asked.size() < 5);  // not one for each file
        write(off.filePath(u"c.safetensors"_s));
        write(two.filePath(u"b.safetensors"_s));
        QTRY_VERIFY_WITH_TIMEOUT(library.asked.contains(u"scan"_s + two.path()), kLong);
        QVERIFY(!library.asked.contains(u"scan"_s + off.path()));
    }
    void foldersThatLeaveTheLibraryAreLetGo() {
        const QTemporaryDir one;
        ScriptedLibraryClient library;
        FolderWatch watch(library);
        Q_EMIT library.rootsChanged({root(one.path())});
        QCOMPARE(watch.watched(), QStringList{one.path()});
        LibraryModel outside;  // of another program's folder that was taken away
        outside.facts.path = "/somewhere/else/a.safetensors";
        Q_EMIT library.modelsFound({outside});
        QCOMPARE(watch.watched(), QStringList{one.path()});
        Q_EMIT library.rootsChanged({});
        QVERIFY(watch.watched().isEmpty());
    }
};

QTEST_MAIN(FolderWatchTest)
#include "folder_watch_test.moc"
