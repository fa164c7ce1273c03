// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

namespace segmoe::ui {

enum class ThemeMode { System, Light, Dark };
enum class Density { Comfortable, Compact };
enum class StartPage { Last, Mix, Render, Routing, Library, Gallery };
enum class PreviewMode { Off, Time, Steps };
enum class KeepPartial { Offer, Always, Never };
enum class ImageFormat { Png, Jpeg, Webp };
enum class ImageMetadata { Off, Text, Full };
enum class SaveCapture { Never, Starred, Always };

/// A setting: its key in the file, its default, and what it may be. Values outside are clamped when read.
struct FlagKey {
    const char* name;
    bool fallback;
};
struct IntKey {
    const char* name;
    int fallback, least, most;
};
struct NumberKey {
    const char* name;
    double fallback, least, most;
};
struct TextKey {
    const char* name;
    const char* fallback;
};
/// One of a few named values; the names are stored, not their numbers.
struct ChoiceKeyBase {
    const char* name;
    int fallback;
    std::array<const char*, 7> values;  ///< ends with nullptr
};
template <class E>
struct ChoiceKey : ChoiceKeyBase {};

/// Every setting with an effect (ui.md §18).
namespace keys {

inline constexpr TextKey kLanguage{"general/language", ""};
inline constexpr ChoiceKey<StartPage> kStartPage{
    {"general/startPage", 0, {"last", "mix", "render", "routing", "library", "gallery"}}};
inline constexpr FlagKey kNotifyDone{"general/notifyDone", true};
inline constexpr FlagKey kConfirmQuit{"general/confirmQuit", true};

inline constexpr ChoiceKey<ThemeMode> kTheme{{"appearance/theme", 0, {"system", "light", "dark"}}};
inline constexpr FlagKey kHighContrast{"appearance/highContrast", false};
inline constexpr FlagKey kReducedMotion{"appearance/reducedMotion", false};
inline constexpr NumberKey kTextScale{"appearance/textScale", 1.0, 0.9, 1.6};
inline constexpr ChoiceKey<Density> kDensity{{"appearance/density", 0, {"comfortable", "compact"}}};
inline constexpr FlagKey kExpertPatterns{"appearance/expertPatterns", true};

// For models that name none themselves; see withDefaults().
inline constexpr TextKey kSampler{"render/sampler", "dpmpp_2m"};  ///< samplerName()
inline constexpr TextKey kSchedule{"render/schedule", "karras"};  ///< scheduleName()
inline constexpr IntKey kStepsSd{"render/stepsSd", 20, 1, 150};
inline constexpr IntKey kStepsSdxl{"render/stepsSdxl", 25, 1, 150};
inline constexpr NumberKey kCfgSd{"render/cfgSd", 7.0, 1.0, 30.0};
inline constexpr NumberKey kCfgSdxl{"render/cfgSdxl", 5.0, 1.0, 30.0};
inline constexpr ChoiceKey<int> kNoise{{"render/rng", 0, {"cpu", "gpuCompatible"}}};  ///< NoiseSource
inline constexpr ChoiceKey<int> kWeightRule{{"render/weightRule", 0, {"keepMean", "plain", "fromEmpty"}}};
inline constexpr ChoiceKey<PreviewMode> kPreviewMode{{"render/previewMode", 1, {"off", "time", "steps"}}};
inline constexpr IntKey kPreviewMs{"render/previewMs", 500, 200, 5000};
inline constexpr IntKey kPreviewSteps{"render/previewSteps", 3, 1, 20};
inline constexpr ChoiceKey<KeepPartial> kKeepPartial{{"render/keepPartial", 0, {"offer", "always", "never"}}};
inline constexpr ChoiceKey<int> kRandomBits{{"render/randomBits", 0, {"32", "64"}}};
inline constexpr IntKey kHistorySize{"render/historySize", 20, 0, 100};

inline constexpr TextKey kDevice{"device/id", "auto"};
inline constexpr ChoiceKey<int> kPrecision{{"device/precision", 0, {"auto", "fp32", "bf16", "fp16"}}};  ///< Precision
inline constexpr IntKey kRamLimitPercent{"device/ramLimitPercent", 75, 30, 100};
inline constexpr IntKey kThreads{"device/threads", 0, 0, 256};
inline constexpr FlagKey kLowPriority{"device/lowPriority", true};
inline constexpr ChoiceKey<int> kTiledDecode{{"device/tiledDecode", 0, {"auto", "on", "off"}}};  ///< Toggle
inline constexpr IntKey kUnloadIdleMinutes{"device/unloadIdleMin", 10, 0, 240};                  ///< 0 = never

inline constexpr TextKey kImagePattern{"image/pattern", "{date}/{index}_{seed}"};
inline constexpr ChoiceKey<ImageFormat> kImageFormat{{"image/format", 0, {"png", "jpeg", "webp"}}};
inline constexpr IntKey kImageQuality{"image/quality", 90, 1, 100};
inline constexpr ChoiceKey<ImageMetadata> kImageMetadata{{"image/metadata", 2, {"off", "text", "full"}}};
inline constexpr FlagKey kCopyWithMetadata{"image/copyWithMetadata", true};
inline constexpr FlagKey kHashInBackground{"library/hashInBackground", true};
inline constexpr IntKey kThumbnailCacheMb{"library/thumbCacheMb", 512, 64, 8192};

inline constexpr ChoiceKey<int> kCapture{{"routing/capture", 2, {"off", "summary", "maps", "full"}}};  ///< CaptureLevel
inline constexpr IntKey kKeepCaptures{"routing/keepCaptures", 20, 1, 200};
inline constexpr NumberKey kCaptureMemoryGb{"routing/memoryLimitGb", 2.0, 0.25, 64.0};
inline constexpr ChoiceKey<SaveCapture> kSaveCapture{{"routing/saveWithImage", 1, {"never", "starred", "always"}}};
inline constexpr ChoiceKey<int> kHeatPalette{{"routing/palette", 0, {"cividis", "viridis", "greys"}}};
inline constexpr ChoiceKey<int> kHeatScale{{"routing/scale", 0, {"perLayer", "unit", "capture"}}};  ///< HeatScale
inline constexpr IntKey kOverlayOpacity{"routing/opacity", 55, 0, 100};

// Of a new mixture.
inline constexpr ChoiceKey<int> kGateMethod{
    {"mix/gateMethod", 0, {"hidden", "hiddenCompat", "text", "random", "equal"}}};  ///< gateDefaults()
inline constexpr ChoiceKey<int> kGateSteps{{"mix/gateSteps", 0, {"auto", "1", "2", "3", "5"}}};
inline constexpr IntKey kMixAutosaveSeconds{"mix/autosaveSec", 2, 1, 60};

inline constexpr IntKey kDownloadParallel{"download/parallel", 4, 1, 4};  ///< files at a time
inline constexpr IntKey kDownloadLimit{"download/limitMBs", 0, 0, 1000};  ///< MB per second, 0 = none
inline constexpr FlagKey kOffline{"hub/offline", false};
inline constexpr ChoiceKey<int> kMaturePreviews{
    {"hub/maturePreviews", 0, {"hidden", "blurred", "shown"}}};  ///< MaturePreviews

}  // namespace keys

}  // namespace segmoe::ui
