// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/mix_checks.h"

#include <QtTest/QtTest>

#include "core/domain/hub_terms.h"
#include "core/domain/licence_terms.h"
#include "ui/mix/gate_checks.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

const std::vector<std::string> kBlocks = {"D1.A0.T0", "D1.A0.T1", "D2.A0.T0", "D2.A0.T1",
                                          "U0.A0.T0", "U0.A0.T1", "U1.A0.T0"};

SourceInfo model(const char* name, const char* architecture = "SDXL") {
    SourceInfo info;
    info.state = SourceInfo::State::Ok;
    info.facts.name = name;
    info.facts.role = ModelRole::Checkpoint;
    info.facts.architecture = {ModelFamily::Sdxl, architecture, 4, 2048, 1024, false, 0};
    info.facts.structure = architecture;
    info.facts.blocks = kBlocks;
    info.facts.dtype = "fp16";
    info.facts.bytes = 6'940'000'000;
    return info;
}

MixCard card(const char* source, const char* prompt) {
    MixCard card;
    card.spec.source = source;
    if (*prompt) card.spec.positive = {{prompt, 1.0}};
    return card;
}

/// A mix without a fault.
CheckInput good() {
    CheckInput input;
    input.state.head.name = "mix";
    input.state.head.base = "base";
    input.state.cards = {card("a", "a house"), card("b", "a fish")};
    for (const char* name : {"base", "a", "b"}) input.infos[QString::fromLatin1(name)] = model(name);
    return input;
}

const Check* find(const std::vector<Check>& checks, const char* id) {
    for (const Check& check : checks)
        if (check.id == QLatin1StringView(id)) return &check;
    return nullptr;
}

GateReport report(double cosine, double condition) {
    GateReport gates;
    gates.experts = {"a", "b"};
    for (int i = 0; i < 4; ++i)
        gates.sites.push_back({"D1.A0.T" + std::to_string(i) + ".ff", {1.0, cosine, cosine, 1.0}, condition});
    return gates;
}

Prediction prediction(double first) {
    Prediction value;
    value.experts = {"a", "b"};
    value.share = {first, 1.0 - first};
    value.sites.push_back({"D1.A0.T0.ff", {0}, {1.0}});
    if (first < 1.0) value.sites.push_back({"cross_kv", {1}, {1.0}});
    return value;
}

}  // namespace

class MixChecksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aGoodMixHasOnlyANote() {
        const auto checks = mixChecks(good());
        QCOMPARE(checks.size(), 1U);
        QCOMPARE(checks[0].id, u"C18"_s);
        QVERIFY(!hasErrors(checks));
    }

    /// Every row of the table: what brings it up, its level, its sentence, its buttons.
    void everyCheck_data() {
        QTest::addColumn<std::function<void(CheckInput&)>>("spoil");
        QTest::addColumn<int>("level");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QStringList>("buttons");
        const auto row = [](const char* id, CheckLevel level, const char* sentence, const QStringList& buttons,
                            std::function<void(CheckInput&)> spoil) {
            QTest::newRow(id) << std::move(spoil) << int(level) << QString::fromUtf8(sentence) << buttons;
        };
        using L = CheckLevel;
        row("C1", L::Error, "Choose a base model.", {u"Choose base"_s},
            [](CheckInput& in) { in.state.head.base.clear(); });
        row("C2", L::Error, "A mixture needs at least two experts.", {u"Add expert"_s, u"Add the base as expert"_s},
            [](CheckInput& in) { in.state.cards.pop_back(); });
        row("C3", L::Error, "a is missing.", {u"Locate…"_s, u"Remove"_s},
            [](CheckInput& in) { in.infos[u"a"_s].state = SourceInfo::State::Missing; });
        row("C3", L::Error, "a is missing.", {u"Use the one found"_s, u"Locate…"_s, u"Remove"_s}, [](CheckInput& in) {
            in.infos[u"a"_s].state = SourceInfo::State::Missing;
            in.twins[u"a"_s] = u"/elsewhere/a"_s;
        });
        row("C4", L::Error, "b is SD1.5, the base is SDXL.", {u"Replace"_s, u"Remove"_s},
            [](CheckInput& in) { in.infos[u"b"_s] = model("b", "SD1.x"); });
        row("C5", L::Error, "Every expert has the same gate prompts, so routing cannot tell them apart.",
            {u"Edit prompts"_s, u"Use Random gates"_s},
            [](CheckInput& in) { in.state.cards[1].spec.positive = in.state.cards[0].spec.positive; });
        row("C6", L::Error, "k is 3 but only 2 expert(s) are on.", {u"Set k to 2"_s},
            [](CheckInput& in) { in.state.head.expertsPerToken = 3; });
        row("C7", L::Warning, "Expert B has no gate prompt.", {u"Write prompt"_s}, [](CheckInput& in) {
            in.state.cards[1].spec.positive = {{"", 1.0}};
        });
        row("C7", L::Warning, "Expert B has no gate prompt.", {u"Write prompt"_s, u"Use its trigger words"_s},
            [](CheckInput& in) {
                in.state.cards[1].spec.positive = {{"", 1.0}};
                in.infos[u"b"_s].facts.trigger = "misty";
            });
        row("C8", L::Warning, "Experts A and B use the same file.", {u"Show"_s, u"Remove B"_s},
            [](CheckInput& in) { in.state.cards[1].spec.source = "a"; });
        row("C9", L::Warning, "Gates of A and B are nearly parallel: mean cosine 0.97.",
            {u"Show"_s, u"Centre gates"_s, u"Edit prompts"_s}, [](CheckInput& in) { in.gates = report(0.97, 2.0); });
        row("C10", L::Warning, "Expert B is never chosen for the probe prompt.", {u"Show"_s, u"Raise bias"_s},
            [](CheckInput& in) { in.prediction = prediction(1.0); });
        row("C11", L::Warning, "Expert A takes 85 % of all choices for the probe prompt.", {u"Show"_s, u"Lower bias"_s},
            [](CheckInput& in) { in.prediction = prediction(0.85); });
        row("C12", L::Warning, "b predicts v-prediction, the base epsilon.", {u"Remove"_s, u"Keep"_s},
            [](CheckInput& in) { in.infos[u"b"_s].facts.vPrediction = true; });
        row("C13", L::Warning,
            "b looks like a few-step model (from its file name), others do not. Steps and CFG may not suit both.",
            {u"Keep"_s, u"Use few-step preset"_s},
            [](CheckInput& in) { in.infos[u"b"_s].facts.fewSteps = FewSteps::FromFileName; });
        row("C14", L::Warning, "Gates are random.", {u"Use prompts"_s},
            [](CheckInput& in) { in.state.head.gates = GateMethod::Random; });
        row("C15", L::Warning, "12 of 200 LoRA tensors have no place in a.", {u"Details"_s}, [](CheckInput& in) {
            in.state.cards[0].spec.loras = {{"glow", 1.0, "", "", {}}};
            in.loraFits[{u"glow"_s, u"a"_s}] = {200, 12, {}};
            in.loraFits[{u"glow"_s, u"b"_s}] = {200, 7, {}};  // no card of b names it
        });
        row("C15", L::Warning, "7 of 200 LoRA tensors have no place in a.", {u"Details"_s}, [](CheckInput& in) {
            in.state.head.loras = {{"glow", 1.0, "", "", {}, LoraTarget::Experts}};
            in.loraFits[{u"glow"_s, u"base"_s}] = {200, 12, {}};  // it does not act on the base
            in.loraFits[{u"glow"_s, u"a"_s}] = {200, 7, {}};
        });
        row("C15", L::Warning, "12 of 200 LoRA tensors have no place in base.", {u"Details"_s}, [](CheckInput& in) {
            in.state.head.loras = {{"glow", 1.0, "", "", {}, LoraTarget::Base}};
            in.loraFits[{u"glow"_s, u"base"_s}] = {200, 12, {}};
        });
        row("C16", L::Warning, "Gate matrix of D1.A0.T0.ff is degenerate (condition number 9.0 > 5).",
            {u"Show"_s, u"Centre gates"_s}, [](CheckInput& in) { in.gates = report(0.5, 9.0); });
        row("C17", L::Warning, "The licence of b does not allow selling images.", {u"Details"_s},
            [](CheckInput& in) { in.infos[u"b"_s].facts.license = "CC BY-NC 4.0"; });
        row("C17", L::Warning, "The licence of b does not allow sharing merges.", {u"Details"_s}, [](CheckInput& in) {
            in.infos[u"b"_s].facts.license = hubTermsText({.isKnown = true, .maySellImages = true});
        });
        row("C18", L::Info, "Text encoders and VAE come from the base.", {}, [](CheckInput&) {});
        row("C19", L::Info, "Negative gate prompts do not reach the text path.", {}, [](CheckInput& in) {
            in.state.head.gateCfg = true;
            in.state.cards[0].spec.negative = {{"blurry", 1.0}};
        });
        row("C20", L::Info, "Not SegMoE-compatible: block D2.A0.T1 is left out.", {u"Make compatible"_s},
            [](CheckInput& in) { in.state.head.leftOut = {"D2.A0.T1"}; });
    }
    void everyCheck() {
        QFETCH(std::function<void(CheckInput&)>, spoil);
        QFETCH(int, level);
        QFETCH(QString, sentence);
        QFETCH(QStringList, buttons);
        CheckInput input = good();
        spoil(input);
        const auto checks = mixChecks(input);
        const Check* check = find(checks, QTest::currentDataTag());
        QVERIFY(check);
        QCOMPARE(int(check->level), level);
        QCOMPARE(check->sentence, sentence);
        QStringList labels;
        for (const CheckAction& action : check->actions) labels << action.label;
        QCOMPARE(labels, buttons);
        QVERIFY(std::is_sorted(checks.begin(), checks.end(),
                               [](const Check& a, const Check& b) { return a.level < b.level; }));
    }

    void promptsMatterOnlyToMethodsThatUseThem() {
        CheckInput input = good();
        input.state.cards[1].spec.positive = input.state.cards[0].spec.positive;
        QVERIFY(find(mixChecks(input), "C5"));
        input.state.head.gates = GateMethod::Random;
        QVERIFY(!find(mixChecks(input), "C5") && find(mixChecks(input), "C14"));
        input = good();
        input.state.cards[0].spec.negative = {{"x", 1.0}};
        QVERIFY(!find(mixChecks(input), "C19"));
    }

    void expertsThatAreOffAreNotChecked() {
        CheckInput input = good();
        input.state.cards.push_back(card("c", ""));
        input.state.cards.back().enabled = false;
        input.infos[u"c"_s].state = SourceInfo::State::Missing;
        QVERIFY(!hasErrors(mixChecks(input)));
        QVERIFY(!find(mixChecks(input), "C7"));
    }

    void compatibilityFollowsStages_data() {
        QTest::addColumn<QStringList>("leftOut");
        QTest::addColumn<bool>("isCompatible");
        QTest::newRow("nothing") << QStringList{} << true;
        QTest::newRow("first stage") << QStringList{u"D1.A0.T0"_s, u"D1.A0.T1"_s} << true;
        QTest::newRow("last stage") << QStringList{u"U1.A0.T0"_s} << true;
        QTest::newRow("half a stage") << QStringList{u"U0.A0.T0"_s} << false;
    }
    void compatibilityFollowsStages() {
        QFETCH(QStringList, leftOut);
        QFETCH(bool, isCompatible);
        MixState state = good().state;
        for (const QString& block : leftOut) state.head.leftOut.push_back(block.toStdString());
        QCOMPARE(incompatibleReason(state, kBlocks).isEmpty(), isCompatible);
        state.head.gates = GateMethod::Svd;
        QVERIFY(!incompatibleReason(state, kBlocks).isEmpty());
    }

    void unknownLicencesAllowNothing() {
        QCOMPARE(licenceTerms("do what you like"), LicenceTerms{});
        QVERIFY(licenceTerms("CreativeML Open RAIL-M").commercial == Permission::Yes);
        QVERIFY(licenceTerms("CC-BY-NC-ND 4.0").shareMerges == Permission::No);
        QVERIFY(licenceTerms("permit needed") == LicenceTerms{});
        const LicenceTerms both = strictest(licenceTerms("MIT"), {});
        QVERIFY(both.commercial == Permission::Unknown && both.needsCredit == Permission::Yes);
        QVERIFY(strictest(licenceTerms("cc0"), licenceTerms("cc-by-nc")).commercial == Permission::No);
    }
};

QTEST_APPLESS_MAIN(MixChecksTest)
#include "mix_checks_test.moc"
