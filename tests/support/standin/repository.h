// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/support/standin/message.h"

namespace segmoe::standin {

struct StoredFile {
    Bytes bytes;
    bool isLfs = false;

    std::string oid() const { return isLfs ? sha256Hex(*bytes) : gitSha1Hex(*bytes); }
};

/// Path → file.
using Tree = std::map<std::string, StoredFile>;

/// Who may see a repository.
enum class Access { Open, Gated, Private, Disabled };

/// A model repository with its commits.
struct Repository {
    std::string id;
    Access access = Access::Open;
    std::map<std::string, Tree> commits;
    std::map<std::string, std::string> branches;  ///< name → commit; "main" is always there
    std::vector<std::string> tags{"diffusers", "text-to-image"};
    int downloads = 0;
    int likes = 0;
    std::string preview;  ///< path of the picture that its card shows
    std::string movedTo;  ///< another id: requests are sent there

    /// Branch, tag or commit → commit; empty = none.
    std::string commitOf(const std::string& revision) const;
    /// Adds a commit to a branch and returns its id.
    std::string commit(Tree tree, const std::string& branch = "main");
};

/// What CivitAI tells about one file.
struct CivitaiFile {
    int id = 0;
    std::string name;
    Bytes bytes;
    std::string format = "SafeTensor";
    bool isPrimary = true;
};

enum class CivitaiState {
    Open,
    LoginNeeded,
    DownloadsDisabled,
    EarlyAccess,
    Forbidden,
    Archived,
    LoginPage,
    JsonInstead
};

struct CivitaiVersion {
    int id = 0;
    int modelId = 0;
    std::string name;
    std::string modelName;
    std::string type = "Checkpoint";
    std::string baseModel = "SD 1.5";
    CivitaiState state = CivitaiState::Open;
    std::string disposition;  ///< Content-Disposition of the download
    std::string description;  ///< of the model, HTML
    /// What the model's page says its licence allows; a JSON object, empty for a page that says nothing.
    std::string licence = R"({"allowCommercialUse":["Image"],"allowDerivatives":true,"allowNoCredit":false})";
    std::vector<std::string> pictures;  ///< addresses
    std::vector<CivitaiFile> files;
};

}  // namespace segmoe::standin
