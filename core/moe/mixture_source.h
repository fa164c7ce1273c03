// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/moe/mixture_layout.h"
#include "core/weights/tensor_source.h"

namespace segmoe::moe {

/// Gate weights by tensor name ("….gate.weight"), each fp32 [E, Cin].
using GateTensors = std::map<std::string, at::Tensor, std::less<>>;

/// Gates of the right shapes filled with zeros: for looking at headers before gates are measured, and for
/// GateMethod::Equal.
GateTensors zeroGates(const TensorSource& baseUnet, const MixtureLayout& layout);

/// A base UNet, E expert UNets and gates presented under SegMoE's key names (segmoe.md §3.5) without copying anything:
/// a tensor is read from the expert's own source when asked for, and ranges of files pass through for the writer.
class MixtureSource final : public TensorSource {
public:
    /// Checks first: 2 ≤ E ≤ 64, 1 ≤ k ≤ E, every expert has the base's layout and shapes, gates are complete and
    /// finite. Throws Error{ArchitectureMismatch, TensorShapeMismatch} listing all differences of all experts,
    /// Error{RecipeValueInvalid} for E and k, Error{GateDegenerate} for gates.
    MixtureSource(TensorSourcePtr base, std::vector<TensorSourcePtr> experts, MixtureLayout layout, GateTensors gates);

    const std::vector<std::string>& names() const override { return m_names; }
    std::optional<TensorInfo> find(std::string_view name) const override;
    at::Tensor load(std::string_view name) const override;
    std::optional<FileRange> fileRange(std::string_view name) const override;
    void release(std::string_view name) const override;
    std::string describe() const override;

    const MixtureLayout& layout() const { return m_layout; }
    /// All names in the order of the file: what the base keeps, then layer by layer the gates and, expert by expert,
    /// the tensors of that layer, so that the experts of one layer are near each other.
    std::vector<std::string> writeOrder() const;

private:
    struct Origin {
        const TensorSource* source = nullptr;  ///< null = a gate
        std::string name;
    };

    TensorSourcePtr m_base;
    std::vector<TensorSourcePtr> m_experts;
    MixtureLayout m_layout;
    GateTensors m_gates;
    std::map<std::string, Origin, std::less<>> m_origins;
    std::vector<std::string> m_names;
};

/// The checks of MixtureSource that need no gates, for a dry run. Throws as its constructor.
void checkMixable(const TensorSource& base, const std::vector<TensorSourcePtr>& experts, const MixtureLayout& layout);

}  // namespace segmoe::moe
