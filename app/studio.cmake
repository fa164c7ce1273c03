# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
# segmoe-studio: the window. Links no LibTorch; the engine module lies beside it or in lib/segmoe-studio.
add_executable(segmoe-studio
  studio_main.cpp
  studio/scenes.cpp
  studio/scenes_accounts.cpp
  studio/scenes_downloads.cpp
  studio/scenes_gallery.cpp studio/scenes_hub.cpp
  studio/scenes_library.cpp
  studio/scenes_mix.cpp
  studio/scenes_routing.cpp
  studio/scenes_shell.cpp
  studio/page_tour.cpp
  studio/pseudo_translator.cpp
  studio/screenshots.cpp
  studio/self_test.cpp
  studio/startup_clock.cpp
  studio/studio_options.cpp)
set_target_properties(segmoe-studio PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/app" WIN32_EXECUTABLE ON)
target_compile_definitions(segmoe-studio PRIVATE SEGMOE_STUDIO_VERSION="${PROJECT_VERSION}")
target_link_libraries(segmoe-studio PRIVATE segmoe_ui segmoe_translations)
add_dependencies(segmoe-studio segmoe_engine segmoe_starter)

install(TARGETS segmoe-studio RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES "${CMAKE_SOURCE_DIR}/resources/segmoe-studio.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES "${CMAKE_SOURCE_DIR}/resources/icons/app.svg" DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps" RENAME segmoe-studio.svg)
