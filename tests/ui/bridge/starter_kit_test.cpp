// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/starter_kit.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace segmoe::ui;

class StarterKitTest : public QObject {
    Q_OBJECT

    static void write(const QString& file, const QByteArray& bytes) {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }

private Q_SLOTS:
    void readsRecipePartsAndDefaults() {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"flower"_s));
        write(folder.filePath(u"starter.yaml"_s), "base_model: ./base\n");
        write(
            folder.filePath(u"starter.json"_s),
            R"({"recipe":"starter.yaml","models":["base","flower"],"defaults":{"prompt":"a red flower","negative_prompt":"",
                 "width":128,"height":128,"steps":12,"guidance":4,"sampler":"euler","schedule":"karras","seed":42}})");
        const StarterKit kit = readStarterKit(folder.path());
        QCOMPARE(kit.recipe, QDir(folder.path()).filePath(u"starter.yaml"_s));
        QCOMPARE(kit.parts, QStringList{QDir(folder.path()).filePath(u"flower"_s)});
        QCOMPARE(kit.defaults.prompt, std::string("a red flower"));
        QCOMPARE(kit.defaults.steps, 12);
        QCOMPARE(kit.defaults.guidanceScale, 4.0);
        QVERIFY(kit.defaults.sampler == segmoe::SamplerKind::Euler &&
                kit.defaults.schedule == segmoe::ScheduleKind::Karras);
        QCOMPARE(kit.defaults.seed, std::int64_t{42});
        const segmoe::ModelSummary advised = kit.recommendedFor({});
        QCOMPARE(advised.recommendedSteps, 12);
        QCOMPARE(advised.recommendedGuidance, 4.0);
    }
    void nothingWithoutRecipeOrFolder() {
        QTemporaryDir folder;
        QVERIFY(readStarterKit({}).recipe.isEmpty());
        QVERIFY(readStarterKit(folder.path()).recipe.isEmpty());
        write(folder.filePath(u"starter.json"_s), "not json");
        QVERIFY(readStarterKit(folder.path()).recipe.isEmpty());
    }
};

QTEST_APPLESS_MAIN(StarterKitTest)
#include "starter_kit_test.moc"
