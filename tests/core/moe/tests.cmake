# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
set(tiny_mixture core/moe/tiny_mixture)
add_library(segmoe_tiny_mixture STATIC ${tiny_mixture}.cpp)
target_link_libraries(segmoe_tiny_mixture PUBLIC segmoe_test_support)
target_precompile_headers(segmoe_tiny_mixture REUSE_FROM segmoe_test_support)

segmoe_add_test(core/moe/expert_cache_test LIGHT)
segmoe_add_test(core/moe/recipe_yaml_test LIGHT)
segmoe_add_test(core/moe/routing_decision_test LIGHT)
segmoe_add_test(core/moe/routing_groups_test LIGHT)
segmoe_add_test(core/moe/trace_test LIGHT)
segmoe_add_test(core/moe/gate_builder_test)
segmoe_add_test(core/moe/mixture_source_test)
segmoe_add_test(core/moe/routing_detail_test)
segmoe_add_test(core/moe/sparse_layers_test)
foreach(name gate_builder_test mixture_source_test sparse_layers_test)
  target_link_libraries(test_core_moe_${name} PRIVATE segmoe_tiny_mixture)
endforeach()
