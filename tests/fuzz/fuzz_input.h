// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/weights/tensor_source.h"

namespace segmoe::fuzz {

/// Runs a parser on foreign bytes: an Error of ours is a good answer, anything else that leaves it is a finding.
template <class Parser>
void run(const Parser& parser) {
    try {
        parser();
    } catch (const Error&) {
    }
}

/// Ends the program, which the driver and libFuzzer report with the input, when a law does not hold.
inline void require(bool holds, const char* law) {
    if (holds) return;
    std::fprintf(stderr, "broken law: %s\n", law);
    std::abort();
}

inline std::string_view asText(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Tensors as a text describes them: a line is a name and its dimensions, "conv_in.weight 320 4 3 3"; "key=value" is
/// metadata. Every tensor is zeros; those of more than 4096 elements have a shape only.
class DescribedSource final : public TensorSource {
public:
    explicit DescribedSource(std::string_view text);

    const std::vector<std::string>& names() const override { return m_names; }
    std::optional<TensorInfo> find(std::string_view name) const override;
    at::Tensor load(std::string_view name) const override;
    const std::map<std::string, std::string>& metadata() const override { return m_metadata; }
    std::string describe() const override { return "described"; }

private:
    void readLine(std::string_view line);

    std::map<std::string, TensorInfo, std::less<>> m_tensors;
    std::vector<std::string> m_names;
    std::map<std::string, std::string> m_metadata;
};

}  // namespace segmoe::fuzz
