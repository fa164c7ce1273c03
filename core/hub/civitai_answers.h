// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/hub_terms.h"

namespace segmoe::hub {

/// One file of a version on CivitAI. What the site did not say is empty or 0.
struct CivitaiFile {
    std::int64_t id = 0;
    std::string name;         ///< a hint, never used as a path
    std::string type;         ///< "Model", "Pruned Model", "VAE"…
    std::string format;       ///< "SafeTensor", "PickleTensor"…
    std::string fp;           ///< "fp16", "fp32"…
    std::string size;         ///< "full", "pruned"
    std::string scan;         ///< "Success", "Danger"…
    std::string sha256;       ///< 64 lower-case hex
    std::uint64_t bytes = 0;  ///< from a fraction of kilobytes: right within a kilobyte
    bool isPrimary = false;
};

/// What the creator of a model allows (hub.md §4).
struct CivitaiLicence {
    bool isSaid = false;
    std::vector<std::string> allowCommercialUse;  ///< "Image", "Rent", "Sell"… as the site writes them
    bool allowDerivatives = false;
    bool allowDifferentLicense = false;
    bool allowNoCredit = false;
};
/// What was not said is not allowed.
HubTerms termsOf(const CivitaiLicence& licence);

/// A picture that shows what a version does.
struct CivitaiPicture {
    std::string address;
    bool isMature = false;  ///< beyond what the site shows to everybody
};

struct CivitaiVersion {
    std::int64_t id = 0;
    std::int64_t modelId = 0;
    std::string name;
    std::string modelName;
    std::string modelType;     ///< "Checkpoint", "LORA"…
    std::string baseModel;     ///< "SD 1.5", "SDXL 1.0"…
    std::string availability;  ///< "Public", "EarlyAccess"
    std::string earlyAccessUntil;
    std::string published;    ///< ISO 8601
    std::string description;  ///< HTML
    std::vector<std::string> triggerWords;
    CivitaiLicence licence;  ///< of its model
    std::vector<CivitaiFile> files;
    std::vector<CivitaiPicture> pictures;  ///< no films
};

struct CivitaiModel {
    std::int64_t id = 0;
    std::string name;
    std::string type;  ///< "Checkpoint", "LORA"…
    std::string creator;
    std::string mode;  ///< "Archived", "TakenDown"; empty = ordinary
    bool isNsfw = false;
    CivitaiLicence licence;
    std::int64_t downloads = 0;
    std::int64_t likes = 0;
    std::string description;               ///< HTML
    std::vector<CivitaiVersion> versions;  ///< newest first
};

struct CivitaiPage {
    std::vector<CivitaiModel> models;
    std::string cursor;  ///< of the next page; empty = this is the last
};

/// Answers as JSON texts. The site is loose with its own types: unknown values, nulls, missing lists, numbers as texts
/// and texts as numbers are taken as they come, and a text that is no number counts as none. Only what is no JSON,
/// exceeds the caps or lacks its id throws: Error{BadServerReply}.
CivitaiModel parseCivitaiModel(std::string_view text, const std::string& source);
CivitaiVersion parseCivitaiVersion(std::string_view text, const std::string& source);
CivitaiPage parseCivitaiPage(std::string_view text, const std::string& source);

/// Whether the page says neither a name to keep it under nor, by its name or its format, what kind of file it is.
bool isNameless(const CivitaiFile& file);

/// What a download link or a person wishes of the file.
struct CivitaiWish {
    std::int64_t fileId = 0;  ///< 0 = any
    std::string fp;
    std::string size;
};

/// Why a file is not fetched, or that it is.
enum class CivitaiFileUse { Usable, OtherFormat, Dangerous, OtherPart };
CivitaiFileUse useOf(const CivitaiFile& file);
/// Whether it holds a pickle, which can run code when opened.
bool isPickle(const CivitaiFile& file);

/// Archived or taken down: its files are gone.
bool isGone(const CivitaiModel& model);

/// The one file of a version that is fetched (hub.md §4): a SafeTensor of type Model or Pruned Model (or the wished id)
/// whose scan found no danger; wishes first, then the primary one. Throws Error: PickleRefused when there are only
/// other formats, FileNotFound, EarlyAccess, Archived (no files at all).
CivitaiFile chooseFile(const CivitaiVersion& version, const CivitaiWish& wish);

}  // namespace segmoe::hub
