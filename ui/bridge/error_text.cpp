// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/error_text.h"

#include <QCoreApplication>

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

namespace {

struct Row {
    ErrorCode code;
    const char* sentence;
    Remedy remedy;
};

constexpr Row kRows[] = {
    {ErrorCode::GpuOutOfMemory, QT_TRANSLATE_NOOP("ErrorText", "There was not enough GPU memory for this picture."),
     Remedy::HalfSize},
    {ErrorCode::RamOutOfMemory, QT_TRANSLATE_NOOP("ErrorText", "There was not enough memory for this picture."),
     Remedy::HalfSize},
    {ErrorCode::DiskFull, QT_TRANSLATE_NOOP("ErrorText", "The disk is full."), Remedy::SaveElsewhere},
    {ErrorCode::NotWritable, QT_TRANSLATE_NOOP("ErrorText", "This folder cannot be written."), Remedy::SaveElsewhere},
    {ErrorCode::FolderMissing, QT_TRANSLATE_NOOP("ErrorText", "The folder is not there any more."),
     Remedy::ChooseModel},
    {ErrorCode::FileMissing, QT_TRANSLATE_NOOP("ErrorText", "A file is no longer at its place."), Remedy::ChooseModel},
    {ErrorCode::LocalIo, QT_TRANSLATE_NOOP("ErrorText", "Reading or writing a file failed."), Remedy::Retry},
    {ErrorCode::ContentChanged, QT_TRANSLATE_NOOP("ErrorText", "A model file has changed since it was opened."),
     Remedy::Retry},
    {ErrorCode::SafetensorsTruncated,
     QT_TRANSLATE_NOOP("ErrorText", "The model file is incomplete. Download it again."), Remedy::ChooseModel},
    {ErrorCode::SafetensorsInvalid, QT_TRANSLATE_NOOP("ErrorText", "This is not a valid safetensors file."),
     Remedy::ChooseModel},
    {ErrorCode::HeaderTooLarge,
     QT_TRANSLATE_NOOP("ErrorText", "The file has an unusually large header and was not opened."), Remedy::ChooseModel},
    {ErrorCode::PickleRefused,
     QT_TRANSLATE_NOOP("ErrorText",
                       "This file is a pickle, which can run code when opened. Only safetensors are used."),
     Remedy::ChooseModel},
    {ErrorCode::FormatUnsupported,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "This is not a model that can be opened: a diffusers folder, a .safetensors file or a recipe is needed."),
     Remedy::ChooseModel},
    {ErrorCode::ConfigInvalid, QT_TRANSLATE_NOOP("ErrorText", "A settings file of the model is damaged."),
     Remedy::ChooseModel},
    {ErrorCode::ArchitectureUnknown,
     QT_TRANSLATE_NOOP("ErrorText", "The architecture of this model was not recognised."), Remedy::ChooseModel},
    {ErrorCode::ArchitectureMismatch,
     QT_TRANSLATE_NOOP("ErrorText", "The models of this mixture do not have the same architecture."),
     Remedy::ChooseModel},
    {ErrorCode::TensorMissing, QT_TRANSLATE_NOOP("ErrorText", "The model lacks parts that its architecture needs."),
     Remedy::ChooseModel},
    {ErrorCode::TensorShapeMismatch,
     QT_TRANSLATE_NOOP("ErrorText", "Parts of the model have another shape than its architecture needs."),
     Remedy::ChooseModel},
    {ErrorCode::DtypeUnsupported,
     QT_TRANSLATE_NOOP("ErrorText", "The model stores its weights in a type that is not supported."),
     Remedy::ChooseModel},
    {ErrorCode::LoraMismatch, QT_TRANSLATE_NOOP("ErrorText", "A LoRA does not fit this model."), Remedy::ChooseModel},
    {ErrorCode::ComponentMissing,
     QT_TRANSLATE_NOOP("ErrorText", "The model has no text encoder, UNet or VAE of its own."), Remedy::ChooseModel},
    {ErrorCode::NameRefused, QT_TRANSLATE_NOOP("ErrorText", "A file has a name this program refuses to use."),
     Remedy::SaveElsewhere},
    {ErrorCode::RecipeParseFailed, QT_TRANSLATE_NOOP("ErrorText", "The recipe is not valid YAML."),
     Remedy::ChooseModel},
    {ErrorCode::RecipeValueInvalid, QT_TRANSLATE_NOOP("ErrorText", "The recipe has a value that is not possible."),
     Remedy::ChooseModel},
    {ErrorCode::RecipeTooNew, QT_TRANSLATE_NOOP("ErrorText", "This recipe was made by a newer version of the program."),
     Remedy::ChooseModel},
    {ErrorCode::MixIncomplete, QT_TRANSLATE_NOOP("ErrorText", "The mixture is not complete."), Remedy::ChooseModel},
    {ErrorCode::GateFailed, QT_TRANSLATE_NOOP("ErrorText", "The gates of the mixture could not be measured."),
     Remedy::Retry},
    {ErrorCode::GateDegenerate, QT_TRANSLATE_NOOP("ErrorText", "The gates came out as not-a-number."),
     Remedy::UseFullPrecision},
    {ErrorCode::SaveVerifyFailed,
     QT_TRANSLATE_NOOP("ErrorText", "The saved mixture did not pass its check and was removed."), Remedy::Retry},
    {ErrorCode::ModelLoadFailed, QT_TRANSLATE_NOOP("ErrorText", "The model could not be loaded."), Remedy::ChooseModel},
    {ErrorCode::DeviceLost, QT_TRANSLATE_NOOP("ErrorText", "The GPU stopped responding."), Remedy::UseCpu},
    {ErrorCode::DeviceUnavailable, QT_TRANSLATE_NOOP("ErrorText", "The chosen device is not available."),
     Remedy::UseCpu},
    {ErrorCode::PrecisionUnsupported, QT_TRANSLATE_NOOP("ErrorText", "The device cannot compute in this precision."),
     Remedy::UseAutomaticPrecision},
    {ErrorCode::RenderNotFinite, QT_TRANSLATE_NOOP("ErrorText", "The picture came out black or broken (not-a-number)."),
     Remedy::UseFullPrecision},
    {ErrorCode::SizeUnsupported, QT_TRANSLATE_NOOP("ErrorText", "This size is not possible with this model."),
     Remedy::NativeSize},
    {ErrorCode::SamplerUnsupported,
     QT_TRANSLATE_NOOP("ErrorText", "This sampler and this kind of noise do not go together."), Remedy::UseRecommended},
    {ErrorCode::RequestInvalid, QT_TRANSLATE_NOOP("ErrorText", "One of the settings is not possible with this model."),
     Remedy::UseRecommended},
    {ErrorCode::PromptTooLong, QT_TRANSLATE_NOOP("ErrorText", "The prompt is too long."), Remedy::EditPrompt},
    {ErrorCode::TokenizerMissing, QT_TRANSLATE_NOOP("ErrorText", "The tokenizer files of the model are missing."),
     Remedy::ChooseModel},
    {ErrorCode::TokenizerInvalid, QT_TRANSLATE_NOOP("ErrorText", "The tokenizer files of the model are damaged."),
     Remedy::ChooseModel},
    {ErrorCode::CaptureInvalid, QT_TRANSLATE_NOOP("ErrorText", "This routing record cannot be read."), Remedy::Retry},
    {ErrorCode::CaptureTooNew,
     QT_TRANSLATE_NOOP("ErrorText", "This routing record was made by a newer version of the program."), Remedy::Retry},
    {ErrorCode::ImageDecodeFailed, QT_TRANSLATE_NOOP("ErrorText", "This is not a readable picture."), Remedy::Retry},
    {ErrorCode::ImageWriteFailed, QT_TRANSLATE_NOOP("ErrorText", "The picture could not be saved."),
     Remedy::SaveElsewhere},
    {ErrorCode::MetadataMissing, QT_TRANSLATE_NOOP("ErrorText", "No generation settings were found in this picture."),
     Remedy::Retry},
    {ErrorCode::Unreachable,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The server cannot be reached. Check the connection; what is already downloaded stays."),
     Remedy::Retry},
    {ErrorCode::ProxyFailed, QT_TRANSLATE_NOOP("ErrorText", "The proxy refused or failed."), Remedy::Retry},
    {ErrorCode::Timeout,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The server stopped answering. The download continues where it was when you try again."),
     Remedy::Retry},
    {ErrorCode::TlsFailed, QT_TRANSLATE_NOOP("ErrorText", "The secure connection to the server could not be trusted."),
     Remedy::Retry},
    {ErrorCode::TransferBroken,
     QT_TRANSLATE_NOOP("ErrorText", "The connection broke again and again. What has arrived is kept."), Remedy::Retry},
    {ErrorCode::ServerBusy,
     QT_TRANSLATE_NOOP("ErrorText", "The server has trouble right now. Try again in a few minutes."), Remedy::Retry},
    {ErrorCode::RateLimited,
     QT_TRANSLATE_NOOP("ErrorText", "The server asks to wait. Logging in gives a higher limit."), Remedy::AddToken},
    {ErrorCode::TokenInvalid, QT_TRANSLATE_NOOP("ErrorText", "The access token is not valid. Set a new one."),
     Remedy::AddToken},
    {ErrorCode::LoginNeeded, QT_TRANSLATE_NOOP("ErrorText", "This file needs a login. Add your access token."),
     Remedy::AddToken},
    {ErrorCode::Gated,
     QT_TRANSLATE_NOOP("ErrorText", "The authors of this model ask you to accept their terms on its page."),
     Remedy::OpenPage},
    {ErrorCode::TokenScope, QT_TRANSLATE_NOOP("ErrorText", "Your access token may not do this."), Remedy::AddToken},
    {ErrorCode::RepoNotFound,
     QT_TRANSLATE_NOOP("ErrorText", "This model does not exist, or it is private and your token may not see it."),
     Remedy::AddToken},
    {ErrorCode::RevisionNotFound, QT_TRANSLATE_NOOP("ErrorText", "The model has no such revision."),
     Remedy::ChooseModel},
    {ErrorCode::FileNotFound, QT_TRANSLATE_NOOP("ErrorText", "The model has no such file."), Remedy::ChooseModel},
    {ErrorCode::RepoDisabled, QT_TRANSLATE_NOOP("ErrorText", "The hub has disabled this model."), Remedy::ChooseModel},
    {ErrorCode::LinkExpired, QT_TRANSLATE_NOOP("ErrorText", "The download link was refused again and again."),
     Remedy::Retry},
    {ErrorCode::BadRequest, QT_TRANSLATE_NOOP("ErrorText", "The server did not understand the request."),
     Remedy::Retry},
    {ErrorCode::NotAHub,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The server does not answer like a Hugging Face Hub. Check the endpoint and the proxy."),
     Remedy::Retry},
    {ErrorCode::BadServerReply, QT_TRANSLATE_NOOP("ErrorText", "The server sent something unreadable."), Remedy::Retry},
    {ErrorCode::RedirectRefused,
     QT_TRANSLATE_NOOP("ErrorText", "The server tried to send the download to a place that is not allowed."),
     Remedy::Retry},
    {ErrorCode::SizeMismatch, QT_TRANSLATE_NOOP("ErrorText", "A file did not arrive with the size it should have."),
     Remedy::Retry},
    {ErrorCode::HashMismatch, QT_TRANSLATE_NOOP("ErrorText", "A file arrived damaged twice and was not kept."),
     Remedy::Retry},
    {ErrorCode::TooLarge,
     QT_TRANSLATE_NOOP("ErrorText",
                       "A file is larger than plain downloads allow. Fetch it with the hf tool; the cache is shared."),
     Remedy::Retry},
    {ErrorCode::FileTooBigForDisk, QT_TRANSLATE_NOOP("ErrorText", "This disk cannot hold a file of this size."),
     Remedy::SaveElsewhere},
    {ErrorCode::CacheRefused,
     QT_TRANSLATE_NOOP("ErrorText", "An entry of the model cache is not what it should be and was left alone."),
     Remedy::ChooseModel},
    {ErrorCode::OfflineMissing,
     QT_TRANSLATE_NOOP("ErrorText", "Offline, and some files of this model are not on this computer."),
     Remedy::GoOnline},
    {ErrorCode::UploadConflict,
     QT_TRANSLATE_NOOP("ErrorText", "The repository changed while uploading. Review it and publish again."),
     Remedy::Retry},
    {ErrorCode::RepoExists, QT_TRANSLATE_NOOP("ErrorText", "A repository of this name exists already."), Remedy::Retry},
    {ErrorCode::CommitUnknown,
     QT_TRANSLATE_NOOP("ErrorText",
                       "It is not certain that the upload was recorded. Check the repository before repeating."),
     Remedy::Retry},
    {ErrorCode::DownloadsDisabled,
     QT_TRANSLATE_NOOP("ErrorText", "The creator has switched downloads off for this model."), Remedy::ChooseModel},
    {ErrorCode::EarlyAccess,
     QT_TRANSLATE_NOOP("ErrorText", "This version is in early access: buy access on its page or wait."),
     Remedy::OpenPage},
    {ErrorCode::Forbidden, QT_TRANSLATE_NOOP("ErrorText", "The server refuses this file for you."), Remedy::OpenPage},
    {ErrorCode::Archived, QT_TRANSLATE_NOOP("ErrorText", "This version is archived; its files are gone."),
     Remedy::ChooseModel},
    {ErrorCode::UsageInvalid,
     QT_TRANSLATE_NOOP("ErrorText", "The program was started with arguments it does not understand."), Remedy::Retry},
    {ErrorCode::NotAvailable, QT_TRANSLATE_NOOP("ErrorText", "This is not available in this installation."),
     Remedy::Retry},
    {ErrorCode::InternalError, QT_TRANSLATE_NOOP("ErrorText", "Something unexpected happened. Your settings are kept."),
     Remedy::Retry},
};

struct RemedyRow {
    Remedy remedy;
    const char* text;
};

constexpr RemedyRow kRemedies[] = {
    {Remedy::Retry, QT_TRANSLATE_NOOP("ErrorText", "Try again")},
    {Remedy::HalfSize, QT_TRANSLATE_NOOP("ErrorText", "Render at half size")},
    {Remedy::ChooseModel, QT_TRANSLATE_NOOP("ErrorText", "Choose another model…")},
    {Remedy::UseCpu, QT_TRANSLATE_NOOP("ErrorText", "Render on the CPU")},
    {Remedy::UseAutomaticPrecision, QT_TRANSLATE_NOOP("ErrorText", "Use automatic precision")},
    {Remedy::UseFullPrecision, QT_TRANSLATE_NOOP("ErrorText", "Render in fp32")},
    {Remedy::UseRecommended, QT_TRANSLATE_NOOP("ErrorText", "Use recommended settings")},
    {Remedy::NativeSize, QT_TRANSLATE_NOOP("ErrorText", "Use the model's own size")},
    {Remedy::EditPrompt, QT_TRANSLATE_NOOP("ErrorText", "Edit prompt")},
    {Remedy::SaveElsewhere, QT_TRANSLATE_NOOP("ErrorText", "Save elsewhere…")},
    {Remedy::TiledDecode, QT_TRANSLATE_NOOP("ErrorText", "Decode in tiles")},
    {Remedy::HalvesInTurn, QT_TRANSLATE_NOOP("ErrorText", "One guidance half at a time")},
    {Remedy::UseHalfPrecision, QT_TRANSLATE_NOOP("ErrorText", "Render in 16 bits")},
    {Remedy::OneAtATime, QT_TRANSLATE_NOOP("ErrorText", "One picture at a time")},
    {Remedy::OneExpert, QT_TRANSLATE_NOOP("ErrorText", "One active expert")},
    {Remedy::EditMix, QT_TRANSLATE_NOOP("ErrorText", "Open on the Mix page")},
    {Remedy::FindModel, QT_TRANSLATE_NOOP("ErrorText", "Find in the library")},
    {Remedy::FindOnline, QT_TRANSLATE_NOOP("ErrorText", "Find online…")},
    {Remedy::GoOnline, QT_TRANSLATE_NOOP("ErrorText", "Go online")},
    {Remedy::AddToken, QT_TRANSLATE_NOOP("ErrorText", "Add token…")},
    {Remedy::OpenPage, QT_TRANSLATE_NOOP("ErrorText", "Open page")},
    {Remedy::ImageFolder, QT_TRANSLATE_NOOP("ErrorText", "Picture folder…")},
    {Remedy::DeviceSettings, QT_TRANSLATE_NOOP("ErrorText", "Device settings")},
    {Remedy::HubSettings, QT_TRANSLATE_NOOP("ErrorText", "Hub settings")},
};

}  // namespace

ErrorText errorText(ErrorCode code) {
    for (const Row& row : kRows)
        if (row.code == code) return {QCoreApplication::translate("ErrorText", row.sentence), row.remedy};
    return errorText(ErrorCode::InternalError);
}

QString remedyText(Remedy remedy) {
    for (const RemedyRow& row : kRemedies)
        if (row.remedy == remedy) return QCoreApplication::translate("ErrorText", row.text);
    return {};
}

QString errorDetails(const Failure& failure) {
    QString text = toText(errorCodeName(failure.code)) + QChar(u'\n') + toText(failure.message);
    if (!failure.detail.empty()) text += QChar(u'\n') + toText(failure.detail);
    return text;
}

}  // namespace segmoe::ui
