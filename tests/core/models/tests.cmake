# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
segmoe_add_test(core/models/clip_text_config_test LIGHT)
segmoe_add_test(core/models/clip_text_model_test)
segmoe_add_test(core/models/unet_config_test LIGHT)
segmoe_add_test(core/models/unet_detection_test LIGHT)
segmoe_add_test(core/models/unet_test)
segmoe_add_test(core/models/vae_config_test LIGHT)
segmoe_add_test(core/models/vae_test)
