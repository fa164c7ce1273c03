// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/told_models.h"

#include <utility>

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

void ToldModels::note(const std::vector<LibraryModel>& models) {
    for (const LibraryModel& model : models) m_told.insert_or_assign(model.facts.path, model);
}

ToldModels::News ToldModels::compare(const std::vector<LibraryModel>& models) {
    News news;
    auto before = std::exchange(m_told, {});
    for (const LibraryModel& model : models) {
        const auto known = before.extract(model.facts.path);
        if (!known || known.mapped() != model) news.found.push_back(model);
    }
    for (const auto& [path, model] : before) news.gone << pathText(path);
    note(models);
    return news;
}

}  // namespace segmoe::ui
