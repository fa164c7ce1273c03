// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/request_settings.h"

#include "ui/bridge/settings.h"

namespace segmoe::ui {

void applySettings(RenderRequest& request, const Settings& settings) {
    if (request.device == "auto") request.device = settings.get(keys::kDevice).toStdString();
    if (request.precision == Precision::Auto)
        request.precision = static_cast<Precision>(settings.choice(keys::kPrecision));
    if (request.tiledDecode == Toggle::Auto)
        request.tiledDecode = static_cast<Toggle>(settings.choice(keys::kTiledDecode));
    switch (settings.get(keys::kPreviewMode)) {
        case PreviewMode::Off: request.previewEvery = 0; break;
        case PreviewMode::Time: request.previewEvery = 1; break;
        case PreviewMode::Steps: request.previewEvery = settings.get(keys::kPreviewSteps); break;
    }
}

}  // namespace segmoe::ui
