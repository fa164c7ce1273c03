// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// What fails, is refused or gets old on the Mix page, and the buttons that help.
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/ui/mix/mix_bench.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using test::MixBench;

namespace {

constexpr auto kGated = "ada/gated";

QPushButton* shownButton(const MixBench& bench, const char* name) {
    auto* button = bench.page->findChild<QPushButton*>(QLatin1StringView(name));
    return button && button->isVisible() ? button : nullptr;
}

QString textOf(const QPushButton* button) { return button ? button->text() : QString(); }

void fail(MixBench& bench, ErrorCode code, const std::string& message = "It was not possible.") {
    bench.page->build();
    Q_EMIT bench.jobs.buildFailed({code, message, "detail"});
}

/// The first widget of a kind and name among all windows.
template <class T>
T* anywhere(const QString& name) {
    for (QWidget* widget : QApplication::allWidgets())
        if (auto* found = qobject_cast<T*>(widget); found && found->objectName() == name) return found;
    return nullptr;
}

}  // namespace

class MixFailuresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFailureHasWhatHelps_data() {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        const auto row = [](ErrorCode code, const char* message, const char* first, const char* second) {
            QTest::newRow(std::string(errorCodeName(code)).c_str())
                << int(code) << QString::fromUtf8(message) << QString::fromUtf8(first) << QString::fromUtf8(second);
        };
        row(ErrorCode::OfflineMissing, "x", "Go online", "Show my models");
        row(ErrorCode::TokenInvalid, "x", "Add token…", "Try again");
        row(ErrorCode::Gated, "x", "Open page", "I accepted, retry");
        row(ErrorCode::GateFailed, "x", "Try again", "Text only");
        row(ErrorCode::GateDegenerate, "x", "Use fp32", "Try again");
        row(ErrorCode::FileMissing, "'/models/ink.safetensors' is gone.", "Locate…", "Try again");
        row(ErrorCode::SafetensorsInvalid, "'/models/ink.safetensors' is damaged.", "Change ink…", "Try again");
        row(ErrorCode::ModelLoadFailed, "'/models/base.safetensors' is odd.", "Change the base…", "Try again");
        row(ErrorCode::TensorMissing, "Something lacks parts.", "Show checks", "Try again");
        row(ErrorCode::RamOutOfMemory, "x", "Show forecast", "Try again");
        row(ErrorCode::MixIncomplete, "x", "Show checks", "");
        row(ErrorCode::PrecisionUnsupported, "x", "Use automatic precision", "");
        row(ErrorCode::InternalError, "x", "Try again", "");
    }
    void everyFailureHasWhatHelps() {
        QFETCH(int, code);
        QFETCH(QString, message);
        QFETCH(QString, first);
        QFETCH(QString, second);
        MixBench bench;
        bench.fill();
        fail(bench, static_cast<ErrorCode>(code), message.toStdString());
        QVERIFY(bench.hint().contains(message));
        QCOMPARE(textOf(shownButton(bench, "mix_hint_remedy_button")), first);
        QCOMPARE(textOf(shownButton(bench, "mix_hint_second_button")), second);
        auto* details = shownButton(bench, "mix_hint_details_button");
        QVERIFY(details);
        QTest::mouseClick(details, Qt::LeftButton);
        auto* dialog = anywhere<QMessageBox>(u"error_details_dialog"_s);
        QVERIFY(dialog);
        QVERIFY(dialog->informativeText().contains(u"detail"_s));
        dialog->close();
    }

    void remediesLeadToOtherPlaces() {
        MixBench bench;
        SourceAnswer remote;
        remote.isRemote = true;
        bench.client.sources[QString::fromLatin1(kGated)] = remote;
        bench.fill();
        bench.document().addExpert(QString::fromLatin1(kGated));
        bench.settle();
        QSignalSpy online(&bench.navigator, &Navigator::onlineWanted);
        QSignalSpy page(&bench.navigator, &Navigator::webPageWanted);
        QSignalSpy tokens(&bench.navigator, &Navigator::tokensWanted);
        const auto helped = [&bench](ErrorCode code) {
            Q_EMIT bench.jobs.buildFailed({code, "The authors of ada/gated ask for something.", {}});
            QTest::mouseClick(shownButton(bench, "mix_hint_remedy_button"), Qt::LeftButton);
            return bench.hint().isEmpty();
        };
        QVERIFY(helped(ErrorCode::OfflineMissing));
        QCOMPARE(online.size(), 1);
        QCOMPARE(online[0][0].toStringList(), QStringList{QString::fromLatin1(kGated)});
        QVERIFY(helped(ErrorCode::Gated));
        QCOMPARE(page.size(), 1);
        QCOMPARE(page[0][0].toString(), u"https://huggingface.co/ada/gated"_s);
        QVERIFY(helped(ErrorCode::LoginNeeded));
        QCOMPARE(tokens.size(), 1);
        QCOMPARE(tokens[0][0].toString(), u"hf"_s);
    }

    void remediesOfTheMixAct() {
        MixBench bench;
        bench.fill();
        fail(bench, ErrorCode::GateFailed);
        const std::size_t builds = bench.jobs.builds.size();
        QTest::mouseClick(shownButton(bench, "mix_hint_second_button"), Qt::LeftButton);
        QVERIFY(bench.document().gateOptions().method == GateMethod::Text);
        QCOMPARE(bench.jobs.builds.size(), builds + 1);
        Q_EMIT bench.jobs.buildFailed({ErrorCode::GateDegenerate, "Not a number.", {}});
        QTest::mouseClick(shownButton(bench, "mix_hint_remedy_button"), Qt::LeftButton);
        QVERIFY(bench.document().recipe().precision == Precision::Fp32);
        Q_EMIT bench.jobs.buildFailed({ErrorCode::FileMissing, "'/models/ink.safetensors' is gone.", {}});
        QTest::mouseClick(shownButton(bench, "mix_hint_remedy_button"), Qt::LeftButton);
        auto* menu = bench.find<QMenu>("mix_locate_menu");
        QVERIFY(menu && menu->isVisible());
        QVERIFY(menu->findChild<QAction*>(u"mix_locate_menu_folder"_s));
        menu->close();
    }

    void aPredictionIsTriedAgain() {
        MixBench bench;
        bench.fill();
        bench.find<QLineEdit>("mix_probe_edit")->setText(u"a lighthouse"_s);
        bench.find<QPushButton>("mix_probe_button")->click();
        Q_EMIT bench.jobs.predictFailed({ErrorCode::InternalError, "It broke.", {}});
        QTest::mouseClick(shownButton(bench, "mix_hint_remedy_button"), Qt::LeftButton);
        QCOMPARE(bench.jobs.predictions, (QStringList{u"a lighthouse"_s, u"a lighthouse"_s}));
    }

    void savingSaysWhatHelps() {
        MixBench bench;
        bench.fill();
        bench.page->saveMixture();
        bench.find<QPushButton>("save_mixture_dialog_ok_button")->click();
        QCOMPARE(bench.jobs.saves.size(), 1U);
        Q_EMIT bench.jobs.saveFailed({ErrorCode::DiskFull, "There is no room.", {}});
        QCOMPARE(bench.find<QLabel>("save_mixture_dialog_failure_label")->text(), u"There is no room."_s);
        QCOMPARE(textOf(shownButton(bench, "save_mixture_dialog_failure_remedy_button")), u"Choose another folder…"_s);
        bench.find<QPushButton>("save_mixture_dialog_ok_button")->click();
        QVERIFY(!bench.find<QLabel>("save_mixture_dialog_failure_label")->isVisible());
        Q_EMIT bench.jobs.saveFailed({ErrorCode::GateDegenerate, "Not a number.", {}});
        QTest::mouseClick(shownButton(bench, "save_mixture_dialog_failure_remedy_button"), Qt::LeftButton);
        QVERIFY(bench.document().recipe().precision == Precision::Fp32);
        QVERIFY(!bench.page->findChild<QDialog*>(u"save_mixture_dialog"_s)->isVisible());
    }

    void aMixtureIsOpenedInstead() {
        MixBench bench;
        RecipeText inside;
        inside.recipe.name = "inside";
        inside.recipe.base = MixBench::path("base").toStdString();
        bench.client.files[MixBench::path("mixed")] = inside;
        QVERIFY(!bench.drop(bench.centre("mix_card_base"), *bench.models({"mixed"})));
        QVERIFY(bench.hint().contains(u"already a mixture"_s));
        QCOMPARE(textOf(shownButton(bench, "mix_hint_remedy_button")), u"Open"_s);
        QTest::mouseClick(shownButton(bench, "mix_hint_remedy_button"), Qt::LeftButton);
        QCOMPARE(bench.document().recipe().name, std::string("inside"));
    }

    void refusedFilesSayWhereToLook() {
        MixBench bench;
        QSignalSpy search(&bench.navigator, &Navigator::hubSearchWanted);
        QVERIFY(!bench.drop(bench.centre("mix_card_base"), *bench.files({u"/models/old_dream.ckpt"_s})));
        QCOMPARE(textOf(shownButton(bench, "mix_hint_remedy_button")), u"Find a .safetensors version"_s);
        QTest::mouseClick(shownButton(bench, "mix_hint_remedy_button"), Qt::LeftButton);
        QCOMPARE(search.size(), 1);
        QCOMPARE(search[0][0].toString(), u"old_dream"_s);
        bench.fill();
        bench.drop(bench.centre("mix_add_tile"), *bench.models({"photo", "vae"}));
        QCOMPARE(bench.hint(), u"Added 1, refused 1."_s);
        QTest::mouseClick(shownButton(bench, "mix_hint_remedy_button"), Qt::LeftButton);
        auto* box = bench.find<QMessageBox>("mix_refusals_dialog");
        QVERIFY(box && box->informativeText().contains(u"vae"_s));
    }

    void aRefusedDownloadLeadsToItsPage() {
        MixBench bench({1120, 780}, true);
        SourceAnswer remote;
        remote.isRemote = true;
        bench.client.sources[QString::fromLatin1(kGated)] = remote;
        bench.downloads.refusals[QString::fromLatin1(kGated)] = {ErrorCode::Gated, "Accept the terms first.", {}};
        bench.document().setBase(QString::fromLatin1(kGated));
        bench.settle();
        QSignalSpy page(&bench.navigator, &Navigator::webPageWanted);
        QTest::mouseClick(bench.find<QToolButton>("mix_base_download_button"), Qt::LeftButton);
        QCOMPARE(bench.hint(), u"Accept the terms first."_s);
        QTest::mouseClick(shownButton(bench, "mix_hint_remedy_button"), Qt::LeftButton);
        QCOMPARE(page.size(), 1);
    }

    void sharesGetOld() {
        MixBench bench;
        bench.fill();
        bench.page->setDefaultPrompt(u"a lighthouse"_s);
        StarterKit kit;
        kit.defaults.prompt = "a starter";
        bench.page->setStarter(kit);
        bench.find<QPushButton>("mix_probe_button")->click();
        QCOMPARE(bench.jobs.predictions, QStringList{u"a lighthouse"_s});  // what Render holds, not the starter's
        Prediction prediction;
        prediction.experts = {"a", "b"};
        prediction.share = {0.6, 0.4};
        Q_EMIT bench.jobs.predicted(prediction);
        const auto* old = bench.find<QLabel>("mix_probe_old_label");
        const auto* shares = bench.find<QWidget>("mix_probe_result");
        QVERIFY(!old->isVisible() && !shares->graphicsEffect()->isEnabled());
        bench.document().setName(u"coast"_s);  // names decide nothing
        QVERIFY(!old->isVisible());
        bench.document().setK(1);
        QVERIFY(old->isVisible() && shares->graphicsEffect()->isEnabled());
        bench.document().undoStack().undo();
        QVERIFY(!old->isVisible());
        QTest::keyClicks(bench.find<QLineEdit>("mix_probe_edit"), u"a cat"_s);
        QVERIFY(old->isVisible());
        bench.find<QLineEdit>("mix_probe_edit")->clear();
        QVERIFY(!old->isVisible());
        bench.page->setDefaultPrompt(u"a harbour"_s);  // edited on Render
        QVERIFY(old->isVisible());
    }

    void aFileThatChangesIsSaid() {
        MixBench bench;
        bench.client.sources[MixBench::path("dream")].stamp = 1;
        bench.page->catalog().refresh(MixBench::path("dream"));
        bench.settle();
        bench.fill();
        bench.page->build();
        bench.jobs.finishBuild();
        const auto comeBack = [&bench] {
            QEvent event(QEvent::WindowActivate);
            QCoreApplication::sendEvent(bench.page.get(), &event);
            bench.settle();
        };
        comeBack();
        auto* useNew = bench.find<QToolButton>("mix_A_use_new_button");
        QVERIFY(!useNew->isVisible());
        bench.client.sources[MixBench::path("dream")].stamp = 2;
        bench.client.sources[MixBench::path("dream")].facts.bytes = 5'000'000'000;
        comeBack();
        QVERIFY(useNew->isVisible());
        QVERIFY(bench.find<QToolButton>("mix_A_locate_button")->isVisible());
        QCOMPARE(bench.find<QLabel>("mix_A_arch_badge")->text(), u"Changed"_s);
        QVERIFY(!bench.find<QToolButton>("mix_B_use_new_button")->isVisible());
        QCOMPARE(bench.page->catalog().info(MixBench::path("dream")).facts.bytes, 6'940'000'000);
        QTest::mouseClick(useNew, Qt::LeftButton);
        bench.settle();
        QVERIFY(!useNew->isVisible());
        QCOMPARE(bench.page->catalog().info(MixBench::path("dream")).facts.bytes, 5'000'000'000);
        QVERIFY(bench.document().buildState() == BuildState::NotBuilt);
        auto* badge = bench.find<QLabel>("mix_A_arch_badge");
        const auto gone = bench.client.sources.extract(MixBench::path("dream"));
        comeBack();
        QCOMPARE(badge->text(), u"Missing"_s);
        bench.client.sources.emplace(gone.key(), gone.mapped());
        comeBack();
        QCOMPARE(badge->text(), u"SDXL"_s);

        // A recipe that is opened names files that may be known from before.
        bench.client.sources.erase(MixBench::path("dream"));
        bench.document().open(bench.document().recipe(), {});
        bench.settle();
        QCOMPARE(badge->text(), u"Missing"_s);
    }

    void loraPartsWithoutAPlaceAreNamed() {
        MixBench bench;
        bench.client.fit = {200, 2, {"lora_unet_down_9", "lora_unet_up_9"}};
        bench.fill();
        bench.document().addLora(0, MixBench::path("glow"));
        bench.settle();
        QPushButton* details = nullptr;
        for (QPushButton* button : bench.page->findChildren<QPushButton*>())
            if (button->property("check").toString() == "C15"_L1 && button->text() == "Details"_L1) details = button;
        QVERIFY(details);
        QTest::mouseClick(details, Qt::LeftButton);
        auto* list = bench.find<QListWidget>("lora_misfits_dialog_list");
        QVERIFY(list && list->isVisible());
        QCOMPARE(list->count(), 2);
        QCOMPARE(list->item(1)->text(), u"lora_unet_up_9"_s);
        bench.find<QPushButton>("lora_misfits_dialog_copy_button")->click();
        QCOMPARE(QApplication::clipboard()->text(), u"lora_unet_down_9\nlora_unet_up_9"_s);
    }
};

QTEST_MAIN(MixFailuresTest)
#include "mix_failures_test.moc"
