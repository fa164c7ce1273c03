// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/save_mixture_dialog.h"

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/ui/mix/mix_bench.h"
#include "ui/mix/preview_source.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using test::MixBench;

namespace {

MixRecipe recipe() {
    MixRecipe own;
    own.name = "coast";
    own.base = "/models/base.safetensors";
    own.expertsPerToken = 2;
    ExpertSpec silent, first, second;
    silent.source = "/models/clay.safetensors";
    first.source = "/models/dream.safetensors";
    first.positive = {{"a misty coast", 1.0}, {"waves", 0.5}};
    first.negative = {{"text", 1.0}};
    second.source = "/models/ink.safetensors";
    second.positive = {{"ink drawing", 1.0}};
    own.experts = {silent, first, second};
    return own;
}

RenderRequest requestOf(const MixRecipe& recipe) {
    RenderRequest request;
    request.recipe = std::make_shared<const MixRecipe>(recipe);
    return request;
}

RenderedImage image(std::int64_t seed) {
    RenderedImage own;
    own.picture = {2, 1, {1, 2, 3, 4, 5, 6}};
    own.seed = seed;
    own.parameters = "a coast";
    return own;
}

/// The dialog of a filled mix, in a folder that is there.
struct Saving {
    MixBench bench;
    QTemporaryDir folder;
    SaveMixtureDialog* dialog = nullptr;

    Saving() { bench.fill(); }
    void open() {
        bench.page->saveMixture();
        dialog = bench.page->findChild<SaveMixtureDialog*>();
        find<QLineEdit>("save_mixture_dialog_folder_edit")->setText(folder.path());
    }
    template <class T>
    T* find(const char* name) {
        return dialog->findChild<T*>(QLatin1StringView(name));
    }
    QCheckBox* check() { return find<QCheckBox>("save_mixture_dialog_preview_check"); }
    QLabel* note() { return find<QLabel>("save_mixture_dialog_preview_label"); }
    QLabel* problem() { return find<QLabel>("save_mixture_dialog_problem_label"); }
    void save() { QTest::mouseClick(find<QPushButton>("save_mixture_dialog_ok_button"), Qt::LeftButton); }
};

}  // namespace

class SaveMixtureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePreviewIsRenderedFromTheFirstGatePrompts() {
        const PreviewWish wish = PreviewSource().wishFor(recipe());
        QCOMPARE(wish.prompt, std::string("a misty coast"));
        QCOMPARE(wish.negative, std::string("text"));
        QVERIFY(!wish.made);
        QVERIFY(wish.metadata == MetadataLevel::Full);
    }

    void theLastPictureOfTheSameMixtureIsThePreview() {
        PreviewSource source;
        source.setMetadata(MetadataLevel::Off);
        source.note(requestOf(recipe()), image(4));
        source.note(requestOf(recipe()), image(5));
        const PreviewWish wish = source.wishFor(recipe());
        QVERIFY(wish.made);
        QCOMPARE(wish.made->seed, std::int64_t{5});
        QCOMPARE(wish.made->parameters, std::string("a coast"));
        QVERIFY(wish.metadata == MetadataLevel::Off);
        MixRecipe other = recipe();
        other.experts[1].positive[0].text = "a desert";
        QVERIFY(!source.wishFor(other).made);
    }

    void picturesOfMoreThanTheMixtureAreNone_data() {
        QTest::addColumn<int>("what");
        int what = 0;
        for (const char* name : {"start image", "adapter", "vae", "muted expert", "another k", "saved model"})
            QTest::newRow(name) << what++;
    }
    void picturesOfMoreThanTheMixtureAreNone() {
        QFETCH(int, what);
        RenderRequest request = requestOf(recipe());
        if (what == 0) request.start = StartImage{};
        if (what == 1) request.loras = {LoraRef{"/models/glow.safetensors", 1.0, {}, {}}};
        if (what == 2) request.vae = "/models/vae.safetensors";
        if (what == 3) request.routing.rules.push_back({.expert = 1, .sites = {}, .steps = {}});
        if (what == 4) request.routing.topK = 1;
        if (what == 5) request.recipe.reset();
        PreviewSource source;
        source.note(request, image(4));
        QVERIFY(!source.wishFor(recipe()).made);
    }

    void offUnlessAskedFor() {
        Saving saving;
        saving.open();
        QVERIFY(!saving.check()->isChecked());
        QVERIFY(!saving.note()->isVisible());
        saving.save();
        QCOMPARE(saving.bench.jobs.saves.size(), 1U);
        QVERIFY(!saving.bench.jobs.saves.back().preview);
    }

    void theDialogSaysWhatThePreviewWillBe() {
        Saving saving;
        saving.open();
        QCOMPARE(saving.check()->text(), u"Write preview image into the folder"_s);
        QTest::mouseClick(saving.check(), Qt::LeftButton, {}, QPoint(8, saving.check()->height() / 2));
        QVERIFY(saving.note()->isVisible());
        QCOMPARE(saving.note()->text(), u"One picture is rendered after saving: “dreamy landscape”"_s);
        auto* format = saving.find<QComboBox>("save_mixture_dialog_format_combo");
        format->setCurrentIndex(format->findData(int(ModelFormat::SingleFile)));
        QCOMPARE(saving.check()->text(), u"Write preview image beside the file"_s);
        saving.save();
        const auto& preview = saving.bench.jobs.saves.back().preview;
        QVERIFY(preview);
        QCOMPARE(preview->prompt, std::string("dreamy landscape"));
        QVERIFY(!saving.check()->isEnabled());
    }

    void aPictureOfTheDocumentIsOffered() {
        Saving saving;
        saving.bench.page->previews().note(requestOf(movedTo(saving.bench.document().recipe(), u"/tmp"_s)), image(9));
        saving.open();
        saving.check()->setChecked(true);
        QCOMPARE(saving.note()->text(), u"The last picture that this mixture made."_s);
        saving.save();
        QCOMPARE(saving.bench.jobs.saves.back().preview->made->seed, std::int64_t{9});
    }

    void whatBecameOfThePreviewIsSaid_data() {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<QString>("sentence");
        using Outcome = SavedPreview::Outcome;
        QTest::newRow("not wanted") << int(Outcome::NotWanted) << QString();
        QTest::newRow("written") << int(Outcome::Written) << QString();
        QTest::newRow("cancelled") << int(Outcome::Cancelled)
                                   << u"The preview image was cancelled; the mixture is whole."_s;
        QTest::newRow("failed") << int(Outcome::Failed)
                                << u"The mixture is whole, but it has no preview image. The disk is full."_s;
    }
    void whatBecameOfThePreviewIsSaid() {
        QFETCH(int, outcome);
        QFETCH(QString, sentence);
        Saving saving;
        saving.open();
        saving.check()->setChecked(true);
        saving.save();
        MixReport report;
        report.output = toPath(saving.folder.filePath(u"mix"_s));
        report.preview.outcome = SavedPreview::Outcome(outcome);
        report.preview.failure = {ErrorCode::DiskFull, "The disk is full.", {}};
        Q_EMIT saving.bench.jobs.saved(report);
        QCOMPARE(saving.problem()->text(), sentence);
        QCOMPARE(saving.problem()->isVisible(), !sentence.isEmpty());
        QCOMPARE(saving.find<QPushButton>("save_mixture_dialog_cancel_button")->text(), u"Close"_s);
    }
};

QTEST_MAIN(SaveMixtureTest)
#include "save_mixture_test.moc"
