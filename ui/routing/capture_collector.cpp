// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/capture_collector.h"

#include "ui/bridge/qt_convert.h"
#include "ui/queue/job_queue.h"
#include "ui/routing/capture_store.h"
#include "ui/routing/routing_words.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTitleWords = 28;  ///< characters of the prompt

}  // namespace

QString captureTitle(const RenderRequest& request, std::int64_t seed) {
    QString prompt = toText(request.prompt).simplified();
    if (prompt.size() > kTitleWords) prompt = prompt.left(kTitleWords).trimmed() + u'…';
    QStringList acts;
    for (const RoutingRule& rule : request.routing.rules) {
        const QChar letter = expertLetter(rule.expert);
        switch (rule.act) {
            case RoutingRule::Act::Mute: acts << CaptureCollector::tr("without %1").arg(letter); break;
            case RoutingRule::Act::Solo: acts << CaptureCollector::tr("only %1").arg(letter); break;
            case RoutingRule::Act::Pin: acts << CaptureCollector::tr("%1 pinned").arg(letter); break;
            case RoutingRule::Act::Bias: acts << CaptureCollector::tr("%1 biased").arg(letter); break;
        }
    }
    acts.removeDuplicates();
    const QString what = acts.isEmpty() ? prompt : acts.mid(0, 3).join(u", "_s) + u" · "_s + prompt;
    return CaptureCollector::tr("%1, seed %2").arg(what).arg(seed);
}

CaptureCollector::CaptureCollector(JobQueue& queue, CaptureStore& store, QObject* parent)
    : QObject(parent), m_store(store) {
    connect(&queue, &JobQueue::pictureDone, this, &CaptureCollector::take);
}

void CaptureCollector::take(QueueId job, int index, const PicturePtr& picture) {
    if (picture->image.trace.empty()) {
        m_store.setSingleModel(toText(picture->request.model));
        return;
    }
    Capture capture;
    capture.id = captureId(job, picture->image.seed);
    capture.jobKey = u"job-%1"_s.arg(static_cast<quint64>(job));
    capture.title = captureTitle(picture->request, picture->image.seed);
    capture.image = picture->image;
    capture.request = picture->request;
    capture.request.seed = picture->image.seed;
    capture.request.images = 1;
    capture.imageIndex = index;
    capture.imageCount = picture->request.images;
    m_store.add(std::move(capture));
}

}  // namespace segmoe::ui
