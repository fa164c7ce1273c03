// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/drop_refusal.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

ModelFacts facts(ModelRole role, ModelFamily family = ModelFamily::Sdxl, const char* name = "SDXL") {
    ModelFacts value;
    value.name = "model";
    value.path = "/models/model.safetensors";
    value.role = role;
    value.architecture = {family, name, 4, 2048, 1024, false, 0};
    value.structure = name;
    value.dtype = "fp16";
    return value;
}

ModelFacts refused(ErrorCode code) {
    ModelFacts value = facts(ModelRole::Refused);
    value.refusal = Failure{code, "the header ends too early.", ""};
    return value;
}

DropVerdict judgedModel(const ModelFacts& model, DropPlace place = DropPlace::Experts, int cards = 2) {
    const ModelFacts base = facts(ModelRole::Checkpoint);
    return judgeModel(model, {place, &base, cards});
}

}  // namespace

class DropRefusalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySentence_data() {
        QTest::addColumn<DropVerdict>("verdict");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* id, const DropVerdict& verdict, const char* sentence) {
            QTest::newRow(id) << verdict << QString::fromUtf8(sentence);
        };
        row("D1", judgedModel(facts(ModelRole::Checkpoint, ModelFamily::Sd1, "SD1.x")),
            "“model” is SD1.5, this mixture is SDXL. Experts must share the architecture of the base.");
        row("D2", judgedModel(facts(ModelRole::Vae)), "“model” holds only a VAE; it cannot be a base or an expert.");
        row("D3", judgePath(u"/m/old.ckpt"_s, {}),
            "“old.ckpt” is a pickle file, which can run code when opened. Use a .safetensors version.");
        row("D4", judgePath(u"/m/notes.txt"_s, {}), "SegMoE Studio cannot read “txt” files here.");
        row("D5", judgePath(u"/m/ninth.safetensors"_s, {DropPlace::Experts, nullptr, 8}),
            "A mixture holds at most 8 experts. Remove one first.");
        ModelFacts inpaint = facts(ModelRole::Checkpoint);
        inpaint.architecture.inChannels = 9;
        row("D6", judgedModel(inpaint),
            "“model” is an inpainting or editing model (9 input channels); the base has 4.");
        row("D7", judgedModel(facts(ModelRole::Lora)), "Drop a LoRA on the card of the model it should change.");
        row("D8", judgedModel(facts(ModelRole::Lora, ModelFamily::Sd1, "SD1.x"), DropPlace::Card),
            "This LoRA was made for SD1.5, the card is SDXL.");
        row("D9", judgePath(u"/m/a.safetensors.part"_s, {}), "“a.safetensors.part” is still being downloaded.");
        row("D10", judgedModel(refused(ErrorCode::SafetensorsTruncated)),
            "“model” is damaged: the header ends too early.");
        row("D11", judgeText(u"hello there, nice model"_s, {}),
            "This text is not a model link, an image link or generation settings.");
        row("D12", judgeText(u"https://example.org/model"_s, {}),
            "Only links from huggingface.co and civitai.com are understood.");
        row("D13", judgedModel(facts(ModelRole::Mixture)),
            "“model” is already a mixture. Open it as a recipe instead.");
        ModelFacts odd = facts(ModelRole::Checkpoint);
        odd.dtype = "I8";
        row("D14", judgedModel(odd), "“model” stores weights as I8, which cannot be mixed.");
        row("D15", {DropRefusal::NoSettings, refusalSentence(DropRefusal::NoSettings, {.name = u"a.png"_s})},
            "No generation settings were found in “a.png”.");
        row("D16", judgedModel(refused(ErrorCode::FolderMissing)),
            "“model” has no model_index.json and no model file.");
    }
    void everySentence() {
        QFETCH(DropVerdict, verdict);
        QFETCH(QString, sentence);
        QCOMPARE(verdict.sentence, sentence);
        QCOMPARE(refusalId(verdict.refusal), QString::fromLatin1(QTest::currentDataTag()));
    }

    void whatIsAccepted() {
        QVERIFY(judgedModel(facts(ModelRole::Checkpoint)).isAccepted());
        QVERIFY(judgedModel(facts(ModelRole::Checkpoint, ModelFamily::Sd1, "SD1.x"), DropPlace::Base).isAccepted());
        QVERIFY(judgedModel(facts(ModelRole::Lora), DropPlace::Card).isAccepted());
        QVERIFY(judgedModel(facts(ModelRole::Lora), DropPlace::Base).isAccepted());
        QVERIFY(judgePath(u"/m/mix.yaml"_s, {DropPlace::Experts, nullptr, 8}).isAccepted());
        QVERIFY(!judgePath(u"/m/mix.yaml"_s, {DropPlace::Base}).isAccepted());
        QVERIFY(judgeText(u"https://huggingface.co/a/b"_s, {}).isAccepted());
        QVERIFY(judgeText(u"author/some-model@main"_s, {}).isAccepted());
        // as this program writes references itself
        for (const char* reference : {"civitai:5", "civitai:4@5", "civitai:5?file=7&fp=fp16", "hf://a/b/x.safetensors",
                                      "hf://a/b@refs%2Fpr%2F7/x", "hf://gpt2:x.safetensors", "a/b:unet",
                                      "a/b@refs/pr/7", "https://civitai.com/models/4?fileId=7"})
            QVERIFY2(judgeText(QString::fromLatin1(reference), {}).isAccepted(), reference);
        for (const char* text : {"civitai:", "civitai:5?a b", "a/b/c", "a/b:", "hf:"})
            QVERIFY2(!judgeText(QString::fromLatin1(text), {}).isAccepted(), text);
        QVERIFY(judgeText(u"a lighthouse on a cliff"_s, {DropPlace::Prompts}).isAccepted());
        QVERIFY(!judgeText(u"https://huggingface.co/a/b"_s, {DropPlace::Prompts}).isAccepted());
        QVERIFY(!judgeText(QString(2001, u'x'), {DropPlace::Prompts}).isAccepted());
        QVERIFY(!judgeText(u"https://evil-huggingface.co/a"_s, {}).isAccepted());
    }

    void aFullMixtureStillTakesReplacements() {
        const ModelFacts base = facts(ModelRole::Checkpoint);
        QVERIFY(judgedModel(base, DropPlace::Experts, 8).refusal == DropRefusal::Full);
        QVERIFY(judgeModel(base, {DropPlace::Card, &base, 8, true}).isAccepted());
    }

    void namesAreNotFormats() {
        QCOMPARE(refusalSentence(DropRefusal::Partial, {.name = u"%2 %1"_s, .a = u"no"_s}),
                 u"“%2 %1” is still being downloaded."_s);
    }
};

QTEST_APPLESS_MAIN(DropRefusalTest)
#include "drop_refusal_test.moc"
