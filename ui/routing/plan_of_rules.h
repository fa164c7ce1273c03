// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/routing/act_rule.h"

namespace segmoe::ui {

/// Rules of a request as the act panel shows them, the reverse of ActPlan::policy(): what follows each other in one
/// scope is one rule, and the last one stands on the switches when it acts everywhere. Patterns and steps that the
/// panel has no controls for are kept as they are. Rules of experts that do not exist are left out.
/// steps = of the render that the panel shows.
ActPlan planOfRules(const std::vector<RoutingRule>& rules, int topK, int experts, int steps);

/// The scope of a pattern of core/domain SiteSelector.
ActScope scopeOfPattern(const std::string& pattern);

}  // namespace segmoe::ui
