// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/hub_publish.h"

#include <algorithm>
#include <optional>

#include "core/base/ascii.h"
#include "core/base/error.h"
#include "core/domain/licence_terms.h"
#include "core/domain/model_ref.h"
#include "core/engine/card_license.h"
#include "core/engine/hub_session.h"
#include "core/engine/model_card.h"
#include "core/engine/model_search.h"
#include "core/hub/hf_upload.h"
#include "core/hub/small_file.h"
#include "core/hub/upload_files.h"

namespace segmoe {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxCardBytes = 1024 * 1024;
constexpr std::size_t kLongestName = 90;

/// What a repository may be called after a folder of any name.
std::string repoName(const std::string& folder) {
    std::string name;
    for (const char c : folder) {
        const bool isKept = isAsciiAlphanumeric(c) || c == '_' || c == '.' || c == '-';
        const char taken = isKept ? c : '-';
        const bool isDoubled = !name.empty() && (taken == '-' || taken == '.') && name.back() == taken;
        if (!isDoubled && name.size() < kLongestName) name += taken;
    }
    while (!name.empty() && (name.front() == '-' || name.front() == '.')) name.erase(name.begin());
    while (!name.empty() && (name.back() == '-' || name.back() == '.')) name.pop_back();
    return name.empty() ? "mixture" : name;
}

std::optional<std::string> ownCard(const fs::path& folder) {
    return hub::readSmallFile(folder / "README.md", kMaxCardBytes);
}

/// Card, parts and licence of a saved mixture; nothing of any other folder.
void addRecipe(PublishPlan& plan, PartHashes hashes, const ProgressSink& progress, const CancelToken& cancel) {
    std::error_code ignored;
    if (!fs::exists(plan.folder / "model_index.json", ignored)) return;
    const pipeline::ModelFiles files = pipeline::openModelFiles(ModelRef::parse(plan.folder.string()), programSearch());
    if (!files.mixture || !files.mixture->recipe) return;
    MixRecipe recipe = *files.mixture->recipe;
    if (recipe.name.empty()) recipe.name = files.name;
    plan.name = repoName(recipe.name);
    plan.parts = mixtureParts(recipe, hashes, progress, cancel);
    std::vector<std::string> licences;
    for (const MixturePart& part : plan.parts) licences.push_back(part.license);
    if (!plan.hasOwnCard) plan.license = licenceOfWhole(licences);
    if (!plan.hasOwnCard) plan.card = modelCard(recipe, files.isSdxl(), plan.parts, plan.license);
}

PublishPlan planOf(const fs::path& folder, PartHashes hashes, const ProgressSink& progress, const CancelToken& cancel) {
    PublishPlan plan;
    plan.folder = folder;
    for (const hub::UploadFile& file : hub::collectUpload(folder)) {
        plan.files.push_back({file.path, file.size});
        plan.bytes += file.size;
    }
    const fs::path name = folder.has_filename() ? folder.filename() : folder.parent_path().filename();
    plan.name = repoName(name.string());
    if (auto card = ownCard(folder)) {
        plan.license = licenseOfCard(*card);
        plan.card = std::move(*card);
        plan.hasOwnCard = true;
    }
    addRecipe(plan, hashes, progress, cancel);
    return plan;
}

class Publisher final : public HubPublisher, private HubSession {
public:
    PublishPlan plan(const fs::path& folder, PartHashes hashes, const ProgressSink& progress,
                     const CancelToken& cancel) override {
        return planOf(folder, hashes, progress, cancel);
    }

    PublishTarget inspect(const std::string& repo, const CancelToken& cancel) override {
        const hub::HfHub hub = huggingFaceToWrite();
        PublishTarget target;
        target.account = ask(HubSite::HuggingFace, tokenOf(HubSite::HuggingFace), cancel);
        target.mayWrite = target.account.role != "read";
        if (repo.empty()) return target;
        target.repo = repo;
        const std::string owner = repo.substr(0, repo.find('/'));
        const bool isOwn = asciiLower(owner) == asciiLower(target.account.name) ||
                           std::ranges::find(target.account.organizations, owner) != target.account.organizations.end();
        target.mayWrite = target.mayWrite && isOwn;
        try {
            target.isPrivate = hub.info(repo, {}, cancel).isPrivate;
            target.exists = true;
        } catch (const Error& error) {
            if (error.code() != ErrorCode::RepoNotFound) throw;
        }
        return target;
    }

    HubPushReport publish(const HubPush& push, const ProgressSink& progress, const CancelToken& cancel) override {
        return pushFolder(huggingFaceToWrite(), m_transport, push, progress, cancel);
    }
};

}  // namespace

std::unique_ptr<HubPublisher> openHubPublisher() { return std::make_unique<Publisher>(); }

HubPushReport pushFolder(const hub::HfHub& hub, hub::HttpTransport& transport, const HubPush& push,
                         const ProgressSink& progress, const CancelToken& cancel) {
    std::string card = push.card.value_or(std::string());
    if (!push.card && !ownCard(push.folder)) card = planOf(push.folder, PartHashes::All, progress, cancel).card;
    std::optional<CardFile> file;
    if (!card.empty()) file.emplace(card, repoName(push.folder.filename().string()));
    hub::PushRequest request;
    request.folder = push.folder;
    request.repo = push.repo;
    request.isPrivate = push.isPrivate;
    request.mayExist = push.mayExist;
    request.message = push.message;
    if (file) request.card = file->path();
    const hub::PushReport done = hub::HfUpload(hub, transport).push(request, progress, cancel);
    return {done.page, done.commit, done.files, done.uploadedBytes, done.notices};
}

}  // namespace segmoe
