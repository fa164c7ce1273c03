// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <ATen/ATen.h>

#include "tests/fuzz/fuzz_input.h"

namespace segmoe::fuzz {

namespace {

constexpr std::int64_t kMostLoaded = 4096;
constexpr std::int64_t kLargestDimension = 1LL << 20;  // of a file that a header describes, far more than fits a disk
constexpr std::size_t kMostTensors = 512;

}  // namespace

DescribedSource::DescribedSource(std::string_view text) {
    while (!text.empty() && m_tensors.size() < kMostTensors) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        readLine(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    for (const auto& [name, info] : m_tensors) m_names.push_back(name);
}

void DescribedSource::readLine(std::string_view line) {
    const std::size_t equals = line.find('=');
    if (equals != std::string_view::npos) {
        m_metadata.emplace(line.substr(0, equals), line.substr(equals + 1));
        return;
    }
    const std::size_t nameEnd = std::min(line.find(' '), line.size());
    if (nameEnd == 0) return;
    TensorInfo info;
    std::int64_t elements = 1;
    for (std::size_t at = nameEnd; at < line.size() && info.shape.size() < 5;) {
        std::int64_t size = 0;
        for (++at; at < line.size() && line[at] != ' '; ++at) size = (size * 10 + (line[at] & 15)) % kLargestDimension;
        // What no header may say, a product beyond 2⁶³, is not said here either.
        if (elements > (1LL << 40) / std::max<std::int64_t>(size, 1)) return;
        elements *= std::max<std::int64_t>(size, 1);
        info.shape.push_back(size);
    }
    m_tensors.emplace(line.substr(0, nameEnd), std::move(info));
}

std::optional<TensorInfo> DescribedSource::find(std::string_view name) const {
    const auto found = m_tensors.find(name);
    return found == m_tensors.end() ? std::nullopt : std::optional(found->second);
}

at::Tensor DescribedSource::load(std::string_view name) const {
    const auto info = find(name);
    if (!info) throwTensorMissing(*this, name);
    if (info->elements() > kMostLoaded)
        throw Error(ErrorCode::RamOutOfMemory, "The tensor is too large for this test.");
    return at::zeros(info->shape, at::kFloat);
}

}  // namespace segmoe::fuzz
