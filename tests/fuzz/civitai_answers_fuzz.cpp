// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/civitai_answers.h"
#include "core/hub/civitai_folder.h"
#include "core/hub/hub_failure.h"
#include "core/hub/hub_names.h"
#include "core/hub/path_rules.h"
#include "tests/fuzz/fuzz_input.h"

using namespace segmoe;

namespace {

void checkVersion(const hub::CivitaiVersion& version) {
    for (const hub::CivitaiFile& file : version.files)
        fuzz::require(file.sha256.empty() || hub::isEtag(file.sha256), "a digest is one");
    fuzz::run([&] {
        const hub::CivitaiFile file = hub::chooseFile(version, {});
        fuzz::require(file.id != 0, "a chosen file can be asked for");
        const std::filesystem::path place = hub::civitaiTarget("/no-such-folder", version, file);
        fuzz::require(hub::pathFault(place.string().substr(1)).empty(), "a place is harmless");
    });
}

}  // namespace

/// Every answer of CivitAI's API, and its refusals.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::asText(data, size);
    fuzz::run([&] { checkVersion(hub::parseCivitaiVersion(text, "fuzz")); });
    fuzz::run([&] {
        for (const hub::CivitaiVersion& version : hub::parseCivitaiModel(text, "fuzz").versions) checkVersion(version);
    });
    fuzz::run([&] {
        for (const hub::CivitaiModel& model : hub::parseCivitaiPage(text, "fuzz").models)
            fuzz::require(model.id > 0, "a model has its number");
    });
    hub::HttpResponse refusal;
    refusal.status = 401;
    refusal.finalUrl = "https://civitai.example/x";
    refusal.body = std::string(text);
    fuzz::require(hub::civitaiFailure(refusal, {"x", {}, {}, false, {}}).what()[0] != '\0', "a refusal has a sentence");
    return 0;
}
