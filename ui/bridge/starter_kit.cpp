// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/starter_kit.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestMixture = 64 * 1024;

RenderRequest defaultsFrom(const QJsonObject& json) {
    RenderRequest request;
    request.prompt = json["prompt"_L1].toString().toStdString();
    request.negative = json["negative_prompt"_L1].toString().toStdString();
    request.width = json["width"_L1].toInt();
    request.height = json["height"_L1].toInt();
    request.steps = json["steps"_L1].toInt();
    request.guidanceScale = json["guidance"_L1].toDouble(-1.0);
    request.seed = json["seed"_L1].toInteger(-1);
    request.sampler = parseSampler(json["sampler"_L1].toString().toStdString()).value_or(request.sampler);
    request.schedule = parseSchedule(json["schedule"_L1].toString().toStdString()).value_or(request.schedule);
    return request;
}

}  // namespace

ModelSummary StarterKit::recommendedFor(ModelSummary summary) const {
    if (defaults.steps > 0) summary.recommendedSteps = defaults.steps;
    if (defaults.guidanceScale >= 0.0) summary.recommendedGuidance = defaults.guidanceScale;
    summary.recommendedSampler = defaults.sampler;
    summary.recommendedSchedule = defaults.schedule;
    return summary;
}

StarterKit readStarterKit(const QString& folder) {
    if (folder.isEmpty()) return {};
    const QDir dir(folder);
    QFile file(dir.filePath(u"starter.json"_s));
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestMixture) return {};
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    StarterKit kit;
    const QString recipe = dir.filePath(json["recipe"_L1].toString(u"starter.yaml"_s));
    if (!QFile::exists(recipe)) return {};
    kit.recipe = QFileInfo(recipe).canonicalFilePath();
    for (const QJsonValue& part : json["models"_L1].toArray()) {
        const QString path = dir.absoluteFilePath(part.toString());
        if (QFile::exists(path)) kit.parts << QFileInfo(path).canonicalFilePath();
    }
    kit.defaults = defaultsFrom(json["defaults"_L1].toObject());
    kit.defaults.model = kit.recipe.toStdString();
    return kit;
}

}  // namespace segmoe::ui
