# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
segmoe_add_test(core/engine/hub_publish_test LIBS segmoe_standin)
segmoe_add_test(core/engine/mix_workbench_test)
segmoe_add_test(core/engine/model_library_test LIGHT)
segmoe_add_test(core/engine/render_engine_test)
segmoe_add_test(core/engine/model_downloads_test LIGHT LIBS segmoe_standin)
segmoe_add_test(core/engine/model_facts_test LIGHT)
segmoe_add_test(core/engine/models_folder_test LIGHT)
segmoe_add_test(core/engine/model_files_test LIGHT)
segmoe_add_test(core/engine/recipe_text_test LIGHT)
segmoe_add_test(core/engine/hub_browser_test LIBS segmoe_standin)
