// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/mix_document.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

/// Every act of ui.md §6.8, in an order in which each finds something to change.
std::vector<std::function<void()>> everyAct(MixDocument& document) {
    return {
        [&] { document.setName(u"coast"_s); },
        [&] { document.setBase(u"other.safetensors"_s); },
        [&] { document.addExpert(u"c.safetensors"_s, 1); },
        [&] { document.setEnabled(1, false); },
        [&] { document.moveExpert(0, 2); },
        [&] { document.replaceExpert(1, u"d.safetensors"_s); },
        [&] { document.duplicateExpert(0); },
        [&] { document.setAlias(0, u"ink"_s); },
        [&] { document.makeBase(1); },
        [&] {
            document.replaceBase(u"sd.safetensors"_s, {0, 1});
        },
        [&] {
            document.addPrompt({0, PromptSide::Positive, 1}, {"more", 0.5});
        },
        [&] {
            document.addPrompt({0, PromptSide::Negative, 0}, {"blurry", 1.0});
        },
        [&] {
            document.setPromptText({0, PromptSide::Positive, 1}, u"even more"_s);
        },
        [&] {
            document.setPromptWeight({0, PromptSide::Positive, 1}, 2.0);
        },
        [&] {
            document.movePrompt({0, PromptSide::Positive, 1}, {1, PromptSide::Negative, 0});
        },
        [&] {
            document.movePrompt({0, PromptSide::Positive, 0}, {1, PromptSide::Positive, 1}, true);
        },
        [&] {
            document.removePrompt({1, PromptSide::Positive, 0});
        },
        [&] { document.addLora(0, u"l.safetensors"_s, 0.5); },
        [&] { document.setLoraStrength(0, 0, -1.0); },
        [&] { document.removeLora(0, 0); },
        [&] { document.addLora(-1, u"base_lora.safetensors"_s); },
        [&] { document.setLoraTarget(0, LoraTarget::Experts); },
        [&] { document.setLayers(MoeLayers::All); },
        [&] { document.setLeftOut({"D0.A0.T0"}); },
        [&] { document.setK(1); },
        [&] {
            document.setGateOptions({GateMethod::Text, 7, 3, true, true});
        },
        [&] {
            RoutingPolicy routing;
            routing.temperature = 0.5;
            document.setRoutingOptions(routing);
        },
        [&] { document.setPrecision(Precision::Fp16); },
        [&] { document.setCompat(true); },
        [&] {
            document.setRules({{RoutingRule::Act::Mute, 0, 0.0, {}, {}}});
        },
        [&] {
            MixRecipe recipe;
            recipe.name = "imported";
            recipe.base = "x";
            document.importRecipe(recipe);
        },
    };
}

/// Base, two experts, a prompt each.
void fill(MixDocument& document) {
    document.setBase(u"base.safetensors"_s);
    document.addExpert(u"a.safetensors"_s);
    document.addExpert(u"b.safetensors"_s);
    document.setPromptText({0, PromptSide::Positive, 0}, u"a house"_s);
    document.setPromptText({1, PromptSide::Positive, 0}, u"a fish"_s);
}

}  // namespace

class MixDocumentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Every act, once forward and once back: the state before each is the state after its undo.
    void everyActCanBeTakenBack() {
        MixDocument document;
        fill(document);
        const std::vector<std::function<void()>> acts = everyAct(document);
        std::vector<MixState> states;
        for (const auto& act : acts) {
            const int before = document.undoStack().index();
            states.push_back(document.state());
            act();
            QVERIFY2(document.state() != states.back(), qPrintable(document.undoStack().undoText()));
            QCOMPARE(document.undoStack().index(), before + 1);
            QVERIFY(!document.undoStack().undoText().isEmpty());
        }
        const MixState last = document.state();
        for (auto state = states.rbegin(); state != states.rend(); ++state) {
            const QString text = document.undoStack().undoText();
            document.undoStack().undo();
            QVERIFY2(document.state() == *state, qPrintable(text));
        }
        while (document.undoStack().canRedo()) document.undoStack().redo();
        QVERIFY(document.state() == last);
    }

    void nothingIsPushedForNoChange() {
        MixDocument document;
        fill(document);
        const int count = document.undoStack().count();
        document.setBase(u"base.safetensors"_s);
        document.setK(document.state().head.expertsPerToken);
        document.setPromptText({0, PromptSide::Positive, 0}, u"a house"_s);
        document.moveExpert(0, 0);
        document.movePrompt({0, PromptSide::Positive, 0}, {0, PromptSide::Positive, 1});
        document.setEnabled(0, false);  // two stay on
        QCOMPARE(document.undoStack().count(), count);
        QVERIFY(document.card(0).enabled);
    }

    void typingIsOneStepWithinItsTimeAndFocus() {
        MixDocument document;
        qint64 now = 0;
        document.setClock([&] { return now; });
        fill(document);
        const int count = document.undoStack().count();
        const PromptPlace place{0, PromptSide::Positive, 0};
        const auto type = [&](const char* text, qint64 at) {
            now = at;
            document.setPromptText(place, QString::fromLatin1(text));
        };
        document.endEdit();
        type("x", 10'000);
        type("xy", 10'800);
        type("xyz", 11'900);  // 1.1 s after the last key
        QCOMPARE(document.undoStack().count(), count + 1);
        type("xyzz", 14'000);  // too late
        QCOMPARE(document.undoStack().count(), count + 2);
        document.endEdit();
        type("xyzz1", 14'100);                                             // another focus
        document.setPromptText({1, PromptSide::Positive, 0}, u"other"_s);  // another field
        document.setPromptWeight(place, 2.0);                              // another act
        QCOMPARE(document.undoStack().count(), count + 5);
        for (int i = 0; i < 4; ++i) document.undoStack().undo();
        QCOMPARE(document.card(0).spec.positive[0].text, std::string("xyz"));
        document.undoStack().undo();
        QCOMPARE(document.card(0).spec.positive[0].text, std::string("a house"));
    }

    void savedIsTheCleanState() {
        MixDocument document;
        fill(document);
        QVERIFY(document.isModified());
        document.markSaved(u"/tmp/x.yaml"_s);
        QVERIFY(!document.isModified());
        QVERIFY(document.saved() == document.recipe());
        document.setK(1);
        QVERIFY(document.isModified());
        document.undoStack().undo();
        QVERIFY(!document.isModified());
        document.open(document.recipe(), u"/tmp/y.yaml"_s);
        QVERIFY(!document.isModified() && !document.undoStack().canUndo());
    }

    void aMacroIsOneChange() {
        MixDocument document;
        fill(document);
        QSignalSpy changed(&document, &MixDocument::changed);
        document.makeBase(0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(document.state().head.base, std::string("a.safetensors"));
        QCOMPARE(document.card(0).spec.source, std::string("base.safetensors"));
    }

    void kFollowsUpToTwo() {
        MixDocument document;
        QCOMPARE(document.state().head.expertsPerToken, 1);
        document.addExpert(u"a"_s);
        QCOMPARE(document.state().head.expertsPerToken, 1);
        document.addExpert(u"b"_s);
        QCOMPARE(document.state().head.expertsPerToken, 2);
        document.addExpert(u"c"_s);
        QCOMPARE(document.state().head.expertsPerToken, 2);
        document.setK(1);
        document.addExpert(u"d"_s);
        QCOMPARE(document.state().head.expertsPerToken, 1);
    }

    void rulesFollowTheirExperts() {
        MixDocument document;
        fill(document);
        document.addExpert(u"c"_s);
        document.setRules({{RoutingRule::Act::Mute, 0, 0.0, {}, {}}, {RoutingRule::Act::Pin, 2, 0.0, {}, {}}});
        document.removeExpert(0);
        QCOMPARE(document.state().head.routing.rules.size(), 1U);
        QCOMPARE(document.state().head.routing.rules[0].expert, 1);
        document.undoStack().undo();
        QCOMPARE(document.state().head.routing.rules.size(), 2U);
    }

    void aliasesAreUnique() {
        MixDocument document;
        fill(document);
        document.setAlias(0, u"ink"_s);
        document.setAlias(1, u" ink "_s);
        QCOMPARE(sourceStem(u"/cache/models--ada--castles/snapshots/0123abcd"_s), u"castles"_s);  // not the commit
        QCOMPARE(sourceStem(u"/models/old/"_s), u"old"_s);
        QCOMPARE(sourceStem(u"ada/castles@main"_s), u"castles"_s);
        QCOMPARE(sourceStem(u"C:\\models\\Fish.SafeTensors"_s), u"Fish"_s);
        QCOMPARE(cardAlias(document.state(), 0), u"ink"_s);
        QCOMPARE(cardAlias(document.state(), 1), u"ink 2"_s);
        document.setAlias(1, {});
        QCOMPARE(cardAlias(document.state(), 1), u"b"_s);
    }

    void parkedExpertsGoThroughTheRecipe() {
        MixDocument document;
        fill(document);
        document.addExpert(u"c.safetensors"_s);
        document.setEnabled(1, false);
        const MixRecipe recipe = document.recipe();
        QCOMPARE(recipe.experts.size(), 2U);
        QCOMPARE(recipe.parked.size(), 1U);
        QVERIFY(stateOf(recipe) == document.state());
        QCOMPARE(cardLetter(document.state(), 2), u"B"_s);
        QCOMPARE(cardLetter(document.state(), 1), u"–"_s);
    }

    void buildStates() {
        MixDocument document;
        fill(document);
        QCOMPARE(document.buildState(), BuildState::NotBuilt);
        document.buildStarted(document.recipe());
        QCOMPARE(document.buildState(), BuildState::Building);
        document.buildSucceeded();
        QCOMPARE(document.buildState(), BuildState::Built);
        document.setName(u"other"_s);
        document.setK(1);
        document.setAlias(0, u"x"_s);
        RoutingPolicy routing;
        routing.temperature = 2.0;
        document.setRoutingOptions(routing);
        document.addPrompt({0, PromptSide::Negative, 0}, {"blurry", 1.0});  // negatives are not used
        QCOMPARE(document.buildState(), BuildState::Built);
        document.setPromptText({0, PromptSide::Positive, 0}, u"a tower"_s);
        QCOMPARE(document.buildState(), BuildState::GatesOutOfDate);
        document.setLayers(MoeLayers::All);
        QCOMPARE(document.buildState(), BuildState::WeightsOutOfDate);
        document.undoStack().undo();
        QCOMPARE(document.buildState(), BuildState::GatesOutOfDate);
        document.undoStack().undo();
        QCOMPARE(document.buildState(), BuildState::Built);
        document.undoStack().redo();
        QCOMPARE(document.buildState(), BuildState::GatesOutOfDate);
        document.buildStarted(document.recipe());
        document.buildFailed({ErrorCode::GateFailed, "no", ""});
        QCOMPARE(document.buildState(), BuildState::Failed);
        document.undoStack().undo();
        QCOMPARE(document.buildState(), BuildState::Built);
        document.buildStarted(document.recipe());
        document.buildCancelled();
        QCOMPARE(document.buildState(), BuildState::Built);
        document.discardBuild();
        QCOMPARE(document.buildState(), BuildState::NotBuilt);
    }

    void whatOutdatesWhat_data() {
        QTest::addColumn<int>("act");
        QTest::addColumn<int>("state");
        const char* names[] = {"weight", "method", "seed",   "steps",     "negatives used",      "centre", "base",
                               "expert", "lora",   "blocks", "precision", "what a LoRA acts on", "order"};
        for (int i = 0; i < 13; ++i)
            QTest::newRow(names[i]) << i << int(i < 6 ? BuildState::GatesOutOfDate : BuildState::WeightsOutOfDate);
    }
    void whatOutdatesWhat() {
        QFETCH(int, act);
        QFETCH(int, state);
        MixDocument document;
        fill(document);
        document.addLora(-1, u"style"_s);
        document.buildStarted(document.recipe());
        document.buildSucceeded();
        GateOptions gates = document.gateOptions();
        switch (act) {
            case 0: document.setPromptWeight({0, PromptSide::Positive, 0}, 0.5); break;
            case 1: gates.method = GateMethod::Random; break;
            case 2: gates.seed = 4; break;
            case 3: gates.steps = 5; break;
            case 4: gates.useNegatives = true; break;
            case 5: gates.centre = true; break;
            case 6: document.setBase(u"z"_s); break;
            case 7: document.replaceExpert(0, u"z"_s); break;
            case 8: document.addLora(0, u"l"_s); break;
            case 9: document.setLeftOut({"D0.A0.T0"}); break;
            case 10: document.setPrecision(Precision::Bf16); break;
            case 11: document.setLoraTarget(0, LoraTarget::Base); break;
            default: document.moveExpert(0, 1);
        }
        document.setGateOptions(gates);
        QCOMPARE(int(document.buildState()), state);
        document.undoStack().undo();
        QCOMPARE(document.buildState(), BuildState::Built);
    }
};

QTEST_APPLESS_MAIN(MixDocumentTest)
#include "mix_document_test.moc"
