// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/engine/hub_access.h"
#include "core/engine/mixture_parts.h"

namespace segmoe {

namespace hub {
class HfHub;
class HttpTransport;
}  // namespace hub

/// What publishing a folder means, before anything is asked.
struct PublishPlan {
    struct File {
        std::string path;  ///< in the repository
        std::uint64_t bytes = 0;
    };
    std::filesystem::path folder;
    std::string name;  ///< that a repository could have: letters, digits, - _ .
    std::vector<File> files;
    std::uint64_t bytes = 0;
    std::vector<MixturePart> parts;  ///< empty where the folder is no mixture, or has no recipe
    std::string license;             ///< of the whole: licenceOfWhole(); of a folder with a card its own
    std::string card;                ///< README.md as it would be published; empty = none
    bool hasOwnCard = false;         ///< the folder's own; else it was made from the recipe
};

/// Where it would go, and whether it may.
struct PublishTarget {
    HubAccount account = {};
    std::string repo = {};  ///< empty = only the account was asked for
    bool exists = false;
    bool isPrivate = false;  ///< of one that exists
    bool mayWrite = true;    ///< false: the token can read only, or the owner is neither the account nor one of its
                             ///< organizations
};

/// Publishing a saved model on Hugging Face (hub.md §5). Blocking; one thread at a time. All throw Error, Cancelled.
class HubPublisher {
public:
    virtual ~HubPublisher() = default;

    /// Reads headers, and with PartHashes::All the parts of a mixture. Throws what collecting the files throws:
    /// NameRefused, PickleRefused, FormatUnsupported, FolderMissing.
    virtual PublishPlan plan(const std::filesystem::path& folder, PartHashes hashes, const ProgressSink& progress,
                             const CancelToken& cancel) = 0;
    /// `repo` empty: the account alone. Throws Error{LoginNeeded} without a token.
    virtual PublishTarget inspect(const std::string& repo, const CancelToken& cancel) = 0;
    /// Progress: Checking while digests are made, Writing with the share of all bytes and the file under way; without a
    /// file while the commit is recorded. What has arrived is not sent again after a break.
    virtual HubPushReport publish(const HubPush& push, const ProgressSink& progress, const CancelToken& cancel) = 0;
};

/// Asks nothing yet. Throws Error{RequestInvalid} for settings that are none (HF_ENDPOINT).
std::unique_ptr<HubPublisher> openHubPublisher();

/// HubPublisher::publish with a hub that has a token, over its transport.
HubPushReport pushFolder(const hub::HfHub& hub, hub::HttpTransport& transport, const HubPush& push,
                         const ProgressSink& progress, const CancelToken& cancel);

}  // namespace segmoe
