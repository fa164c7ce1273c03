// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/progress_text.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

namespace segmoe::ui {

namespace {

QString translated(const char* source) { return QCoreApplication::translate("ProgressText", source); }

QString stageText(const Progress& progress) {
    switch (progress.stage) {
        case Stage::Waiting: return translated(QT_TRANSLATE_NOOP("ProgressText", "Starting…"));
        case Stage::Checking: return translated(QT_TRANSLATE_NOOP("ProgressText", "Checking the model…"));
        case Stage::Loading:
            // The item is the name of a tensor, which says nothing to a reader.
            if (progress.total <= 0) return translated(QT_TRANSLATE_NOOP("ProgressText", "Loading the model…"));
            return translated(QT_TRANSLATE_NOOP("ProgressText", "Loading the model, part %1 of %2"))
                .arg(progress.step)
                .arg(progress.total);
        case Stage::EncodingPrompt: return translated(QT_TRANSLATE_NOOP("ProgressText", "Reading the prompt…"));
        case Stage::MeasuringGates:
            return translated(QT_TRANSLATE_NOOP("ProgressText", "Measuring gates, %1 of %2"))
                .arg(progress.step)
                .arg(progress.total);
        case Stage::Sampling:
            return translated(QT_TRANSLATE_NOOP("ProgressText", "Sampling, step %1 of %2"))
                .arg(progress.step)
                .arg(progress.total);
        case Stage::Decoding: return translated(QT_TRANSLATE_NOOP("ProgressText", "Decoding the picture…"));
        case Stage::Writing: return translated(QT_TRANSLATE_NOOP("ProgressText", "Writing…"));
        case Stage::Done: return translated(QT_TRANSLATE_NOOP("ProgressText", "Done"));
    }
    return {};
}

}  // namespace

QString etaText(double seconds) {
    if (seconds < 60.0)
        return translated(QT_TRANSLATE_NOOP("ProgressText", "%1 s"))
            .arg(std::max(1, static_cast<int>(std::ceil(seconds))));
    if (seconds < 600.0) {
        const int rounded = static_cast<int>(std::round(seconds / 5.0)) * 5;
        return translated(QT_TRANSLATE_NOOP("ProgressText", "%1 min %2 s")).arg(rounded / 60).arg(rounded % 60);
    }
    return translated(QT_TRANSLATE_NOOP("ProgressText", "%1 min")).arg(static_cast<int>(std::round(seconds / 60.0)));
}

QString progressText(const Progress& progress) {
    QString text = stageText(progress);
    if (progress.images > 1)
        text = translated(QT_TRANSLATE_NOOP("ProgressText", "Picture %1 of %2: %3"))
                   .arg(progress.image + 1)
                   .arg(progress.images)
                   .arg(text);
    if (progress.etaSeconds >= 0.0)
        text = translated(QT_TRANSLATE_NOOP("ProgressText", "%1 · %2 left")).arg(text, etaText(progress.etaSeconds));
    return text;
}

}  // namespace segmoe::ui
