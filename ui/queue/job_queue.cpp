// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/queue/job_queue.h"

#include <algorithm>

#include "ui/queue/random_seed.h"
#include "ui/queue/work_text.h"

namespace segmoe::ui {

namespace {

constexpr int kSlowStop = 5000;
constexpr std::size_t kEndedKept = 200;

void freeze(EngineWork& work) {
    if (auto* render = std::get_if<RenderWork>(&work); render && render->request.seed < 0)
        render->request.seed = randomSeed();
}

}  // namespace

JobQueue::JobQueue(EngineClient& client, QObject* parent) : QObject(parent), m_client(client) {
    m_clock.start();
    m_slowStop.setSingleShot(true);
    m_slowStop.setInterval(kSlowStop);
    connectClient();
    connect(&m_slowStop, &QTimer::timeout, this, [this] {
        QueueJob* running = job(m_current);
        if (!running || running->state != JobState::Cancelling) return;
        running->slowToStop = true;
        Q_EMIT changed(m_current);
    });
}

QueueJob& JobQueue::make(std::optional<EngineWork> work, const QString& title, const QString& detail) {
    const QueueId id{++m_lastId};
    QueueJob& made = m_jobs[id];
    made.id = id;
    made.title = title;
    made.detail = detail;
    made.work = std::move(work);
    return made;
}

QueueId JobQueue::add(EngineWork work, const QString& title, QueueId group) {
    freeze(work);
    const QString detail = workDetail(work);
    const QString name = title.isEmpty() ? workTitle(work) : title;
    QueueJob& made = make(std::move(work), name, detail);
    if (QueueJob* parent = job(group)) {
        made.parent = group;
        parent->children.push_back(made.id);
        updateGroup(group);
    } else {
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(endOfLive()), made.id);
    }
    const QueueId id = made.id;
    Q_EMIT rowsChanged();
    startNext();
    return id;
}

QueueId JobQueue::addFirst(EngineWork work, const QString& title) {
    const bool wasPaused = std::exchange(m_paused, true);  // not before it stands in its place
    const QueueId id = add(std::move(work), title);
    first(id);
    m_paused = wasPaused;
    startNext();
    return id;
}

QueueId JobQueue::addGroup(const QString& title, const QString& detail) {
    QueueJob& made = make(std::nullopt, title, detail);
    m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(endOfLive()), made.id);
    Q_EMIT rowsChanged();
    return made.id;
}

const QueueJob* JobQueue::find(QueueId id) const {
    const auto found = m_jobs.find(id);
    return found == m_jobs.end() ? nullptr : &found->second;
}

QueueJob* JobQueue::job(QueueId id) {
    const auto found = m_jobs.find(id);
    return found == m_jobs.end() ? nullptr : &found->second;
}

std::size_t JobQueue::endOfLive() const {
    return static_cast<std::size_t>(
        std::ranges::find_if(m_rows, [this](QueueId id) { return isEnded(find(id)->state); }) - m_rows.begin());
}

void JobQueue::first(QueueId id) {
    const auto at = std::ranges::find(m_rows, id);
    if (at == m_rows.end() || find(id)->state != JobState::Waiting) return;
    // Before every row that still has something to run, the rest of a group under way included.
    const auto target = std::ranges::find_if(m_rows, [this](QueueId row) {
        const QueueJob* other = find(row);
        return other->state == JobState::Waiting || (other->isGroup() && !isEnded(other->state));
    });
    if (target < at) std::rotate(target, at, at + 1);
    Q_EMIT rowsChanged();
}

void JobQueue::move(QueueId id, int places) {
    const auto waits = [this](QueueId row) { return find(row)->state == JobState::Waiting; };
    auto at = std::ranges::find(m_rows, id);
    if (at == m_rows.end() || !waits(id)) return;
    for (; places < 0 && at != m_rows.begin() && waits(*(at - 1)); ++places, --at) std::iter_swap(at, at - 1);
    for (; places > 0 && at + 1 != m_rows.end() && waits(*(at + 1)); --places, ++at) std::iter_swap(at, at + 1);
    Q_EMIT rowsChanged();
}

void JobQueue::cancel(QueueId id) {
    QueueJob* target = job(id);
    if (!target) return;
    if (!target->isGroup()) return cancelOne(*target);
    const std::vector<QueueId> children = target->children;
    for (QueueId child : children)
        if (QueueJob* one = job(child)) cancelOne(*one);
}

void JobQueue::cancelOne(QueueJob& one) {
    if (one.state == JobState::Waiting) {
        setState(one, JobState::Cancelled);
        settle(one.id);
    } else if (isActive(one.state) && one.state != JobState::Cancelling) {
        m_skipping = false;
        m_slowStop.start();
        setState(one, JobState::Cancelling);
        m_client.cancel(m_engineJob);
    }
}

void JobQueue::cancelCurrent() { cancel(m_current); }

void JobQueue::cancelAllWaiting() {
    std::vector<QueueId> waiting;
    for (const auto& [id, one] : m_jobs)
        if (!one.isGroup() && one.state == JobState::Waiting) waiting.push_back(id);
    for (QueueId id : waiting) cancel(id);
}

bool JobQueue::canSkipPicture() const {
    const QueueJob* running = current();
    const RenderRequest* request = running ? running->request() : nullptr;
    return request && running->state == JobState::Running && !m_skipping &&
           m_offset + m_doneInRun + request->imagesAtOnce < request->images;
}

void JobQueue::skipPicture() {
    if (!canSkipPicture()) return;
    m_skipping = true;
    m_client.cancel(m_engineJob);
}

void JobQueue::pause() {
    if (std::exchange(m_paused, true)) return;
    Q_EMIT pausedChanged(true);
}

void JobQueue::resume() {
    if (!std::exchange(m_paused, false)) return;
    Q_EMIT pausedChanged(false);
    startNext();
}

void JobQueue::retry(QueueId id) {
    QueueJob* again = job(id);
    if (!again || !isEnded(again->state)) return;
    const std::vector<QueueId> all = again->isGroup() ? again->children : std::vector<QueueId>{id};
    for (QueueId one : all) {
        QueueJob& reset = *job(one);
        if (again->isGroup() && reset.state == JobState::Done) continue;
        reset.progress = {};
        reset.etaSeconds = reset.seconds = -1.0;
        reset.lastStep = 0;
        reset.slowToStop = false;
        reset.pictures.clear();
        setState(reset, JobState::Waiting);
    }
    const QueueId row = again->parent == QueueId::None ? id : again->parent;
    if (again->parent != QueueId::None) updateGroup(again->parent);
    std::erase(m_rows, row);
    m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(endOfLive()), row);
    Q_EMIT rowsChanged();
    startNext();
}

void JobQueue::retryFailed() {
    const std::vector<QueueId> rows = m_rows;
    for (QueueId id : rows)
        if (find(id)->state == JobState::Failed) retry(id);
}

void JobQueue::erase(QueueId id) {
    const std::vector<QueueId> children = job(id)->children;
    for (QueueId child : children) m_jobs.erase(child);
    m_jobs.erase(id);
    std::erase(m_rows, id);
}

void JobQueue::remove(QueueId id) {
    const QueueJob* gone = find(id);
    if (!gone || gone->parent != QueueId::None || isActive(gone->state)) return;
    erase(id);
    Q_EMIT rowsChanged();
}

void JobQueue::removeEnded(bool failedOnly) {
    const std::vector<QueueId> rows = m_rows;
    for (QueueId id : rows)
        if (failedOnly ? find(id)->state == JobState::Failed : isEnded(find(id)->state)) erase(id);
    Q_EMIT rowsChanged();
}

void JobQueue::clearFinished() { removeEnded(false); }

void JobQueue::clearFailed() { removeEnded(true); }

void JobQueue::setPictureFile(QueueId id, int picture, const QString& file) {
    QueueJob* owner = job(id);
    if (!owner || picture < 0 || picture >= static_cast<int>(owner->pictures.size())) return;
    owner->pictures[static_cast<std::size_t>(picture)].file = file;
    Q_EMIT changed(id);
}

int JobQueue::waitingCount() const {
    return static_cast<int>(std::ranges::count_if(
        m_jobs, [](const auto& entry) { return !entry.second.isGroup() && entry.second.state == JobState::Waiting; }));
}

void JobQueue::setState(QueueJob& one, JobState state) {
    if (one.state == state) return;
    one.state = state;
    Q_EMIT stateChanged(one.id, state);
    Q_EMIT changed(one.id);
    if (one.parent != QueueId::None) updateGroup(one.parent);
}

void JobQueue::updateGroup(QueueId group) {
    QueueJob* parent = job(group);
    if (!parent || parent->children.empty()) return;
    int ended = 0;
    int failed = 0;
    int cancelled = 0;
    bool active = false;
    double fraction = 0.0;
    for (QueueId id : parent->children) {
        const QueueJob& child = *find(id);
        ended += isEnded(child.state) ? 1 : 0;
        failed += child.state == JobState::Failed ? 1 : 0;
        cancelled += child.state == JobState::Cancelled ? 1 : 0;
        active = active || isActive(child.state);
        fraction += isEnded(child.state) ? 1.0 : std::max(0.0, child.progress.fraction);
        if (child.state == JobState::Failed) parent->failure = child.failure;
    }
    const int all = static_cast<int>(parent->children.size());
    parent->progress.step = ended;
    parent->progress.total = all;
    parent->progress.fraction = fraction / all;
    JobState state = active || ended > 0 ? JobState::Running : JobState::Waiting;
    if (ended == all) state = failed > 0 ? JobState::Failed : (cancelled > 0 ? JobState::Cancelled : JobState::Done);
    if (parent->state != state) {
        parent->state = state;
        Q_EMIT stateChanged(group, state);
    }
    Q_EMIT changed(group);
}

/// An ended row goes behind the waiting ones, in front of those that ended before.
void JobQueue::settle(QueueId id) {
    const QueueJob* ended = find(id);
    const QueueId row = ended->parent == QueueId::None ? id : ended->parent;
    if (!isEnded(find(row)->state)) return;
    std::erase(m_rows, row);
    m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(endOfLive()), row);
    dropOldest();
    Q_EMIT rowsChanged();
}

void JobQueue::dropOldest() {
    while (m_rows.size() - endOfLive() > kEndedKept) erase(m_rows.back());
}

}  // namespace segmoe::ui
