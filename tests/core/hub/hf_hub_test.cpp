// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include "core/hub/hf_hub.h"
#include "core/hub/link_header.h"
#include "tests/core/hub/canned_transport.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::hub;
using test::json;

namespace {

const std::string kHub = "https://huggingface.co";
const std::string kCommit(40, 'c');
const std::string kSha256(64, '5');

FoundToken token() {
    return {Credential("hf_secretsecret", {kHub}), FoundToken::Origin::Environment, "HF_TOKEN", true};
}

FileSource fileSource(const std::string& path) {
    FileSource source;
    source.hub = kHub;
    source.repo = "a/b";
    source.commit = kCommit;
    source.path = path;
    return source;
}

HttpHeaders fileHeaders(const std::string& etag) {
    return {{"X-Repo-Commit", kCommit}, {"ETag", "\"" + etag + "\""}, {"Content-Length", "12"}};
}

}  // namespace

class HfHubTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void searchAsksAndPages() {
        test::CannedTransport transport;
        const HfHub hub(transport, kHub);
        const std::string first =
            kHub +
            "/api/models?search=dream%20shaper&filter=diffusers&filter=diffusers%3AStableDiffusionPipeline"
            "&pipeline_tag=text-to-image&sort=downloads&limit=2&expand=downloads&expand=likes&expand=tags"
            "&expand=gated&expand=private&expand=lastModified&expand=pipeline_tag&expand=library_name"
            "&expand=sha&expand=siblings&expand=cardData&expand=widgetData";
        transport.answer("GET " + first, 200, json("[{'id':'a/b'},{'id':'c/d'}]"),
                         {{"Link", "<" + kHub + "/api/models?cursor=x>; rel=\"next\""}});
        transport.answer("GET " + kHub + "/api/models?cursor=x", 200, json("[{'id':'e/f'}]"));
        HfSearch search;
        search.text = "dream shaper";
        search.filters.emplace_back("diffusers:StableDiffusionPipeline");
        search.limit = 2;
        const HfPage page = hub.search(search, {});
        QCOMPARE(page.models.size(), std::size_t{2});
        const HfPage last = hub.nextPage(page.next, {});
        QCOMPARE(last.models[0].id, std::string("e/f"));
        QVERIFY(last.next.empty());
        QVERIFY(transport.asked[0].credential.empty());
    }

    void treeFollowsItsPages() {
        test::CannedTransport transport;
        const HfHub hub(transport, kHub, token());
        const std::string url = kHub + "/api/models/a/b/tree/" + kCommit + "?recursive=true&expand=false";
        const std::string entry = "{'type':'file','oid':'" + kCommit + "','size':5,'path':'";
        transport.answer("GET " + url, 200, json(QByteArray::fromStdString("[" + entry + "x'}]")),
                         {{"Link", "</api/models/a/b/tree/2>; rel=\"next\""}});
        transport.answer("GET " + kHub + "/api/models/a/b/tree/2", 200,
                         json(QByteArray::fromStdString("[" + entry + "y'}]")));
        const auto files = hub.tree("a/b", kCommit, {});
        QCOMPARE(files.size(), std::size_t{2});
        QCOMPARE(files[1].path, std::string("y"));
        QVERIFY(transport.asked[1].credential.belongsTo(kHub));
    }

    void pagesThatLeadAstray_data() {
        QTest::addColumn<QString>("link");
        QTest::newRow("another origin") << "<https://evil.example/api/models/a/b/tree/x>; rel=\"next\"";
        QTest::newRow("another port") << "<https://huggingface.co:8443/api/x>; rel=\"next\"";
        QTest::newRow("a circle") << QString::fromStdString("</api/models/a/b/tree/" + kCommit +
                                                            "?recursive=true&expand=false>; rel=\"next\"");
    }
    void pagesThatLeadAstray() {
        QFETCH(QString, link);
        test::CannedTransport transport;
        const HfHub hub(transport, kHub, token());
        transport.answer("GET " + kHub + "/api/models/a/b/tree/" + kCommit + "?recursive=true&expand=false", 200, "[]",
                         {{"Link", link.toStdString()}});
        const Error error = test::expectError([&] { (void)hub.tree("a/b", kCommit, {}); });
        QCOMPARE(error.code(), ErrorCode::BadServerReply);
        QCOMPARE(transport.asked.size(), std::size_t{1});
    }

    void infoAndIdentity() {
        test::CannedTransport transport;
        const HfHub hub(transport, kHub, token());
        transport.answer("GET " + kHub + "/api/models/a/b/revision/refs%2Fpr%2F1", 200,
                         json(QByteArray::fromStdString("{'id':'a/b','sha':'" + kCommit + "'}")));
        transport.answer("GET " + kHub + "/api/models/a/b", 200, json("{'id':'a/b','disabled':true}"));
        transport.answer("GET " + kHub + "/api/whoami-v2", 200, json("{'name':'ada'}"));
        QCOMPARE(hub.info("a/b", "refs/pr/1", {}).commit, kCommit);
        QCOMPARE(test::expectError([&] { (void)hub.info("a/b", {}, {}); }).code(), ErrorCode::RepoDisabled);
        QCOMPARE(hub.whoami({}).name, std::string("ada"));
        QCOMPARE(test::expectError([&] { (void)hub.info("../x", {}, {}); }).code(), ErrorCode::NameRefused);
    }

    void metadataOfAFileInGit() {
        test::CannedTransport transport;
        HfHub hub(transport, kHub, token());
        const std::string url = kHub + "/a/b/resolve/" + kCommit + "/unet/x%20%5B1%5D.json";
        transport.answer("HEAD " + url, 200, {}, fileHeaders(kCommit));
        const FileLink link = hub.resolve(fileSource("unet/x [1].json"), {});
        QCOMPARE(link.url, url);
        QVERIFY(link.credential.belongsTo(kHub));
        QCOMPARE(link.content.size, std::optional<std::uint64_t>(12));
        QVERIFY(link.content.digestKind == DigestKind::GitSha1);
        QCOMPARE(link.content.digest, kCommit);
    }

    void metadataOfAFileInTheStorage() {
        test::CannedTransport transport;
        HfHub hub(transport, kHub, token());
        HttpHeaders headers = fileHeaders("junk");
        headers.set("Location", "https://cdn.example/x?Signature=s");
        headers.set("X-Linked-Etag", "W/\"" + kSha256 + "\"");
        headers.set("X-Linked-Size", "7000000000");
        transport.answer("HEAD " + kHub + "/a/b/resolve/" + kCommit + "/x.safetensors", 302, {}, headers);
        const FileLink link = hub.resolve(fileSource("x.safetensors"), {});
        QCOMPARE(link.url, std::string("https://cdn.example/x?Signature=s"));
        QVERIFY(link.credential.empty());
        QCOMPARE(link.content.size, std::optional<std::uint64_t>(7000000000));
        QVERIFY(link.content.digestKind == DigestKind::Sha256);
        QCOMPARE(link.content.digest, kSha256);
    }

    void metadataThatIsNone_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");  // "-" = the line is absent
        QTest::addColumn<int>("code");
        const auto add = [](const char* row, const char* name, const QString& value, ErrorCode code) {
            QTest::newRow(row) << QString(name) << value << static_cast<int>(code);
        };
        add("no commit", "X-Repo-Commit", "-", ErrorCode::NotAHub);
        add("another commit", "X-Repo-Commit", QString(40, 'd'), ErrorCode::ContentChanged);
        add("no etag", "ETag", "-", ErrorCode::BadServerReply);
        add("etag is a path", "ETag", "\"../../x\"", ErrorCode::BadServerReply);
        add("41 digits", "ETag", QString(41, 'a'), ErrorCode::BadServerReply);
        add("upper case", "ETag", QString(40, 'A'), ErrorCode::BadServerReply);
    }
    void metadataThatIsNone() {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(int, code);
        const HttpHeaders whole = fileHeaders(kCommit);
        HttpHeaders headers;
        for (const auto& [key, text] : whole.lines())
            if (key != name.toStdString()) headers.add(key, text);
        if (value != "-") headers.add(name.toStdString(), value.toStdString());
        test::CannedTransport transport;
        HfHub hub(transport, kHub);
        transport.answer("HEAD " + kHub + "/a/b/resolve/" + kCommit + "/x", 200, {}, headers);
        const Error error = test::expectError([&] { (void)hub.resolve(fileSource("x"), {}); });
        QVERIFY2(static_cast<int>(error.code()) == code, error.what());
    }

    void refusals_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("errorCode");
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("code");
        const auto add = [](const char* row, int status, const char* errorCode, const char* body, ErrorCode code) {
            QTest::newRow(row) << status << QString(errorCode) << QString(body) << static_cast<int>(code);
        };
        add("gated 401", 401, "GatedRepo", "", ErrorCode::Gated);
        add("gated 403", 403, "GatedRepo", "", ErrorCode::Gated);
        add("private", 401, "RepoNotFound", "", ErrorCode::RepoNotFound);
        add("private, no code", 401, "", "", ErrorCode::RepoNotFound);
        add("bad token", 401, "", "{'error':'Invalid credentials in Authorization header'}", ErrorCode::TokenInvalid);
        add("revision", 404, "RevisionNotFound", "", ErrorCode::RevisionNotFound);
        add("entry", 404, "EntryNotFound", "", ErrorCode::FileNotFound);
        add("404", 404, "", "", ErrorCode::FileNotFound);
        add("disabled", 403, "", "{'error':'Access to this resource is disabled.'}", ErrorCode::RepoDisabled);
        add("scope", 403, "", "{'error':'no'}", ErrorCode::TokenScope);
        add("rate", 429, "", "", ErrorCode::RateLimited);
        add("busy", 503, "", "<html>", ErrorCode::ServerBusy);
        add("bad request", 400, "", "{'error':{'message':'what'}}", ErrorCode::BadRequest);
        add("too large", 413, "", "", ErrorCode::TooLarge);
        add("teapot", 418, "", "", ErrorCode::BadServerReply);
    }
    void refusals() {
        QFETCH(int, status);
        QFETCH(QString, errorCode);
        QFETCH(QString, body);
        QFETCH(int, code);
        HttpHeaders headers = {{"X-Request-Id", "req-7"}};
        if (!errorCode.isEmpty()) headers.add("X-Error-Code", errorCode.toStdString());
        HttpResponse answer{status, kHub + "/a/b/resolve/main/x?token=hf_secretsecret", headers, json(body.toUtf8()),
                            "GET"};
        const Error error = hfFailure(answer, {"a/b", "main", "x", false, "HF_TOKEN"});
        QVERIFY2(static_cast<int>(error.code()) == code, error.what());
        const QByteArray said = QByteArray(error.what()) + QByteArray::fromStdString(error.detail());
        QVERIFY2(said.contains("req-7") && !said.contains("secretsecret"), said);
        QVERIFY2(QByteArray(error.what()).endsWith('.'), error.what());
    }

    void nextLinks_data() {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("target");
        const auto add = [](const char* header, const char* target) {
            QTest::newRow(header) << QString(header) << QString(target);
        };
        add("<https://x/a?b=1>; rel=\"next\"", "https://x/a?b=1");
        add("<a>; rel=prev, <b>; rel=next", "b");
        add("<a,b;c>; title=\"x, rel=next; \\\" y\"; rel=\"prev\", <d>; REL=\"last next\"", "d");
        add("<a>; rel=\"prev\"", "");
        add("<a", "");
        add("a; rel=next", "");
        add("", "");
        add("<a>; title=\"open", "");
        add(",,,", "");
    }
    void nextLinks() {
        QFETCH(QString, header);
        QFETCH(QString, target);
        QCOMPARE(QString::fromStdString(nextLink(header.toStdString()).value_or("")), target);
    }
};

QTEST_APPLESS_MAIN(HfHubTest)
#include "hf_hub_test.moc"
