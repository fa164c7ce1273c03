// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/queue/work_text.h"

#include <QCoreApplication>
#include <QLocale>

#include "ui/bridge/error_text.h"
#include "ui/bridge/qt_convert.h"
#include "ui/render/progress_text.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

class QueueText {
    Q_DECLARE_TR_FUNCTIONS(QueueText)
};

QString title(const RenderWork& work) {
    const QString prompt = toText(work.request.prompt).simplified();
    return prompt.isEmpty() ? QueueText::tr("(no prompt)") : prompt;
}

QString title(const BuildWork& work) { return QueueText::tr("Build %1").arg(toText(work.request.recipe.name)); }
QString title(const PredictWork& work) { return QueueText::tr("Predict experts: %1").arg(toText(work.prompt)); }
QString title(const SaveMixtureWork& work) {
    return QueueText::tr("Save %1").arg(toText(work.request.build.recipe.name));
}

QString expertsText(const MixRecipe& recipe) {
    return QueueText::tr("%n expert(s)", "", static_cast<int>(recipe.experts.size()));
}

QString detail(const BuildWork& work) { return expertsText(work.request.recipe); }
QString detail(const PredictWork& work) { return expertsText(work.request.recipe); }
QString detail(const SaveMixtureWork& work) { return pathText(work.request.output); }

QString detail(const RenderWork& work) {
    const RenderRequest& request = work.request;
    QStringList parts;
    if (request.width > 0) parts << QueueText::tr("%1×%2").arg(request.width).arg(request.height);
    if (request.steps > 0) parts << QueueText::tr("%n step(s)", "", request.steps);
    if (request.images > 1) parts << QueueText::tr("%n picture(s)", "", request.images);
    if (request.routing.topK > 0) parts << QueueText::tr("%n active expert(s)", "", request.routing.topK);
    return parts.join(u", "_s);
}

QString kind(const RenderWork&) { return u"render"_s; }
QString kind(const BuildWork&) { return u"build"_s; }
QString kind(const PredictWork&) { return u"predict"_s; }
QString kind(const SaveMixtureWork&) { return u"save_mixture"_s; }

QString icon(const RenderWork&) { return u"picture"_s; }
QString icon(const BuildWork&) { return u"build"_s; }
QString icon(const PredictWork&) { return u"chart"_s; }
QString icon(const SaveMixtureWork&) { return u"save"_s; }

}  // namespace

QString workTitle(const EngineWork& work) {
    return std::visit([](const auto& kind) { return title(kind); }, work);
}

QString workDetail(const EngineWork& work) {
    return std::visit([](const auto& kind) { return detail(kind); }, work);
}

QString jobKind(const EngineWork& work) {
    return std::visit([](const auto& one) { return kind(one); }, work);
}

QString workIcon(const EngineWork& work) {
    return std::visit([](const auto& kind) { return icon(kind); }, work);
}

QString requestText(const RenderRequest& request) {
    QString text = toText(request.prompt);
    if (request.negative && !request.negative->empty()) text += u"\nNegative prompt: "_s + toText(*request.negative);
    QStringList pairs{u"Steps: %1"_s.arg(request.steps), u"Sampler: "_s + toText(samplerTitle(request.sampler))};
    if (request.schedule != ScheduleKind::Normal)
        pairs << u"Schedule type: "_s + toText(scheduleTitle(request.schedule));
    pairs << u"CFG scale: %1"_s.arg(request.guidanceScale) << u"Seed: %1"_s.arg(request.seed)
          << u"Size: %1x%2"_s.arg(request.width).arg(request.height);
    if (request.clipSkip > 1) pairs << u"Clip skip: %1"_s.arg(request.clipSkip);
    return text + u'\n' + pairs.join(u", "_s);
}

QString jobStateText(const QueueJob& job) {
    switch (job.state) {
        case JobState::Waiting: return QueueText::tr("waiting");
        case JobState::Loading:
        case JobState::Running: {
            if (job.isGroup()) return QueueText::tr("%1 of %2 done").arg(job.progress.step).arg(job.children.size());
            Progress progress = job.progress;
            progress.etaSeconds = job.etaSeconds;
            return progressText(progress);
        }
        case JobState::Cancelling:
            return job.slowToStop ? QueueText::tr("Cancelling… finishing the current layer")
                                  : QueueText::tr("Cancelling…");
        case JobState::Cancelled:
            return job.lastStep > 0 ? QueueText::tr("Cancelled at step %1").arg(job.lastStep)
                                    : QueueText::tr("Cancelled");
        case JobState::Done:
            return job.seconds < 0.0 ? QueueText::tr("done")
                                     : QueueText::tr("%1 s").arg(QLocale().toString(job.seconds, 'f', 1));
        case JobState::Failed: return errorText(job.failure.code).sentence;
    }
    return {};
}

}  // namespace segmoe::ui
