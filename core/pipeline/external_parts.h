// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/pipeline/model_files.h"

namespace segmoe::pipeline {

/// The same model with the VAE of another place: a .safetensors file (a VAE alone or a whole checkpoint, LDM or
/// diffusers names), a folder with config.json and diffusion_pytorch_model.safetensors, or a model's folder. A file
/// that this program did not write says no scaling: then it is what the model's family has. A notice names it. Throws
/// Error: what opening a file throws; ComponentMissing when there is no VAE; ArchitectureMismatch when its latents have
/// another number of channels.
ModelFiles withVae(ModelFiles files, const std::string& source);

/// Takes the VAE of a donor over, or its text encoders, and says so: a notice and a UsedFile. Throws
/// Error{ArchitectureMismatch} when the donor is of another family, so that its latents or its text states would not
/// fit.
void takeVae(ModelFiles& files, const ModelFiles& donor);
void takeTextEncoders(ModelFiles& files, const ModelFiles& donor);

}  // namespace segmoe::pipeline
