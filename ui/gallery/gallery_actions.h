// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace segmoe::ui {

class GalleryPage;
struct StudioContext;

/// Connects the actions of the gallery, whose keys work in the list and in the viewer.
void connectGalleryActions(GalleryPage& page, StudioContext& context);

}  // namespace segmoe::ui
