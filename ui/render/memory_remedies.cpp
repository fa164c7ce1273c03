// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/memory_remedies.h"

#include <algorithm>

#include <QCoreApplication>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

class Remedies {
    Q_DECLARE_TR_FUNCTIONS(MemoryRemedies)
};

constexpr std::size_t kMostShown = 3;
constexpr double kWorthwhile = 0.01;  // of the present peak
constexpr int kSmallestSide = 64;

int smaller(int side) { return std::max(kSmallestSide, side * 3 / 4 / 64 * 64); }

}  // namespace

RenderRequest withRemedy(RenderRequest request, const QString& id) {
    if (id == "tiled"_L1) request.tiledDecode = Toggle::On;
    if (id == "halves"_L1) request.sequentialGuidance = true;
    if (id == "half"_L1) request.precision = Precision::Bf16;
    if (id == "batch1"_L1) request.imagesAtOnce = 1;
    if (id == "k1"_L1) request.routing.topK = 1;
    if (id == "capture"_L1) request.capture = CaptureLevel::Summary;
    if (id == "cpu"_L1) request.device = "cpu";
    if (id == "smaller"_L1) {
        request.width = smaller(request.width);
        request.height = smaller(request.height);
    }
    return request;
}

std::vector<MemoryRemedy> possibleRemedies(const RenderRequest& request, const ModelSummary& model,
                                           const std::string& device) {
    std::vector<MemoryRemedy> remedies;
    const auto add = [&](const QString& id, const QString& title) {
        remedies.push_back({id, title, withRemedy(request, id)});
    };
    if (request.tiledDecode != Toggle::On) add(u"tiled"_s, Remedies::tr("Tiled decode"));
    if (!request.sequentialGuidance && request.guidanceScale > 1.0)
        add(u"halves"_s, Remedies::tr("Guidance halves one after the other"));
    if (request.precision == Precision::Fp32 || request.precision == Precision::Auto)
        add(u"half"_s, Remedies::tr("16-bit"));
    if (request.imagesAtOnce > 1) add(u"batch1"_s, Remedies::tr("One image at a time"));
    const int k = request.routing.topK > 0 ? request.routing.topK : model.expertsPerToken;
    if (model.architecture.isMixture && k > 1) add(u"k1"_s, Remedies::tr("One active expert"));
    if (request.capture >= CaptureLevel::Maps && request.recordTrace && model.architecture.isMixture)
        add(u"capture"_s, Remedies::tr("Record less"));
    if (smaller(request.width) < request.width) add(u"smaller"_s, Remedies::tr("Smaller image"));
    if (device.starts_with("cuda")) add(u"cpu"_s, Remedies::tr("Use the CPU"));
    return remedies;
}

std::vector<MemoryRemedy> keepUseful(std::vector<MemoryRemedy> remedies, const MemoryForecast& now,
                                     const std::vector<MemoryForecast>& forecasts) {
    std::vector<MemoryRemedy> useful;
    std::vector<MemoryRemedy> partly;
    for (std::size_t i = 0; i < std::min(remedies.size(), forecasts.size()); ++i) {
        const MemoryForecast& then = forecasts[i];
        remedies[i].gain = now.peakBytes - then.peakBytes;
        const bool helps = static_cast<double>(remedies[i].gain) > kWorthwhile * static_cast<double>(now.peakBytes);
        if (then.peakBytes > 0 && helps) (then.fits() ? useful : partly).push_back(std::move(remedies[i]));
    }
    useful.insert(useful.end(), std::make_move_iterator(partly.begin()), std::make_move_iterator(partly.end()));
    if (useful.size() > kMostShown) useful.resize(kMostShown);
    return useful;
}

}  // namespace segmoe::ui
