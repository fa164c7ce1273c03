// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include "ui/bridge/engine_client.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

class BannerBar;

/// The banners of the first minutes: after a crash, at the first run, without a GPU; and the one of working offline.
/// Each one stays closed once it was closed, that one until the next time.
class StartNotices : public QObject {
    Q_OBJECT
public:
    StartNotices(StudioContext& context, BannerBar& banner, QObject* parent = nullptr);

    /// The last session did not end in order: `jobs` wait paused since then, and the mix it left unsaved is restored.
    void showCrash(int jobs, bool hasMix);
    /// The other two, whatever was closed before.
    void showFirstRun();
    /// secondsEach: of one picture; <= 0 = not known yet.
    void showNoGpu(double secondsEach);

private:
    void engineReady(const EngineFacts& facts);
    void followOffline();

    StudioContext m_context;
    BannerBar& m_banner;
};

}  // namespace segmoe::ui
