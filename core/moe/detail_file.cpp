// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/detail_file.h"

#include <algorithm>

namespace segmoe::moe {

namespace {

constexpr std::int64_t kMaxSites = 10'000;
constexpr std::int64_t kMaxTokens = 100'000;
constexpr std::int64_t kMaxGrid = 4'096;
constexpr const char* kMapPrefixes[] = {"map.", "map_negative."};
constexpr const char* kLevels[] = {"off", "summary", "maps", "full"};

using Floats = std::vector<float>;
using Member = std::array<Floats, 2> SiteDetail::*;
constexpr std::pair<const char*, Member> kPerExpert[] = {{"detail.preferred", &SiteDetail::preferredMean},
                                                         {"detail.applied", &SiteDetail::appliedMean},
                                                         {"detail.spread", &SiteDetail::appliedSpread}};

std::int64_t halvesOf(const RoutingDetail& detail) {
    const bool isGuided =
        std::ranges::any_of(detail.sites, [](const SiteDetail& site) { return !site.preferredMean[1].empty(); });
    const bool hasGuidedText =
        std::ranges::any_of(detail.textPaths, [](const TextPath& path) { return !path.preferred[1].empty(); });
    return isGuided || hasGuidedText ? 2 : 1;
}

void append(Floats& to, const Floats& values, std::size_t size) {
    to.insert(to.end(), values.begin(), values.end());
    to.resize(to.size() + size - std::min(size, values.size()));  // a half that was not recorded is zeros
}

at::Tensor mapTensor(const SiteDetail& site, int half, int steps, int experts) {
    const auto& maps = site.preferredMaps[static_cast<std::size_t>(half)];
    std::vector<float> values(maps.size());
    std::ranges::transform(maps, values.begin(),
                           [](std::uint16_t value) { return static_cast<float>(value) / 65535.0F; });
    return recordTensor(values, {steps, experts, site.mapHeight, site.mapWidth}, at::kFloat).to(at::kHalf);
}

void addText(const TextPath& path, std::size_t index, std::int64_t halves, int experts,
             MemorySource::Tensors& tensors) {
    const std::string prefix = "text." + std::to_string(index) + ".";
    const auto size = std::max(path.preferred[0].size(), path.preferred[1].size());
    Floats preferred, applied;
    for (std::size_t half = 0; half < static_cast<std::size_t>(halves); ++half) {
        append(preferred, path.preferred[half], size);
        append(applied, path.applied[half], size);
    }
    const auto tokens = static_cast<std::int64_t>(size) / experts;
    tensors.emplace(prefix + "preferred", recordTensor(preferred, {halves, tokens, experts}, at::kFloat));
    tensors.emplace(prefix + "applied", recordTensor(applied, {halves, tokens, experts}, at::kFloat));
    tensors.emplace(prefix + "chosen",
                    recordTensor(path.chosen, {static_cast<std::int64_t>(path.chosen.size())}, at::kInt));
}

/// Reads the detail of one file; keeps what all its parts need.
class DetailReader {
public:
    DetailReader(const RecordFile& file, const RoutingTrace& trace)
        : m_file(file), m_trace(trace), m_document(file.parse(file.metadata("detail"))) {}

    std::shared_ptr<const RoutingDetail> read() {
        auto detail = std::make_shared<RoutingDetail>();
        detail->steps = m_trace.steps;
        detail->level = level();
        detail->imageWidth = number("width", 1 << 16);
        detail->imageHeight = number("height", 1 << 16);
        m_halves = number("halves", 2);
        if (m_halves < 1) m_file.fail("its detail has no halves");
        if (list("blocks").size() > 0) detail->allBlocks = m_file.texts(list("blocks"), "blocks", kMaxSites);
        readSites(*detail);
        for (std::size_t i = 0; i < list("text").size(); ++i) detail->textPaths.push_back(readText(i));
        return detail;
    }

private:
    const nlohmann::json& list(const char* key) const {
        const auto found = m_document.find(key);
        if (!m_document.is_object() || found == m_document.end() || !found->is_array())
            m_file.fail(std::string("its detail has no list '") + key + "'");
        return *found;
    }

    int number(const char* key, int most) const {
        const auto found = m_document.is_object() ? m_document.find(key) : m_document.end();
        if (found == m_document.end() || !found->is_number_integer() || found->get<std::int64_t>() < 0 ||
            found->get<std::int64_t>() > most)
            m_file.fail(std::string("'") + key + "' of its detail is no sensible number");
        return found->get<int>();
    }

    CaptureLevel level() const {
        const auto found = m_document.is_object() ? m_document.find("level") : m_document.end();
        for (int i = 1; i < 4; ++i)
            if (found != m_document.end() && *found == kLevels[i]) return static_cast<CaptureLevel>(i);
        m_file.fail("its detail has an unknown level");
    }

    void readSites(RoutingDetail& detail) {
        if (list("sites").empty()) return;
        const std::vector<std::string> labels = m_file.texts(list("sites"), "sites", kMaxSites);
        const auto sites = static_cast<std::int64_t>(labels.size());
        const std::int64_t steps = m_trace.steps, experts = m_trace.expertCount(), k = m_trace.k;
        detail.sites.resize(labels.size());
        for (std::size_t s = 0; s < labels.size(); ++s) detail.sites[s].label = labels[s];
        for (const auto& [name, member] : kPerExpert)
            spread(m_file.finite(name, {m_halves, sites, steps, experts}), steps * experts, member, detail);
        spread(m_file.finite("detail.entropy", {m_halves, sites, steps}), steps, &SiteDetail::entropy, detail);
        const Floats margins = m_file.finite("detail.margin", {sites, steps});
        const auto sets = m_file.values<std::uint8_t>("detail.preferred_set", DType::U8, {sites, steps, k});
        const auto grids = m_file.values<std::int32_t>("detail.grids", DType::I32, {sites, 4});
        for (std::size_t s = 0; s < labels.size(); ++s) {
            SiteDetail& site = detail.sites[s];
            site.margin = slice(margins, s, static_cast<std::size_t>(steps));
            site.preferredSet = slice(sets, s, static_cast<std::size_t>(steps * k));
            for (std::uint8_t expert : site.preferredSet)
                if (expert != 255 && expert >= experts) m_file.fail("it prefers an expert that does not exist");
            setGrid(site, &grids[s * 4]);
            readMaps(site);
        }
    }

    template <class T>
    static std::vector<T> slice(const std::vector<T>& all, std::size_t index, std::size_t size) {
        const auto begin = all.begin() + static_cast<std::ptrdiff_t>(index * size);
        return {begin, begin + static_cast<std::ptrdiff_t>(size)};
    }

    void spread(const Floats& all, std::int64_t size, Member member, RoutingDetail& detail) const {
        const std::size_t sites = detail.sites.size();
        for (std::size_t half = 0; half < static_cast<std::size_t>(m_halves); ++half)
            for (std::size_t s = 0; s < sites; ++s)
                (detail.sites[s].*member)[half] = slice(all, half * sites + s, static_cast<std::size_t>(size));
    }

    void setGrid(SiteDetail& site, const std::int32_t* sizes) const {
        for (int i = 0; i < 4; ++i)
            if (sizes[i] < 0 || sizes[i] > kMaxGrid) m_file.fail("'" + site.label + "' has a grid of no sensible size");
        site.gridWidth = sizes[0];
        site.gridHeight = sizes[1];
        site.mapWidth = sizes[2];
        site.mapHeight = sizes[3];
    }

    void readMaps(SiteDetail& site) const {
        for (std::size_t half = 0; half < 2; ++half) {
            const std::string name = kMapPrefixes[half] + site.label;
            if (!m_file.has(name)) continue;
            m_file.requireShape(name, m_file.info(name, DType::F16, 4),
                                {m_trace.steps, m_trace.expertCount(), site.mapHeight, site.mapWidth});
            const at::Tensor values = m_file.load(name).to(at::kFloat).contiguous();
            auto& maps = site.preferredMaps[half];
            maps.resize(static_cast<std::size_t>(values.numel()));
            const float* value = values.const_data_ptr<float>();
            for (std::uint16_t& cell : maps) {
                if (!(*value >= 0.0F && *value <= 1.0F)) m_file.fail("'" + name + "' holds values outside 0…1");
                cell = static_cast<std::uint16_t>(std::lround(*value++ * 65535.0F));
            }
        }
        if (site.preferredMaps[0].empty() && site.preferredMaps[1].empty()) site.mapWidth = site.mapHeight = 0;
    }

    TextPath readText(std::size_t index) const {
        const nlohmann::json& entry = list("text")[index];
        if (!entry.is_object() || !entry.contains("label") || !entry["label"].is_string())
            m_file.fail("a text path of its detail has no label");
        TextPath path;
        path.label = entry["label"].get<std::string>();
        const std::string prefix = "text." + std::to_string(index) + ".";
        const TensorInfo info = m_file.info(prefix + "preferred", DType::F32, 3);
        const std::int64_t tokens = info.shape[1];
        if (tokens < 1 || tokens > kMaxTokens) m_file.fail("a text path has no sensible length");
        path.tokens = tokenTexts(entry, "tokens", tokens);
        path.negativeTokens = tokenTexts(entry, "negative", tokens);
        const std::vector<std::int64_t> shape{m_halves, tokens, m_trace.expertCount()};
        const Floats preferred = m_file.finite(prefix + "preferred", shape);
        const Floats applied = m_file.finite(prefix + "applied", shape);
        const auto size = static_cast<std::size_t>(tokens * m_trace.expertCount());
        for (std::size_t half = 0; half < static_cast<std::size_t>(m_halves); ++half) {
            path.preferred[half] = slice(preferred, half, size);
            path.applied[half] = slice(applied, half, size);
        }
        const TensorInfo chosen = m_file.info(prefix + "chosen", DType::I32, 1);
        path.chosen = m_file.values<std::int32_t>(prefix + "chosen", DType::I32, chosen.shape);
        for (std::int32_t expert : path.chosen)
            if (expert < 0 || expert >= m_trace.expertCount()) m_file.fail("a text path chose an unknown expert");
        return path;
    }

    /// Absent, or one text per token.
    std::vector<std::string> tokenTexts(const nlohmann::json& entry, const char* key, std::int64_t tokens) const {
        if (!entry.contains(key) || (entry[key].is_array() && entry[key].empty())) return {};
        std::vector<std::string> texts = m_file.texts(entry[key], key, kMaxTokens);
        if (static_cast<std::int64_t>(texts.size()) != tokens) m_file.fail("a text path has too few or many tokens");
        return texts;
    }

    const RecordFile& m_file;
    const RoutingTrace& m_trace;
    nlohmann::json m_document;
    int m_halves = 1;
};

}  // namespace

void addDetail(const RoutingDetail& detail, int experts, int k, MemorySource::Tensors& tensors,
               std::map<std::string, std::string>& metadata) {
    const std::int64_t halves = halvesOf(detail), sites = static_cast<std::int64_t>(detail.sites.size());
    const std::int64_t steps = detail.steps;
    nlohmann::json document = {{"level", kLevels[static_cast<int>(detail.level)]},
                               {"width", detail.imageWidth},
                               {"height", detail.imageHeight},
                               {"halves", halves},
                               {"blocks", detail.allBlocks},
                               {"sites", nlohmann::json::array()},
                               {"text", nlohmann::json::array()}};
    const auto collect = [&](Member member, std::int64_t size) {
        Floats all;
        for (std::size_t half = 0; half < static_cast<std::size_t>(halves); ++half)
            for (const SiteDetail& site : detail.sites)
                append(all, (site.*member)[half], static_cast<std::size_t>(size));
        return all;
    };
    for (const auto& [name, member] : kPerExpert)
        tensors.emplace(name,
                        recordTensor(collect(member, steps * experts), {halves, sites, steps, experts}, at::kFloat));
    tensors.emplace("detail.entropy",
                    recordTensor(collect(&SiteDetail::entropy, steps), {halves, sites, steps}, at::kFloat));
    Floats margins;
    std::vector<std::uint8_t> sets;
    std::vector<std::int32_t> grids;
    for (const SiteDetail& site : detail.sites) {
        document["sites"].push_back(site.label);
        append(margins, site.margin, static_cast<std::size_t>(steps));
        sets.insert(sets.end(), site.preferredSet.begin(), site.preferredSet.end());
        for (int size : {site.gridWidth, site.gridHeight, site.mapWidth, site.mapHeight}) grids.push_back(size);
        for (int half = 0; half < 2; ++half)
            if (!site.preferredMaps[static_cast<std::size_t>(half)].empty())
                tensors.emplace(kMapPrefixes[half] + site.label, mapTensor(site, half, detail.steps, experts));
    }
    tensors.emplace("detail.margin", recordTensor(margins, {sites, steps}, at::kFloat));
    tensors.emplace("detail.preferred_set", recordTensor(sets, {sites, steps, k}, at::kByte));
    tensors.emplace("detail.grids", recordTensor(grids, {sites, 4}, at::kInt));
    for (std::size_t i = 0; i < detail.textPaths.size(); ++i) {
        const TextPath& path = detail.textPaths[i];
        document["text"].push_back({{"label", path.label}, {"tokens", path.tokens}, {"negative", path.negativeTokens}});
        addText(path, i, halves, experts, tensors);
    }
    // a token may be a part of a character: bytes that are no UTF-8 are shown as U+FFFD
    metadata["detail"] = document.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
}

std::shared_ptr<const RoutingDetail> readDetail(const RecordFile& file, const RoutingTrace& trace) {
    if (!file.hasMetadata("detail")) return nullptr;
    return DetailReader(file, trace).read();
}

}  // namespace segmoe::moe
