// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// The German texts are complete: every string of the sources is there, translated, with its place holders and key
// hints.
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

namespace {

struct Message {
    QString source;
    QStringList translations;
    bool finished = true;
};

/// "context\nsource\ncomment" → message.
QMap<QString, Message> readTs(const QString& file) {
    QMap<QString, Message> messages;
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly)) return messages;
    QXmlStreamReader xml(&device);
    QString context;
    QString key;
    Message message;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        const auto name = xml.name();
        if (token == QXmlStreamReader::EndElement && name == "message"_L1) messages.insert(key, message);
        if (token != QXmlStreamReader::StartElement) continue;
        if (name == "name"_L1)
            context = xml.readElementText();
        else if (name == "message"_L1)
            message = {};
        else if (name == "source"_L1)
            key = context + u'\n' + (message.source = xml.readElementText());
        else if (name == "comment"_L1)
            key += u'\n' + xml.readElementText();
        else if (name == "translation"_L1) {
            message.finished = !xml.attributes().hasAttribute(u"type"_s);
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            if (!text.isEmpty()) message.translations << text;
        }
    }
    return messages;
}

QSet<QString> placeHolders(const QString& text) {
    QSet<QString> found;
    static const QRegularExpression holder(u"%(n|[0-9])"_s);
    for (auto it = holder.globalMatch(text); it.hasNext();) found << it.next().captured();
    return found;
}

}  // namespace

class TranslationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void germanIsComplete() {
        const QMap<QString, Message> german =
            readTs(QStringLiteral(SEGMOE_SOURCE_DIR) + u"/translations/segmoe_de.ts"_s);
        QVERIFY(german.size() > 100);
        for (const Message& message : german) {
            QVERIFY2(message.finished && !message.translations.isEmpty(), qPrintable(message.source));
            QSet<QString> used;
            for (const QString& text : message.translations) used |= placeHolders(text);
            QVERIFY2(used == placeHolders(message.source), qPrintable(message.source));
        }
    }
    void everySentenceBelongsToAClass() {
        // lupdate files what free functions say under their namespace, where no tr() of the program looks.
        QFile file(QStringLiteral(SEGMOE_SOURCE_DIR) + u"/translations/segmoe_de.ts"_s);
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray written = file.readAll();
        QVERIFY(written.contains("<name>segmoe::ui::RenderPage</name>"));
        QVERIFY(!written.contains("<name>segmoe::ui</name>") && !written.contains("<name>segmoe</name>"));
    }
    void germanKnowsEveryStringOfTheSources() {
        const QString lupdate = QStringLiteral(SEGMOE_LUPDATE);
        if (!QFile::exists(lupdate)) QSKIP("lupdate is not installed");
        QTemporaryDir folder;
        const QString file = folder.filePath(u"now.ts"_s);
        const QString root = QStringLiteral(SEGMOE_SOURCE_DIR);
        QProcess process;
        process.setWorkingDirectory(root);
        process.start(lupdate, {u"-silent"_s, u"-I"_s, u"."_s, u"-locations"_s, u"none"_s, u"ui"_s, u"-ts"_s, file});
        QVERIFY(process.waitForFinished(120'000));
        QCOMPARE(process.exitCode(), 0);
        const QMap<QString, Message> now = readTs(file);
        const QMap<QString, Message> german = readTs(root + u"/translations/segmoe_de.ts"_s);
        QVERIFY(now.size() > 100);
        for (auto it = now.begin(); it != now.end(); ++it)
            QVERIFY2(german.contains(it.key()), qPrintable(u"not in segmoe_de.ts: "_s + it.key()));
        for (auto it = german.begin(); it != german.end(); ++it)
            QVERIFY2(now.contains(it.key()), qPrintable(u"no longer in the sources: "_s + it.key()));
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "translations_test.moc"
