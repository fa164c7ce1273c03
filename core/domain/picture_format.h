// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace segmoe {

/// The picture files this program writes and reads.
enum class PictureFormat { Png, Jpeg, Webp };

/// How much of what made a picture is written into it: nothing, the `parameters` text, or our own chunk too.
enum class MetadataLevel { Off, Text, Full };

}  // namespace segmoe
