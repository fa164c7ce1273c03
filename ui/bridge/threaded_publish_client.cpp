// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/threaded_publish_client.h"

#include <algorithm>
#include <memory>

#include <QElapsedTimer>

#include "ui/bridge/event_throttle.h"
#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kProgressMs = 100;

/// Hands ten values a second to the thread of `owner`.
ProgressSink thinned(QObject* owner, const std::function<void(const Progress&)>& tell) {
    auto throttle = std::make_shared<EventThrottle>(kProgressMs);
    auto clock = std::make_shared<QElapsedTimer>();
    auto stage = std::make_shared<std::pair<Stage, std::string>>(Stage::Waiting, std::string());
    clock->start();
    return [=](const Progress& progress) {
        const std::pair now(progress.stage, progress.item);
        if (now != *stage) throttle->reset();
        if (!throttle->admit(clock->elapsed())) return;
        *stage = now;
        QMetaObject::invokeMethod(
            owner, [tell, progress] { tell(progress); }, Qt::QueuedConnection);
    };
}

}  // namespace

ThreadedPublishClient::ThreadedPublishClient(const Factory& factory, QObject* parent)
    : PublishClient(parent),
      m_plans(this, u"publish plan"_s, factory),
      m_questions(this, u"publish questions"_s, factory),
      m_uploads(this, u"publish"_s, factory) {}

ThreadedPublishClient::~ThreadedPublishClient() {
    for (CancelToken* cancel : {&m_planCancel, &m_inspectCancel, &m_publishCancel}) cancel->cancel();
}

void ThreadedPublishClient::plan(const QString& folder) {
    m_planCancel.cancel();
    m_planCancel = CancelToken();
    m_plans.ask(
        [this, folder, cancel = m_planCancel](HubPublisher& publisher) -> std::function<void()> {
            return [this, cancel, plan = publisher.plan(toPath(folder), PartHashes::Known, {}, cancel)] {
                takePlan(plan, cancel);
            };
        },
        [this, folder](const Failure& failure) { Q_EMIT planFailed(folder, failure); });
}

void ThreadedPublishClient::takePlan(const PublishPlan& plan, const CancelToken& cancel) {
    if (cancel.isCancelled()) return;
    Q_EMIT planned(plan);
    if (!std::ranges::any_of(plan.parts, &MixturePart::isHashMissing)) return;
    const QString folder = pathText(plan.folder);
    const ProgressSink progress = thinned(this, [this, folder, cancel](const Progress& value) {
        if (!cancel.isCancelled()) Q_EMIT planProgressed(folder, value.fraction, toText(value.item));
    });
    m_plans.ask(
        [this, cancel, progress, path = plan.folder](HubPublisher& publisher) -> std::function<void()> {
            return [this, cancel, whole = publisher.plan(path, PartHashes::All, progress, cancel)] {
                if (!cancel.isCancelled()) Q_EMIT planned(whole);
            };
        },
        [this, folder](const Failure& failure) { Q_EMIT planFailed(folder, failure); });
}

void ThreadedPublishClient::inspect(const QString& repo) {
    m_inspectCancel.cancel();
    m_inspectCancel = CancelToken();
    m_questions.ask(
        [this, repo, cancel = m_inspectCancel](HubPublisher& publisher) -> std::function<void()> {
            return [this, cancel, target = publisher.inspect(repo.toStdString(), cancel)] {
                if (!cancel.isCancelled()) Q_EMIT inspected(target);
            };
        },
        [this, repo, cancel = m_inspectCancel](const Failure& failure) {
            if (!cancel.isCancelled()) Q_EMIT inspectFailed(repo, failure);
        });
}

void ThreadedPublishClient::upload(const HubPush& push) {
    m_publishCancel = CancelToken();
    const ProgressSink progress = thinned(this, [this](const Progress& value) { Q_EMIT publishProgressed(value); });
    m_uploads.ask(
        [this, push, progress, cancel = m_publishCancel](HubPublisher& publisher) -> std::function<void()> {
            return [this, report = publisher.publish(push, progress, cancel)] { Q_EMIT published(report); };
        },
        [this](const Failure& failure) { Q_EMIT publishFailed(failure); }, [this] { Q_EMIT publishCancelled(); });
}

}  // namespace segmoe::ui
