// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace segmoe {

/// How a prompt falls into tokens and parts, and what in it is kept as plain text. Places are bytes of the prompt.
struct PromptCount {
    struct Mark {
        std::size_t begin = 0;
        std::size_t end = 0;
        bool operator==(const Mark&) const = default;
    };
    int tokens = 0;                       ///< of the last part and 75 for each before it, as the web UI counts
    int parts = 1;                        ///< of 75 tokens
    std::vector<std::size_t> partStarts;  ///< of the second part and those behind it
    std::vector<Mark> plainText;          ///< AND, [a:b:n], [a|b], <hypernet:…>: syntax of other programs
    std::vector<Mark> unmatched;          ///< brackets without a partner
    std::vector<Mark> embeddings;         ///< words that call one: as many tokens as it has vectors
    std::vector<Mark> unusable;           ///< "embedding:NAME" that no file answers to, or one for other models
    bool operator==(const PromptCount&) const = default;
};

/// What is asked; as in RenderRequest.
struct PromptQuestion {
    std::string model;
    std::string prompt;
    std::vector<std::filesystem::path> embeddingFolders;
    bool operator==(const PromptQuestion&) const = default;
};

/// Counts prompts with a model's own vocabulary, by the rules the render uses. Keeps the last vocabulary. One thread.
class PromptMeter {
public:
    PromptMeter();
    ~PromptMeter();
    /// Throws Error{ComponentMissing, TokenizerMissing…}.
    PromptCount count(const PromptQuestion& question);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace segmoe
