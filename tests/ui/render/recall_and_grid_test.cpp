// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Settings of pictures in the form, the start image with its mask, and grids.
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "ui/bridge/sample_data.h"
#include "ui/bridge/scripted_engine_client.h"
#include "ui/queue/job_queue.h"
#include "ui/queue/picture_saver.h"
#include "ui/render/grid_dialog.h"
#include "ui/render/grid_picture.h"
#include "ui/render/grid_runner.h"
#include "ui/render/mask_view.h"
#include "ui/render/recall_plan.h"
#include "ui/render/start_image_box.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

PictureSettings foreign() {
    PictureSettings settings;
    settings.format = "AUTOMATIC1111";
    settings.prompt = "a boat <lora:glow:0.8>";
    settings.negative = "blurry";
    settings.seed = 18446744073709551615ULL;
    settings.steps = 200;
    settings.guidanceScale = 4.5;
    settings.width = 513;
    settings.height = 768;
    settings.samplerText = "DPM fast";
    settings.sampler = SamplerKind::Dpmpp2m;
    settings.schedule = ScheduleKind::Karras;
    settings.samplerExact = false;
    settings.models = {{.role = NamedModel::Role::Model, .name = "unknown_xl", .hash = "0123456789"},
                       {.role = NamedModel::Role::Lora, .name = "glow", .strength = 0.8}};
    settings.others = {{"Face restoration", "CodeFormer"}};
    return settings;
}

QString noModel(const NamedModel&) { return {}; }

RenderRequest form() {
    RenderRequest request;
    request.prompt = "old";
    request.seed = 3;
    request.width = request.height = 512;
    request.steps = 20;
    return request;
}

}  // namespace

class RecallAndGridTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foreignValuesAreBroughtIntoRange() {
        const RecallPlan plan = planRecall(foreign(), RecallPart::All, form(), noModel);
        QCOMPARE(plan.request.prompt, std::string("a boat <lora:glow:0.8>"));
        QCOMPARE(*plan.request.negative, std::string("blurry"));
        QCOMPARE(plan.request.seed, std::numeric_limits<std::int64_t>::max());
        QCOMPARE(plan.request.steps, 150);
        QCOMPARE(plan.request.width, 512);
        QCOMPARE(plan.request.height, 768);
        QVERIFY(plan.request.sampler == SamplerKind::Dpmpp2m && plan.request.schedule == ScheduleKind::Karras);
        QVERIFY(plan.needsQuestion());
        QCOMPARE(plan.missing.size(), std::size_t{2});
        plan.request.validate();
    }
    void partsTouchOnlyTheirOwn() {
        const RenderRequest before = form();
        const RecallPlan seed = planRecall(foreign(), RecallPart::Seed, before, noModel);
        QCOMPARE(seed.request.prompt, before.prompt);
        QCOMPARE(seed.request.width, before.width);
        QVERIFY(seed.request.seed != before.seed);
        const RecallPlan remix = planRecall(foreign(), RecallPart::Remix, before, noModel);
        QCOMPARE(remix.request.seed, before.seed);
        QCOMPARE(remix.request.steps, 150);
        const RecallPlan size = planRecall(foreign(), RecallPart::Size, before, noModel);
        QCOMPARE(size.request.height, 768);
        QCOMPARE(size.request.steps, before.steps);
        const RecallPlan prompt = planRecall(foreign(), RecallPart::Prompt, before, noModel);
        QCOMPARE(prompt.request.seed, before.seed);
        QVERIFY(!prompt.needsQuestion());
    }
    void knownModelsAreChosenAndResolvedPromptsOffered() {
        PictureSettings settings = foreign();
        settings.resolvedPrompt = "a red boat";
        const auto known = [](const NamedModel& model) { return u"/m/%1"_s.arg(QString::fromStdString(model.name)); };
        const RecallPlan typed = planRecall(settings, RecallPart::All, form(), known);
        QCOMPARE(typed.model, u"/m/unknown_xl"_s);
        QVERIFY(typed.promptsDiffer);
        QVERIFY(typed.request.loras.empty());  // the chip in the prompt brings it
        QCOMPARE(planRecall(settings, RecallPart::All, form(), known, true).request.prompt, std::string("a red boat"));
    }
    void gridValuesAreReadOrRefused_data() {
        QTest::addColumn<int>("axis");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("values");
        const auto row = [](const char* name, GridAxis axis, const QString& text, int values) {
            QTest::newRow(name) << static_cast<int>(axis) << text << values;
        };
        row("seeds", GridAxis::Seed, u"1, 5-8"_s, 5);
        row("too many", GridAxis::Seed, u"1-500"_s, 0);
        row("steps out of range", GridAxis::Steps, u"10, 900"_s, 0);
        row("cfg", GridAxis::Guidance, u"1, 7.5"_s, 2);
        row("samplers", GridAxis::Sampler, u"euler, DPM++ 2M"_s, 2);
        row("unknown sampler", GridAxis::Sampler, u"fast"_s, 0);
        row("sizes", GridAxis::Size, u"512x512, 128×192"_s, 2);
        row("odd size", GridAxis::Size, u"513x512"_s, 0);
        row("mute", GridAxis::Mute, u"-, A, fish"_s, 3);
        row("no such expert", GridAxis::Mute, u"Z"_s, 0);
        row("bias", GridAxis::Bias, u"B=-1, B=0.5"_s, 2);
        row("gate", GridAxis::Gate, u"B: ink | oil, thick"_s, 2);
        row("k", GridAxis::TopK, u"1-4"_s, 4);
        row("clip skip", GridAxis::ClipSkip, u"0-2"_s, 3);
        row("weight rules", GridAxis::WeightRule, u"mean, EMPTY"_s, 2);
        row("no such rule", GridAxis::WeightRule, u"heavy"_s, 0);
        row("variation", GridAxis::Variation, u"0, 0.5, 2"_s, 0);
        row("vae", GridAxis::Vae, u"-, clear"_s, 2);
        row("no such vae", GridAxis::Vae, u"other"_s, 0);
        row("empty", GridAxis::Steps, u" , "_s, 0);
    }
    void gridValuesAreReadOrRefused() {
        QFETCH(int, axis);
        QFETCH(QString, text);
        QFETCH(int, values);
        const GridValues read = readGridValues(static_cast<GridAxis>(axis), text, sample::mixtureSummary(),
                                               {{}, {u"/v/clear.safetensors"_s}});
        QCOMPARE(static_cast<int>(read.values.size()), values);
        QCOMPARE(read.problem.isEmpty(), values > 0);
    }
    void gridRequestsDifferInWhatVaries() {
        RenderRequest base = form();
        base.prompt = "a red boat";
        auto recipe = std::make_shared<MixRecipe>();
        recipe->experts.resize(3);
        base.recipe = recipe;
        const ModelSummary model = sample::mixtureSummary();
        const auto values = [&](GridAxis axis, const QString& text) {
            return readGridValues(axis, text, model, {}).values;
        };
        GridPlan plan{base, GridAxis::Prompt, GridAxis::Gate, values(GridAxis::Prompt, u"red, blue"_s),
                      values(GridAxis::Gate, u"B: ink | oil"_s)};
        QCOMPARE(plan.count(), 4);
        QCOMPARE(plan.request(0, 0).prompt, std::string("a red boat"));
        QCOMPARE(plan.request(1, 1).prompt, std::string("a blue boat"));
        QCOMPARE(plan.request(1, 1).recipe->experts[1].positive[0].text, std::string("oil"));
        QVERIFY(base.recipe->experts[1].positive.empty());  // the form's own recipe stays
        plan = {base, GridAxis::Mute, GridAxis::Bias, values(GridAxis::Mute, u"-, C"_s),
                values(GridAxis::Bias, u"A=0.5"_s)};
        QCOMPARE(plan.request(0, 0).routing.rules.size(), std::size_t{1});
        const RoutingPolicy both = plan.request(1, 0).routing;
        QCOMPARE(both.rules.size(), std::size_t{2});
        both.validate(4);
        base.prompt = "a <lora:glow:0.8> boat <lora:ink>";
        base.negative = "dark sky";
        plan = {base, GridAxis::LoraStrength, GridAxis::Negative, values(GridAxis::LoraStrength, u"0, 0.5"_s),
                values(GridAxis::Negative, u"dark, grey"_s)};
        QCOMPARE(plan.request(1, 1).prompt, std::string("a <lora:glow:0.5> boat <lora:ink:0.5>"));
        QCOMPARE(*plan.request(1, 1).negative, std::string("grey sky"));
        plan = {base,
                GridAxis::Vae,
                GridAxis::WeightRule,
                {{u"own"_s, u""_s}, {u"clear"_s, u"/v/clear"_s}},
                values(GridAxis::WeightRule, u"mean, empty"_s)};
        QCOMPARE(plan.request(1, 1).vae, std::string("/v/clear"));
        QVERIFY(plan.request(1, 1).weightRule == WeightRule::FromEmpty);
    }
    void aGridRunsAndIsPutTogether() {
        ScriptedEngineClient client;
        JobQueue queue(client);
        client.start();
        PictureSaver saver(queue, client);
        QTemporaryDir folder;
        saver.setTarget(folder.path(), u"{index}"_s, u"png"_s);
        GridPlan plan{form(), GridAxis::Steps, GridAxis::None, {{u"5"_s, u"5"_s}, {u"9"_s, u"9"_s}}, {GridValue{}}};
        const GridCellFinish named = [](RenderRequest cell) {
            cell.prompt += ", " + std::to_string(cell.steps);
            return cell;
        };
        auto* runner = new GridRunner(queue, saver, plan, named, this);
        QSignalSpy done(runner, &GridRunner::gridDone);
        runner->start();
        const QueueId group = runner->group();
        QCOMPARE(queue.rows(), std::vector{group});
        for (int i = 0; i < 2; ++i) {
            QTRY_COMPARE(client.requests.size(), static_cast<std::size_t>(i) + 1);
            QCOMPARE(client.requests.back().steps, i == 0 ? 5 : 9);
            QCOMPARE(client.requests.back().prompt, i == 0 ? std::string("old, 5") : std::string("old, 9"));
            Q_EMIT client.imageDone(client.lastJob(), 0, sample::renderedImage(64));
            Q_EMIT client.workFinished(client.lastJob(), {});
        }
        QCOMPARE(done.size(), 1);
        const auto picture = done[0][0].value<PicturePtr>();
        QVERIFY(picture);
        QCOMPARE(picture->image.picture.width, 64 * 2 + 4);
        QVERIFY(picture->image.picture.height > 64);
        QVERIFY(picture->image.parameters.find("Grid columns") != std::string::npos);
        QCOMPARE(client.savedFiles.size(), 3);  // each picture, and the grid
        QVERIFY(queue.find(group)->state == JobState::Done);
    }
    void theGridDialogCountsAndWarns() {
        GridDialog dialog(form(), sample::mixtureSummary(), {}, 3.0);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        auto* ok = dialog.findChild<QPushButton*>(u"grid_dialog_ok_button"_s);
        auto* forecast = dialog.findChild<QLabel*>(u"grid_dialog_forecast_label"_s);
        QVERIFY(forecast->text().contains(u"4"_s));  // four seeds to begin with
        QVERIFY(ok->isEnabled());
        auto* values = dialog.findChild<QLineEdit*>(u"grid_x_edit"_s);
        values->setText(u"1, nonsense"_s);
        QVERIFY(!ok->isEnabled());
        values->setText(u"1-60"_s);
        ok->click();
        QVERIFY(dialog.isVisible());  // asks first
        dialog.findChild<QPushButton*>(u"grid_count_dialog_ok_button"_s)->click();
        QVERIFY(!dialog.isVisible());
        QCOMPARE(dialog.plan().count(), 60);
    }
    void aMaskIsPaintedErasedAndUndone() {
        Theme theme;
        MaskView view(theme);
        view.resize(256, 256);
        view.show();
        QImage image(128, 128, QImage::Format_RGB888);
        image.fill(Qt::gray);
        view.begin(image, {});
        QVERIFY(view.mask().isNull());
        view.setBrushSize(20);
        QTest::mousePress(&view, Qt::LeftButton, {}, {100, 128});
        QTest::mouseMove(&view, {150, 128});
        QTest::mouseRelease(&view, Qt::LeftButton, {}, {150, 128});
        QVERIFY(!view.mask().isNull());
        QCOMPARE(view.mask().size(), image.size());
        QCOMPARE(view.undoStack().count(), 1);
        const QImage painted = view.mask();
        QTest::keyClick(&view, Qt::Key_I, Qt::ControlModifier);
        QCOMPARE(qGray(view.mask().pixel(2, 2)), 255);
        QTest::keyClick(&view, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(view.mask(), painted);
        QTest::keyClick(&view, Qt::Key_E);
        QVERIFY(view.isEraser());
        QTest::keyClick(&view, Qt::Key_BracketRight);
        QVERIFY(view.brushSize() > 20);
        view.undoStack().undo();
        QVERIFY(view.mask().isNull());
    }
    void theStartImageGoesIntoTheRequest() {
        QTemporaryDir folder;
        Theme theme;
        StartImageBox box(theme);
        box.setWorkFolder(folder.path());
        QVERIFY(!box.startImage());
        QImage image(64, 48, QImage::Format_RGB888);
        image.fill(Qt::red);
        box.setImage(image);
        QImage mask(64, 48, QImage::Format_Grayscale8);
        mask.fill(Qt::white);
        box.setMask(mask);
        box.findChild<QDoubleSpinBox*>(u"render_strength_spin"_s)->setValue(0.35);
        box.findChild<QCheckBox*>(u"render_only_masked_check"_s)->setChecked(true);
        const auto start = box.startImage();
        QVERIFY(start);
        QCOMPARE(start->strength, 0.35);
        QCOMPARE(start->onlyMaskedPadding, 32);
        QCOMPARE(QImage(QString::fromStdString(start->file.string())).size(), image.size());
        QCOMPARE(qGray(QImage(QString::fromStdString(start->mask.string())).pixel(3, 3)), 255);
        StartImageBox again(theme);
        again.setStartImage(start);
        QVERIFY(again.startImage());
        QCOMPARE(again.startImage()->strength, 0.35);
        QCOMPARE(again.mask().size(), mask.size());
        again.setStartImage(std::nullopt);
        QVERIFY(!again.startImage());
    }
};

QTEST_MAIN(RecallAndGridTest)
#include "recall_and_grid_test.moc"
