// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// What is published: files, card, licences and digests of the parts; and the way there, against the stand-in.
#include "core/engine/hub_publish.h"

#include <QtTest/QtTest>

#include "core/base/hashing.h"
#include "core/domain/hub_terms.h"
#include "core/domain/licence_terms.h"
#include "core/engine/card_license.h"
#include "core/engine/hub_accounts.h"
#include "core/engine/model_card.h"
#include "tests/support/standin/standin.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using segmoe::standin::Standin;
namespace fs = std::filesystem;

namespace {

MixRecipe tinyRecipe() {
    MixRecipe recipe;
    recipe.name = "castles & robots";
    recipe.base = test::goldenPath("models/sd1").string();
    ExpertSpec castle;
    castle.source = test::goldenPath("models/sd1_expert1").string();
    castle.alias = "castle";
    castle.positive.push_back({"a castle | by the sea", 1.0});
    ExpertSpec robot;
    robot.source = "ada/robots";
    recipe.experts = {castle, robot};
    return recipe;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

class HubPublishTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_server = std::make_unique<Standin>();
        m_folder = std::make_unique<test::TempDir>();
        for (const char* name :
             {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "HF_TOKEN_PATH",
              "HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "http_proxy", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
        qputenv("HF_ENDPOINT", m_server->url("hub").c_str());
        qputenv("HF_HOME", (*m_folder / "hf").c_str());
        qputenv("SEGMOE_HOME", (*m_folder / "home").c_str());
    }

    void theCardNamesPartsLicencesAndDigests() {
        const MixRecipe recipe = tinyRecipe();
        const auto parts = mixtureParts(recipe, PartHashes::All, {}, {});
        QCOMPARE(parts.size(), 3U);
        QCOMPARE(parts[0].source, std::string("sd1"));
        QVERIFY(parts[0].isHere && parts[0].role == MixturePart::Role::Base);
        const fs::path unet = fs::path(recipe.base) / "unet/diffusion_pytorch_model.safetensors";
        QCOMPARE(parts[0].sha256, fileDigests(unet).sha256);
        QCOMPARE(parts[1].name, std::string("castle"));
        QVERIFY(!parts[2].isHere && parts[2].sha256.empty() && parts[2].source == "ada/robots");

        const std::string card = modelCard(recipe, false, parts, "cc-by-nc-4.0");
        QVERIFY2(card.starts_with("---\nlibrary_name: diffusers\n"), card.c_str());
        QCOMPARE(licenseOfCard(card), std::string("cc-by-nc-4.0"));
        for (const std::string& part :
             {parts[0].sha256, parts[1].sha256, std::string("- \"ada/robots\""), std::string("a castle / by the sea"),
              std::string("| LoRA |"), std::string("not known"), std::string("num_experts: 2")})
            QVERIFY2(has(card, part) == (part != "| LoRA |"), part.c_str());
        QVERIFY(!has(card, test::goldenPath("models").string()));
    }

    void licencesOfCards_data() {
        QTest::addColumn<QString>("card");
        QTest::addColumn<QString>("license");
        QTest::newRow("plain") << "---\ntags:\n- a\nlicense: openrail++\n---\n"
                               << "openrail++";
        QTest::newRow("quoted") << "---\r\nlicense: \"mit\"\r\n---\r\n"
                                << "mit";
        QTest::newRow("several") << "---\nlicense:\n- mit\n- cc0-1.0\ntags: x\n---\n"
                                 << "mit, cc0-1.0";
        QTest::newRow("in the text alone") << "---\ntags: x\n---\nlicense: mit\n"
                                           << "";
        QTest::newRow("no head") << "license: mit\n"
                                 << "";
        QTest::newRow("strange") << "---\nlicense: {a: b}\n---\n"
                                 << "";
        QTest::newRow("empty") << "---\nlicense:\n---\n"
                               << "";
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("head without end") << "---\nlicense: mit"
                                          << "mit";
    }
    void licencesOfCards() {
        QFETCH(QString, card);
        QFETCH(QString, license);
        QCOMPARE(QString::fromStdString(licenseOfCard(card.toStdString())), license);
    }

    void theStrictestLicenceStandsForTheWhole_data() {
        QTest::addColumn<QStringList>("parts");
        QTest::addColumn<QString>("whole");
        QTest::newRow("one") << QStringList{"mit"} << "mit";
        QTest::newRow("stricter") << QStringList{"mit", "openrail++", "apache-2.0"} << "openrail++";
        QTest::newRow("in people's words") << QStringList{"CreativeML Open RAIL-M"} << "openrail";
        QTest::newRow("not for sale") << QStringList{"apache-2.0", "cc-by-nc-4.0"} << "cc-by-nc-4.0";
        QTest::newRow("two that each want to be the one") << QStringList{"openrail++", "cc-by-sa-4.0"} << "other";
        QTest::newRow("forbidden") << QStringList{"mit", "cc-by-nd-4.0"} << "other";
        QTest::newRow("not known") << QStringList{"mit", ""} << "other";
        QTest::newRow("none") << QStringList{} << "other";
        const auto terms = [](bool sell, bool share, bool change, bool credit) {
            return QString::fromStdString(hubTermsText({true, sell, false, share, change, credit}));
        };
        const QString free = terms(true, true, true, false);
        QTest::newRow("CivitAI, all allowed") << QStringList{"openrail++", free} << "openrail++";
        QTest::newRow("CivitAI alone") << QStringList{free} << "other";
        QTest::newRow("CivitAI, credit") << QStringList{"apache-2.0", terms(true, true, true, true)} << "apache-2.0";
        QTest::newRow("CivitAI, credit that is not asked for")
            << QStringList{"openrail++", terms(true, true, true, true)} << "other";
        QTest::newRow("CivitAI, not for sale") << QStringList{terms(false, true, true, false), "openrail++"} << "other";
        QTest::newRow("CivitAI, not for sale either")
            << QStringList{terms(false, true, true, true), "cc-by-nc-4.0"} << "cc-by-nc-4.0";
        QTest::newRow("CivitAI, the same terms") << QStringList{"mit", terms(true, true, false, false)} << "other";
        QTest::newRow("CivitAI, no mixtures") << QStringList{"mit", terms(true, false, false, false)} << "other";
    }
    void theStrictestLicenceStandsForTheWhole() {
        QFETCH(QStringList, parts);
        QFETCH(QString, whole);
        std::vector<std::string> licences;
        for (const QString& part : parts) licences.push_back(part.toStdString());
        QCOMPARE(QString::fromStdString(licenceOfWhole(licences)), whole);
    }

    void aPlanIsMadeWithoutANetwork() {
        const fs::path model = *m_folder / ".-my mixture";
        fs::copy(test::goldenPath("models/sd1"), model, fs::copy_options::recursive);
        m_server.reset();
        const auto publisher = openHubPublisher();
        const PublishPlan plan = publisher->plan(model, PartHashes::Known, {}, {});
        QCOMPARE(plan.name, std::string("my-mixture"));
        QVERIFY(plan.files.size() > 5 && plan.bytes > 1000);
        QVERIFY(plan.card.empty() && plan.parts.empty() && !plan.hasOwnCard);
        test::writeFile(model / "README.md", "---\nlicense: mit\n---\nmine\n");
        const PublishPlan own = publisher->plan(model, PartHashes::Known, {}, {});
        QVERIFY(own.hasOwnCard && own.license == "mit" && has(own.card, "mine"));
        QVERIFY(test::expectError([&] {
                    (void)publisher->plan(*m_folder / "absent", PartHashes::Known, {}, {});
                }).code() == ErrorCode::FolderMissing);
    }

    void preflightSaysWhoMayWriteWhere() {
        const auto publisher = openHubPublisher();
        QVERIFY(test::expectError([&] { (void)publisher->inspect({}, {}); }).code() == ErrorCode::LoginNeeded);
        const auto accounts = openHubAccounts();
        accounts->lend(HubSite::HuggingFace, Standin::kReadToken);
        QVERIFY(!publisher->inspect("standin/x", {}).mayWrite);
        accounts->lend(HubSite::HuggingFace, Standin::kToken);
        m_server->addRepo("org/there", {{"a.txt", "x"}});
        const PublishTarget there = publisher->inspect("org/there", {});
        QVERIFY(there.exists && there.mayWrite && !there.isPrivate);
        QCOMPARE(there.account.name, std::string("standin"));
        QVERIFY(!publisher->inspect("somebody/x", {}).mayWrite);
        QVERIFY(!publisher->inspect("standin/x", {}).exists);
        QVERIFY(accounts->forget(HubSite::HuggingFace));
    }

    void anUploadThatBrokeOffGoesOnWhereItWas() {
        const fs::path model = *m_folder / "model";
        fs::copy(test::goldenPath("models/sd1"), model, fs::copy_options::recursive);
        const auto accounts = openHubAccounts();
        accounts->lend(HubSite::HuggingFace, Standin::kToken);
        const auto publisher = openHubPublisher();
        HubPush push{.folder = model,
                     .repo = "standin/model",
                     .isPrivate = true,
                     .mayExist = false,
                     .message = "first",
                     .card = "---\nlicense: mit\n---\nfrom the dialog\n"};
        CancelToken cancel;
        double last = 0.0;
        bool hasGoneBack = false;
        const ProgressSink stopHalfway = [&](const Progress& progress) {
            if (progress.stage != Stage::Writing) return;
            hasGoneBack = hasGoneBack || progress.fraction < last;
            last = progress.fraction;
            if (progress.fraction > 0.5) cancel.cancel();
        };
        QVERIFY_THROWS_EXCEPTION(Cancelled, (void)publisher->publish(push, stopHalfway, cancel));
        QVERIFY(!hasGoneBack && last > 0.5);
        const auto puts = [&] { return m_server->log("storage", "PUT").size(); };
        const std::size_t before = puts();
        push.mayExist = true;
        const HubPushReport report = publisher->publish(push, {}, {});
        QVERIFY(!report.commit.empty());
        std::size_t large = 0;
        for (const auto& entry : fs::recursive_directory_iterator(model))
            large += entry.is_regular_file() && entry.path().extension() == ".safetensors";
        QVERIFY2(puts() <= large + 1, "what had arrived was sent again");
        QVERIFY(before >= 1);
        m_server->editRepo("standin/model", [&](segmoe::standin::Repository& repository) {
            QVERIFY(repository.access == segmoe::standin::Access::Private);
            const auto& tree = repository.commits.at(repository.commitOf("main"));
            QCOMPARE(*tree.at("README.md").bytes, *push.card);
            QCOMPARE(*tree.at("unet/diffusion_pytorch_model.safetensors").bytes,
                     test::readFile(model / "unet/diffusion_pytorch_model.safetensors"));
        });
        QVERIFY(!fs::exists(model / "README.md"));
        accounts->forget(HubSite::HuggingFace);
    }

private:
    std::unique_ptr<Standin> m_server;
    std::unique_ptr<test::TempDir> m_folder;
};

QTEST_GUILESS_MAIN(HubPublishTest)
#include "hub_publish_test.moc"
