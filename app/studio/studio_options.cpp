// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/studio_options.h"

#include <cstdio>
#include <cstdlib>

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

QSize parseSize(const QString& text) {
    const QStringList parts = text.split(u'x');
    const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
    return size.width() > 0 && size.height() > 0 ? size : QSize(1280, 800);
}

std::optional<segmoe::ui::ThemeMode> parseTheme(const QString& name) {
    if (name == "light"_L1) return segmoe::ui::ThemeMode::Light;
    if (name == "dark"_L1) return segmoe::ui::ThemeMode::Dark;
    if (name == "system"_L1) return segmoe::ui::ThemeMode::System;
    return std::nullopt;
}

void declareOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(u"Mixtures of Stable Diffusion experts, without merging them."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"FILE"_s, u"Model folder, .safetensors file, recipe, picture or capture to open."_s,
                                 u"[FILE…]"_s);
    parser.addOption(QCommandLineOption(u"profile"_s, u"Keep settings in DIR instead of the user's own."_s, u"DIR"_s));
    parser.addOption(QCommandLineOption(u"theme"_s, u"system, light or dark."_s, u"THEME"_s));
    parser.addOption(QCommandLineOption(
        u"lang"_s, u"Language code, for example de; with --screenshots also en_XA and ar_XB, for tests."_s, u"CODE"_s));
    parser.addOption(
        QCommandLineOption(u"screenshots"_s,
                           u"Write pictures of the pages' states to DIR and quit; with --self-test: of the pages after "
                           u"the render."_s,
                           u"DIR"_s));
    parser.addOption(QCommandLineOption(
        u"only"_s, u"With --screenshots: only states whose names contain TEXT, for example render_queue."_s,
        u"TEXT"_s));
    parser.addOption(QCommandLineOption(u"size"_s, u"Window size of the screenshots."_s, u"WxH"_s));
    parser.addOption(QCommandLineOption(u"scale"_s, u"Pixels per logical pixel."_s, u"S"_s, u"1"_s));
    parser.addOption(
        QCommandLineOption(u"self-test"_s, u"Render the starter mixture in the window and quit with 0 or 1."_s));
    parser.addOption(
        QCommandLineOption(u"screenshot"_s, u"With --self-test: write a picture of the window to FILE."_s, u"FILE"_s));
    parser.addOption(QCommandLineOption(u"exit-after-startup"_s, u"Quit after the first paint."_s));
    parser.addOption(QCommandLineOption(u"startup-time"_s, u"Print the time from process start to the first paint."_s));
}

}  // namespace

std::optional<int> answerWithoutWindow(int argc, char* argv[]) {
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    declareOptions(parser);
    // Options of Qt itself (-platform…) are strange to it here; what is really wrong is told by parseOptions().
    parser.parse(QCoreApplication::arguments());
    if (parser.isSet(u"version"_s)) {
        std::printf("segmoe-studio %s\n", SEGMOE_STUDIO_VERSION);
        return 0;
    }
    if (parser.isSet(u"help"_s) || parser.isSet(u"help-all"_s)) {
        std::fputs(qPrintable(parser.helpText()), stdout);
        return 0;
    }
    return std::nullopt;
}

void applyScale(int argc, char* argv[]) {
    for (int i = 1; i + 1 < argc; ++i)
        if (qstrcmp(argv[i], "--scale") == 0) qputenv("QT_SCALE_FACTOR", argv[i + 1]);
}

StudioOptions parseOptions(const QStringList& arguments) {
    QCommandLineParser parser;
    declareOptions(parser);
    if (!parser.parse(arguments)) {
        std::fprintf(stderr, "%s\n", qPrintable(parser.errorText()));
        std::exit(1);
    }
    StudioOptions options;
    options.files = parser.positionalArguments();
    options.profileFolder = parser.value(u"profile"_s);
    options.language = parser.value(u"lang"_s);
    options.theme = parseTheme(parser.value(u"theme"_s));
    options.screenshotFolder = parser.value(u"screenshots"_s);
    options.only = parser.value(u"only"_s);
    options.windowSize = parseSize(parser.value(u"size"_s));
    options.scale = parser.value(u"scale"_s);
    options.selfTest = parser.isSet(u"self-test"_s);
    options.screenshotFile = parser.value(u"screenshot"_s);
    options.exitAfterStartup = parser.isSet(u"exit-after-startup"_s);
    options.startupTime = parser.isSet(u"startup-time"_s);
    return options;
}
