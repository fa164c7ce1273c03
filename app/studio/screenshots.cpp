// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/screenshots.h"

#include <cstdio>

#include <QDir>
#include <QGuiApplication>

#include "app/studio/pseudo_translator.h"
#include "app/studio/scenes.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;

namespace {

/// The languages of the tests (ui.md, Translation): longer texts, and these mirrored.
void speakPseudo(const QString& language) {
    const bool isMirrored = language == "ar_XB"_L1;
    if (!isMirrored && language != "en_XA"_L1) return;
    QCoreApplication::installTranslator(new PseudoTranslator(qApp));
    if (isMirrored) QGuiApplication::setLayoutDirection(Qt::RightToLeft);
}

}  // namespace

int takeScreenshots(const StudioOptions& options, segmoe::ui::Theme& theme) {
    speakPseudo(options.language);
    QDir().mkpath(options.screenshotFolder);
    const QString suffix = u"_%1_%2x%3@%4.png"_s.arg(theme.tokens().dark ? u"dark"_s : u"light"_s)
                               .arg(options.windowSize.width())
                               .arg(options.windowSize.height())
                               .arg(options.scale);
    for (const SceneState& state : sceneStates()) {
        if (!QString::fromLatin1(state.name).contains(options.only)) continue;
        Scene scene(theme, options.windowSize);
        state.arrange(scene);
        const QString file = QDir(options.screenshotFolder).filePath(QString::fromLatin1(state.name) + suffix);
        if (!scene.grab().save(file)) {
            std::fprintf(stderr, "cannot write %s\n", qPrintable(file));
            return 1;
        }
    }
    return 0;
}
