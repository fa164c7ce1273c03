// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QtTest/QtTest>

#include "tests/app/hub_stage.h"
#include "tests/support/standin/folder_files.h"
#include "tests/support/standin/standin.h"

using namespace segmoe::test;
using segmoe::standin::Standin;
namespace fs = std::filesystem;

class HubTest : public QObject, protected HubStage {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void searchDownloadAndList() {
        m_server->addRepo("ada/tiny", filesOf("sd1"));
        const ProgramRun found = run({"search", "tiny", "--json"});
        QVERIFY2(found.exitCode == 0, found.words());
        QCOMPARE(found.document()["models"][0]["reference"].toString(), "ada/tiny");
        QCOMPARE(found.document()["models"][0]["license"].toString(), "openrail++");

        const ProgramRun planned = run({"download", "ada/tiny", "--dry-run", "--json"});
        QVERIFY2(planned.exitCode == 0, planned.words());
        QVERIFY(planned.document()["models"][0]["fetched_bytes"].toDouble() > 0);
        QVERIFY(!fs::exists(*m_folder / "hf/hub/models--ada--tiny"));

        QCOMPARE(run({"inspect", "ada/tiny", "--json"}).errorCode(), "OfflineMissing");

        const ProgramRun fetched = run({"download", "ada/tiny"});
        QVERIFY2(fetched.exitCode == 0, fetched.words());
        const fs::path place = fetched.out.trimmed().toStdString();
        QVERIFY2(fs::exists(place / "model_index.json"), fetched.words());
        const ProgramRun again = run({"download", "ada/tiny", "--json"});
        QCOMPARE(again.document()["models"][0]["fetched_bytes"].toDouble(), 0.0);
        QCOMPARE(again.document()["models"][0]["place"].toString(), text(place));

        const ProgramRun inspected = run({"inspect", "ada/tiny", "--json"});
        QVERIFY2(inspected.exitCode == 0, inspected.words());
        QCOMPARE(inspected.document()["path"].toString(), text(place));

        QVERIFY2(run({"models", "scan", text(*m_folder / "hf/hub")}).exitCode == 0, "scan");
        QVERIFY2(run({"models", "--json"}).out.contains("models"), "list");
    }

    void recipesFetchWhatTheyName() {
        for (const char* model : {"sd1", "sd1_expert1", "sd1_expert2"})
            m_server->addRepo(std::string("ada/") + model, filesOf(model));
        writeFile(*m_folder / "hub.yaml",
                  "base_model: ada/sd1\nnum_experts: 2\nnum_experts_per_tok: 1\nmoe_layers: all\nexperts:\n"
                  "  - source_model: " +
                      m_server->url("hub") +
                      "/ada/sd1_expert1\n    positive_prompt: a castle\n"
                      "    negative_prompt: \"\"\n  - source_model: ada/sd1_expert2\n    positive_prompt: a robot\n"
                      "    negative_prompt: \"\"\n");
        const ProgramRun mixed = run({text(*m_folder / "hub.yaml"), text(*m_folder / "mixed"), "--json"});
        QVERIFY2(mixed.exitCode == 0, mixed.words());
        const std::string unet = "unet/diffusion_pytorch_model.safetensors";
        const TempDir local;
        QCOMPARE(run({tinyRecipe(local), text(local / "mixed")}).exitCode, 0);
        QVERIFY(readFile(*m_folder / ("mixed/" + unet)) == readFile(local / ("mixed/" + unet)));

        // everything is here now: the network is not needed any more
        qputenv("HF_HUB_OFFLINE", "1");
        m_server->clearLog();
        const ProgramRun again = run({text(*m_folder / "hub.yaml"), text(*m_folder / "again")});
        QVERIFY2(again.exitCode == 0, again.words());
        QVERIFY(m_server->log().empty());
        const ProgramRun offline = run({"download", "ada/never", "--json"});
        QCOMPARE(offline.exitCode, 1);
        QCOMPARE(offline.errorCode(), "OfflineMissing");
    }

    void refusalsHaveACodeAndASentence() {
        const ProgramRun absent = run({"download", "ada/absent", "--json"});
        QCOMPARE(absent.exitCode, 1);
        QCOMPARE(absent.errorCode(), "RepoNotFound");
        QCOMPARE(run({"download", "../x/y", "--json"}).exitCode, 2);
        QCOMPARE(run({"download", "https://example.org/x", "--json"}).errorCode(), "RequestInvalid");
        QCOMPARE(run({"download", "ada/-x", "--json"}).errorCode(), "NameRefused");
        QCOMPARE(run({"search", "x", "--arch", "sd9"}).exitCode, 2);
        QCOMPARE(run({"push", text(*m_folder / "absent"), "ada/x", "--json"}).errorCode(), "LoginNeeded");
    }

    void tokensAreKeptAndForgotten() {
        const QByteArray token = QByteArray(Standin::kToken) + "\n";
        QCOMPARE(run({"login", "--check", "--json"}).document()["logged_in"].toBool(), false);
        const ProgramRun bad = run({"login", "--json"}, "hf_wrong\n");
        QCOMPARE(bad.errorCode(), "TokenInvalid");
        const ProgramRun in = run({"login", "--json"}, token);
        QVERIFY2(in.exitCode == 0, in.words());
        QCOMPARE(in.document()["account"].toString(), "standin");
        QCOMPARE(in.document()["role"].toString(), "write");
        QVERIFY(!in.words().contains(Standin::kToken));
        const fs::path secrets = *m_folder / "home/secrets.ini";
        QVERIFY((fs::status(secrets).permissions() & (fs::perms::group_all | fs::perms::others_all)) ==
                fs::perms::none);
        QCOMPARE(run({"login", "--check", "--json"}).document()["account"].toString(), "standin");
        QCOMPARE(run({"logout", "--json"}).document()["removed"].toBool(), true);
        QCOMPARE(run({"logout", "--json"}).document()["removed"].toBool(), false);
        qputenv("HF_TOKEN", "hf_wrong");
        const ProgramRun named = run({"login", "--check", "--json"});
        QCOMPARE(named.errorCode(), "TokenInvalid");
        QVERIFY2(named.out.contains("HF_TOKEN"), named.words());
    }

    void tokensAreSaidAndWrittenNowhere() {
        using segmoe::standin::Answer;
        using segmoe::standin::Request;
        qputenv("HF_TOKEN", Standin::kToken);
        qputenv("CIVITAI_API_TOKEN", Standin::kCivitaiKey);
        m_server->addRepo("ada/tiny", filesOf("sd1"));
        addCivitai(4, 5, "Checkpoint", std::string(20'000, 'x'));
        QCOMPARE(run({tinyRecipe(*m_folder), text(*m_folder / "mixed")}).exitCode, 0);
        QByteArray said;
        const auto say = [&](const QStringList& words) { said += run(words + QStringList{"-v", "--json"}).words(); };
        const QStringList download{"download", "ada/tiny"}, civitai{"download", "civitai:5"};
        const QStringList push{"push", text(*m_folder / "mixed"), "standin/mixed", "--existing"};
        /// A server that answers with what it was sent, and refuses.
        const auto repeats = [](int status) {
            return [status](const Request& request, Answer& answer) {
                const std::string sent = request.header("Authorization");
                answer = Answer::json(status, "{\"error\":\"" + sent + "\",\"message\":\"" + sent + "\"}")
                             .set("X-Error-Message", sent)
                             .set("X-Request-Id", sent)
                             .set("Location", "https://example.org/?token=" + sent.substr(sent.find(' ') + 1));
            };
        };
        for (const int status : {302, 401, 403, 412}) {
            for (const char* target : {"/api/", "/resolve/", "/commit/", "/info/lfs/", "/api/download/"}) {
                const std::string path = target;
                const bool isCivitai = path == "/api/download/";
                m_server->fail({isCivitai ? "civitai" : "hub", "", path, 0, -1, repeats(status), true});
                if (!isCivitai && path != "/commit/" && path != "/info/lfs/") say(download);
                if (!isCivitai && path != "/resolve/") say(push);
                if (isCivitai) say(civitai);
                m_server->clearFaults();
            }
        }
        // storage that refuses, breaks off and sends something else
        for (const auto& change : std::vector<std::function<void(const Request&, Answer&)>>{
                 repeats(404), [](const Request&, Answer& answer) { answer.flipAt = 9; },
                 [](const Request&, Answer& answer) { answer = Answer::text(200, "<html>", "text/html"); }}) {
            m_server->fail({"storage", "", "", 0, -1, change});
            say(download);
            say(civitai);
            m_server->clearFaults();
        }
        say(download);
        say(push);
        said += run({"login", "--check", "-v"}).words() + run({"search", "tiny", "-v"}).words();
        QVERIFY2(said.count("exit 1\n") > 20 && said.contains("exit 0\n"), said.right(3000).constData());

        std::map<std::string, std::string> written = segmoe::standin::filesOf(m_folder->path());
        QVERIFY(written.contains("home/logs/segmoe.log"));
        written["what was said"] = said.toStdString();
        for (const auto& [name, words] : written)
            for (const char* secret : {Standin::kToken, Standin::kCivitaiKey})
                if (const std::size_t at = words.find(secret); at != std::string::npos)
                    QFAIL((name + ": " + words.substr(at > 300 ? at - 300 : 0, 400)).c_str());
        for (const auto& record : m_server->log("storage")) QVERIFY(!record.request.hasHeader("Authorization"));
    }

    void mixturesArePublishedWithACard() {
        QCOMPARE(run({tinyRecipe(*m_folder), text(*m_folder / "mixed")}).exitCode, 0);
        qputenv("HF_TOKEN", Standin::kToken);
        const ProgramRun pushed = run({"push", text(*m_folder / "mixed"), "standin/mixed", "--json"});
        QVERIFY2(pushed.exitCode == 0, pushed.words());
        QVERIFY(!pushed.document()["commit"].toString().isEmpty());
        QVERIFY(!fs::exists(*m_folder / "mixed/README.md"));

        const ProgramRun fetched = run({"download", "standin/mixed"});
        QVERIFY2(fetched.exitCode == 0, fetched.words());
        const fs::path place = fetched.out.trimmed().toStdString();
        const std::string card = readFile(place / "README.md");
        QVERIFY2(card.starts_with("---\nlibrary_name: diffusers\n"), card.c_str());
        QVERIFY2(card.find("a castle") != std::string::npos && card.find("sd1_expert1") != std::string::npos,
                 card.c_str());
        QVERIFY2(card.find(goldenPath("models").string()) == std::string::npos, card.c_str());
        QVERIFY(readFile(place / "unet/diffusion_pytorch_model.safetensors") ==
                readFile(*m_folder / "mixed/unet/diffusion_pytorch_model.safetensors"));
        QCOMPARE(run({"push", text(*m_folder / "mixed"), "standin/mixed", "--json"}).errorCode(), "RepoExists");
        QCOMPARE(run({"push", text(*m_folder / "mixed"), "standin/mixed", "--existing"}).exitCode, 0);
    }

    void filesOfCivitaiAreFetchedAndIdentified() {
        segmoe::standin::CivitaiVersion version;
        version.id = 5;
        version.modelId = 4;
        version.name = "v1";
        version.modelName = "Dream";
        version.files = {{7, "dream.safetensors",
                          std::make_shared<const std::string>(
                              readFile(goldenPath("models/sd1/vae/diffusion_pytorch_model.safetensors"))),
                          "SafeTensor", true}};
        m_server->addVersion(version);
        const ProgramRun fetched = run({"download", "civitai:5"});
        QVERIFY2(fetched.exitCode == 0, fetched.words());
        const QString place = fetched.out.trimmed();
        QCOMPARE(place, text(*m_folder / "home/models/checkpoints/dream.safetensors"));
        const ProgramRun known = run({"models", "identify", place, "--json"});
        QVERIFY2(known.exitCode == 0, known.words());
        QCOMPARE(known.document()["models"][0]["reference"].toString(), "civitai:5");
        const ProgramRun unknown = run(
            {"models", "identify", text(goldenPath("models/sd1/unet/diffusion_pytorch_model.safetensors")), "--json"});
        QVERIFY2(unknown.exitCode == 0, unknown.words());
        QCOMPARE(unknown.document()["models"][0]["known"].toBool(), false);
        const ProgramRun found = run({"search", "civitai", "dream", "--json"});
        QVERIFY2(found.out.contains("civitai:5"), found.words());

        // what its page allows stays with the file
        const QString terms =
            "CivitAI terms: pictures may be sold, the model may not, mixtures may be shared under the same terms, "
            "credit is needed";
        QCOMPARE(found.document()["models"][0]["license"].toString(), terms);
        QVERIFY(run({"search", "civitai", "dream"}).out.contains("CivitAI terms\n"));
        QCOMPARE(run({"inspect", place, "--json"}).document()["license"].toString(), terms);
        QVERIFY2(run({"models", "scan"}).exitCode == 0, "scan");
        QCOMPARE(run({"models", "--json"}).document()["models"][0]["license"].toString(), terms);
    }
};

QTEST_GUILESS_MAIN(HubTest)
#include "hub_test.moc"
