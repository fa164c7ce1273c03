// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include <csignal>

#include <QJsonArray>

#include <ATen/ATen.h>

#include "core/weights/safetensors_file.h"
#include "tests/app/program.h"

using namespace segmoe::test;

namespace {

/// Width and height of a PNG by its first chunk; {0, 0} for anything else.
std::pair<int, int> pngSize(const std::filesystem::path& file) {
    const std::string bytes = readFile(file);
    if (bytes.size() < 33 || bytes.compare(0, 8, "\x89PNG\r\n\x1a\n") != 0) return {0, 0};
    const auto number = [&](std::size_t at) {
        return static_cast<int>(static_cast<unsigned char>(bytes[at + 2])) * 256 +
               static_cast<unsigned char>(bytes[at + 3]);
    };
    return {number(16), number(20)};
}

}  // namespace

class RenderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesThePictureAndPrintsItsPath() {
        const TempDir folder;
        const ProgramRun run =
            runProgram(renderTiny(tinyModel("sd1"), {"--seed", "3", "-o", "one.png"}), {}, text(folder.path()));
        QVERIFY2(run.exitCode == 0, run.words());
        QCOMPARE(run.out.trimmed(), QByteArray("one.png"));
        QVERIFY(pngSize(folder / "one.png") == std::pair(64, 64));
        QCOMPARE(entries(folder.path()), QStringList{"one.png"});
        for (const char* stage : {"loading", "sampling", "decoding"}) QVERIFY2(run.err.contains(stage), run.words());
        QVERIFY2(!run.err.contains('\r') && !run.err.contains('\033'), "no bars and no colour away from a terminal");
    }

    void quietSaysNothingElse() {
        const TempDir folder;
        const ProgramRun run =
            runProgram(renderTiny(tinyModel("sd1"), {"--seed", "3", "--quiet"}), {}, text(folder.path()));
        QVERIFY2(run.exitCode == 0 && run.err.isEmpty(), run.words());
        QCOMPARE(run.out, QByteArray("segmoe-3.png\n"));
        QCOMPARE(entries(folder.path()), QStringList{"segmoe-3.png"});
    }

    void severalPicturesHaveSeedsInARow() {
        const TempDir folder;
        const ProgramRun run =
            runProgram(renderTiny(tinyModel("sd1"), {"--seed", "5", "--images", "2", "-o", "many.png", "--json"}), {},
                       text(folder.path()));
        QVERIFY2(run.exitCode == 0, run.words());
        const QJsonArray pictures = run.document().value("pictures").toArray();
        QCOMPARE(pictures.size(), 2);
        QCOMPARE(pictures[1].toObject().value("file").toString(), "many-2.png");
        QCOMPARE(pictures[1].toObject().value("seed").toInt(), 6);
        QCOMPARE(entries(folder.path()), (QStringList{"many-1.png", "many-2.png"}));
        const ProgramRun second =
            runProgram(renderTiny(tinyModel("sd1"), {"--seed", "6", "-o", "second.png"}), {}, text(folder.path()));
        QVERIFY2(second.exitCode == 0, second.words());
        const ProgramRun shown = runProgram({"inspect", text(folder / "second.png"), "--json"});
        QCOMPARE(shown.document().value("kind").toString(), "picture");
        QVERIFY2(shown.out.contains("a castle by the sea"), shown.words());
    }

    void sameSeedSamePicture() {
        const TempDir folder;
        for (const char* name : {"a", "b", "c"}) {
            const QString seed = *name == 'c' ? "8" : "7";
            const ProgramRun run =
                runProgram(renderTiny(tinyModel("sdxl"), {"--seed", seed, "-o", QString("%1.png").arg(name),
                                                          "--save-latents", QString("%1.safetensors").arg(name)}),
                           {}, text(folder.path()));
            QVERIFY2(run.exitCode == 0, run.words());
        }
        const auto latents = [&](const char* name) {
            return segmoe::SafetensorsFile::open(folder / name)->load("latents");
        };
        QCOMPARE(latents("a.safetensors").sizes(), at::IntArrayRef({1, 4, 8, 8}));
        QVERIFY(at::equal(latents("a.safetensors"), latents("b.safetensors")));
        QVERIFY(!at::equal(latents("a.safetensors"), latents("c.safetensors")));
    }

    void recipeRendersWithoutSavingAndObeysTheRouting() {
        const TempDir folder;
        const QString recipe = tinyRecipe(folder);
        const ProgramRun run = runProgram(
            renderTiny(recipe, {"--seed", "3", "--solo", "sd1_expert2", "-o", "one.png", "--trace", "one.safetensors"}),
            {}, text(folder.path()));
        QVERIFY2(run.exitCode == 0, run.words());
        QCOMPARE(entries(folder.path()), (QStringList{"one.png", "one.safetensors", "tiny.yaml"}));
        const at::Tensor chosen = segmoe::SafetensorsFile::open(folder / "one.safetensors")->load("chosen");
        QCOMPARE(chosen.dim(), 3);
        QCOMPARE(chosen.size(0), 2);
        QVERIFY((chosen == 1).all().item<bool>());

        const ProgramRun muted = runProgram(
            renderTiny(recipe, {"--mute", "A", "--mute", "1", "-o", "two.png", "--json"}), {}, text(folder.path()));
        QVERIFY2(muted.exitCode == 2, muted.words());
        QCOMPARE(muted.errorCode(), "RequestInvalid");
        const ProgramRun unknown = runProgram(renderTiny(recipe, {"--mute", "C"}), {}, text(folder.path()));
        QVERIFY2(unknown.exitCode == 2 && unknown.err.contains("B = sd1_expert2"), unknown.words());
    }

    void interruptLeavesNothing() {
        const TempDir folder;
        QProcess process;
        process.setWorkingDirectory(text(folder.path()));
        process.start(SEGMOE_PROGRAM, {"render", tinyModel("sd1"), "-p", "x", "--width", "512", "--height", "512",
                                       "--steps", "400", "-o", "long.png", "--trace", "long.safetensors",
                                       "--save-latents", "latents.safetensors", "--json"});
        QByteArray said;
        QVERIFY(QTest::qWaitFor(
            [&] {
                process.waitForReadyRead(100);
                said += process.readAllStandardError();
                return said.contains("sampling") || process.state() == QProcess::NotRunning;
            },
            120'000));
        QCOMPARE(process.state(), QProcess::Running);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(QJsonDocument::fromJson(process.readAllStandardOutput())
                     .object()
                     .value("error")
                     .toObject()
                     .value("code")
                     .toString(),
                 "Cancelled");
        QCOMPARE(entries(folder.path()), QStringList{});
    }
};

QTEST_GUILESS_MAIN(RenderTest)
#include "render_test.moc"
