// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

#include "ui/bridge/scripted_hub_client.h"

namespace segmoe::ui::sample {

/// What the two hubs answer in pictures of the program and in tests: every kind of badge, with details and previews.
void fillHubs(ScriptedHubClient& hub);

/// One offer of CivitAI.
HubRow hubRow(const char* name, const char* version, int id, double gigabytes);
HubDetails hubDetails(const HubRow& row);

}  // namespace segmoe::ui::sample
