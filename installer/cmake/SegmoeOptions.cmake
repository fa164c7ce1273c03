# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
# One interface target carries every compiler flag of the project: language level, warnings, hardening, sanitizers.
add_library(segmoe_options INTERFACE)
target_compile_features(segmoe_options INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

target_compile_options(segmoe_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
  -fstack-protector-strong $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
target_include_directories(segmoe_options INTERFACE "${CMAKE_SOURCE_DIR}" "${CMAKE_BINARY_DIR}/generated")
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 sees overlaps and overflows in plain std::string concatenation (its bugs 105329 and 105651).
  target_compile_options(segmoe_options INTERFACE -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds)
endif()
if(SEGMOE_UNITY)
  # A local name and a name of another source that is compiled along: that shadow is none of either's.
  target_compile_options(segmoe_options INTERFACE -Wno-shadow)
endif()
if(SEGMOE_WERROR)
  # GCC 12 warns of an overlap inside its own std::string that cannot happen (GCC bug 105651).
  target_compile_options(segmoe_options INTERFACE -Werror $<$<CXX_COMPILER_ID:GNU>:-Wno-error=restrict>)
endif()
if(SEGMOE_SANITIZE)
  target_compile_options(segmoe_options INTERFACE -fsanitize=${SEGMOE_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(segmoe_options INTERFACE -fsanitize=${SEGMOE_SANITIZE})
endif()

if(SEGMOE_FUZZ)
  # Every branch of the core reports to libFuzzer; its main function is linked into the programs of tests/fuzz only.
  target_compile_options(segmoe_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

find_program(SEGMOE_CCACHE ccache)
if(SEGMOE_CCACHE)
  # A precompiled header is only cached when ccache is told that its time stamp does not matter.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${SEGMOE_CCACHE}")
endif()
find_program(SEGMOE_MOLD mold)
if(SEGMOE_MOLD)
  target_link_options(segmoe_options INTERFACE -fuse-ld=mold)
endif()
