// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/prediction_marks.h"

#include <string_view>

namespace segmoe {

namespace {

std::string_view metadataValue(const TensorSource& file, const char* key) {
    const auto found = file.metadata().find(key);
    return found == file.metadata().end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace

PredictionMarks predictionMarksOf(const TensorSource& file) {
    PredictionMarks marks;
    for (const char* key : {"modelspec.predict_key", "modelspec.prediction_type"}) {
        const std::string_view said = metadataValue(file, key);
        if (said == "v" || said == "v_prediction") marks.isVelocity = true;
        if (said == "epsilon") marks.isVelocity = false;
    }
    if (const std::string_view said = metadataValue(file, "ss_v_parameterization"); !said.empty() && !marks.isVelocity)
        marks.isVelocity = said == "True";
    if (file.contains("v_pred")) marks.isVelocity = true;
    marks.isZeroSnr = file.contains("ztsnr") || metadataValue(file, "ss_zero_terminal_snr") == "True";
    return marks;
}

}  // namespace segmoe
