# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
# Tests of the window link segmoe_ui and no LibTorch; only ui.starter loads the engine, the way the program does.
if(SEGMOE_STUDIO)
  function(segmoe_add_ui_test path)
    string(REPLACE "/" "_" target "test_${path}")
    string(REPLACE "/" "." name "${path}")
    add_executable(${target} "${CMAKE_SOURCE_DIR}/tests/${path}.cpp")
    target_link_libraries(${target} PRIVATE segmoe_ui Qt6::Test)
    # The module's path in words: $<TARGET_FILE> would make every test of the window wait for the whole core.
    target_compile_definitions(${target} PRIVATE
      SEGMOE_ENGINE_MODULE="${CMAKE_BINARY_DIR}/app/${CMAKE_SHARED_MODULE_PREFIX}segmoe_engine${CMAKE_SHARED_MODULE_SUFFIX}"
      SEGMOE_SOURCE_DIR="${CMAKE_SOURCE_DIR}" SEGMOE_LUPDATE="$<TARGET_FILE:Qt6::lupdate>")
    target_compile_options(${target} PRIVATE -O0)
    if(TARGET test_ui_bridge_error_text_test AND NOT target STREQUAL "test_ui_bridge_error_text_test")
      target_precompile_headers(${target} REUSE_FROM test_ui_bridge_error_text_test)
    else()
      target_precompile_headers(${target} PRIVATE "${CMAKE_SOURCE_DIR}/tests/ui/pch.h")
    endif()
    add_test(NAME ${name} COMMAND ${target})
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;OMP_NUM_THREADS=1")
    # Those without widgets also run under sanitizers; the font libraries of the system keep memory until the end.
    if("LIGHT" IN_LIST ARGN)
      set_tests_properties(${name} PROPERTIES LABELS light)
    endif()
  endfunction()

  # Helpers of several of these tests.
  set(ui_support support/heartbeat.cpp support/heartbeat.h support/page_walk.cpp support/pseudo_translator.cpp
    support/pseudo_translator.h)
  list(TRANSFORM ui_support PREPEND "${CMAKE_CURRENT_LIST_DIR}/")
  add_library(segmoe_ui_test_support STATIC ${ui_support})
  target_link_libraries(segmoe_ui_test_support PUBLIC segmoe_ui Qt6::Test)

  segmoe_add_ui_test(ui/bridge/error_text_test LIGHT)
  segmoe_add_ui_test(ui/bridge/picture_client_test LIGHT)
  segmoe_add_ui_test(ui/bridge/request_settings_test LIGHT)
  segmoe_add_ui_test(ui/bridge/settings_test LIGHT)
  segmoe_add_ui_test(ui/bridge/starter_kit_test LIGHT)
  segmoe_add_ui_test(ui/bridge/threaded_engine_client_test LIGHT)
  segmoe_add_ui_test(ui/library/library_page_test)
  segmoe_add_ui_test(ui/queue/job_queue_test LIGHT)
  segmoe_add_ui_test(ui/render/prompt_weight_keys_test LIGHT)
  segmoe_add_ui_test(ui/render/render_page_test)
  segmoe_add_ui_test(ui/render/request_form_test)
  segmoe_add_ui_test(ui/routing/place_maps_test LIGHT)
  segmoe_add_ui_test(ui/routing/routing_map_model_test LIGHT)
  segmoe_add_ui_test(ui/routing/routing_statistics_test LIGHT)
  segmoe_add_ui_test(ui/shell/action_table_test)
  segmoe_add_ui_test(ui/shell/heartbeat_test)
  target_link_libraries(test_ui_shell_heartbeat_test PRIVATE segmoe_ui_test_support)
  segmoe_add_ui_test(ui/shell/main_window_test)
  segmoe_add_ui_test(ui/shell/pages_test)
  target_link_libraries(test_ui_shell_pages_test PRIVATE segmoe_ui_test_support)
  segmoe_add_ui_test(ui/shell/settings_page_test)
  segmoe_add_ui_test(ui/shell/window_parts_test)
  segmoe_add_ui_test(ui/shell/screens_test)
  target_sources(test_ui_shell_screens_test PRIVATE "${CMAKE_SOURCE_DIR}/app/studio/scenes.cpp"
    "${CMAKE_SOURCE_DIR}/app/studio/scenes_gallery.cpp" "${CMAKE_SOURCE_DIR}/app/studio/scenes_shell.cpp")
  segmoe_add_ui_test(ui/translations_test)
  segmoe_add_ui_test(ui/widgets/compare_view_test)
  segmoe_add_ui_test(ui/widgets/mime_kinds_test LIGHT)
  segmoe_add_ui_test(ui/widgets/theme_test)

  segmoe_add_ui_test(ui/starter)
  target_link_libraries(test_ui_starter PRIVATE segmoe_ui_test_support)
  add_dependencies(test_ui_starter segmoe_engine segmoe_starter)
  set_tests_properties(ui.starter PROPERTIES LABELS starter TIMEOUT 600)
endif()
