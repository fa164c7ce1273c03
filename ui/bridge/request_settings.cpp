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

void takePreferences(RenderRequest& request, const Settings& settings) {
    request.capture = static_cast<CaptureLevel>(settings.choice(keys::kCapture));
    request.recordTrace = request.capture != CaptureLevel::Off;
    request.noise = static_cast<NoiseSource>(settings.choice(keys::kNoise));
    request.weightRule = static_cast<WeightRule>(settings.choice(keys::kWeightRule));
    request.device = settings.get(keys::kDevice).toStdString();
    request.tiledDecode = static_cast<Toggle>(settings.choice(keys::kTiledDecode));
}

ModelSummary withDefaults(ModelSummary model, const Settings& settings) {
    if (model.architecture.family == ModelFamily::Custom) return model;
    const bool isXl = model.architecture.family == ModelFamily::Sdxl;
    model.recommendedSteps = settings.get(isXl ? keys::kStepsSdxl : keys::kStepsSd);
    model.recommendedGuidance = settings.get(isXl ? keys::kCfgSdxl : keys::kCfgSd);
    if (const auto sampler = parseSampler(settings.get(keys::kSampler).toStdString()))
        model.recommendedSampler = *sampler;
    const auto schedule = parseSchedule(settings.get(keys::kSchedule).toStdString());
    model.recommendedSchedule =
        schedule && isPossible(model.recommendedSampler, *schedule) ? *schedule : ScheduleKind::Normal;
    return model;
}

PictureSaving pictureSaving(const Settings& settings) {
    PictureSaving saving;
    saving.quality = settings.get(keys::kImageQuality);
    saving.level = static_cast<MetadataLevel>(settings.choice(keys::kImageMetadata));
    return saving;
}

GateDefaults gateDefaults(const Settings& settings) {
    constexpr GateMethod kMethods[] = {GateMethod::Hidden, GateMethod::HiddenCompat, GateMethod::Text,
                                       GateMethod::Random, GateMethod::Equal};
    constexpr int kSteps[] = {GateDefaults{}.steps, 1, 2, 3, 5};
    return {kMethods[settings.choice(keys::kGateMethod)], kSteps[settings.choice(keys::kGateSteps)]};
}

}  // namespace segmoe::ui
