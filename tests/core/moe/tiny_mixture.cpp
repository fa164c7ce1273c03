// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/core/moe/tiny_mixture.h"

#include "core/base/json_reader.h"
#include "core/moe/mixture_layout.h"
#include "tests/support/test_support.h"

namespace segmoe::test {

MixtureGolden::MixtureGolden(const std::string& name)
    : file(SafetensorsFile::open(goldenPath("moe/" + name + ".safetensors"))) {}

std::vector<std::string> MixtureGolden::list(const std::string& key) const {
    return parseJson(text(key), key).get<std::vector<std::string>>();
}

MoeLayers MixtureGolden::layers() const {
    const std::string name = text("layers");
    return name == "all" ? MoeLayers::All : name == "ff" ? MoeLayers::FeedForward : MoeLayers::Attention;
}

TensorSourcePtr tinyUnet(const std::string& model) {
    return SafetensorsFile::open(goldenPath("models/" + model + "/unet/diffusion_pytorch_model.safetensors"));
}

UnetConfig tinyConfig(const std::string& model) {
    const auto path = goldenPath("models/" + model + "/unet/config.json");
    return parseUnetConfig(readJsonFile(path), path.string());
}

moe::GateTensors goldenGates(const MixtureGolden& golden) {
    moe::GateTensors gates;
    for (const std::string& name : golden.file->names())
        if (name.ends_with(".gate.weight")) gates.emplace(name, golden.tensor(name));
    return gates;
}

std::shared_ptr<const moe::MixtureSource> goldenMixture(const MixtureGolden& golden) {
    std::vector<TensorSourcePtr> experts;
    for (const std::string& model : golden.list("experts")) experts.push_back(tinyUnet(model));
    const TensorSourcePtr base = experts.front();
    const moe::MixtureLayout layout =
        moe::planMixture(*base, golden.layers(), static_cast<int>(experts.size()), golden.k());
    return std::make_shared<moe::MixtureSource>(base, experts, layout, goldenGates(golden));
}

LoadedMixture::LoadedMixture(const TensorSourcePtr& source, const UnetConfig& config, int k, Placement placement,
                             std::int64_t budget) {
    moe::SparseLayerFactory factory(source, k, placement, budget);
    WeightLoader loader(source, placement);
    unet = std::make_shared<const Unet>(config, loader, factory);
    loader.finish();
    table = factory.table();
    cache = factory.cache();
}

UnetInput goldenInput(const MixtureGolden& golden, int step) {
    UnetInput input;
    input.sample = golden.tensor("samples")[step];
    input.timestep = golden.tensor("timesteps")[step].item<double>();
    input.context = golden.tensor("context");
    if (golden.file->contains("pooled")) {
        input.pooled = golden.tensor("pooled");
        input.timeIds = golden.tensor("time_ids");
    }
    return input;
}

at::Tensor forward(const LoadedMixture& mixture, const UnetInput& input, const RoutingPolicy& policy, int uncondRows,
                   int images) {
    moe::RoutingRun routing(mixture.table, policy);
    nn::RunContext run;
    run.routing = &routing;
    run.uncondRows = uncondRows;
    run.images = images;
    return mixture.unet->forward(input, run);
}

}  // namespace segmoe::test
