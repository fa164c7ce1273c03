// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/content_disposition.h"

#include <QtTest/QtTest>

#include "core/hub/model_format.h"
#include "core/hub/path_rules.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::hub;

class ContentDispositionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void names_data() {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("name");
        const auto add = [](const char* row, const QByteArray& header, const QByteArray& name) {
            QTest::newRow(row) << header << name;
        };
        add("token", "attachment; filename=x.safetensors", "x.safetensors");
        add("quotes", "attachment; filename=\"a b.safetensors\"", "a b.safetensors");
        add("inline", "inline;filename=\"x\"", "x");
        add("unknown type", "form-data; name=\"f\"; filename=\"x\"", "x");
        add("case and blanks", " ATTACHMENT ;\tFileName = \"x\" ; ", "x");
        add("empty parameters", "attachment;; filename=x;;", "x");
        add("semicolon and equals in quotes", "attachment; filename=\"a;b=c.bin\"", "a;b=c.bin");
        add("escaped quote", "attachment; filename=\"a\\\"b\"", "a\"b");
        add("escapes in the plain form stay", "attachment; filename=\"a%20b\"", "a%20b");
        add("UTF-8 as it is", "attachment; filename=\"\xE2\x82\xAC.safetensors\"", "\xE2\x82\xAC.safetensors");
        add("Latin-1 as it is", "attachment; filename=\"\xE4.safetensors\"", "\xC3\xA4.safetensors");
        add("extended", "attachment; filename*=UTF-8''%e2%82%ac%20x", "\xE2\x82\xAC x");
        add("extended with a language", "attachment; filename*=utf-8'en'x.bin", "x.bin");
        add("extended Latin-1", "attachment; filename*=iso-8859-1''%E4", "\xC3\xA4");
        add("extended before plain", "attachment; filename=\"a\"; filename*=UTF-8''b", "b");
        add("extended before plain, other order", "attachment; filename*=UTF-8''b; filename=\"a\"", "b");
        // what cannot be read leaves the plain name
        for (const char* broken : {"UTF-8''%zz", "UTF-8''%4", "UTF-8", "UTF-8'x", "KOI8-R''x", "\"UTF-8''x\"",
                                   "UTF-8''%C0%AF", "UTF-8''a'b", "UTF-8''..", "UTF-8''%00x", "UTF-8''%0D%0Ax"})
            add(broken, QByteArray("attachment; filename=\"a\"; filename*=") + broken, "a");
        // folders are cut, whichever system they are of
        add("upwards", "attachment; filename=\"../../x.safetensors\"", "x.safetensors");
        add("rooted", "attachment; filename=\"/etc/passwd\"", "passwd");
        add("drive", "attachment; filename=\"C:\\\\Windows\\\\x.dll\"", "x.dll");
        add("encoded folders", "attachment; filename*=UTF-8''..%2F..%5Cx.exe", "x.exe");
        add("share", "attachment; filename=\"\\\\\\\\host\\\\share\\\\x\"", "x");
    }
    void names() {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, name);
        const auto found = dispositionFileName(header.toStdString());
        QVERIFY(found);
        QCOMPARE(QByteArray::fromStdString(*found), name);
    }

    void noNames_data() {
        QTest::addColumn<QByteArray>("header");
        const auto add = [](const char* row, const QByteArray& header) { QTest::newRow(row) << header; };
        add("nothing", "");
        add("type alone", "attachment");
        add("no type", "filename=\"x\"");
        add("no type but a semicolon", "; filename=\"x\"");
        add("quoted type", "\"attachment\"; filename=x");
        add("open quote", "attachment; filename=\"x");
        add("open escape", "attachment; filename=\"x\\");
        add("blank in a token", "attachment; filename=a b.safetensors");
        add("behind the quote", "attachment; filename=\"a\"b");
        add("comma", "attachment; filename=a, inline; filename=b");
        add("no value", "attachment; filename=");
        add("no sign", "attachment; filename \"x\"");
        add("twice", "attachment; filename=a; filename=b");
        add("extended twice", "attachment; filename*=UTF-8''a; filename*=UTF-8''b");
        add("empty", "attachment; filename=\"\"");
        add("folder alone", "attachment; filename=\"x/\"");
        add("dots", "attachment; filename=\"..\"");
        add("device", "attachment; filename=\"nul.safetensors\"");
        add("ends in a dot", "attachment; filename=\"x.\"");
        add("stream", "attachment; filename=\"x:y\"");
        add("control character", "attachment; filename=\"a\x01\"");
        add("turned around", "attachment; filename=\"\xE2\x80\xAEgpj.safetensors\"");
        add("turned around, encoded", "attachment; filename*=UTF-8''%E2%80%AEgpj.exe");
        add("NUL", QByteArray("attachment; filename=\"a\0b\"", 27));
        add("300 bytes", "attachment; filename=" + QByteArray(300, 'x'));
    }
    void noNames() {
        QFETCH(QByteArray, header);
        QVERIFY(!dispositionFileName(header.toStdString()));
    }

    void longHeadersAreReadInOneGo() {
        std::string header = "attachment";
        for (int i = 0; i < 20'000; ++i) header += ";;x=\"\\\"\"";
        QCOMPARE(dispositionFileName(header + "; filename=x").value_or(""), std::string("x"));
        QVERIFY(!dispositionFileName(header + "; filename=\"" + std::string(1'000'000, '\\')));
    }

    void otherKindsAreNotBegun() {
        const auto check = [](const char* disposition, const char* name = "dream.safetensors") {
            checkOfferedName({{"content-disposition", disposition}}, name);
        };
        for (const char* name : {"x.ckpt", "x.PT", "x.zip", "dream.safetensors.bin"}) {
            const std::string header = std::string("attachment; filename=\"") + name + "\"";
            const Error error = test::expectError([&] { check(header.c_str()); });
            QCOMPARE(error.code(), ErrorCode::PickleRefused);
            QVERIFY2(std::string(error.what()).find(name) != std::string::npos, error.what());
        }
        check("attachment; filename=\"other.safetensors\"");
        check("attachment; filename=\"x.exe\"");  // a hint that says nothing: the bytes decide
        check("attachment; filename=\"x\"");
        check("junk");
        check("attachment; filename=\"x.bin\"", "tokenizer/merges.txt");
        checkOfferedName({}, "dream.safetensors");
    }

    void stems() {
        QVERIFY(hasPlainStem("dream.safetensors"));
        for (const char* name : {"", ".safetensors", "///", "\xE2\x82\xAC.safetensors", "...", " "})
            QVERIFY(!hasPlainStem(name));
    }
};

QTEST_APPLESS_MAIN(ContentDispositionTest)
#include "content_disposition_test.moc"
