# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
segmoe_add_test(core/domain/routing_policy_test LIGHT)
segmoe_add_test(core/domain/model_name_test LIGHT)
