# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` leaves runs from where it lies: the command line renders the starter mixture with what was installed
# beside it, and the window opens. Called with BUILD (the build folder), PREFIX (emptied) and STUDIO (whether there is a window).
file(REMOVE_RECURSE "${PREFIX}")

function(run_step what)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE said ERROR_VARIABLE said TIMEOUT 300)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "${what} ended with ${code}:\n${said}")
  endif()
  set(said "${said}" PARENT_SCOPE)
endfunction()

run_step("cmake --install" "${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${PREFIX}")
# Nothing of the build tree or of the user's folders may help.
set(alone "${CMAKE_COMMAND}" -E env --unset=SEGMOE_SHARE "SEGMOE_HOME=${PREFIX}/home" "QT_QPA_PLATFORM=offscreen")
run_step("segmoe --version" ${alone} "${PREFIX}/bin/segmoe" --version)
set(recipe "${PREFIX}/share/segmoe-studio/starter/starter.yaml")
if(NOT EXISTS "${recipe}")
  message(FATAL_ERROR "The starter mixture was not installed.")
endif()
run_step("segmoe render" ${alone} "${PREFIX}/bin/segmoe" render "${recipe}" --prompt "a red flower" --steps 2 --seed 1 -o "${PREFIX}/picture.png")
if(NOT EXISTS "${PREFIX}/picture.png")
  message(FATAL_ERROR "segmoe render left no picture:\n${said}")
endif()
if(STUDIO)
  run_step("segmoe-studio --self-test" ${alone} "${PREFIX}/bin/segmoe-studio" --profile "${PREFIX}/profile" --self-test)
endif()
file(REMOVE_RECURSE "${PREFIX}")
