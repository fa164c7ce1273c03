# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
# Finds LibTorch and offers it as segmoe_torch. In this order: SEGMOE_TORCH_DIR (CMake variable or environment), then
# the torch package of the Python found on PATH, the one that installer/bootstrap.sh installed.
#
# The libraries are taken by name and not through TorchConfig.cmake: that file of a CUDA build insists on an installed
# CUDA toolkit, which a program that only includes ATen does not need.
set(SEGMOE_TORCH_DIR "$ENV{SEGMOE_TORCH_DIR}" CACHE PATH "LibTorch folder: an unpacked libtorch, or the torch folder of a Python environment")
option(SEGMOE_INSTALL_TORCH "Copy the LibTorch libraries into the installed tree, so that it can be moved to another machine" OFF)

set(_torch "${SEGMOE_TORCH_DIR}")
find_program(SEGMOE_PYTHON NAMES python3 python)
foreach(_python "${SEGMOE_PYTHON}" "${CMAKE_SOURCE_DIR}/build/deps/venv/bin/python")
  if(NOT _torch AND EXISTS "${_python}")
    execute_process(COMMAND "${_python}" -c "import importlib.util as u; print(list(u.find_spec('torch').submodule_search_locations)[0])"
      OUTPUT_VARIABLE _torch OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  endif()
endforeach()
if(NOT _torch OR NOT EXISTS "${_torch}/share/cmake/Torch/TorchConfigVersion.cmake")
  message(FATAL_ERROR "LibTorch was not found. Set SEGMOE_TORCH_DIR to the torch folder (the one that holds share/cmake/Torch), "
    "or run: bash installer/bootstrap.sh run")
endif()
get_filename_component(TORCH_INSTALL_PREFIX "${_torch}" REALPATH)

file(STRINGS "${TORCH_INSTALL_PREFIX}/share/cmake/Torch/TorchConfigVersion.cmake" _line REGEX "^set\\(PACKAGE_VERSION ")
string(REGEX REPLACE ".*\"([0-9.]+).*" "\\1" Torch_VERSION "${_line}")
if(Torch_VERSION VERSION_LESS 2.6)
  message(FATAL_ERROR "LibTorch ${Torch_VERSION} in ${TORCH_INSTALL_PREFIX} is too old: 2.6 or later is needed.")
endif()
file(STRINGS "${TORCH_INSTALL_PREFIX}/share/cmake/Torch/TorchConfig.cmake" _old_abi REGEX "_GLIBCXX_USE_CXX11_ABI=0")
if(_old_abi)
  message(FATAL_ERROR "LibTorch in ${TORCH_INSTALL_PREFIX} was built with the old C++ string type (_GLIBCXX_USE_CXX11_ABI=0) "
    "and cannot be linked with the libraries of this system. Take a build with the C++11 one.")
endif()

add_library(segmoe_torch INTERFACE)
target_include_directories(segmoe_torch SYSTEM INTERFACE "${TORCH_INSTALL_PREFIX}/include")
set(_backends)
foreach(_name c10 torch_cpu c10_cuda torch_cuda c10_hip torch_hip)
  set(_file "${TORCH_INSTALL_PREFIX}/lib/lib${_name}.so")
  if(EXISTS "${_file}")
    add_library(segmoe_torch::${_name} SHARED IMPORTED GLOBAL)
    set_target_properties(segmoe_torch::${_name} PROPERTIES IMPORTED_LOCATION "${_file}")
    target_link_libraries(segmoe_torch INTERFACE segmoe_torch::${_name})
    if(_name MATCHES "^torch_(cuda|hip)$")
      # Nothing refers to a symbol of the GPU back-end; it registers itself when it is loaded.
      target_link_options(segmoe_torch INTERFACE "LINKER:--no-as-needed" "LINKER:--allow-shlib-undefined")
      list(APPEND _backends "${_name}")
    endif()
  endif()
endforeach()
foreach(_name c10 torch_cpu)
  if(NOT TARGET segmoe_torch::${_name})
    message(FATAL_ERROR "lib${_name}.so is missing in ${TORCH_INSTALL_PREFIX}/lib. Install torch again, or point SEGMOE_TORCH_DIR at another copy.")
  endif()
endforeach()
message(STATUS "LibTorch ${Torch_VERSION} in ${TORCH_INSTALL_PREFIX}${_backends}")

# The installed programs look for LibTorch beside themselves first, then where it was at build time. That folder is named, since
# CMAKE_INSTALL_RPATH_USE_LINK_PATH leaves out folders inside the project, where bootstrap.sh puts its own copy.
set(CMAKE_INSTALL_RPATH "$ORIGIN/../${CMAKE_INSTALL_LIBDIR}" "$ORIGIN" "$ORIGIN/segmoe-studio/torch" "${TORCH_INSTALL_PREFIX}/lib")
set(CMAKE_INSTALL_RPATH_USE_LINK_PATH ON)
if(SEGMOE_INSTALL_TORCH)
  file(GLOB _libraries "${TORCH_INSTALL_PREFIX}/lib/*.so*")
  list(FILTER _libraries EXCLUDE REGEX "torch_python|jitbackend_test|torchbind_test|backend_with_compiler|aoti_custom_ops|libshm")
  install(PROGRAMS ${_libraries} DESTINATION "${CMAKE_INSTALL_LIBDIR}/segmoe-studio/torch")
endif()
