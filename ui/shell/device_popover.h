// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/status_popover.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

/// Device and precision of the next jobs, from the status line.
class DevicePopover : public StatusPopover {
    Q_OBJECT
public:
    DevicePopover(StudioContext& context, QWidget* parent);

Q_SIGNALS:
    void settingsWanted();
};

}  // namespace segmoe::ui
