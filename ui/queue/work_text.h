// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/queue/queue_job.h"

namespace segmoe::ui {

/// What a row is called when nobody names it: the prompt of a render.
QString workTitle(const EngineWork& work);
/// "512×512, 20 steps, 2 experts".
QString workDetail(const EngineWork& work);
/// "render": how rows and files name the kind of work.
QString jobKind(const EngineWork& work);
/// resources/icons name while there is no thumbnail.
QString workIcon(const EngineWork& work);

/// Every setting of a render in lines of "Name: value", for the clipboard; English, as other programs read it.
QString requestText(const RenderRequest& request);

/// The state line of a row (ui.md §5).
QString jobStateText(const QueueJob& job);

}  // namespace segmoe::ui
