// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/presets.h"

#include <cmath>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

class PresetText {
    Q_DECLARE_TR_FUNCTIONS(PresetText)
};

constexpr double kSameGuidance = 0.05;
constexpr qsizetype kMostPresets = 100;

}  // namespace

std::vector<Preset> builtInPresets(const std::optional<ModelSummary>& model) {
    Preset standard{u"standard"_s, PresetText::tr("Standard")};
    if (model) {
        standard.steps = model->recommendedSteps;
        standard.guidance = model->recommendedGuidance;
        standard.sampler = model->recommendedSampler;
        standard.schedule = model->recommendedSchedule;
    }
    // What the makers of the distilled models recommend.
    return {standard,
            {u"turbo"_s, PresetText::tr("Turbo"), 4, 1.0, SamplerKind::EulerA, ScheduleKind::Trailing},
            {u"lightning"_s, PresetText::tr("Lightning"), 4, 1.0, SamplerKind::Euler, ScheduleKind::SgmUniform},
            {u"lcm"_s, PresetText::tr("LCM"), 6, 1.5, SamplerKind::Lcm, ScheduleKind::Normal}};
}

QString guessPreset(const QString& modelName) {
    for (const QString& id : {u"turbo"_s, u"lightning"_s, u"lcm"_s})
        if (modelName.contains(id, Qt::CaseInsensitive)) return id;
    return {};
}

std::vector<Preset> presetsFromText(const QString& json) {
    std::vector<Preset> presets;
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (qsizetype i = 0; i < std::min(array.size(), kMostPresets); ++i) {
        const QJsonObject o = array[i].toObject();
        const auto sampler = parseSampler(o["sampler"_L1].toString().toStdString());
        const auto schedule = parseSchedule(o["schedule"_L1].toString().toStdString());
        const QString name = o["name"_L1].toString();
        const int steps = o["steps"_L1].toInt();
        const double guidance = o["guidance"_L1].toDouble();
        if (name.isEmpty() || !sampler || !schedule || steps < 1 || steps > 150 || guidance < 1.0 || guidance > 30.0)
            continue;
        presets.push_back({name, name, steps, guidance, *sampler, *schedule, true});
    }
    return presets;
}

QString presetsToText(const std::vector<Preset>& presets) {
    QJsonArray array;
    for (const Preset& preset : presets)
        array.append(QJsonObject{{u"name"_s, preset.id},
                                 {u"steps"_s, preset.steps},
                                 {u"guidance"_s, preset.guidance},
                                 {u"sampler"_s, toText(samplerName(preset.sampler))},
                                 {u"schedule"_s, toText(scheduleName(preset.schedule))}});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

bool matches(const Preset& preset, const RenderRequest& request) {
    return preset.steps == request.steps && std::abs(preset.guidance - request.guidanceScale) < kSameGuidance &&
           preset.sampler == request.sampler && preset.schedule == request.schedule;
}

void apply(const Preset& preset, RenderRequest& request) {
    request.steps = preset.steps;
    request.guidanceScale = preset.guidance;
    request.sampler = preset.sampler;
    request.schedule = preset.schedule;
}

}  // namespace segmoe::ui
