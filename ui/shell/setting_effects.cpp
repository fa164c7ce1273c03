// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/setting_effects.h"

#include "ui/bridge/engine_client.h"
#include "ui/bridge/library_client.h"
#include "ui/bridge/settings.h"
#include "ui/queue/job_queue.h"
#include "ui/queue/picture_saver.h"
#include "ui/routing/capture_store.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

SettingEffects::SettingEffects(StudioContext& context, QObject* parent) : QObject(parent), m_context(context) {
    connect(&context.settings, &Settings::changed, this, &SettingEffects::changed);
    connect(&context.engine, &EngineClient::ready, this, &SettingEffects::applyEngine);
    applyPictures();
    applyCaptures();
    applyLibrary();
    // A disk that reads for digests would keep a model from being loaded.
    const auto rest = [queue = &context.queue, library = &context.engine.library()] {
        library->restIdentifying(!queue->isIdle());
    };
    connect(&context.queue, &JobQueue::rowsChanged, this, rest);
    connect(&context.queue, &JobQueue::stateChanged, this, rest);
    connect(&context.queue, &JobQueue::finished, this, rest);
    // Before the first job, which starts the threads that compute.
    if (context.settings.get(keys::kLowPriority)) context.engine.lowerPriority();
}

void SettingEffects::changed(const QString& key) {
    if (key.startsWith("appearance/"_L1))
        m_context.theme.setOptions(themeOptions(m_context.settings));
    else if (key.startsWith("image/"_L1))
        applyPictures();
    else if (key.startsWith("routing/"_L1))
        applyCaptures();
    else if (key == QLatin1StringView(keys::kHashInBackground.name))
        applyLibrary();
    else if (key.startsWith("device/"_L1) || key.startsWith("render/preview"_L1))
        applyEngine();
}

void SettingEffects::applyPictures() {
    const Settings& settings = m_context.settings;
    const QString suffixes[] = {u"png"_s, u"jpg"_s, u"webp"_s};
    m_context.pictures.setTarget(settings.pictureFolder(), settings.get(keys::kImagePattern),
                                 suffixes[settings.choice(keys::kImageFormat)]);
}

void SettingEffects::applyCaptures() {
    constexpr double kGigabyte = 1e9;
    const Settings& settings = m_context.settings;
    m_context.captures->setLimits(settings.get(keys::kKeepCaptures),
                                  static_cast<qint64>(settings.get(keys::kCaptureMemoryGb) * kGigabyte));
}

void SettingEffects::applyLibrary() {
    m_context.engine.library().setIdentifying(m_context.settings.get(keys::kHashInBackground));
}

void SettingEffects::applyEngine() {
    const Settings& settings = m_context.settings;
    m_context.engine.setThreads(settings.get(keys::kThreads));
    m_context.engine.setMemoryPercent(settings.get(keys::kRamLimitPercent));
    const bool byTime = settings.get(keys::kPreviewMode) == PreviewMode::Time;
    m_context.engine.setPreviewInterval(byTime ? settings.get(keys::kPreviewMs) : 0);
}

}  // namespace segmoe::ui
