// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include <random>

#include "core/hub/hub_names.h"
#include "core/hub/path_rules.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::hub;

class PathRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void harmless_data() {
        QTest::addColumn<QByteArray>("path");
        for (const char* path : {"a", "unet/config.json", "a b/c (1).safetensors", ".gitattributes", "é/日本.txt",
                                 "context", "console.txt", "com10", "com.txt", "a/nullable", "[x]#%.safetensors"})
            QTest::newRow(path) << QByteArray(path);
        QTest::newRow("255 bytes") << QByteArray(255, 'x');
    }
    void harmless() {
        QFETCH(QByteArray, path);
        QCOMPARE(pathFault(path.toStdString()), std::string());
    }

    void hostile_data() {
        QTest::addColumn<QByteArray>("path");
        const auto add = [](const QByteArray& path) {
            QTest::newRow(path.left(50).toPercentEncoding(" /").constData()) << path;
        };
        for (const char* path : {"",
                                 "/etc/passwd",
                                 "../x",
                                 "a/../../x",
                                 "..",
                                 ".",
                                 "a/./b",
                                 "a//b",
                                 "a/",
                                 "..\\x",
                                 "a\\b",
                                 "C:/x",
                                 "C:x",
                                 "\\\\server\\share",
                                 "//server/share",
                                 "x:stream",
                                 "con",
                                 "CON",
                                 "con.txt",
                                 "aux.safetensors",
                                 "NUL",
                                 "com1",
                                 "COM9.x",
                                 "lpt1.safetensors",
                                 "a/prn/b",
                                 "con .txt",
                                 "a.",
                                 "a ",
                                 "a/b. ",
                                 "a\nb",
                                 "a\x7F",
                                 "conin$",
                                 "com\xC2\xB9",
                                 "x\xE2\x80\xAEgpj.exe",
                                 "a\xC2\x85",
                                 "\xFF",
                                 "\xC0\xAE\xC0\xAE/x",
                                 "\xED\xA0\x80"})
            add(path);
        add(QByteArray("a\0b", 3));
        add(QByteArray(256, 'x'));
        add(QByteArray(600, 'x').insert(300, '/') + '/' + QByteArray(600, 'y').insert(300, '/'));
    }
    void hostile() {
        QFETCH(QByteArray, path);
        QVERIFY(!pathFault(path.toStdString()).empty());
        const Error error = test::expectError([&] { requireSafePath(path.toStdString(), "a/b"); });
        QCOMPARE(error.code(), ErrorCode::NameRefused);
    }

    /// Accepted means: stays inside, read by either system's rules.
    void acceptedStaysInside() {
        std::mt19937 random(7);
        static constexpr std::string_view kParts[] = {"..",  ".", "/", "\\", ":",   "a",
                                                      "con", " ", "C", "//", "b.c", "\x01"};
        int accepted = 0;
        for (int i = 0; i < 20000; ++i) {
            std::string path;
            for (std::size_t n = 1 + random() % 6; n > 0; --n) path += kParts[random() % std::size(kParts)];
            if (!pathFault(path).empty()) continue;
            ++accepted;
            const std::string joined = (std::filesystem::path("/root-folder") / path).lexically_normal().string();
            QVERIFY2(joined.starts_with("/root-folder/"), path.c_str());
            QVERIFY2(path.find_first_of("\\:") == std::string::npos, path.c_str());
        }
        QVERIFY(accepted > 100);
    }

    void twins() {
        const auto twin = [](std::vector<std::string> paths) { return caseTwin(paths); };
        QCOMPARE(twin({"a", "b", "A/x"}), std::string());
        QCOMPARE(twin({"unet/x", "Unet/X"}), std::string("Unet/X"));
        QCOMPARE(twin({"\u00C4.txt", "\u00E4.txt"}), std::string("\u00E4.txt"));
        QCOMPARE(twin({"stra\u00DFe", "STRASSE"}), std::string("STRASSE"));
    }

    void sanitised() {
        const auto name = [](std::string_view text) { return sanitisedFileName(text, ".safetensors"); };
        QCOMPARE(name("dream shaper (8).safetensors"), std::string("dream shaper (8).safetensors"));
        QCOMPARE(name("../../x.safetensors"), std::string("x.safetensors"));
        QCOMPARE(name("..\\..\\x.ckpt"), std::string("x.safetensors"));
        QCOMPARE(name("con.safetensors"), std::string("model-con.safetensors"));
        QCOMPARE(name("\u202Egpj.safetensors"), std::string("gpj.safetensors"));
        QCOMPARE(name("日本.safetensors"), std::string("model.safetensors"));
        QCOMPARE(name(""), std::string("model.safetensors"));
        QCOMPARE(name("..."), std::string("model.safetensors"));
        QCOMPARE(name(std::string(300, 'x') + ".safetensors"), std::string(100, 'x') + ".safetensors");
        QVERIFY(pathFault(name("NUL .x")).empty());
    }

    void namesOfTheHub() {
        QVERIFY(isRepoId("gpt2"));
        QVERIFY(isRepoId("a/b_c.d-e"));
        QVERIFY(!isRepoId("a/b/c"));
        QVERIFY(!isRepoId("a/"));
        QVERIFY(!isRepoId(""));
        QVERIFY(isCommit(std::string(40, 'a')));
        QVERIFY(!isCommit(std::string(40, 'A')));
        QVERIFY(!isCommit(std::string(41, 'a')));
        QVERIFY(isEtag(std::string(64, '0')));
        QVERIFY(!isEtag("../../x"));
        QVERIFY(isRevision("refs/pr/1"));
        QVERIFY(isRevision("v1.0"));
        for (const char* bad : {"", "a..b", "../x", "x^", "x~1", "a b", "-x", "x.lock", "a//b", "@", "x\\y"})
            QVERIFY2(!isRevision(bad), bad);
    }
};

QTEST_APPLESS_MAIN(PathRulesTest)
#include "path_rules_test.moc"
