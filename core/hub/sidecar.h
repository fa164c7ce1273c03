// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/hub/file_source.h"

namespace segmoe::hub {

/// A process, told apart from others that had its number before.
struct ProcessMark {
    std::string bootId;
    int pid = 0;          ///< 0 = nobody
    std::string started;  ///< in ticks since boot, as /proc has it

    static ProcessMark ofThisProcess();
    bool isAlive() const;
    bool operator==(const ProcessMark&) const = default;
};

/// The description beside a partial download. No address with a query and no token is ever part of it.
struct Sidecar {
    FileSource source;
    ExpectedContent content;
    std::string storageEtag;
    std::uint64_t durable = 0;  ///< bytes that survive a crash of the machine
    ProcessMark owner;

    /// Replaces the file, through a temporary name that ends in ".incomplete" too. Throws Error{DiskFull, NotWritable,
    /// LocalIo}.
    void writeTo(const std::filesystem::path& file) const;
    /// Nothing for a file that is none, or that another program or version has written.
    static std::optional<Sidecar> readFrom(const std::filesystem::path& file);
};

/// Eight random hex digits.
std::string randomHex8();

}  // namespace segmoe::hub
