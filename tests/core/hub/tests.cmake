# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
segmoe_add_test(core/hub/http_headers_test LIGHT)
segmoe_add_test(core/hub/credential_test LIGHT)
segmoe_add_test(core/hub/http_url_test LIGHT)
segmoe_add_test(core/hub/redaction_test LIGHT)
segmoe_add_test(core/hub/model_link_test LIGHT)
segmoe_add_test(core/hub/path_rules_test LIGHT)
segmoe_add_test(core/hub/repo_selection_test LIGHT)
segmoe_add_test(core/hub/hf_answers_test LIGHT)
segmoe_add_test(core/hub/curl_transport_test LIGHT LIBS segmoe_standin)
segmoe_add_test(core/hub/redirects_test LIGHT LIBS segmoe_standin)
segmoe_add_test(core/hub/retry_test LIGHT LIBS segmoe_standin)
segmoe_add_test(core/hub/download_faults_test LIGHT LIBS segmoe_standin)
