// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/prompt_meter.h"

#include "core/base/error.h"
#include "core/engine/model_search.h"
#include "core/pipeline/model_files.h"
#include "core/pipeline/recipe_model.h"
#include "core/text/prompt_chunks.h"

namespace segmoe {

struct PromptMeter::Impl {
    std::string model;
    std::shared_ptr<const ClipTokenizer> tokenizer;

    const ClipTokenizer& tokenizerOf(const std::string& wanted) {
        if (tokenizer && model == wanted) return *tokenizer;
        const ModelRef ref = ModelRef::parse(wanted);
        const pipeline::ModelFiles files = ref.kind() == ModelRefKind::Recipe
                                               ? pipeline::openRecipeHeaders(ref.path(), programSearch(), false)
                                               : pipeline::openModelFiles(ref, programSearch());
        if (files.encoders.empty())
            throw Error(ErrorCode::ComponentMissing, "'" + files.name + "' has no text encoder.");
        tokenizer = files.encoders.front().requireTokenizer(files.name);
        model = wanted;
        return *tokenizer;
    }
};

PromptMeter::PromptMeter() : m_impl(std::make_unique<Impl>()) {}

PromptMeter::~PromptMeter() = default;

PromptCount PromptMeter::count(const std::string& model, const std::string& prompt) {
    const ParsedPrompt parsed = parsePrompt(prompt);
    const ChunkedPrompt chunked = chunkPrompt(m_impl->tokenizerOf(model), parsed);
    PromptCount count;
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
