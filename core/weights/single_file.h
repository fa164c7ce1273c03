// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/architecture.h"
#include "core/weights/tensor_source.h"

namespace segmoe {

/// The tensors of a model's networks under diffusers names; null where the model has no such part.
struct ModelComponents {
    TensorSourcePtr unet;
    TensorSourcePtr vae;
    TensorSourcePtr textEncoder;
    TensorSourcePtr textEncoder2;
};

/// Takes a single-file checkpoint apart: LDM names (SD1.x, SD2.x, SDXL, SSD-1B, Vega), a bare UNet or autoencoder in
/// LDM or diffusers names. Nothing is read but the header. Left out: what no network uses (EMA copies, logit_scale,
/// position_ids, the 24th layer of SD2's encoder). Names nobody knows keep their own, so that loading reports them.
/// Throws Error{ArchitectureUnknown} when none of the parts is found, Error{TensorShapeMismatch} for broken layouts.
ModelComponents splitSingleFile(const TensorSourcePtr& file);

/// The inverse: the components under the names of a single LDM file of this family (Custom: as SDXL when there is a
/// second text encoder, else as SD1). Tensors are byte for byte those of the components.
TensorSourcePtr joinSingleFile(const ModelComponents& components, ModelFamily family);

}  // namespace segmoe
