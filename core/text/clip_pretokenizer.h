// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "core/text/unicode.h"

namespace segmoe::text {

/// NFC, then every run of white space to one space, then lower case: the normaliser of CLIP's fast tokenizer.
AlignedText normalizeForClip(const AlignedText& text);

/// Scalars first…last-1 of a text.
struct Piece {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// Pieces of first…last-1 of a normalised text that byte pair encoding handles one by one; white space is dropped. The
/// pattern is <\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+, after which
/// the byte-level step cuts a spelled-out <|startoftext|> into its mark and letter runs.
std::vector<Piece> splitForClip(const AlignedText& text, std::size_t first, std::size_t last);

}  // namespace segmoe::text
