# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
segmoe_add_test(core/text/clip_tokenizer_test LIGHT)
segmoe_add_test(core/text/prompt_chunks_test LIGHT)
segmoe_add_test(core/text/prompt_syntax_test LIGHT)
segmoe_add_test(core/text/token_weighting_test LIGHT)
segmoe_add_test(core/text/unicode_test LIGHT)
# The published vocabulary is no file of the repository: the bootstrap puts it into the build tree, SEGMOE_CLIP_VOCAB may
# name it. Without it the cases that need it are skipped and say so.
set_property(TEST core.text.clip_tokenizer_test APPEND PROPERTY ENVIRONMENT
  "SEGMOE_TEST_CLIP_FOLDER=${CMAKE_BINARY_DIR}/share/segmoe-studio/clip")
