// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/start_notices.h"

#include <algorithm>

#include <QFile>

#include "ui/bridge/settings.h"
#include "ui/mix/mix_actions.h"
#include "ui/queue/job_queue.h"
#include "ui/shell/action_table.h"
#include "ui/shell/banner_bar.h"
#include "ui/shell/navigator.h"
#include "ui/shell/page_factory.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kFirstRun = u"first_run"_s;
const QString kNoGpu = u"no_gpu"_s;

}  // namespace

StartNotices::StartNotices(StudioContext& context, BannerBar& banner, QObject* parent)
    : QObject(parent), m_context(context), m_banner(banner) {
    connect(&context.engine, &EngineClient::ready, this, &StartNotices::engineReady);
}

void StartNotices::engineReady(const EngineFacts& facts) {
    if (!facts.starterFolder.isEmpty() && !m_context.settings.isBannerClosed(kFirstRun)) showFirstRun();
    const bool onlyCpu = std::all_of(facts.devices.begin(), facts.devices.end(),
                                     [](const QString& device) { return device == "cpu"_L1; });
    if (onlyCpu && !m_context.settings.isBannerClosed(kNoGpu)) showNoGpu();
}

void StartNotices::showFirstRun() {
    const auto pages = existingPages();
    const bool hasLibrary = std::find(pages.begin(), pages.end(), PageId::Library) != pages.end();
    const auto toModels = [this, hasLibrary] {
        m_context.settings.closeBanner(kFirstRun);
        if (hasLibrary)
            Q_EMIT m_context.navigator.pageWanted(PageId::Library);
        else
            m_context.actions.action(ActionId::FileOpen)->trigger();
    };
    m_banner.add({.id = kFirstRun,
                  .sentence = tr("This starter mixture is small and draws simple pictures, so that every page works at "
                                 "once. Add full-size models to paint anything."),
                  .buttons = {{u"first_run_local_button"_s, tr("Use my own models…"), toModels}},
                  .closed = [this] { m_context.settings.closeBanner(kFirstRun); }});
}

void StartNotices::showNoGpu() {
    m_banner.add({.id = kNoGpu,
                  .sentence = tr("No supported GPU was found. Rendering uses the CPU."),
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
