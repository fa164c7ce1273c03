// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "core/engine/render_engine.h"

namespace segmoe::ui {

/// What the buttons of an error can do about it. The render page carries them out; those from GoOnline on lead
/// elsewhere, on every page alike (ui/shell/hub_remedies.h).
enum class Remedy {
    Retry,
    HalfSize,
    ChooseModel,
    UseCpu,
    UseAutomaticPrecision,
    UseFullPrecision,
    UseRecommended,
    NativeSize,
    EditPrompt,
    SaveElsewhere,
    TiledDecode,
    HalvesInTurn,
    UseHalfPrecision,
    OneAtATime,
    OneExpert,
    EditMix,
    FindModel,
    FindOnline,
    GoOnline,
    AddToken,
    OpenPage,
    ImageFolder,
    DeviceSettings,
    HubSettings
};

struct ErrorText {
    QString sentence;  ///< translated: what happened and what helps, without names of files
    Remedy remedy = Remedy::Retry;
};

/// One translated sentence and remedy per code (ui.md §12).
ErrorText errorText(ErrorCode code);
QString remedyText(Remedy remedy);
/// Code, the core's own sentence and its technical detail, for the details dialog and bug reports; not translated.
QString errorDetails(const Failure& failure);

}  // namespace segmoe::ui
