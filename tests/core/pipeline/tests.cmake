# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
segmoe_add_test(core/pipeline/embedding_folders_test)
segmoe_add_test(core/pipeline/external_parts_test)
segmoe_add_test(core/pipeline/golden_mixtures_test)
segmoe_add_test(core/pipeline/golden_pictures_test)
segmoe_add_test(core/pipeline/memory_limit_test)
segmoe_add_test(core/pipeline/prompt_embeddings_test)
segmoe_add_test(core/pipeline/recipe_loras_test)
segmoe_add_test(core/pipeline/used_file_test LIGHT)
target_link_libraries(test_core_pipeline_golden_mixtures_test PRIVATE segmoe_tiny_mixture)
