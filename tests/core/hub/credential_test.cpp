// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/credential.h"

#include <QtTest/QtTest>

#include "tests/support/test_support.h"

using namespace segmoe;
using hub::Credential;

class CredentialTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesToItsOriginsOnly() {
        const Credential credential("  hf_abcdefgh\r\n", {"https://hub.example", "http://127.0.0.1:8080"});
        QVERIFY(!credential.empty());
        QVERIFY(credential.authorizationHeader("https://hub.example") == "Bearer hf_abcdefgh");
        QVERIFY(credential.authorizationHeader("http://127.0.0.1:8080") == "Bearer hf_abcdefgh");
        for (const char* other : {"http://hub.example", "https://hub.example:8443", "http://127.0.0.1",
                                  "http://localhost:8080", "https://hub.example.evil.org", ""})
            QVERIFY2(credential.authorizationHeader(other).empty(), other);
    }
    void nothingIsNone() {
        QVERIFY(Credential().empty());
        QVERIFY(Credential(" \r\n", {"https://hub.example"}).authorizationHeader("https://hub.example").empty());
    }
    void headerInjectionIsRefused_data() {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("line end inside") << QByteArray("hf_a\r\nX-Evil: 1");
        QTest::newRow("blank inside") << QByteArray("hf_a b");
        QTest::newRow("not ASCII") << QByteArray("hf_\xc3\xa4");
        QTest::newRow("NUL") << QByteArray("hf_\0x", 5);
        QTest::newRow("long") << QByteArray(4097, 'a');
    }
    void headerInjectionIsRefused() {
        QFETCH(QByteArray, token);
        const Error error = test::expectError([&] { Credential(token.toStdString(), {}); });
        QCOMPARE(error.code(), ErrorCode::TokenInvalid);
        QVERIFY(!QByteArray(error.what()).contains(token));
    }
};

QTEST_APPLESS_MAIN(CredentialTest)
#include "credential_test.moc"
