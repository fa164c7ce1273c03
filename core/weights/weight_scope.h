// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/weights/tensor_source.h"

namespace segmoe {

/// Where and in which type a network computes. Chosen once, when weights are loaded.
struct Placement {
    at::Device device = at::kCPU;
    at::ScalarType dtype = at::kFloat;
};

/// What loading one network shares between its scopes: the source, the placement, and a list of everything that is
/// wrong, so that one error can name it all. Not thread-safe.
class WeightLoader {
public:
    WeightLoader(TensorSourcePtr source, Placement placement, CancelToken cancel = {}, ProgressSink progress = {});

    const TensorSource& source() const { return *m_source; }
    const TensorSourcePtr& sourcePtr() const { return m_source; }
    const Placement& placement() const { return m_placement; }
    const CancelToken& cancel() const { return m_cancel; }

    /// Loads, checks the shape and moves to the placement. A missing or wrong-shaped tensor is noted and replaced by
    /// zeros of the wanted shape, so that loading goes on and finish() can list every fault. Throws Cancelled.
    at::Tensor take(const std::string& name, std::span<const std::int64_t> shape);
    /// Marks as used without loading (weights that are pulled later by an ExpertCache), still checking the shape.
    void expect(const std::string& name, std::span<const std::int64_t> shape);
    /// Names that may stand in the file without being used (e.g. "position_ids").
    void ignore(std::string_view suffix);

    /// Throws one Error listing all missing, unexpected and wrong-shaped names (the whole list is its detail()):
    /// TensorMissing when some are missing, else TensorShapeMismatch, or ArchitectureMismatch when there are only
    /// tensors the network has no place for.
    void finish() const;

private:
    /// Notes the name as used, and the fault when it is missing or of another shape.
    bool fits(const std::string& name, std::span<const std::int64_t> shape);

    TensorSourcePtr m_source;
    Placement m_placement;
    CancelToken m_cancel;
    ProgressSink m_progress;
    std::set<std::string, std::less<>> m_used;
    std::vector<std::string> m_ignored;
    std::vector<std::string> m_missing;
    std::vector<std::string> m_wrongShape;
};

/// A name prefix over a loader: module names equal checkpoint keys, so networks load by walking scopes.
class WeightScope {
public:
    explicit WeightScope(WeightLoader& loader, std::string prefix = {});

    /// "down_blocks.0" under "" → "down_blocks.0"; under "unet" → "unet.down_blocks.0".
    WeightScope child(std::string_view name) const;
    WeightScope child(std::string_view name, std::size_t index) const;
    std::string fullName(std::string_view name) const;
    const std::string& prefix() const { return m_prefix; }

    bool has(std::string_view name) const;
    /// Shape of a stored tensor; nothing when absent.
    std::optional<TensorInfo> find(std::string_view name) const;
    at::Tensor take(std::string_view name, std::initializer_list<std::int64_t> shape) const;
    /// An undefined tensor when the name is absent.
    at::Tensor takeOptional(std::string_view name, std::initializer_list<std::int64_t> shape) const;

    WeightLoader& loader() const { return *m_loader; }

private:
    WeightLoader* m_loader;
    std::string m_prefix;
};

}  // namespace segmoe
