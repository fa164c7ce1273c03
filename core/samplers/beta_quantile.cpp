// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/beta_quantile.h"

#include <cmath>

namespace segmoe::samplers {

namespace {

/// Continued fraction of the incomplete beta function (DLMF 8.17.22) by Lentz's method; quick for x < (a+1)/(a+b+2).
double continuedFraction(double x, double a, double b) {
    constexpr double kTiny = 1e-300;
    const auto away = [](double value) { return std::abs(value) < 1e-300 ? kTiny : value; };
    double c = 1.0;
    double d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    double fraction = d;
    for (int m = 1; m < 500; ++m) {
        const double even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away(1.0 + even * d);
        c = away(1.0 + even / c);
        fraction *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away(1.0 + odd * d);
        c = away(1.0 + odd / c);
        fraction *= d * c;
        if (std::abs(d * c - 1.0) < 1e-16) break;
    }
    return fraction;
}

/// The share of Beta(a, b) below x.
double regularizedIncompleteBeta(double x, double a, double b) {
    if (x <= 0.0) return 0.0;
    if (x >= 1.0) return 1.0;
    const double norm = std::tgamma(a + b) / (std::tgamma(a) * std::tgamma(b));
    const double front = norm * std::pow(x, a) * std::pow(1.0 - x, b);
    if (x < (a + 1.0) / (a + b + 2.0)) return front * continuedFraction(x, a, b) / a;
    return 1.0 - front * continuedFraction(1.0 - x, b, a) / b;
}

}  // namespace

double betaQuantile(double probability, double a, double b) {
    if (probability <= 0.0) return 0.0;
    if (probability >= 1.0) return 1.0;
    double low = 0.0;
    double high = 1.0;
    // Halving is slow and sure: the density has poles at both ends, where Newton's steps go wrong.
    for (int i = 0; i < 60; ++i) {
        const double middle = 0.5 * (low + high);
        (regularizedIncompleteBeta(middle, a, b) < probability ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

}  // namespace segmoe::samplers
