// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/failure_remedies.h"

#include <algorithm>

#include "ui/bridge/qt_convert.h"
#include "ui/shell/hub_remedies.h"
#include "ui/widgets/mime_kinds.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostRemedies = 3;

/// Beside the remedy of ErrorText, the best first.
std::vector<Remedy> furtherRemedies(ErrorCode code) {
    using enum Remedy;
    switch (code) {
        case ErrorCode::GpuOutOfMemory:
            return {OneAtATime, TiledDecode, UseHalfPrecision, HalvesInTurn, UseCpu, OneExpert};
        case ErrorCode::RamOutOfMemory: return {OneAtATime, UseHalfPrecision, TiledDecode, HalvesInTurn, OneExpert};
        case ErrorCode::DiskFull:
        case ErrorCode::NotWritable:
        case ErrorCode::NameRefused:
        case ErrorCode::FileTooBigForDisk:
        case ErrorCode::ImageWriteFailed: return {ImageFolder};
        case ErrorCode::FolderMissing:
        case ErrorCode::FileMissing: return {FindModel, EditMix, Retry};
        case ErrorCode::LocalIo:
        case ErrorCode::ContentChanged: return {ChooseModel, EditMix};
        case ErrorCode::SafetensorsTruncated:
        case ErrorCode::SafetensorsInvalid:
        case ErrorCode::PickleRefused: return {FindOnline, EditMix};
        case ErrorCode::ArchitectureMismatch:
        case ErrorCode::RecipeParseFailed:
        case ErrorCode::RecipeValueInvalid:
        case ErrorCode::MixIncomplete:
        case ErrorCode::TensorMissing:
        case ErrorCode::TensorShapeMismatch:
        case ErrorCode::GateFailed: return {EditMix};
        case ErrorCode::GateDegenerate: return {Retry, EditMix};
        case ErrorCode::LoraMismatch: return {EditPrompt, EditMix};
        case ErrorCode::ModelLoadFailed: return {Retry, EditMix};
        case ErrorCode::DeviceLost: return {Retry, DeviceSettings};
        case ErrorCode::DeviceUnavailable: return {DeviceSettings};
        case ErrorCode::PrecisionUnsupported: return {UseFullPrecision, DeviceSettings};
        case ErrorCode::RenderNotFinite: return {UseRecommended, Retry};
        case ErrorCode::SizeUnsupported: return {UseRecommended};
        case ErrorCode::Unreachable:
        case ErrorCode::ProxyFailed:
        case ErrorCode::Timeout:
        case ErrorCode::TlsFailed:
        case ErrorCode::NotAHub:
        case ErrorCode::BadServerReply: return {HubSettings, ChooseModel};
        case ErrorCode::RateLimited:
        case ErrorCode::TokenInvalid: return {Retry};
        case ErrorCode::LoginNeeded:
        case ErrorCode::TokenScope: return {OpenPage, Retry};
        case ErrorCode::Gated: return {AddToken, Retry};
        case ErrorCode::RepoNotFound:
        case ErrorCode::EarlyAccess:
        case ErrorCode::Forbidden:
        case ErrorCode::OfflineMissing: return {ChooseModel};
        default: return {};
    }
}

bool isOfMixture(const RenderRequest& request) {
    return request.recipe || fileKind(toText(request.model)) == FileKind::Recipe;
}

bool hasSeveralExperts(const RenderRequest& request) {
    if (!isOfMixture(request) || request.routing.topK == 1) return false;
    return request.routing.topK > 1 || !request.recipe || request.recipe->expertsPerToken > 1;
}

/// Whether it would do anything for this request.
bool helpsRequest(Remedy remedy, const RenderRequest& request, const QString& device) {
    switch (remedy) {
        case Remedy::OneAtATime: return request.imagesAtOnce > 1;
        case Remedy::TiledDecode: return request.tiledDecode != Toggle::On;
        case Remedy::UseHalfPrecision: return request.precision == Precision::Fp32;
        case Remedy::UseFullPrecision: return request.precision != Precision::Fp32;
        // No guidance of its own means the model's, which is above 1.
        case Remedy::HalvesInTurn:
            return !request.sequentialGuidance && (request.guidanceScale < 0.0 || request.guidanceScale > 1.0);
        case Remedy::OneExpert: return hasSeveralExperts(request);
        case Remedy::UseCpu: return device != "cpu"_L1 && request.device != "cpu";
        case Remedy::EditMix: return isOfMixture(request);
        case Remedy::OpenPage: return !hubReferencesOf(request).isEmpty();
        default: return true;
    }
}

}  // namespace

std::vector<Remedy> remediesFor(ErrorCode code, const RenderRequest& request, const QString& device) {
    std::vector<Remedy> remedies = {errorText(code).remedy};
    for (const Remedy remedy : furtherRemedies(code)) {
        if (remedies.size() == kMostRemedies) break;
        if (helpsRequest(remedy, request, device) && std::ranges::count(remedies, remedy) == 0)
            remedies.push_back(remedy);
    }
    return remedies;
}

}  // namespace segmoe::ui
