// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// The stand-in before clients that are not ours: curl, git-lfs, and Python's huggingface_hub where SEGMOE_PEERS_PYTHON
// names an interpreter that has it.
#include <QtTest/QtTest>

#include "tests/core/hub/downloading.h"
#include "tests/core/hub/other_programs.h"

using namespace segmoe;
using namespace segmoe::test;

namespace {

QString text(const std::string& value) { return QString::fromStdString(value); }

constexpr const char* kPython = R"(
import os, sys
import huggingface_hub as hf
from huggingface_hub import HfApi
what, root = sys.argv[1], sys.argv[2]
api = HfApi()
if what == "download":
    folder = hf.snapshot_download("org/name")
    names = sorted(os.path.relpath(os.path.join(d, f), folder) for d, _, fs in os.walk(folder) for f in fs)
    print(folder); print(names); print(len(hf.scan_cache_dir().warnings))
elif what == "list":
    print(sorted(m.id for m in api.list_models(filter="diffusers", limit=7)))
    print(len(list(api.list_repo_tree("org/name", recursive=True))), api.model_info("org/name").sha, api.whoami()["name"])
elif what == "gated":
    try:
        hf.hf_hub_download("org/gated", "config.json", token=False)
    except hf.errors.GatedRepoError:
        print("gated")
elif what == "missing":
    for repo, name, revision in (("org/name", "none", None), ("org/none", "a", None), ("org/name", "a", "nowhere")):
        try:
            hf.hf_hub_download(repo, name, revision=revision)
        except Exception as error:
            print(type(error).__name__)
elif what == "upload":
    api.create_repo("standin/new", private=True)
    info = api.upload_folder(repo_id="standin/new", folder_path=root)
    print(info.oid)
    print(sorted(f.path for f in api.list_repo_tree("standin/new", recursive=True)))
)";

}  // namespace

class StandinClientsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void curlSeesStatusLinesAndRanges() {
        if (curlProgram().isEmpty()) QSKIP("curl is not installed");
        DownloadBench bench(weightsText(100'000));
        const QString hub = text(bench.server.url("hub"));
        const Said head = runOther(curlProgram(), {"-sI", hub + "/org/name/resolve/main/model.safetensors"});
        QVERIFY(head.out.startsWith("HTTP/1.1 302"));
        QVERIFY(head.out.contains("X-Linked-Size: 100000"));
        QVERIFY(head.out.contains(("X-Repo-Commit: " + bench.commit).c_str()));
        const QString link = text(bench.resolver.resolve(bench.request(bench.path).source, {}).url);
        const Said part = runOther(curlProgram(), {"-si", "-r", "5-9", link});
        QVERIFY(part.out.startsWith("HTTP/1.1 206"));
        QVERIFY(part.out.contains("Content-Range: bytes 5-9/100000"));
        QVERIFY(part.out.endsWith(QByteArray::fromStdString(bench.bytes.substr(5, 5))));
        QVERIFY(runOther(curlProgram(), {"-si", "-r", "100000-", link}).out.contains("Content-Range: bytes */100000"));
        QVERIFY(runOther(curlProgram(), {"-si", "-H", "Authorization: Bearer x", link}).out.startsWith("HTTP/1.1 400"));
        bench.server.expireLinks();
        QVERIFY(runOther(curlProgram(), {"-si", link}).out.startsWith("HTTP/1.1 403"));
    }
    void curlTrustsTheAuthority() {
        if (curlProgram().isEmpty()) QSKIP("curl is not installed");
        const standin::Authority authority;
        standin::Standin server(&authority);
        TempDir folder;
        authority.writeTo(folder / "ca.pem");
        const QString url = text(server.url("hub") + "/api/models");
        QCOMPARE(runOther(curlProgram(), {"-s", "--cacert", text(folder / "ca.pem"), url}).out, QByteArray("[]"));
        QCOMPARE(runOther(curlProgram(), {"-s", url}).code, 60);
    }
    void curlContinuesACutDownload() {
        if (curlProgram().isEmpty()) QSKIP("curl is not installed");
        DownloadBench bench(weightsText(100'000));
        bench.server.fail(
            {"storage", "", "", 0, 1, [](const auto&, standin::Answer& answer) { answer.closeAt = 40'000; }});
        const QString link = text(bench.resolver.resolve(bench.request(bench.path).source, {}).url);
        const QString file = text(bench.folder / "blob");
        QCOMPARE(runOther(curlProgram(), {"-s", "-o", file, link}).code, 18);
        QCOMPARE(runOther(curlProgram(), {"-s", "-C", "-", "-o", file, link}).code, 0);
        QVERIFY(bench.isPublished());
    }
    void curlUnpacksWhatIsPacked() {
        if (curlProgram().isEmpty()) QSKIP("curl is not installed");
        const std::string config(5000, 'a');
        DownloadBench bench(weightsText(100'000));
        bench.server.addRepo("org/packed", {{"config.json", config}});
        const QString url = text(bench.server.url("hub") + "/org/packed/resolve/main/config.json");
        QCOMPARE(runOther(curlProgram(), {"-s", url}).out, QByteArray::fromStdString(config));
        const Said packed = runOther(curlProgram(), {"-si", "-H", "Accept-Encoding: gzip", url});
        QVERIFY(packed.out.contains("Content-Encoding: gzip"));
        QVERIFY(packed.out.contains("Transfer-Encoding: chunked"));
        QVERIFY(packed.out.size() < 1000);
        QCOMPARE(runOther(curlProgram(), {"-s", "--compressed", url}).out, QByteArray::fromStdString(config));
    }
    void curlSeesPages() {
        if (curlProgram().isEmpty()) QSKIP("curl is not installed");
        std::map<std::string, std::string> files;
        for (int i = 0; i < 1100; ++i) files["f" + std::to_string(i)] = "x";
        standin::Standin server;
        server.addRepo("org/name", files);
        const QString url = text(server.url("hub") + "/api/models/org/name/tree/main?recursive=true&expand=");
        for (const auto& [expand, entries] : {std::pair("false", 1000), std::pair("true", 50)}) {
            const Said page = runOther(curlProgram(), {"-si", url + expand});
            QVERIFY(page.out.contains("rel=\"next\""));
            QCOMPARE(page.out.count("\"path\""), qsizetype(entries));
        }
    }
    void gitLfsPushesAndFetches() {
        if (gitProgram().isEmpty()) QSKIP("git-lfs is not installed");
        const std::string bytes = weightsText(300'000);
        DownloadBench bench(weightsText(100'000));
        const TempDir home;
        const std::string lfs = bench.server.url("hub") + "/org/name.git/info/lfs";
        writeFile(home / ".gitconfig",
                  "[user]\n\tname = Ada\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n"
                  "[lfs]\n\turl = " +
                      lfs +
                      "\n\tlocksverify = false\n"
                      "[http \"" +
                      bench.server.url("hub") + "\"]\n\textraHeader = Authorization: Bearer " +
                      standin::Standin::kToken + "\n");
        const QMap<QString, QString> variables{{"HOME", text(home.path().string())},
                                               {"GIT_CONFIG_GLOBAL", text((home / ".gitconfig").string())},
                                               {"GIT_CONFIG_NOSYSTEM", "1"},
                                               {"GIT_TERMINAL_PROMPT", "0"}};
        const auto git = [&](const std::string& folder, const QStringList& words) {
            const Said said =
                runOther(gitProgram(), QStringList{"-C", text((home / folder).string())} + words, variables);
            if (said.code != 0) throw std::runtime_error((words.join(' ').toUtf8() + ": " + said.error).toStdString());
            return said.out;
        };
        for (const char* folder : {"remote", "work"}) std::filesystem::create_directories(home / folder);
        git("remote", {"init", "--bare"});
        git("work", {"init"});
        git("work", {"lfs", "install", "--local"});
        git("work", {"lfs", "track", "*.safetensors"});
        writeFile(home / "work/model.safetensors", bytes);
        git("work", {"add", "."});
        git("work", {"commit", "-m", "A model"});
        git("work", {"remote", "add", "origin", text((home / "remote").string())});
        git("work", {"push", "origin", "main"});
        QVERIFY(bench.server.hasBlob(standin::sha256Hex(bytes)));
        for (const auto& record : bench.server.log("storage")) QVERIFY(!record.request.hasHeader("Authorization"));
        // batch, PUT, verify; the second time the batch says that everything is there
        const auto verified = [&] {
            int count = 0;
            for (const auto& record : bench.server.log("hub", "POST"))
                count += record.request.target.starts_with("/lfs-verify/") ? 1 : 0;
            return count;
        };
        QCOMPARE(verified(), 1);
        git("work", {"lfs", "push", "--all", "origin"});
        QCOMPARE(verified(), 1);
        QCOMPARE(bench.server.log("storage", "PUT").size(), std::size_t(1));

        git("", {"clone", text((home / "remote").string()), "copy"});
        git("copy", {"lfs", "install", "--local"});
        git("copy", {"lfs", "pull"});
        QVERIFY(readFile(home / "copy/model.safetensors") == bytes);
        QCOMPARE(bench.server.log("storage", "GET").size(), std::size_t(1));
    }
    void huggingfaceHub_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QByteArrayList>("said");
        QTest::newRow("download") << "download" << QByteArrayList{"['config.json', 'model.safetensors']", "\n0\n"};
        QTest::newRow("list") << "list" << QByteArrayList{"['org/gated', 'org/name']", " standin\n"};
        QTest::newRow("gated") << "gated" << QByteArrayList{"gated"};
        QTest::newRow("missing") << "missing"
                                 << QByteArrayList{"EntryNotFoundError", "RepositoryNotFoundError",
                                                   "RevisionNotFoundError"};
        QTest::newRow("upload") << "upload" << QByteArrayList{"['README.md', 'big.safetensors']"};
    }
    void huggingfaceHub() {
        QFETCH(QString, what);
        QFETCH(QByteArrayList, said);
        if (peersPython().isEmpty()) QSKIP(kNoPeers);
        DownloadBench bench(weightsText(100'000));
        bench.server.addRepo("org/gated", {{"config.json", "{}"}});
        bench.server.editRepo("org/gated",
                              [](standin::Repository& repository) { repository.access = standin::Access::Gated; });
        TempDir home;
        std::filesystem::create_directories(home / "push");
        writeFile(home / "push/README.md", "# New\n");
        writeFile(home / "push/big.safetensors", weightsText(5000));
        writeFile(home / "client.py", kPython);
        const Said answer = runOther(peersPython(), {text(home / "client.py"), what, text(home / "push")},
                                     {{"HF_ENDPOINT", text(bench.server.url("hub"))},
                                      {"HF_HOME", text(home / "hf")},
                                      {"HF_TOKEN", standin::Standin::kToken},
                                      {"HF_HUB_DISABLE_XET", "1"},
                                      {"HF_HUB_DISABLE_TELEMETRY", "1"},
                                      {"HF_HUB_DISABLE_PROGRESS_BARS", "1"}});
        for (const QByteArray& part : said)
            QVERIFY2(answer.out.contains(part), (answer.out + answer.error.right(3000)).constData());
    }
};

QTEST_GUILESS_MAIN(StandinClientsTest)
#include "standin_clients_test.moc"
