// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// A wish that is sent before its page was ever visited brings the page and reaches it, once.
#include "ui/shell/page_summons.h"

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "ui/bridge/qt_convert.h"
#include "ui/bridge/scripted_engine_client.h"
#include "ui/bridge/settings.h"
#include "ui/library/library_page.h"
#include "ui/mix/mix_page.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

ModelFacts checkpoint(const char* path) {
    ModelFacts facts;
    facts.path = path;
    facts.name = "model";
    facts.role = ModelRole::Checkpoint;
    facts.dtype = "fp16";
    facts.architecture = {ModelFamily::Sdxl, "SDXL", 4, 2048, 1024, false, 0};
    facts.structure = "SDXL";
    return facts;
}

MixRecipe recipe() {
    MixRecipe value;
    value.name = "kept";
    value.base = "/m/base.safetensors";
    value.experts.resize(2);
    value.experts[0].source = "/m/a.safetensors";
    value.experts[1].source = "/m/b.safetensors";
    return value;
}

/// The window with a model, a recipe and a library.
struct Bench {
    Bench() : settings(profile.path()), window(theme, client, settings) {
        client.mix().sources[u"/m/base.safetensors"_s] = {false, false, checkpoint("/m/base.safetensors")};
        RecipeText text;
        text.recipe = recipe();
        client.mix().files[u"/m/kept.yaml"_s] = text;
        LibraryModel model;
        model.facts = checkpoint("/m/base.safetensors");
        client.library().content.models = {model};
        window.resize(1280, 800);
        window.show();
    }
    MixPage& mix() { return *static_cast<MixPage*>(window.pages().page(PageId::Mix)); }
    void toast(const QString& text) {
        for (QAbstractButton* button : window.findChildren<QAbstractButton*>())
            if (button->text() == text && button->isVisible()) return button->click();
        QFAIL(qPrintable(text));
    }

    QTemporaryDir profile;
    Theme theme;
    Settings settings;
    ScriptedEngineClient client;
    MainWindow window;
};

}  // namespace

class PageSummonsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRecipe() {
        Bench bench;
        QVERIFY(!bench.window.pages().has(PageId::Mix));
        Q_EMIT bench.window.navigator().recipeWanted(u"/m/kept.yaml"_s);
        QCOMPARE(bench.window.pages().current(), PageId::Mix);
        QCOMPARE(toText(bench.mix().document().recipe().name), u"kept"_s);
    }
    void aBase() {
        Bench bench;
        Q_EMIT bench.window.navigator().baseWanted(u"/m/base.safetensors"_s);
        QTRY_COMPARE(bench.mix().document().recipe().base, std::string("/m/base.safetensors"));
    }
    void anExpertOnce() {
        Bench bench;
        Q_EMIT bench.window.navigator().expertWanted(u"/m/base.safetensors"_s);
        QTRY_COMPARE(bench.mix().document().cardCount(), 1);
        Q_EMIT bench.window.navigator().expertWanted(u"/m/base.safetensors"_s);
        QTRY_COMPARE(bench.mix().document().cardCount(), 2);
        QTest::qWait(0);
        QCOMPARE(bench.mix().document().cardCount(), 2);  // told once, before and after the page was there
    }
    void aLoraOnItsCard() {
        Bench bench;
        ModelFacts lora = checkpoint("/m/glow.safetensors");
        lora.role = ModelRole::Lora;
        lora.structure.clear();
        bench.client.mix().sources[u"/m/glow.safetensors"_s] = {false, false, lora};
        Navigator& navigator = bench.window.navigator();
        Q_EMIT navigator.recipeWanted(u"/m/kept.yaml"_s);
        QTRY_COMPARE(navigator.mixCards().size(), 3);  // the base and two experts
        Q_EMIT navigator.loraWanted(u"/m/glow.safetensors"_s, 2);
        QTRY_COMPARE(bench.mix().document().recipe().experts[1].loras.size(), std::size_t{1});
        QVERIFY(bench.mix().document().recipe().experts[0].loras.empty());
        Q_EMIT navigator.loraWanted(u"/m/glow.safetensors"_s, 0);
        QTRY_COMPARE(bench.mix().document().recipe().loras.size(), std::size_t{1});
        QCOMPARE(bench.mix().document().recipe().base, std::string("/m/base.safetensors"));
    }
    void aModelOfTheLibrary() {
        Bench bench;
        Q_EMIT bench.window.navigator().modelDetailWanted(u"/m/base.safetensors"_s);
        QCOMPARE(bench.window.pages().current(), PageId::Library);
        auto* page = bench.window.findChild<LibraryPage*>();
        QTRY_VERIFY(page->list().currentIndex().isValid());
    }
    void aCapture() {
        Bench bench;
        QSignalSpy asked(&bench.client, &EngineClient::captureFailed);
        Q_EMIT bench.window.navigator().captureWanted(u"/m/one.segroute"_s);
        QCOMPARE(bench.window.pages().current(), PageId::Routing);
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), u"/m/one.segroute"_s);
    }

    /// Rules of a mix that is open are one undo step; Routing stays in front.
    void rulesOfTheOpenMix() {
        Bench bench;
        Q_EMIT bench.window.navigator().recipeWanted(u"/m/kept.yaml"_s);
        bench.window.showPage(PageId::Routing);
        RenderRequest of;
        of.model = "/m/kept.yaml";
        RoutingPolicy policy;
        policy.rules = {{RoutingRule::Act::Mute, 1, 0.0, {}, {}}};
        Q_EMIT bench.window.navigator().mixPolicyWanted(policy, of);
        QCOMPARE(bench.window.pages().current(), PageId::Routing);
        QVERIFY(bench.mix().document().recipe().routing.rules == policy.rules);
        bench.toast(u"Show mix"_s);
        QCOMPARE(bench.window.pages().current(), PageId::Mix);
        bench.mix().document().undoStack().undo();
        QVERIFY(bench.mix().document().recipe().routing.rules.empty());
    }
    /// The page was never visited, and another mix than the rendered one is open: it is offered.
    void rulesOfAnotherMix() {
        Bench bench;
        RenderRequest of;
        of.recipe = std::make_shared<const MixRecipe>(recipe());
        of.model = "kept";
        RoutingPolicy policy;
        policy.rules = {{RoutingRule::Act::Pin, 0, 0.0, {}, {}}};
        Q_EMIT bench.window.navigator().mixPolicyWanted(policy, of);
        QVERIFY(bench.mix().document().recipe().routing.rules.empty());
        bench.toast(u"Open and keep"_s);
        QCOMPARE(bench.window.pages().current(), PageId::Mix);
        QCOMPARE(bench.mix().document().recipe().experts.size(), 2U);
        QVERIFY(bench.mix().document().recipe().routing.rules == policy.rules);
    }
    void placesOfTheMix() {
        Bench bench;
        Q_EMIT bench.window.navigator().recipeWanted(u"/m/kept.yaml"_s);
        bench.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bench.window));
        Q_EMIT bench.window.navigator().mixPlaceWanted(1, {});
        const auto* card = bench.window.findChild<QWidget*>(u"mix_card_B"_s);
        QVERIFY(card && (card->hasFocus() || card->isAncestorOf(QApplication::focusWidget())));
        Q_EMIT bench.window.navigator().mixPlaceWanted(7, {});
        QVERIFY(bench.window.findChild<QLabel*>(u"mix_hint_label"_s)->text().contains(u"no such expert"_s));
    }

    /// J20: the program died with an unsaved mix.
    void j20_theBannerAfterACrash() {
        QTemporaryDir profile;
        const Settings settings(profile.path());
        const QString copy = QDir(settings.dataFolder()).filePath(u"mix_recovery.yaml"_s);
        QDir().mkpath(settings.dataFolder());
        for (const auto& [name, bytes] : {std::pair(copy, QByteArray("base_model: x\n")),
                                          {QDir(settings.dataFolder()).filePath(u"queue.json"_s),
                                           QByteArray("{\"schema\":1,\"inOrder\":false,\"jobs\":[]}")}}) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        }
        Theme theme;
        Settings used(profile.path());
        ScriptedEngineClient client;
        RecipeText text;
        text.recipe = recipe();
        client.mix().files[copy] = text;
        MainWindow window(theme, client, used);
        window.show();
        auto* show = window.findChild<QAbstractButton*>(u"crash_mix_button"_s);
        QVERIFY(show);
        show->click();
        QCOMPARE(window.pages().current(), PageId::Mix);
        auto* page = static_cast<MixPage*>(window.pages().page(PageId::Mix));
        QCOMPARE(toText(page->document().recipe().name), u"kept"_s);
        QVERIFY(page->document().isModified());
        QVERIFY(window.findChild<QLabel*>(u"mix_hint_label"_s)->text().contains(u"not saved yet"_s));
    }
};

QTEST_MAIN(PageSummonsTest)
#include "page_summons_test.moc"
