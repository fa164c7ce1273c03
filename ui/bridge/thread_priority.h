// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace segmoe::ui {

/// The calling thread, and every thread that it starts from now on, give way to other programs. There is no way back:
/// Linux lets only its administrator raise a priority. False where the system refuses.
bool giveWayToOthers();

}  // namespace segmoe::ui
