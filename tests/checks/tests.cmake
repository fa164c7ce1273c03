# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
# Rules of the house as tests. Each script takes the repository's folder, prints every breach as file:line and fails on one;
# 77 means that a tool it needs is not installed.
find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)
foreach(rule layers sizes listing texts documents error_sentences sampler_golden format)
  add_test(NAME checks.${rule} COMMAND Python3::Interpreter -B "${CMAKE_SOURCE_DIR}/tests/checks/${rule}.py" "${CMAKE_SOURCE_DIR}")
  set_tests_properties(checks.${rule} PROPERTIES LABELS light SKIP_RETURN_CODE 77)
endforeach()
# The checks themselves: each must find a breach that is put before it.
add_test(NAME checks.self COMMAND Python3::Interpreter -B "${CMAKE_SOURCE_DIR}/tests/checks/checks_test.py")
set_tests_properties(checks.self PROPERTIES LABELS light)
