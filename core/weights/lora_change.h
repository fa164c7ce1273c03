// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ATen/core/Tensor.h>

#include "core/weights/lora_file.h"
#include "core/weights/tensor_source.h"

namespace segmoe {

/// Whether the tensors of a part make a change of a weight [out, in] or [out, in, k, k]. Headers only.
bool fitsWeight(const LoraPart& part, const TensorSource& file, const TensorInfo& weight);

/// What a part adds to a weight W (fp32) at strength s, in W's shape. With ΔW = alpha/rank · (up·down, (A1·B1)⊙(A2·B2)
/// or W1⊗W2): s·ΔW; with a DoRA scale m: s·(m·(W+ΔW)/‖W+ΔW‖ − W), lengths taken over all but the axis of m, so that s =
/// 0 leaves W and s = 1 is what was trained. m is one number per output, or per input when a dora_scale is stored as
/// [1, in, …]. Papers: Hu et al. 2021 (LoRA), Hyeon-Woo et al. 2021 (LoHa), Yeh et al. 2023 (LyCORIS: LoCon, LoKr),
/// Liu et al. 2024 (DoRA).
at::Tensor changeOfWeight(const LoraPart& part, const TensorSource& file, const at::Tensor& weight, double strength);

}  // namespace segmoe
