// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/hub/clock.h"
#include "core/hub/hf_hub.h"
#include "core/hub/upload_files.h"

namespace segmoe::hub {

struct PushRequest {
    std::filesystem::path folder;
    std::string repo;  ///< "owner/name"
    std::string revision = "main";
    std::filesystem::path card;  ///< published as README.md; empty = the folder's own, if any
    bool isPrivate = true;       ///< of a repository that is made
    bool mayExist = false;       ///< else one that is there already is Error{RepoExists}
    std::string message;         ///< of the commit; empty = a plain one
};

struct PushReport {
    std::string page;
    std::string commit;  ///< empty = everything was there already, no commit was made
    int files = 0;
    std::uint64_t uploadedBytes = 0;
    std::vector<std::string> notices;
};

/// Publishes a folder as one commit (hub.md §5): collect, create, check the card, preupload, LFS, commit, confirm. A
/// commit whose answer is lost is never blindly repeated: the repository's head tells whether it was made. Cancelled
/// before the commit, nothing is published; once it is asked for, its answer is waited for. Throws what collectUpload
/// and uploadLfs throw, Error{RepoExists, UploadConflict, CommitUnknown, TokenScope, TooLarge, ConfigInvalid} (a card
/// the Hub refuses), Cancelled.
class HfUpload {
public:
    /// All must outlive it.
    HfUpload(const HfHub& hub, HttpTransport& transport, Clock& clock = systemClock())
        : m_hub(hub), m_transport(transport), m_clock(clock) {}

    PushReport push(const PushRequest& request, const ProgressSink& progress, const CancelToken& cancel);

private:
    void create(const PushRequest& request, const CancelToken& cancel);
    void askToCreate(const PushRequest& request, const CancelToken& cancel);
    void checkCard(const std::vector<UploadFile>& files, PushReport& report, const CancelToken& cancel);
    void preupload(const PushRequest& request, std::vector<UploadFile>& files, PushReport& report,
                   const CancelToken& cancel);
    void leaveOutPresent(const PushRequest& request, const std::string& head, std::vector<UploadFile>& files,
                         const CancelToken& cancel);
    std::string commit(const PushRequest& request, const std::string& parent, const std::vector<UploadFile>& files,
                       const CancelToken& cancel);
    bool holds(const std::string& repo, const std::string& commit, const std::vector<UploadFile>& files,
               const CancelToken& cancel);
    HttpResponse post(const std::string& url, const std::string& type, std::string body, const RequestTopic& topic,
                      const CancelToken& cancel);

    const HfHub& m_hub;
    HttpTransport& m_transport;
    Clock& m_clock;
};

}  // namespace segmoe::hub
