// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/file_opener.h"

#include "tests/ui/shell/window_bench.h"
#include "ui/shell/banner_bar.h"
#include "ui/shell/navigator.h"
#include "ui/shell/page_stack.h"
#include "ui/widgets/mime_kinds.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

/// What falls on the window beside the targets of its pages.
class FileOpenerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasItsWays_data() {
        QTest::addColumn<QString>("dropped");
        QTest::addColumn<QStringList>("buttons");
        QTest::addColumn<QStringList>("more");
        QTest::newRow("model") << u"dream.safetensors"_s
                               << QStringList{u"Model to render with"_s, u"Expert of the mixture"_s}
                               << QStringList{u"Base of the mixture"_s};
        QTest::newRow("folder") << u"models/"_s << QStringList{u"Model to render with"_s, u"Expert of the mixture"_s}
                                << QStringList{u"Base of the mixture"_s, u"Folder of models"_s};
        QTest::newRow("recipe") << u"coast.yaml"_s << QStringList{u"Mixture to edit"_s, u"Model to render with"_s}
                                << QStringList{};
        QTest::newRow("picture") << u"42.png"_s
                                 << QStringList{u"Picture of the gallery"_s, u"Settings to render with"_s}
                                 << QStringList{u"Picture to start from"_s, u"Mixture to edit"_s};
        QTest::newRow("link") << u"https://huggingface.co/ada/woodcut-xl"_s
                              << QStringList{u"Model of the hub"_s, u"Expert of the mixture"_s}
                              << QStringList{u"Base of the mixture"_s};
    }
    void everyKindHasItsWays() {
        QFETCH(QString, dropped);
        QFETCH(QStringList, buttons);
        QFETCH(QStringList, more);
        WindowBench bench;
        drop(bench, *dataOf(bench, dropped));
        QCOMPARE(bench.window.banner().currentId(), u"open_as"_s);
        const auto shown = [&bench] {
            QStringList texts;
            for (const QPushButton* button : bench.window.banner().findChildren<QPushButton*>())
                if (button->isVisible() && !button->menu()) texts << button->text();
            return texts;
        };
        QTRY_COMPARE(shown(), buttons);
        QStringList listed;
        if (auto* menu = bench.window.banner().findChild<QMenu*>(u"banner_more_menu"_s))
            for (const QAction* action : menu->actions()) listed << action->text();
        QCOMPARE(listed, more);
    }

    void whatIsChosenHappens_data() {
        QTest::addColumn<QString>("dropped");
        QTest::addColumn<QString>("choice");
        QTest::addColumn<int>("page");
        const auto row = [](const char* dropped, const char* choice, PageId page) {
            QTest::newRow(choice) << QString::fromLatin1(dropped) << QString::fromLatin1(choice) << int(page);
        };
        row("dream.safetensors", "open_as_base_button", PageId::Mix);
        row("models/", "open_as_folder_button", PageId::Library);
        row("42.png", "open_as_settings_button", PageId::Render);
        row("42.png", "open_as_start_button", PageId::Render);
        row("42.png", "open_as_picture_mix_button", PageId::Mix);
        row("https://huggingface.co/ada/woodcut-xl", "open_as_hub_button", PageId::Library);
    }
    void whatIsChosenHappens() {
        QFETCH(QString, dropped);
        QFETCH(QString, choice);
        QFETCH(int, page);
        WindowBench bench;
        bench.window.showPage(PageId::Settings);
        QSignalSpy base(&bench.window.navigator(), &Navigator::baseWanted);
        QSignalSpy start(&bench.window.navigator(), &Navigator::startImageWanted);
        QSignalSpy recall(&bench.window.navigator(), &Navigator::pictureRecallWanted);
        QSignalSpy mix(&bench.window.navigator(), &Navigator::pictureMixWanted);
        QSignalSpy hub(&bench.window.navigator(), &Navigator::hubLinkWanted);
        drop(bench, *dataOf(bench, dropped));
        if (auto* button = bench.window.banner().findChild<QPushButton*>(choice))
            button->click();
        else
            bench.window.banner().findChild<QAction*>(choice)->trigger();
        QTRY_COMPARE(int(bench.window.pages().current()), page);
        QVERIFY(bench.window.banner().currentId() != u"open_as"_s);
        if (choice == "open_as_folder_button"_L1) {
            QVERIFY(bench.client.library().asked.contains(u"add "_s + pathOf(bench, dropped)));
            return;
        }
        const auto& sent = choice == "open_as_base_button"_L1          ? base
                           : choice == "open_as_start_button"_L1       ? start
                           : choice == "open_as_settings_button"_L1    ? recall
                           : choice == "open_as_picture_mix_button"_L1 ? mix
                                                                       : hub;
        QVERIFY(!sent.isEmpty());
        QCOMPARE(sent.last().first().toString(), dropped.startsWith(u"http"_s) ? dropped : pathOf(bench, dropped));
        if (choice != "open_as_hub_button"_L1) QCOMPARE(bench.settings.recentFiles().value(0), pathOf(bench, dropped));
    }

    /// A LoRA goes over one of the models of the mixture that is open.
    void aLoraOfTheLibraryGoesToACard() {
        WindowBench bench;
        QMimeData lora;
        writeModels(lora, {{u"/models/glow.safetensors"_s, {}, u"SDXL"_s, u"lora"_s, u"glow"_s, 1}});
        QSignalSpy message(&bench.window.navigator(), &Navigator::message);
        drop(bench, lora);
        QVERIFY(bench.window.banner().currentId() != u"open_as"_s);
        QVERIFY(message.last().first().toString().contains(u"Choose a base"_s));
        bench.window.navigator().setMixCards({u"Base: sdxl"_s, u"A: dream"_s, u"B: ink"_s});
        QSignalSpy wanted(&bench.window.navigator(), &Navigator::loraWanted);
        drop(bench, lora);
        bench.window.banner().findChild<QAction*>(u"open_as_lora_2_button"_s)->trigger();
        QTRY_VERIFY(!wanted.isEmpty());
        QCOMPARE(wanted.first()[0].toString(), u"/models/glow.safetensors"_s);
        QCOMPARE(wanted.first()[1].toInt(), 2);
    }

    void whatCannotBeOpenedIsSaid() {
        WindowBench bench;
        QSignalSpy message(&bench.window.navigator(), &Navigator::message);
        drop(bench, *dataOf(bench, u"old.ckpt"_s));
        QVERIFY(message.last().first().toString().contains(u"pickle"_s));
        QMimeData text;
        text.setText(u"a harbour at dusk"_s);
        QVERIFY(!FileOpener::accepts(text));
        QDragEnterEvent enter({1, 1}, Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(&bench.window, &enter);
        QVERIFY(!enter.isAccepted());
    }

private:
    static QString pathOf(WindowBench& bench, const QString& name) {
        QString path = bench.profile.filePath(name);
        if (path.endsWith(u'/')) path.chop(1);
        return path;
    }
    static std::unique_ptr<QMimeData> dataOf(WindowBench& bench, const QString& dropped) {
        auto data = std::make_unique<QMimeData>();
        if (dropped.startsWith(u"http"_s)) {
            data->setUrls({QUrl(dropped)});
            return data;
        }
        const QString path = pathOf(bench, dropped);
        if (dropped.endsWith(u'/')) {
            QDir().mkpath(path);
        } else {
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly)) qFatal("no file");
        }
        data->setUrls({QUrl::fromLocalFile(path)});
        return data;
    }
    /// Real events on the window itself.
    static void drop(WindowBench& bench, const QMimeData& data) {
        QDragEnterEvent enter({1, 1}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&bench.window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(1, 1), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&bench.window, &drop);
    }
};

QTEST_MAIN(FileOpenerTest)
#include "file_opener_test.moc"
