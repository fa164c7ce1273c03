// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Captures that were stored: opened whole, rendered again, dropped; and jobs and files that fail.
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/ui/routing/routing_stage.h"
#include "ui/bridge/qt_convert.h"
#include "ui/routing/act_panel.h"
#include "ui/routing/capture_saver.h"
#include "ui/routing/chart_tabs.h"
#include "ui/routing/expert_control.h"
#include "ui/routing/export_menu.h"
#include "ui/routing/image_area.h"
#include "ui/routing/routing_chart.h"
#include "ui/routing/routing_image_view.h"
#include "ui/widgets/drop_hint.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

RenderedImage record() {
    RenderedImage image = sample::captured(RoutingStage::spec());
    image.segmoeJson = "{}";  // the scripted reader answers for any text
    return image;
}

/// What the metadata of a picture of the mixture "coast" says.
PictureSettings coast(const std::string& source = "file") {
    PictureSettings settings;
    settings.format = "SegMoE Studio";
    settings.prompt = "a red flower";
    settings.seed = 7;
    settings.steps = 8;
    settings.width = settings.height = 128;
    settings.models = {{.role = NamedModel::Role::Model, .name = "coast"},
                       {.role = NamedModel::Role::Base, .name = "waves", .source = source}};
    MixRecipe recipe;
    recipe.name = "coast";
    recipe.base = source;
    for (const char* name : {"a", "b", "c", "d"}) {
        const std::string from = source == "file" ? source : source + name;
        settings.models.push_back({.role = NamedModel::Role::Expert, .name = name, .source = from});
        ExpertSpec& expert = recipe.experts.emplace_back();
        expert.source = from;
        expert.alias = name;
    }
    settings.recipe = recipe;
    return settings;
}

/// Writes no captures.
class FullDisk final : public ScriptedEngineClient {
public:
    int tries = 0;
    void writeCapture(const RenderedImage&, const QString& file, bool) override {
        ++tries;
        Q_EMIT captureFailed(file, {ErrorCode::DiskFull, "no", "no"});
    }
};

}  // namespace

class RoutingFilesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RoutingStage> m_stage;

    RoutingPage& page() { return m_stage->page; }
    const Capture& shown() { return *page().controller().model().capture(); }
    QString inFolder(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    QString notice() {
        auto* label = m_stage->find<QLabel>("routing_notice_label");
        return label->isVisible() ? label->text() : QString();
    }
    void clickNotice() { QTest::mouseClick(m_stage->find("routing_notice_button"), Qt::LeftButton); }

    /// A file that is there, for those who look; what it holds says the scripted engine.
    void touch(const QString& file) {
        QFile made(file);
        QVERIFY(made.open(QIODevice::WriteOnly));
    }
    QString picture(const char* name, const PictureSettings& settings) {
        const QString file = inFolder(name);
        touch(file);
        m_stage->client.pictures->files[toPath(file)] = settings;
        return file;
    }
    QString storedCapture(const char* name, const PictureSettings& settings, bool withPicture = false) {
        const QString file = inFolder(name);
        touch(file);
        m_stage->client.pictures->textSettings = settings;
        m_stage->client.writeCapture(record(), file, withPicture);
        return file;
    }
    void open(const QString& file) {
        page().openCapture(file);
        QTRY_COMPARE(page().controller().model().isEmpty() ? QString() : shown().file, file);
    }
    void drop(const QString& file, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        const QPoint at = page().rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(&page(), &enter);
        m_accepted = enter.isAccepted();
        m_hint = page().findChild<DropHint*>()->text();
        if (!m_accepted) return;
        QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(&page(), &event);
    }
    void fail(ErrorCode code) {
        WorkReport report;
        report.outcome = RenderOutcome::Failed;
        report.failure.code = code;
        Q_EMIT m_stage->client.workFinished(m_stage->client.lastJob(), report);
    }
    bool m_accepted = false;
    QString m_hint;

private Q_SLOTS:
    void init() {
        QLocale::setDefault(QLocale::c());
        m_folder = std::make_unique<QTemporaryDir>();
        m_stage = std::make_unique<RoutingStage>();
        QVERIFY(QTest::qWaitForWindowExposed(&page()));
    }
    void thePictureBesideTheCaptureIsShown_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"0042_7.png", "0042_7.jpg", "0042_7.jpeg", "0042_7.webp"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void thePictureBesideTheCaptureIsShown() {
        QFETCH(QString, name);
        PictureSettings settings = coast();
        settings.width = 96;
        settings.height = 64;
        picture(qPrintable(name), settings);
        open(storedCapture("0042_7.segroute", coast()));
        RoutingImageView& view = page().imageArea().view();
        QCOMPARE(view.image().size(), QSize(96, 64));
        QTRY_VERIFY(!view.overlay().image.isNull());
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.target().center().toPoint());
        QVERIFY(page().controller().selection().place.has_value());
        page().charts().show(ChartTabs::Place);
        QVERIFY(!page().charts().current().frame().hasReason());
        QCOMPARE(notice(), QString());
    }
    void aCaptureWithoutAnyPictureStillOpens() {
        open(storedCapture("alone.segroute", coast()));
        QVERIFY(page().imageArea().view().image().isNull());
        QVERIFY(page().controller().model().hasMaps());
        touch(inFolder("broken.png"));  // there, and no picture
        page().openCapture(storedCapture("broken.segroute", coast()));
        QTRY_COMPARE(notice(), u"The picture beside this capture cannot be read."_s);
        QCOMPARE(shown().file, inFolder("broken.segroute"));
    }
    void anOpenedCaptureIsRenderedAgain() {
        m_stage->settings.addRecentModel(u"/models/Coast.yaml"_s);
        open(storedCapture("a.segroute", coast(), true));
        QVERIFY(!m_stage->find("routing_remedy_button")->isVisible());
        page().rules().setSwitch(1, RuleDocument::Switch::Mute, true);
        auto* button = m_stage->find<QPushButton>("routing_rerender_button");
        QVERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        const RenderRequest& sent = m_stage->client.requests.back();
        QCOMPARE(sent.model, std::string("/models/Coast.yaml"));
        QCOMPARE(sent.prompt, std::string("a red flower"));
        QCOMPARE(sent.seed, record().seed);
        QCOMPARE(sent.steps, 8);
        QCOMPARE(sent.width, 128);
        QCOMPARE(sent.images, 1);
        QCOMPARE(sent.routing.rules.size(), std::size_t{1});
        m_stage->answer(record());
        QVERIFY(page().imageArea().isCompareShown());
    }
    void theOpenMixtureServes() {
        MixRecipe mix = *coast().recipe;
        m_stage->captures.setMix(mix);
        open(storedCapture("a.segroute", coast()));
        QVERIFY(shown().request.recipe && *shown().request.recipe == mix);
        mix.experts.pop_back();  // another mixture of the same name
        m_stage->captures.setMix(mix);
        open(storedCapture("b.segroute", coast()));
        QVERIFY(!shown().hasRequest());
    }
    void whatIsMissingIsNamedAndShown() {
        open(storedCapture("a.segroute", coast()));
        page().rules().setSwitch(1, RuleDocument::Switch::Mute, true);
        auto* button = m_stage->find<QPushButton>("routing_rerender_button");
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->toolTip(), u"Needs coast."_s);
        auto* remedy = m_stage->find<QPushButton>("routing_remedy_button");
        QCOMPARE(remedy->text(), u"Choose file…"_s);
        QTest::mouseClick(remedy, Qt::LeftButton);
        auto* dialog = page().findChild<QFileDialog*>(u"routing_locate_dialog"_s);
        QVERIFY(dialog && dialog->isVisible());
        Q_EMIT dialog->fileSelected(inFolder("there.yaml"));
        dialog->close();
        QVERIFY(button->isEnabled());
        QVERIFY(!remedy->isVisible());
        QCOMPARE(shown().request.model, inFolder("there.yaml").toStdString());
    }
    void theLibraryIsLookedThrough() {
        open(storedCapture("a.segroute", coast()));
        QVERIFY(!shown().hasRequest());
        LibraryModel model;
        model.facts.path = "/library/coast";
        model.facts.name = "coast";
        model.facts.role = ModelRole::Mixture;
        Q_EMIT m_stage->client.library().modelsFound({model});
        QCOMPARE(shown().request.model, std::string("/library/coast"));
    }
    void partsOfTheHubsAreGot() {
        open(storedCapture("a.segroute", coast("hf:shore/waves@12")));
        auto* remedy = m_stage->find<QPushButton>("routing_remedy_button");
        QCOMPARE(remedy->text(), u"Get missing"_s);
        QSignalSpy wanted(&m_stage->navigator, &Navigator::missingWanted);
        QTest::mouseClick(remedy, Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toStringList().size(), 5);
        QVERIFY(wanted[0][1].toStringList().isEmpty());
        const QStringList references = wanted[0][0].toStringList();
        for (const QString& reference : references) {
            QVERIFY(!shown().hasRequest());
            Q_EMIT m_stage->navigator.modelArrived(reference, u"/got/"_s + reference.right(3));
        }
        QVERIFY(shown().request.recipe);
        QCOMPARE(shown().request.recipe->base, std::string("/got/@12"));
        QCOMPARE(shown().request.recipe->experts[3].source, std::string("/got/12d"));
        QVERIFY(!remedy->isVisible());
    }
    void loraOfThePromptIsNeededToo() {
        m_stage->settings.addRecentModel(u"/models/coast.yaml"_s);
        PictureSettings settings = coast();
        settings.prompt = "a flower <lora:petals:0.5>";
        open(storedCapture("a.segroute", settings));
        QCOMPARE(m_stage->find("routing_rerender_button")->toolTip(), u"Needs petals."_s);
    }
    void withoutSettingsNothingIsPromised() {
        RenderedImage image = record();
        image.segmoeJson.clear();
        m_stage->client.writeCapture(image, inFolder("plain.segroute"), true);
        open(inFolder("plain.segroute"));
        page().rules().setSwitch(1, RuleDocument::Switch::Mute, true);
        auto* button = m_stage->find<QPushButton>("routing_rerender_button");
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->toolTip(), u"This file does not say which mixture made the capture."_s);
        QVERIFY(!m_stage->find("routing_remedy_button")->isVisible());
    }
    void theEmptyPageRendersTheForm() {
        ExpertControl control;
        StudioContext context = m_stage->context;
        context.control = &control;
        RoutingPage empty(context);
        empty.show();
        control.setRequestSource([] {
            RenderRequest request;
            request.model = "coast.yaml";
            request.recordTrace = false;
            request.capture = CaptureLevel::Off;
            request.seed = 3;
            return std::optional(request);
        });
        auto* main = empty.findChild<QPushButton*>(u"routing_empty_render_button"_s);
        QTest::mouseClick(main, Qt::LeftButton);
        QCOMPARE(m_stage->client.requests.size(), std::size_t{1});
        QVERIFY(m_stage->client.requests.back().capture == CaptureLevel::Full);
        QVERIFY(m_stage->client.requests.back().recordTrace);
        QVERIFY(!main->isEnabled());  // it is being rendered
        m_stage->answer(record());
        QVERIFY(!empty.controller().model().isEmpty());
    }
    void retryRepeatsTheJobThatFailed() {
        m_stage->render(sample::starterCapture());
        page().renderWithCapture();
        const RenderRequest first = m_stage->client.requests.back();
        QVERIFY(first.capture == CaptureLevel::Full && first.routing.rules.empty());
        fail(ErrorCode::RamOutOfMemory);
        QVERIFY(!notice().isEmpty());
        // What is switched meanwhile is no part of it.
        page().rules().setSwitch(1, RuleDocument::Switch::Mute, true);
        const std::size_t before = m_stage->client.requests.size();
        clickNotice();
        QCOMPARE(m_stage->client.requests.size(), before + 1);
        QVERIFY(m_stage->client.requests.back().capture == CaptureLevel::Full);
        QVERIFY(m_stage->client.requests.back().routing.rules.empty());
        QVERIFY(page().actPanel().isLocked());
        const CapturePtr old = page().controller().model().capture();
        m_stage->answer(record());
        QVERIFY(!page().actPanel().isLocked());
        QVERIFY(page().controller().model().capture() != old);  // for what it was for: it shows itself
        QVERIFY(!page().imageArea().isCompareShown());
    }
    void aFailedExportHasItsOwnSentence() {
        m_stage->render(sample::starterCapture());
        const QString target = inFolder("out.segroute");
        page().exports().write(ExportMenu::Format::Capture, target);
        Q_EMIT m_stage->client.captureFailed(target, {ErrorCode::NotWritable, "no", "no"});
        QVERIFY2(notice().contains(u"out.segroute could not be saved"_s), qPrintable(notice()));
        QCOMPARE(m_stage->find<QPushButton>("routing_notice_button")->text(), u"Choose another folder"_s);
    }
    void aFailedWriteBesideThePictureIsToldAndRepeated() {
        FullDisk client;
        m_stage->settings.set(keys::kSaveCapture, SaveCapture::Always);
        m_stage->pictures.setTarget(inFolder("pictures"), u"{index}_{seed}"_s, u"png"_s);
        RoutingStage& stage = *m_stage;
        StudioContext context{stage.theme,     stage.settings, client,  stage.queue, stage.pictures,
                              stage.navigator, stage.actions,  nullptr, nullptr,     &stage.captures};
        const CaptureSaver saver(context);
        QString said;
        std::function<void()> retry;
        connect(&stage.navigator, &Navigator::toast, &stage.page,
                [&](const QString& sentence, const QString&, QObject*, const std::function<void()>& action) {
                    said = sentence;
                    retry = action;
                });
        stage.render(sample::starterCapture());
        QCOMPARE(client.tries, 1);
        QVERIFY2(said.contains(u"could not be saved"_s), qPrintable(said));
        QVERIFY(retry);
        retry();
        QCOMPARE(client.tries, 2);
        QCOMPARE(notice(), QString());  // nobody had asked to open it
    }
    void aDroppedPictureOpensItsCapture() {
        const QString file = picture("0001_5.png", coast());
        storedCapture("0001_5.segroute", coast());
        drop(file);
        QVERIFY(m_accepted);
        QTRY_VERIFY(!page().controller().model().isEmpty());
        QCOMPARE(shown().file, inFolder("0001_5.segroute"));
        // With Ctrl the next one is compared.
        const QString other = picture("0002_5.png", coast());
        storedCapture("0002_5.segroute", coast());
        drop(other, Qt::ControlModifier);
        QTRY_VERIFY(!page().controller().compare().isEmpty());
        QCOMPARE(page().controller().compare().capture()->file, inFolder("0002_5.segroute"));
        QCOMPARE(shown().file, inFolder("0001_5.segroute"));
    }
    void aDroppedPictureWithoutCaptureIsRendered() {
        m_stage->settings.addRecentModel(u"/models/coast.yaml"_s);
        drop(picture("plain.png", coast()));
        QCOMPARE(notice(), u"This image has no routing capture."_s);
        QCOMPARE(m_stage->find<QPushButton>("routing_notice_button")->text(), u"Render again with capture"_s);
        clickNotice();
        QTRY_COMPARE(m_stage->client.requests.size(), std::size_t{1});
        QCOMPARE(m_stage->client.requests.back().seed, std::int64_t{7});
        QVERIFY(m_stage->client.requests.back().capture == CaptureLevel::Full);
        m_stage->answer(record());
        QVERIFY(!page().controller().model().isEmpty());
    }
    void aDroppedPictureOfAMissingMixtureIsNamed() {
        drop(picture("plain.png", coast()));
        clickNotice();
        QTRY_COMPARE(notice(), u"Needs coast."_s);
        drop(picture("bare.png", {}));
        clickNotice();
        QTRY_COMPARE(notice(), u"No generation settings were found in this picture."_s);
    }
    void whatIsFoundMeanwhileIsRendered() {
        drop(picture("plain.png", coast()));
        clickNotice();
        QTRY_COMPARE(notice(), u"Needs coast."_s);
        LibraryModel model;
        model.facts.path = "/library/coast";
        model.facts.name = "coast";
        model.facts.role = ModelRole::Mixture;
        Q_EMIT m_stage->client.library().modelsFound({model});
        clickNotice();
        QTRY_COMPARE(m_stage->client.requests.size(), std::size_t{1});
        QCOMPARE(m_stage->client.requests.back().model, std::string("/library/coast"));
    }
    void otherFilesAreRefused() {
        touch(inFolder("a.gguf"));
        drop(inFolder("a.gguf"));
        QVERIFY(!m_accepted);
        QCOMPARE(m_hint, u"SegMoE Studio cannot read “gguf” files here."_s);
    }
};

QTEST_MAIN(RoutingFilesTest)
#include "routing_files_test.moc"
