// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/layouts.h"

#include <QByteArray>

#include <ATen/ATen.h>

#include "tests/support/test_support.h"

namespace segmoe::test {

ShapeSource::ShapeSource(std::map<std::string, std::vector<std::int64_t>> shapes) {
    for (auto& [name, shape] : shapes) {
        m_names.push_back(name);
        m_shapes.emplace(name, std::move(shape));
    }
}

std::optional<TensorInfo> ShapeSource::find(std::string_view name) const {
    const auto found = m_shapes.find(name);
    if (found == m_shapes.end()) return std::nullopt;
    return TensorInfo{DType::F16, found->second};
}

at::Tensor ShapeSource::load(std::string_view name) const {
    return at::empty(m_shapes.find(name)->second, at::dtype(at::kHalf).device(at::kMeta));
}

const std::map<std::string, Layout>& recordedLayouts() {
    static const auto layouts = [] {
        const std::string bytes = readFile(goldenPath("layouts.json.z"));
        const QByteArray text =
            qUncompress(reinterpret_cast<const uchar*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
        std::map<std::string, Layout> all;
        const nlohmann::json networks = nlohmann::json::parse(text.toStdString());
        for (const auto& [name, entry] : networks.items())
            all[name] = {entry["kind"], entry["parameters"], entry["config"], entry["shapes"]};
        return all;
    }();
    return layouts;
}

}  // namespace segmoe::test
