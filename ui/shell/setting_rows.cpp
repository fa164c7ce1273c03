// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/setting_rows.h"

#include <QCoreApplication>

#include "ui/bridge/hub_keys.h"

namespace segmoe::ui {

namespace {

// Only what has an effect. A new setting: its key in ui/bridge/setting_keys.h, its row here.
constexpr SettingRow kRows[] = {
    {SettingSection::General, QT_TRANSLATE_NOOP("SettingRows", "Language"),
     QT_TRANSLATE_NOOP("SettingRows", "Language of the texts in this window."), OwnSetting::Language, true},
    {SettingSection::General, QT_TRANSLATE_NOOP("SettingRows", "Open with"),
     QT_TRANSLATE_NOOP("SettingRows", "The page shown at the next start."),
     ChoiceSetting{&keys::kStartPage,
                   {QT_TRANSLATE_NOOP("SettingRows", "Last page"), QT_TRANSLATE_NOOP("SettingRows", "Mix"),
                    QT_TRANSLATE_NOOP("SettingRows", "Render"), QT_TRANSLATE_NOOP("SettingRows", "Routing"),
                    QT_TRANSLATE_NOOP("SettingRows", "Library"), QT_TRANSLATE_NOOP("SettingRows", "Gallery")}}},
    {SettingSection::General, QT_TRANSLATE_NOOP("SettingRows", "Tell me when a job is done"),
     QT_TRANSLATE_NOOP("SettingRows", "Only while the window is not active."), &keys::kNotifyDone},
    {SettingSection::General, QT_TRANSLATE_NOOP("SettingRows", "Ask before quitting with work running"),
     QT_TRANSLATE_NOOP("SettingRows", "Otherwise the running job is stopped and the waiting ones are kept."),
     &keys::kConfirmQuit},
    {SettingSection::General, QT_TRANSLATE_NOOP("SettingRows", "Downloads at a time"),
     QT_TRANSLATE_NOOP("SettingRows", "Files that are fetched together."),
     NumberSetting{&keys::kDownloadParallel, "", ""}},
    {SettingSection::General, QT_TRANSLATE_NOOP("SettingRows", "Speed limit of downloads"),
     QT_TRANSLATE_NOOP("SettingRows", "For all of them together."),
     NumberSetting{&keys::kDownloadLimit, QT_TRANSLATE_NOOP("SettingRows", " MB/s"),
                   QT_TRANSLATE_NOOP("SettingRows", "Unlimited")}},
    {SettingSection::General, QT_TRANSLATE_NOOP("SettingRows", "Check hashes in the background"),
     QT_TRANSLATE_NOOP("SettingRows",
                       "Finds copies in the library, and names the models of pictures. Rests while the "
                       "engine works."),
     &keys::kHashInBackground},
    {SettingSection::Appearance, QT_TRANSLATE_NOOP("SettingRows", "Theme"),
     QT_TRANSLATE_NOOP("SettingRows", "System follows the light or dark appearance of the desktop."),
     ChoiceSetting{&keys::kTheme,
                   {QT_TRANSLATE_NOOP("SettingRows", "System"), QT_TRANSLATE_NOOP("SettingRows", "Light"),
                    QT_TRANSLATE_NOOP("SettingRows", "Dark")}}},
    {SettingSection::Appearance, QT_TRANSLATE_NOOP("SettingRows", "Text size"),
     QT_TRANSLATE_NOOP("SettingRows", "Size of all texts of this window, relative to the desktop."),
     ScaleSetting{&keys::kTextScale}},
    {SettingSection::Appearance, QT_TRANSLATE_NOOP("SettingRows", "Spacing"),
     QT_TRANSLATE_NOOP("SettingRows", "Height of controls."),
     ChoiceSetting{&keys::kDensity,
                   {QT_TRANSLATE_NOOP("SettingRows", "Comfortable"), QT_TRANSLATE_NOOP("SettingRows", "Compact")}}},
    {SettingSection::Appearance, QT_TRANSLATE_NOOP("SettingRows", "High contrast"),
     QT_TRANSLATE_NOOP("SettingRows", "Lines as dark as text, no soft fills, a wider focus frame."),
     &keys::kHighContrast},
    {SettingSection::Appearance, QT_TRANSLATE_NOOP("SettingRows", "Reduce motion"),
     QT_TRANSLATE_NOOP("SettingRows", "Nothing fades or slides."), &keys::kReducedMotion},
    {SettingSection::Appearance, QT_TRANSLATE_NOOP("SettingRows", "Patterns for experts"),
     QT_TRANSLATE_NOOP("SettingRows", "Tell experts apart without colour."), &keys::kExpertPatterns},
    {SettingSection::Rendering, QT_TRANSLATE_NOOP("SettingRows", "Default sampler"),
     QT_TRANSLATE_NOOP("SettingRows", "For models that recommend none."), OwnSetting::Sampler},
    {SettingSection::Rendering, QT_TRANSLATE_NOOP("SettingRows", "Default noise"),
     QT_TRANSLATE_NOOP("SettingRows", "Spacing of noise levels, for models that recommend none."),
     OwnSetting::Schedule},
    {SettingSection::Rendering, QT_TRANSLATE_NOOP("SettingRows", "Default steps, SD"),
     QT_TRANSLATE_NOOP("SettingRows", "More steps, more time."), NumberSetting{&keys::kStepsSd, "", ""}},
    {SettingSection::Rendering, QT_TRANSLATE_NOOP("SettingRows", "Default CFG, SD"),
     QT_TRANSLATE_NOOP("SettingRows", "How strictly the prompt is followed."), DecimalSetting{&keys::kCfgSd, "", 0.5}},
    {SettingSection::Rendering, QT_TRANSLATE_NOOP("SettingRows", "Default steps, SDXL"),
     QT_TRANSLATE_NOOP("SettingRows", "More steps, more time."), NumberSetting{&keys::kStepsSdxl, "", ""}},
    {SettingSection::Rendering, QT_TRANSLATE_NOOP("SettingRows", "Default CFG, SDXL"),
     QT_TRANSLATE_NOOP("SettingRows", "How strictly the prompt is followed."),
     DecimalSetting{&keys::kCfgSdxl, "", 0.5}},
    {SettingSection::Rendering, QT_TRANSLATE_NOOP("SettingRows", "Live preview"),
     QT_TRANSLATE_NOOP("SettingRows", "A rough picture while sampling."),
     ChoiceSetting{&keys::kPreviewMode,
                   {QT_TRANSLATE_NOOP("SettingRows", "Off"), QT_TRANSLATE_NOOP("SettingRows", "After a time"),
                    QT_TRANSLATE_NOOP("SettingRows", "After some steps")}}},
    {SettingSection::Rendering, QT_TRANSLATE_NOOP("SettingRows", "Preview every"),
     QT_TRANSLATE_NOOP("SettingRows", "Shorter times cost a little speed."),
     NumberSetting{&keys::kPreviewMs, QT_TRANSLATE_NOOP("SettingRows", " ms"), ""}},
    {SettingSection::Rendering, QT_TRANSLATE_NOOP("SettingRows", "Preview every so many steps"), "",
     NumberSetting{&keys::kPreviewSteps, QT_TRANSLATE_NOOP("SettingRows", " steps"), ""}},
    {SettingSection::Rendering, QT_TRANSLATE_NOOP("SettingRows", "Noise source"),
     QT_TRANSLATE_NOOP("SettingRows", "The CPU gives the same picture on every machine."),
     ChoiceSetting{&keys::kNoise,
                   {QT_TRANSLATE_NOOP("SettingRows", "CPU"), QT_TRANSLATE_NOOP("SettingRows", "As on a GPU")}}},
    {SettingSection::Rendering, QT_TRANSLATE_NOOP("SettingRows", "Weight rule"),
     QT_TRANSLATE_NOOP("SettingRows", "How (word:1.2) changes the prompt."),
     ChoiceSetting{&keys::kWeightRule,
                   {QT_TRANSLATE_NOOP("SettingRows", "Keep the mean"), QT_TRANSLATE_NOOP("SettingRows", "Plain"),
                    QT_TRANSLATE_NOOP("SettingRows", "From empty")}}},
    {SettingSection::Rendering, QT_TRANSLATE_NOOP("SettingRows", "After cancelling, keep the preview"), "",
     ChoiceSetting{&keys::kKeepPartial,
                   {QT_TRANSLATE_NOOP("SettingRows", "Offer"), QT_TRANSLATE_NOOP("SettingRows", "Always"),
                    QT_TRANSLATE_NOOP("SettingRows", "Never")}}},
    {SettingSection::Rendering, QT_TRANSLATE_NOOP("SettingRows", "Size of random seeds"),
     QT_TRANSLATE_NOOP("SettingRows", "32 bits match other programs."),
     ChoiceSetting{&keys::kRandomBits,
                   {QT_TRANSLATE_NOOP("SettingRows", "32 bits"), QT_TRANSLATE_NOOP("SettingRows", "64 bits")}}},
    {SettingSection::Rendering, QT_TRANSLATE_NOOP("SettingRows", "Settings kept in history"), "",
     NumberSetting{&keys::kHistorySize, "", ""}},
    {SettingSection::Device, QT_TRANSLATE_NOOP("SettingRows", "Device"),
     QT_TRANSLATE_NOOP("SettingRows", "Used from the next job on."), OwnSetting::Device},
    {SettingSection::Device, QT_TRANSLATE_NOOP("SettingRows", "Precision"),
     QT_TRANSLATE_NOOP("SettingRows", "Automatic takes what the device computes fastest without visible loss."),
     ChoiceSetting{
         &keys::kPrecision,
         {QT_TRANSLATE_NOOP("SettingRows", "Automatic"), QT_TRANSLATE_NOOP("SettingRows", "32 bit"),
          QT_TRANSLATE_NOOP("SettingRows", "16 bit (bf16)"), QT_TRANSLATE_NOOP("SettingRows", "16 bit (fp16)")}}},
    {SettingSection::Device, QT_TRANSLATE_NOOP("SettingRows", "RAM limit"),
     QT_TRANSLATE_NOOP("SettingRows",
                       "Share of the memory that forecasts count with, and that experts may take that stay loaded."),
     NumberSetting{&keys::kRamLimitPercent, QT_TRANSLATE_NOOP("SettingRows", " %"), ""}},
    {SettingSection::Device, QT_TRANSLATE_NOOP("SettingRows", "Leave the computer responsive"),
     QT_TRANSLATE_NOOP("SettingRows", "Other programs go first while pictures are computed."), &keys::kLowPriority,
     true},
    {SettingSection::Device, QT_TRANSLATE_NOOP("SettingRows", "CPU threads"),
     QT_TRANSLATE_NOOP("SettingRows", "More threads than cores make nothing faster."),
     NumberSetting{&keys::kThreads, "", QT_TRANSLATE_NOOP("SettingRows", "Automatic")}},
    {SettingSection::Device, QT_TRANSLATE_NOOP("SettingRows", "Tiled decode"),
     QT_TRANSLATE_NOOP("SettingRows", "Decodes the picture in parts: less memory, a little slower."),
     ChoiceSetting{&keys::kTiledDecode,
                   {QT_TRANSLATE_NOOP("SettingRows", "Automatic"), QT_TRANSLATE_NOOP("SettingRows", "On"),
                    QT_TRANSLATE_NOOP("SettingRows", "Off")}}},
    {SettingSection::Device, QT_TRANSLATE_NOOP("SettingRows", "Unload when idle"),
     QT_TRANSLATE_NOOP("SettingRows", "Frees the memory of loaded models after this time without work."),
     NumberSetting{&keys::kUnloadIdleMinutes, QT_TRANSLATE_NOOP("SettingRows", " min"),
                   QT_TRANSLATE_NOOP("SettingRows", "Never")}},
    {SettingSection::Device, QT_TRANSLATE_NOOP("SettingRows", "Loaded models"),
     QT_TRANSLATE_NOOP("SettingRows", "What is loaded and how to free it."), OwnSetting::LoadedModels},
    {SettingSection::Hubs, QT_TRANSLATE_NOOP("SettingRows", "Access tokens"),
     QT_TRANSLATE_NOOP("SettingRows", "They open gated and private models, and let you publish."), OwnSetting::Tokens},
    {SettingSection::Hubs, QT_TRANSLATE_NOOP("SettingRows", "Download folder"),
     QT_TRANSLATE_NOOP(
         "SettingRows",
         "Where models of CivitAI are kept. Those of Hugging Face stay in the cache that other programs share."),
     OwnSetting::ModelsFolder},
    {SettingSection::Hubs, QT_TRANSLATE_NOOP("SettingRows", "Work offline"),
     QT_TRANSLATE_NOOP("SettingRows", "Nothing is asked of any server. Models on this computer work as ever."),
     &keys::kOffline},
    {SettingSection::Hubs, QT_TRANSLATE_NOOP("SettingRows", "Mature previews"),
     QT_TRANSLATE_NOOP("SettingRows", "Pictures of CivitAI that are not for everybody."),
     ChoiceSetting{&keys::kMaturePreviews,
                   {QT_TRANSLATE_NOOP("SettingRows", "Hidden"), QT_TRANSLATE_NOOP("SettingRows", "Blurred"),
                    QT_TRANSLATE_NOOP("SettingRows", "Shown")}}},
    {SettingSection::Hubs, QT_TRANSLATE_NOOP("SettingRows", "Hugging Face address"),
     QT_TRANSLATE_NOOP("SettingRows",
                       "Use a mirror here. The token of Hugging Face is not sent there; a mirror has one of its own."),
     AddressSetting{&keys::kHfEndpoint, "https://huggingface.co"}},
    {SettingSection::Hubs, QT_TRANSLATE_NOOP("SettingRows", "Proxy"),
     QT_TRANSLATE_NOOP("SettingRows", "System follows HTTPS_PROXY, ALL_PROXY and NO_PROXY."),
     ChoiceSetting{&keys::kProxyMode,
                   {QT_TRANSLATE_NOOP("SettingRows", "System"), QT_TRANSLATE_NOOP("SettingRows", "None"),
                    QT_TRANSLATE_NOOP("SettingRows", "Manual")}}},
    {SettingSection::Hubs, QT_TRANSLATE_NOOP("SettingRows", "Proxy address"),
     QT_TRANSLATE_NOOP("SettingRows", "With Manual: http://host:port or socks5://host:port."),
     AddressSetting{&keys::kProxyUrl, "http://host:3128"}},
    {SettingSection::Images, QT_TRANSLATE_NOOP("SettingRows", "Image folder"),
     QT_TRANSLATE_NOOP("SettingRows", "Where rendered pictures are stored."), OwnSetting::PictureFolder},
    {SettingSection::Images, QT_TRANSLATE_NOOP("SettingRows", "File names"),
     QT_TRANSLATE_NOOP("SettingRows",
                       "Parts in braces are filled in: {date}, {time}, {index}, {seed}, {mix}, {width}, {height}. A / "
                       "makes a folder."),
     PatternSetting{&keys::kImagePattern}},
    {SettingSection::Images, QT_TRANSLATE_NOOP("SettingRows", "Format"),
     QT_TRANSLATE_NOOP("SettingRows", "PNG keeps everything exactly; JPEG and WebP are smaller."),
     ChoiceSetting{&keys::kImageFormat,
                   {QT_TRANSLATE_NOOP("SettingRows", "PNG"), QT_TRANSLATE_NOOP("SettingRows", "JPEG"),
                    QT_TRANSLATE_NOOP("SettingRows", "WebP")}}},
    {SettingSection::Images, QT_TRANSLATE_NOOP("SettingRows", "Quality"),
     QT_TRANSLATE_NOOP("SettingRows", "Of JPEG and WebP."), NumberSetting{&keys::kImageQuality, "", ""}},
    {SettingSection::Images, QT_TRANSLATE_NOOP("SettingRows", "Write settings into images"),
     QT_TRANSLATE_NOOP("SettingRows", "Text is what other programs read; full adds the mixture and its routing."),
     ChoiceSetting{&keys::kImageMetadata,
                   {QT_TRANSLATE_NOOP("SettingRows", "Off"), QT_TRANSLATE_NOOP("SettingRows", "Text"),
                    QT_TRANSLATE_NOOP("SettingRows", "Full")}}},
    {SettingSection::Images, QT_TRANSLATE_NOOP("SettingRows", "Copy and drag with settings"),
     QT_TRANSLATE_NOOP("SettingRows", "Otherwise only the pixels; “Copy without metadata” never takes more."),
     &keys::kCopyWithMetadata},
    {SettingSection::Images, QT_TRANSLATE_NOOP("SettingRows", "Preview cache"),
     QT_TRANSLATE_NOOP("SettingRows",
                       "Disk space for the small pictures of gallery and library; those made first go first."),
     NumberSetting{&keys::kThumbnailCacheMb, QT_TRANSLATE_NOOP("SettingRows", " MB"), ""}},
    {SettingSection::Routing, QT_TRANSLATE_NOOP("SettingRows", "Record routing"),
     QT_TRANSLATE_NOOP("SettingRows", "What a render keeps of its routing; maps take more memory."),
     ChoiceSetting{&keys::kCapture,
                   {QT_TRANSLATE_NOOP("SettingRows", "Off"), QT_TRANSLATE_NOOP("SettingRows", "Summary"),
                    QT_TRANSLATE_NOOP("SettingRows", "Maps"), QT_TRANSLATE_NOOP("SettingRows", "Full")}}},
    {SettingSection::Routing, QT_TRANSLATE_NOOP("SettingRows", "Captures kept"),
     QT_TRANSLATE_NOOP("SettingRows", "The oldest ones go first."), NumberSetting{&keys::kKeepCaptures, "", ""}},
    {SettingSection::Routing, QT_TRANSLATE_NOOP("SettingRows", "Memory for captures"),
     QT_TRANSLATE_NOOP("SettingRows", "The oldest ones go first."),
     DecimalSetting{&keys::kCaptureMemoryGb, QT_TRANSLATE_NOOP("SettingRows", " GB"), 0.25}},
    {SettingSection::Routing, QT_TRANSLATE_NOOP("SettingRows", "Save captures with images"),
     QT_TRANSLATE_NOOP("SettingRows", "A .segroute file beside the picture; the Routing page opens it again."),
     ChoiceSetting{&keys::kSaveCapture,
                   {QT_TRANSLATE_NOOP("SettingRows", "Never"), QT_TRANSLATE_NOOP("SettingRows", "Starred"),
                    QT_TRANSLATE_NOOP("SettingRows", "Always")}}},
    {SettingSection::Routing, QT_TRANSLATE_NOOP("SettingRows", "Palette"),
     QT_TRANSLATE_NOOP("SettingRows", "Colours of heat maps; both rise steadily in lightness."),
     ChoiceSetting{&keys::kHeatPalette,
                   {QT_TRANSLATE_NOOP("SettingRows", "Cividis"), QT_TRANSLATE_NOOP("SettingRows", "Viridis"),
                    QT_TRANSLATE_NOOP("SettingRows", "Greys")}}},
    {SettingSection::Routing, QT_TRANSLATE_NOOP("SettingRows", "Scale"),
     QT_TRANSLATE_NOOP("SettingRows", "Range of the colours. Per layer makes small differences visible."),
     ChoiceSetting{&keys::kHeatScale,
                   {QT_TRANSLATE_NOOP("SettingRows", "Per layer"), QT_TRANSLATE_NOOP("SettingRows", "0–1"),
                    QT_TRANSLATE_NOOP("SettingRows", "Whole capture")}}},
    {SettingSection::Routing, QT_TRANSLATE_NOOP("SettingRows", "Opacity of maps"),
     QT_TRANSLATE_NOOP("SettingRows", "Of a heat map over the picture."),
     NumberSetting{&keys::kOverlayOpacity, QT_TRANSLATE_NOOP("SettingRows", " %"), ""}},
    {SettingSection::Mix, QT_TRANSLATE_NOOP("SettingRows", "Gates"),
     QT_TRANSLATE_NOOP("SettingRows", "How a new mixture makes its routing vectors."),
     ChoiceSetting{
         &keys::kGateMethod,
         {QT_TRANSLATE_NOOP("SettingRows", "From prompts"), QT_TRANSLATE_NOOP("SettingRows", "From prompts, as SegMoE"),
          QT_TRANSLATE_NOOP("SettingRows", "Text only"), QT_TRANSLATE_NOOP("SettingRows", "Random"),
          QT_TRANSLATE_NOOP("SettingRows", "Equal")}}},
    {SettingSection::Mix, QT_TRANSLATE_NOOP("SettingRows", "Gate steps"),
     QT_TRANSLATE_NOOP("SettingRows", "Of a new mixture. More steps measure closer to SegMoE and take longer."),
     ChoiceSetting{&keys::kGateSteps, {QT_TRANSLATE_NOOP("SettingRows", "Automatic"), "1", "2", "3", "5"}}},
    {SettingSection::Mix, QT_TRANSLATE_NOOP("SettingRows", "Save the open mixture every"),
     QT_TRANSLATE_NOOP("SettingRows", "So that a crash loses nothing."),
     NumberSetting{&keys::kMixAutosaveSeconds, QT_TRANSLATE_NOOP("SettingRows", " s"), ""}},
};

}  // namespace

std::span<const SettingRow> settingRows() { return kRows; }

QString settingText(const char* words) {
    return *words ? QCoreApplication::translate("SettingRows", words) : QString();
}

const char* settingKey(const SettingRow& row) {
    struct KeyOf {
        const char* operator()(const FlagKey* key) const { return key->name; }
        const char* operator()(const ChoiceSetting& choice) const { return choice.key->name; }
        const char* operator()(const NumberSetting& number) const { return number.key->name; }
        const char* operator()(const ScaleSetting& scale) const { return scale.key->name; }
        const char* operator()(const DecimalSetting& number) const { return number.key->name; }
        const char* operator()(const PatternSetting& pattern) const { return pattern.key->name; }
        const char* operator()(const AddressSetting& address) const { return address.key->name; }
        const char* operator()(OwnSetting own) const {
            switch (own) {
                case OwnSetting::Language: return keys::kLanguage.name;
                case OwnSetting::Device: return keys::kDevice.name;
                case OwnSetting::PictureFolder: return "image/folder";
                case OwnSetting::ModelsFolder: return "library/downloadFolder";
                case OwnSetting::LoadedModels: return "device/loaded";
                case OwnSetting::Sampler: return keys::kSampler.name;
                case OwnSetting::Schedule: return keys::kSchedule.name;
                case OwnSetting::Tokens: return "hub/tokens";
            }
            return "";
        }
    };
    return std::visit(KeyOf{}, row.kind);
}

}  // namespace segmoe::ui
