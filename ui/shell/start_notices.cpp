// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/start_notices.h"

#include <algorithm>
#include <cmath>

#include <QFile>

#include "ui/bridge/settings.h"
#include "ui/mix/mix_actions.h"
#include "ui/queue/job_queue.h"
#include "ui/shell/banner_bar.h"
#include "ui/shell/navigator.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kFirstRun = u"first_run"_s;
const QString kNoGpu = u"no_gpu"_s;
const QString kOffline = u"offline"_s;
constexpr double kMinute = 60.0;

}  // namespace

StartNotices::StartNotices(StudioContext& context, BannerBar& banner, QObject* parent)
    : QObject(parent), m_context(context), m_banner(banner) {
    connect(&context.engine, &EngineClient::ready, this, &StartNotices::engineReady);
    connect(&context.settings, &Settings::changed, this, [this](const QString& key) {
        if (key == QLatin1String(keys::kOffline.name)) followOffline();
    });
    followOffline();
}

void StartNotices::followOffline() {
    m_banner.remove(kOffline);
    if (!m_context.settings.get(keys::kOffline)) return;
    m_banner.add({.id = kOffline,
                  .sentence = tr("You are offline. Models on disk still work."),
                  .buttons = {{u"offline_online_button"_s, tr("Go online"),
                               [this] { m_context.settings.set(keys::kOffline, false); }}},
                  .closed = {}});
}

void StartNotices::engineReady(const EngineFacts& facts) {
    if (!facts.starterFolder.isEmpty() && !m_context.settings.isBannerClosed(kFirstRun)) showFirstRun();
    const bool onlyCpu = std::all_of(facts.devices.begin(), facts.devices.end(),
                                     [](const QString& device) { return device == "cpu"_L1; });
    if (!onlyCpu || m_context.settings.isBannerClosed(kNoGpu)) return;
    showNoGpu(-1.0);
    // The first forecast of the form says how long a picture takes.
    auto* once = new QObject(this);
    connect(&m_context.engine, &EngineClient::forecast, once, [this, once](const MemoryForecast& forecast) {
        if (forecast.seconds <= 0.0) return;
        once->deleteLater();
        if (!m_context.settings.isBannerClosed(kNoGpu)) showNoGpu(forecast.seconds);
    });
}

void StartNotices::showFirstRun() {
    const auto toHubs = [this] {
        m_context.settings.closeBanner(kFirstRun);
        Q_EMIT m_context.navigator.hubSearchWanted({});
    };
    const auto toFolders = [this] {
        m_context.settings.closeBanner(kFirstRun);
        Q_EMIT m_context.navigator.modelFoldersWanted();
    };
    m_banner.add({.id = kFirstRun,
                  .sentence = tr("This starter mixture is small and draws simple pictures, so that every page works at "
                                 "once. Add full-size models to paint anything."),
                  .buttons = {{u"first_run_search_button"_s, tr("Find models…"), toHubs},
                              {u"first_run_local_button"_s, tr("Use my own models…"), toFolders}},
                  .closed = [this] { m_context.settings.closeBanner(kFirstRun); }});
}

void StartNotices::showNoGpu(double secondsEach) {
    const int seconds = static_cast<int>(std::ceil(secondsEach));
    const int minutes = static_cast<int>(std::ceil(secondsEach / kMinute));
    const QString time =
        secondsEach < kMinute ? tr("%n second(s)", nullptr, seconds) : tr("%n minute(s)", nullptr, minutes);
    m_banner.add({.id = kNoGpu,
                  .sentence = secondsEach <= 0.0
                                  ? tr("No supported GPU was found. Rendering uses the CPU.")
                                  : tr("No supported GPU was found. Rendering uses the CPU: about %1 per image at "
                                       "these settings.")
                                        .arg(time),
                  .buttons = {{u"no_gpu_settings_button"_s, tr("Device settings"),
                               [this] {
                                   m_context.settings.closeBanner(kNoGpu);
                                   Q_EMIT m_context.navigator.settingsWanted(u"device"_s);
                               }}},
                  .closed = [this] { m_context.settings.closeBanner(kNoGpu); }});
}

void StartNotices::showCrash(int jobs, bool hasMix) {
    Banner banner{
        .id = u"crash"_s,
        .sentence =
            jobs == 0 ? tr("SegMoE Studio closed unexpectedly. Your mix was kept.")
            : hasMix  ? tr("SegMoE Studio closed unexpectedly. Your mix and %n queued job(s) were kept.", nullptr, jobs)
                      : tr("SegMoE Studio closed unexpectedly. %n queued job(s) were kept.", nullptr, jobs),
        .buttons = {},
        .warning = true,
        .closed = {}};
    if (jobs > 0)
        banner.buttons = {{u"crash_restore_button"_s, tr("Restore queue"), [this] { m_context.queue.resume(); }},
                          {u"crash_discard_button"_s, tr("Discard"), [this] {
                               m_context.queue.cancelAllWaiting();
                               m_context.queue.clearFinished();
                               m_context.queue.resume();
                           }}};
    else
        banner.buttons = {
            {u"crash_mix_button"_s, tr("Show mix"), [this] { Q_EMIT m_context.navigator.pageWanted(PageId::Mix); }},
            {u"crash_discard_button"_s, tr("Discard"), [this] { QFile::remove(mixRecoveryFile(m_context.settings)); }}};
    m_banner.add(banner, true);
}

}  // namespace segmoe::ui
