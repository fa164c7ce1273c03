// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/recipe_text.h"

#include <QtTest/QtTest>

#include "tests/support/test_support.h"

using namespace segmoe;

class RecipeTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anUnfinishedMixIsReadAllTheSame() {
        MixRecipe recipe;
        recipe.name = "draft";
        recipe.experts.push_back({"a.safetensors", "A", {{"a house", 1.0}}, {}, {}, {}});
        const RecipeText text = readRecipeText(writeRecipeText(recipe), "x", {});
        QVERIFY(text.isReadable);
        QVERIFY(!text.mistakes.empty());
        QVERIFY(text.recipe == recipe);
    }

    void mistakesHaveLineAndColumn() {
        const RecipeText parse = readRecipeText("base_model: a\nexperts: [a, b\ntype: x: y\n", "x", {});
        QVERIFY(!parse.isReadable);
        QCOMPARE(parse.mistakes.size(), 1U);
        QVERIFY(parse.mistakes[0].line >= 2 && parse.mistakes[0].column >= 1);
        const RecipeText value = readRecipeText(
            "base_model: a\nexperts:\n  - source_model: x\n    loras: 3\n  - source_model: y\n", "x", {});
        QVERIFY(value.isReadable);
        QCOMPARE(value.mistakes.size(), 1U);
        QCOMPARE(value.mistakes[0].line, 4);
        QCOMPARE(value.mistakes[0].column, 5);
        QCOMPARE(value.mistakes[0].key, std::string("experts[0].loras"));
    }

    void filesAreNamed() {
        const test::TempDir dir;
        test::writeFile(dir / "coast.yaml", "base_model: a\nexperts: [{source_model: x}, {source_model: y}]\n");
        const RecipeText text = readRecipeFile(dir / "coast.yaml");
        QVERIFY(text.mistakes.empty());
        QCOMPARE(text.recipe.name, std::string("coast"));
        QCOMPARE(text.recipe.folder, dir.path());
        const RecipeText none = readRecipeFile(dir / "none.yaml");
        QVERIFY(!none.isReadable && none.code == ErrorCode::FileMissing);
    }
};

QTEST_APPLESS_MAIN(RecipeTextTest)
#include "recipe_text_test.moc"
