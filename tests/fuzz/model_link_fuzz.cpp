// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/hub_names.h"
#include "core/hub/model_link.h"
#include "core/hub/path_rules.h"
#include "tests/fuzz/fuzz_input.h"

using namespace segmoe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::run([&] {
        const auto link = hub::parseModelLink(fuzz::asText(data, size), "https://mirror.example");
        if (!link) return;
        if (link->site == hub::Site::HuggingFace) {
            fuzz::require(hub::isRepoId(link->repo), "a repository has a name");
            fuzz::require(link->revision.empty() || hub::isRevision(link->revision), "a revision is one");
            fuzz::require(link->file.empty() || hub::pathFault(link->file).empty(), "a file has a harmless name");
        } else {
            fuzz::require(link->modelId > 0 || link->versionId > 0, "a model has a number");
        }
        hub::ModelLink told = *link;
        told.hadToken = false;  // a token is no part of the text
        fuzz::require(hub::parseModelLink(link->text()) == told, "the shortest text means the same");
        fuzz::require(!link->page().empty(), "a model has a page");
    });
    return 0;
}
