// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>
#include <utility>

#include <QTimer>

namespace segmoe::ui {

/// Does one thing in a turn of the event loop, in order: answers that arrive faster than they are taken in leave room
/// for drawing and typing between them. What still waits when the queue is deleted, by one of them too, is dropped.
class TurnQueue {
public:
    TurnQueue() {
        m_turn.setInterval(0);
        m_turn.callOnTimeout([this] { next(); });
    }

    void add(std::function<void()> act) {
        m_waiting.push_back(std::move(act));
        m_turn.start();
    }

private:
    void next() {
        const auto act = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (m_waiting.empty()) m_turn.stop();
        act();
    }

    std::deque<std::function<void()>> m_waiting;
    QTimer m_turn;
};

}  // namespace segmoe::ui
