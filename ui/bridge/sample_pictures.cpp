// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/sample_pictures.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/error.h"

namespace segmoe::ui {

namespace {

using Colour = std::array<double, 3>;

/// FNV-1a: the same picture for the same name on every machine.
std::uint32_t hashOf(const std::string& name) {
    std::uint32_t hash = 2166136261U;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash ^ (hash >> 15);
}

Colour mixed(const Colour& a, const Colour& b, double share) {
    const double t = std::clamp(share, 0.0, 1.0);
    return {a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t};
}

struct Mood {
    Colour sky, horizon, sun, hill;
};

constexpr std::array<Mood, 6> kMoods = {{
    {{38, 60, 110}, {244, 160, 96}, {255, 236, 190}, {44, 38, 58}},
    {{96, 158, 214}, {216, 234, 244}, {255, 250, 224}, {62, 104, 70}},
    {{24, 22, 48}, {92, 74, 140}, {232, 230, 255}, {20, 24, 40}},
    {{214, 120, 104}, {250, 214, 165}, {255, 246, 214}, {98, 52, 66}},
    {{120, 176, 178}, {232, 226, 198}, {255, 255, 240}, {70, 96, 98}},
    {{70, 86, 104}, {176, 190, 198}, {240, 244, 246}, {40, 52, 60}},
}};

class Landscape {
public:
    explicit Landscape(std::uint32_t hash) : m_mood(kMoods[hash % kMoods.size()]) {
        m_sunX = 0.2 + 0.6 * static_cast<double>(hash >> 8 & 255) / 255.0;
        m_sunY = 0.2 + 0.25 * static_cast<double>(hash >> 16 & 255) / 255.0;
        m_phase = 6.3 * static_cast<double>(hash >> 4 & 255) / 255.0;
    }

    Colour at(double x, double y, double aspect) const {
        Colour colour = mixed(m_mood.sky, m_mood.horizon, y / 0.7);
        const double distance = std::hypot((x - m_sunX) * aspect, y - m_sunY);
        colour = mixed(m_mood.sun, colour, (distance - 0.07) / 0.02);
        colour = mixed(colour, m_mood.sun, 0.25 * std::exp(-distance * 5.0));
        for (int ridge = 0; ridge < 3; ++ridge) {
            const double height = 0.55 + 0.13 * ridge + 0.06 * std::sin(x * (5 + 2 * ridge) + m_phase * (ridge + 1)) +
                                  0.02 * std::sin(x * (17 + 5 * ridge) + m_phase);
            const Colour hill = mixed(m_mood.horizon, m_mood.hill, 0.45 + 0.27 * ridge);
            colour = mixed(colour, hill, (y - height) / 0.004);
        }
        return colour;
    }

private:
    const Mood& m_mood;
    double m_sunX, m_sunY, m_phase;
};

class Access final : public PictureAccess {
public:
    explicit Access(std::shared_ptr<const SamplePictures> pictures) : m_pictures(std::move(pictures)) {}

    PictureSettings settings(const std::filesystem::path& file) override { return find(file); }
    PictureSettings settingsFromText(std::string_view) override { return m_pictures->textSettings; }
    Picture read(const std::filesystem::path& file, int longestSide) override {
        const PictureSettings& known = find(file);
        int width = known.width.value_or(512);
        int height = known.height.value_or(512);
        if (const int longest = std::max(width, height); longestSide > 0 && longest > longestSide) {
            width = std::max(1, width * longestSide / longest);
            height = std::max(1, height * longestSide / longest);
        }
        return SamplePictures::draw(file.filename().string(), width, height);
    }
    UnsavedMetadata convert(const std::filesystem::path& source, const std::filesystem::path&,
                            const PictureSaving&) override {
        find(source);
        return {};
    }

private:
    const PictureSettings& find(const std::filesystem::path& file) const {
        const auto found = m_pictures->files.find(file);
        if (found == m_pictures->files.end())
            throw Error(ErrorCode::FileMissing,
                        "There is no picture at '" + file.string() + "'. It may have been moved.");
        return found->second;
    }

    std::shared_ptr<const SamplePictures> m_pictures;
};

}  // namespace

std::unique_ptr<PictureAccess> SamplePictures::access() { return std::make_unique<Access>(shared_from_this()); }

Picture SamplePictures::draw(const std::string& name, int width, int height) {
    const Landscape landscape(hashOf(name));
    Picture picture{width, height, {}};
    picture.rgb.reserve(3U * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const double channel : landscape.at((x + 0.5) / width, (y + 0.5) / height, 1.0 * width / height))
                picture.rgb.push_back(static_cast<std::uint8_t>(std::clamp(channel, 0.0, 255.0)));
    return picture;
}

}  // namespace segmoe::ui
