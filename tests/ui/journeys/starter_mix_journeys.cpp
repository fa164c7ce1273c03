// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// J7 Undo to built, J8 Identical prompts, J16 Missing expert.
#include "tests/support/safetensors_bytes.h"
#include "tests/ui/journeys/starter_stage.h"
#include "tests/ui/mix/mix_walk.h"
#include "tests/ui/support/file_dialog.h"
#include "tests/ui/support/written_file.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using test::MixWalk;
using test::StarterStage;

namespace {

constexpr int kLimit = StarterStage::kLimit;

/// The UNet of a diffusers folder, which lies in several files, as one file.
bool joinShards(const QString& folder, const QString& file) {
    QJsonObject header;
    QByteArray data;
    const QStringList shards = QDir(folder).entryList({u"*.safetensors"_s}, QDir::Files, QDir::Name);
    for (const QString& shard : shards) {
        QFile in(folder + u'/' + shard);
        if (!in.open(QIODevice::ReadOnly)) return false;
        const QByteArray bytes = in.readAll();
        const auto size = static_cast<qsizetype>(qFromLittleEndian<quint64>(bytes.constData()));
        const QJsonObject tensors = QJsonDocument::fromJson(bytes.sliced(8, size)).object();
        for (auto tensor = tensors.begin(); tensor != tensors.end(); ++tensor) {
            if (tensor.key() == "__metadata__"_L1) continue;
            QJsonObject entry = tensor.value().toObject();
            const QJsonArray place = entry["data_offsets"_L1].toArray();
            entry["data_offsets"_L1] =
                QJsonArray{place[0].toInteger() + data.size(), place[1].toInteger() + data.size()};
            header[tensor.key()] = entry;
        }
        data += bytes.sliced(8 + size);
    }
    const std::string whole =
        test::safetensorsBytes(QJsonDocument(header).toJson(QJsonDocument::Compact).toStdString(), data.toStdString());
    return !header.isEmpty() && test::writeWhole(file, whole);
}

/// A base and a second expert of the starter's folder %1, and a first one that is a file, %2.
constexpr const char* kGarden = R"(base_model: %1/base
num_experts: 2
moe_layers: attn
num_experts_per_tok: 1
type: sd
experts:
  - source_model: %2
    positive_prompt: "a flower"
    negative_prompt: ""
  - source_model: %1/house
    positive_prompt: "a house"
    negative_prompt: ""
)";

class StarterMixJourneys : public QObject {
    Q_OBJECT

public:
    explicit StarterMixJourneys(StarterStage& stage) : m_stage(stage) {}

private:
    StarterStage& m_stage;
    std::unique_ptr<MixWalk> m_walk;

    MixWalk& walk() { return *m_walk; }
    /// By the page's own dialog.
    bool open(const QString& file) {
        QSignalSpy opened(&walk().page().files(), &MixFiles::opened);
        walk().key(Qt::Key_O, Qt::ControlModifier);
        walk().discardChanges();
        return test::chooseFile(m_stage.window(), file) && QTest::qWaitFor([&] { return opened.size() == 1; }, kLimit);
    }
    /// The button of a check, by its text.
    QPushButton* actionOf(const char* id, const QString& text) {
        for (QPushButton* button : walk().page().findChildren<QPushButton*>())
            if (button->property("check") == QLatin1StringView(id) && button->text() == text) return button;
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() {
        m_stage.goTo("mix");
        m_walk = std::make_unique<MixWalk>(m_stage.bench);
        QTRY_VERIFY_WITH_TIMEOUT(walk().row("house").isValid(), kLimit);
    }
    void cleanupTestCase() { m_walk.reset(); }

    void j7UndoToBuilt() {
        QVERIFY2(walk().compose(), qPrintable(walk().problem()));
        QVERIFY2(walk().build(), qPrintable(walk().problem()));
        const int jobs = walk().jobs();

        auto* prompt = walk().find<QPlainTextEdit>("mix_A_pos_0_edit");
        prompt->setFocus();
        prompt->moveCursor(QTextCursor::End);
        QTest::keyClick(prompt, 's');
        QCOMPARE(walk().document().recipe().experts[0].positive[0].text, std::string("a flowers"));
        QCOMPARE(walk().state(), u"gates out of date"_s);
        QCOMPARE(walk().find<QToolButton>("mix_build_button")->text(), u"Update gates"_s);
        walk().click("mix_layers_ff_radio");
        QCOMPARE(walk().state(), u"weights out of date"_s);
        QCOMPARE(walk().find<QToolButton>("mix_build_button")->text(), u"Build"_s);

        walk().click("mix_undo_button");
        QCOMPARE(walk().state(), u"gates out of date"_s);
        walk().key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(walk().state(), u"built"_s);
        walk().click("mix_redo_button");
        QCOMPARE(walk().state(), u"gates out of date"_s);
        walk().key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(walk().state(), u"weights out of date"_s);
        walk().click("mix_undo_button");
        walk().click("mix_undo_button");
        QCOMPARE(walk().state(), u"built"_s);
        QCOMPARE(walk().jobs(), jobs);
        QVERIFY(walk().idle());

        // What the engine built is there still: nothing is measured anew.
        QVERIFY2(walk().build(), qPrintable(walk().problem()));
        QCOMPARE(walk().jobs(), jobs + 1);
        QVERIFY(walk().built()->wasBuilt);
    }

    void j8IdenticalPrompts() {
        QVERIFY2(walk().compose(), qPrintable(walk().problem()));
        walk().type("mix_B_pos_0_edit", u"a flower"_s);
        const int jobs = walk().jobs();
        walk().key(Qt::Key_B, Qt::ControlModifier);
        const QString same = u"Every expert has the same gate prompts, so routing cannot tell them apart."_s;
        QCOMPARE(walk().jobs(), jobs);
        QCOMPARE(walk().text("mix_hint_label"), same);
        QVERIFY(!walk().find("mix_build_button")->isEnabled());
        QCOMPARE(walk().find("mix_build_button")->toolTip(), same);
        QVERIFY(walk().check("C5") && walk().check("C5")->isVisible());

        const int steps = walk().document().undoStack().count();
        QPushButton* random = actionOf("C5", u"Use Random gates"_s);
        QVERIFY(random);
        QTest::mouseClick(random, Qt::LeftButton);
        QVERIFY(!walk().check("C5"));
        QVERIFY(walk().check("C14"));
        QCOMPARE(walk().check("C14")->accessibleName(), u"Gates are random."_s);
        QVERIFY(walk().find("mix_build_button")->isEnabled());
        QCOMPARE(walk().document().undoStack().count(), steps + 1);
        // The engine agrees: these prompts are no obstacle any more.
        QVERIFY2(walk().build(), qPrintable(walk().problem()));
        for (const GateSite& site : walk().built()->gates.sites) QVERIFY(site.cosines.at(1) < 0.999);

        walk().key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(walk().check("C5"));
        QVERIFY(!walk().check("C14"));
    }

    void j16MissingExpert() {
        QTemporaryDir folder;
        const QString former = folder.filePath(u"flower_v1.safetensors"_s);
        const QString present = folder.filePath(u"elsewhere/bloom.safetensors"_s);
        const QString recipe = folder.filePath(u"garden.yaml"_s);
        const QString& starter = m_stage.bench.facts.starterFolder;
        QVERIFY(joinShards(starter + u"/flower/unet"_s, former));
        QFile yaml(recipe);
        QVERIFY(yaml.open(QIODevice::WriteOnly));
        yaml.write(QString::fromLatin1(kGarden).arg(starter, former).toUtf8());
        yaml.close();
        QVERIFY(open(recipe));
        QTRY_VERIFY2_WITH_TIMEOUT(walk().find("mix_build_button")->isEnabled(), qPrintable(walk().problem()), kLimit);
        QVERIFY2(walk().build(), qPrintable(walk().problem()));
        const GateReport before = walk().built()->gates;
        QVERIFY(walk().begin());

        QVERIFY(QDir(folder.path()).mkdir(u"elsewhere"_s));
        QVERIFY(QFile::rename(former, present));
        QVERIFY(open(recipe));
        QTRY_VERIFY_WITH_TIMEOUT(walk().check("C3"), kLimit);
        QCOMPARE(walk().check("C3")->accessibleName(), u"flower_v1 is missing."_s);
        QVERIFY(!walk().find("mix_build_button")->isEnabled());
        auto* locate = walk().find("mix_A_locate_button");
        QVERIFY(locate->isVisible());

        QTest::mouseClick(locate, Qt::LeftButton);
        auto* menu = walk().find<QMenu>("mix_locate_menu");
        QVERIFY(menu && menu->isVisible());
        QCOMPARE(menu->actions().front()->text(), u"Choose file…"_s);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QVERIFY(test::chooseFile(m_stage.window(), present));
        QTRY_VERIFY_WITH_TIMEOUT(!walk().check("C3"), kLimit);
        QVERIFY(!locate->isVisible());
        QCOMPARE(walk().text("mix_A_arch_badge"), u"Custom"_s);
        QCOMPARE(walk().find<QLineEdit>("mix_A_alias_edit")->text(), u"flower_v1"_s);
        QCOMPARE(walk().document().card(0).spec.source, present.toStdString());
        // It is the same model: its gates are the same.
        QVERIFY2(walk().build(), qPrintable(walk().problem()));
        QCOMPARE(walk().built()->gates.sites.size(), before.sites.size());
        for (std::size_t i = 0; i < before.sites.size(); ++i)
            QVERIFY(walk().built()->gates.sites[i].cosines == before.sites[i].cosines);

        // The recipe keeps the place.
        QSignalSpy saved(&walk().page().files(), &MixFiles::saved);
        walk().key(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, kLimit);
        QVERIFY(walk().begin());
        QVERIFY(open(recipe));
        QTRY_VERIFY_WITH_TIMEOUT(walk().find("mix_build_button")->isEnabled(), kLimit);
        QVERIFY(!walk().check("C3"));
        QCOMPARE(walk().find<QLineEdit>("mix_A_alias_edit")->text(), u"flower_v1"_s);
        QVERIFY(walk().begin());
    }
};

}  // namespace

namespace segmoe::test {

std::unique_ptr<QObject> mixStateJourneys(StarterStage& stage) { return std::make_unique<StarterMixJourneys>(stage); }

}  // namespace segmoe::test

#include "starter_mix_journeys.moc"
