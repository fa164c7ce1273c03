// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/build_state.h"

#include "ui/mix/mix_state.h"

namespace segmoe::ui {

namespace {

bool sameBuild(const MixRecipe& a, const MixRecipe& b) {
    return weightsKey(a) == weightsKey(b) && gatesKey(a) == gatesKey(b);
}

}  // namespace

void BuildTracker::started(const MixRecipe& recipe) {
    m_building = recipe;
    m_failedRecipe.reset();
}

void BuildTracker::succeeded() {
    m_built = std::move(m_building);
    m_building.reset();
    m_failedRecipe.reset();
}

void BuildTracker::failed(const Failure& failure) {
    m_failedRecipe = std::move(m_building);
    m_building.reset();
    m_failure = failure;
}

void BuildTracker::cancelled() { m_building.reset(); }

void BuildTracker::discard() {
    m_built.reset();
    m_failedRecipe.reset();
}

BuildState BuildTracker::state(const MixRecipe& now) const {
    if (m_building) return BuildState::Building;
    if (m_failedRecipe && sameBuild(*m_failedRecipe, now)) return BuildState::Failed;
    if (!m_built) return BuildState::NotBuilt;
    if (weightsKey(*m_built) != weightsKey(now)) return BuildState::WeightsOutOfDate;
    return gatesKey(*m_built) == gatesKey(now) ? BuildState::Built : BuildState::GatesOutOfDate;
}

}  // namespace segmoe::ui
