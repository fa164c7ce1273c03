// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QWidget;

namespace segmoe::ui {

class Settings;
struct StudioContext;

/// The Mix page with everything it is connected to: jobs, actions, settings, other pages.
QWidget* makeMixPage(StudioContext& context, QWidget* parent);

/// Where the copy of an unsaved mix lies from one session to the next.
QString mixRecoveryFile(const Settings& settings);

}  // namespace segmoe::ui
