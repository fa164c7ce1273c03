# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
segmoe_add_test(core/images/generation_parameters_test LIGHT)
segmoe_add_test(core/images/picture_codec_test LIGHT)
segmoe_add_test(core/images/png_codec_test LIGHT)
segmoe_add_test(core/images/segmoe_metadata_test LIGHT)
segmoe_add_test(core/images/settings_reader_test LIGHT)
