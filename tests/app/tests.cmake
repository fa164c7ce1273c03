# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
# Black-box tests: each starts the program segmoe and looks at what it prints, writes and returns.
foreach(path app/adapters_test app/hash_test app/interrupt_test app/usage_test app/render_test app/mix_test app/mix_memory_test app/tools_test)
  segmoe_add_test(${path})
  string(REPLACE "/" "_" target "test_${path}")
  target_compile_definitions(${target} PRIVATE SEGMOE_PROGRAM="$<TARGET_FILE:segmoe>")
  add_dependencies(${target} segmoe)
endforeach()
foreach(path app/hub_test app/hub_recipes_test)
  segmoe_add_test(${path} LIBS segmoe_standin)
  string(REPLACE "/" "_" target "test_${path}")
  target_compile_definitions(${target} PRIVATE SEGMOE_PROGRAM="$<TARGET_FILE:segmoe>")
  add_dependencies(${target} segmoe)
endforeach()
target_compile_definitions(test_app_mix_memory_test PRIVATE SEGMOE_PEAK_MEMORY="$<TARGET_FILE:segmoe-peak-memory>")
add_dependencies(test_app_mix_memory_test segmoe-peak-memory)
add_dependencies(test_app_hash_test segmoe_starter)
add_test(NAME app.install COMMAND "${CMAKE_COMMAND}" -DBUILD=${CMAKE_BINARY_DIR} -DPREFIX=${CMAKE_CURRENT_BINARY_DIR}/installed
  -DSTUDIO=$<BOOL:${SEGMOE_STUDIO}> -P "${CMAKE_CURRENT_SOURCE_DIR}/app/install_test.cmake")
