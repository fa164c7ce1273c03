// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/domain/dtype.h"

#include <utility>

namespace segmoe {

namespace {

struct DTypeRow {
    DType dtype;
    std::size_t bits;
    std::string_view name;
};

constexpr DTypeRow kDTypes[] = {
    {DType::Bool, 8, "BOOL"},
    {DType::U8, 8, "U8"},
    {DType::I8, 8, "I8"},
    {DType::I16, 16, "I16"},
    {DType::U16, 16, "U16"},
    {DType::I32, 32, "I32"},
    {DType::U32, 32, "U32"},
    {DType::I64, 64, "I64"},
    {DType::U64, 64, "U64"},
    {DType::F16, 16, "F16"},
    {DType::BF16, 16, "BF16"},
    {DType::F32, 32, "F32"},
    {DType::F64, 64, "F64"},
    {DType::F8E4M3, 8, "F8_E4M3"},
    {DType::F8E5M2, 8, "F8_E5M2"},
    {DType::F8E4M3Fnuz, 8, "F8_E4M3FNUZ"},
    {DType::F8E5M2Fnuz, 8, "F8_E5M2FNUZ"},
    {DType::F8E8M0, 8, "F8_E8M0"},
    {DType::F6E2M3, 6, "F6_E2M3"},
    {DType::F6E3M2, 6, "F6_E3M2"},
    {DType::F4, 4, "F4"},
    {DType::C64, 64, "C64"},
};

constexpr std::pair<Precision, std::string_view> kPrecisions[] = {
    {Precision::Auto, "auto"}, {Precision::Fp32, "fp32"}, {Precision::Bf16, "bf16"}, {Precision::Fp16, "fp16"}};

const DTypeRow& row(DType dtype) {
    for (const DTypeRow& candidate : kDTypes)
        if (candidate.dtype == dtype) return candidate;
    return kDTypes[0];
}

}  // namespace

std::size_t dtypeBits(DType dtype) { return row(dtype).bits; }

std::string_view dtypeName(DType dtype) { return row(dtype).name; }

std::optional<DType> parseDType(std::string_view name) {
    for (const DTypeRow& candidate : kDTypes)
        if (candidate.name == name) return candidate.dtype;
    return std::nullopt;
}

std::string_view precisionName(Precision precision) {
    for (const auto& [value, name] : kPrecisions)
        if (value == precision) return name;
    return "auto";
}

std::optional<Precision> parsePrecision(std::string_view name) {
    for (const auto& [value, known] : kPrecisions)
        if (known == name) return value;
    return std::nullopt;
}

}  // namespace segmoe
