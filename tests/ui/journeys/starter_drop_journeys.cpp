// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// J6 Wrong drop: files from a folder on an SDXL mix, judged by what the engine reads in them.
#include "tests/ui/journeys/starter_stage.h"
#include "tests/ui/mix/mix_walk.h"
#include "tests/ui/support/alerts.h"
#include "tests/ui/support/model_outline.h"
#include "ui/bridge/library_client.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using test::Alerts;
using test::MixWalk;
using test::Outline;
using test::StarterStage;

namespace {

constexpr int kLimit = StarterStage::kLimit;

class StarterDropJourneys : public QObject {
    Q_OBJECT

public:
    explicit StarterDropJourneys(StarterStage& stage) : m_stage(stage) {}

private:
    StarterStage& m_stage;
    QTemporaryDir m_models;
    std::unique_ptr<MixWalk> m_walk;

    MixWalk& walk() { return *m_walk; }
    QString file(const QString& name) const { return m_models.filePath(name); }
    bool writeText(const QString& name) const {
        QFile out(file(name));
        return out.open(QIODevice::WriteOnly) && out.write("not a model") > 0;
    }
    /// Whether the hint line, the status bar and assistive technology say this.
    bool isSaid(const QString& sentence) {
        const bool isThere = QTest::qWaitFor(
            [&] { return walk().find("mix_hint_label")->isVisible() && walk().text("mix_hint_label") == sentence; },
            kLimit);
        const QString bar = m_stage.find<QLabel>("status_message_label")->text();
        if (!isThere) qWarning("the hint line says: %s", qPrintable(walk().text("mix_hint_label")));
        if (bar != sentence) qWarning("the status bar says: %s", qPrintable(bar));
        const bool isHeard = !Alerts::canHear() || Alerts::heard().contains(sentence);
        if (!isHeard) qWarning("told: %s", qPrintable(Alerts::heard().join(u'\n')));
        Alerts::heard().clear();
        return isThere && bar == sentence && isHeard;
    }

private Q_SLOTS:
    void initTestCase() {
        for (int i = 0; i < 9; ++i) QVERIFY(test::writeOutline(file(u"sea%1.safetensors"_s.arg(i)), Outline::Sdxl));
        QVERIFY(test::writeOutline(file(u"anime.safetensors"_s), Outline::Sd1));
        QVERIFY(test::writeOutline(file(u"clear.safetensors"_s), Outline::Vae));
        QVERIFY(writeText(u"old.ckpt"_s) && writeText(u"notes.txt"_s));
        m_stage.goTo("mix");
        m_walk = std::make_unique<MixWalk>(m_stage.bench);
        m_stage.addModels(m_models.path());
        QTRY_VERIFY_WITH_TIMEOUT(walk().row("anime").isValid() && walk().row("sea8").isValid(), kLimit);
    }
    void cleanupTestCase() {
        QVERIFY(walk().begin());
        m_stage.bench.client->library().removeRoot(m_models.path());
        QTRY_VERIFY_WITH_TIMEOUT(!walk().row("anime").isValid(), kLimit);
        m_walk.reset();
    }

    void j6WrongDrop() {
        QVERIFY(walk().begin());
        QVERIFY(walk().drag("sea0", "mix_card_base"));
        QTRY_COMPARE_WITH_TIMEOUT(walk().text("mix_arch_badge"), u"SDXL"_s, kLimit);
        QStringList experts;
        for (int i = 1; i <= 7; ++i) experts << file(u"sea%1.safetensors"_s.arg(i));
        QVERIFY(walk().dropFiles(experts, "mix_add_tile"));
        QTRY_COMPARE_WITH_TIMEOUT(walk().document().cardCount(), 7, kLimit);
        const MixRecipe before = walk().document().recipe();
        const int steps = walk().document().undoStack().count();
        const Alerts listening;

        auto* fit = walk().find<QCheckBox>("mix_source_fit_check");
        QVERIFY(fit->isChecked() && !walk().row("anime").isValid());
        QTest::mouseClick(fit, Qt::LeftButton, {}, QPoint(8, fit->height() / 2));
        QVERIFY(walk().row("anime").isValid());
        QVERIFY(!walk().drag("anime", "mix_add_tile"));
        QVERIFY(isSaid(u"“anime” is SD1.5, this mixture is SDXL. Experts must share the architecture of the base."_s));
        QVERIFY(!walk().dropFiles({file(u"old.ckpt"_s)}, "mix_add_tile"));
        QVERIFY(isSaid(u"“old.ckpt” is a pickle file, which can run code when opened. Use a .safetensors version."_s));
        // A file nobody knows is looked at first.
        QVERIFY(walk().dropFiles({file(u"clear.safetensors"_s)}, "mix_add_tile"));
        QVERIFY(isSaid(u"“clear” holds only a VAE; it cannot be a base or an expert."_s));
        QVERIFY(!walk().dropFiles({file(u"notes.txt"_s)}, "mix_add_tile"));
        QVERIFY(isSaid(u"SegMoE Studio cannot read “txt” files here."_s));
        QVERIFY(walk().document().recipe() == before);
        QCOMPARE(walk().document().undoStack().count(), steps);

        QVERIFY(walk().drag("sea8", "mix_add_tile"));
        QTRY_COMPARE_WITH_TIMEOUT(walk().document().cardCount(), 8, kLimit);
        const QWidget* prompt = walk().find("mix_H_pos_0_edit");
        QTRY_COMPARE_WITH_TIMEOUT(prompt->visibleRegion().boundingRect(), prompt->rect(),
                                  kLimit);  // ready to be written in
        const int full = walk().document().undoStack().count();
        QVERIFY(!walk().find("mix_add_tile")->isVisible());
        // Below the last card, where the tile was.
        walk().settle();
        CardList& list = walk().page().cards();
        QWidget* last = walk().find("mix_card_H");
        list.ensureWidgetVisible(last);
        const QPoint below = list.viewport()->mapFromGlobal(last->mapToGlobal(QPoint(20, last->height() + 3)));
        const std::unique_ptr<QMimeData> ninth = test::draggedFiles({file(u"sea0.safetensors"_s)});
        QVERIFY(!test::dropOn(*list.viewport(), below, *ninth));
        QVERIFY(isSaid(u"A mixture holds at most 8 experts. Remove one first."_s));
        QCOMPARE(walk().document().cardCount(), 8);
        QCOMPARE(walk().document().undoStack().count(), full);
    }
};

}  // namespace

namespace segmoe::test {

std::unique_ptr<QObject> dropJourneys(StarterStage& stage) { return std::make_unique<StarterDropJourneys>(stage); }

}  // namespace segmoe::test

#include "starter_drop_journeys.moc"
