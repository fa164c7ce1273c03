// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace segmoe {

/// Every way the core can fail. The window has one sentence and one remedy per code, the command line prints the code.
enum class ErrorCode {
    // memory, disk, files
    GpuOutOfMemory,
    RamOutOfMemory,
    DiskFull,
    NotWritable,
    FolderMissing,
    FileMissing,
    LocalIo,
    ContentChanged,
    // model files
    SafetensorsTruncated,
    SafetensorsInvalid,
    HeaderTooLarge,
    PickleRefused,
    FormatUnsupported,
    ConfigInvalid,
    ArchitectureUnknown,
    ArchitectureMismatch,
    TensorMissing,
    TensorShapeMismatch,
    DtypeUnsupported,
    LoraMismatch,
    ComponentMissing,
    NameRefused,
    // recipes and mixtures
    RecipeParseFailed,
    RecipeValueInvalid,
    RecipeTooNew,
    MixIncomplete,
    GateFailed,
    GateDegenerate,
    SaveVerifyFailed,
    // rendering
    ModelLoadFailed,
    DeviceLost,
    DeviceUnavailable,
    PrecisionUnsupported,
    RenderNotFinite,
    SizeUnsupported,
    SamplerUnsupported,
    RequestInvalid,
    PromptTooLong,
    TokenizerMissing,
    TokenizerInvalid,
    CaptureInvalid,
    CaptureTooNew,
    ImageDecodeFailed,
    ImageWriteFailed,
    MetadataMissing,
    // hubs and downloads
    Unreachable,
    ProxyFailed,
    Timeout,
    TlsFailed,
    TransferBroken,
    ServerBusy,
    RateLimited,
    TokenInvalid,
    LoginNeeded,
    Gated,
    TokenScope,
    RepoNotFound,
    RevisionNotFound,
    FileNotFound,
    RepoDisabled,
    LinkExpired,
    BadRequest,
    NotAHub,
    BadServerReply,
    RedirectRefused,
    SizeMismatch,
    HashMismatch,
    TooLarge,
    FileTooBigForDisk,
    CacheRefused,
    OfflineMissing,
    UploadConflict,
    RepoExists,
    CommitUnknown,
    DownloadsDisabled,
    EarlyAccess,
    Forbidden,
    Archived,
    // everything else
    UsageInvalid,
    NotAvailable,
    InternalError,
};

/// The code's own name, e.g. "SafetensorsInvalid". Stable: scripts match on it.
std::string_view errorCodeName(ErrorCode code);

/// All codes in declaration order; the tests walk it.
const std::vector<ErrorCode>& allErrorCodes();

/// The one exception of the core. what() is a complete English sentence: what happened, where (file, key, line), what
/// to do.
class Error : public std::runtime_error {
public:
    Error(ErrorCode code, const std::string& message, std::string detail = {});

    ErrorCode code() const { return m_code; }
    /// Technical remainder (foreign exception text, lists of names); may be empty, may have several lines.
    const std::string& detail() const { return m_detail; }

private:
    ErrorCode m_code;
    std::string m_detail;
};

/// Thrown where work stops because somebody asked for it. Not an Error: nobody has to be told what went wrong.
class Cancelled : public std::exception {
public:
    const char* what() const noexcept override { return "cancelled"; }
};

}  // namespace segmoe
