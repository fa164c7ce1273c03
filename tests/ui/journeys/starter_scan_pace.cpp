// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// How long the window's thread is busy in one go while a folder of thousands of models is looked through.
#include "tests/support/safetensors_bytes.h"
#include "tests/ui/journeys/starter_stage.h"
#include "tests/ui/support/heartbeat.h"
#include "ui/library/library_frame.h"
#include "ui/library/library_page.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using test::StarterStage;

namespace {

constexpr int kFiles = 3000;

/// A LoRA of one layer.
bool writeModel(const QString& path, int number) {
    constexpr std::string_view kHeader =
        R"({"lora_unet_mid_block_attentions_0_transformer_blocks_0_attn2_to_k.lora_down.weight":)"
        R"({"dtype":"F16","shape":[1,768],"data_offsets":[0,1536]},)"
        R"("lora_unet_mid_block_attentions_0_transformer_blocks_0_attn2_to_k.lora_up.weight":)"
        R"({"dtype":"F16","shape":[1280,1],"data_offsets":[1536,4096]}})";
    const std::string data(4096, static_cast<char>(number % 251));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) &&
           file.write(QByteArray::fromStdString(test::safetensorsBytes(kHeader, data))) > 4096;
}

class StarterScanPace : public QObject {
    Q_OBJECT

public:
    explicit StarterScanPace(StarterStage& stage) : m_stage(stage) {}

private:
    StarterStage& m_stage;

private Q_SLOTS:
    void thousandsOfFiles() {
        QTemporaryDir folder;
        for (int i = 0; i < kFiles; ++i) QVERIFY(writeModel(folder.filePath(u"style %1.safetensors"_s.arg(i)), i));
        m_stage.goTo("library");
        auto* frame = m_stage.window().findChild<LibraryFrame*>();
        QVERIFY(frame);
        LibraryClient& library = m_stage.bench.client->library();
        const auto* list = m_stage.find<QListView>("library_list");
        QVERIFY(list);
        QTest::qWait(200);
        const int before = list->model()->rowCount();
        Heartbeat heart;
        QSignalSpy finished(&library, &LibraryClient::scanFinished);
        QElapsedTimer clock;
        clock.start();
        m_stage.addModels(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(list->model()->rowCount() >= before + kFiles, StarterStage::kLimit);
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), StarterStage::kLimit);
        QTest::qWait(100);
        qInfo("%d files in %.1f s", kFiles, static_cast<double>(clock.elapsed()) / 1000.0);
        heart.report("scan");
        int read = 0;
        for (const QList<QVariant>& scan : finished) read += scan[0].value<LibraryScanReport>().read;
        QVERIFY2(read >= kFiles, qPrintable(QString::number(read)));
        library.removeRoot(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(list->model()->rowCount() < kFiles, StarterStage::kLimit);
        heart.report("folder taken away");
    }
};

}  // namespace

namespace segmoe::test {

std::unique_ptr<QObject> scanPace(StarterStage& stage) { return std::make_unique<StarterScanPace>(stage); }

}  // namespace segmoe::test

#include "starter_scan_pace.moc"
