// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/sample_gallery.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <sstream>
#include <tuple>

#include "core/base/error.h"

namespace segmoe::ui {

namespace {

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

bool fits(const GalleryItem& item, const std::string& term) {
    const auto after = [&](const char* key) { return term.substr(std::string(key).size()); };
    const auto holds = [](const std::string& text, const std::string& part) {
        return lower(text).find(part) != std::string::npos;
    };
    if (term.starts_with("star:")) return item.star;
    if (term.starts_with("seed:")) return item.seed && std::to_string(*item.seed) == after("seed:");
    if (term.starts_with("model:")) return holds(item.model, after("model:"));
    if (term.starts_with("expert:"))
        return std::any_of(item.experts.begin(), item.experts.end(),
                           [&](const std::string& expert) { return holds(expert, after("expert:")); });
    return holds(item.prompt + " " + item.model, term);
}

bool fits(const GalleryItem& item, const GalleryFilter& filter) {
    if (filter.starred && item.star != *filter.starred) return false;
    if (!filter.model.empty() && item.model != filter.model) return false;
    if (filter.since > 0 && item.modified < filter.since) return false;
    std::istringstream terms(lower(filter.find));
    for (std::string term; terms >> term;)
        if (!fits(item, term)) return false;
    return true;
}

/// Whether a comes before b in an order.
bool isBefore(const GalleryItem& a, const GalleryItem& b, GallerySort sort) {
    switch (sort) {
        case GallerySort::Newest: return std::tie(b.modified, b.id) < std::tie(a.modified, a.id);
        case GallerySort::Oldest: return std::tie(a.modified, a.id) < std::tie(b.modified, b.id);
        case GallerySort::Name: return std::tie(a.file, a.id) < std::tie(b.file, b.id);
        case GallerySort::Seed: return std::tie(a.seed, a.id) < std::tie(b.seed, b.id);
    }
    return false;
}

class NoImport final : public GalleryImport {
public:
    Step step(int) override {
        Step done;
        done.done = true;
        return done;
    }
};

/// Adds the named files as pictures without settings.
class SampleImport final : public GalleryImport {
public:
    SampleImport(std::shared_ptr<SampleGalleryItems> items, std::vector<std::filesystem::path> files)
        : m_items(std::move(items)), m_files(std::move(files)) {}
    Step step(int) override {
        Step result;
        std::int64_t id = 0;
        for (const GalleryItem& item : m_items->items) id = std::max(id, item.id);
        for (const std::filesystem::path& file : m_files) {
            if (std::any_of(m_items->items.begin(), m_items->items.end(),
                            [&](const GalleryItem& known) { return known.file == file; }))
                continue;
            GalleryItem item;
            item.id = ++id;
            item.file = file;
            item.width = item.height = 512;
            item.modified = 2'000'000'000 + id;
            m_items->items.push_back(item);
            result.added.push_back(item);
        }
        result.seen = static_cast<std::int64_t>(m_files.size());
        result.done = true;
        return result;
    }

private:
    std::shared_ptr<SampleGalleryItems> m_items;
    std::vector<std::filesystem::path> m_files;
};

class SampleGallery final : public Gallery {
public:
    explicit SampleGallery(std::shared_ptr<SampleGalleryItems> items) : m_items(std::move(items)) {}

    std::string notice() const override { return m_items->notice; }

    std::vector<GalleryItem> page(const GalleryFilter& filter, const GalleryItem* last, int limit) override {
        std::vector<GalleryItem> found;
        for (const GalleryItem& item : m_items->items)
            if (fits(item, filter) && (!last || isBefore(*last, item, filter.sort))) found.push_back(item);
        std::sort(found.begin(), found.end(),
                  [&](const GalleryItem& a, const GalleryItem& b) { return isBefore(a, b, filter.sort); });
        if (found.size() > static_cast<std::size_t>(limit)) found.resize(static_cast<std::size_t>(limit));
        return found;
    }

    std::int64_t count(const GalleryFilter& filter) override {
        return std::count_if(m_items->items.begin(), m_items->items.end(),
                             [&](const GalleryItem& item) { return fits(item, filter); });
    }

    std::vector<GalleryModelCount> models() override {
        std::map<std::string, std::int64_t> counts;
        for (const GalleryItem& item : m_items->items)
            if (!item.model.empty()) ++counts[item.model];
        std::vector<GalleryModelCount> models;
        for (const auto& [model, pictures] : counts) models.push_back({model, pictures});
        return models;
    }

    std::vector<std::filesystem::path> folders() override { return m_items->folders; }

    std::unique_ptr<GalleryImport> addFiles(std::vector<std::filesystem::path> files) override {
        return std::make_unique<SampleImport>(m_items, std::move(files));
    }
    std::unique_ptr<GalleryImport> addFolder(const std::filesystem::path& folder) override {
        if (folder.filename() == "gone")
            throw Error(ErrorCode::FolderMissing, "The picture folder '" + folder.string() + "' cannot be opened.");
        return std::make_unique<NoImport>();
    }
    void removeFolder(const std::filesystem::path& folder) override { std::erase(m_items->folders, folder); }

    std::optional<GalleryItem> find(const std::filesystem::path& file) override {
        const auto found = std::find_if(m_items->items.begin(), m_items->items.end(),
                                        [&](const GalleryItem& item) { return item.file == file; });
        return found == m_items->items.end() ? std::nullopt : std::optional(*found);
    }
    void setStar(const std::vector<std::int64_t>& ids, bool star) override {
        const std::set<std::int64_t> chosen(ids.begin(), ids.end());
        for (GalleryItem& item : m_items->items)
            if (chosen.contains(item.id)) item.star = star;
    }
    std::vector<GalleryItem> remove(const std::vector<std::int64_t>& ids) override {
        std::vector<GalleryItem> removed;
        for (const std::int64_t id : ids)
            for (const GalleryItem& item : m_items->items)
                if (item.id == id) removed.push_back(item);
        std::erase_if(m_items->items,
                      [&](const GalleryItem& item) { return std::find(ids.begin(), ids.end(), item.id) != ids.end(); });
        return removed;
    }
    std::vector<GalleryItem> restore(std::vector<GalleryItem> items) override {
        m_items->items.insert(m_items->items.end(), items.begin(), items.end());
        return items;
    }

private:
    std::shared_ptr<SampleGalleryItems> m_items;
};

}  // namespace

namespace {

constexpr const char* kPrompts[] = {
    "a lighthouse on a cliff at dusk, (oil painting:1.2), warm light",
    "mountain lake in the morning, mist over the water, soft colours",
    "violet hills under a full moon, long exposure, stars",
    "desert at sunset, pink sky, layered dunes, film grain",
    "quiet bay, teal water, pale sun, watercolour on rough paper",
    "rolling hills before a storm, grey light, muted palette",
    "ink drawing of a harbour, black lines, white paper",
};
constexpr std::pair<int, int> kSizes[] = {{512, 512}, {512, 768}, {768, 512}, {512, 512}};

PictureSettings sampleSettings(const GalleryItem& item) {
    PictureSettings settings;
    settings.format = item.format;
    settings.prompt = item.prompt;
    settings.negative = item.negative;
    settings.seed = item.seed;
    settings.steps = item.steps;
    settings.guidanceScale = item.guidanceScale;
    settings.width = item.width;
    settings.height = item.height;
    settings.samplerText = item.sampler;
    settings.sampler = SamplerKind::Dpmpp2m;
    settings.schedule = ScheduleKind::Karras;
    settings.noise = NoiseSource::Cpu;
    settings.models.push_back({NamedModel::Role::Model, item.model, {}, {}, 1.0});
    for (const std::string& expert : item.experts)
        settings.models.push_back({NamedModel::Role::Expert, expert, "a5f58eb1c3", "file", 1.0});
    if (!item.experts.empty()) {
        MixRecipe recipe;
        recipe.name = item.model;
        recipe.expertsPerToken = 2;
        recipe.experts.resize(item.experts.size());
        settings.topK = 2;
        settings.recipe = recipe;
        settings.others.emplace_back("Routing capture", item.capture);
    }
    settings.chunks.emplace_back("parameters", item.prompt + "\nSteps: 20, Sampler: " + item.sampler);
    settings.chunks.emplace_back("segmoe", "{\"schema\":1}");
    return settings;
}

}  // namespace

void fillSampleGallery(SampleGalleryItems& gallery, SamplePictures& pictures, int count) {
    for (int i = 0; i < count; ++i) {
        const auto [width, height] = kSizes[static_cast<std::size_t>(i) % std::size(kSizes)];
        const bool isMixture = i % 3 != 2;
        GalleryItem item;
        item.id = i + 1;
        item.file = "/pictures/coast_" + std::to_string(100'000 + i).substr(1) + ".png";
        item.bytes = 388'000 + 731 * i;
        item.modified = 1'763'820'000 - 240 * i;
        item.width = width;
        item.height = height;
        item.prompt = kPrompts[static_cast<std::size_t>(i) % std::size(kPrompts)];
        item.negative = "blurry, text, watermark";
        item.seed = static_cast<std::uint64_t>(42 + 7 * i);
        item.model = isMixture ? "coast_mix" : "dreamscape_v4";
        if (isMixture) item.experts = {"dreamscape", "inkline", "portrait"};
        item.sampler = "DPM++ 2M Karras";
        item.steps = i % 2 ? 28 : 20;
        item.guidanceScale = 7.0;
        item.format = isMixture ? "SegMoE Studio" : "AUTOMATIC1111";
        if (isMixture) item.capture = "capture.segroute";
        item.star = i % 5 == 1;
        pictures.files[item.file] = sampleSettings(item);
        gallery.items.push_back(std::move(item));
    }
}

std::unique_ptr<Gallery> openSampleGallery(std::shared_ptr<SampleGalleryItems> items) {
    return std::make_unique<SampleGallery>(std::move(items));
}

}  // namespace segmoe::ui
