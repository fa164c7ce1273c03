// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/lora_change.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include <ATen/ATen.h>

namespace segmoe {

namespace {

/// A tensor seen as a matrix: [rows, all the rest].
struct Extent {
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::int64_t kernel = 1;  ///< height × width of a convolution's kernel, which is part of the columns
    bool operator==(const Extent&) const = default;
};

/// Nothing for a tensor that is no matrix and no convolution, or is empty.
std::optional<Extent> extentOf(const TensorInfo& info) {
    if (info.shape.size() < 2 || info.shape.size() > 4 || info.elements() < 1) return std::nullopt;
    const std::int64_t kernel = info.shape.size() == 4 ? info.shape[2] * info.shape[3] : 1;
    return Extent{info.shape[0], info.elements() / info.shape[0], kernel};
}

/// The axis of the weight that a DoRA scale runs along: 0, one number per output, or 1, per input, when a dora_scale is
/// stored as [1, in, …]. Nothing when it has another number of them.
std::optional<std::size_t> magnitudeAxis(LoraRole role, const TensorInfo& scale, const Extent& weight) {
    const std::int64_t count = scale.elements();
    const bool isRow = role == LoraRole::DoraScale && scale.shape.size() > 1 && scale.shape[0] == 1;
    if (isRow && count == weight.columns / weight.kernel) return 1;
    return count == weight.rows ? std::optional<std::size_t>(0) : std::nullopt;
}

class Fit {
public:
    Fit(const LoraPart& part, const TensorSource& file, const Extent& weight)
        : m_part(part), m_file(file), m_weight(weight) {}

    bool whole() const {
        switch (m_part.algorithm) {
            case LoraAlgorithm::LowRank: return product(LoraRole::Up, LoraRole::Down, LoraRole::Mid, false) == m_weight;
            case LoraAlgorithm::Hadamard:
                return product(LoraRole::HadamardA1, LoraRole::HadamardB1, LoraRole::HadamardT1, true) == m_weight &&
                       product(LoraRole::HadamardA2, LoraRole::HadamardB2, LoraRole::HadamardT2, true) == m_weight;
            case LoraAlgorithm::Kronecker: return kronecker();
        }
        return false;
    }

    bool magnitude() const {
        for (const LoraRole role : {LoraRole::DoraScale, LoraRole::DoraMagnitude})
            if (m_part.has(role) && !magnitudeAxis(role, info(role), m_weight)) return false;
        return true;
    }

private:
    TensorInfo info(LoraRole role) const { return m_file.find(m_part.tensors.at(role)).value(); }
    std::optional<Extent> extent(LoraRole role) const { return m_part.has(role) ? extentOf(info(role)) : std::nullopt; }

    /// The extent of a·b, or of the CP form with the middle t [i, j, k, k]: a is then [out, i] for LoCon and [i, out]
    /// for LoHa and LoKr, b [j, in]. Kernels are counted as the weight's where a matrix cannot say them.
    std::optional<Extent> product(LoraRole roleA, LoraRole roleB, LoraRole roleT, bool isTransposed) const {
        const auto a = extent(roleA), b = extent(roleB);
        if (!a || !b) return std::nullopt;
        if (!m_part.has(roleT)) {
            if (a->columns != b->rows) return std::nullopt;
            return Extent{a->rows, b->columns, m_weight.kernel};
        }
        const TensorInfo t = info(roleT);
        if (t.shape.size() != 4 || !extentOf(t)) return std::nullopt;
        const std::int64_t inner = isTransposed ? a->rows : a->columns;
        const std::int64_t kernel = t.shape[2] * t.shape[3];
        if (inner != t.shape[0] || b->rows != t.shape[1] || kernel != m_weight.kernel ||
            b->columns > m_weight.columns / kernel)
            return std::nullopt;
        return Extent{isTransposed ? a->columns : a->rows, b->columns * kernel, kernel};
    }

    bool kronecker() const {
        const auto w1 = m_part.has(LoraRole::KroneckerW1)
                            ? extent(LoraRole::KroneckerW1)
                            : product(LoraRole::KroneckerA1, LoraRole::KroneckerB1, LoraRole::KroneckerW1, true);
        const auto w2 = m_part.has(LoraRole::KroneckerW2)
                            ? extent(LoraRole::KroneckerW2)
                            : product(LoraRole::KroneckerA2, LoraRole::KroneckerB2, LoraRole::KroneckerT2, true);
        if (!w1 || !w2 || w1->rows < 1 || w1->columns < 1) return false;
        const bool isSameKernel = w2->kernel == m_weight.kernel && w2->columns % m_weight.kernel == 0;
        return isSameKernel && m_weight.rows % w1->rows == 0 && m_weight.rows / w1->rows == w2->rows &&
               m_weight.columns % w1->columns == 0 && m_weight.columns / w1->columns == w2->columns;
    }

    const LoraPart& m_part;
    const TensorSource& m_file;
    const Extent& m_weight;
};

class Change {
public:
    Change(const LoraPart& part, const TensorSource& file) : m_part(part), m_file(file) {}

    /// ΔW without alpha / rank, as a matrix [out, in·k·k].
    at::Tensor matrix() const {
        if (m_part.algorithm == LoraAlgorithm::LowRank) return lowRank();
        if (m_part.algorithm == LoraAlgorithm::Hadamard)
            return product(LoraRole::HadamardA1, LoraRole::HadamardB1, LoraRole::HadamardT1)
                .mul_(product(LoraRole::HadamardA2, LoraRole::HadamardB2, LoraRole::HadamardT2));
        const at::Tensor w1 = m_part.has(LoraRole::KroneckerW1)
                                  ? load(LoraRole::KroneckerW1).flatten(1)
                                  : matrixProduct(LoraRole::KroneckerA1, LoraRole::KroneckerB1);
        const at::Tensor w2 = m_part.has(LoraRole::KroneckerW2)
                                  ? load(LoraRole::KroneckerW2).flatten(1)
                                  : product(LoraRole::KroneckerA2, LoraRole::KroneckerB2, LoraRole::KroneckerT2);
        return at::kron(w1, w2);
    }

    /// The magnitude shaped to multiply a weight: [out, 1…] or [1, in, 1…]; undefined without DoRA.
    at::Tensor magnitude(const at::Tensor& weight) const {
        const LoraRole role = m_part.has(LoraRole::DoraMagnitude) ? LoraRole::DoraMagnitude : LoraRole::DoraScale;
        if (!m_part.has(role)) return {};
        const TensorInfo stored = m_file.find(m_part.tensors.at(role)).value();
        const TensorInfo whole{DType::F32, weight.sizes().vec()};
        std::vector<std::int64_t> shape(static_cast<std::size_t>(weight.dim()), 1);
        shape[magnitudeAxis(role, stored, extentOf(whole).value()).value()] = stored.elements();
        return load(role).reshape(shape);
    }

private:
    at::Tensor load(LoraRole role) const { return m_file.load(m_part.tensors.at(role)).to(at::kFloat); }

    at::Tensor matrixProduct(LoraRole a, LoraRole b) const { return load(a).flatten(1).matmul(load(b).flatten(1)); }

    at::Tensor lowRank() const {
        if (!m_part.has(LoraRole::Mid)) return matrixProduct(LoraRole::Up, LoraRole::Down);
        return at::einsum("nmkl,in,mj->ijkl",
                          {load(LoraRole::Mid), load(LoraRole::Up).flatten(1), load(LoraRole::Down).flatten(1)})
            .flatten(1);
    }

    at::Tensor product(LoraRole a, LoraRole b, LoraRole t) const {
        if (!m_part.has(t)) return matrixProduct(a, b);
        return at::einsum("nmkl,ni,mj->ijkl", {load(t), load(a).flatten(1), load(b).flatten(1)}).flatten(1);
    }

    const LoraPart& m_part;
    const TensorSource& m_file;
};

/// Lengths over every axis but the magnitude's own.
at::Tensor lengths(const at::Tensor& weight, const at::Tensor& magnitude) {
    std::vector<std::int64_t> axes;
    for (std::int64_t axis = 0; axis < weight.dim(); ++axis)
        if (magnitude.size(axis) == 1) axes.push_back(axis);
    return weight.square().sum(axes, /*keepdim=*/true).sqrt();
}

}  // namespace

bool fitsWeight(const LoraPart& part, const TensorSource& file, const TensorInfo& weight) {
    const auto extent = extentOf(weight);
    if (!extent || (weight.shape.size() != 2 && weight.shape.size() != 4)) return false;
    const Fit fit(part, file, *extent);
    return fit.whole() && fit.magnitude();
}

at::Tensor changeOfWeight(const LoraPart& part, const TensorSource& file, const at::Tensor& weight, double strength) {
    const Change change(part, file);
    const at::Tensor delta = change.matrix().reshape(weight.sizes());
    const at::Tensor magnitude = change.magnitude(weight);
    if (!magnitude.defined()) return delta.mul(strength * part.scale);
    const at::Tensor changed = weight.add(delta, part.scale);
    // A column of zeros stays one: the same guard as LyCORIS has.
    const at::Tensor length = lengths(changed, magnitude).add(std::numeric_limits<float>::epsilon());
    return changed.mul(magnitude / length).sub_(weight).mul_(strength);
}

}  // namespace segmoe
