# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
segmoe_add_test(core/moe/recipe_yaml_test LIGHT)
segmoe_add_test(core/moe/routing_decision_test LIGHT)
