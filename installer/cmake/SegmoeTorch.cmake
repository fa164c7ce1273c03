# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
# Finds LibTorch and offers it as segmoe_torch. In this order: SEGMOE_TORCH_DIR (CMake variable or environment), then
# the torch package of the Python found on PATH.
set(SEGMOE_TORCH_DIR "$ENV{SEGMOE_TORCH_DIR}" CACHE PATH "LibTorch folder: an unpacked libtorch, or the torch folder of a Python environment")
if(NOT SEGMOE_TORCH_DIR)
  find_program(SEGMOE_PYTHON NAMES python3 python)
  if(SEGMOE_PYTHON)
    execute_process(COMMAND "${SEGMOE_PYTHON}" -c "import torch; print(torch.utils.cmake_prefix_path)"
      OUTPUT_VARIABLE _prefix OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE _failed)
    if(NOT _failed)
      set(_torch_config "${_prefix}/Torch")
    endif()
  endif()
else()
  set(_torch_config "${SEGMOE_TORCH_DIR}/share/cmake/Torch")
endif()
if(NOT _torch_config OR NOT EXISTS "${_torch_config}/TorchConfig.cmake")
  message(FATAL_ERROR "LibTorch was not found. Set SEGMOE_TORCH_DIR to the torch folder (the one that holds share/cmake/Torch), "
    "or run: bash installer/bootstrap.sh run")
endif()
set(Torch_DIR "${_torch_config}" CACHE PATH "" FORCE)
set(CAFFE2_USE_CUDNN OFF CACHE BOOL "" FORCE)
find_package(Torch REQUIRED)
if(Torch_VERSION VERSION_LESS 2.6)
  message(FATAL_ERROR "LibTorch ${Torch_VERSION} is too old: 2.6 or later is needed.")
endif()
message(STATUS "LibTorch ${Torch_VERSION} in ${TORCH_INSTALL_PREFIX}")

add_library(segmoe_torch INTERFACE)
target_include_directories(segmoe_torch SYSTEM INTERFACE "${TORCH_INSTALL_PREFIX}/include")
target_link_libraries(segmoe_torch INTERFACE torch)
