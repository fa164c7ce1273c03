// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Work on the pool whose owner may be gone before the answer comes.
#include <QtTest/QtTest>

#include "ui/bridge/background_task.h"
#include "ui/render/lora_index.h"

using namespace Qt::StringLiterals;
using namespace segmoe::ui;

class BackgroundTaskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersOnTheThreadOfTheContext() {
        QObject context;
        QThread* worker = nullptr;
        QThread* answered = nullptr;
        int result = 0;
        runInBackground(
            &context,
            [&worker] {
                worker = QThread::currentThread();
                return 42;
            },
            [&](int value) {
                answered = QThread::currentThread();
                result = value;
            });
        QTRY_COMPARE(result, 42);
        QVERIFY(worker != thread());
        QCOMPARE(answered, thread());
    }
    void aContextThatIsGoneIsNotAnswered() {
        auto context = std::make_unique<QObject>();
        QSemaphore go;
        std::atomic<bool> isWorking = false;
        bool isAnswered = false;
        runInBackground(
            context.get(),
            [&] {
                isWorking = true;
                go.acquire();
                return 0;
            },
            [&](int) { isAnswered = true; });
        QTRY_VERIFY(isWorking);
        context.reset();
        go.release();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(60'000));
        QCoreApplication::processEvents();
        QVERIFY(!isAnswered);
    }
    void anIndexMayGoWhileItSearches() {
        QTemporaryDir folder;
        for (int i = 0; i < 50; ++i) {
            QFile file(folder.filePath(u"lora_%1.safetensors"_s.arg(i)));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        for (int i = 0; i < 300; ++i) {
            LoraIndex index;
            index.setFolders({folder.path()});
            QThread::usleep(static_cast<unsigned long>(i % 60) * 20);
        }
        QVERIFY(QThreadPool::globalInstance()->waitForDone(60'000));
        QCoreApplication::processEvents();
        LoraIndex index;
        index.setFolders({folder.path()});
        QTRY_COMPARE(index.names().size(), 50);
    }
};

QTEST_GUILESS_MAIN(BackgroundTaskTest)
#include "background_task_test.moc"
