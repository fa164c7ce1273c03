// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/images/segmoe_metadata.h"

namespace segmoe::images {

/// What a source as written may say in a picture: hub references stay, anything on this disk becomes "file".
std::string publicSource(std::string_view source);

/// The recipe's part. arch as inspect prints it for recipes ("sd15", "sdxl"…). Names never hold folders; digests are
/// left empty.
SegmoeMetadata::Mix describeMix(const MixRecipe& recipe, const std::string& arch, RoutingGroup select, bool compat);

/// The request's part with the values that were really used. seed: of this picture; dtype: "fp32"…
SegmoeMetadata::Render describeRender(const RenderRequest& request, std::uint64_t seed, int imageIndex,
                                      const std::string& dtype);

/// The user's acts on the routing; steps are counted in the run's `steps`.
std::vector<SegmoeMetadata::Rule> describeRules(const RoutingPolicy& policy, int steps);

/// Load: share of the applied weight by expert over all steps and sites. textPath: the choice of "cross_kv".
/// entropy: of the load, divided by ln E. Rounded to four digits. level "off" for an empty trace.
SegmoeMetadata::Routing describeRouting(const RoutingTrace& trace, bool withMaps);

}  // namespace segmoe::images
