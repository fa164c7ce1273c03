# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
segmoe_add_test(core/base/digest_cache_test LIGHT)
segmoe_add_test(core/base/files_test LIGHT)
segmoe_add_test(core/base/texts_test LIGHT)
segmoe_add_test(core/base/gpu_state_test LIGHT)
target_link_libraries(test_core_base_gpu_state_test PRIVATE segmoe_fake_nvml)
