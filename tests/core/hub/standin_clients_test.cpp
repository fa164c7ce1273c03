// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// The stand-in before clients that are not ours: curl, and Python's huggingface_hub where SEGMOE_PEERS_PYTHON names an
// interpreter that has it.
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
