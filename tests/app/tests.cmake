# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
# Black-box tests: each starts the program segmoe and looks at what it prints, writes and returns.
if(NOT SEGMOE_ENGINE_READY)
  return()
endif()
foreach(name usage render mix tools)
  segmoe_add_test(app/${name}_test)
  target_compile_definitions(test_app_${name}_test PRIVATE SEGMOE_PROGRAM="$<TARGET_FILE:segmoe>")
  add_dependencies(test_app_${name}_test segmoe)
endforeach()
