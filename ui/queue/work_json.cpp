// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/queue/work_json.h"

#include "ui/queue/request_json.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QJsonObject write(const RenderWork& work) { return {{u"kind"_s, u"render"_s}, {u"request"_s, toJson(work.request)}}; }

// What a document on the Mix page asked for is asked for again from there.
QJsonObject write(const BuildWork&) { return {}; }
QJsonObject write(const PredictWork&) { return {}; }
QJsonObject write(const SaveMixtureWork&) { return {}; }

}  // namespace

QJsonObject toJson(const EngineWork& work) {
    return std::visit([](const auto& kind) { return write(kind); }, work);
}

std::optional<EngineWork> workFromJson(const QJsonObject& json) {
    if (json["kind"_L1].toString() != "render"_L1) return std::nullopt;
    auto request = requestFromJson(json["request"_L1].toObject());
    if (!request) return std::nullopt;
    return RenderWork{std::move(*request)};
}

}  // namespace segmoe::ui
