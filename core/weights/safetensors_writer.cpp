// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/safetensors_writer.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <system_error>
#include <tuple>
#include <unordered_map>

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/byte_size.h"
#include "core/base/error.h"
#include "core/base/mapped_file.h"
#include "core/base/utf8.h"
#include "core/weights/cast_source.h"
#include "core/weights/safetensors_file.h"

namespace segmoe {

namespace {

struct PlannedTensor {
    std::string name;
    TensorInfo info;
    std::uint64_t bytes = 0;
};

/// The safetensors library's order of types, highest first in the file; for equal bytes with its own writer.
int dtypeRank(DType dtype) {
    static constexpr DType kOrder[] = {
        DType::Bool,   DType::F4,     DType::F6E2M3, DType::F6E3M2,     DType::U8,         DType::I8,
        DType::F8E5M2, DType::F8E4M3, DType::F8E8M0, DType::F8E4M3Fnuz, DType::F8E5M2Fnuz, DType::I16,
        DType::U16,    DType::F16,    DType::BF16,   DType::I32,        DType::U32,        DType::F32,
        DType::C64,    DType::F64,    DType::I64,    DType::U64};
    return static_cast<int>(std::find(std::begin(kOrder), std::end(kOrder), dtype) - std::begin(kOrder));
}

std::vector<PlannedTensor> planTensors(const TensorSource& source, const SafetensorsWriteOptions& options) {
    std::vector<PlannedTensor> plan;
    for (const std::string& name : options.names.empty() ? source.names() : options.names) {
        const auto info = source.find(name);
        if (!info) throwTensorMissing(source, name);
        plan.push_back({name, *info, static_cast<std::uint64_t>(info->bytes())});
    }
    std::unordered_map<std::string_view, std::size_t> rank;
    for (const std::string& name : options.order) rank.emplace(name, rank.size());
    const auto key = [&](const PlannedTensor& tensor) {
        const auto found = rank.find(tensor.name);
        const std::size_t place = found == rank.end() ? rank.size() : found->second;
        // Given an order, only the width counts: that is what keeps every tensor aligned.
        const int type =
            options.order.empty() ? dtypeRank(tensor.info.dtype) : static_cast<int>(dtypeBits(tensor.info.dtype));
        return std::tuple(-type, place, std::string_view(tensor.name));
    };
    std::sort(plan.begin(), plan.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    return plan;
}

std::string quotedJson(const std::string& text) { return nlohmann::json(text).dump(); }

std::string entryJson(const PlannedTensor& tensor, std::uint64_t begin) {
    std::string text =
        quotedJson(tensor.name).append(":{\"dtype\":\"").append(dtypeName(tensor.info.dtype)).append("\",\"shape\":[");
    for (std::size_t i = 0; i < tensor.info.shape.size(); ++i)
        text.append(i ? "," : "").append(std::to_string(tensor.info.shape[i]));
    return text.append("],\"data_offsets\":[")
        .append(std::to_string(begin))
        .append(",")
        .append(std::to_string(begin + tensor.bytes))
        .append("]}");
}

/// Length field and padded header text, checked with the reader's own rules.
std::string makeHeader(const std::vector<PlannedTensor>& plan, std::map<std::string, std::string> metadata,
                       const std::filesystem::path& target) {
    metadata.insert_or_assign("format", "pt");
    std::string text;
    try {
        text = "{\"__metadata__\":" + nlohmann::json(metadata).dump();
        std::uint64_t offset = 0;
        for (const PlannedTensor& tensor : plan) {
            text.append(",").append(entryJson(tensor, offset));
            offset += tensor.bytes;
        }
    } catch (const nlohmann::json::exception& error) {
        throw Error(ErrorCode::SafetensorsInvalid,
                    "A tensor name or a metadata text for " + quotePath(target) + " is not valid UTF-8.", error.what());
    }
    text += "}";
    while (text.size() % 8 != 0) text += ' ';
    if (text.size() > kMaxHeaderBytes)
        throw Error(ErrorCode::HeaderTooLarge, "The header of " + quotePath(target) + " would have " +
                                                   byteSizeText(text.size()) +
                                                   ", at most 100 MB are allowed. Leave out metadata.");
    parseSafetensorsHeader(text, target.string());
    std::string prefix(sizeof(std::uint64_t), '\0');
    const std::uint64_t length = text.size();
    std::memcpy(prefix.data(), &length, sizeof length);
    return prefix + text;
}

void checkRoom(const std::filesystem::path& target, std::uint64_t bytes) {
    std::error_code failed;
    const auto folder = target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
    const auto space = std::filesystem::space(folder, failed);
    if (failed || space.available >= bytes) return;
    throw Error(ErrorCode::DiskFull, "Writing " + quotePath(target) + " needs " + byteSizeText(bytes) + ", " +
                                         byteSizeText(space.available) +
                                         " are free. Free some space or choose another folder.");
}

void writeBytes(AtomicFile& file, const at::Tensor& value) {
    file.write(std::span(static_cast<const std::byte*>(value.const_data_ptr()), value.nbytes()));
}

void writeTensor(AtomicFile& file, const TensorSource& source, const PlannedTensor& tensor) {
    const auto range = source.fileRange(tensor.name);
    if (range && range->mapping && range->length == tensor.bytes) {
        range->mapping->checkUnchanged();
        file.copyFrom(*range->mapping, range->offset, range->length);
        return;
    }
    if (const auto* cast = dynamic_cast<const CastSource*>(&source)) {
        cast->loadInPieces(tensor.name, [&](const at::Tensor& piece) { writeBytes(file, piece); });
        return;
    }
    const at::Tensor value = source.load(tensor.name).contiguous();
    if (fromScalarType(value.scalar_type()) != tensor.info.dtype || value.sizes().vec() != tensor.info.shape)
        throw Error(ErrorCode::InternalError, "The tensor " + quote(tensor.name) + " of '" + source.describe() +
                                                  "' is not what its description says.");
    writeBytes(file, value);
    source.release(tensor.name);
}

/// Reopens what was written: every tensor must be where and what the plan says.
void verify(const AtomicFile& file, const std::vector<PlannedTensor>& plan) {
    const auto fail = [&](const std::string& why, const std::string& detail = {}) {
        throw Error(ErrorCode::SaveVerifyFailed,
                    "The file written for " + quotePath(file.target()) + " is not right: " + why +
                        ". It was not kept. Check the disk and try again.",
                    detail);
    };
    std::shared_ptr<const SafetensorsFile> written;
    try {
        written = SafetensorsFile::open(file.temporary());
    } catch (const Error& error) {
        fail("it cannot be read back", error.what());
    }
    if (written->names().size() != plan.size()) fail("tensors are missing");
    for (const PlannedTensor& tensor : plan)
        if (written->find(tensor.name) != tensor.info) fail("tensor " + quote(tensor.name) + " differs");
}

}  // namespace

std::uint64_t writeSafetensors(const TensorSource& source, const std::filesystem::path& target,
                               const SafetensorsWriteOptions& options, const CancelToken& cancel,
                               const ProgressSink& progress) {
    const std::vector<PlannedTensor> plan = planTensors(source, options);
    const std::string header = makeHeader(plan, options.metadata, target);
    std::uint64_t total = header.size();
    for (const PlannedTensor& tensor : plan) total += tensor.bytes;
    checkRoom(target, total);

    AtomicFile file(target);
    file.write(header);
    for (std::size_t i = 0; i < plan.size(); ++i) {
        cancel.check();
        if (progress)
            progress({.stage = Stage::Writing,
                      .step = static_cast<int>(i),
                      .total = static_cast<int>(plan.size()),
                      .fraction = static_cast<double>(file.written()) / static_cast<double>(total),
                      .item = plan[i].name});
        writeTensor(file, source, plan[i]);
    }
    cancel.check();
    verify(file, plan);
    file.commit();
    return total;
}

}  // namespace segmoe
