// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include <nlohmann/json.hpp>

#include "core/hub/repo_selection.h"
#include "core/hub/weight_names.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::hub;

namespace {

std::vector<RepoFile> tree(const QStringList& paths) {
    std::vector<RepoFile> files;
    for (const QString& path : paths) files.push_back({path.toStdString(), 100, std::string(40, 'a'), {}});
    return files;
}

QStringList chosen(const RepoSelection& selection) {
    QStringList paths;
    for (const RepoFile& file : selection.files) paths << QString::fromStdString(file.path);
    paths.sort();
    return paths;
}

nlohmann::json index() {
    return {{"_class_name", "StableDiffusionPipeline"},
            {"_diffusers_version", "0.6.0"},
            {"feature_extractor", {"transformers", "CLIPImageProcessor"}},
            {"safety_checker", {nullptr, nullptr}},
            {"scheduler", {"diffusers", "PNDMScheduler"}},
            {"text_encoder", {"transformers", "CLIPTextModel"}},
            {"tokenizer", {"transformers", "CLIPTokenizer"}},
            {"unet", {"diffusers", "UNet2DConditionModel"}},
            {"vae", {"diffusers", "AutoencoderKL"}}};
}

const QStringList kConfigs = {"model_index.json",
                              "unet/config.json",
                              "vae/config.json",
                              "text_encoder/config.json",
                              "tokenizer/vocab.json",
                              "tokenizer/merges.txt",
                              "tokenizer/special_tokens_map.json",
                              "scheduler/scheduler_config.json"};
const QStringList kPlain = {"unet/diffusion_pytorch_model.safetensors", "vae/diffusion_pytorch_model.safetensors",
                            "text_encoder/model.safetensors"};
const QStringList kHalf = {"unet/diffusion_pytorch_model.fp16.safetensors",
                           "vae/diffusion_pytorch_model.fp16.safetensors", "text_encoder/model.fp16.safetensors"};

QStringList sorted(QStringList list) {
    list.sort();
    return list;
}

}  // namespace

class RepoSelectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void variants_data() {
        QTest::addColumn<QStringList>("weights");
        QTest::addColumn<QString>("wish");  // "-" = none
        QTest::addColumn<QStringList>("expected");
        QTest::addColumn<int>("notices");
        QTest::newRow("plain only") << kPlain << "-" << kPlain << 0;
        QTest::newRow("fp16 only") << kHalf << "-" << kHalf << 0;
        QTest::newRow("both") << kPlain + kHalf << "-" << kHalf << 0;
        QTest::newRow("both, plain wanted") << kPlain + kHalf << "" << kPlain << 0;
        QTest::newRow("both, fp16 wanted") << kPlain + kHalf << "fp16" << kHalf << 0;
        const QStringList noHalfVae = {kHalf[0], kPlain[1], kHalf[2]};
        QTest::newRow("one lacks fp16") << kPlain + QStringList{kHalf[0], kHalf[2]} << "fp16" << noHalfVae << 1;
        QTest::newRow("one lacks fp16, no wish") << kPlain + QStringList{kHalf[0], kHalf[2]} << "-" << noHalfVae << 0;
        const QStringList shards = {"unet/diffusion_pytorch_model.safetensors.index.json",
                                    "unet/diffusion_pytorch_model-00001-of-00002.safetensors",
                                    "unet/diffusion_pytorch_model-00002-of-00002.safetensors", kPlain[1], kPlain[2]};
        QTest::newRow("shards") << shards << "-" << shards << 0;
        const QStringList halfShards = {"unet/diffusion_pytorch_model.safetensors.index.fp16.json",
                                        "unet/diffusion_pytorch_model.fp16-00001-of-00002.safetensors",
                                        "unet/diffusion_pytorch_model.fp16-00002-of-00002.safetensors", kHalf[1],
                                        kHalf[2]};
        QTest::newRow("shards of both") << shards + halfShards << "fp16" << halfShards << 0;
        const QStringList legacy = {"unet/diffusion_pytorch_model.fp16.safetensors.index.json",
                                    "unet/diffusion_pytorch_model-00001-of-00002.fp16.safetensors",
                                    "unet/diffusion_pytorch_model-00002-of-00002.fp16.safetensors", kHalf[1], kHalf[2]};
        QTest::newRow("shards in the old spelling") << legacy << "fp16" << legacy << 0;
        QTest::newRow("pickles beside") << kPlain + QStringList{"unet/diffusion_pytorch_model.bin", "v1-5.ckpt"} << "-"
                                        << kPlain << 0;
        QTest::newRow("other files beside") << kPlain + QStringList{"unet/diffusion_pytorch_model.non_ema.safetensors",
                                                                    "unet/diffusion_flax_model.msgpack",
                                                                    "v1-5-pruned.safetensors",
                                                                    "unet/x.py",
                                                                    "unet/deep/diffusion_pytorch_model.safetensors",
                                                                    "safety_checker/model.safetensors",
                                                                    "vae_decoder/model.onnx"}
                                            << "-" << kPlain << 0;
    }
    void variants() {
        QFETCH(QStringList, weights);
        QFETCH(QString, wish);
        QFETCH(QStringList, expected);
        QFETCH(int, notices);
        const std::optional<std::string> wanted =
            wish == "-" ? std::nullopt : std::optional<std::string>(wish.toStdString());
        const RepoSelection selection = selectModel(index(), tree(kConfigs + weights), wanted, "a/b");
        QCOMPARE(chosen(selection), sorted(kConfigs + expected));
        QCOMPARE(static_cast<int>(selection.notices.size()), notices);
        QVERIFY(selection.isFolder);
        QCOMPARE(selection.bytes(), std::uint64_t{100} * selection.files.size());
    }

    void besidesWeights() {
        std::vector<RepoFile> files =
            tree(kConfigs + kPlain +
                 QStringList{"README.md", "LICENSE.md", "LICENSE", "tokenizer/x.py", "tokenizer/huge.json"});
        files.back().size = 17 * 1024 * 1024;
        const QStringList taken = chosen(selectModel(index(), files, std::nullopt, "a/b"));
        QCOMPARE(taken, sorted(kConfigs + kPlain + QStringList{"README.md", "LICENSE.md", "LICENSE"}));
    }

    void leftOutIsSaid() {
        const RepoSelection selection =
            selectModel(index(), tree(kConfigs + kPlain + kHalf + QStringList{"v1.ckpt", "../x.json", "con.txt"}),
                        std::nullopt, "a/b");
        QStringList paths;
        for (const auto& left : selection.leftOut) {
            paths << QString::fromStdString(left.path);
            QVERIFY(!left.reason.empty());
        }
        paths.sort();
        QCOMPARE(paths, sorted(kPlain + QStringList{"v1.ckpt", "'../x.json'", "'con.txt'"}));
    }

    void refusals_data() {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QString>("wish");
        QTest::addColumn<int>("code");
        const auto add = [](const char* name, const QStringList& files, const char* wish, ErrorCode code) {
            QTest::newRow(name) << files << QString(wish) << static_cast<int>(code);
        };
        const QStringList noUnet = {kPlain[1], kPlain[2]};
        add("pickle only", kConfigs + noUnet + QStringList{"unet/diffusion_pytorch_model.bin"}, "-",
            ErrorCode::PickleRefused);
        add("nothing of the UNet", kConfigs + noUnet, "-", ErrorCode::ComponentMissing);
        add("a shard is missing",
            kConfigs + noUnet +
                QStringList{"unet/diffusion_pytorch_model.safetensors.index.json",
                            "unet/diffusion_pytorch_model-00001-of-00002.safetensors"},
            "-", ErrorCode::ComponentMissing);
        add("shards without index",
            kConfigs + noUnet + QStringList{"unet/diffusion_pytorch_model-00001-of-00001.safetensors"}, "-",
            ErrorCode::ComponentMissing);
        add("two counts of shards",
            kConfigs + noUnet +
                QStringList{"unet/diffusion_pytorch_model.safetensors.index.json",
                            "unet/diffusion_pytorch_model-00001-of-00002.safetensors",
                            "unet/diffusion_pytorch_model-00002-of-00003.safetensors"},
            "-", ErrorCode::ComponentMissing);
        add("hostile name in the UNet", kConfigs + noUnet + QStringList{"unet/..\\diffusion_pytorch_model.safetensors"},
            "-", ErrorCode::NameRefused);
        add("variant nowhere", kConfigs + kPlain, "fp16", ErrorCode::FileNotFound);
        add("twins", kConfigs + kPlain + QStringList{"tokenizer/VOCAB.json"}, "-", ErrorCode::NameRefused);
    }
    void refusals() {
        QFETCH(QStringList, files);
        QFETCH(QString, wish);
        QFETCH(int, code);
        const std::optional<std::string> wanted =
            wish == "-" ? std::nullopt : std::optional<std::string>(wish.toStdString());
        const Error error = test::expectError([&] { selectModel(index(), tree(files), wanted, "a/b"); });
        QVERIFY2(static_cast<int>(error.code()) == code, error.what());
    }

    void absentOnPurpose() {
        nlohmann::json without = index();
        without["vae"] = {nullptr, nullptr};
        const QStringList taken = chosen(selectModel(without, tree(kConfigs + kPlain), std::nullopt, "a/b"));
        QVERIFY(!taken.contains("vae/config.json"));
        without["unet"] = {nullptr, nullptr};
        QCOMPARE(test::expectError([&] { selectModel(without, tree(kConfigs), std::nullopt, "a/b"); }).code(),
                 ErrorCode::ComponentMissing);
        QCOMPARE(test::expectError([&] {
                     selectModel({1, 2}, tree(kConfigs), std::nullopt, "a/b");
                 }).code(),
                 ErrorCode::ConfigInvalid);
    }

    void singleFiles() {
        const RepoSelection only = selectFile(tree({"README.md", "x.safetensors", "sub/y.safetensors"}), {}, "a/b");
        QCOMPARE(chosen(only), QStringList{"x.safetensors"});
        QVERIFY(!only.isFolder);
        QCOMPARE(chosen(selectFile(tree({"x.safetensors", "sub/y.safetensors"}), "sub/y.safetensors", "a/b")),
                 QStringList{"sub/y.safetensors"});
        const Error many = test::expectError([] { selectFile(tree({"x.safetensors", "y.safetensors"}), {}, "a/b"); });
        QCOMPARE(many.code(), ErrorCode::FileNotFound);
        QVERIFY(QByteArray(many.what()).contains("'y.safetensors'"));
        QCOMPARE(test::expectError([] { selectFile(tree({"x.ckpt"}), {}, "a/b"); }).code(), ErrorCode::PickleRefused);
        QCOMPARE(test::expectError([] { selectFile(tree({"x.ckpt"}), "x.ckpt", "a/b"); }).code(),
                 ErrorCode::PickleRefused);
        QCOMPARE(test::expectError([] { selectFile(tree({"x.safetensors"}), "z.safetensors", "a/b"); }).code(),
                 ErrorCode::FileNotFound);
        QCOMPARE(test::expectError([] { selectFile(tree({"README.md"}), {}, "a/b"); }).code(), ErrorCode::FileNotFound);
    }

    void completeModels() {
        QVERIFY(isCompleteModel(index(), tree(kConfigs + kHalf)));
        QVERIFY(!isCompleteModel(index(), tree(kConfigs + QStringList{kHalf[0], kHalf[1]})));
        for (const char* part : {"unet/config.json", "scheduler/scheduler_config.json"}) {
            QStringList lacking = kConfigs + kPlain;
            lacking.removeAll(part);
            QVERIFY2(!isCompleteModel(index(), tree(lacking)), part);
        }
    }

    void weightNames_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");  // variant/shard/shards/flags; "-" = none
        const auto add = [](const char* name, const char* expected) {
            QTest::newRow(name) << QString(name) << QString(expected);
        };
        add("model.safetensors", "/0/0/");
        add("model.fp16.safetensors", "fp16/0/0/");
        add("model-00001-of-00002.safetensors", "/1/2/");
        add("model.fp16-00002-of-00002.safetensors", "fp16/2/2/");
        add("model-00002-of-00002.fp16.safetensors", "fp16/2/2/L");
        add("model.safetensors.index.json", "/0/0/I");
        add("model.safetensors.index.fp16.json", "fp16/0/0/I");
        add("model.fp16.safetensors.index.json", "fp16/0/0/IL");
        for (const char* none :
             {"model.bin", "models.safetensors", "model.safetensors.bak", "model-00000-of-00002.safetensors",
              "model-00003-of-00002.safetensors", "model-00000-of-00000.safetensors", "model-1-of-2.safetensors",
              "model-00001-of-99999.safetensors", "model.a.b.safetensors", "model.f p.safetensors",
              "model.fp16.safetensors.index.fp16.json", "model..safetensors", "other.safetensors",
              "model-0000x-of-00002.safetensors"})
            add(none, "-");
    }
    void weightNames() {
        QFETCH(QString, name);
        QFETCH(QString, expected);
        const auto found = parseWeightName(name.toStdString(), "model");
        const QString actual = found ? QString("%1/%2/%3/%4%5")
                                           .arg(QString::fromStdString(found->variant))
                                           .arg(found->shard)
                                           .arg(found->shards)
                                           .arg(found->isIndex ? "I" : "", found->isLegacy ? "L" : "")
                                     : QString("-");
        QCOMPARE(actual, expected);
    }
};

QTEST_APPLESS_MAIN(RepoSelectionTest)
#include "repo_selection_test.moc"
