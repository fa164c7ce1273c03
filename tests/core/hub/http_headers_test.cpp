// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/http_headers.h"

#include <QtTest/QtTest>

#include "core/hub/http.h"

using namespace segmoe::hub;

class HttpHeadersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesHaveNoCase() {
        HttpHeaders headers{{"ETag", "\"a\""}, {"x-repo-commit", "c"}};
        headers.add("LINK", "  <u>; rel=\"next\"\t");
        QVERIFY(headers.first("etag") == "\"a\"");
        QVERIFY(headers.first("X-Repo-Commit") == "c");
        QVERIFY(headers.first("Link") == "<u>; rel=\"next\"");
        QVERIFY(!headers.has("Location"));
    }
    void linesOfOneNameStayInOrder() {
        HttpHeaders headers{{"Link", "1"}, {"ETag", "x"}, {"link", "2"}};
        QVERIFY(headers.all("LINK") == (std::vector<std::string>{"1", "2"}));
        QVERIFY(headers.isContradictory("Link"));
        QVERIFY(!headers.isContradictory("ETag"));
        headers.set("LINK", "3");
        QVERIFY(headers.all("link") == std::vector<std::string>{"3"});
        QVERIFY(!headers.isContradictory("Link"));
    }
    void redirectNeedsAPlace() {
        HttpResponse response;
        response.status = 302;
        QVERIFY(!response.isRedirect());
        response.headers.add("location", "/x");
        QVERIFY(response.isRedirect());
        response.status = 304;
        QVERIFY(!response.isRedirect());
    }
    void textUploadIsReadByPosition() {
        const HttpUpload upload = HttpUpload::ofText("abcdef");
        std::array<std::byte, 4> buffer{};
        QCOMPARE(upload.size, std::uint64_t(6));
        QCOMPARE(upload.read(4, buffer), std::size_t(2));
        QCOMPARE(static_cast<char>(buffer[1]), 'f');
        QCOMPARE(upload.read(6, buffer), std::size_t(0));
        QCOMPARE(upload.read(0, buffer), std::size_t(4));
        QCOMPARE(static_cast<char>(buffer[0]), 'a');
    }
};

QTEST_APPLESS_MAIN(HttpHeadersTest)
#include "http_headers_test.moc"
