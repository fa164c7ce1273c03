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
