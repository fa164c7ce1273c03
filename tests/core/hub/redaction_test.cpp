// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/redaction.h"

#include <QtTest/QtTest>

using namespace segmoe;

class RedactionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void secretsLeave_data() {
        QTest::addColumn<QString>("text");
        for (const char* key :
             {"token", "TOKEN", "sig", "sigv4", "signature", "Signature", "X-Amz-Signature", "x-amz-credential",
              "X-Amz-Security-Token", "Policy", "Key-Pair-Id", "Expires", "access_token", "api_key"}) {
            QTest::addRow("first %s", key) << QString("https://cdn.example/f?%1=S3cr3t").arg(key);
            QTest::addRow("later %s", key) << QString("https://cdn.example/f?a=b&%1=S3cr3t&c=d#e").arg(key);
        }
        QTest::newRow("user") << "https://S3cr3t@hub.example/x";
        QTest::newRow("password") << "https://user:S3cr3t@hub.example/x?y=z";
        QTest::newRow("token in a path") << "https://hub.example/hf_S3cr3tS3cr3t/x";
        QTest::newRow("empty neighbour") << "https://cdn.example/f?a&&token=S3cr3t";
        QTest::newRow("no scheme") << "cdn.example/f?token=S3cr3t";
    }
    void secretsLeave() {
        QFETCH(QString, text);
        const QString url = QString::fromStdString(hub::redactedUrl(text.toStdString()));
        QVERIFY2(!url.contains("S3cr3t"), qPrintable(url));
        QVERIFY(url.contains("example"));
    }
    void secretLinesLeave_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("authorization") << "> GET / HTTP/1.1\n> Authorization: Bearer S3cr3t\n> Accept: */*";
        QTest::newRow("lower case") << "authorization:S3cr3t";
        QTest::newRow("proxy") << "Proxy-Authorization: Basic S3cr3t";
        QTest::newRow("cookie") << "cookie: a=S3cr3t";
        QTest::newRow("set-cookie") << "Set-Cookie: a=S3cr3t; Secure";
        QTest::newRow("bearer alone") << "the header was 'Bearer S3cr3t'";
        QTest::newRow("hub token") << "token hf_S3cr3tS3cr3t.";
        QTest::newRow("address inside") << "cannot open https://cdn.example/f?X-Amz-Signature=S3cr3t";
    }
    void secretLinesLeave() {
        QFETCH(QString, text);
        const QString shown = QString::fromStdString(hub::redactedText(text.toStdString()));
        QVERIFY2(!shown.contains("S3cr3t"), qPrintable(shown));
    }
    void theRestStays() {
        const std::string plain = "https://hub.example/api/models?search=sd&limit=5";
        QVERIFY(hub::redactedUrl(plain) == plain);
        const std::string text = "hf_hub is a name, tokens=3 stay\nand lines too";
        QVERIFY(hub::redactedText(text) == text);
        QVERIFY(hub::redactedUrl("https://c.example/f?a=b&sig=x&c=d") == "https://c.example/f?a=b&sig=…&c=d");
    }
};

QTEST_APPLESS_MAIN(RedactionTest)
#include "redaction_test.moc"
