// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/release_notices.h"

#include <algorithm>
#include <chrono>

#include <QDesktopServices>
#include <QUrl>

#include "ui/bridge/engine_client.h"
#include "ui/shell/banner_bar.h"
#include "ui/shell/navigator.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

/// Timers know nothing of sleep and of clocks that are set: look again at least this often.
constexpr std::chrono::milliseconds kLongestSleep = std::chrono::hours(1);

}  // namespace

ReleaseNotices::ReleaseNotices(const StudioContext& context, BannerBar& banner, QObject* parent, Clock clock)
    : QObject(parent), m_context(context), m_banner(banner), m_clock(std::move(clock)), m_reminders(context.settings) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ReleaseNotices::look);
    connect(&m_reminders, &ReleaseReminders::changed, this, &ReleaseNotices::look);
    connect(&context.engine, &EngineClient::ready, this, &ReleaseNotices::look);
}

void ReleaseNotices::look() {
    const QDateTime now = m_clock();
    m_timer.stop();
    for (const ReleaseReminder& reminder : m_reminders.all()) {
        if (reminder.until <= now) {
            if (!m_shown.contains(reminder.reference)) show(reminder);
            continue;
        }
        const std::chrono::milliseconds left(now.msecsTo(reminder.until) + 1);
        m_timer.start(std::min(left, kLongestSleep));
        return;  // the others come later
    }
}

void ReleaseNotices::show(const ReleaseReminder& reminder) {
    m_shown.insert(reminder.reference);
    const auto forget = [this, reference = reminder.reference] {
        m_shown.remove(reference);
        m_reminders.remove(reference);
    };
    const auto get = [this, forget, reference = reminder.reference] {
        forget();
        Q_EMIT m_context.navigator.hubModelWanted(reference);
    };
    const auto open = [forget, page = reminder.page] {
        forget();
        QDesktopServices::openUrl(QUrl(page));
    };
    Banner banner{.id = u"release:"_s + reminder.reference,
                  .sentence = tr("The early access of “%1” is over: everybody may fetch it now.").arg(reminder.name),
                  .buttons = {{u"release_get_button"_s, tr("Get"), get}},
                  .closed = forget};
    // What is kept in a file may have been written by anybody.
    if (reminder.page.startsWith("https://"_L1))
        banner.buttons.push_back({u"release_page_button"_s, tr("Open model page"), open});
    m_banner.add(banner);
}

}  // namespace segmoe::ui
