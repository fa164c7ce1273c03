# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
segmoe_add_test(core/samplers/sampler_golden_test LIGHT)
segmoe_add_test(core/samplers/sampler_noise_test LIGHT)
segmoe_add_test(core/samplers/sampler_factory_test LIGHT)
segmoe_add_test(core/samplers/scheduler_config_test LIGHT)
segmoe_add_test(core/samplers/timestep_spacing_test LIGHT)
