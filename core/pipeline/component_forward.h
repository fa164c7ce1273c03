// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "core/base/cancel_token.h"
#include "core/domain/routing_trace.h"
#include "core/pipeline/model_files.h"
#include "core/weights/memory_source.h"
#include "core/weights/weight_scope.h"

namespace segmoe::pipeline {

/// One network on given tensors, for numerical comparison (product.md §3). Inputs and outputs are named there; outputs
/// are fp32 on the CPU. Each throws Error{TensorMissing, TensorShapeMismatch} naming the input that is missing or does
/// not fit, and what loading throws.
MemorySource::Tensors forwardTextEncoder(const ModelFiles& files, std::size_t encoder, const TensorSource& inputs,
                                         const Placement& placement, const CancelToken& cancel);
/// All rows form one routing group, as in the reference; trace may be null.
MemorySource::Tensors forwardUnet(const ModelFiles& files, const TensorSource& inputs, const Placement& placement,
                                  bool compat, RoutingTrace* trace, const CancelToken& cancel);
MemorySource::Tensors forwardVaeDecoder(const ModelFiles& files, const TensorSource& inputs, const Placement& placement,
                                        const CancelToken& cancel);
MemorySource::Tensors forwardVaeEncoder(const ModelFiles& files, const TensorSource& inputs, const Placement& placement,
                                        const CancelToken& cancel);

}  // namespace segmoe::pipeline
