// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/hub_terms.h"

namespace segmoe {

enum class HubSite { HuggingFace, CivitAi };

/// What is looked for. Mixtures are known to Hugging Face alone.
enum class HubKind { Checkpoint, Lora, Mixture, Vae };

/// Trending, Likes and Updated are Hugging Face's, Rating is CivitAI's.
enum class HubSort { Downloads, Trending, Likes, Rating, Newest, Updated };

/// In which time downloads and ratings count; CivitAI only.
enum class HubPeriod { AllTime, Year, Month, Week, Day };

struct HubSearch {
    HubSite site = HubSite::HuggingFace;
    std::string text;
    std::string architecture;  ///< "sd1", "sd2", "sdxl"; empty = all
    int limit = 20;            ///< rows of one page, 1…100
    std::string next;          ///< HubPage::next of the page before; empty = the first
    HubKind kind = HubKind::Checkpoint;
    HubSort sort = HubSort::Downloads;
    HubPeriod period = HubPeriod::AllTime;
    bool onlyCommercial = false;  ///< pictures may be sold; CivitAI only
    bool withMature = false;      ///< also what CivitAI hides from people who did not ask for it

    bool operator==(const HubSearch&) const = default;
};

/// Whether a model can be fetched, as far as the hub tells before anybody tries.
enum class HubState {
    Open,
    LoginNeeded,   ///< and there is no token
    TermsNeeded,   ///< there is a token; whether its owner has accepted them shows when fetching
    EarlyAccess,   ///< until HubRow::until
    Archived,      ///< its files are gone
    PickleOnly,    ///< nothing but files that can run code
    NothingUsable  ///< no file that this program reads
};

/// What of a model is on this disk.
enum class HubPresence { Absent, Here, Older };

/// A picture that shows what a model does.
struct HubPreview {
    std::string address;  ///< for HubBrowser::picture(); empty = none
    bool isMature = false;
};

/// A model that a hub offers.
struct HubRow {
    HubSite site = HubSite::HuggingFace;
    std::string reference;  ///< for fetch() and recipes: "owner/name", "civitai:VERSION"
    std::string model;      ///< the same for all versions: "owner/name", the model's number on CivitAI
    std::string name;
    std::string version;  ///< "v3"; empty on Hugging Face
    std::string author;
    std::string kind;          ///< "Checkpoint", "LORA"…; of Hugging Face the pipeline
    std::string base;          ///< "SD 1.5"…; may be empty
    std::string architecture;  ///< "sd1", "sd2", "sdxl"; empty = another or not said
    std::string license;       ///< as the site says it; may be empty
    std::string page;          ///< for people
    std::string precision;     ///< "fp16"…; may be empty
    std::string sha256;        ///< of the file that would be fetched; may be empty
    std::string until;         ///< ISO date at which an early access ends
    std::string updated;       ///< ISO date
    std::uint64_t bytes = 0;   ///< 0 = the list does not tell
    std::int64_t downloads = 0;
    std::int64_t likes = 0;
    HubState state = HubState::Open;
    HubPresence presence = HubPresence::Absent;
    std::filesystem::path place;  ///< when it is here
    HubPreview preview;
    HubTerms terms;
    bool isMature = false;
    bool isGated = false;  ///< its authors ask to accept terms first, or for money
};

struct HubPage {
    std::vector<HubRow> rows;
    std::string next;  ///< empty = the last
    /// Seconds since 1970 of the copy on this disk that was used because the hub could not be asked; 0 = fresh.
    std::int64_t copiedAt = 0;
    std::filesystem::path folder;  ///< where models of this hub go
    std::uint64_t freeBytes = 0;   ///< there; 0 = not known
};

/// Why a file of a model is not offered.
enum class HubFileUse { Usable, Pickle, OtherFormat, Dangerous, OtherPart };

/// One thing that can be fetched: a file, or on Hugging Face the files of a diffusers folder in one variant.
struct HubFile {
    std::string reference;               ///< for fetch()
    std::optional<std::string> variant;  ///< for fetch()
    std::string name;
    std::uint64_t bytes = 0;
    int count = 1;          ///< files
    std::string precision;  ///< "fp16", "fp32"; may be empty
    std::string form;       ///< "pruned", "full"; may be empty
    std::string sha256;     ///< may be empty
    std::string scan;       ///< "Success"… as the site says it; may be empty
    HubFileUse use = HubFileUse::Usable;
    bool isPreferred = false;
};

struct HubVersion {
    std::string reference;
    std::string name;
    std::string base;
    std::string architecture;
    std::string published;  ///< ISO date
    std::string until;
    std::string note;  ///< what its author says of it, plain text
    HubState state = HubState::Open;
    HubPresence presence = HubPresence::Absent;
    std::vector<std::string> triggerWords;
    std::vector<HubFile> files;
    std::vector<HubPreview> previews;
};

/// Everything a person wants to know before fetching.
struct HubDetails {
    HubRow row;
    std::vector<HubVersion> versions;  ///< newest first
    std::size_t current = 0;           ///< the one that was asked for
    std::string description;           ///< plain text without addresses of pictures, markup and scripts
    std::filesystem::path folder;      ///< where it would go
    std::uint64_t freeBytes = 0;       ///< there
    bool hasToken = false;
    std::int64_t copiedAt = 0;  ///< as HubPage::copiedAt
};

}  // namespace segmoe
