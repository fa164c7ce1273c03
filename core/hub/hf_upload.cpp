// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/hf_upload.h"

#include <algorithm>
#include <chrono>

#include "core/base/utf8.h"
#include "core/hub/answer_fields.h"
#include "core/hub/http_url.h"
#include "core/hub/hub_names.h"
#include "core/hub/lfs_upload.h"

namespace segmoe::hub {

namespace {

using nlohmann::json;

constexpr std::size_t kBatch = 256;
constexpr std::size_t kSampleBytes = 512;
constexpr std::uint64_t kLargestRegular = 10 * 1024 * 1024;
constexpr std::uint64_t kLargestFile = 50'000'000'000;
constexpr std::size_t kLargestCard = 1024 * 1024;
constexpr int kMostCreations = 10;
constexpr std::chrono::seconds kCreationWait{1};
const std::string kHub = "The Hub";

RequestTopic topicOf(const PushRequest& request) { return {request.repo, request.revision, {}, true, {}}; }

/// One JSON object per line: header, then a line per file.
std::string commitBody(const PushRequest& request, const std::string& parent, const std::vector<UploadFile>& files) {
    const std::string summary = request.message.empty() ? "Upload with SegMoE Studio" : request.message;
    std::string body =
        json{{"key", "header"}, {"value", {{"summary", summary}, {"description", ""}, {"parentCommit", parent}}}}
            .dump() +
        "\n";
    for (const UploadFile& file : files) {
        const json line =
            file.isLfs
                ? json{{"key", "lfsFile"},
                       {"value", {{"path", file.path}, {"algo", "sha256"}, {"oid", file.sha256}, {"size", file.size}}}}
                : json{{"key", "file"},
                       {"value",
                        {{"path", file.path},
                         {"content", base64(headOf(file.file, file.size))},
                         {"encoding", "base64"}}}};
        body += line.dump() + "\n";
    }
    return body;
}

/// The Hub makes one repository of an account at a time, and says so with the status of a taken name.
bool isCollision(const Error& error) {
    return error.code() == ErrorCode::RepoExists && error.detail().find("conflicting operation") != std::string::npos;
}

/// The answer was lost on its way, so it is not known what happened.
bool isLost(ErrorCode code) {
    return code == ErrorCode::TransferBroken || code == ErrorCode::Timeout || code == ErrorCode::ServerBusy ||
           code == ErrorCode::Unreachable || code == ErrorCode::BadServerReply;
}

}  // namespace

HttpResponse HfUpload::post(const std::string& url, const std::string& type, std::string body,
                            const RequestTopic& topic, const CancelToken& cancel) {
    HttpRequest request = m_hub.request(HttpMethod::Post, url, cancel);
    request.headers.add("Content-Type", type);
    request.upload = HttpUpload::ofText(std::move(body));
    request.mayRepeat = type != "application/x-ndjson";
    return m_hub.ask(request, topic);
}

void HfUpload::askToCreate(const PushRequest& request, const CancelToken& cancel) {
    const std::size_t slash = request.repo.find('/');
    const json body = {{"type", "model"},
                       {"name", request.repo.substr(slash + 1)},
                       {"organization", request.repo.substr(0, slash)},
                       {"private", request.isPrivate},
                       {"visibility", request.isPrivate ? "private" : "public"}};
    for (int tries = 1;; ++tries) {
        try {
            (void)post(m_hub.endpoint() + "/api/repos/create", "application/json", body.dump(), topicOf(request),
                       cancel);
            return;
        } catch (const Error& error) {
            if (!isCollision(error)) throw;
            if (tries == kMostCreations)
                throw Error(ErrorCode::ServerBusy,
                            "The Hub is busy with another change of this account. Publish again in a few minutes.",
                            error.detail());
        }
        m_clock.sleep(kCreationWait, cancel);
    }
}

void HfUpload::create(const PushRequest& request, const CancelToken& cancel) {
    const std::size_t slash = request.repo.find('/');
    if (!isRepoId(request.repo) || slash == std::string::npos)
        throw Error(ErrorCode::NameRefused,
                    quote(request.repo) + " cannot be the name of a repository; owner/name is needed.");
    try {
        askToCreate(request, cancel);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::RepoExists) {
            if (request.mayExist) return;
            throw Error(ErrorCode::RepoExists,
                        request.repo + " exists already. Publish into it with --existing, or choose another name.",
                        error.detail());
        }
        const bool mayBeThere = error.code() == ErrorCode::TokenScope || error.code() == ErrorCode::RepoNotFound;
        if (!mayBeThere || !request.mayExist) throw;
        (void)m_hub.info(request.repo, {}, cancel);  // a token may write to a repository without making new ones
    }
}

void HfUpload::checkCard(const std::vector<UploadFile>& files, PushReport& report, const CancelToken& cancel) {
    const auto card = std::ranges::find(files, "README.md", &UploadFile::path);
    if (card == files.end()) return;
    if (card->size > kLargestCard) throw Error(ErrorCode::TooLarge, "README.md is larger than 1 MB.");
    const json body = {{"content", headOf(card->file, card->size)}, {"repoType", "model"}};
    HttpRequest request = m_hub.request(HttpMethod::Post, m_hub.endpoint() + "/api/validate-yaml", cancel);
    request.headers.add("Content-Type", "application/json");
    request.upload = HttpUpload::ofText(body.dump(-1, ' ', false, json::error_handler_t::replace));
    const HttpResponse answer = m_transport.perform(request);
    if (!answer.isSuccess() && answer.status != 400) throw hfFailure(answer, {{}, {}, {}, true, {}});
    const json said = parseObject(answer.body, kHub);
    const AnswerFields fields(said, kHub);
    std::string errors;
    for (const json& entry : fields.array("errors"))
        errors += (errors.empty() ? "" : "; ") + quote(AnswerFields(entry, kHub).text("message"), 200);
    if (!errors.empty() || !answer.isSuccess())
        throw Error(ErrorCode::ConfigInvalid, "The Hub refuses the head of README.md: " + errors + ".");
    for (const json& entry : fields.array("warnings"))
        report.notices.push_back("README.md: " + AnswerFields(entry, kHub).text("message"));
}

void HfUpload::preupload(const PushRequest& request, std::vector<UploadFile>& files, PushReport& report,
                         const CancelToken& cancel) {
    const std::string url = m_hub.api(request.repo, "/preupload/" + percentEncoded(request.revision));
    for (std::size_t begin = 0; begin < files.size(); begin += kBatch) {
        json list = json::array();
        const std::size_t end = std::min(files.size(), begin + kBatch);
        for (std::size_t i = begin; i < end; ++i)
            list.push_back({{"path", files[i].path},
                            {"size", files[i].size},
                            {"sample", base64(headOf(files[i].file, kSampleBytes))}});
        const json answer = parseObject(
            post(url, "application/json", json{{"files", std::move(list)}}.dump(), topicOf(request), cancel).body,
            kHub);
        for (const json& entry : AnswerFields(answer, kHub).array("files")) {
            const AnswerFields fields(entry, kHub);
            const auto file = std::ranges::find(files, fields.text("path"), &UploadFile::path);
            if (file == files.end()) fields.refuse("a file nobody asked for");
            file->isLfs = fields.text("uploadMode") == "lfs" && file->size > 0;
            if (fields.flag("shouldIgnore"))
                report.notices.push_back(quote(file->path) + " is left out: the repository's .gitignore names it.");
            file->isPresent = fields.flag("shouldIgnore");
        }
    }
    std::erase_if(files, [](const UploadFile& file) { return file.isPresent; });
    for (const UploadFile& file : files)
        if (!file.isLfs && file.size > kLargestRegular)
            throw Error(ErrorCode::BadServerReply,
                        kHub + " wants " + quote(file.path) + " in git, which is too large.");
}

void HfUpload::leaveOutPresent(const PushRequest& request, const std::string& head, std::vector<UploadFile>& files,
                               const CancelToken& cancel) {
    const std::vector<RepoFile> tree = m_hub.tree(request.repo, head, cancel);
    for (UploadFile& file : files) {
        const auto there = std::ranges::find(tree, file.path, &RepoFile::path);
        file.isPresent = there != tree.end() && there->etag() == (file.isLfs ? file.sha256 : file.gitId);
    }
    std::erase_if(files, [](const UploadFile& file) { return file.isPresent; });
}

bool HfUpload::holds(const std::string& repo, const std::string& commit, const std::vector<UploadFile>& files,
                     const CancelToken& cancel) {
    const std::vector<RepoFile> tree = m_hub.tree(repo, commit, cancel);
    return std::ranges::all_of(files, [&](const UploadFile& file) {
        const auto there = std::ranges::find(tree, file.path, &RepoFile::path);
        return there != tree.end() && there->etag() == (file.isLfs ? file.sha256 : file.gitId);
    });
}

std::string HfUpload::commit(const PushRequest& request, const std::string& parent,
                             const std::vector<UploadFile>& files, const CancelToken& cancel) {
    const std::string url = m_hub.api(request.repo, "/commit/" + percentEncoded(request.revision));
    const std::string body = commitBody(request, parent, files);
    for (int attempt = 0; attempt < 2; ++attempt) {
        try {
            const json answer =
                parseObject(post(url, "application/x-ndjson", body, topicOf(request), cancel).body, kHub);
            const std::string made = AnswerFields(answer, kHub).text("commitOid");
            if (!isCommit(made)) throw Error(ErrorCode::BadServerReply, kHub + " named no commit.");
            return made;
        } catch (const Error& error) {
            if (!isLost(error.code())) throw;
            const std::string head = m_hub.info(request.repo, request.revision, cancel).commit;
            if (head == parent) continue;  // nothing was recorded: once more
            if (holds(request.repo, head, files, cancel)) return head;
            break;
        }
    }
    throw Error(ErrorCode::CommitUnknown, "It is not certain that the upload was recorded. Look at " + request.repo +
                                              " before publishing again.");
}

PushReport HfUpload::push(const PushRequest& request, const ProgressSink& progress, const CancelToken& cancel) {
    PushReport report;
    report.page = m_hub.endpoint() + "/" + request.repo;
    std::vector<UploadFile> files = collectUpload(request.folder);
    if (!request.card.empty()) {
        UploadFile card;
        card.path = "README.md";
        card.file = request.card;
        card.size = std::filesystem::file_size(request.card);
        std::erase_if(files, [](const UploadFile& file) { return file.path == "README.md"; });
        files.push_back(std::move(card));
    }
    for (const UploadFile& file : files)
        if (file.size > kLargestFile)
            throw Error(ErrorCode::TooLarge,
                        quote(file.path) + " is larger than plain uploads allow. Publish it with the hf tool.");
    create(request, cancel);
    checkCard(files, report, cancel);
    const std::string parent = m_hub.info(request.repo, request.revision, cancel).commit;
    preupload(request, files, report, cancel);
    digestFiles(files, progress, cancel);
    leaveOutPresent(request, parent, files, cancel);
    report.files = static_cast<int>(files.size());
    if (files.empty()) {
        report.notices.push_back("Everything is published already; no commit was made.");
        return report;
    }
    std::vector<UploadFile> large;
    std::ranges::copy_if(files, std::back_inserter(large), &UploadFile::isLfs);
    report.uploadedBytes = uploadLfs(m_hub, m_transport, request.repo, request.revision, large, progress, cancel);
    if (progress) progress({.stage = Stage::Writing, .fraction = 1.0, .item = {}});
    cancel.check();
    // From here on it is made or it is not: who cancels now learns which.
    const CancelToken nobody;
    report.commit = commit(request, parent, files, nobody);
    if (!holds(request.repo, report.commit, files, nobody))
        throw Error(ErrorCode::CommitUnknown,
                    "The published commit of " + request.repo + " lacks files. Look at it before publishing again.");
    return report;
}

}  // namespace segmoe::hub
