// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/recipe_yaml.h"

#include <QtTest/QtTest>

#include "core/moe/yaml_guard.h"
#include "tests/support/test_support.h"

using namespace segmoe;

namespace {

const char* const kPlain = R"(base_model: models/base
type: sd
num_experts: 2
moe_layers: all
num_experts_per_tok: 2
experts:
  - source_model: models/base
    positive_prompt: "a photo, sharp"
    negative_prompt: ""
  - source_model: models/painter.safetensors
    positive_prompt: oil painting
    negative_prompt: photo
    loras:
      - source_model: brush.safetensors
        positive_prompt: thick strokes
)";

/// kPlain with one line replaced.
std::string changed(const std::string& line, const std::string& by) {
    std::string text = kPlain;
    const std::size_t at = text.find(line);
    if (at == std::string::npos) throw std::runtime_error("no such line");
    return text.replace(at, line.size(), by);
}

std::string laughs() {
    std::string text = "a0: &a0 [lol, lol]\n";
    for (int i = 1; i < 12; ++i)
        text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) + ", *a" +
                std::to_string(i - 1) + "]\n";
    return text;
}

std::string repeated(std::string head, const char* line, int times) {
    for (int i = 0; i < times; ++i) head += line;
    return head;
}

std::string deepMappings() {
    std::string text;
    for (int i = 0; i < 40; ++i) text += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
    return text;
}

MixRecipe fullRecipe() {
    MixRecipe recipe;
    recipe.name = "full";
    recipe.base = "org/base@v1.0";
    recipe.type = "sdxl";
    recipe.layers = MoeLayers::FeedForward;
    recipe.expertsPerToken = 2;
    recipe.gates = GateMethod::Text;
    recipe.gateSeed = 18446744073709551615U;
    recipe.gateSteps = 5;
    recipe.gateCfg = true;
    recipe.gateCentre = true;
    recipe.notes = "two lines:\n\"quoted\" # not a comment";
    recipe.loras = {{"style.safetensors", 0.75, "", "", {}, LoraTarget::Experts},
                    {"light.safetensors", 1.0, "", "", {}, LoraTarget::Base},
                    {"grain.safetensors", -0.5, "", "", {}, LoraTarget::All}};
    recipe.experts.resize(3);
    recipe.experts[0] = {"yes", "Photo", {{"a photo", 2.0}, {"ein Bild, schön 🎨", 0.5}}, {{"blurry", 1.0}}, {}, {}};
    recipe.experts[1] = {"C:\\models\\x", "", {{"no", 1.0}}, {}, {{"l.safetensors", -1.5, "p", "n", {}}}, {}};
    recipe.experts[2] = {"123", "Third: one", {{"- dash: {}", 1.0}}, {{"0x1F", 3.0}}, {}, {}};
    recipe.parked = {{1, {"off.safetensors", "Off", {{"idle", 2.0}}, {}, {{"l", 0.5, "", "", {}}}, {}}}};
    recipe.leftOut = {"D2.A0.T3", "U0.*"};
    recipe.routing.group = RoutingGroup::Image;
    recipe.routing.condOnly = true;
    recipe.routing.temperature = 0.75;
    recipe.routing.rules = {{RoutingRule::Act::Mute, 2, 0.0, {"U0.*"}, {0.25, 0.5}},
                            {RoutingRule::Act::Bias, 1, -1.5, {"all"}, {}}};
    recipe.precision = Precision::Bf16;
    recipe.compat = true;
    return recipe;
}

}  // namespace

class RecipeYamlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void referenceKeysAreRead() {
        std::vector<std::string> notices;
        const MixRecipe recipe = moe::parseRecipe(kPlain, "mix", "/recipes", &notices);
        QCOMPARE(recipe.base, std::string("models/base"));
        QCOMPARE(recipe.type, std::string("sd"));
        QVERIFY(recipe.layers == MoeLayers::All);
        QCOMPARE(recipe.expertsPerToken, 2);
        QCOMPARE(recipe.folder, std::filesystem::path("/recipes"));
        QCOMPARE(recipe.experts.size(), 2U);
        QCOMPARE(recipe.experts[0].positive, (std::vector<WeightedPrompt>{{"a photo, sharp", 1.0}}));
        QVERIFY(recipe.experts[0].negative.empty());
        QCOMPARE(recipe.experts[1].loras[0].source, std::string("brush.safetensors"));
        QCOMPARE(recipe.experts[1].loras[0].positivePrompt, std::string("thick strokes"));
        QVERIFY(recipe.gates == GateMethod::Hidden);
        QVERIFY(notices.empty());
    }

    void defaultsOfTheReference() {
        const MixRecipe recipe = moe::parseRecipe(
            "base_model: b\nexperts:\n- {source_model: a, positive_prompt: x}\n- {source_model: c, positive_prompt: "
            "y}\n",
            "d");
        QVERIFY(recipe.layers == MoeLayers::Attention);
        QCOMPARE(recipe.expertsPerToken, 1);
        QVERIFY(recipe.type.empty());
    }

    void roundTrip() {
        const MixRecipe recipe = fullRecipe();
        const std::string yaml = moe::recipeToYaml(recipe);
        std::vector<std::string> notices;
        const MixRecipe again = moe::parseRecipe(yaml, "full", {}, &notices);
        QVERIFY2(again == recipe, yaml.c_str());
        QVERIFY(notices.empty());
        QCOMPARE(moe::recipeToYaml(again), yaml);
    }

    void weightedPromptsStayReadableForTheReference() {
        const YAML::Node tree = YAML::Load(moe::recipeToYaml(fullRecipe()));
        QCOMPARE(tree["experts"][0]["positive_prompt"].as<std::string>(), std::string("a photo, ein Bild, schön 🎨"));
        QCOMPARE(tree["num_experts"].as<int>(), 3);
        QCOMPARE(tree["moe_layers"].as<std::string>(), std::string("ff"));
        QCOMPARE(tree["experts"][1]["positive_prompt"].Tag(),
                 std::string("!"));  // quoted: "no" is a truth value in YAML 1.1
    }

    void anEditedPromptWinsOverItsWeightedForm() {
        std::string yaml = moe::recipeToYaml(fullRecipe());
        const std::string joined = "a photo, ein Bild, schön 🎨";
        yaml.replace(yaml.find(joined), joined.size(), "something else");
        std::vector<std::string> notices;
        const MixRecipe recipe = moe::parseRecipe(yaml, "full", {}, &notices);
        QCOMPARE(recipe.experts[0].positive, (std::vector<WeightedPrompt>{{"something else", 1.0}}));
        QCOMPARE(notices.size(), 1U);
    }

    void whereLorasActIsWrittenApartFromThem() {
        MixRecipe recipe = fullRecipe();
        YAML::Node tree = YAML::Load(moe::recipeToYaml(recipe));
        QCOMPARE(tree["loras"].size(), 3U);
        QVERIFY(!tree["loras"][0]["apply_to"]);  // the reference program's own list stays as it knows it
        QCOMPARE(tree["studio"]["apply_to"].as<std::string>(), std::string("all"));
        QCOMPARE(tree["studio"]["loras"][0]["apply_to"].as<std::string>(), std::string("experts"));
        QCOMPARE(tree["studio"]["loras"][1]["apply_to"].as<std::string>(), std::string("base"));
        for (LoraRef& lora : recipe.loras) lora.target = LoraTarget::Base;
        tree = YAML::Load(moe::recipeToYaml(recipe));
        QCOMPARE(tree["studio"]["apply_to"].as<std::string>(), std::string("base"));
        QVERIFY(!tree["studio"]["loras"]);
        QVERIFY(moe::parseRecipe(moe::recipeToYaml(recipe), "full") == recipe);
    }

    void whereLorasActIsRead_data() {
        QTest::addColumn<QString>("studio");
        QTest::addColumn<QString>("targets");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char* studio, const char* targets, const char* fault) {
            QTest::newRow(studio) << QString(studio) << QString(targets) << QString(fault);
        };
        row("{}", "all all", "");
        row("{apply_to: base}", "base base", "");
        row("{apply_to: experts, loras: [{}, {apply_to: base}]}", "experts base", "");
        row("{loras: [{apply_to: base}, {apply_to: experts}]}", "base experts", "");
        row("{apply_to: everywhere}", "all all", "studio.apply_to must be base, experts or all, not 'everywhere'");
        row("{loras: [{apply_to: nowhere}, {}]}", "all all", "studio.loras[0].apply_to must be base");
        row("{loras: [{apply_to: base}]}", "all all", "studio.loras must have one entry per LoRA");
        row("{loras: base}", "all all", "studio.loras must be a list");
    }
    void whereLorasActIsRead() {
        QFETCH(QString, studio);
        QFETCH(QString, targets);
        QFETCH(QString, fault);
        const std::string yaml = std::string(kPlain) +
                                 "loras: [{source_model: one}, {source_model: two}]\nstudio: " + studio.toStdString() +
                                 "\n";
        const moe::RecipeReading reading = moe::examineRecipe(yaml, "t");
        QStringList read;
        for (const LoraRef& lora : reading.recipe.loras)
            read << QString::fromUtf8(loraTargetName(lora.target).data(),
                                      qsizetype(loraTargetName(lora.target).size()));
        QCOMPARE(read.join(' '), targets);
        QStringList faults;
        for (const moe::RecipeFault& one : reading.faults) faults << QString::fromStdString(one.key + " " + one.rule);
        QCOMPARE(faults.size(), fault.isEmpty() ? 0 : 1);
        if (!fault.isEmpty()) QVERIFY2(faults[0].startsWith(fault), qPrintable(faults[0]));
    }

    void unknownKeysAreKeptAndReported() {
        const std::string yaml = std::string(kPlain) + "colour: [1, {a: 'yes'}]\nstudio:\n  future: true\n";
        std::vector<std::string> notices;
        const MixRecipe recipe = moe::parseRecipe(yaml, "u", {}, &notices);
        QCOMPARE(notices.size(), 2U);
        QVERIFY(QString::fromStdString(notices[0] + notices[1]).contains("'colour'"));
        QVERIFY(QString::fromStdString(notices[0] + notices[1]).contains("'studio.future'"));
        const MixRecipe again = moe::parseRecipe(moe::recipeToYaml(recipe), "u");
        QVERIFY(again == recipe);
        QCOMPARE(YAML::Load(moe::recipeToYaml(recipe))["colour"][1]["a"].as<std::string>(), std::string("yes"));
    }

    void lorasWithoutExpertsAreSpread() {
        std::string yaml = "base_model: b\nnum_experts: 2\nloras:\n";
        for (int i = 0; i < 4; ++i)
            yaml += "- {source_model: l" + std::to_string(i) + ", positive_prompt: p, negative_prompt: n}\n";
        const MixRecipe recipe = moe::parseRecipe(yaml, "l");
        QCOMPARE(recipe.experts.size(), 2U);
        QCOMPARE(recipe.experts[1].source, std::string("b"));
        QCOMPARE(recipe.experts[1].loras[0].source, std::string("l2"));
        QVERIFY(recipe.loras.empty());
    }

    void allMistakesInOneError() {
        const std::string yaml =
            "base_model: model.ckpt\ntype: sd3\nnum_experts: 3\nnum_experts_per_tok: 5\nexperts:\n- positive_prompt: "
            "x\n- source_model: a\n  loras: 7\n";
        const Error error = test::expectError([&] { moe::parseRecipe(yaml, "bad"); });
        QCOMPARE(error.code(), ErrorCode::RecipeValueInvalid);
        const QString text = QString::fromUtf8(error.what());
        for (const char* part :
             {"6 mistakes", "line 1: base_model names a .ckpt", "line 2: type must be",
              "line 3: num_experts must equal", "line 4: num_experts_per_tok must be at most",
              "line 6: experts[0].source_model is missing", "line 8: experts[1].loras must be a list"})
            QVERIFY2(text.contains(part), error.what());
    }

    void hostile_data() {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<bool>("isParseFault");
        QTest::addColumn<QString>("says");
        const auto add = [](const char* name, const std::string& yaml, bool isParseFault, const char* says) {
            QTest::newRow(name) << QByteArray(yaml.data(), static_cast<qsizetype>(yaml.size())) << isParseFault << says;
        };
        add("empty", "", true, "empty");
        add("only a word", "hello", true, "mapping");
        add("a list", "- a\n- b\n", true, "mapping");
        add("two documents", std::string(kPlain) + "---\na: b\n", true, "more than one");
        add("billion laughs", laughs(), true, "line 2");
        add("alias of itself", "a: &a [*a]\n", true, "alias");
        add("unknown alias", "a: *b\n", true, "");
        add("python tag", changed("models/base", "!!python/object/apply:os.system ['id']"), true, "line 1");
        add("own tag", changed("type: sd", "type: !evil sd"), true, "!evil");
        add("duplicate key", std::string(kPlain) + "type: sdxl\n", true, "twice");
        add("duplicate key inside", changed("    negative_prompt: photo", "    positive_prompt: photo"), true, "twice");
        add("key is a list", "[a, b]: c\n", true, "plain word");
        add("merge key of a mapping", "x: &x {a: b}\n<<: *x\n", true, "alias");
        add("deep lists", std::string(2000, '['), true, "");
        add("deep mappings", deepMappings(), true, "deeper");
        add("too many values", repeated("a: [", "1,", 60'000) + "1]", true, "values");
        add("too large", std::string(kPlain) + "notes: " + std::string(moe::kMaxYamlBytes, 'x'), true, "larger");
        add("zero byte", std::string("base_model: a\0b\n", 16), true, "zero byte");
        add("not UTF-8", std::string(kPlain) + "notes: \xff\xfe\n", true, "UTF-8");
        add("unclosed list", "base_model: [a, b\n", true, "line");
        add("tab indentation", "experts:\n\t- a\n", true, "");
        add("k of zero", changed("num_experts_per_tok: 2", "num_experts_per_tok: 0"), false,
            "line 5: num_experts_per_tok");
        add("k is negative", changed("num_experts_per_tok: 2", "num_experts_per_tok: -1"), false,
            "num_experts_per_tok");
        add("k is huge", changed("num_experts_per_tok: 2", "num_experts_per_tok: 99999999999999999999999"), false,
            "num_experts_per_tok");
        add("k is a word", changed("num_experts_per_tok: 2", "num_experts_per_tok: \"2\""), false, "whole number");
        add("k above E", changed("num_experts_per_tok: 2", "num_experts_per_tok: 3"), false,
            "at most the number of experts, 2");
        add("E does not match", changed("num_experts: 2", "num_experts: 4"), false, "line 3: num_experts");
        add("experts is a mapping", "base_model: a\nexperts: {a: b}\n", false, "must be a list");
        add("expert is a word", "base_model: a\nexperts: [x, y]\n", false, "experts[1] must be a mapping");
        add("one expert", "base_model: a\nexperts:\n- source_model: x\n", false, "2 to 64");
        add("no experts", "base_model: a\n", false, "experts is missing");
        add("65 experts", repeated("base_model: a\nexperts:\n", "- source_model: x\n", 65), false, "65 entries");
        add("base is a list", changed("base_model: models/base", "base_model: [a]"), false,
            "line 1: base_model must be a text");
        add("base is missing", changed("base_model: models/base\n", ""), false, "base_model is missing");
        add("pickle", changed("models/painter.safetensors", "models/painter.CKPT"), false,
            "line 10: experts[1].source_model");
        add("control character in a path", changed("models/painter.safetensors", "\"models/\\npainter\""), false,
            "control");
        add("strength is not finite", changed("thick strokes", "x\n        strength: .inf"), false, "strength");
        add("weight of zero",
            std::string(kPlain) +
                "studio:\n  experts:\n  - {}\n  - positive_prompts: [{text: oil painting, weight: 0}]\n",
            false, "weight must be");
        add("studio is a word", std::string(kPlain) + "studio: 1\n", false, "studio must be a mapping");
        add("studio experts too few", std::string(kPlain) + "studio: {experts: [{}]}\n", false, "one entry per expert");
        add("seed is negative", std::string(kPlain) + "studio: {seed: -1}\n", false, "studio.seed");
        add("rule of an unknown expert", std::string(kPlain) + "studio: {routing: {rules: [{act: mute, expert: 2}]}}\n",
            false, "studio.routing.rules[0].expert");
        add("unknown act", std::string(kPlain) + "studio: {routing: {rules: [{act: kill, expert: 0}]}}\n", false,
            "must be mute, solo, pin or bias");
        add("rule over no step",
            std::string(kPlain) + "studio: {routing: {rules: [{act: pin, expert: 0, from: 0.5, to: 0.5}]}}\n", false,
            "must be below 'to'");
        add("temperature of zero", std::string(kPlain) + "studio: {routing: {temperature: 0}}\n", false,
            "studio.routing.temperature");
        add("unknown precision", std::string(kPlain) + "studio: {precision: int4}\n", false, "studio.precision");
        add("left out is a mapping", std::string(kPlain) + "studio: {left_out: [{a: b}]}\n", false, "block labels");
        add("parked behind the end", std::string(kPlain) + "studio: {parked: [{source_model: a, position: 3}]}\n",
            false, "studio.parked[0].position");
        add("unknown init", std::string(kPlain) + "init: magic\n", false, "init must be");
        add("unknown layers", changed("moe_layers: all", "moe_layers: some"), false, "line 4: moe_layers");
    }
    void hostile() {
        QFETCH(QByteArray, yaml);
        QFETCH(bool, isParseFault);
        QFETCH(QString, says);
        const Error error = test::expectError(
            [&] { moe::parseRecipe(std::string_view(yaml.constData(), static_cast<std::size_t>(yaml.size())), "h"); });
        QCOMPARE(error.code(), isParseFault ? ErrorCode::RecipeParseFailed : ErrorCode::RecipeValueInvalid);
        QVERIFY2(QString::fromUtf8(error.what()).contains(says), error.what());
    }

    void aParkedExpertIsNoPartOfTheMixture() {
        const MixRecipe recipe = moe::parseRecipe(
            std::string(kPlain) + "studio: {parked: [{source_model: c, position: 1, positive_prompt: x}]}\n", "p");
        QCOMPARE(recipe.experts.size(), 2U);
        QCOMPARE(recipe.parked.size(), 1U);
        QCOMPARE(recipe.parked[0].position, 1);
        QCOMPARE(recipe.parked[0].expert.positive, (std::vector<WeightedPrompt>{{"x", 1.0}}));
        QCOMPARE(YAML::Load(moe::recipeToYaml(recipe))["num_experts"].as<int>(), 2);
    }

    void theNameInTheFileWins() {
        const test::TempDir dir;
        test::writeFile(dir / "file.yaml", std::string(kPlain) + "studio: {name: coast mix}\n");
        QCOMPARE(moe::readRecipe(dir / "file.yaml").name, std::string("coast mix"));
    }

    void newerVersionIsRefused() {
        QCOMPARE(
            test::expectError([] { moe::parseRecipe(std::string(kPlain) + "studio: {version: 2}\n", "n"); }).code(),
            ErrorCode::RecipeTooNew);
    }

    void scalarAliasesAreFine() {
        const MixRecipe recipe = moe::parseRecipe(
            changed("negative_prompt: photo", "negative_prompt: *bad").replace(0, 0, "notes: &bad blurry\n"), "a");
        QCOMPARE(recipe.experts[1].negative[0].text, std::string("blurry"));
    }

    void fileIsReadAndNamed() {
        const test::TempDir dir;
        test::writeFile(dir / "my mix.yaml", kPlain);
        const MixRecipe recipe = moe::readRecipe(dir / "my mix.yaml");
        QCOMPARE(recipe.name, std::string("my mix"));
        QCOMPARE(recipe.folder, dir.path());
        QCOMPARE(test::expectError([&] { moe::readRecipe(dir / "none.yaml"); }).code(), ErrorCode::FileMissing);
    }
};

QTEST_APPLESS_MAIN(RecipeYamlTest)
#include "recipe_yaml_test.moc"
