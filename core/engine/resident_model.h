// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace segmoe {

/// A model that is in memory between jobs, and where its weights lie. What a network needs while it computes is not in
/// these figures.
struct ResidentModel {
    std::uint64_t id = 0;  ///< of this stay in memory; never given twice by one engine
    std::string name;
    std::string source;  ///< as the job named it: a path, a reference, or the name of a mixture that is not saved
    int experts = 0;     ///< of a mixture
    std::int64_t deviceBytes = 0;  ///< on the graphics card
    std::int64_t ownBytes = 0;     ///< converted copies in the machine's memory
    std::int64_t mappedBytes = 0;  ///< used in place in their files: the system takes them back when it needs to
    std::int64_t bytes() const { return deviceBytes + ownBytes + mappedBytes; }
    bool operator==(const ResidentModel&) const = default;
};

}  // namespace segmoe
