// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace segmoe {

/// One of several files with the same content.
struct ModelCopy {
    /// What may be done with it: only one of our own places is changed.
    enum class Place {
        Own,
        ReadOnly,  ///< in a folder of another program, or one that cannot be written
        HubCache,  ///< of Hugging Face, which Python tools keep in order
        Link,      ///< the name is a symbolic link: it takes no room
    };
    std::filesystem::path path;
    Place place = Place::Own;
    std::int64_t bytes = 0;
    std::uint64_t device = 0;
    std::uint64_t inode = 0;  ///< equal for files that share their room
    std::uint64_t links = 1;  ///< names these bytes have, here and elsewhere
};

/// What can be done when one of the copies is kept as it is.
struct CopyPlan {
    std::vector<std::filesystem::path> trash;  ///< may go to the trash
    std::vector<std::filesystem::path> join;   ///< may become hard links to the one that is kept
    std::int64_t joinBytes = 0;                ///< what that frees; bytes with a name elsewhere stay
};
CopyPlan planCopies(const std::vector<ModelCopy>& copies, const std::filesystem::path& keep);

/// Whether a file or folder belongs to a cache of Hugging Face: this computer's, or another one.
bool isInHubCache(const std::filesystem::path& place);

/// The files as they are now; what is gone is left out. `foreign`: folders in which nothing is changed.
std::vector<ModelCopy> describeCopies(const std::vector<std::filesystem::path>& files,
                                      const std::vector<std::filesystem::path>& foreign);

}  // namespace segmoe
