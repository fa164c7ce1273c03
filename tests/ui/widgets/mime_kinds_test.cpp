// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/mime_kinds.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace segmoe::ui;

class MimeKindsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modelsComeBackAndCarryTheirFiles() {
        QMimeData data;
        const DraggedModel local{.ref = u"/models/a b.safetensors"_s,
                                 .sha256 = u"ab12"_s,
                                 .architecture = u"sdxl"_s,
                                 .role = u"checkpoint"_s,
                                 .name = u"a b"_s,
                                 .bytes = 6'900'000'000};
        const DraggedModel remote{.ref = u"stabilityai/x"_s, .sha256 = {}, .architecture = {}, .role = {}, .name = {}};
        writeModels(data, {local, remote});
        const QList<DraggedModel> read = readModels(data);
        QCOMPARE(read.size(), 2);
        QCOMPARE(read[0].ref, local.ref);
        QCOMPARE(read[0].sha256, local.sha256);
        QCOMPARE(read[0].bytes, local.bytes);
        QCOMPARE(read[1].ref, remote.ref);
        QCOMPARE(localFiles(data), QStringList{local.ref});
    }
    void rowsAndPicturesComeBack() {
        QMimeData data;
        writeExpert(data, {.document = u"mix-1"_s, .row = 2});
        writeGatePrompt(data, {.document = u"mix-1"_s, .expert = 1, .row = 3});
        writePictures(data, {5, 9'007'199'254'740'991}, {u"/p/5.png"_s});
        QCOMPARE(readExpert(data)->row, 2);
        QCOMPARE(readGatePrompt(data)->expert, 1);
        QCOMPARE(readGatePrompt(data)->row, 3);
        QCOMPARE(readPictures(data), (QList<qint64>{5, 9'007'199'254'740'991}));
    }
    void damagedDataIsNothing_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("{{{");
        QTest::newRow("other type") << QByteArray("\"text\"");
        QTest::newRow("numbers") << QByteArray("[{\"ref\":7},{\"row\":\"x\"}]");
        QTest::newRow("huge") << QByteArray(5 * 1024 * 1024, '[');
    }
    void damagedDataIsNothing() {
        QFETCH(QByteArray, bytes);
        QMimeData data;
        for (const char* type : {"model", "expert", "gateprompt", "image"})
            data.setData(u"application/x-segmoe-%1"_s.arg(QLatin1String(type)), bytes);
        QVERIFY(readModels(data).isEmpty());
        QVERIFY(!readExpert(data));
        QVERIFY(!readGatePrompt(data));
        QVERIFY(readPictures(data).isEmpty());
    }
    void linksAndTextsAreToldApart() {
        QMimeData link;
        link.setText(u" https://huggingface.co/a/b \n"_s);
        QCOMPARE(webLinks(link), QStringList{u"https://huggingface.co/a/b"_s});
        QVERIFY(plainText(link).isEmpty());
        QMimeData text;
        text.setText(u"a misty valley: soft light"_s);
        QVERIFY(webLinks(text).isEmpty());
        QCOMPARE(plainText(text), u"a misty valley: soft light"_s);
        QMimeData script;
        script.setText(u"javascript:alert(1)"_s);
        QVERIFY(webLinks(script).isEmpty());
        QMimeData novel;
        novel.setText(QString(2001, u'x'));
        QVERIFY(plainText(novel).isEmpty());
    }
    void suffixesDecide() {
        QCOMPARE(fileKind(u"/x/A.SAFETENSORS"_s), FileKind::Safetensors);
        QCOMPARE(fileKind(u"/x/a.yml"_s), FileKind::Recipe);
        QCOMPARE(fileKind(u"/x/a.webp"_s), FileKind::Picture);
        QCOMPARE(fileKind(u"/x/a.segroute"_s), FileKind::Capture);
        QCOMPARE(fileKind(u"/x/a.ckpt"_s), FileKind::Pickle);
        QCOMPARE(fileKind(u"/x/a.gguf"_s), FileKind::Unknown);
        QCOMPARE(fileKind(QDir::tempPath()), FileKind::Folder);
    }
};

QTEST_GUILESS_MAIN(MimeKindsTest)
#include "mime_kinds_test.moc"
