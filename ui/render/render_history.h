// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>

#include <QObject>

#include "core/domain/render_request.h"

namespace segmoe::ui {

/// The last settings that were queued or replaced, newest first; kept in a file of the profile.
class RenderHistory : public QObject {
    Q_OBJECT
public:
    /// An empty file name keeps them for this session only.
    explicit RenderHistory(const QString& file, QObject* parent = nullptr);

    void setLimit(int limit);
    /// Goes to the front; an equal one (whatever its seed) moves there.
    void add(const RenderRequest& request);
    const std::deque<RenderRequest>& entries() const { return m_entries; }
    /// "a lighthouse on … · 512×512, 20 steps, seed 42".
    static QString label(const RenderRequest& request);

    /// The prompts one older (-1) or newer (+1) than those shown last; null at either end. The walk starts over with
    /// restart().
    const RenderRequest* walk(int direction);
    void restart() { m_place = -1; }

private:
    void load();
    void save() const;

    QString m_file;
    std::deque<RenderRequest> m_entries;
    int m_limit = 20;
    int m_place = -1;
};

}  // namespace segmoe::ui
