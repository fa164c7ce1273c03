// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/text/tokenizer_export.h"

#include <string>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/text/tokenizer_files.h"

namespace segmoe {

void writeClipVocabularyFolder(const std::filesystem::path& vocabulary, ClipPadding padding,
                               const std::filesystem::path& folder) {
    const std::string pad = padding == ClipPadding::EndOfText ? "<|endoftext|>" : "!";
    const text::TokenizerSpec spec = text::readClipVocabulary(vocabulary, pad);

    std::vector<std::string> tokens(spec.vocabulary.size());
    for (const auto& [token, id] : spec.vocabulary) tokens.at(static_cast<std::size_t>(id)) = token;
    nlohmann::ordered_json table = nlohmann::ordered_json::object();  // by id, as published
    for (std::size_t id = 0; id < tokens.size(); ++id) table[tokens[id]] = id;
    writeFileAtomically(folder / "vocab.json", table.dump());

    std::string merges = "#version: 0.2\n";
    for (const auto& [left, right] : spec.merges) merges += left + " " + right + "\n";
    writeFileAtomically(folder / "merges.txt", merges);

    const nlohmann::json special = {{"bos_token", "<|startoftext|>"},
                                    {"eos_token", "<|endoftext|>"},
                                    {"unk_token", "<|endoftext|>"},
                                    {"pad_token", pad}};
    writeFileAtomically(folder / "special_tokens_map.json", special.dump(2) + "\n");
    nlohmann::json config = special;
    config["tokenizer_class"] = "CLIPTokenizer";
    config["model_max_length"] = 77;
    config["add_prefix_space"] = false;
    config["do_lower_case"] = true;
    config["errors"] = "replace";
    writeFileAtomically(folder / "tokenizer_config.json", config.dump(2) + "\n");
}

}  // namespace segmoe
