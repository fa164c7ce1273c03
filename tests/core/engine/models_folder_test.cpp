// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/models_folder.h"

#include <QtTest/QtTest>

#include "core/engine/app_paths.h"
#include "tests/support/test_support.h"

using namespace segmoe;
namespace fs = std::filesystem;

class ModelsFolderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_dir = std::make_unique<test::TempDir>();
        qputenv("SEGMOE_HOME", QByteArray::fromStdString((*m_dir / "home").string()));
        qunsetenv("SEGMOE_MODELS");
    }
    void aChoiceIsKeptAndFormerFoldersAreRemembered() {
        const fs::path standard = homeFolder() / "models";
        QCOMPARE(modelsFolder(), standard);
        QCOMPARE(modelsFolders(), std::vector<fs::path>{standard});
        const fs::path one = folder("one"), two = folder("two");
        chooseModelsFolder(one);
        QCOMPARE(modelsFolder(), one);
        QCOMPARE(modelsFolders(), (std::vector<fs::path>{one, standard}));
        chooseModelsFolder(two);
        QCOMPARE(modelsFolders(), (std::vector<fs::path>{two, standard, one}));
        chooseModelsFolder(one);  // back again: once in the list
        QCOMPARE(modelsFolders(), (std::vector<fs::path>{one, standard, two}));
        chooseModelsFolder({});
        QCOMPARE(modelsFolder(), standard);
        QCOMPARE(modelsFolders(), (std::vector<fs::path>{standard, one, two}));
    }
    void whatCannotBeWrittenIsRefusedAndNothingChanges() {
        const fs::path one = folder("one");
        chooseModelsFolder(one);
        test::writeFile(*m_dir / "file", "x");
        for (const fs::path& bad : {*m_dir / "missing", *m_dir / "file", fs::path("relative")})
            QVERIFY(test::expectError([&] { chooseModelsFolder(bad); }).code() == ErrorCode::FolderMissing);
        QCOMPARE(modelsFolder(), one);
    }
    void theEnvironmentDecides() {
        const fs::path one = folder("one"), two = folder("two");
        chooseModelsFolder(one);
        QVERIFY(!isModelsFolderGiven());
        qputenv("SEGMOE_MODELS", QByteArray::fromStdString(two.string()));
        QVERIFY(isModelsFolderGiven());
        QCOMPARE(modelsFolders(), (std::vector<fs::path>{two, one, homeFolder() / "models"}));
    }
    void aDamagedListIsTheDefault() {
        fs::create_directories(homeFolder());
        for (const char* text : {"{", "[]", "{\"models\": 3}", "{\"models\": \"../up\"}", ""}) {
            test::writeFile(homeFolder() / "folders.json", text);
            QCOMPARE(modelsFolder(), homeFolder() / "models");
        }
    }

private:
    fs::path folder(const char* name) const {
        fs::create_directories(*m_dir / name);
        return *m_dir / name;
    }
    std::unique_ptr<test::TempDir> m_dir;
};

QTEST_APPLESS_MAIN(ModelsFolderTest)
#include "models_folder_test.moc"
