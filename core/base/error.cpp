// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.h"

#include <array>
#include <utility>

namespace segmoe {

namespace {

constexpr std::pair<ErrorCode, std::string_view> kNames[] = {
    {ErrorCode::GpuOutOfMemory, "GpuOutOfMemory"},
    {ErrorCode::RamOutOfMemory, "RamOutOfMemory"},
    {ErrorCode::DiskFull, "DiskFull"},
    {ErrorCode::NotWritable, "NotWritable"},
    {ErrorCode::FolderMissing, "FolderMissing"},
    {ErrorCode::FileMissing, "FileMissing"},
    {ErrorCode::LocalIo, "LocalIo"},
    {ErrorCode::ContentChanged, "ContentChanged"},
    {ErrorCode::SafetensorsTruncated, "SafetensorsTruncated"},
    {ErrorCode::SafetensorsInvalid, "SafetensorsInvalid"},
    {ErrorCode::HeaderTooLarge, "HeaderTooLarge"},
    {ErrorCode::PickleRefused, "PickleRefused"},
    {ErrorCode::FormatUnsupported, "FormatUnsupported"},
    {ErrorCode::ConfigInvalid, "ConfigInvalid"},
    {ErrorCode::ArchitectureUnknown, "ArchitectureUnknown"},
    {ErrorCode::ArchitectureMismatch, "ArchitectureMismatch"},
    {ErrorCode::TensorMissing, "TensorMissing"},
    {ErrorCode::TensorShapeMismatch, "TensorShapeMismatch"},
    {ErrorCode::DtypeUnsupported, "DtypeUnsupported"},
    {ErrorCode::LoraMismatch, "LoraMismatch"},
    {ErrorCode::ComponentMissing, "ComponentMissing"},
    {ErrorCode::NameRefused, "NameRefused"},
    {ErrorCode::RecipeParseFailed, "RecipeParseFailed"},
    {ErrorCode::RecipeValueInvalid, "RecipeValueInvalid"},
    {ErrorCode::RecipeTooNew, "RecipeTooNew"},
    {ErrorCode::MixIncomplete, "MixIncomplete"},
    {ErrorCode::GateFailed, "GateFailed"},
    {ErrorCode::GateDegenerate, "GateDegenerate"},
    {ErrorCode::SaveVerifyFailed, "SaveVerifyFailed"},
    {ErrorCode::ModelLoadFailed, "ModelLoadFailed"},
    {ErrorCode::DeviceLost, "DeviceLost"},
    {ErrorCode::DeviceUnavailable, "DeviceUnavailable"},
    {ErrorCode::PrecisionUnsupported, "PrecisionUnsupported"},
    {ErrorCode::RenderNotFinite, "RenderNotFinite"},
    {ErrorCode::SizeUnsupported, "SizeUnsupported"},
    {ErrorCode::SamplerUnsupported, "SamplerUnsupported"},
    {ErrorCode::RequestInvalid, "RequestInvalid"},
    {ErrorCode::PromptTooLong, "PromptTooLong"},
    {ErrorCode::TokenizerMissing, "TokenizerMissing"},
    {ErrorCode::TokenizerInvalid, "TokenizerInvalid"},
    {ErrorCode::CaptureInvalid, "CaptureInvalid"},
    {ErrorCode::CaptureTooNew, "CaptureTooNew"},
    {ErrorCode::ImageDecodeFailed, "ImageDecodeFailed"},
    {ErrorCode::ImageWriteFailed, "ImageWriteFailed"},
    {ErrorCode::MetadataMissing, "MetadataMissing"},
    {ErrorCode::Unreachable, "Unreachable"},
    {ErrorCode::ProxyFailed, "ProxyFailed"},
    {ErrorCode::Timeout, "Timeout"},
    {ErrorCode::TlsFailed, "TlsFailed"},
    {ErrorCode::TransferBroken, "TransferBroken"},
    {ErrorCode::ServerBusy, "ServerBusy"},
    {ErrorCode::RateLimited, "RateLimited"},
    {ErrorCode::TokenInvalid, "TokenInvalid"},
    {ErrorCode::LoginNeeded, "LoginNeeded"},
    {ErrorCode::Gated, "Gated"},
    {ErrorCode::TokenScope, "TokenScope"},
    {ErrorCode::RepoNotFound, "RepoNotFound"},
    {ErrorCode::RevisionNotFound, "RevisionNotFound"},
    {ErrorCode::FileNotFound, "FileNotFound"},
    {ErrorCode::RepoDisabled, "RepoDisabled"},
    {ErrorCode::LinkExpired, "LinkExpired"},
    {ErrorCode::BadRequest, "BadRequest"},
    {ErrorCode::NotAHub, "NotAHub"},
    {ErrorCode::BadServerReply, "BadServerReply"},
    {ErrorCode::RedirectRefused, "RedirectRefused"},
    {ErrorCode::SizeMismatch, "SizeMismatch"},
    {ErrorCode::HashMismatch, "HashMismatch"},
    {ErrorCode::TooLarge, "TooLarge"},
    {ErrorCode::FileTooBigForDisk, "FileTooBigForDisk"},
    {ErrorCode::CacheRefused, "CacheRefused"},
    {ErrorCode::OfflineMissing, "OfflineMissing"},
    {ErrorCode::UploadConflict, "UploadConflict"},
    {ErrorCode::RepoExists, "RepoExists"},
    {ErrorCode::CommitUnknown, "CommitUnknown"},
    {ErrorCode::DownloadsDisabled, "DownloadsDisabled"},
    {ErrorCode::EarlyAccess, "EarlyAccess"},
    {ErrorCode::Forbidden, "Forbidden"},
    {ErrorCode::Archived, "Archived"},
    {ErrorCode::UsageInvalid, "UsageInvalid"},
    {ErrorCode::NotAvailable, "NotAvailable"},
    {ErrorCode::InternalError, "InternalError"},
};

}  // namespace

std::string_view errorCodeName(ErrorCode code) {
    for (const auto& [known, name] : kNames)
        if (known == code) return name;
    return "InternalError";
}

const std::vector<ErrorCode>& allErrorCodes() {
    static const std::vector<ErrorCode> codes = [] {
        std::vector<ErrorCode> all;
        for (const auto& entry : kNames) all.push_back(entry.first);
        return all;
    }();
    return codes;
}

Error::Error(ErrorCode code, const std::string& message, std::string detail)
    : std::runtime_error(message), m_code(code), m_detail(std::move(detail)) {}

}  // namespace segmoe
