// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/studio_options.h"

#include <QCommandLineParser>

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

}  // namespace

void applyScale(int argc, char* argv[]) {
    for (int i = 1; i + 1 < argc; ++i)
        if (qstrcmp(argv[i], "--scale") == 0) qputenv("QT_SCALE_FACTOR", argv[i + 1]);
}

StudioOptions parseOptions(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Mixtures of Stable Diffusion experts, without merging them."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"FILE"_s, u"Model folder, .safetensors file or recipe .yaml to open."_s, u"[FILE]"_s);
    const QCommandLineOption profile(u"profile"_s, u"Keep settings in DIR instead of the user's own."_s, u"DIR"_s);
    const QCommandLineOption theme(u"theme"_s, u"system, light or dark."_s, u"THEME"_s);
    const QCommandLineOption language(u"lang"_s, u"Language code, for example de."_s, u"CODE"_s);
    const QCommandLineOption screenshots(u"screenshots"_s, u"Write pictures of the page's states to DIR and quit."_s,
                                         u"DIR"_s);
    const QCommandLineOption size(u"size"_s, u"Window size of the screenshots."_s, u"WxH"_s);
    const QCommandLineOption scale(u"scale"_s, u"Pixels per logical pixel."_s, u"S"_s, u"1"_s);
    const QCommandLineOption selfTest(u"self-test"_s,
                                      u"Render the starter mixture in the window and quit with 0 or 1."_s);
    const QCommandLineOption screenshot(u"screenshot"_s, u"With --self-test: write a picture of the window to FILE."_s,
                                        u"FILE"_s);
    const QCommandLineOption exitAfterStartup(u"exit-after-startup"_s, u"Quit after the first paint."_s);
    const QCommandLineOption startupTime(u"startup-time"_s, u"Print the time from process start to the first paint."_s);
    parser.addOptions(
        {profile, theme, language, screenshots, size, scale, selfTest, screenshot, exitAfterStartup, startupTime});
    parser.process(arguments);

    StudioOptions options;
    options.models = parser.positionalArguments();
    options.profileFolder = parser.value(profile);
    options.language = parser.value(language);
    options.theme = parseTheme(parser.value(theme));
    options.screenshotFolder = parser.value(screenshots);
    options.windowSize = parseSize(parser.value(size));
    options.scale = parser.value(scale);
    options.selfTest = parser.isSet(selfTest);
    options.screenshotFile = parser.value(screenshot);
    options.exitAfterStartup = parser.isSet(exitAfterStartup);
    options.startupTime = parser.isSet(startupTime);
    return options;
}
