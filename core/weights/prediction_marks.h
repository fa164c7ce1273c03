// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "core/weights/tensor_source.h"

namespace segmoe {

/// What a single file says about the way it was trained, which the shapes of its weights cannot tell.
struct PredictionMarks {
    std::optional<bool> isVelocity;  ///< v-prediction, noise, or not said
    bool isZeroSnr = false;          ///< noise levels rescaled to end in pure noise (Lin et al. 2023)
};

/// Velocity: the tensor "v_pred", "modelspec.predict_key" or "modelspec.prediction_type" = "v", or kohya's
/// "ss_v_parameterization" = "True". Zero SNR: the tensor "ztsnr" or kohya's "ss_zero_terminal_snr" = "True".
PredictionMarks predictionMarksOf(const TensorSource& file);

}  // namespace segmoe
