// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/http_url.h"

#include <QtTest/QtTest>

#include "tests/support/test_support.h"

using namespace segmoe;
using hub::HttpUrl;

class HttpUrlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void originsAreComparable_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("origin");
        QTest::newRow("usual port") << "https://Hub.Example:443/a"
                                    << "https://hub.example";
        QTest::newRow("another port") << "https://hub.example:8443/"
                                      << "https://hub.example:8443";
        QTest::newRow("http") << "http://127.0.0.1:80/x?y#z"
                              << "http://127.0.0.1";
        QTest::newRow("final dot") << "https://hub.example./a"
                                   << "https://hub.example";
        QTest::newRow("IPv6") << "http://[::1]:9/"
                              << "http://[::1]:9";
        QTest::newRow("number as address") << "http://2130706433/"
                                           << "http://127.0.0.1";
    }
    void originsAreComparable() {
        QFETCH(QString, url);
        QFETCH(QString, origin);
        QCOMPARE(QString::fromStdString(HttpUrl::parse(url.toStdString()).origin()), origin);
    }
    void strangeAddressesAreRefused_data() {
        QTest::addColumn<QByteArray>("url");
        for (const char* url : {"file:///etc/passwd", "ftp://hub.example/x", "data:,x", "https://user@hub.example/",
                                "https://u:p@hub.example/", "https://hub.example@evil.example/", "hub.example/x", "",
                                "https://", "https:///x", "//hub.example/x", "https://hub.example/a b",
                                "https://hub.example/a\r\nX: y", "https://hub.example:99999/", "javascript:1",
                                // read twice these name two hosts
                                "http://%2531%2532%2537.0.0.1/", "http://%3130706433/", "https://%2568ub.example/",
                                "https://a%2Cb.example/"})
            QTest::newRow(url) << QByteArray(url);
        QTest::newRow("long") << QByteArray("https://hub.example/") + QByteArray(9000, 'a');
    }
    void strangeAddressesAreRefused() {
        QFETCH(QByteArray, url);
        QCOMPARE(test::expectError([&] { HttpUrl::parse(url.toStdString()); }).code(), ErrorCode::RequestInvalid);
    }
    void referencesAreJoined_data() {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("result");
        QTest::newRow("absolute path") << "/x/y?q=1"
                                       << "https://hub.example/x/y?q=1";
        QTest::newRow("relative") << "z?download=true"
                                  << "https://hub.example/a/b/z?download=true";
        QTest::newRow("dots") << "../../../z"
                              << "https://hub.example/z";
        QTest::newRow("other host") << "//cdn.example/z"
                                    << "https://cdn.example/z";
        QTest::newRow("absolute") << "http://cdn.example:81/z%20z"
                                  << "http://cdn.example:81/z%20z";
        QTest::newRow("query alone") << "?q=2"
                                     << "https://hub.example/a/b/c?q=2";
    }
    void referencesAreJoined() {
        QFETCH(QString, reference);
        QFETCH(QString, result);
        const HttpUrl base = HttpUrl::parse("https://hub.example/a/b/c?old=1");
        QCOMPARE(QString::fromStdString(base.joined(reference.toStdString()).text()), result);
    }
    void joiningRefusesOtherSchemes() {
        const HttpUrl base = HttpUrl::parse("https://hub.example/a");
        for (const char* reference : {"file:///etc/passwd", "data:,x", "https://u@hub.example/", "ftp://hub.example/"})
            QCOMPARE(test::expectError([&] { base.joined(reference); }).code(), ErrorCode::RequestInvalid);
    }
    void loopbackIsKnown() {
        for (const char* url : {"http://127.0.0.1:1/", "http://127.9.9.9/", "http://[::1]/", "http://localhost:8/"})
            QVERIFY2(HttpUrl::parse(url).isLoopback(), url);
        for (const char* url : {"http://127.0.0.1.evil.example/", "http://10.0.0.1/", "http://localhost.example/"})
            QVERIFY2(!HttpUrl::parse(url).isLoopback(), url);
    }
    void namesAreEncoded() {
        QVERIFY(hub::percentEncoded("refs/pr 1%ä") == "refs%2Fpr%201%25%C3%A4");
        QVERIFY(hub::percentEncodedPath("unet/a [1]#%.safetensors") == "unet/a%20%5B1%5D%23%25.safetensors");
        QVERIFY(hub::queryText({{"filter", "a b"}, {"filter", "c&d"}}) == "filter=a%20b&filter=c%26d");
    }
};

QTEST_APPLESS_MAIN(HttpUrlTest)
#include "http_url_test.moc"
