# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
segmoe_add_test(core/base/digest_cache_test LIGHT)
segmoe_add_test(core/base/files_test LIGHT)
segmoe_add_test(core/base/texts_test LIGHT)
