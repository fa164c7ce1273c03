// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include <QPointer>
#include <QThreadPool>

namespace segmoe::ui {

/// Runs `work` on a thread of the pool, then `done` with what it gave on the context's thread, unless the context is
/// gone by then. `work` must not throw and must own all that it uses.
template <class Work, class Done>
void runInBackground(QObject* context, Work work, Done done) {
    // Only its own thread may look whether the context still lives: a messenger of that thread carries the answer
    // there.
    auto* messenger = new QObject;
    messenger->moveToThread(context->thread());
    QThreadPool::globalInstance()->start(
        [messenger, context = QPointer<QObject>(context), work = std::move(work), done = std::move(done)] {
            QMetaObject::invokeMethod(
                messenger,
                [messenger, context, done, result = work()] {
                    if (context) done(result);
                    messenger->deleteLater();
                },
                Qt::QueuedConnection);
        });
}

}  // namespace segmoe::ui
