// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/weights/tensor_source.h"

namespace segmoe::test {

/// A source that knows names and shapes only; what it loads has no memory behind it (the meta device).
class ShapeSource final : public TensorSource {
public:
    explicit ShapeSource(std::map<std::string, std::vector<std::int64_t>> shapes);

    const std::vector<std::string>& names() const override { return m_names; }
    std::optional<TensorInfo> find(std::string_view name) const override;
    at::Tensor load(std::string_view name) const override;
    std::string describe() const override { return "shapes"; }

private:
    std::map<std::string, std::vector<std::int64_t>, std::less<>> m_shapes;
    std::vector<std::string> m_names;
};

/// A network of the true size as diffusers and transformers build it (golden_layouts.py).
struct Layout {
    std::string kind;  ///< "unet", "vae" or "text"
    std::int64_t parameters = 0;
    nlohmann::json config;
    std::map<std::string, std::vector<std::int64_t>> shapes;

    std::shared_ptr<const ShapeSource> source() const { return std::make_shared<ShapeSource>(shapes); }
};

/// All recorded networks by name.
const std::map<std::string, Layout>& recordedLayouts();

}  // namespace segmoe::test
