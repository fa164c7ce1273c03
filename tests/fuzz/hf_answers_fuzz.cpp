// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "core/hub/hf_answers.h"
#include "core/hub/hub_failure.h"
#include "core/hub/hub_names.h"
#include "core/hub/path_rules.h"
#include "core/hub/repo_selection.h"
#include "tests/fuzz/fuzz_input.h"

using namespace segmoe;

namespace {

const nlohmann::json& modelIndex() {
    static const nlohmann::json index = nlohmann::json::parse(
        R"({"unet": ["diffusers", "U"], "vae": ["diffusers", "V"], "scheduler": ["diffusers", "S"]})");
    return index;
}

void checkInfo(const hub::RepoInfo& info) {
    fuzz::require(hub::isRepoId(info.id), "a repository has a name");
    fuzz::require(info.commit.empty() || hub::isCommit(info.commit), "a commit is one");
}

void checkTree(const std::vector<hub::RepoFile>& tree) {
    for (const hub::RepoFile& file : tree) fuzz::require(hub::isEtag(file.etag()), "a file has a digest");
    fuzz::run([&] {
        for (const hub::RepoFile& file : hub::selectModel(modelIndex(), tree, std::nullopt, "fuzz").files)
            fuzz::require(hub::pathFault(file.path).empty(), "a chosen file has a harmless name");
    });
    fuzz::run([&] {
        for (const hub::RepoFile& file : hub::selectFile(tree, {}, "fuzz").files)
            fuzz::require(hub::pathFault(file.path).empty(), "a chosen file has a harmless name");
    });
}

}  // namespace

/// Every answer of the Hub's API, and its refusals.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::asText(data, size);
    fuzz::run([&] { checkInfo(hub::parseRepoInfo(text, "fuzz")); });
    fuzz::run([&] {
        for (const hub::RepoInfo& info : hub::parseRepoList(text, "fuzz")) checkInfo(info);
    });
    fuzz::run([&] { checkTree(hub::parseTree(text, "fuzz")); });
    fuzz::run([&] { fuzz::require(!hub::parseIdentity(text, "fuzz").name.empty(), "somebody has a name"); });
    hub::HttpResponse refusal;
    refusal.status = 403;
    refusal.finalUrl = "https://hub.example/x";
    refusal.body = std::string(text);
    const Error error = hub::hfFailure(refusal, {"a/b", "main", "x", false, {}});
    fuzz::require(error.what()[0] != '\0', "a refusal has a sentence");
    return 0;
}
