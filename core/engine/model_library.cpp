// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model_library.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include "core/base/digest_cache.h"
#include "core/base/error.h"
#include "core/base/file_suffix.h"
#include "core/base/utf8.h"
#include "core/engine/app_paths.h"
#include "core/engine/model_facts_json.h"
#include "core/engine/model_place.h"
#include "core/store/file_copies.h"
#include "core/store/folder_scan.h"
#include "core/store/model_index.h"

namespace segmoe {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kBatch = 200;

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin) lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

LibraryModel modelOf(const store::ModelRow& row, PreviewFinder& previews) {
    LibraryModel model;
    model.facts = factsFromJson(row.facts);
    model.facts.path = row.found.path;
    model.root = row.root;
    model.isFolder = row.found.isFolder;
    model.sha256 = row.sha256;
    model.alias = row.alias;
    model.tags = linesOf(row.tags);
    model.added = row.added;
    model.lastUsed = row.lastUsed;
    model.isMissing = row.isMissing;
    if (row.isMissing) return model;
    model.preview = previews.find(row.found.path, row.found.isFolder);
    if (const auto node = store::fileNode(row.found.path)) {
        model.device = node->device;
        model.inode = node->inode;
    }
    return model;
}

LibraryRoot::State stateOf(const fs::path& folder) {
    switch (store::folderState(folder)) {
        case store::FolderState::Ok: return LibraryRoot::State::Ok;
        case store::FolderState::Missing: return LibraryRoot::State::Missing;
        case store::FolderState::NoAccess: return LibraryRoot::State::NoAccess;
    }
    return LibraryRoot::State::Missing;
}

fs::path canonicalFolder(const fs::path& folder) {
    std::error_code error;
    if (!fs::is_directory(folder, error))
        throw Error(ErrorCode::FolderMissing,
                    "The folder " + quotePath(folder) + " is not there. Connect the drive, or choose another folder.");
    return fs::canonical(folder);
}

class Identification final : public LibraryIdentification {
public:
    Identification(std::vector<fs::path> models, DigestWatch watch) : m_worker(std::move(models), std::move(watch)) {}

private:
    DigestWorker m_worker;
};

/// A part of several that take the same time.
ProgressSink partOf(const ProgressSink& whole, std::size_t part, std::size_t parts) {
    if (!whole) return {};
    return [whole, part, parts](Progress now) {
        now.fraction = (static_cast<double>(part) + std::max(0.0, now.fraction)) / static_cast<double>(parts);
        whole(now);
    };
}

class ModelLibrary final : public LibraryAccess {
public:
    explicit ModelLibrary(const fs::path& folder) : m_folder(folder), m_index(libraryFile(folder)) {}

    bool wasRebuilt() const override { return m_index.wasRebuilt(); }
    std::vector<LibraryRoot> roots() override;
    void addRoot(const fs::path& folder, bool isForeign) override {
        m_recipes.reset();
        m_index.addRoot({canonicalFolder(folder), true, isForeign});
    }
    void setRootEnabled(const fs::path& folder, bool isEnabled) override {
        m_recipes.reset();
        m_index.setRootEnabled(folder, isEnabled);
    }
    void removeRoot(const fs::path& folder) override {
        m_recipes.reset();
        m_index.removeRoot(folder);
    }
    std::vector<LibraryModel> models() override;
    LibraryScanReport scan(const LibraryScanEvents& events, const CancelToken& cancel,
                           const fs::path& onlyRoot) override;
    FileDigests hash(const fs::path& model, const ProgressSink& progress, const CancelToken& cancel) override;
    std::vector<fs::path> unidentified() override;
    std::unique_ptr<LibraryIdentification> identify(std::vector<fs::path> models, DigestWatch watch) override {
        return std::make_unique<Identification>(std::move(models), std::move(watch));
    }
    void noteDigests(const fs::path& model, const FileDigests& digests) override {
        m_index.setSha256(model, digests.sha256);
    }
    std::vector<ModelCopy> copiesOf(const fs::path& model) override;
    void checkCopies(const fs::path& keep, const std::vector<fs::path>& copies, const ProgressSink& progress,
                     const CancelToken& cancel) override;
    std::int64_t joinCopies(const fs::path& keep, const std::vector<fs::path>& copies, const ProgressSink& progress,
                            const CancelToken& cancel) override;
    fs::path move(const fs::path& model, const fs::path& folder, const ProgressSink& progress,
                  const CancelToken& cancel) override;
    ModelHeader header(const fs::path& model) override { return readModelHeader(model); }
    ModelUses uses(const fs::path& model, const std::vector<fs::path>& recipes) override;
    void setAlias(const fs::path& model, const std::string& alias) override { m_index.setAlias(model, alias); }
    void setTags(const fs::path& model, const std::vector<std::string>& tags) override;
    void noteUse(const fs::path& model) override;
    void forget(const fs::path& model) override { m_index.remove(model); }

private:
    void scanRoot(const fs::path& root, const LibraryScanEvents& events, const CancelToken& cancel,
                  LibraryScanReport& report);
    void flush(std::vector<store::ModelRow>& rows, const LibraryScanEvents& events);
    store::ModelRow rowOf(const fs::path& model);
    std::vector<fs::path> rootsWith(bool store::RootRow::*trait);
    store::RootRow rootOf(const fs::path& folder);

    fs::path m_folder;
    store::ModelIndex m_index;
    std::optional<std::vector<fs::path>> m_recipes;  ///< in the folders; nothing = to be looked for
};

/// Files are found first and read then, so that a new folder shows its first models at once.
void ModelLibrary::scanRoot(const fs::path& root, const LibraryScanEvents& events, const CancelToken& cancel,
                            LibraryScanReport& report) {
    std::map<fs::path, store::ModelRow> known;
    for (store::ModelRow& row : m_index.models())
        if (row.root == root) known.emplace(row.found.path, std::move(row));
    std::vector<fs::path> present;
    std::vector<store::ModelRow> fresh;
    const auto take = [&](const store::FoundModel& found) {
        present.push_back(found.path);
        ++report.models;
        const auto row = known.find(found.path);
        if (row == known.end() || row->second.found != found) {
            store::ModelRow own;
            own.found = found;
            own.root = root;
            own.facts = factsToJson(readModelFacts(found.path));
            fresh.push_back(std::move(own));
            ++report.read;
        }
        if (fresh.size() == kBatch) flush(fresh, events);
        if (events.progress) events.progress(report.models, report.read);
    };
    try {
        store::scanFolder(root, take, cancel);
    } catch (const Cancelled&) {
        flush(fresh, events);  // what was found stays
        throw;
    }
    flush(fresh, events);
    report.missing += m_index.markMissing(root, present);
}

void ModelLibrary::flush(std::vector<store::ModelRow>& rows, const LibraryScanEvents& events) {
    if (rows.empty()) return;
    store::ModelIndex::Batch batch(m_index);
    for (const store::ModelRow& row : rows) m_index.put(row);
    batch.commit();
    std::vector<LibraryModel> models;
    PreviewFinder previews;
    for (const store::ModelRow& row : rows)
        if (const auto stored = m_index.find(row.found.path)) models.push_back(modelOf(*stored, previews));
    rows.clear();
    if (events.batch) events.batch(models);
}

std::vector<LibraryRoot> ModelLibrary::roots() {
    std::vector<LibraryRoot> roots;
    for (const store::RootRow& row : m_index.roots())
        roots.push_back({row.path, row.isEnabled, row.isForeign, stateOf(row.path), 0, 0});
    for (const store::ModelRow& model : m_index.models()) {
        const auto root = std::ranges::find(roots, model.root, &LibraryRoot::path);
        if (root == roots.end() || model.isMissing) continue;
        ++root->models;
        root->bytes += model.found.bytes;
    }
    return roots;
}

std::vector<LibraryModel> ModelLibrary::models() {
    std::vector<LibraryModel> models;
    PreviewFinder previews;
    DigestCache digests(digestFile());
    for (const store::ModelRow& row : m_index.models()) {
        models.push_back(modelOf(row, previews));
        LibraryModel& model = models.back();
        if (!model.sha256.empty()) model.autoV3 = autoV3({model.sha256, digests.dataDigestOf(model.sha256)});
    }
    countCopies(models);
    return models;
}

LibraryScanReport ModelLibrary::scan(const LibraryScanEvents& events, const CancelToken& cancel,
                                     const fs::path& onlyRoot) {
    const auto start = Clock::now();
    LibraryScanReport report;
    m_recipes.reset();
    for (const store::RootRow& root : m_index.roots()) {
        const bool isWanted = onlyRoot.empty() ? root.isEnabled : root.path == onlyRoot;
        // the models of a drive that is not connected are not gone
        if (isWanted && store::folderState(root.path) == store::FolderState::Ok)
            scanRoot(root.path, events, cancel, report);
    }
    report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    return report;
}

FileDigests ModelLibrary::hash(const fs::path& model, const ProgressSink& progress, const CancelToken& cancel) {
    std::error_code error;
    if (fs::is_directory(model, error)) return {};
    // remembered beyond the index: pictures name the model by it
    FileDigests digests = DigestCache(digestFile()).compute(model, cancel, progress);
    noteDigests(model, digests);
    return digests;
}

std::vector<fs::path> ModelLibrary::unidentified() {
    const std::vector<fs::path> shown = rootsWith(&store::RootRow::isEnabled);
    std::map<std::int64_t, int> ofSize;
    std::vector<store::FoundModel> files;
    for (const store::ModelRow& row : m_index.models()) {
        const bool isFile = !row.isMissing && !row.found.isFolder && lowerSuffix(row.found.path) == ".safetensors";
        if (!isFile || std::ranges::find(shown, row.root) == shown.end()) continue;
        ++ofSize[row.found.bytes];
        if (row.sha256.empty()) files.push_back(row.found);
    }
    std::ranges::stable_sort(files, {}, [&](const store::FoundModel& file) {
        return std::pair(ofSize[file.bytes] == 1, file.bytes);  // only files of one size can be copies
    });
    std::vector<fs::path> paths;
    for (const store::FoundModel& file : files) paths.push_back(file.path);
    return paths;
}

store::ModelRow ModelLibrary::rowOf(const fs::path& model) {
    if (auto row = m_index.find(model)) return std::move(*row);
    throw Error(ErrorCode::FileMissing, quotePath(model) + " is not in the library. Rescan it.");
}

std::vector<fs::path> ModelLibrary::rootsWith(bool store::RootRow::*trait) {
    std::vector<fs::path> folders;
    for (const store::RootRow& root : m_index.roots())
        if (root.*trait) folders.push_back(root.path);
    return folders;
}

std::vector<ModelCopy> ModelLibrary::copiesOf(const fs::path& model) {
    const std::string sha256 = rowOf(model).sha256;
    std::vector<fs::path> files;
    for (const store::ModelRow& row : m_index.models())
        if (row.found.path == model || (!sha256.empty() && row.sha256 == sha256 && !row.isMissing))
            files.push_back(row.found.path);
    return describeCopies(files, rootsWith(&store::RootRow::isForeign));
}

void ModelLibrary::checkCopies(const fs::path& keep, const std::vector<fs::path>& copies, const ProgressSink& progress,
                               const CancelToken& cancel) {
    DigestCache digests(digestFile());
    for (std::size_t i = 0; i < copies.size(); ++i)
        store::checkSameContent(keep, copies[i], digests, cancel, partOf(progress, i, copies.size()));
}

std::int64_t ModelLibrary::joinCopies(const fs::path& keep, const std::vector<fs::path>& copies,
                                      const ProgressSink& progress, const CancelToken& cancel) {
    const CopyPlan allowed = planCopies(copiesOf(keep), keep);
    for (const fs::path& copy : copies)
        if (std::ranges::find(allowed.join, copy) == allowed.join.end())
            throw Error(ErrorCode::RequestInvalid,
                        quotePath(copy) + " cannot be joined with " + quotePath(keep) +
                            ". Only copies in your own folders and on one disk can share their room.");
    DigestCache digests(digestFile());
    std::int64_t freed = 0;
    for (std::size_t i = 0; i < copies.size(); ++i) {
        const auto before = store::fileNode(copies[i]);
        store::joinCopy(keep, copies[i], digests, cancel, partOf(progress, i, copies.size()));
        if (before && before->links == 1) freed += before->bytes;
        store::ModelRow row = rowOf(copies[i]);
        row.found = store::foundFile(copies[i]);  // it has the time of the other one now
        m_index.move(copies[i], row);
    }
    return freed;
}

store::RootRow ModelLibrary::rootOf(const fs::path& folder) {
    for (const store::RootRow& root : m_index.roots())
        if (store::isWithin(folder, root.path)) return root;
    throw Error(ErrorCode::RequestInvalid, quotePath(folder) + " is in no folder of the library. Add it there first.");
}

fs::path ModelLibrary::move(const fs::path& model, const fs::path& folder, const ProgressSink& progress,
                            const CancelToken& cancel) {
    store::ModelRow row = rowOf(model);
    const fs::path target = canonicalFolder(folder);
    const store::RootRow from = rootOf(model), to = rootOf(target);
    const bool isCached = isInHubCache(model);
    if (from.isForeign || to.isForeign || isCached)
        throw Error(ErrorCode::RequestInvalid, quotePath(from.isForeign || isCached ? model.parent_path() : target) +
                                                   " belongs to another program. Only your own folders are changed.");
    if (target == model.parent_path()) return model;
    DigestCache digests(digestFile());
    const fs::path place = moveModel(model, target, digests, cancel, progress);
    row.root = to.path;
    row.found = row.found.isFolder ? store::FoundModel{place, row.found.bytes, row.found.modified, true}
                                   : store::foundFile(place);
    m_index.move(model, row);
    return place;
}

ModelUses ModelLibrary::uses(const fs::path& model, const std::vector<fs::path>& recipes) {
    ModelFacts facts = factsFromJson(rowOf(model).facts);
    facts.path = model;
    if (!m_recipes) m_recipes = findRecipes(rootsWith(&store::RootRow::isEnabled));
    std::vector<fs::path> all = findRecipes({m_folder / "mixtures", m_folder / "current"});
    all.insert(all.end(), m_recipes->begin(), m_recipes->end());
    all.insert(all.end(), recipes.begin(), recipes.end());
    return findModelUses(facts, all, m_folder / "gallery.sqlite");
}

void ModelLibrary::setTags(const fs::path& model, const std::vector<std::string>& tags) {
    std::string text;
    for (const std::string& tag : tags) text += (text.empty() ? "" : "\n") + tag;
    m_index.setTags(model, text);
}

void ModelLibrary::noteUse(const fs::path& model) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    m_index.setLastUsed(model, std::chrono::duration_cast<std::chrono::seconds>(now).count());
}

}  // namespace

fs::path libraryFile(const fs::path& folder) { return folder / "library.sqlite"; }

std::unique_ptr<LibraryAccess> openLibrary(const fs::path& folder) { return std::make_unique<ModelLibrary>(folder); }

}  // namespace segmoe
