// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model_library.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <map>
#include <memory>
#include <system_error>

#include "core/base/digest_cache.h"
#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/engine/app_paths.h"
#include "core/engine/model_facts_json.h"
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
    if (!row.isMissing) model.preview = previews.find(row.found.path, row.found.isFolder);
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

class ModelLibrary final : public LibraryAccess {
public:
    explicit ModelLibrary(const fs::path& folder) : m_index(folder / "library.sqlite") {}

    bool wasRebuilt() const override { return m_index.wasRebuilt(); }
    std::vector<LibraryRoot> roots() override;
    void addRoot(const fs::path& folder, bool isForeign) override {
        m_index.addRoot({canonicalFolder(folder), true, isForeign});
    }
    void setRootEnabled(const fs::path& folder, bool isEnabled) override { m_index.setRootEnabled(folder, isEnabled); }
    void removeRoot(const fs::path& folder) override { m_index.removeRoot(folder); }
    std::vector<LibraryModel> models() override;
    LibraryScanReport scan(const LibraryScanEvents& events, const CancelToken& cancel,
                           const fs::path& onlyRoot) override;
    std::string hash(const fs::path& model, const ProgressSink& progress, const CancelToken& cancel) override;
    void setAlias(const fs::path& model, const std::string& alias) override { m_index.setAlias(model, alias); }
    void setTags(const fs::path& model, const std::vector<std::string>& tags) override;
    void noteUse(const fs::path& model) override;
    void forget(const fs::path& model) override { m_index.remove(model); }

private:
    void scanRoot(const fs::path& root, const LibraryScanEvents& events, const CancelToken& cancel,
                  LibraryScanReport& report);
    void flush(std::vector<store::ModelRow>& rows, const LibraryScanEvents& events);

    store::ModelIndex m_index;
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
    std::map<std::string, int> copies;
    PreviewFinder previews;
    for (const store::ModelRow& row : m_index.models()) {
        models.push_back(modelOf(row, previews));
        if (!row.sha256.empty() && !row.isMissing) ++copies[row.sha256];
    }
    for (LibraryModel& model : models)
        if (const auto found = copies.find(model.sha256); found != copies.end()) model.copies = found->second;
    return models;
}

LibraryScanReport ModelLibrary::scan(const LibraryScanEvents& events, const CancelToken& cancel,
                                     const fs::path& onlyRoot) {
    const auto start = Clock::now();
    LibraryScanReport report;
    for (const store::RootRow& root : m_index.roots()) {
        const bool isWanted = onlyRoot.empty() ? root.isEnabled : root.path == onlyRoot;
        // the models of a drive that is not connected are not gone
        if (isWanted && store::folderState(root.path) == store::FolderState::Ok)
            scanRoot(root.path, events, cancel, report);
    }
    report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    return report;
}

std::string ModelLibrary::hash(const fs::path& model, const ProgressSink& progress, const CancelToken& cancel) {
    std::error_code error;
    if (fs::is_directory(model, error)) return {};
    // remembered beyond the index: pictures name the model by it
    const std::string sha256 = DigestCache(digestFile()).compute(model, cancel, progress).sha256;
    m_index.setSha256(model, sha256);
    return sha256;
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

std::unique_ptr<LibraryAccess> openLibrary(const fs::path& folder) { return std::make_unique<ModelLibrary>(folder); }

std::vector<KnownFolder> knownModelFolders() {
    const char* home = std::getenv("HOME");
    std::vector<KnownFolder> candidates;
    const auto add = [&](const char* program, const fs::path& path) { candidates.push_back({program, path, 0, 0}); };
    if (const char* cache = std::getenv("HF_HUB_CACHE")) add("Hugging Face", cache);
    if (const char* folder = std::getenv("HF_HOME")) add("Hugging Face", fs::path(folder) / "hub");
    if (home != nullptr) {
        const fs::path base(home);
        add("Hugging Face", base / ".cache/huggingface/hub");
        for (const char* name : {"stable-diffusion-webui", "stable-diffusion-webui-forge", "sd-webui"})
            add("AUTOMATIC1111", base / name / "models");
        for (const char* name : {"ComfyUI", "comfyui", "Documents/ComfyUI"}) add("ComfyUI", base / name / "models");
        for (const char* name : {"invokeai", "InvokeAI"}) add("InvokeAI", base / name / "models");
    }
    std::vector<KnownFolder> present;
    for (KnownFolder& folder : candidates) {
        std::error_code error;
        const bool isKnown = std::ranges::any_of(present, [&](const KnownFolder& other) {
            std::error_code same;
            return fs::equivalent(other.path, folder.path, same);
        });
        if (isKnown || !fs::is_directory(folder.path, error)) continue;
        store::scanFolder(folder.path,
                          [&](const store::FoundModel& found) {
                              ++folder.models;
                              folder.bytes += found.bytes;
                          },
                          {});
        present.push_back(std::move(folder));
    }
    return present;
}

}  // namespace segmoe
