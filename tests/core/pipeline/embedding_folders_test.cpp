// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Embeddings that lie in folders and are called by the names of their files.
#include <QtTest/QtTest>

#include <ATen/ATen.h>

#include "core/engine/prompt_meter.h"
#include "core/engine/render_engine.h"
#include "core/pipeline/loaded_model.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::pipeline;
using test::goldenPath;
namespace fs = std::filesystem;

namespace {

/// A folder of other programs' layout: one embedding of each family, one deeper, and files that are none.
struct Shelf {
    Shelf() {
        fs::create_directories(dir / "embeddings/style");
        put("easy_style", "embeddings/EasyStyle.safetensors");
        put("learned", "embeddings/style/toy-cat.safetensors");
        put("xl", "embeddings/wide.safetensors");
        test::writeFile(dir / "embeddings/broken.safetensors", "x");
        test::writeFile(dir / "embeddings/notes.txt", "EasyStyle");
    }
    void put(const char* golden, const char* to) const {
        fs::copy_file(goldenPath(std::string("embeddings/") + golden + ".safetensors"), dir / to);
    }
    std::vector<fs::path> folders() const { return {dir / "missing", dir / "embeddings"}; }
    test::TempDir dir;
};

ModelFiles tinyModel(const std::string& name) {
    return openModelFiles(ModelRef::parse(goldenPath("models/" + name)), {});
}

at::Tensor contextOf(const ModelFiles& files, const std::string& prompt) {
    return PromptEncoder(files, {}, {}, {}).encode(prompt, "", {}).positive.context;
}

RenderRequest request(const Shelf& shelf, const std::string& prompt) {
    RenderRequest request;
    request.model = goldenPath("models/sd1").string();
    request.prompt = prompt;
    request.width = request.height = 64;
    request.steps = 1;
    request.seed = 3;
    request.embeddingFolders = shelf.folders();
    return request;
}

}  // namespace

class EmbeddingFoldersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void callsAreFoundWhereTheyStand() {
        const Shelf shelf;
        const EmbeddingFolders folders(shelf.folders());
        const std::string prompt = "é (easystyle:1.2), embedding:TOY-CAT <lora:wide:1> embedding:none_such, wider";
        const std::vector<EmbeddingCall> calls = folders.callsIn(prompt);
        QCOMPARE(calls.size(), std::size_t{3});
        const auto typed = [&](std::size_t i) { return prompt.substr(calls[i].begin, calls[i].end - calls[i].begin); };
        QCOMPARE(typed(0), std::string("easystyle"));
        QCOMPARE(calls[0].file.filename().string(), std::string("EasyStyle.safetensors"));
        QVERIFY(!calls[0].isExplicit);
        QCOMPARE(typed(1), std::string("embedding:TOY-CAT"));
        QCOMPARE(calls[1].name, std::string("TOY-CAT"));
        QVERIFY(calls[1].isExplicit && calls[1].file == shelf.dir / "embeddings/style/toy-cat.safetensors");
        QCOMPARE(typed(2), std::string("embedding:none_such"));
        QVERIFY(calls[2].file.empty());
        QCOMPARE(calledEmbeddings(calls).size(), std::size_t{2});
        QCOMPARE(unansweredCalls(calls).size(), std::size_t{1});
        QVERIFY(unansweredCalls(calls)[0].find("'none_such'") != std::string::npos);
    }
    void aCalledOneIsTheSameAsAGivenOne() {
        const Shelf shelf;
        const std::string prompt = "a EasyStyle house, toy-cat";
        const std::vector<EmbeddingCall> calls = EmbeddingFolders(shelf.folders()).callsIn(prompt);
        const ModelFiles called = withCalledEmbeddings(tinyModel("sd1"), calls);
        const ModelFiles given =
            withEmbeddings(tinyModel("sd1"),
                           {{goldenPath("embeddings/easy_style.safetensors").string(), "easystyle"},
                            {goldenPath("embeddings/learned.safetensors").string(), "toy-cat"}},
                           {});
        QVERIFY(at::equal(contextOf(called, prompt), contextOf(given, prompt)));
        QVERIFY(!at::equal(contextOf(called, prompt), contextOf(tinyModel("sd1"), prompt)));
        QVERIFY(called.notices.empty());
        QCOMPARE(called.usedFiles.size(), given.usedFiles.size());
    }
    void whatDoesNotFitIsLeftOutAndToldWhenItWasNamed() {
        const Shelf shelf;
        const EmbeddingFolders folders(shelf.folders());
        const auto notices = [&](const std::string& prompt) {
            const ModelFiles files = withCalledEmbeddings(tinyModel("sd1"), folders.callsIn(prompt));
            return std::pair(files.embeddings.size(), files.notices.size());
        };
        QCOMPARE(notices("a wide street, broken glass"), std::pair(std::size_t{0}, std::size_t{0}));
        QCOMPARE(notices("a embedding:wide street, embedding:broken"), std::pair(std::size_t{0}, std::size_t{2}));
        // One that was given by hand keeps its name.
        const ModelFiles given = withEmbeddings(
            tinyModel("sd1"), {{goldenPath("embeddings/learned.safetensors").string(), "EasyStyle"}}, {});
        QCOMPARE(withCalledEmbeddings(given, folders.callsIn("EasyStyle")).embeddings.size(), std::size_t{1});
    }
    void otherCallsKeepTheNetworks() {
        const Shelf shelf;
        const EmbeddingFolders folders(shelf.folders());
        const std::string prompt = "a EasyStyle house";
        LoadedModel model(tinyModel("sd1"), {}, 0);
        const Unet* unet = &model.unet({}, {});
        const PromptEncoder* encoder = &model.promptEncoder({}, {});
        const at::Tensor plain = encoder->encode(prompt, "", {}).positive.context;
        const ModelFiles called = withCalledEmbeddings(tinyModel("sd1"), folders.callsIn(prompt));
        QVERIFY(model.takeOver(called));
        QCOMPARE(&model.unet({}, {}), unet);
        QCOMPARE(&model.promptEncoder({}, {}), encoder);
        QVERIFY(at::equal(encoder->encode(prompt, "", {}).positive.context, contextOf(called, prompt)));
        QVERIFY(model.takeOver(tinyModel("sd1")));
        QVERIFY(at::equal(encoder->encode(prompt, "", {}).positive.context, plain));
    }
    void theNextRenderHasWhatItsPromptCalls() {
        const Shelf shelf;
        RenderEngine engine;
        const auto render = [&](const std::string& prompt) {
            RenderReport report = engine.render(request(shelf, prompt), {}, {});
            return report.outcome == RenderOutcome::Done ? report.result.images.at(0).picture.rgb
                                                         : std::vector<std::uint8_t>{};
        };
        const auto plain = render("a house");
        QVERIFY(!plain.empty());
        const auto styled = render("a EasyStyle house");
        QVERIFY(!styled.empty() && styled != plain);
        QCOMPARE(render("a house"), plain);  // and it is gone again
        RenderEngine other;
        const RenderReport fresh = other.render(request(shelf, "a EasyStyle house"), {}, {});
        QCOMPARE(fresh.result.images.at(0).picture.rgb, styled);
        const RenderReport missing = other.render(request(shelf, "embedding:gone"), {}, {});
        QVERIFY(missing.outcome == RenderOutcome::Done);
        QVERIFY(std::ranges::any_of(missing.result.notices, [](const std::string& notice) {
            return notice.find("'gone'") != std::string::npos;
        }));
    }
    void vectorsAreCountedAsTokens() {
        const Shelf shelf;
        PromptMeter meter;
        const std::string model = goldenPath("models/sd1").string();
        const PromptCount plain = meter.count({model, "a house", shelf.folders()});
        const PromptCount styled = meter.count({model, "a house EasyStyle", shelf.folders()});
        QCOMPARE(styled.tokens, plain.tokens + 3);  // it has three vectors
        QCOMPARE(styled.embeddings, (std::vector<PromptCount::Mark>{{8, 17}}));
        const PromptCount wrong = meter.count({model, "embedding:wide, wide", shelf.folders()});
        QVERIFY(wrong.embeddings.empty());
        QCOMPARE(wrong.unusable, (std::vector<PromptCount::Mark>{{0, 14}}));
    }
};

QTEST_MAIN(EmbeddingFoldersTest)
#include "embedding_folders_test.moc"
