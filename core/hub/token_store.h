// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/hub/credential.h"
#include "core/hub/model_link.h"

namespace segmoe::hub {

/// A token and where it came from, so that a refusal can say what to change.
struct FoundToken {
    enum class Origin { None, Session, Settings, Environment, TokenFile };
    Credential credential;
    Origin origin = Origin::None;
    std::string name;        ///< "HF_TOKEN", or the file; never the token
    bool isImplicit = true;  ///< may be sent without being asked for (HF_HUB_DISABLE_IMPLICIT_TOKEN clears it)
};

/// The tokens of a person: what this program keeps in a file of its own that nobody else may read, and what other tools
/// have left in variables and files (hub.md §3). Tokens go to the origins they were given for, and nowhere else. One
/// thread at a time.
class TokenStore {
public:
    /// `file`: secrets.ini, made with 0600 in a folder with 0700 when there is something to keep.
    explicit TokenStore(std::filesystem::path file);

    /// What LiveSettings was lent, own entry for the origin, then HF_TOKEN, HUGGING_FACE_HUB_TOKEN, the token file of
    /// the Python tools; for CivitAI the same, then CIVITAI_API_TOKEN. The token file is left alone for mirrors: it was
    /// not given for them. Nor were variables for a mirror that LiveSettings has named. `origin`: of the endpoint in
    /// force. Throws Error{TokenInvalid}, Error{NotWritable} when others may read secrets.ini.
    FoundToken find(Site site, const std::string& origin) const;

    /// Keeps a token for an origin. Throws Error{TokenInvalid, NotWritable, DiskFull, LocalIo}.
    void save(Site site, const std::string& origin, const std::string& token);
    /// False when there was none.
    bool forget(const std::string& origin);

    const std::filesystem::path& file() const { return m_file; }

private:
    struct Entry {
        std::string origin;
        std::string token;
    };
    std::vector<Entry> read() const;
    void write(const std::vector<Entry>& entries) const;

    std::filesystem::path m_file;
};

/// The origins a token for this endpoint may be sent to: itself; huggingface.co and hf.co share theirs, and so do the
/// hosts of CivitAI.
std::vector<std::string> originsOf(Site site, const std::string& origin);

}  // namespace segmoe::hub
