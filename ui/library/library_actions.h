// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace segmoe::ui {

class LibraryFrame;
struct StudioContext;

/// Connects the actions that concern the library page.
void connectLibraryActions(LibraryFrame& page, StudioContext& context);

}  // namespace segmoe::ui
