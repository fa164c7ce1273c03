// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include "core/hub/hub_folders.h"
#include "core/hub/token_store.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::hub;
namespace fs = std::filesystem;

namespace {

const std::string kHub = "https://huggingface.co";
const std::string kCivitai = "https://civitai.com";
const std::string kMirror = "https://mirror.example";

std::string header(const FoundToken& token, const std::string& origin) {
    return token.credential.authorizationHeader(origin);
}

}  // namespace

class TokenStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        for (const char* name :
             {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HF_TOKEN_PATH", "CIVITAI_API_TOKEN", "HF_HUB_CACHE",
              "HUGGINGFACE_HUB_CACHE", "XDG_CACHE_HOME", "HF_HUB_DISABLE_IMPLICIT_TOKEN"})
            qunsetenv(name);
        m_folder = std::make_unique<test::TempDir>();
        qputenv("HF_HOME", (*m_folder / "hf").c_str());
    }

    void orderOfSources() {
        TokenStore store(*m_folder / "own/secrets.ini");
        QVERIFY(store.find(Site::HuggingFace, kHub).credential.empty());
        fs::create_directories(*m_folder / "hf");
        test::writeFile(*m_folder / "hf/token", "hf_fromfile\n");
        QCOMPARE(header(store.find(Site::HuggingFace, kHub), kHub), std::string("Bearer hf_fromfile"));
        QVERIFY(store.find(Site::HuggingFace, kHub).origin == FoundToken::Origin::TokenFile);
        qputenv("HUGGING_FACE_HUB_TOKEN", "hf_old");
        QCOMPARE(store.find(Site::HuggingFace, kHub).name, std::string("HUGGING_FACE_HUB_TOKEN"));
        qputenv("HF_TOKEN", " hf_new\n");
        QCOMPARE(header(store.find(Site::HuggingFace, kHub), kHub), std::string("Bearer hf_new"));
        qputenv("HF_TOKEN", "");  // empty counts as none
        QCOMPARE(header(store.find(Site::HuggingFace, kHub), kHub), std::string("Bearer hf_old"));
        store.save(Site::HuggingFace, kHub, "hf_own\n");
        QCOMPARE(header(store.find(Site::HuggingFace, kHub), kHub), std::string("Bearer hf_own"));
        QVERIFY(store.forget(kHub));
        QVERIFY(!store.forget(kHub));
        QCOMPARE(header(store.find(Site::HuggingFace, kHub), kHub), std::string("Bearer hf_old"));
    }

    void tokensKeepToTheirOrigins() {
        TokenStore store(*m_folder / "secrets.ini");
        store.save(Site::HuggingFace, kHub, "hf_hub");
        store.save(Site::CivitAi, kCivitai, "0123456789");
        store.save(Site::HuggingFace, kMirror, "hf_mirror");
        const FoundToken hub = store.find(Site::HuggingFace, kHub);
        QCOMPARE(header(hub, kHub), std::string("Bearer hf_hub"));
        QCOMPARE(header(hub, "https://hf.co"), std::string("Bearer hf_hub"));
        for (const char* other :
             {"https://civitai.com", "https://mirror.example", "http://huggingface.co", "https://cdn.hf.co"})
            QCOMPARE(header(hub, other), std::string());
        const FoundToken civitai = store.find(Site::CivitAi, kCivitai);
        QCOMPARE(header(civitai, "https://civitai.red"), std::string("Bearer 0123456789"));
        QCOMPARE(header(civitai, kHub), std::string());
        QCOMPARE(header(store.find(Site::HuggingFace, kMirror), kMirror), std::string("Bearer hf_mirror"));
        QCOMPARE(header(store.find(Site::HuggingFace, kMirror), kHub), std::string());
    }

    void theTokenFileIsNotForMirrors() {
        fs::create_directories(*m_folder / "hf");
        test::writeFile(*m_folder / "hf/token", "hf_fromfile");
        const TokenStore store(*m_folder / "secrets.ini");
        QVERIFY(store.find(Site::HuggingFace, kMirror).credential.empty());
        QVERIFY(store.find(Site::CivitAi, kCivitai).credential.empty());
        QVERIFY(!store.find(Site::HuggingFace, "http://127.0.0.1:8080").credential.empty());
        qputenv("CIVITAI_API_TOKEN", "abc");
        QCOMPARE(header(store.find(Site::CivitAi, kCivitai), kCivitai), std::string("Bearer abc"));
    }

    void implicitUseCanBeSwitchedOff() {
        qputenv("HF_TOKEN", "hf_x");
        const TokenStore store(*m_folder / "secrets.ini");
        QVERIFY(store.find(Site::HuggingFace, kHub).isImplicit);
        qputenv("HF_HUB_DISABLE_IMPLICIT_TOKEN", "1");
        QVERIFY(!store.find(Site::HuggingFace, kHub).isImplicit);
        qputenv("HF_HUB_DISABLE_IMPLICIT_TOKEN", "0");
        QVERIFY(store.find(Site::HuggingFace, kHub).isImplicit);
    }

    void onlyItsOwnerMayRead() {
        TokenStore store(*m_folder / "own/secrets.ini");
        store.save(Site::HuggingFace, kHub, "hf_own");
        const auto permissions = [](const fs::path& path) { return fs::status(path).permissions() & fs::perms::all; };
        QVERIFY(permissions(*m_folder / "own/secrets.ini") == (fs::perms::owner_read | fs::perms::owner_write));
        QVERIFY(permissions(*m_folder / "own") == fs::perms::owner_all);
        fs::permissions(*m_folder / "own/secrets.ini", fs::perms::group_read, fs::perm_options::add);
        const Error error = test::expectError([&] { (void)store.find(Site::HuggingFace, kHub); });
        QCOMPARE(error.code(), ErrorCode::NotWritable);
        QVERIFY(QByteArray(error.what()).contains("chmod 600"));
        // nothing but the file itself is left in the folder
        QCOMPARE(std::distance(fs::directory_iterator(*m_folder / "own"), fs::directory_iterator()), std::ptrdiff_t{1});
    }

    void badTokens() {
        TokenStore store(*m_folder / "secrets.ini");
        for (const char* bad : {"", "  \n", "hf_a\r\nX-Evil: 1", "hf a", "hf_\xC3\xA9"})
            QCOMPARE(test::expectError([&] { store.save(Site::HuggingFace, kHub, bad); }).code(),
                     ErrorCode::TokenInvalid);
        QVERIFY(!fs::exists(store.file()));
        qputenv("HF_TOKEN", "hf_a\nb");
        const Error error = test::expectError([&] { (void)store.find(Site::HuggingFace, kHub); });
        QCOMPARE(error.code(), ErrorCode::TokenInvalid);
        QVERIFY(!QByteArray(error.what()).contains("hf_a"));
    }

    void damagedFiles() {
        TokenStore store(*m_folder / "secrets.ini");
        for (const std::string& text : {std::string("token=hf_x\n"), std::string("[https://huggingface.co\ntoken=x"),
                                        std::string(70000, 'x'), std::string("\0\xFF\n[", 4)}) {
            test::writeFile(store.file(), text);
            fs::permissions(store.file(), fs::perms::owner_read | fs::perms::owner_write);
            QVERIFY(store.find(Site::HuggingFace, kHub).credential.empty());
        }
    }

    void foldersOfThePythonTools() {
        QCOMPARE(hfCacheRoot(), *m_folder / "hf/hub");
        QCOMPARE(hfTokenFile(), *m_folder / "hf/token");
        qputenv("HUGGINGFACE_HUB_CACHE", "/old");
        QCOMPARE(hfCacheRoot(), fs::path("/old"));
        qputenv("HF_HUB_CACHE", "$HF_HOME/${HF_HOME}x/$NOT_SET_HERE/${");
        const std::string home = (*m_folder / "hf").string();
        QCOMPARE(hfCacheRoot(), fs::path(home + "/" + home + "x/$NOT_SET_HERE/${"));
        qputenv("HF_HUB_CACHE", "");
        qputenv("HUGGINGFACE_HUB_CACHE", "");
        const QByteArray before = qgetenv("HOME");
        qputenv("HOME", "/data/ada");
        qputenv("HF_HOME", "~/hf");
        QCOMPARE(hfCacheRoot(), fs::path("/data/ada/hf/hub"));
        qputenv("HF_HOME", "");
        QCOMPARE(hfHome(), fs::path("/data/ada/.cache/huggingface"));
        qputenv("XDG_CACHE_HOME", "/cache");
        QCOMPARE(hfHome(), fs::path("/cache/huggingface"));
        qputenv("HOME", before);
    }

private:
    std::unique_ptr<test::TempDir> m_folder;
};

QTEST_APPLESS_MAIN(TokenStoreTest)
#include "token_store_test.moc"
