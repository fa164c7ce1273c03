# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
#
# cmake -DSOURCE=resources/starter -DTARGET=DIR [-DMODELS=base;flower;house;fish] -P assemble.cmake
# Copies shared/ and each model's own files together into four complete diffusers folders.
if(NOT DEFINED SOURCE OR NOT DEFINED TARGET)
  message(FATAL_ERROR "usage: cmake -DSOURCE=DIR -DTARGET=DIR -P assemble.cmake")
endif()
if(NOT DEFINED MODELS)
  set(MODELS base flower house fish)
endif()
foreach(_model IN LISTS MODELS)
  file(REMOVE_RECURSE "${TARGET}/${_model}")
  file(COPY "${SOURCE}/shared/" "${SOURCE}/${_model}/" DESTINATION "${TARGET}/${_model}")
endforeach()
file(COPY "${SOURCE}/starter.yaml" "${SOURCE}/starter.json" DESTINATION "${TARGET}")
