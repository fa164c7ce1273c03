// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/expert_control.h"

#include <algorithm>
#include <utility>

namespace segmoe::ui {

void ExpertControl::set(const std::vector<RoutingRule>& rules, int topK) {
    if (rules == m_rules && topK == m_topK) return;
    m_rules = rules;
    m_topK = topK;
    Q_EMIT changed();
}

void ExpertControl::setMixture(const std::string& model, std::shared_ptr<const MixRecipe> recipe) {
    if (model == m_model && recipe == m_recipe) return;
    m_model = model;
    m_recipe = std::move(recipe);
    Q_EMIT mixtureChanged();
}

bool ExpertControl::isFor(const RenderRequest& request) const {
    if (!request.recipe || !m_recipe)
        return !request.recipe && !m_recipe && !m_model.empty() && request.model == m_model;
    return request.recipe->base == m_recipe->base &&
           std::ranges::equal(request.recipe->experts, m_recipe->experts, {}, &ExpertSpec::source, &ExpertSpec::source);
}

}  // namespace segmoe::ui
