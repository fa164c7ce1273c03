# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
segmoe_add_test(core/weights/hostile_safetensors_test LIGHT)
segmoe_add_test(core/weights/lora_source_test LIGHT)
segmoe_add_test(core/weights/safetensors_file_test LIGHT)
segmoe_add_test(core/weights/safetensors_writer_test)
segmoe_add_test(core/weights/single_file_test LIGHT)
segmoe_add_test(core/weights/sources_test LIGHT)
segmoe_add_test(core/weights/weight_scope_test LIGHT)
