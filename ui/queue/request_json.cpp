// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/queue/request_json.h"

#include "core/base/error.h"
#include "ui/queue/json_fields.h"
#include "ui/queue/recipe_json.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;
using json::read;
using json::readAll;
using json::readEnum;
using json::write;
using json::writeAll;

namespace {

QJsonObject startJson(const StartImage& start) {
    return {{u"file"_s, write(start.file)},
            {u"strength"_s, start.strength},
            {u"resize"_s, write(start.resize)},
            {u"mask"_s, write(start.mask)},
            {u"maskContent"_s, write(start.maskContent)},
            {u"maskBlur"_s, start.maskBlur},
            {u"invertMask"_s, start.invertMask},
            {u"onlyMaskedPadding"_s, start.onlyMaskedPadding}};
}

StartImage startFrom(const QJsonObject& o) {
    StartImage start;
    read(o["file"_L1], start.file);
    read(o["strength"_L1], start.strength);
    readEnum(o["resize"_L1], start.resize, ResizeMode::Stretch);
    read(o["mask"_L1], start.mask);
    readEnum(o["maskContent"_L1], start.maskContent, MaskContent::Blur);
    read(o["maskBlur"_L1], start.maskBlur);
    read(o["invertMask"_L1], start.invertMask);
    read(o["onlyMaskedPadding"_L1], start.onlyMaskedPadding);
    return start;
}

QJsonObject embeddingJson(const EmbeddingRef& embedding) {
    return {{u"source"_s, write(embedding.source)}, {u"name"_s, write(embedding.name)}};
}

EmbeddingRef embeddingFrom(const QJsonObject& o) {
    EmbeddingRef embedding;
    read(o["source"_L1], embedding.source);
    read(o["name"_L1], embedding.name);
    return embedding;
}

void writeSampling(QJsonObject& o, const RenderRequest& request) {
    o[u"steps"_s] = request.steps;
    o[u"guidanceScale"_s] = request.guidanceScale;
    o[u"guidanceRescale"_s] = request.guidanceRescale;
    o[u"seed"_s] = write(request.seed);
    o[u"images"_s] = request.images;
    o[u"imagesAtOnce"_s] = request.imagesAtOnce;
    o[u"noise"_s] = write(request.noise);
    o[u"variationSeed"_s] = write(request.variationSeed);
    o[u"variationStrength"_s] = request.variationStrength;
    // By name: a later version may have more of them.
    o[u"sampler"_s] = toText(samplerName(request.sampler));
    o[u"schedule"_s] = toText(scheduleName(request.schedule));
    o[u"clipSkip"_s] = request.clipSkip;
    o[u"weightRule"_s] = write(request.weightRule);
}

void readSampling(const QJsonObject& o, RenderRequest& request) {
    read(o["steps"_L1], request.steps);
    read(o["guidanceScale"_L1], request.guidanceScale);
    read(o["guidanceRescale"_L1], request.guidanceRescale);
    read(o["seed"_L1], request.seed);
    read(o["images"_L1], request.images);
    read(o["imagesAtOnce"_L1], request.imagesAtOnce);
    readEnum(o["noise"_L1], request.noise, NoiseSource::Device);
    read(o["variationSeed"_L1], request.variationSeed);
    read(o["variationStrength"_L1], request.variationStrength);
    request.sampler = parseSampler(o["sampler"_L1].toString().toStdString()).value_or(request.sampler);
    request.schedule = parseSchedule(o["schedule"_L1].toString().toStdString()).value_or(request.schedule);
    read(o["clipSkip"_L1], request.clipSkip);
    readEnum(o["weightRule"_L1], request.weightRule, WeightRule::FromEmpty);
}

void writeComputing(QJsonObject& o, const RenderRequest& request) {
    o[u"compat"_s] = request.compat;
    o[u"device"_s] = write(request.device);
    o[u"precision"_s] = write(request.precision);
    o[u"tiledDecode"_s] = write(request.tiledDecode);
    o[u"sequentialGuidance"_s] = request.sequentialGuidance;
    o[u"expertCacheBytes"_s] = write(request.expertCacheBytes);
    o[u"recordTrace"_s] = request.recordTrace;
    o[u"capture"_s] = write(request.capture);
    o[u"latentsFile"_s] = write(request.latentsFile);
    o[u"saveLatentsFile"_s] = write(request.saveLatentsFile);
    o[u"previewEvery"_s] = request.previewEvery;
}

void readComputing(const QJsonObject& o, RenderRequest& request) {
    read(o["compat"_L1], request.compat);
    read(o["device"_L1], request.device);
    readEnum(o["precision"_L1], request.precision, Precision::Fp16);
    readEnum(o["tiledDecode"_L1], request.tiledDecode, Toggle::Off);
    read(o["sequentialGuidance"_L1], request.sequentialGuidance);
    read(o["expertCacheBytes"_L1], request.expertCacheBytes);
    read(o["recordTrace"_L1], request.recordTrace);
    readEnum(o["capture"_L1], request.capture, CaptureLevel::Full);
    read(o["latentsFile"_L1], request.latentsFile);
    read(o["saveLatentsFile"_L1], request.saveLatentsFile);
    read(o["previewEvery"_L1], request.previewEvery);
}

}  // namespace

QJsonObject toJson(const RenderRequest& request) {
    QJsonObject o{{u"model"_s, write(request.model)}, {u"prompt"_s, write(request.prompt)}};
    if (!request.promptTemplate.empty()) o[u"promptTemplate"_s] = write(request.promptTemplate);
    if (request.recipe) o[u"recipe"_s] = toJson(*request.recipe);
    if (request.negative) o[u"negative"_s] = write(*request.negative);
    o[u"width"_s] = request.width;
    o[u"height"_s] = request.height;
    writeSampling(o, request);
    if (request.start) o[u"start"_s] = startJson(*request.start);
    o[u"loras"_s] = writeAll(request.loras, [](const LoraRef& lora) { return toJson(lora); });
    if (!request.embeddings.empty()) o[u"embeddings"_s] = writeAll(request.embeddings, embeddingJson);
    if (!request.embeddingFolders.empty())
        o[u"embeddingFolders"_s] =
            writeAll(request.embeddingFolders, [](const std::filesystem::path& folder) { return write(folder); });
    if (!request.vae.empty()) o[u"vae"_s] = write(request.vae);
    if (!request.donor.empty()) o[u"donor"_s] = write(request.donor);
    o[u"routing"_s] = toJson(request.routing);
    writeComputing(o, request);
    return o;
}

std::optional<RenderRequest> requestFromJson(const QJsonObject& o) {
    RenderRequest request;
    read(o["model"_L1], request.model);
    read(o["prompt"_L1], request.prompt);
    read(o["promptTemplate"_L1], request.promptTemplate);
    if (o["recipe"_L1].isObject())
        request.recipe = std::make_shared<const MixRecipe>(recipeFromJson(o["recipe"_L1].toObject()));
    if (o["negative"_L1].isString()) request.negative = o["negative"_L1].toString().toStdString();
    read(o["width"_L1], request.width);
    read(o["height"_L1], request.height);
    readSampling(o, request);
    if (o["start"_L1].isObject()) request.start = startFrom(o["start"_L1].toObject());
    request.loras = readAll<LoraRef>(o["loras"_L1], loraFromJson);
    request.embeddings = readAll<EmbeddingRef>(o["embeddings"_L1], embeddingFrom);
    for (const QJsonValue folder : o["embeddingFolders"_L1].toArray())
        read(folder, request.embeddingFolders.emplace_back());
    read(o["vae"_L1], request.vae);
    read(o["donor"_L1], request.donor);
    request.routing = policyFromJson(o["routing"_L1].toObject());
    readComputing(o, request);
    try {
        request.validate();
    } catch (const Error&) {
        return std::nullopt;
    }
    return request;
}

}  // namespace segmoe::ui
