// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/normalised_source.h"

#include <string>
#include <string_view>
#include <utility>

#include "core/weights/renamed_source.h"

namespace segmoe {

TensorSourcePtr normalisedTextEncoder(TensorSourcePtr encoder) {
    static constexpr std::string_view kPrefix = "text_model.";
    RenamedSource::Table table;
    bool isChanged = false;
    for (const std::string& name : encoder->names()) {
        const bool isKept = !name.ends_with("position_ids");
        const bool isComplete = name.starts_with(kPrefix) || name == "text_projection.weight";
        isChanged = isChanged || !isKept || !isComplete;
        if (isKept) table[isComplete ? name : std::string(kPrefix) + name] = {.from = {name}};
    }
    return isChanged ? std::make_shared<RenamedSource>(std::move(encoder), std::move(table)) : encoder;
}

TensorSourcePtr normalisedVae(TensorSourcePtr vae) {
    static constexpr std::pair<std::string_view, std::string_view> kOldNames[] = {
        {".query.", ".to_q."}, {".key.", ".to_k."}, {".value.", ".to_v."}, {".proj_attn.", ".to_out.0."}};
    RenamedSource::Table table;
    bool isChanged = false;
    for (const std::string& name : vae->names()) {
        std::string to = name;
        if (to.find(".attentions.") != std::string::npos)
            for (const auto& [old, now] : kOldNames)
                if (const auto at = to.find(old); at != std::string::npos) to.replace(at, old.size(), now);
        RenamedTensor tensor{.from = {name}};
        const auto info = vae->find(name);
        if (info && info->shape.size() == 4 && info->shape[2] == 1 && info->shape[3] == 1 &&
            to.find(".attentions.") != std::string::npos)
            tensor.shape = {info->shape[0], info->shape[1]};
        isChanged = isChanged || to != name || !tensor.shape.empty();
        table[to] = std::move(tensor);
    }
    return isChanged ? std::make_shared<RenamedSource>(std::move(vae), std::move(table)) : vae;
}

}  // namespace segmoe
