// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include "core/hub/civitai.h"
#include "core/hub/civitai_folder.h"
#include "tests/core/hub/canned_transport.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::hub;
using test::json;

namespace {

const std::string kSite = "https://civitai.com";
const std::string kSha256(64, 'a');
const std::string kVersion = "GET " + kSite + "/api/v1/model-versions/5";
const std::string kDownload = "GET " + kSite + "/api/download/models/5?fileId=7";

CivitaiFile file(std::int64_t id, const char* format, const char* fp = "", bool isPrimary = false) {
    CivitaiFile file;
    file.id = id;
    file.name = "x.safetensors";
    file.type = "Model";
    file.format = format;
    file.fp = fp;
    file.isPrimary = isPrimary;
    return file;
}

CivitaiVersion version(std::vector<CivitaiFile> files) {
    CivitaiVersion version;
    version.id = 5;
    version.modelName = "Dream";
    version.modelType = "Checkpoint";
    version.files = std::move(files);
    return version;
}

FileSource source() {
    FileSource source;
    source.hub = kSite;
    source.path = "dream.safetensors";
    source.version = "5";
    source.fileId = "7";
    return source;
}

std::string versionAnswer() {
    return json(
        QByteArray::fromStdString("{'id':5,'modelId':4,'name':'v1','model':{'name':'Dream','type':'Checkpoint'},"
                                  "'files':[{'id':7,'name':'dream.safetensors','sizeKB':1.5,'type':'Model',"
                                  "'metadata':{'format':'SafeTensor','fp':'fp16'},'hashes':{'SHA256':'" +
                                  std::string(64, 'A') + "'},'primary':true}]}"));
}

}  // namespace

class CivitaiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looseAnswersAreTaken() {
        const CivitaiPage page = parseCivitaiPage(
            json("{'items':[{'id':'4','name':null,'type':'SomethingNew','nsfw':'true','allowCommercialUse':'Sell',"
                 "'stats':{'downloadCount':'12'},'creator':null,'modelVersions':[{'id':5,'name':7,'trainedWords':null,"
                 "'files':[{'id':7,'name':'a','sizeKB':'2.5','hashes':null,'metadata':null,'primary':1}]},{'name':'no "
                 "id'}]},"
                 "{'name':'no id'},7],'metadata':{'nextCursor':1699}}"),
            "CivitAI");
        QCOMPARE(page.models.size(), std::size_t{1});
        const CivitaiModel& model = page.models[0];
        QCOMPARE(model.id, std::int64_t{4});
        QVERIFY(model.isNsfw && !model.licence.allowNoCredit);
        QCOMPARE(model.licence.allowCommercialUse, std::vector<std::string>{"Sell"});
        QCOMPARE(model.downloads, std::int64_t{12});
        QCOMPARE(model.versions.size(), std::size_t{1});
        QCOMPARE(model.versions[0].name, std::string("7"));
        QCOMPARE(model.versions[0].files[0].bytes, std::uint64_t{2560});
        QCOMPARE(page.cursor, std::string("1699"));
        QVERIFY(parseCivitaiPage("{}", "CivitAI").models.empty());
        for (const char* text : {"", "<html>", "[]", "{", "null"})
            QCOMPARE(test::expectError([&] { parseCivitaiPage(text, "CivitAI"); }).code(), ErrorCode::BadServerReply);
        QCOMPARE(test::expectError([] { parseCivitaiVersion("{}", "CivitAI"); }).code(), ErrorCode::BadServerReply);
    }

    void licences_data() {
        QTest::addColumn<QByteArray>("flags");
        QTest::addColumn<QByteArray>("text");
        const auto add = [](const char* row, const char* flags, const char* text) {
            QTest::newRow(row) << QByteArray(flags) << QByteArray(text);
        };
        add("all",
            "'allowCommercialUse':['Image','RentCivit','Rent','Sell'],'allowDerivatives':true,"
            "'allowDifferentLicense':true,'allowNoCredit':true",
            "CivitAI terms: pictures and the model may be sold, mixtures may be shared, no credit is needed");
        add("pictures",
            "'allowCommercialUse':['Image'],'allowDerivatives':true,'allowDifferentLicense':false,"
            "'allowNoCredit':false",
            "CivitAI terms: pictures may be sold, the model may not, mixtures may be shared under the same terms, "
            "credit is needed");
        add("nothing",
            "'allowCommercialUse':[],'allowDerivatives':false,'allowDifferentLicense':true,"
            "'allowNoCredit':true",
            "CivitAI terms: nothing may be sold, mixtures may not be shared, no credit is needed");
        add("a word", "'allowCommercialUse':'None','allowDerivatives':'true'",
            "CivitAI terms: nothing may be sold, mixtures may be shared under the same terms, credit is needed");
        add("a list in a text", "'allowCommercialUse':'{Image,Rent}'",
            "CivitAI terms: pictures may be sold, the model may not, mixtures may not be shared, credit is needed");
        add("not said", "'allowNoCredit':true", "");
        add("null", "'allowCommercialUse':null,'allowDerivatives':null", "");
    }
    void licences() {
        QFETCH(QByteArray, flags);
        QFETCH(QByteArray, text);
        const auto told = [](const CivitaiLicence& licence) {
            return QByteArray::fromStdString(hubTermsText(termsOf(licence)));
        };
        const CivitaiModel model =
            parseCivitaiModel(json("{'id':4," + flags + ",'modelVersions':[{'id':5}]}"), "CivitAI");
        QCOMPARE(told(model.licence), text);
        QCOMPARE(told(model.versions[0].licence), text);
        QCOMPARE(told(parseCivitaiVersion(json("{'id':5,'model':{" + flags + "}}"), "CivitAI").licence), text);
    }

    void choosesOneFile() {
        QCOMPARE(chooseFile(version({file(1, "PickleTensor", "", true), file(2, "SafeTensor")}), {}).id,
                 std::int64_t{2});
        QCOMPARE(chooseFile(version({file(1, "SafeTensor", "fp32"), file(2, "SafeTensor", "fp16", true)}), {}).id,
                 std::int64_t{2});
        QCOMPARE(
            chooseFile(version({file(1, "SafeTensor", "fp32"), file(2, "SafeTensor", "fp16", true)}), {0, "fp32", ""})
                .id,
            std::int64_t{1});
        QCOMPARE(chooseFile(version({file(1, "SafeTensor"), file(2, "SafeTensor", "", true)}), {1, "", ""}).id,
                 std::int64_t{1});
        CivitaiFile vae = file(3, "SafeTensor", "", true);
        vae.type = "VAE";
        QCOMPARE(chooseFile(version({vae, file(4, "SafeTensor")}), {}).id, std::int64_t{4});
        QCOMPARE(chooseFile(version({vae}), {3, "", ""}).id, std::int64_t{3});
        const auto code = [](const CivitaiVersion& from, const CivitaiWish& wish) {
            return test::expectError([&] { chooseFile(from, wish); }).code();
        };
        QCOMPARE(code(version({file(1, "PickleTensor")}), {}), ErrorCode::PickleRefused);
        QCOMPARE(code(version({}), {}), ErrorCode::Archived);
        QCOMPARE(code(version({vae}), {}), ErrorCode::FileNotFound);
        QCOMPARE(code(version({file(1, "SafeTensor")}), {9, "", ""}), ErrorCode::FileNotFound);
        CivitaiFile danger = file(1, "SafeTensor");
        danger.scan = "Danger";
        QCOMPARE(code(version({danger}), {}), ErrorCode::FileNotFound);
    }

    void searchPassesOverEmptyPages() {
        test::CannedTransport transport;
        const Civitai site(transport, kSite);
        const std::string first =
            "GET " + kSite + "/api/v1/models?query=dream&types=Checkpoint&types=LORA&baseModels=SD%201.5&limit=50";
        transport.answer(first, 200, json("{'items':[],'metadata':{'nextCursor':'c1'}}"));
        transport.answer(first + "&cursor=c1", 200, json("{'items':[],'metadata':{'nextCursor':'c2'}}"));
        transport.answer(first + "&cursor=c2", 200, json("{'items':[{'id':4}],'metadata':{'nextCursor':'c3'}}"));
        CivitaiSearch search;
        search.text = "dream";
        search.types = {"Checkpoint", "LORA"};
        search.baseModels = {"SD 1.5"};
        const CivitaiPage page = site.search(search, {}, {});
        QCOMPARE(page.models.size(), std::size_t{1});
        QCOMPARE(page.cursor, std::string("c3"));
        QCOMPARE(transport.asked.size(), std::size_t{3});
    }

    void searchSaysWhatIsWished() {
        test::CannedTransport transport;
        CivitaiSearch search;
        search.sort = "Newest";
        search.period = "Week";
        search.onlyCommercial = search.withMature = true;
        (void)test::expectError([&] { (void)Civitai(transport, kSite).search(search, {}, {}); });
        QCOMPARE(transport.keys.at(0), "GET " + kSite +
                                           "/api/v1/models?types=Checkpoint&sort=Newest&period=Week"
                                           "&allowCommercialUse=Image&nsfw=true&limit=50");
    }

    void picturesAndTheirLevels() {
        const CivitaiVersion read =
            parseCivitaiVersion(json("{'id':5,'publishedAt':'2026-01-02T03:04:05.000Z','images':["
                                     "{'url':'https://image.civitai.com/a/width=1024/1.jpeg','nsfwLevel':1},"
                                     "{'url':'https://image.civitai.com/a/2.jpeg','nsfwLevel':4},"
                                     "{'url':'https://image.civitai.com/a/3.jpeg','nsfw':'Mature'},"
                                     "{'url':'https://image.civitai.com/a/4.mp4','type':'video'},"
                                     "{'url':'https://image.civitai.com/a/5.jpeg','nsfw':'Soft'},{'url':7},{}, null]}"),
                                "test");
        std::vector<bool> mature;
        for (const CivitaiPicture& picture : read.pictures) mature.push_back(picture.isMature);
        QCOMPARE(mature, (std::vector<bool>{false, true, true, false, false}));
        QCOMPARE(read.published, std::string("2026-01-02T03:04:05.000Z"));
    }

    void whatAFileIsGoodFor() {
        QCOMPARE(useOf(file(1, "SafeTensor")), CivitaiFileUse::Usable);
        QCOMPARE(useOf(file(1, "PickleTensor")), CivitaiFileUse::OtherFormat);
        QCOMPARE(useOf(file(1, "GGUF")), CivitaiFileUse::OtherFormat);
        CivitaiFile other = file(1, "SafeTensor");
        other.type = "VAE";
        QCOMPARE(useOf(other), CivitaiFileUse::OtherPart);
        other.scan = "Danger";
        QCOMPARE(useOf(other), CivitaiFileUse::Dangerous);
        QVERIFY(isPickle(file(1, "PickleTensor")));
        QVERIFY(!isPickle(file(1, "GGUF")));
    }

    void searchEndsWhenNothingComes() {
        test::CannedTransport transport;
        const Civitai site(transport, kSite);
        const std::string first = "GET " + kSite + "/api/v1/models?types=Checkpoint&limit=50";
        transport.answer(first, 200, json("{'items':[],'metadata':{'nextCursor':'same'}}"));
        transport.answer(first + "&cursor=same", 200, json("{'items':[],'metadata':{'nextCursor':'same'}}"));
        QVERIFY(site.search({}, {}, {}).models.empty());
        QCOMPARE(transport.asked.size(), std::size_t{2});
    }

    void modelsVersionsAndHashes() {
        test::CannedTransport transport;
        const Civitai site(transport, kSite);
        transport.answer("GET " + kSite + "/api/v1/models/4", 200, json("{'id':4,'name':'Dream','mode':'TakenDown'}"));
        transport.answer("GET " + kSite + "/api/v1/model-versions/by-hash/" + kSha256, 200, versionAnswer());
        QCOMPARE(test::expectError([&] { (void)site.model(4, {}); }).code(), ErrorCode::Archived);
        QCOMPARE(site.byHash(kSha256, {}).modelName, std::string("Dream"));
        QCOMPARE(test::expectError([&] { (void)site.byHash("../x", {}); }).code(), ErrorCode::RequestInvalid);
        QCOMPARE(test::expectError([&] { (void)site.version(99, {}); }).code(), ErrorCode::RepoNotFound);
    }

    void signedLinks() {
        test::CannedTransport transport;
        Civitai site(transport, kSite, {Credential("secretkey", {kSite}), FoundToken::Origin::Settings, "x", true});
        transport.answer(kVersion, 200, versionAnswer());
        transport.answer(kDownload, 307, {}, {{"Location", "https://storage.example/x?sig=1"}});
        const FileLink link = site.resolve(source(), {});
        QCOMPARE(link.url, std::string("https://storage.example/x?sig=1"));
        QVERIFY(link.credential.empty() && !link.content.size);
        QCOMPARE(link.content.digest, kSha256);
        QVERIFY(transport.asked.back().credential.belongsTo(kSite));
    }

    void refusedLinks_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("location");
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("code");
        const auto add = [](const char* row, int status, const char* location, const char* body, ErrorCode code) {
            QTest::newRow(row) << status << QString(location) << QString(body) << static_cast<int>(code);
        };
        add("login page", 307, "https://civitai.com/login?returnUrl=x", "", ErrorCode::LoginNeeded);
        add("login reason", 307, "/x?reason=download-auth", "", ErrorCode::LoginNeeded);
        add("401", 401, "",
            "{'error':'Unauthorized','message':'The creator of this asset requires you to be logged in'}",
            ErrorCode::LoginNeeded);
        add("downloads off", 401, "", "{'error':'Downloads are disabled by the creator'}",
            ErrorCode::DownloadsDisabled);
        add("early access", 403, "", "{'error':'This asset is in Early Access until 2030'}", ErrorCode::EarlyAccess);
        add("forbidden", 403, "", "{'error':'no'}", ErrorCode::Forbidden);
        add("not found", 404, "", "", ErrorCode::RepoNotFound);
        add("archived", 410, "", "", ErrorCode::Archived);
        add("too many", 429, "", "", ErrorCode::RateLimited);
        add("overload", 503, "", "", ErrorCode::ServerBusy);
        add("a page instead of the file", 200, "", "<html>", ErrorCode::BadServerReply);
        add("JSON instead of the file", 200, "", "{'error':'what'}", ErrorCode::BadServerReply);
    }
    void refusedLinks() {
        QFETCH(int, status);
        QFETCH(QString, location);
        QFETCH(QString, body);
        QFETCH(int, code);
        test::CannedTransport transport;
        Civitai site(transport, kSite);
        transport.answer(kVersion, 200, versionAnswer());
        HttpHeaders headers;
        if (!location.isEmpty()) headers.add("Location", location.toStdString());
        transport.answer(kDownload, status, json(body.toUtf8()), headers);
        const Error error = test::expectError([&] { (void)site.resolve(source(), {}); });
        QVERIFY2(static_cast<int>(error.code()) == code, error.what());
        QVERIFY2(QByteArray(error.what()).endsWith('.'), error.what());
    }

    void places() {
        const test::TempDir folder;
        CivitaiVersion from = version({file(7, "SafeTensor")});
        CivitaiFile chosen = from.files[0];
        chosen.name = "../../dream shaper.safetensors";
        const auto target = civitaiTarget(folder.path(), from, chosen);
        QCOMPARE(target, folder / "checkpoints/dream shaper.safetensors");
        std::filesystem::create_directories(target.parent_path());
        test::writeFile(target, "x");
        QCOMPARE(civitaiTarget(folder.path(), from, chosen), folder / "checkpoints/dream shaper (v5).safetensors");
        from.licence = {true, {"Image", "Rent"}, true, false, true};
        from.triggerWords = {"dreamy"};
        writeProvenance(target, from, chosen);
        const auto note = fetchedFile(target);
        QVERIFY(note && note->licence.isSaid && note->licence.allowDerivatives && note->licence.allowNoCredit);
        QVERIFY(!note->licence.allowDifferentLicense);
        QCOMPARE(note->licence.allowCommercialUse, (std::vector<std::string>{"Image", "Rent"}));
        QCOMPARE(note->triggerWords, std::vector<std::string>{"dreamy"});
        QCOMPARE(note->model, std::string("Dream"));
        QCOMPARE(civitaiTarget(folder.path(), from, chosen), target);
        ModelLink link;
        link.site = Site::CivitAi;
        link.versionId = 5;
        QCOMPARE(findCivitai(folder.path(), link), std::optional(target));
        link.fileId = 8;
        QVERIFY(!findCivitai(folder.path(), link));
        from.modelType = "LORA";
        QCOMPARE(civitaiTarget(folder.path(), from, chosen).parent_path(), folder / "loras");
    }

    void openLinksFindWhatTheyHaveLedTo() {
        const test::TempDir folder;
        std::filesystem::create_directories(folder / "checkpoints");
        const auto find = [&](const char* text) { return findCivitai(folder.path(), *parseModelLink(text)); };
        const auto keep = [&](CivitaiVersion from, const char* name) {
            const auto target = folder / "checkpoints" / name;
            test::writeFile(target, "x");
            writeProvenance(target, from, from.files[0]);
            return target;
        };
        const CivitaiVersion older = version({file(7, "SafeTensor")});
        CivitaiVersion newer = version({file(9, "SafeTensor")});
        newer.id = 6;
        const auto first = keep(older, "first.safetensors");
        const auto second = keep(newer, "second.safetensors");
        for (const char* link : {"https://civitai.com/models/4", "urn:air:sd1:checkpoint:civitai:4"})
            QVERIFY2(!find(link), link);  // nobody has asked yet which version that is

        noteAnswer(folder.path(), first, *parseModelLink("https://civitai.com/models/4"));
        for (const char* link : {"https://civitai.com/models/4", "https://civitai.red/models/4/name",
                                 "urn:air:sd1:checkpoint:civitai:4", "https://civitai.com/models/4?fileId=7"})
            QCOMPARE(find(link), std::optional(first));
        QVERIFY(!find("https://civitai.com/models/4?fp=fp16"));  // may be another file
        noteAnswer(folder.path(), first, *parseModelLink("civitai:5?fp=fp16"));
        QCOMPARE(find("https://civitai.com/models/4?modelVersionId=5&fp=fp16"), std::optional(first));
        QVERIFY(!find("civitai:6?fp=fp16"));

        // the site has a newer version now, which is known by its number as before
        noteAnswer(folder.path(), second, *parseModelLink("https://civitai.com/models/4"));
        QCOMPARE(find("urn:air:sd1:checkpoint:civitai:4"), std::optional(second));
        QCOMPARE(find("civitai:5"), std::optional(first));
        QCOMPARE(find("civitai:6"), std::optional(second));
        writeProvenance(second, newer, newer.files[0]);  // what was learned stays
        QCOMPARE(find("https://civitai.com/models/4"), std::optional(second));
        std::filesystem::remove(second);
        QVERIFY(!find("https://civitai.com/models/4"));
    }

    void notesFromBeforeStillServeForTheirVersion() {
        const test::TempDir folder;
        std::filesystem::create_directories(folder / "checkpoints");
        const auto target = folder / "checkpoints/old.safetensors";
        test::writeFile(target, "x");
        test::writeFile(provenanceFile(target), R"({"site":"civitai","model_id":4,"version_id":5,"file_id":7})");
        QCOMPARE(findCivitai(folder.path(), *parseModelLink("civitai:5")), std::optional(target));
        noteAnswer(folder.path(), target, *parseModelLink("https://civitai.com/models/4"));
        for (const char* link : {"https://civitai.com/models/4", "civitai:5"})
            QCOMPARE(findCivitai(folder.path(), *parseModelLink(link)), std::optional(target));
    }

    void theOtherFileOfAVersionIsNotTheVersion() {
        const test::TempDir folder;
        std::filesystem::create_directories(folder / "checkpoints");
        CivitaiVersion from = version({file(7, "SafeTensor"), file(8, "SafeTensor")});
        from.files[0].isPrimary = true;
        from.files[1].isPrimary = false;
        const auto target = folder / "checkpoints/other.safetensors";
        test::writeFile(target, "x");
        writeProvenance(target, from, from.files[1]);
        QVERIFY(!findCivitai(folder.path(), *parseModelLink("civitai:5")));
        QCOMPARE(findCivitai(folder.path(), *parseModelLink("civitai:5?file=8")), std::optional(target));
    }
};

QTEST_APPLESS_MAIN(CivitaiTest)
#include "civitai_test.moc"
