// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// segmoe-studio: builds the window, paints it, then loads the engine.
#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QStyleHints>

#include "app/studio/screenshots.h"
#include "app/studio/self_test.h"
#include "app/studio/startup_clock.h"
#include "app/studio/studio_options.h"
#include "translations/translations.h"
#include "ui/bridge/engine_loader.h"
#include "ui/bridge/secret_store.h"
#include "ui/bridge/settings.h"
#include "ui/bridge/threaded_engine_client.h"
#include "ui/shell/log_store.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/theme.h"

namespace {

using namespace segmoe::ui;

int runWindow(const StudioOptions& options, Settings& settings, Theme& theme) {
    ThreadedEngineClient client(engineModuleFactory(engineModuleCandidates()), systemKeychain());
    LogStore log(QDir(settings.dataFolder()).filePath(QStringLiteral("log")));
    MainWindow window(theme, client, settings, &log);
    QObject::connect(&window, &MainWindow::firstPainted, &client, [&] {
        if (options.startupTime) printTimeSinceStart("first paint");
        client.start();
        if (options.exitAfterStartup) window.close();
    });
    QObject::connect(&window, &MainWindow::closedForGood, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    for (const QString& file : options.files) window.openFile(file);
    SelfTest selfTest(client, window);
    if (options.selfTest) selfTest.watch(options.screenshotFile, options.screenshotFolder);
    if (options.selfTest) window.resize(options.windowSize);
    window.show();
    const int code = QApplication::exec();
    return options.selfTest ? selfTest.exitCode() : code;
}

}  // namespace

int main(int argc, char* argv[]) {
    applyScale(argc, argv);
    // Before QApplication: these need no display.
    if (const auto code = answerWithoutWindow(argc, argv)) return *code;
    // The window quits when the engine has let go of its threads, not when it disappears.
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    QApplication::setApplicationName(QStringLiteral("segmoe-studio"));
    QApplication::setApplicationDisplayName(QStringLiteral("SegMoE Studio"));
    QApplication::setApplicationVersion(QStringLiteral(SEGMOE_STUDIO_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("segmoe-studio"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/app.svg")));

    const StudioOptions options = parseOptions(QApplication::arguments());
    Settings settings(options.profileFolder);
    installTranslations(application, options.language.isEmpty() ? settings.language() : options.language);
    Theme theme;
    ThemeOptions look = themeOptions(settings);
    look.mode = options.theme.value_or(look.mode);
    theme.setOptions(look);
    if (!options.screenshotFolder.isEmpty() && !options.selfTest) return takeScreenshots(options, theme);
    return runWindow(options, settings, theme);
}
