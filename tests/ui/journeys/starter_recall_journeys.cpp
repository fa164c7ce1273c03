// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// J13 Recall foreign: a picture as AUTOMATIC1111 writes it, dropped on the page and read by the core.
#include "tests/ui/journeys/starter_stage.h"
#include "tests/ui/support/drag_drop.h"
#include "ui/render/preview_view.h"
#include "ui/render/request_form.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using test::StarterStage;

namespace {

constexpr int kLimit = StarterStage::kLimit;

class StarterRecallJourneys : public QObject {
    Q_OBJECT

public:
    explicit StarterRecallJourneys(StarterStage& stage) : m_stage(stage) {}

private:
    StarterStage& m_stage;

    /// What the fields of the form show.
    QStringList form() {
        QStringList texts;
        for (const char* edit : {"render_prompt_edit", "render_negative_edit"})
            texts << m_stage.find<QPlainTextEdit>(edit)->toPlainText();
        texts << m_stage.find<QLineEdit>("render_seed_edit")->text();
        for (const char* spin : {"render_width_spin", "render_height_spin", "render_steps_spin", "render_cfg_spin",
                                 "render_clip_skip_spin"})
            texts << m_stage.find<QAbstractSpinBox>(spin)->text();
        for (const char* combo : {"render_mix_combo", "render_sampler_combo", "render_schedule_combo"})
            texts << m_stage.find<QComboBox>(combo)->currentText();
        return texts;
    }
    /// "found → result" of a field of the dialog.
    static QString rowOf(const QTableWidget& table, const QString& field) {
        for (int row = 0; row < table.rowCount(); ++row)
            if (table.item(row, 0)->text() == field)
                return table.item(row, 1)->text() + u" → "_s + table.item(row, 2)->text();
        return {};
    }

private Q_SLOTS:
    void j13RecallForeign() {
        m_stage.goTo("render");
        const QStringList before = form();
        const RenderRequest request = m_stage.renderPage().form().request();
        const auto picture =
            test::draggedFiles({QStringLiteral(SEGMOE_SOURCE_DIR) + u"/tests/golden/data/settings/a1111_lora.png"_s});
        auto& view = m_stage.renderPage().result().view();
        QVERIFY(test::dropOn(view, view.rect().center(), *picture));
        auto* menu = m_stage.find<QMenu>("render_recall_menu");
        QVERIFY(menu && menu->isVisible());
        QCOMPARE(menu->actions().front()->text(), u"All settings"_s);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);

        QTRY_VERIFY_WITH_TIMEOUT(m_stage.window().findChild<QDialog*>(u"recall_dialog"_s), kLimit);
        auto* dialog = m_stage.find<QDialog>("recall_dialog");
        QCOMPARE(m_stage.find<QLabel>("recall_dialog_label")->text(),
                 u"Read as AUTOMATIC1111. Not everything can be used as it is."_s);
        const auto& table = *m_stage.find<QTableWidget>("recall_dialog_table");
        QCOMPARE(rowOf(table, u"Model"_s), u"coast_v2 → left out: not on this computer"_s);
        QCOMPARE(rowOf(table, u"LoRA"_s), u"glow → left out: not on this computer"_s);
        QCOMPARE(rowOf(table, u"Size"_s), u"640×448 → applied"_s);
        QVERIFY(form() == before);
        QTest::mouseClick(m_stage.find("recall_dialog_ok_button"), Qt::LeftButton);
        QVERIFY(!dialog->isVisible());

        const RenderRequest& read = m_stage.renderPage().form().request();
        QCOMPARE(read.prompt, std::string("a lighthouse on a cliff at dusk <lora:glow:0.7>, (oil painting:1.2)"));
        QCOMPARE(*read.negative, std::string("blurry, text"));
        QCOMPARE(read.seed, std::int64_t{3141592653});
        QCOMPARE(read.steps, 24);
        QCOMPARE(read.guidanceScale, 6.5);
        QCOMPARE(read.width, 640);
        QCOMPARE(read.height, 448);
        QCOMPARE(read.clipSkip, 1);
        QVERIFY(read.sampler == SamplerKind::Dpmpp2m && read.schedule == ScheduleKind::Karras);
        // The field shows it as the person of that program wrote it.
        QCOMPARE(m_stage.find<QLineEdit>("render_seed_edit")->text(), u"3141592653"_s);
        QCOMPARE(m_stage.find<QComboBox>("render_mix_combo")->currentText(), before[8]);

        const QList<QLabel*> labels = m_stage.window().findChildren<QLabel*>();
        const auto said = std::ranges::find(labels, u"Settings replaced."_s, &QLabel::text);
        QVERIFY(said != labels.end());
        auto* undo = (*said)->parentWidget()->findChild<QPushButton*>();
        QVERIFY(undo && undo->text() == u"Undo"_s);
        QTest::mouseClick(undo, Qt::LeftButton);
        QCOMPARE(form(), before);
        QCOMPARE(m_stage.renderPage().form().request().prompt, request.prompt);
    }
};

}  // namespace

namespace segmoe::test {

std::unique_ptr<QObject> recallJourneys(StarterStage& stage) { return std::make_unique<StarterRecallJourneys>(stage); }

}  // namespace segmoe::test

#include "starter_recall_journeys.moc"
