// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/embedding_folders.h"

#include <algorithm>
#include <set>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/text/prompt_syntax.h"

namespace segmoe::pipeline {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 20'000;
constexpr std::string_view kPrefix = "embedding:";

std::vector<fs::path> filesBelow(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    auto entry = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::end(entry) && files.size() < kMostFiles; entry.increment(error)) {
        std::error_code ignored;
        if (entry->path().extension() == ".safetensors" && entry->is_regular_file(ignored))
            files.push_back(entry->path());
    }
    std::ranges::sort(files);
    return files;
}

/// Case, space and what has a meaning in prompts end a name.
bool endsName(char c) { return std::string_view(" \t\r\n,()[]<>:|{}\\").find(c) != std::string_view::npos; }

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Every "embedding:NAME" of a text, as it stands there.
std::vector<Span> prefixedNames(std::string_view text) {
    std::vector<Span> spans;
    const auto same = [](char a, char b) { return asciiLower(a) == b; };
    for (auto at = text.begin();;) {
        at = std::search(at, text.end(), kPrefix.begin(), kPrefix.end(), same);
        if (at == text.end()) return spans;
        const auto name = at + static_cast<std::ptrdiff_t>(kPrefix.size());
        const auto end = std::find_if(name, text.end(), endsName);
        if (end != name)
            spans.push_back(
                {static_cast<std::size_t>(at - text.begin()), static_cast<std::size_t>(end - text.begin())});
        at = end;
    }
}

std::string_view withoutPrefix(std::string_view word) {
    const bool isPrefixed =
        word.size() > kPrefix.size() &&
        std::equal(kPrefix.begin(), kPrefix.end(), word.begin(), [](char a, char b) { return a == asciiLower(b); });
    return isPrefixed ? word.substr(kPrefix.size()) : word;
}

}  // namespace

EmbeddingFolders::EmbeddingFolders(const std::vector<fs::path>& folders) {
    std::vector<PromptWord> words;
    for (const fs::path& folder : folders) {
        for (const fs::path& file : filesBelow(folder)) {
            const auto id = static_cast<std::int64_t>(m_files.size());
            words.push_back({file.stem().string(), id, 1});
            words.push_back({std::string(kPrefix) + file.stem().string(), id, 1});
            m_files.push_back(file);
        }
    }
    m_words = PromptWords(std::move(words));
}

std::vector<EmbeddingCall> EmbeddingFolders::callsIn(std::string_view prompt) const {
    std::vector<EmbeddingCall> calls;
    for (const PromptSegment& segment : parsePrompt(prompt).segments) {
        const std::string_view text = segment.text;
        std::vector<Span> known;
        const auto add = [&](Span span, const fs::path& file) {
            const std::string_view word = text.substr(span.begin, span.end - span.begin);
            const std::string_view name = withoutPrefix(word);
            calls.push_back({segment.origin[span.begin], segment.origin[span.end - 1] + 1, std::string(name), file,
                             name.size() != word.size()});
        };
        for (const PromptWords::Part& part : m_words.split(text)) {
            if (!part.word) continue;
            known.push_back({part.begin, part.end});
            add(known.back(), m_files[static_cast<std::size_t>(part.word->firstId)]);
        }
        for (const Span& span : prefixedNames(text))
            if (std::ranges::none_of(known, [&](const Span& k) { return k.begin < span.end && span.begin < k.end; }))
                add(span, {});
    }
    std::ranges::stable_sort(calls, {}, &EmbeddingCall::begin);
    return calls;
}

std::vector<EmbeddingRef> calledEmbeddings(const std::vector<EmbeddingCall>& calls) {
    std::vector<EmbeddingRef> embeddings;
    for (const EmbeddingCall& call : calls) {
        EmbeddingRef embedding{call.file.string(), call.file.stem().string()};
        if (!call.file.empty() && std::ranges::find(embeddings, embedding) == embeddings.end())
            embeddings.push_back(std::move(embedding));
    }
    return embeddings;
}

std::vector<std::string> unansweredCalls(const std::vector<EmbeddingCall>& calls) {
    std::vector<std::string> sentences;
    std::set<std::string> told;
    for (const EmbeddingCall& call : calls)
        if (call.file.empty() && told.insert(call.name).second)
            sentences.push_back("The prompt calls the embedding " + quote(call.name) +
                                ", but no file in the folders of embeddings has this name.");
    return sentences;
}

}  // namespace segmoe::pipeline
