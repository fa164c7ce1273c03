// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include "core/hub/hf_answers.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::hub;

namespace {

const std::string kCommit(40, 'c');
const std::string kSha256(64, '5');

/// JSON is written with single quotes here.
std::string json(const QByteArray& text) { return QByteArray(text).replace('\'', '"').toStdString(); }
std::string json(const std::string& text) { return json(QByteArray::fromStdString(text)); }
std::string json(const char* text) { return json(QByteArray(text)); }

}  // namespace

class HfAnswersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void repository() {
        const RepoInfo info = parseRepoInfo(
            json("{'_id':'1','id':'a/b','modelId':'a/b','sha':'" + kCommit +
                 "','gated':'auto','private':false,'disabled':false,'tags':['diffusers','license:mit'],"
                 "'cardData':{'license':['openrail','mit']},'pipeline_tag':'text-to-image','library_name':'diffusers',"
                 "'downloads':123,'likes':4,'lastModified':'2024-01-01T00:00:00.000Z','siblings':[{'rfilename':'x'}]}"),
            "hub");
        QCOMPARE(info.id, std::string("a/b"));
        QCOMPARE(info.commit, kCommit);
        QVERIFY(info.isGated && !info.isPrivate && !info.isDisabled);
        QCOMPARE(info.license, std::string("openrail"));
        QCOMPARE(info.pipelineTag, std::string("text-to-image"));
        QCOMPARE(info.downloads, std::int64_t{123});
        const RepoInfo bare =
            parseRepoInfo(json("{'id':'gpt2','gated':false,'tags':['license:mit'],'sha':null}"), "hub");
        QVERIFY(!bare.isGated && bare.commit.empty());
        QCOMPARE(bare.license, std::string("mit"));
    }

    void picturesOfACard() {
        const RepoInfo info = parseRepoInfo(
            json("{'id':'a/b','siblings':[{'rfilename':'x.ckpt'},{'rfilename':7},3],"
                 "'cardData':{'instance_prompt':'ink','thumbnail':'https://x.example/t.png','widget':["
                 "{'text':'a','output':{'url':'images/1.png'}},{'output':{'url':5}},{'output':3},7,{'text':'b'}]},"
                 "'widgetData':[{'output':{'url':'other.png'}}]}"),
            "hub");
        QCOMPARE(info.pictures, (std::vector<std::string>{"images/1.png", "https://x.example/t.png"}));
        QCOMPARE(info.files, std::vector<std::string>{"x.ckpt"});
        QCOMPARE(info.triggerWords, std::string("ink"));
        const RepoInfo bare =
            parseRepoInfo(json("{'id':'a/b','widgetData':[{'output':{'url':'other.png'}}],'cardData':7}"), "hub");
        QCOMPARE(bare.pictures, std::vector<std::string>{"other.png"});
    }

    void lists() {
        const auto list = parseRepoList(json("[{'id':'a/b'},{'id':'c/d','downloads':9}]"), "hub");
        QCOMPARE(list.size(), std::size_t{2});
        QCOMPARE(list[1].downloads, std::int64_t{9});
        QVERIFY(parseRepoList(json("[]"), "hub").empty());
    }

    void trees() {
        const auto files = parseTree(json("[{'type':'directory','oid':'x','size':0,'path':'unet'},"
                                          "{'type':'file','oid':'" +
                                          kCommit +
                                          "','size':5,'path':'unet/config.json'},"
                                          "{'type':'file','oid':'" +
                                          kCommit + "','size':7,'path':'x','xetHash':'q','lfs':{'oid':'" + kSha256 +
                                          "','size':7000000000,'pointerSize':134}}]"),
                                     "hub");
        QCOMPARE(files.size(), std::size_t{2});
        QCOMPARE(files[0].etag(), kCommit);
        QCOMPARE(files[1].etag(), kSha256);
        QCOMPARE(files[1].size, std::uint64_t{7000000000});
    }

    void identities() {
        const HubIdentity me = parseIdentity(
            json("{'type':'user','name':'ada','orgs':[{'name':'labs'}],'auth':{'accessToken':{'role':'write'}}}"),
            "hub");
        QCOMPARE(me.name, std::string("ada"));
        QCOMPARE(me.organizations, std::vector<std::string>{"labs"});
        QCOMPARE(me.tokenRole, std::string("write"));
        QVERIFY(parseIdentity(json("{'name':'ada'}"), "hub").tokenRole.empty());
    }

    void refusals_data() {
        QTest::addColumn<QByteArray>("text");
        const auto add = [](const char* name, const QByteArray& text) { QTest::newRow(name) << text; };
        add("empty", "");
        add("a web page", "<!DOCTYPE html><html>");
        add("cut", "[{'type':'file','oid':'");
        add("not a list", "{}");
        add("null", "null");
        add("entries that are no objects", "[1]");
        add("no path type", "[{'type':'file','oid':5,'size':5,'path':'x'}]");
        add("path is a number", "[{'type':'file','oid':'" + QByteArray(40, 'a') + "','size':5,'path':7}]");
        add("negative size", "[{'type':'file','oid':'" + QByteArray(40, 'a') + "','size':-5,'path':'x'}]");
        add("fractional size", "[{'type':'file','oid':'" + QByteArray(40, 'a') + "','size':5.5,'path':'x'}]");
        add("huge size", "[{'type':'file','oid':'" + QByteArray(40, 'a') + "','size':1e40,'path':'x'}]");
        add("size above 2^63",
            "[{'type':'file','oid':'" + QByteArray(40, 'a') + "','size':18446744073709551615,'path':'x'}]");
        add("oid that is a path", "[{'type':'file','oid':'../../x','size':5,'path':'x'}]");
        add("oid in upper case", "[{'type':'file','oid':'" + QByteArray(40, 'A') + "','size':5,'path':'x'}]");
        add("short SHA-256", "[{'type':'file','oid':'" + QByteArray(40, 'a') + "','size':5,'path':'x','lfs':{'oid':'" +
                                 QByteArray(40, 'a') + "'}}]");
        add("twice the same key", "[{'type':'file','type':'file'}]");
        add("bad UTF-8", "[\"\xFF\"]");
        add("NaN", "[NaN]");
        add("deep", QByteArray(100000, '['));
        add("two values", "[] []");
    }
    void refusals() {
        QFETCH(QByteArray, text);
        const std::string bytes = json(text);
        const Error error = test::expectError([&] { parseTree(bytes, "huggingface.co"); });
        QVERIFY2(error.code() == ErrorCode::BadServerReply, error.what());
        QVERIFY2(QByteArray(error.what()).contains("huggingface.co"), error.what());
    }

    void badNames() {
        for (const char* text : {"{'id':'../x'}", "{'id':'a/b/c'}", "{}", "{'id':'a/b','sha':'main'}",
                                 "{'id':'a/b','tags':[1]}", "{'id':'a/b','private':'yes'}"})
            QCOMPARE(test::expectError([&] { parseRepoInfo(json(text), "hub"); }).code(), ErrorCode::BadServerReply);
        QCOMPARE(test::expectError([] { parseIdentity(json("{'name':''}"), "hub"); }).code(),
                 ErrorCode::BadServerReply);
    }
};

QTEST_APPLESS_MAIN(HfAnswersTest)
#include "hf_answers_test.moc"
