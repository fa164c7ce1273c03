// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/sample_hub.h"

#include <cmath>

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui::sample {

namespace {

/// A landscape in soft colours, another for each seed.
QImage landscape(int seed) {
    QImage image(192, 144, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const double hill =
                80 + 18 * std::sin((x + 37.0 * seed) / 23.0) + 9 * std::sin((x * 1.7 + 11.0 * seed) / 11.0);
            const double depth = y > hill ? 0.45 + 0.3 * (y - hill) / 70.0 : 1.0 - y / 300.0;
            const int hue = (seed * 67 + (y > hill ? 40 : 0)) % 360;
            image.setPixelColor(x, y,
                                QColor::fromHsvF(static_cast<float>(hue) / 360.0F, y > hill ? 0.45F : 0.28F,
                                                 static_cast<float>(qBound(0.0, depth, 1.0))));
        }
    return image;
}

std::string addressOf(int id) { return "https://image.civitai.com/" + std::to_string(id) + ".png"; }

HubRow repository(const char* id, const char* architecture, std::int64_t downloads) {
    HubRow row;
    row.reference = row.model = id;
    row.name = row.reference.substr(row.reference.find('/') + 1);
    row.author = row.reference.substr(0, row.reference.find('/'));
    row.kind = "text-to-image";
    row.architecture = architecture;
    row.license = "openrail++";
    row.precision = "fp16";
    row.page = "https://huggingface.co/" + row.reference;
    row.downloads = downloads;
    row.likes = downloads / 400;
    return row;
}

HubPage huggingFacePage() {
    HubPage page;
    page.rows = {repository("ada-models/dreamscape-xl", "sdxl", 4'812'000),
                 repository("studio-north/lighthouse-v2", "sd1", 912'400),
                 repository("inkline/segmoe-ink-4x2", "sdxl", 48'200),
                 repository("closed-garden/portrait-pro", "sdxl", 1'204'000),
                 repository("early-days/painter-one", "sd1", 7'300),
                 repository("woodcut/dreams", "sd1", 31'900)};
    page.rows[1].presence = HubPresence::Here;
    page.rows[1].place = "/data/user/hub/lighthouse-v2";
    page.rows[2].presence = HubPresence::Older;
    page.rows[3].state = HubState::LoginNeeded;
    page.rows[4].state = HubState::PickleOnly;
    for (std::size_t i = 0; i < page.rows.size(); i += 2)
        page.rows[i].preview = {addressOf(static_cast<int>(i) + 100), false};
    page.freeBytes = 96'000'000'000;
    page.folder = "/data/user/.cache/huggingface/hub";
    return page;
}

HubPage civitaiPage() {
    HubPage page;
    page.rows = {hubRow("Inkline XL", "v3", 1, 6.94),
                 hubRow("Woodcut Dreams", "v1", 2, 6.94),
                 hubRow("Comic Line", "v7", 3, 6.46),
                 hubRow("Etcher", "v2", 4, 2.13),
                 hubRow("Old Ink", "v1", 5, 4.27),
                 hubRow("A very long name of a model that goes on and on", "v12", 6, 6.94),
                 hubRow("Panorama Giant", "v1", 7, 23.8)};
    page.rows[0].downloads = 4'812'000;
    page.rows[1].presence = HubPresence::Here;
    page.rows[1].place = "/data/user/models/checkpoints/woodcut_dreams.safetensors";
    page.rows[2].state = HubState::EarlyAccess;
    page.rows[2].until = "2027-01-02T03:04:05.000Z";
    page.rows[3].base = "SD 1.5";
    page.rows[3].architecture = "sd1";
    page.rows[4].state = HubState::PickleOnly;
    page.rows[5].presence = HubPresence::Older;
    page.rows[5].preview.isMature = true;
    page.freeBytes = 18'000'000'000;
    page.folder = "/data/user/models";
    page.next = "more";
    return page;
}

}  // namespace

HubRow hubRow(const char* name, const char* version, int id, double gigabytes) {
    HubRow row;
    row.site = HubSite::CivitAi;
    row.reference = "civitai:" + std::to_string(id);
    row.model = std::to_string(id + 1000);
    row.name = name;
    row.version = version;
    row.author = "author-name";
    row.kind = "Checkpoint";
    row.base = "SDXL 1.0";
    row.architecture = "sdxl";
    row.precision = "fp16";
    row.page = "https://civitai.com/models/" + row.model;
    row.bytes = static_cast<std::uint64_t>(gigabytes * 1e9);
    row.downloads = 38'400;
    row.likes = 1'260;
    row.preview = {addressOf(id), false};
    row.terms = {.isKnown = true,
                 .maySellImages = true,
                 .maySellModel = false,
                 .mayShareMerges = true,
                 .mayChangeTerms = false,
                 .needsCredit = true};
    return row;
}

HubDetails hubDetails(const HubRow& row) {
    HubDetails details;
    details.row = row;
    details.folder = row.site == HubSite::CivitAi ? "/data/user/models" : "/data/user/.cache/huggingface/hub";
    details.freeBytes = 96'000'000'000;
    details.description =
        "Fine lines, wide skies and quiet colours.\n\nMade for landscapes and interiors; works best with 25 to 30 "
        "steps and a guidance of 5 to 6.\n• no hands\n• short prompts";
    HubVersion version;
    version.reference = row.reference;
    version.name = row.version.empty() ? "main" : row.version;
    version.base = row.base;
    version.architecture = row.architecture;
    version.published = "2026-03-04T10:00:00.000Z";
    version.state = row.state;
    version.until = row.until;
    version.presence = row.presence;
    version.triggerWords = {"inkline", "fine lines"};
    version.previews = {row.preview};
    const bool isCivitai = row.site == HubSite::CivitAi;
    HubFile half;
    half.reference = isCivitai ? row.reference + "?file=11" : row.reference;
    if (!isCivitai) half.variant = "fp16";
    half.name = isCivitai ? "inkline_xl_v3.safetensors" : "";
    half.bytes = row.bytes > 0 ? row.bytes : 6'940'000'000;
    half.count = isCivitai ? 1 : 17;
    half.precision = "fp16";
    half.form = isCivitai ? "pruned" : "";
    half.sha256 = isCivitai ? "0b1c77d2ee4a5f58eb1c3a5f58eb1c3a5f58eb1c3a5f58eb1c3a5f58eb1c3a5f" : "";
    half.scan = isCivitai ? "Success" : "";
    half.isPreferred = true;
    HubFile full = half;
    full.reference = isCivitai ? row.reference + "?file=12" : row.reference;
    if (!isCivitai) full.variant = "";
    full.name = isCivitai ? "inkline_xl_v3_full.safetensors" : "";
    full.bytes = half.bytes * 2;
    full.precision = isCivitai ? "fp32" : "";
    full.form = isCivitai ? "full" : "";
    full.sha256 = isCivitai ? std::string(64, 'c') : "";
    full.isPreferred = false;
    HubFile pickle = half;
    pickle.name = "inkline_xl_v3.ckpt";
    pickle.variant.reset();
    pickle.count = 1;
    pickle.precision = pickle.form = pickle.sha256 = "";
    pickle.use = HubFileUse::Pickle;
    pickle.isPreferred = false;
    version.files = {half, full, pickle};
    details.versions.push_back(version);
    if (isCivitai) {
        version.reference = row.reference + "0";
        version.name = "v2";
        version.files.resize(1);
        details.versions.push_back(version);
    }
    return details;
}

void fillHubs(ScriptedHubClient& hub) {
    hub.pages[HubSite::HuggingFace] = huggingFacePage();
    hub.pages[HubSite::CivitAi] = civitaiPage();
    HubPage more;
    more.rows = {hubRow("Second Page", "v1", 8, 6.94)};
    hub.morePages["more"] = more;
    for (const auto& [site, page] : hub.pages)
        for (const HubRow& row : page.rows) {
            hub.details[toText(row.reference)] = hubDetails(row);
            if (!row.preview.address.empty())
                hub.pictures[toText(row.preview.address)] =
                    landscape(static_cast<int>(row.name.size() + row.likes % 7));
        }
}

}  // namespace segmoe::ui::sample
