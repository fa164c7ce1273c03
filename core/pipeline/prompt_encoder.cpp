// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/prompt_encoder.h"

#include <algorithm>

#include <ATen/ATen.h>

#include "core/text/prompt_chunks.h"
#include "core/text/prompt_syntax.h"
#include "core/text/token_weighting.h"

namespace segmoe::pipeline {

namespace {

at::Tensor idsOf(const ChunkedPrompt& prompt, at::Device device) {
    std::vector<std::int64_t> ids;
    for (const PromptChunk& chunk : prompt.chunks) ids.insert(ids.end(), chunk.ids.begin(), chunk.ids.end());
    return at::tensor(ids, at::kLong)
        .view({static_cast<std::int64_t>(prompt.chunks.size()), -1})
        .to(device);  // [n, 77]
}

at::Tensor weightsOf(const ChunkedPrompt& prompt, at::Device device) {
    std::vector<float> weights;
    for (const PromptChunk& chunk : prompt.chunks)
        weights.insert(weights.end(), chunk.weights.begin(), chunk.weights.end());
    return at::tensor(weights, at::kFloat)
        .view({static_cast<std::int64_t>(prompt.chunks.size()), -1})
        .to(device);  // [n, 77]
}

std::vector<std::string> textsOf(const ChunkedPrompt& prompt) {
    std::vector<std::string> texts;
    for (const PromptChunk& chunk : prompt.chunks) texts.insert(texts.end(), chunk.texts.begin(), chunk.texts.end());
    return texts;
}

PromptStates zerosLike(const PromptStates& states) {
    return {at::zeros_like(states.context), states.pooled.defined() ? at::zeros_like(states.pooled) : at::Tensor()};
}

}  // namespace

/// A prompt cut for each encoder, whose tokenizers may differ.
struct PromptEncoder::Chunks {
    std::vector<ChunkedPrompt> perEncoder;
};

PromptEncoder::PromptEncoder(const ModelFiles& files, const Placement& placement, const CancelToken& cancel,
                             const ProgressSink& progress)
    : m_zerosForEmpty(files.isSdxl() && files.zerosForEmptyPrompt) {
    for (std::size_t i = 0; i < files.encoders.size(); ++i) {
        const TextEncoderFiles& encoder = files.encoders[i];
        ClipTextConfig config =
            parseClipTextConfig(encoder.config, files.name + ", text encoder " + std::to_string(i + 1));
        config.withProjection = i == 1 || encoder.weights->contains("text_projection.weight");
        m_encoders.push_back({encoder.requireTokenizer(files.name),
                              ClipTextModel::load(config, encoder.weights, placement, cancel, progress)});
        m_weightBytes += encoder.weights->totalBytes();
    }
    setEmbeddings(files);
}

void PromptEncoder::setEmbeddings(const ModelFiles& files) {
    std::vector<Encoder> encoders;
    for (const Encoder& encoder : m_encoders) {
        encoders.push_back({encoder.tokenizer, encoder.model});
        addEmbeddings(encoders.back(), files, encoders.size() - 1);
    }
    m_encoders = std::move(encoders);
}

void PromptEncoder::addEmbeddings(Encoder& encoder, const ModelFiles& files, std::size_t index) {
    if (files.embeddings.empty()) return;
    std::vector<PromptWord> words;
    std::vector<at::Tensor> vectors;
    const ClipTextConfig& config = encoder.model->config();
    encoder.extra.firstId = std::max<std::int64_t>(config.vocabularySize, encoder.tokenizer->vocabularySize());
    std::int64_t next = encoder.extra.firstId;
    for (const NamedEmbedding& embedding : files.embeddings) {
        vectors.push_back(embedding.file->vectors(index, files.encoders.size(), config.width));
        for (const std::string& name : embedding.names)
            words.push_back({name, next, static_cast<std::size_t>(embedding.file->size())});
        next += embedding.file->size();
    }
    encoder.words = PromptWords(std::move(words));
    encoder.extra.vectors = at::cat(vectors);
}

PromptStates PromptEncoder::encodeChunks(const Chunks& chunks, const EncodeOptions& options, bool skipLayers) const {
    const bool isSdxl = m_encoders.size() > 1;
    std::vector<at::Tensor> contexts;
    PromptStates result;
    for (std::size_t i = 0; i < m_encoders.size(); ++i) {
        const Encoder& encoder = m_encoders[i];
        const at::Device device = encoder.model->placement().device;
        const int skip = skipLayers ? options.clipSkip : 0;
        const auto pick = [&](const ClipTextStates& states) {
            if (isSdxl) return states.fromEnd(1 + skip);
            return skip > 0 ? encoder.model->finalNorm(states.fromEnd(skip)) : states.last;
        };
        const ClipTextStates states =
            encoder.model->forward(idsOf(chunks.perEncoder[i], device), encoder.tokenizer->eosId(), {}, encoder.extra);
        at::Tensor context = pick(states);  // [n, 77, D]
        if (chunks.perEncoder[i].isWeighted()) {
            at::Tensor empty;
            if (options.weightRule == WeightRule::FromEmpty)
                empty = pick(encoder.model->forward(idsOf(truncatePrompt(*encoder.tokenizer, ""), device),
                                                    encoder.tokenizer->eosId()));
            context = applyTokenWeights(context, weightsOf(chunks.perEncoder[i], device), options.weightRule, empty);
        }
        contexts.push_back(context.reshape({1, -1, context.size(2)}));  // [1, 77 n, D]
        if (isSdxl && states.projected.defined())
            result.pooled = states.projected.narrow(0, 0, 1);  // of the first part
    }
    result.context = at::cat(contexts, 2);  // [1, 77 n, X]
    return result;
}

PromptEncoder::Pair PromptEncoder::encode(const std::string& prompt, const std::optional<std::string>& negative,
                                          const EncodeOptions& options) const {
    Chunks positive, opposite;
    for (const Encoder& encoder : m_encoders) {
        const auto cut = [&](const std::string& text) {
            return options.compat ? truncatePrompt(*encoder.tokenizer, text, encoder.words)
                                  : chunkPrompt(*encoder.tokenizer, parsePrompt(text), encoder.words);
        };
        positive.perEncoder.push_back(cut(prompt));
        opposite.perEncoder.push_back(cut(negative.value_or("")));
    }
    // The halves of a batch must have the same length.
    for (std::size_t i = 0; i < m_encoders.size(); ++i)
        padToSameLength(*m_encoders[i].tokenizer, positive.perEncoder[i], opposite.perEncoder[i]);

    Pair pair;
    pair.positiveTokens = textsOf(positive.perEncoder.front());
    pair.negativeTokens = textsOf(opposite.perEncoder.front());
    pair.positive = encodeChunks(positive, options, true);
    const bool isAbsent = !negative.has_value();
    pair.negative =
        isAbsent && m_zerosForEmpty ? zerosLike(pair.positive) : encodeChunks(opposite, options, !options.compat);
    return pair;
}

PromptStates PromptEncoder::encodePlain(const std::string& prompt) const {
    Chunks chunks;
    for (const Encoder& encoder : m_encoders) chunks.perEncoder.push_back(truncatePrompt(*encoder.tokenizer, prompt));
    return encodeChunks(chunks, {}, false);
}

}  // namespace segmoe::pipeline
