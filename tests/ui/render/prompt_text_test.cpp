// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// What the form makes of prompts: wildcards, LoRA chips, marks, presets, history, requests for the queue.
#include <QtTest/QtTest>

#include "ui/bridge/sample_data.h"
#include "ui/render/lora_chips.h"
#include "ui/render/lora_index.h"
#include "ui/render/memory_remedies.h"
#include "ui/render/presets.h"
#include "ui/render/prompt_marks.h"
#include "ui/render/prompt_wildcards.h"
#include "ui/render/render_history.h"
#include "ui/render/request_composer.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

QStringList lookup(const QString& name) {
    if (name == "color"_L1) return {u"red"_s, u"green"_s, u"{dark|light} blue"_s};
    if (name == "loop"_L1) return {u"__loop__ again"_s};
    if (name == "style/ink"_L1) return {u"ink"_s};
    return {};
}

void write(const QString& path, const QByteArray& bytes) {
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

}  // namespace

class PromptTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plainTextIsLeftAlone() {
        for (const QString& text : {u"a (red:1.2) flower, [x], \\{a|b\\}"_s, u"{plain}"_s, u"a__b"_s})
            QCOMPARE(resolveWildcards(text, lookup, 1).text, text);
        QVERIFY(!hasWildcards(u"a (red:1.2) flower"_s));
        QVERIFY(hasWildcards(u"a __color__ one"_s));
        QVERIFY(hasWildcards(u"{a|b}"_s));
    }
    void theSeedDecides() {
        const QString text = u"a __color__ {cat|dog|bird} in {a|{b|c}}"_s;
        const QString first = resolveWildcards(text, lookup, 42).text;
        QCOMPARE(resolveWildcards(text, lookup, 42).text, first);
        QSet<QString> seen;
        for (quint64 seed = 0; seed < 60; ++seed) seen << resolveWildcards(text, lookup, seed).text;
        QVERIFY(seen.size() > 8);
        for (const QString& one : seen) QVERIFY2(!one.contains(u'{') && !one.contains(u'_'), qPrintable(one));
    }
    void weightsAndSeveral() {
        int rare = 0;
        for (quint64 seed = 0; seed < 1000; ++seed)
            rare += resolveWildcards(u"{9::common|1::rare}"_s, lookup, seed).text == "rare"_L1 ? 1 : 0;
        QVERIFY2(rare > 60 && rare < 150, qPrintable(QString::number(rare)));
        for (quint64 seed = 0; seed < 20; ++seed) {
            const QStringList two = resolveWildcards(u"{2$$a|b|c}"_s, lookup, seed).text.split(u", "_s);
            QCOMPARE(two.size(), 2);
            QVERIFY(two[0] != two[1]);
        }
    }
    void missingAndEndlessWildcards() {
        const ResolvedPrompt missing = resolveWildcards(u"a __nothing__"_s, lookup, 1);
        QCOMPARE(missing.text, u"a __nothing__"_s);
        QCOMPARE(missing.missing, QStringList{u"nothing"_s});
        QVERIFY(resolveWildcards(u"__loop__"_s, lookup, 1).text.size() < 40'000);
        QCOMPARE(resolveWildcards(u"__style/ink__"_s, lookup, 1).text, u"ink"_s);
    }
    void filesOfTheFolderOnly() {
        QTemporaryDir dir;
        write(dir.filePath(u"wild/color.txt"_s), "# comment\n\nred\n");
        write(dir.filePath(u"secret.txt"_s), "secret\n");
        const WildcardLookup files = wildcardFolder(dir.filePath(u"wild"_s));
        QCOMPARE(files(u"color"_s), QStringList{u"red"_s});
        QVERIFY(files(u"../secret"_s).isEmpty());
    }
    void chips() {
        const auto chips = loraChips(u"a <lora:glow:0.8>, <lora:ink>, <lora:both:0.5:0.7>, <lora:>"_s);
        QCOMPARE(chips.size(), std::size_t{3});
        QCOMPARE(chips[0].name, u"glow"_s);
        QCOMPARE(chips[0].strength, 0.8);
        QCOMPARE(chips[1].strength, 1.0);
        QCOMPARE(chips[2].strength, 0.7);
        QTemporaryDir dir;
        write(dir.filePath(u"checkpoints/glow.safetensors"_s), "x");
        write(dir.filePath(u"Lora/glow.safetensors"_s), "x");
        QVERIFY(scanLoras({dir.path()}).value(u"glow"_s).contains(u"Lora"_s));
    }
    void composing() {
        RenderRequest form;
        form.prompt = "{red|blue} <lora:glow:0.5> <lora:gone>";
        form.negative = "__color__";
        form.seed = 10;
        form.images = 3;
        const LoraLookup loras = [](const QString& name) {
            return name == "glow"_L1 ? u"/l/glow.safetensors"_s : QString();
        };
        const Composition made = composeRequests(form, SeedMode::Increase, lookup, loras);
        QCOMPARE(made.requests.size(), std::size_t{3});  // each picture chooses anew
        for (int i = 0; i < 3; ++i) {
            const RenderRequest& one = made.requests[static_cast<std::size_t>(i)];
            QCOMPARE(one.seed, std::int64_t{10 + i});
            QCOMPARE(one.images, 1);
            QCOMPARE(one.promptTemplate, form.prompt);
            QVERIFY(one.prompt.find('{') == std::string::npos);
            QVERIFY(one.negative->find("__") == std::string::npos);
            QCOMPARE(one.loras.size(), std::size_t{1});
            QCOMPARE(one.loras[0].strength, 0.5);
        }
        QCOMPARE(made.missingLoras, QStringList{u"gone"_s});
        QCOMPARE(made.nextSeed, std::int64_t{13});
        form.prompt = "plain";
        form.negative.reset();
        form.seed = -1;
        const Composition plain = composeRequests(form, SeedMode::Fixed, lookup, loras);
        QCOMPARE(plain.requests.size(), std::size_t{1});
        QVERIFY(plain.requests[0].seed >= 0);
        QCOMPARE(plain.nextSeed, std::int64_t{-1});
    }
    void marks() {
        const auto marks = markPrompt(u"((a) b:1.5), [c], d) \\(e\\) (f BREAK <lora:x:1> __w__"_s);
        const auto count = [&](PromptMark::Kind kind) {
            return std::count_if(marks.begin(), marks.end(), [kind](const PromptMark& m) { return m.kind == kind; });
        };
        QCOMPARE(count(PromptMark::Kind::Weighted), 3);
        QCOMPARE(count(PromptMark::Kind::LonelyBracket), 2);
        QCOMPARE(count(PromptMark::Kind::Break), 1);
        QCOMPARE(count(PromptMark::Kind::LoraFound), 1);
        QCOMPARE(count(PromptMark::Kind::Wildcard), 1);
        double inner = 0.0;
        for (const PromptMark& mark : marks)
            if (mark.kind == PromptMark::Kind::Weighted && mark.span.length == 1 && mark.span.start == 2)
                inner = mark.weight;
        QVERIFY(std::abs(inner - 1.65) < 1e-9);  // nested weights multiply
    }
    void presetsGoToTextAndBack() {
        const std::vector<Preset> own{{u"mine"_s, u"mine"_s, 12, 3.5, SamplerKind::Unipc, ScheduleKind::Karras, true}};
        const auto read = presetsFromText(presetsToText(own));
        QCOMPARE(read.size(), std::size_t{1});
        RenderRequest request;
        apply(read[0], request);
        QVERIFY(matches(own[0], request));
        QVERIFY(presetsFromText(u"[{\"name\":\"x\",\"sampler\":\"nope\"}, 5]"_s).empty());
        QVERIFY(presetsFromText(u"junk"_s).empty());
        QCOMPARE(guessPreset(u"DreamShaper_XL_Turbo"_s), u"turbo"_s);
        for (const Preset& preset : builtInPresets(sample::mixtureSummary()))
            QVERIFY(isPossible(preset.sampler, preset.schedule));
    }
    void historyKeepsDifferentSettings() {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"history.json"_s);
        {
            RenderHistory history(file);
            RenderRequest request;
            for (int i = 0; i < 30; ++i) {
                request.prompt = "prompt " + std::to_string(i % 25);
                request.seed = i;
                history.add(request);
            }
            QCOMPARE(history.entries().size(), std::size_t{20});
            QCOMPARE(history.entries().front().prompt, std::string("prompt 4"));
        }
        RenderHistory history(file);
        QCOMPARE(history.entries().size(), std::size_t{20});
        QCOMPARE(history.walk(-1)->prompt, std::string("prompt 4"));
        QCOMPARE(history.walk(-1)->prompt, std::string("prompt 3"));
        QCOMPARE(history.walk(1)->prompt, std::string("prompt 4"));
        QVERIFY(!history.walk(1));
    }
    void remediesThatHelpComeFirst() {
        RenderRequest request;
        request.width = request.height = 1024;
        request.guidanceScale = 5.0;
        request.imagesAtOnce = 4;
        request.routing.topK = 2;
        const auto all = possibleRemedies(request, sample::mixtureSummary(), "cpu");
        const auto isCpu = [](const MemoryRemedy& remedy) { return remedy.id == "cpu"_L1; };
        QVERIFY(std::ranges::none_of(all, isCpu));
        QVERIFY(std::ranges::any_of(possibleRemedies(request, sample::mixtureSummary(), "cuda:0"), isCpu));
        MemoryForecast now;
        now.peakBytes = 1000;
        now.availableBytes = 500;
        std::vector<MemoryForecast> then(all.size(), now);
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].id == "tiled"_L1) then[i].peakBytes = 800;
            if (all[i].id == "batch1"_L1) then[i].peakBytes = 400;
        }
        const auto useful = keepUseful(all, now, then);
        QCOMPARE(useful.size(), std::size_t{2});
        QCOMPARE(useful[0].id, u"batch1"_s);
        QCOMPARE(useful[0].gain, std::int64_t{600});
        QCOMPARE(useful[0].request.imagesAtOnce, 1);
    }
};

QTEST_GUILESS_MAIN(PromptTextTest)
#include "prompt_text_test.moc"
