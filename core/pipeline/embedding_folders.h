// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/embedding_ref.h"
#include "core/text/prompt_words.h"

namespace segmoe::pipeline {

/// A word of a prompt that calls an embedding. Places are bytes of the prompt as typed.
struct EmbeddingCall {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string name;            ///< as in the prompt, without "embedding:"
    std::filesystem::path file;  ///< empty: "embedding:NAME" where no file has that name
    bool isExplicit = false;     ///< written as "embedding:NAME"
};

/// Textual inversion embeddings that lie in folders and are called by the names of their files, the way users of
/// AUTOMATIC1111 (NAME) and ComfyUI (embedding:NAME) know it: .safetensors files, also in folders below, no link to a
/// folder followed. Of equal names the first folder's counts, upper and lower case are alike. Nothing is opened.
/// Immutable, thread-safe.
class EmbeddingFolders {
public:
    /// Lists them once. Folders that are not there or cannot be read are empty.
    explicit EmbeddingFolders(const std::vector<std::filesystem::path>& folders);

    /// In the order of the prompt, whose syntax is read first: nothing is called in <lora:NAME:1>.
    std::vector<EmbeddingCall> callsIn(std::string_view prompt) const;

private:
    std::vector<std::filesystem::path> m_files;
    PromptWords m_words;  ///< ids are places in m_files
};

/// The files behind the calls, each name once.
std::vector<EmbeddingRef> calledEmbeddings(const std::vector<EmbeddingCall>& calls);

/// A sentence for each "embedding:NAME" that no file answers to.
std::vector<std::string> unansweredCalls(const std::vector<EmbeddingCall>& calls);

}  // namespace segmoe::pipeline
