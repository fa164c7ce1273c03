// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/weight_scope.h"

#include <algorithm>
#include <utility>

#include <ATen/ATen.h>

#include "core/base/error.h"
#include "core/base/utf8.h"

namespace segmoe {

namespace {

/// Names shown in the sentence itself; all of them are in the detail.
constexpr std::size_t kShownNames = 3;

std::string shapeText(std::span<const std::int64_t> shape) {
    std::string text = "[";
    for (std::size_t i = 0; i < shape.size(); ++i) text += (i ? ", " : "") + std::to_string(shape[i]);
    return text + "]";
}

std::string listed(const char* title, const std::vector<std::string>& lines) {
    if (lines.empty()) return {};
    std::string text = std::string(title) + " (" + std::to_string(lines.size()) + "):\n";
    for (const std::string& line : lines) text += "  " + line + "\n";
    return text;
}

std::string summary(const std::vector<std::string>& lines, const char* what) {
    if (lines.empty()) return {};
    std::string text = std::to_string(lines.size()) + " " + what + " (";
    for (std::size_t i = 0; i < std::min(lines.size(), kShownNames); ++i) text += (i ? ", " : "") + lines[i];
    return text + (lines.size() > kShownNames ? ", …)" : ")");
}

}  // namespace

WeightLoader::WeightLoader(TensorSourcePtr source, Placement placement, CancelToken cancel, ProgressSink progress)
    : m_source(std::move(source)),
      m_placement(placement),
      m_cancel(std::move(cancel)),
      m_progress(std::move(progress)) {}

bool WeightLoader::fits(const std::string& name, std::span<const std::int64_t> shape) {
    m_cancel.check();
    m_used.insert(name);
    const auto info = m_source->find(name);
    if (!info) {
        m_missing.push_back(quote(name) + " " + shapeText(shape));
    } else if (!std::ranges::equal(info->shape, shape)) {
        m_wrongShape.push_back(quote(name) + " has " + shapeText(info->shape) + " instead of " + shapeText(shape));
    } else {
        return true;
    }
    return false;
}

at::Tensor WeightLoader::take(const std::string& name, std::span<const std::int64_t> shape) {
    if (!fits(name, shape))
        return at::zeros(at::IntArrayRef(shape.data(), shape.size()),
                         at::dtype(m_placement.dtype).device(m_placement.device));
    if (m_progress)
        m_progress({.stage = Stage::Loading,
                    .step = static_cast<int>(m_used.size()),
                    .total = static_cast<int>(m_source->names().size()),
                    .item = name});
    const at::Tensor stored = m_source->load(name);
    const at::Tensor placed = at::isFloatingType(stored.scalar_type())
                                  ? stored.to(m_placement.device, m_placement.dtype)
                                  : stored.to(m_placement.device);
    // A converted or uploaded copy leaves the mapped pages without a reader.
    if (!placed.is_alias_of(stored)) m_source->release(name);
    return placed;
}

void WeightLoader::expect(const std::string& name, std::span<const std::int64_t> shape) { fits(name, shape); }

void WeightLoader::ignore(std::string_view suffix) { m_ignored.emplace_back(suffix); }

void WeightLoader::finish() const {
    std::vector<std::string> unexpected;
    for (const std::string& name : m_source->names()) {
        const bool isIgnored =
            std::ranges::any_of(m_ignored, [&](const std::string& suffix) { return name.ends_with(suffix); });
        if (!isIgnored && !m_used.contains(name)) unexpected.push_back(quote(name));
    }
    if (m_missing.empty() && m_wrongShape.empty() && unexpected.empty()) return;

    std::string faults;
    for (const std::string& part : {summary(m_missing, "missing"), summary(m_wrongShape, "of the wrong shape"),
                                    summary(unexpected, "unexpected")})
        if (!part.empty()) faults += (faults.empty() ? "" : ", ") + part;
    const ErrorCode code = !m_missing.empty()      ? ErrorCode::TensorMissing
                           : !m_wrongShape.empty() ? ErrorCode::TensorShapeMismatch
                                                   : ErrorCode::ArchitectureMismatch;
    throw Error(code,
                "The tensors of '" + m_source->describe() + "' do not fit this network: " + faults +
                    ". Choose a model of the right kind or download it again.",
                listed("missing", m_missing) + listed("wrong shape", m_wrongShape) + listed("unexpected", unexpected));
}

WeightScope::WeightScope(WeightLoader& loader, std::string prefix) : m_loader(&loader), m_prefix(std::move(prefix)) {}

WeightScope WeightScope::child(std::string_view name) const { return WeightScope(*m_loader, fullName(name)); }

WeightScope WeightScope::child(std::string_view name, std::size_t index) const {
    return WeightScope(*m_loader, fullName(name) + "." + std::to_string(index));
}

std::string WeightScope::fullName(std::string_view name) const {
    if (m_prefix.empty()) return std::string(name);
    return name.empty() ? m_prefix : m_prefix + "." + std::string(name);
}

bool WeightScope::has(std::string_view name) const { return m_loader->source().contains(fullName(name)); }

std::optional<TensorInfo> WeightScope::find(std::string_view name) const {
    return m_loader->source().find(fullName(name));
}

at::Tensor WeightScope::take(std::string_view name, std::initializer_list<std::int64_t> shape) const {
    return m_loader->take(fullName(name), {shape.begin(), shape.size()});
}

at::Tensor WeightScope::takeOptional(std::string_view name, std::initializer_list<std::int64_t> shape) const {
    return has(name) ? take(name, shape) : at::Tensor();
}

}  // namespace segmoe
