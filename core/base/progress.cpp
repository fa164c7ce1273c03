// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/base/progress.h"

namespace segmoe {

std::string_view stageName(Stage stage) {
    switch (stage) {
        case Stage::Waiting: return "waiting";
        case Stage::Checking: return "checking";
        case Stage::Loading: return "loading";
        case Stage::EncodingPrompt: return "encoding prompt";
        case Stage::MeasuringGates: return "measuring gates";
        case Stage::Sampling: return "sampling";
        case Stage::Decoding: return "decoding";
        case Stage::Writing: return "writing";
        case Stage::Done: return "done";
    }
    return "";
}

}  // namespace segmoe
