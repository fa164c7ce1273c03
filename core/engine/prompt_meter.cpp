// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/prompt_meter.h"

#include <limits>

#include "core/base/error.h"
#include "core/engine/model_search.h"
#include "core/pipeline/model_files.h"
#include "core/pipeline/recipe_model.h"
#include "core/text/prompt_chunks.h"

namespace segmoe {

struct PromptMeter::Impl {
    std::string model;
    pipeline::ModelFiles files;

    const pipeline::ModelFiles& filesOf(const std::string& wanted) {
        if (!files.encoders.empty() && model == wanted) return files;
        const ModelRef ref = ModelRef::parse(wanted);
        files = ref.kind() == ModelRefKind::Recipe ? pipeline::openRecipeHeaders(ref.path(), programSearch(), false)
                                                   : pipeline::openModelFiles(ref, programSearch());
        if (files.encoders.empty())
            throw Error(ErrorCode::ComponentMissing, "'" + files.name + "' has no text encoder.");
        model = wanted;
        return files;
    }
};

namespace {

/// The embeddings a prompt calls, as words that stand for tokens; marks them in the count.
PromptWords wordsOf(const pipeline::ModelFiles& files, const std::vector<pipeline::EmbeddingCall>& calls,
                    PromptCount& count) {
    std::vector<PromptWord> words;
    std::int64_t id = std::numeric_limits<std::int32_t>::max();  // beyond every vocabulary
    for (const pipeline::EmbeddingCall& call : calls) {
        try {
            if (!call.file.empty()) {
                const auto file = pipeline::openEmbedding(call.file, files.encoders, files.name);
                for (const std::string& name : {call.name, "embedding:" + call.name})
                    words.push_back({name, id, static_cast<std::size_t>(file->size())});
                id += file->size();
                count.embeddings.push_back({call.begin, call.end});
                continue;
            }
        } catch (const Error&) {  // the render leaves it out, too
        }
        if (call.isExplicit) count.unusable.push_back({call.begin, call.end});
    }
    return PromptWords(std::move(words));
}

}  // namespace

PromptMeter::PromptMeter() : m_impl(std::make_unique<Impl>()) {}

PromptMeter::~PromptMeter() = default;

PromptCount PromptMeter::count(const PromptQuestion& question) {
    const pipeline::ModelFiles& files = m_impl->filesOf(question.model);
    PromptCount count;
    PromptWords words;
    if (!question.embeddingFolders.empty())
        words = wordsOf(files, pipeline::EmbeddingFolders(question.embeddingFolders).callsIn(question.prompt), count);
    const ParsedPrompt parsed = parsePrompt(question.prompt);
    const ChunkedPrompt chunked = chunkPrompt(*files.encoders.front().requireTokenizer(files.name), parsed, words);
    count.tokens = static_cast<int>(chunked.tokenCount);
    count.parts = static_cast<int>(chunked.chunks.size());
    for (std::size_t part = 1; part < chunked.chunks.size(); ++part)
        count.partStarts.push_back(chunked.chunks[part].begin);
    for (const PromptNote& note : parsed.notes)
        (note.kind == PromptNote::Kind::UnmatchedBracket ? count.unmatched : count.plainText)
            .push_back({note.begin, note.end});
    return count;
}

}  // namespace segmoe
