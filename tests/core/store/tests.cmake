# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
segmoe_add_test(core/store/database_test LIGHT LIBS SQLiteCpp)
segmoe_add_test(core/store/model_index_test LIGHT LIBS SQLiteCpp)
segmoe_add_test(core/store/file_copies_test LIGHT)
segmoe_add_test(core/store/gallery_index_test LIGHT)
