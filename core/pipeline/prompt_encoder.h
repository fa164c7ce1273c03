// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/domain/render_request.h"
#include "core/models/clip_text_model.h"
#include "core/pipeline/model_files.h"
#include "core/text/prompt_words.h"

namespace segmoe::pipeline {

/// What a prompt is to the UNet, fp32 on the encoders' device.
struct PromptStates {
    at::Tensor context;  ///< [1, 77·n, X]: n chunks of 75 tokens with their own start and end
    at::Tensor pooled;   ///< [1, P] for SDXL, else undefined
};

struct EncodeOptions {
    int clipSkip = 0;  ///< 0 = the layer the model wants (segmoe.md §1.4)
    WeightRule weightRule = WeightRule::KeepMean;
    bool compat = false;  ///< truncate at 77 tokens, no weights, clip skip for the positive prompt only
};

/// The text encoders of a model, loaded, with the embeddings of ModelFiles, whose names stand for their vectors.
/// One thread at a time.
class PromptEncoder {
public:
    /// Loads one or two encoders. Throws Error{TensorMissing…}, Cancelled.
    PromptEncoder(const ModelFiles& files, const Placement& placement, const CancelToken& cancel,
                  const ProgressSink& progress);

    /// Others in place of the present ones; the networks stay. The files must be of the same text encoders. Throws
    /// Error; the present ones stay then.
    void setEmbeddings(const ModelFiles& files);

    struct Pair {
        PromptStates positive;
        PromptStates negative;
        std::vector<std::string> positiveTokens;  ///< [77·n], as PromptChunk::texts of the first encoder
        std::vector<std::string> negativeTokens;
    };
    /// Both prompts with the same number of chunks. An absent negative is zeros for an SDXL model that says so, else
    /// "".
    Pair encode(const std::string& prompt, const std::optional<std::string>& negative,
                const EncodeOptions& options) const;
    /// One prompt of one chunk, no weights: gate prompts.
    PromptStates encodePlain(const std::string& prompt) const;

    std::int64_t weightBytes() const { return m_weightBytes; }

private:
    struct Encoder {
        std::shared_ptr<const ClipTokenizer> tokenizer;
        std::shared_ptr<const ClipTextModel> model;
        PromptWords words = {};  ///< the model's embeddings
        ExtraTokens extra = {};  ///< and their vectors
    };
    struct Chunks;

    static void addEmbeddings(Encoder& encoder, const ModelFiles& files, std::size_t index);
    PromptStates encodeChunks(const Chunks& chunks, const EncodeOptions& options, bool skipLayers) const;

    std::vector<Encoder> m_encoders;
    bool m_zerosForEmpty = false;
    std::int64_t m_weightBytes = 0;
};

}  // namespace segmoe::pipeline
