// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace segmoe::ui {

/// Folders whose name contains `kind` ("lora", "embedding", "vae"), in which programs keep such files: of this program,
/// and near the model. models/checkpoints/x.safetensors has its LoRAs in models/loras, and AUTOMATIC1111 its embeddings
/// beside the folder models. Nearest first; looks at folder names only.
QStringList nearFolders(const QString& kind, const QString& dataFolder, const QString& model);

}  // namespace segmoe::ui
