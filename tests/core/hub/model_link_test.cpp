// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include "core/hub/model_link.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::hub;

namespace {

ModelLink repo(const char* name, const char* revision = "", const char* file = "") {
    ModelLink link;
    link.repo = name;
    link.revision = revision;
    link.file = file;
    return link;
}

ModelLink civitai(std::int64_t model, std::int64_t version = 0, std::int64_t file = 0, const char* fp = "",
                  const char* size = "") {
    ModelLink link;
    link.site = Site::CivitAi;
    link.modelId = model;
    link.versionId = version;
    link.fileId = file;
    link.fp = fp;
    link.size = size;
    return link;
}

}  // namespace

class ModelLinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spellings_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ModelLink>("link");
        const auto add = [](const char* text, const ModelLink& link) { QTest::newRow(text) << QString(text) << link; };
        const char* sd = "runwayml/stable-diffusion-v1-5";
        add("runwayml/stable-diffusion-v1-5", repo(sd));
        add("  runwayml/stable-diffusion-v1-5\n", repo(sd));
        add("runwayml/stable-diffusion-v1-5@fp16", repo(sd, "fp16"));
        add("runwayml/stable-diffusion-v1-5@refs/pr/7", repo(sd, "refs/pr/7"));
        add("SG161222/Realistic_Vision_V6.0_B1_noVAE", repo("SG161222/Realistic_Vision_V6.0_B1_noVAE"));
        add("hf:runwayml/stable-diffusion-v1-5", repo(sd));
        add("hf://runwayml/stable-diffusion-v1-5/unet/config.json", repo(sd, "", "unet/config.json"));
        add("hf://runwayml/stable-diffusion-v1-5@main/v1-5.safetensors", repo(sd, "main", "v1-5.safetensors"));
        add("hf://runwayml/stable-diffusion-v1-5@refs/pr/7/a/b.safetensors", repo(sd, "refs/pr/7", "a/b.safetensors"));
        add("hf://runwayml/stable-diffusion-v1-5@refs%2Fpr%2F7/a.safetensors", repo(sd, "refs/pr/7", "a.safetensors"));
        add("hf://gpt2", repo("gpt2"));
        add("hf://gpt2:x/y.safetensors", repo("gpt2", "", "x/y.safetensors"));
        add("hf:gpt2@v1:x.safetensors", repo("gpt2", "v1", "x.safetensors"));
        add("hf://runwayml/stable-diffusion-v1-5/a@b.safetensors", repo(sd, "", "a@b.safetensors"));
        add("runwayml/stable-diffusion-v1-5:a@b", repo(sd, "", "a@b"));
        add("hf://runwayml/stable-diffusion-v1-5@main/a@b", repo(sd, "main", "a@b"));
        add("runwayml/stable-diffusion-v1-5:unet", repo(sd, "", "unet"));
        add("runwayml/stable-diffusion-v1-5@fp16:unet/x.safetensors", repo(sd, "fp16", "unet/x.safetensors"));
        add("https://huggingface.co/runwayml/stable-diffusion-v1-5", repo(sd));
        add("http://www.huggingface.co/runwayml/stable-diffusion-v1-5/", repo(sd));
        add("https://hf.co/runwayml/stable-diffusion-v1-5?not-for-all-audiences=true#readme", repo(sd));
        add("https://huggingface.co/runwayml/stable-diffusion-v1-5/tree/fp16", repo(sd, "fp16"));
        add("https://huggingface.co/runwayml/stable-diffusion-v1-5/tree/refs%2Fpr%2F7", repo(sd, "refs/pr/7"));
        add("https://huggingface.co/runwayml/stable-diffusion-v1-5/tree/refs/pr/7/unet", repo(sd, "refs/pr/7", "unet"));
        add("https://huggingface.co/runwayml/stable-diffusion-v1-5/discussions/3", repo(sd));
        add("https://huggingface.co/a/b/blob/main/v1%205%20%5Bx%5D.safetensors",
            repo("a/b", "main", "v1 5 [x].safetensors"));
        add("https://huggingface.co/a/b/resolve/main/x/y.safetensors?download=true",
            repo("a/b", "main", "x/y.safetensors"));
        add("https://huggingface.co/gpt2/tree/main", repo("gpt2", "main"));
        add("https://hub.example:8443/a/b", repo("a/b"));
        add("https://civitai.com/models/4384", civitai(4384));
        add("https://civitai.com/models/4384/dreamshaper?modelVersionId=128713", civitai(4384, 128713));
        add("https://civitai.red/models/4384?modelVersionId=128713", civitai(4384, 128713));
        add("https://civitai.com/model-versions/128713", civitai(0, 128713));
        add("https://civitai.com/api/v1/model-versions/128713", civitai(0, 128713));
        add("https://civitai.com/api/v1/models/4384", civitai(4384));
        add("https://civitai.com/api/download/models/128713", civitai(0, 128713));
        add("https://civitai.green/api/download/models/128713?fileId=94801", civitai(0, 128713, 94801));
        add("civitai:128713", civitai(0, 128713));
        add("civitai:128713?file=94801", civitai(0, 128713, 94801));
        add("civitai:4384@128713", civitai(4384, 128713));
        add("civitai:128713?fp=fp16&size=pruned&file=94801", civitai(0, 128713, 94801, "fp16", "pruned"));
        add("civitai:4384@128713?size=full", civitai(4384, 128713, 0, "", "full"));
        add("https://civitai.com/api/download/models/128713?type=Model&format=SafeTensor&size=pruned&fp=fp16",
            civitai(0, 128713, 0, "fp16", "pruned"));
        add("https://civitai.com/models/4384?fileId=94801", civitai(4384, 0, 94801));
        add("https://civitai.com/models/4384?fp=bf16", civitai(4384, 0, 0, "bf16"));
        add("https://civitai.com/model-versions/128713?fileId=94801", civitai(0, 128713, 94801));
        add("https://civitai.com/models/4384?fp=a%20b%00&size=%2F", civitai(4384));
        add("urn:air:sd1:checkpoint:civitai:4384@128713", civitai(4384, 128713));
        add("air:sdxl:lora:civitai:4384@128713+94801.safetensors", civitai(4384, 128713, 94801));
        add("sd1:checkpoint:civitai:4384", civitai(4384));
        add("urn:air:sd1:checkpoint:civitai:4384+94801", civitai(4384, 0, 94801));
        add("urn:air:sd1:checkpoint:huggingface:runwayml/stable-diffusion-v1-5@fp16", repo(sd, "fp16"));
    }
    void spellings() {
        QFETCH(QString, text);
        QFETCH(ModelLink, link);
        const auto found = parseModelLink(text.toStdString(), "https://hub.example:8443");
        QVERIFY(found);
        QVERIFY2(*found == link, found->text().c_str());
        const auto again = parseModelLink(found->text());
        QVERIFY2(again && *again == link, found->text().c_str());
    }

    /// Every link that can be made of these parts is the one that its text means.
    void textsMeanTheirLinks() {
        int tried = 0;
        for (const char* name : {"gpt2", "a/b", "runwayml/stable-diffusion-v1-5", "x.y/z_-0"})
            for (const char* revision : {"", "main", "v1.0", "refs/pr/7", "feature/x%41", "refs/heads/a+b"})
                for (const char* file : {"", "unet", "a b/c [d] #1 %41.safetensors", "x@y/z@w", "a=b&c?d/e"}) {
                    const ModelLink link = repo(name, revision, file);
                    QVERIFY2(parseModelLink(link.text()) == link, link.text().c_str());
                    QVERIFY2(parseModelLink("\t" + link.text() + " ") == link, link.text().c_str());
                    ++tried;
                }
        for (const std::int64_t model : {0, 1, 2147483647})
            for (const std::int64_t version : {0, 1, 2147483647})
                for (const std::int64_t file : {0, 1, 2147483647})
                    for (const char* fp : {"", "fp16", "F8_E4M3.x-y"})
                        for (const char* size : {"", "pruned", "full"}) {
                            if (model == 0 && version == 0) continue;  // no model
                            const ModelLink link = civitai(model, version, file, fp, size);
                            QVERIFY2(parseModelLink(link.text()) == link, link.text().c_str());
                            ++tried;
                        }
        QCOMPARE(tried, 4 * 6 * 5 + 8 * 3 * 3 * 3);
    }

    void secretsAreDropped() {
        const auto link = parseModelLink("https://civitai.com/api/download/models/5?token=0123456789abcdef");
        QVERIFY(link->hadToken);
        QCOMPARE(link->text(), std::string("civitai:5"));
        const Error refused =
            test::expectError([] { parseModelLink("https://other.example/x?token=0123456789abcdef"); });
        QVERIFY(std::string(refused.what()).find("0123456789abcdef") == std::string::npos);
    }

    void noLink_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "   ", "model", "model.safetensors", "./a/b", "../a", "/models/base", "~/models/x",
                                 "a/b/c", "C:\\models\\x", "C:/models", "models/", "a b/c"})
            QTest::newRow(text) << QString(text);
    }
    void noLink() {
        QFETCH(QString, text);
        QVERIFY(!parseModelLink(text.toStdString()));
    }

    void refusals_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isHostile");
        const auto add = [](const QByteArray& text, bool isHostile) {
            QTest::newRow(text.left(60).constData()) << text << isHostile;
        };
        // leads elsewhere, or lacks a part
        add("https://huggingface.co/", false);
        add("https://huggingface.co/datasets/a/b", false);
        add("https://huggingface.co/spaces/a/b", false);
        add("https://example.org/a/b", false);
        add("https://huggingface.co.evil.example/a/b", false);
        add("https://huggingface.co@evil.example/a/b", false);
        add("https://user:pass@huggingface.co/a/b", false);
        add("https://huggingface.co/a/b/blob/main/%zz", false);
        add("https:///a/b", false);
        add("https://hf.co/a b", false);
        add("https://civitai.com/images/5", false);
        add("https://civitai.com/models/abc", false);
        add("https://civitai.com/models/0", false);
        add("https://civitai.com/models/2147483648", false);
        add("https://civitai.com/models/5?modelVersionId=-1", false);
        add("https://civitai.com/api/download/models/5?fileId=1e3", false);
        add("civitai:", false);
        add("civitai:5?token=abc", false);
        add("civitai:5@", false);
        add("civitai:5?", false);
        add("civitai:5?file=7&sig=x", false);
        add("civitai:5?file=", false);
        add("hf:a/b:", false);
        add("https://civitai.com/models/5?fileId=x", false);
        add("urn:air:sd1", false);
        add("urn:air:sd1:checkpoint:tensorart:5", false);
        add("a/b@", false);
        // names that are no names
        for (const char* name :
             {"a/b--c", "a/..b", "a/b..c", "-a/b", "a/b-", "a/.b", "a/b.git", "a/b$", "a/b\\c", "a/con"})
            add(QByteArray("hf:") + name, true);
        add("hf:" + QByteArray(97, 'a') + "/b", true);
        add("a/b@..", true);
        add("a/b@x y", true);
        add("a/b@/etc", true);
        add("hf://a/b/../../x.safetensors", true);
        add("hf://a/b@main/../x", true);
        add("hf://a/b@main/C:/x", true);
        add("https://huggingface.co/a/b/resolve/main/..%2F..%2Fx", true);
        add("https://huggingface.co/a/b/resolve/main/%2e%2e/x", true);
        add("https://huggingface.co/a/b/resolve/main/x%00.safetensors", true);
        add("https://huggingface.co/a/b/resolve/main/x%5Cy", true);
        add("https://huggingface.co/a/b/resolve/main/nul.safetensors", true);
        add("https://huggingface.co/a/b/resolve/%2e%2e/x", true);
        add("https://huggingface.co/a/b/blob/main/x%C0%AF", true);
    }
    void refusals() {
        QFETCH(QByteArray, text);
        QFETCH(bool, isHostile);
        const Error error = test::expectError([&] { parseModelLink(text.toStdString()); });
        QVERIFY2(error.code() == (isHostile ? ErrorCode::NameRefused : ErrorCode::RequestInvalid), error.what());
        QVERIFY2(QByteArray(error.what()).endsWith('.'), error.what());
    }

    void pages() {
        QCOMPARE(repo("a/b", "refs/pr/1").page(), std::string("https://huggingface.co/a/b/tree/refs%2Fpr%2F1"));
        QCOMPARE(civitai(4, 5).page(), std::string("https://civitai.com/models/4?modelVersionId=5"));
    }
};

QTEST_APPLESS_MAIN(ModelLinkTest)
#include "model_link_test.moc"
