// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <nlohmann/json.hpp>

#include "core/domain/routing_policy.h"
#include "core/moe/recipe_fields.h"

namespace segmoe::moe {

/// studio.routing of a recipe: select (batch|image|half|sample), cond_only, temperature, and rules, a list of
/// {act: mute|solo|pin|bias, expert, sites, from, to, bias}. Absent keys are the defaults of RoutingPolicy.
RoutingPolicy readRouting(RecipeFields& fields, int experts, std::vector<RecipeFault>& faults);

/// Only what differs from the defaults; an empty object when nothing does.
nlohmann::ordered_json routingTree(const RoutingPolicy& policy);

}  // namespace segmoe::moe
