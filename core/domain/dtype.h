// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace segmoe {

/// Element types of the safetensors format.
enum class DType {
    Bool,
    U8,
    I8,
    I16,
    U16,
    I32,
    U32,
    I64,
    U64,
    F16,
    BF16,
    F32,
    F64,
    F8E4M3,
    F8E5M2,
    F8E4M3Fnuz,
    F8E5M2Fnuz,
    F8E8M0,
    F6E2M3,
    F6E3M2,
    F4,
    C64,
};

/// Width of one element in bits (F4 is 4, F6 are 6).
std::size_t dtypeBits(DType dtype);
/// The format's own spelling: "F16", "F8_E4M3"…
std::string_view dtypeName(DType dtype);
/// Case sensitive, as the format says; nothing for an unknown spelling.
std::optional<DType> parseDType(std::string_view name);

/// What a run computes in. Auto: fp16 on CUDA, bf16 on a CPU with bf16 dot products when the model is large, else fp32.
enum class Precision { Auto, Fp32, Bf16, Fp16 };

std::string_view precisionName(Precision precision);
std::optional<Precision> parsePrecision(std::string_view name);

}  // namespace segmoe
