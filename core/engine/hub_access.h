// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/engine/failure.h"
#include "core/engine/hub_offers.h"

namespace segmoe {

/// What fetching a model takes, or took.
struct HubFetch {
    struct File {
        std::string path;
        std::uint64_t bytes = 0;
        bool isPresent = false;
    };
    std::string reference;  ///< shortest form
    std::string title;
    std::string license;
    std::vector<File> files;
    std::uint64_t bytes = 0;
    std::uint64_t missingBytes = 0;
    std::vector<std::string> leftOut;  ///< "path: reason"
    std::vector<std::string> notices;
    std::filesystem::path place;  ///< folder or file, once it is there
};

/// Several models that are to be fetched together. A file that two of them share counts once.
struct HubFetchPlan {
    std::vector<HubFetch> models;
    std::uint64_t missingBytes = 0;
    std::optional<Failure> noRoom = {};  ///< what is missing does not fit on its disk
};

struct HubAccount {
    std::string name;
    std::string role;                             ///< of the token: "read", "write", "fineGrained"; empty = not said
    std::vector<std::string> organizations = {};  ///< to which it may belong; Hugging Face
};

struct HubPush {
    std::filesystem::path folder;
    std::string repo;  ///< "owner/name"
    bool isPrivate = true;
    bool mayExist = false;  ///< publish into a repository that is there already
    std::string message;
    std::optional<std::string> card = {};  ///< README.md; absent = the folder's own, else one made from the recipe
};

struct HubPushReport {
    std::string page;
    std::string commit;  ///< empty = everything was there already
    int files = 0;
    std::uint64_t uploadedBytes = 0;
    std::vector<std::string> notices;
};

/// Hugging Face and CivitAI for the programs: settings from the environment, tokens from where people keep them.
/// Blocking; one thread at a time. All throw Error (each refusal of a hub has a code of its own), Cancelled.
class HubAccess {
public:
    virtual ~HubAccess() = default;

    virtual HubPage search(const HubSearch& search, const CancelToken& cancel) = 0;
    /// variant: "fp16", "" for plain; absent = fp16 where it is offered.
    virtual HubFetch plan(const std::string& reference, const std::optional<std::string>& variant,
                          const CancelToken& cancel) = 0;
    /// What all of them take together.
    virtual HubFetchPlan planAll(const std::vector<std::string>& references, const CancelToken& cancel) = 0;
    /// What is not here yet is fetched, resumed and verified. A model that is here and whole costs no request when
    /// `reference` names a commit or a CivitAI version.
    virtual HubFetch fetch(const std::string& reference, const std::optional<std::string>& variant,
                           const ProgressSink& progress, const CancelToken& cancel) = 0;
    /// The same of several models: none is fetched before all are planned and all of it has room (else
    /// Error{DiskFull}). `next` is called with each plan before its model is fetched.
    virtual std::vector<HubFetch> fetchAll(const std::vector<std::string>& references,
                                           const std::function<void(const HubFetch&)>& next,
                                           const ProgressSink& progress, const CancelToken& cancel) = 0;
    /// The model a file with this SHA-256 is on CivitAI; nothing when the site does not know it.
    virtual std::optional<HubRow> identify(const std::string& sha256, const CancelToken& cancel) = 0;
    /// Asks whose the token is, and keeps it.
    virtual HubAccount login(HubSite site, const std::string& token, const CancelToken& cancel) = 0;
    /// Whose token is in use, wherever it comes from; nothing without one.
    virtual std::optional<HubAccount> account(HubSite site, const CancelToken& cancel) = 0;
    /// False when no token was kept.
    virtual bool logout(HubSite site) = 0;
    virtual HubPushReport push(const HubPush& push, const ProgressSink& progress, const CancelToken& cancel) = 0;
};

/// Throws Error{RequestInvalid} for settings that are none (HF_ENDPOINT).
std::unique_ptr<HubAccess> openHub();

/// From now on ModelRef finds what has been fetched (core/domain/hub_lookup.h). Costs nothing the second time.
void installHubLookup();

/// The references of a model that have to be fetched first: itself, or, of a recipe, those of its base, experts and
/// LoRAs. What lies on this disk is not among them. Throws what reading the recipe throws.
std::vector<std::string> missingReferences(const std::string& model);
/// The same of one text that stands for a model or LoRA, as seen from a folder.
bool isMissingReference(const std::string& text, const std::filesystem::path& folder);

}  // namespace segmoe
