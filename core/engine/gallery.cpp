// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/gallery.h"

#include <algorithm>
#include <chrono>
#include <span>
#include <system_error>
#include <tuple>

#include "core/base/error.h"
#include "core/base/message_digest.h"
#include "core/base/utf8.h"
#include "core/engine/picture_file.h"
#include "core/images/picture_codec.h"
#include "core/images/picture_limits.h"
#include "core/images/settings_reader.h"
#include "core/store/gallery_index.h"

namespace segmoe {

namespace fs = std::filesystem;

namespace {

constexpr int kMaxDepth = 32;
constexpr std::int64_t kMaxFiles = 1'000'000;
constexpr std::size_t kMaxExperts = 64;

std::int64_t secondsOf(fs::file_time_type time) {
    const auto system = std::chrono::file_clock::to_sys(time);
    return std::chrono::duration_cast<std::chrono::seconds>(system.time_since_epoch()).count();
}

std::string digestOf(const std::string& bytes) {
    MessageDigest digest(MessageDigest::Method::Sha256);
    digest.update(std::as_bytes(std::span(bytes)));
    return digest.finish();
}

void describeModels(const PictureSettings& settings, GalleryItem& item) {
    for (const NamedModel& model : settings.models) {
        if (model.role == NamedModel::Role::Model && item.model.empty()) item.model = model.name;
        if (model.role == NamedModel::Role::Expert && item.experts.size() < kMaxExperts)
            item.experts.push_back(model.name);
    }
}

/// Throws Error for a file that is no picture.
GalleryItem readItem(const fs::path& file) {
    const std::string bytes = images::readPictureBytes(file);
    const std::string name = quotePath(file);
    const PictureSettings settings = images::readPictureSettings(images::readPictureTexts(bytes, name), name);
    GalleryItem item;
    item.file = file;
    item.bytes = static_cast<std::int64_t>(bytes.size());
    std::error_code ignored;
    item.modified = secondsOf(fs::last_write_time(file, ignored));
    std::tie(item.width, item.height) = images::readPictureSize(bytes, name);
    item.prompt = settings.resolvedPrompt.value_or(settings.prompt.value_or(""));
    item.negative = settings.negative.value_or("");
    item.seed = settings.seed;
    item.sampler = settings.samplerText;
    item.steps = settings.steps.value_or(0);
    item.guidanceScale = settings.guidanceScale.value_or(0.0);
    item.format = settings.format;
    item.sha256 = digestOf(bytes);
    describeModels(settings, item);
    for (const auto& [key, value] : settings.others)
        if (key == "Routing capture") item.capture = value;
    return item;
}

/// What both ways of importing share: which files are new, and what is read from them.
class Importer : public GalleryImport {
public:
    explicit Importer(store::GalleryIndex& index) : m_index(index) {}

    Step step(int files) override {
        Step result;
        std::vector<GalleryItem> fresh;
        // Known files are quick, but a folder of a million of them must not block either.
        constexpr int kMostKnown = 2000;
        for (int known = 0; static_cast<int>(fresh.size()) < files && known < kMostKnown;) {
            const auto file = next();
            if (!file || m_seen >= kMaxFiles) {
                m_done = true;
                break;
            }
            ++m_seen;
            if (isKnown(*file)) {
                ++known;
                continue;
            }
            try {
                GalleryItem item = readItem(*file);
                followMove(item);
                fresh.push_back(std::move(item));
            } catch (const Error&) {
                result.unreadable.push_back(*file);
            }
        }
        if (!fresh.empty()) result.added = m_index.put(std::move(fresh));
        result.seen = m_seen;
        result.done = m_done;
        return result;
    }

protected:
    /// The next picture file; nothing at the end.
    virtual std::optional<fs::path> next() = 0;

private:
    bool isKnown(const fs::path& file) {
        const auto known = m_index.findFile(file);
        if (!known) return false;
        std::error_code error;
        const auto size = fs::file_size(file, error);
        return !error && known->bytes == static_cast<std::int64_t>(size) &&
               known->modified == secondsOf(fs::last_write_time(file, error)) && !error;
    }

    /// The same bytes under a path that no longer exists: the picture was moved and keeps its row and star.
    void followMove(const GalleryItem& item) {
        std::error_code ignored;
        for (const GalleryItem& other : m_index.findHash(item.sha256))
            if (other.file != item.file && !fs::exists(other.file, ignored)) {
                m_index.move(other.id, item.file);
                return;
            }
    }

    store::GalleryIndex& m_index;
    std::int64_t m_seen = 0;
    bool m_done = false;
};

class FileImporter final : public Importer {
public:
    FileImporter(store::GalleryIndex& index, std::vector<fs::path> files) : Importer(index), m_files(std::move(files)) {
        std::sort(m_files.begin(), m_files.end());
        m_files.erase(std::unique(m_files.begin(), m_files.end()), m_files.end());
    }

protected:
    std::optional<fs::path> next() override {
        if (m_at == m_files.size()) return std::nullopt;
        return m_files[m_at++];
    }

private:
    std::vector<fs::path> m_files;
    std::size_t m_at = 0;
};

class FolderImporter final : public Importer {
public:
    FolderImporter(store::GalleryIndex& index, const fs::path& folder) : Importer(index) {
        std::error_code error;
        m_walk = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
        if (error)
            throw Error(
                ErrorCode::FolderMissing,
                "The picture folder " + quotePath(folder) + " cannot be opened. Connect its drive or remove it.",
                error.message());
    }

protected:
    std::optional<fs::path> next() override {
        while (m_walk != fs::recursive_directory_iterator()) {
            const fs::directory_entry entry = *m_walk;
            std::error_code error;
            if (m_walk.depth() >= kMaxDepth) m_walk.disable_recursion_pending();
            const bool isPicture = !entry.is_symlink(error) && entry.is_regular_file(error) &&
                                   pictureFormatOfSuffix(entry.path()).has_value();
            m_walk.increment(error);
            if (error) m_walk = {};  // the folder went away under our feet
            if (isPicture) return entry.path();
        }
        return std::nullopt;
    }

private:
    fs::recursive_directory_iterator m_walk;
};

class IndexedGallery final : public Gallery {
public:
    explicit IndexedGallery(const fs::path& index) : m_index(index) {}

    std::string notice() const override { return m_index.notice(); }
    std::vector<GalleryItem> page(const GalleryFilter& filter, const GalleryItem* last, int limit) override {
        return m_index.page(filter, last, limit);
    }
    std::int64_t count(const GalleryFilter& filter) override { return m_index.count(filter); }
    std::vector<GalleryModelCount> models() override { return m_index.models(); }
    std::vector<fs::path> folders() override { return m_index.folders(); }

    std::unique_ptr<GalleryImport> addFiles(std::vector<fs::path> files) override {
        return std::make_unique<FileImporter>(m_index, std::move(files));
    }
    std::unique_ptr<GalleryImport> addFolder(const fs::path& folder) override {
        auto import = std::make_unique<FolderImporter>(m_index, folder);
        m_index.addFolder(folder);
        return import;
    }
    void removeFolder(const fs::path& folder) override { m_index.removeFolder(folder); }

    std::optional<GalleryItem> find(const fs::path& file) override { return m_index.findFile(file); }
    void setStar(const std::vector<std::int64_t>& ids, bool star) override { m_index.setStar(ids, star); }
    std::vector<GalleryItem> remove(const std::vector<std::int64_t>& ids) override { return m_index.remove(ids); }
    std::vector<GalleryItem> restore(std::vector<GalleryItem> items) override { return m_index.put(std::move(items)); }

private:
    store::GalleryIndex m_index;
};

}  // namespace

std::unique_ptr<Gallery> openGallery(const fs::path& index) { return std::make_unique<IndexedGallery>(index); }

}  // namespace segmoe
