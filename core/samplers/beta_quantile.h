// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace segmoe::samplers {

/// The x in 0…1 below which a share `probability` of the distribution Beta(a, b) lies, to 1e-12. a, b > 0.
double betaQuantile(double probability, double a, double b);

}  // namespace segmoe::samplers
