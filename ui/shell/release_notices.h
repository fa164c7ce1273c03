// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include "ui/library/release_reminders.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

class BannerBar;

/// Says when an offer that somebody waits for has left early access: at the start, or when its time comes. Its banner
/// stays until somebody has seen it.
class ReleaseNotices : public QObject {
    Q_OBJECT
public:
    using Clock = std::function<QDateTime()>;
    ReleaseNotices(
        const StudioContext& context, BannerBar& banner, QObject* parent = nullptr,
        Clock clock = [] { return QDateTime::currentDateTimeUtc(); });

    /// Looks what is due now.
    void look();

private:
    void show(const ReleaseReminder& reminder);

    StudioContext m_context;
    BannerBar& m_banner;
    Clock m_clock;
    ReleaseReminders m_reminders;
    QSet<QString> m_shown;
    QTimer m_timer;
};

}  // namespace segmoe::ui
