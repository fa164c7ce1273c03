// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <ATen/ATen.h>

#include "core/domain/routing_policy.h"
#include "core/models/unet.h"
#include "core/moe/mixture_source.h"
#include "core/moe/routing_run.h"
#include "core/moe/sparse_layer_factory.h"
#include "core/weights/safetensors_file.h"
#include "tests/support/golden_tensors.h"

namespace segmoe::test {

/// Tensors and metadata of tests/golden/data/moe/CASE.safetensors: a mixture built and run by the reference program.
struct MixtureGolden {
    explicit MixtureGolden(const std::string& name);
    at::Tensor tensor(const std::string& name) const { return file->load(name); }
    std::vector<std::string> list(const std::string& key) const;  ///< a JSON array of the metadata
    std::string text(const std::string& key) const { return file->metadata().at(key); }
    int k() const { return std::stoi(text("k")); }
    MoeLayers layers() const;

    std::shared_ptr<const SafetensorsFile> file;
};

/// UNet of a pipeline under tests/golden/data/models, and its configuration.
TensorSourcePtr tinyUnet(const std::string& model);
UnetConfig tinyConfig(const std::string& model);

/// The golden's mixture, assembled by ourselves: base and experts from their folders, the gates from the golden.
std::shared_ptr<const moe::MixtureSource> goldenMixture(const MixtureGolden& golden);
moe::GateTensors goldenGates(const MixtureGolden& golden);

/// A mixture ready to run.
struct LoadedMixture {
    LoadedMixture(const TensorSourcePtr& source, const UnetConfig& config, int k, Placement placement = {},
                  std::int64_t budget = 0);
    std::shared_ptr<const moe::RoutingTable> table;
    std::shared_ptr<moe::ExpertCache> cache;
    std::shared_ptr<const Unet> unet;
};

/// Inputs of one recorded step.
UnetInput goldenInput(const MixtureGolden& golden, int step);
/// Runs one step with a run of its own unless one is given.
at::Tensor forward(const LoadedMixture& mixture, const UnetInput& input, const RoutingPolicy& policy = {},
                   int uncondRows = 0, int images = 1);

}  // namespace segmoe::test
