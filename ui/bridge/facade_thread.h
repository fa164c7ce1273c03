// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <utility>

#include <QObject>
#include <QString>
#include <QThread>

#include "core/base/error.h"
#include "core/engine/failure.h"
#include "ui/bridge/caught_failure.h"

namespace segmoe::ui {

/// A blocking facade of the core on a thread of its own, which starts with the first question. Answers run on the
/// thread of the owner, in the order of the questions.
template <class Facade>
class FacadeThread {
public:
    using Factory = std::function<std::unique_ptr<Facade>()>;
    using Answer = std::function<void()>;
    using Question = std::function<Answer(Facade&)>;
    using Failed = std::function<void(const Failure&)>;

    /// owner: outlives this, and is the context of the answers. The factory is called on the thread.
    FacadeThread(QObject* owner, const QString& name, Factory factory)
        : m_owner(owner), m_worker(new Worker{std::move(factory)}) {
        m_thread.setObjectName(name);
        m_worker->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    }
    /// Waits for the question under way: cancel it before.
    ~FacadeThread() {
        const bool ran = m_thread.isRunning();
        m_thread.quit();
        m_thread.wait();
        if (!ran) delete m_worker;
    }
    FacadeThread(const FacadeThread&) = delete;
    FacadeThread& operator=(const FacadeThread&) = delete;

    /// `question` runs on the thread, what it returns on the owner's; so does `failed`, for whatever it threw. A
    /// cancelled question has no answer unless `cancelled` gives one.
    void ask(Question question, Failed failed, Answer cancelled = {}) {
        if (!m_thread.isRunning()) m_thread.start(QThread::LowPriority);
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, owner = m_owner, question = std::move(question),
                                             failed = std::move(failed), cancelled = std::move(cancelled)] {
            const auto reply = [owner](Answer answer) {
                if (answer) QMetaObject::invokeMethod(owner, std::move(answer), Qt::QueuedConnection);
            };
            try {
                reply(question(worker->facade()));
            } catch (const Cancelled&) {
                reply(cancelled);
            } catch (...) {
                reply([failed, failure = caughtFailure()] { failed(failure); });
            }
        });
    }

private:
    struct Worker : QObject {
        explicit Worker(Factory make) : factory(std::move(make)) {}
        Facade& facade() {
            if (!made) made = factory();
            if (!made) throw Error(ErrorCode::NotAvailable, "This installation cannot ask the model sites.");
            return *made;
        }
        Factory factory;
        std::unique_ptr<Facade> made;
    };

    QObject* m_owner;
    QThread m_thread;
    Worker* m_worker;  ///< deleted by its thread
};

}  // namespace segmoe::ui
