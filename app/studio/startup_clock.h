// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Prints "WHAT after N ms", counted from the start of the process (the loading of libraries included).
/// Prints that the time is unknown where the platform does not tell when the process began.
void printTimeSinceStart(const char* what);
