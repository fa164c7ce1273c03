// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/model_store.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/log.h"
#include "core/base/utf8.h"
#include "core/hub/civitai_folder.h"
#include "core/hub/hub_names.h"
#include "core/hub/partial_file.h"
#include "core/hub/path_rules.h"
#include "core/hub/small_file.h"

namespace segmoe::hub {

namespace {

constexpr const char* kTokenDropped =
    "The link carried a token, which was dropped. Whoever you sent the link to has it too: make a new one if it was "
    "not meant for them.";

namespace fs = std::filesystem;

std::string revisionOf(const ModelLink& link) { return link.revision.empty() ? "main" : link.revision; }

ExpectedContent contentOf(const RepoFile& file) {
    ExpectedContent content;
    content.size = file.size;
    content.digestKind = file.sha256.empty() ? DigestKind::GitSha1 : DigestKind::Sha256;
    content.digest = file.etag();
    content.etag = file.etag();
    return content;
}

/// The hub could not be asked, which says nothing about the model.
bool isNoAnswer(ErrorCode code) {
    return code == ErrorCode::Unreachable || code == ErrorCode::Timeout || code == ErrorCode::ServerBusy ||
           code == ErrorCode::OfflineMissing || code == ErrorCode::TransferBroken || code == ErrorCode::RateLimited;
}

std::vector<RepoFile> presentFiles(const HfCache& cache, const std::string& repo, const std::string& commit) {
    std::vector<RepoFile> present;
    for (const CachedRepo::Revision& revision : cache.scanRepo(repo).revisions)
        if (revision.commit == commit)
            for (const std::string& path : revision.files) present.push_back({path, 0, {}, {}});
    return present;
}

std::optional<fs::path> findRepo(const ModelLink& link, const HfCache& cache) {
    const auto commit = cache.commitOf(link.repo, revisionOf(link));
    if (!commit) return std::nullopt;
    if (!link.file.empty()) return cache.find(link.repo, *commit, link.file);
    const std::vector<RepoFile> present = presentFiles(cache, link.repo, *commit);
    const auto index = cache.find(link.repo, *commit, kModelIndex);
    try {
        if (!index) {
            const RepoSelection one = selectFile(present, {}, link.repo);
            return cache.find(link.repo, *commit, one.files.front().path);
        }
        const fs::path real = fs::weakly_canonical(*index);  // the pointer has been checked
        const auto text = readSmallFile(real, kMaxIndexBytes);
        const bool isComplete = text && isCompleteModel(parseModelIndex(*text, link.repo), present);
        return isComplete ? std::optional(cache.snapshotFolder(link.repo, *commit)) : std::nullopt;
    } catch (const Error& error) {
        if (error.code() == ErrorCode::CacheRefused) throw;
        return std::nullopt;  // not whole: to be fetched
    }
}

/// The note of the file that was planned, when it has come: perhaps since, by another link to it.
std::optional<FetchedFile> arrived(const std::vector<FetchedFile>& here, const CivitaiVersion& version,
                                   const CivitaiFile& file) {
    for (const FetchedFile& note : here)
        if (note.versionId == version.id && note.fileId == file.id) return note;
    return std::nullopt;
}

bool isBelow(const fs::path& file, const fs::path& folder) {
    std::error_code failed;
    const fs::path real = fs::weakly_canonical(folder, failed);
    const fs::path place = fs::canonical(file, failed);
    return !failed && std::ranges::mismatch(real, place).in1 == real.end();
}

/// The one that has the file; without one the newest.
std::vector<CivitaiVersion>::iterator versionMeant(std::vector<CivitaiVersion>& versions, std::int64_t fileId) {
    const auto found = std::ranges::find_if(versions, [fileId](const CivitaiVersion& version) {
        return fileId != 0 && std::ranges::find(version.files, fileId, &CivitaiFile::id) != version.files.end();
    });
    return found == versions.end() ? versions.begin() : found;
}

/// Keeps in mind which files the Hub says a commit does not have, as the Python tools do.
class AbsenceKeeper final : public LinkResolver {
public:
    AbsenceKeeper(HfHub& hub, const HfCache& cache) : m_hub(hub), m_cache(cache) {}

    FileLink resolve(const FileSource& source, const CancelToken& cancel) override {
        try {
            return m_hub.resolve(source, cancel);
        } catch (const EntryAbsent&) {
            keep(source);
            throw;
        }
    }

private:
    void keep(const FileSource& source) const {
        try {
            m_cache.markAbsent(source.repo, source.commit, source.path);
        } catch (const Error& error) {
            logMessage(LogLevel::Warning, error.what());  // a convenience for the next time, no more
        }
    }

    HfHub& m_hub;
    const HfCache& m_cache;
};

}  // namespace

std::uint64_t FetchPlan::bytes() const {
    std::uint64_t sum = 0;
    for (const WantedFile& wanted : files) sum += wanted.bytes;
    return sum;
}

std::uint64_t FetchPlan::missingBytes() const {
    std::uint64_t sum = 0;
    for (const WantedFile& wanted : files) sum += wanted.isMissing() ? wanted.bytes : 0;
    return sum;
}

ModelStore::ModelStore(HfHub& huggingFace, Civitai& civitai, const HfCache& cache, fs::path folder, KnownFiles known)
    : m_huggingFace(huggingFace),
      m_civitai(civitai),
      m_cache(cache),
      m_folder(std::move(folder)),
      m_known(std::move(known)) {}

FetchPlan ModelStore::plan(const ModelLink& link, const std::optional<std::string>& variant, const CancelToken& cancel,
                           const std::string& commit) {
    FetchPlan plan =
        link.site == Site::HuggingFace ? planRepo(link, variant, cancel, commit) : planCivitai(link, cancel);
    plan.asked = link;
    if (link.hadToken) plan.notices.emplace_back(kTokenDropped);
    return plan;
}

/// The commit is fixed once; a branch that moves meanwhile cannot mix files.
std::string ModelStore::commitOf(FetchPlan& plan, const CancelToken& cancel) {
    const ModelLink& link = plan.link;
    if (isCommit(link.revision) && m_cache.tree(link.repo, link.revision)) return link.revision;
    try {
        const RepoInfo info = m_huggingFace.info(link.repo, link.revision, cancel);
        plan.license = info.license;
        return info.commit;
    } catch (const Error& error) {
        const auto known = isNoAnswer(error.code()) ? m_cache.commitOf(link.repo, revisionOf(link)) : std::nullopt;
        if (!known || !m_cache.tree(link.repo, *known)) throw;
        plan.notices.push_back(std::string(error.what()) + " The copy of " + link.repo +
                               " on this computer is used, commit " + known->substr(0, 12) + ".");
        return *known;
    }
}

std::string ModelStore::modelIndex(const FetchPlan& plan, const CancelToken& cancel) {
    if (const auto here = m_cache.find(plan.link.repo, plan.commit, kModelIndex))
        if (const auto text = readSmallFile(fs::weakly_canonical(*here), kMaxIndexBytes)) return *text;
    return m_huggingFace.text(plan.link.repo, plan.commit, kModelIndex, kMaxIndexBytes, cancel);
}

FetchPlan ModelStore::planRepo(const ModelLink& link, const std::optional<std::string>& variant,
                               const CancelToken& cancel, const std::string& commit) {
    FetchPlan plan;
    plan.link = link;
    plan.title = link.repo;
    plan.commit = commit.empty() ? commitOf(plan, cancel) : commit;
    const auto kept = m_cache.tree(link.repo, plan.commit);
    plan.tree = kept ? *kept : m_huggingFace.tree(link.repo, plan.commit, cancel);
    const bool isDiffusers =
        link.file.empty() && std::ranges::find(plan.tree, kModelIndex, &RepoFile::path) != plan.tree.end();
    RepoSelection selection =
        isDiffusers ? selectModel(parseModelIndex(modelIndex(plan, cancel), link.repo), plan.tree, variant, link.repo)
                    : selectFile(plan.tree, link.file, link.repo);
    plan.isFolder = selection.isFolder;
    plan.leftOut = std::move(selection.leftOut);
    plan.notices.insert(plan.notices.end(), selection.notices.begin(), selection.notices.end());
    for (const RepoFile& file : selection.files) {
        const bool isPresent = m_cache.hasBlob(link.repo, file.etag(), file.size) ||
                               m_cache.find(link.repo, plan.commit, file.path).has_value();
        plan.files.push_back({m_huggingFace.source(link.repo, plan.commit, file), contentOf(file),
                              m_cache.blobFile(link.repo, file.etag()), m_cache.lockFile(link.repo, file.etag()),
                              file.size, isPresent});
    }
    plan.repoFiles = std::move(selection.files);
    return plan;
}

/// Licences belong to models; the page of a version does not always repeat them.
void ModelStore::askLicence(CivitaiVersion& version, const CancelToken& cancel) const {
    if (version.licence.isSaid || version.modelId == 0) return;
    try {
        version.licence = m_civitai.anyModel(version.modelId, cancel).licence;
    } catch (const Error& error) {
        logMessage(LogLevel::Warning, error.what());  // the file can be had without it: its licence stays unknown
    }
}

/// The file that would be chosen needs a name; where the page has none, the storage may.
void ModelStore::nameFiles(CivitaiVersion& version, const ModelLink& link, const CancelToken& cancel) const {
    for (CivitaiFile& file : version.files) {
        const bool isMeant = link.fileId != 0 ? file.id == link.fileId : file.isPrimary || version.files.size() == 1;
        if (file.id == 0 || !isMeant || !isNameless(file)) continue;
        if (auto name = m_civitai.offeredName(m_civitai.source(version, file), cancel)) file.name = std::move(*name);
    }
}

FetchPlan ModelStore::planCivitai(const ModelLink& link, const CancelToken& cancel) {
    FetchPlan plan;
    plan.link = link;
    if (link.versionId != 0) {
        plan.version = m_civitai.version(link.versionId, cancel);
    } else {
        CivitaiModel model = m_civitai.model(link.modelId, cancel);
        if (model.versions.empty())
            throw Error(ErrorCode::Archived, quote(model.name) + " has no version that can be fetched.");
        plan.version = std::move(*versionMeant(model.versions, link.fileId));
    }
    nameFiles(*plan.version, link, cancel);
    askLicence(*plan.version, cancel);
    plan.license = hubTermsText(termsOf(plan.version->licence));
    plan.file = chooseFile(*plan.version, {link.fileId, link.fp, link.size});
    plan.title = plan.version->modelName.empty() ? "version " + std::to_string(plan.version->id)
                                                 : plan.version->modelName + " " + plan.version->name;
    if (plan.file->sha256.empty())
        plan.notices.push_back("CivitAI names no SHA-256 for this file, so it cannot be verified against the source.");
    WantedFile wanted;
    wanted.source = m_civitai.source(*plan.version, *plan.file);
    wanted.content.digestKind = plan.file->sha256.empty() ? DigestKind::None : DigestKind::Sha256;
    wanted.content.digest = plan.file->sha256;
    wanted.content.etag = plan.file->sha256;
    wanted.target = civitaiTarget(m_folder, *plan.version, *plan.file);
    wanted.bytes = plan.file->bytes;
    const std::vector<FetchedFile> here = fetchedFiles(m_folder);
    if (const auto note = arrived(here, *plan.version, *plan.file)) {
        wanted.isPresent = true;
        wanted.target = note->file;
    } else {
        wanted.known = knownFiles(*plan.file, wanted.target, here);
    }
    if (!wanted.known.empty())
        plan.notices.push_back(quote(wanted.source.path) + " seems to be on this computer already, as " +
                               quotePath(wanted.known.front()) + ". It is read, and used if it is the same.");
    plan.files.push_back(std::move(wanted));
    return plan;
}

/// Files that may be this one: what an interrupted run has put at its place without a note, what has come for another
/// version, what the caller knows of.
std::vector<fs::path> ModelStore::knownFiles(const CivitaiFile& file, const fs::path& target,
                                             const std::vector<FetchedFile>& here) const {
    if (file.sha256.empty()) return {};
    std::vector<fs::path> candidates{target.parent_path() / sanitisedFileName(file.name, ".safetensors"), target};
    for (const FetchedFile& fetched : here)
        if (fetched.sha256 == file.sha256) candidates.push_back(fetched.file);
    if (m_known) std::ranges::copy(m_known(file.sha256), std::back_inserter(candidates));
    std::vector<fs::path> known;
    for (const fs::path& candidate : candidates) {
        std::error_code failed;
        const std::uint64_t bytes = fs::is_regular_file(candidate, failed) ? fs::file_size(candidate, failed) : 0;
        const bool isAsLarge = file.bytes == 0 || (bytes + 1024 > file.bytes && bytes < file.bytes + 1024);
        const bool isNew = std::ranges::find(known, candidate) == known.end();
        if (!failed && bytes > 0 && isAsLarge && isNew) known.push_back(candidate);
    }
    return known;
}

/// Returns where the file lies that is used from now on.
fs::path ModelStore::takeOver(const FetchPlan& plan, const fs::path& known, const fs::path& target) const {
    const bool isOurs = known.parent_path() == target.parent_path() && !fetchedFile(known);
    if (isOurs) {
        writeProvenance(known, *plan.version, *plan.file);
        return known;
    }
    const bool isSecondName = !isBelow(known, m_cache.root()) && giveSecondName(known, target);
    writeProvenance(target, *plan.version, *plan.file, known);
    logMessage(LogLevel::Info, quotePath(known) + " is what was to be fetched; it is used.");
    return isSecondName ? target : known;
}

fs::path ModelStore::fetchCivitai(const FetchPlan& plan, FileFetcher& fetcher, const CancelToken& cancel) {
    WantedFile wanted = plan.files.front();
    const CivitaiPlace target(m_folder, *plan.version, *plan.file);  // what came meanwhile may have taken the name
    if (!wanted.isPresent) wanted.target = target.path();
    const auto note = wanted.isPresent ? std::nullopt : arrived(fetchedFiles(m_folder), *plan.version, *plan.file);
    const bool isThere = wanted.isPresent || note;
    fs::path place = note ? note->file : wanted.target;
    if (!isThere) {
        makeFolders(wanted.target.parent_path());
        const auto tell = [&](const Progress& progress) { fetcher.tellReading(wanted, progress); };
        if (const auto known = verifiedFile(wanted.known, wanted.content.digest, tell, cancel)) {
            place = takeOver(plan, *known, wanted.target);
        } else {
            try {
                fetcher.fetch({&wanted, 1}, m_civitai, cancel);
            } catch (const Error&) {
                // Another program has taken the name meanwhile: once more, with the longer one.
                if (civitaiTarget(m_folder, *plan.version, *plan.file) == wanted.target) throw;
                return fetchCivitai(plan, fetcher, cancel);
            }
            writeProvenance(place, *plan.version, *plan.file);
        }
    }
    PartialFile::removeLeftovers(wanted.target);
    try {
        noteAnswer(m_folder, place, plan.asked);
    } catch (const Error& error) {
        if (!isThere) throw;
        logMessage(LogLevel::Warning, error.what());  // a folder that may only be read still serves what it has
    }
    return place;
}

/// Order matters to the Python tools: snapshot folder, blobs, pointers, ref.
fs::path ModelStore::publishRepo(const FetchPlan& plan) {
    const ModelLink& link = plan.link;
    for (std::size_t i = 0; i < plan.files.size(); ++i) {
        const RepoFile& file = plan.repoFiles[i];
        if (m_cache.find(link.repo, plan.commit, file.path)) continue;
        m_cache.publish(link.repo, plan.commit, file.path, file.etag(), !plan.files[i].isPresent);
    }
    m_cache.writeTree(link.repo, plan.commit, plan.tree);
    m_cache.writeRef(link.repo, revisionOf(link), plan.commit);
    const fs::path snapshot = m_cache.snapshotFolder(link.repo, plan.commit);
    return plan.isFolder ? snapshot : snapshot / plan.repoFiles.front().path;
}

fs::path ModelStore::fetch(const FetchPlan& plan, FileFetcher& fetcher, const CancelToken& cancel) {
    if (plan.link.site == Site::CivitAi) return fetchCivitai(plan, fetcher, cancel);
    std::vector<WantedFile> missing;
    for (const WantedFile& wanted : plan.files)
        if (!wanted.isPresent) missing.push_back(wanted);
    if (!missing.empty() || !m_cache.commitOf(plan.link.repo, revisionOf(plan.link)))
        m_cache.prepare(plan.link.repo, plan.commit);
    for (const WantedFile& wanted : missing)
        for (const fs::path& file : {wanted.target, wanted.lockFile})
            if (!file.empty()) makeFolders(file.parent_path());
    for (const WantedFile& wanted : plan.files)
        if (wanted.isPresent) PartialFile::removeLeftovers(wanted.target);
    AbsenceKeeper huggingFace(m_huggingFace, m_cache);
    if (!missing.empty()) fetcher.fetch(missing, huggingFace, cancel);
    try {
        return publishRepo(plan);
    } catch (const Error& error) {
        // a cache that may only be read still serves what it has
        const auto here =
            error.code() == ErrorCode::NotWritable && missing.empty() ? findRepo(plan.link, m_cache) : std::nullopt;
        if (!here) throw;
        logMessage(LogLevel::Warning, error.what());
        return *here;
    }
}

std::optional<fs::path> findModel(const ModelLink& link, const HfCache& cache,
                                  const std::vector<fs::path>& civitaiFolders) {
    if (link.site == Site::HuggingFace) return findRepo(link, cache);
    for (const fs::path& folder : civitaiFolders)
        if (auto place = findCivitai(folder, link)) return place;
    return std::nullopt;
}

}  // namespace segmoe::hub
