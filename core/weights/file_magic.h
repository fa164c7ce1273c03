// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace segmoe {

class MappedFile;

/// Looks at the first bytes of a file that is not safetensors, so that the message can say what it is instead. Throws
/// Error{PickleRefused} for pickles and zipped pickles, Error{FormatUnsupported} for other known formats; returns when
/// the bytes are not recognised.
void refuseForeignFormat(const MappedFile& file);

}  // namespace segmoe
