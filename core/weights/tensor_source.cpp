// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/tensor_source.h"

#include "core/base/error.h"
#include "core/base/utf8.h"

namespace segmoe {

std::int64_t TensorInfo::elements() const {
    std::int64_t count = 1;
    for (std::int64_t dim : shape) count *= dim;
    return count;
}

std::int64_t TensorInfo::bytes() const { return elements() * static_cast<std::int64_t>(dtypeBits(dtype)) / 8; }

const std::map<std::string, std::string>& TensorSource::metadata() const {
    static const std::map<std::string, std::string> none;
    return none;
}

std::int64_t TensorSource::totalBytes() const {
    std::int64_t sum = 0;
    for (const std::string& name : names())
        if (const auto info = find(name)) sum += info->bytes();
    return sum;
}

void throwTensorMissing(const TensorSource& source, std::string_view name) {
    throw Error(ErrorCode::TensorMissing, "There is no tensor " + quote(name) + " in '" + source.describe() +
                                              "'. The file is incomplete or belongs to another kind of model.");
}

at::ScalarType toScalarType(DType dtype) {
    switch (dtype) {
        case DType::Bool: return at::kBool;
        case DType::U8: return at::kByte;
        case DType::I8: return at::kChar;
        case DType::I16: return at::kShort;
        case DType::I32: return at::kInt;
        case DType::I64: return at::kLong;
        case DType::F16: return at::kHalf;
        case DType::BF16: return at::kBFloat16;
        case DType::F32: return at::kFloat;
        case DType::F64: return at::kDouble;
        case DType::F8E4M3: return at::kFloat8_e4m3fn;
        case DType::F8E5M2: return at::kFloat8_e5m2;
        default: break;
    }
    throw Error(ErrorCode::DtypeUnsupported, "Weights of type " + std::string(dtypeName(dtype)) +
                                                 " cannot be computed with; use a file in F16, BF16 or F32.");
}

DType fromScalarType(at::ScalarType type) {
    switch (type) {
        case at::kBool: return DType::Bool;
        case at::kByte: return DType::U8;
        case at::kChar: return DType::I8;
        case at::kShort: return DType::I16;
        case at::kInt: return DType::I32;
        case at::kLong: return DType::I64;
        case at::kHalf: return DType::F16;
        case at::kBFloat16: return DType::BF16;
        case at::kFloat: return DType::F32;
        case at::kDouble: return DType::F64;
        case at::kFloat8_e4m3fn: return DType::F8E4M3;
        case at::kFloat8_e5m2: return DType::F8E5M2;
        default: break;
    }
    throw Error(ErrorCode::DtypeUnsupported, "This tensor type has no safetensors equivalent.");
}

}  // namespace segmoe
