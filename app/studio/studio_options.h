// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QSize>
#include <QString>
#include <QStringList>

#include "ui/bridge/settings.h"

/// What the command line of segmoe-studio may say.
struct StudioOptions {
    QStringList files;      ///< models, recipes, pictures, captures to open
    QString profileFolder;  ///< isolated settings
    QString language;       ///< "de"; empty = settings, then the system
    std::optional<segmoe::ui::ThemeMode> theme;
    QString screenshotFile;    ///< a picture of the window after the self-test
    QString screenshotFolder;  ///< write pictures of the page's states there and end
    QString only;              ///< part of the names of the states that are wanted; empty = all
    QSize windowSize{1280, 800};
    QString scale{QChar(u'1')};  ///< pixels per logical pixel, part of the file name
    bool selfTest = false;
    bool exitAfterStartup = false;
    bool startupTime = false;
};

/// --help and --version, without a display: the exit code, or nothing to go on.
std::optional<int> answerWithoutWindow(int argc, char* argv[]);

/// --scale S has to be known before QApplication is made: hands it to Qt.
void applyScale(int argc, char* argv[]);

/// Ends the program with a message for options that it does not know.
StudioOptions parseOptions(const QStringList& arguments);
