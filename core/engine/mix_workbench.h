// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/dtype.h"
#include "core/domain/mix_recipe.h"
#include "core/domain/picture_format.h"
#include "core/domain/render_result.h"
#include "core/engine/mix_engine.h"

namespace segmoe {

/// A mixture to be prepared for rendering (RenderEngine::build), as the window's document holds it.
struct BuildRequest {
    MixRecipe recipe;
    std::string device = "auto";
    Precision precision = Precision::Auto;
    bool compat = false;  ///< as RenderRequest::compat
};

/// One gate: how far apart its rows are.
struct GateSite {
    std::string label;            ///< "D1.A0.T3.self", "cross_kv"
    std::vector<double> cosines;  ///< [E, E], row-major; 0 where a row is zero
    double conditionNumber = 0.0;
};

struct GateReport {
    std::vector<std::string> experts;
    std::vector<GateSite> sites;  ///< in execution order
};

struct BuildReport {
    GateReport gates;
    double seconds = 0.0;
    int evaluations = 0;  ///< UNet evaluations per prompt that was measured
    int remembered = 0;   ///< gate prompts that needed no measurement
    /// The mixture was in memory as it is: nothing was done, and what stands above is what was done before.
    bool wasBuilt = false;
    std::vector<std::string> notices;
};

/// Which experts a prompt would choose.
struct Prediction {
    struct Site {
        std::string label;
        std::vector<int> chosen;      ///< best first
        std::vector<double> weights;  ///< of the chosen, sum 1
    };
    std::vector<std::string> experts;
    std::vector<double> share;  ///< [E], mean weight over all sites
    std::vector<Site> sites;    ///< the text path is exact, the others are an estimate: one drawing by the base
    bool isExact(const Site& site) const { return site.label.find("cross_kv") != std::string::npos; }
};

/// A picture beside a mixture that is saved (previewFileOf() says where).
struct PreviewWish {
    std::string prompt;
    std::string negative;
    /// One that this mixture has made already: written as it is, and nothing is rendered.
    std::shared_ptr<const RenderedImage> made;
    MetadataLevel metadata = MetadataLevel::Full;
};

/// Where a mixture goes (RenderEngine::saveMixture).
struct SaveMixtureRequest {
    BuildRequest build;
    std::filesystem::path output;  ///< folder (Diffusers) or .safetensors file (SingleFile)
    ModelFormat format = ModelFormat::Diffusers;
    std::optional<DType> dtype;  ///< absent = keep each tensor's own
    std::optional<PreviewWish> preview;
};

}  // namespace segmoe
