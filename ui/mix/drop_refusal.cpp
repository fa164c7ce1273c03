// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/drop_refusal.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

#include "core/domain/hub_hosts.h"
#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/mix/mix_state.h"
#include "ui/mix/source_info.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostPromptCharacters = 2000;
constexpr qsizetype kMostRecipeCharacters = 1 << 20;
constexpr int kTextChannels = 4;

struct Row {
    DropRefusal refusal;
    const char* id;
    const char* sentence;  ///< %1 name, %2 a, %3 b, %4 what, %5 channels
};

constexpr Row kRows[] = {
    {DropRefusal::Architecture, "D1",
     QT_TRANSLATE_NOOP("RefusalText",
                       "“%1” is %2, this mixture is %3. Experts must share the architecture of the base.")},
    {DropRefusal::Role, "D2",
     QT_TRANSLATE_NOOP("RefusalText", "“%1” holds only %4; it cannot be a base or an expert.")},
    {DropRefusal::Pickle, "D3",
     QT_TRANSLATE_NOOP("RefusalText",
                       "“%1” is a pickle file, which can run code when opened. Use a .safetensors version.")},
    {DropRefusal::Format, "D4", QT_TRANSLATE_NOOP("RefusalText", "SegMoE Studio cannot read “%4” files here.")},
    {DropRefusal::Full, "D5", QT_TRANSLATE_NOOP("RefusalText", "A mixture holds at most 8 experts. Remove one first.")},
    {DropRefusal::Channels, "D6",
     QT_TRANSLATE_NOOP("RefusalText", "“%1” is an inpainting or editing model (%5 input channels); the base has 4.")},
    {DropRefusal::LoraPlace, "D7",
     QT_TRANSLATE_NOOP("RefusalText", "Drop a LoRA on the card of the model it should change.")},
    {DropRefusal::LoraArchitecture, "D8",
     QT_TRANSLATE_NOOP("RefusalText", "This LoRA was made for %2, the card is %3.")},
    {DropRefusal::Partial, "D9", QT_TRANSLATE_NOOP("RefusalText", "“%1” is still being downloaded.")},
    {DropRefusal::Damaged, "D10", QT_TRANSLATE_NOOP("RefusalText", "“%1” is damaged: %4.")},
    {DropRefusal::Text, "D11",
     QT_TRANSLATE_NOOP("RefusalText", "This text is not a model link, an image link or generation settings.")},
    {DropRefusal::LinkHost, "D12",
     QT_TRANSLATE_NOOP("RefusalText", "Only links from huggingface.co and civitai.com are understood.")},
    {DropRefusal::Mixture, "D13",
     QT_TRANSLATE_NOOP("RefusalText", "“%1” is already a mixture. Open it as a recipe instead.")},
    {DropRefusal::Dtype, "D14", QT_TRANSLATE_NOOP("RefusalText", "“%1” stores weights as %4, which cannot be mixed.")},
    {DropRefusal::NoSettings, "D15", QT_TRANSLATE_NOOP("RefusalText", "No generation settings were found in “%1”.")},
    {DropRefusal::Folder, "D16", QT_TRANSLATE_NOOP("RefusalText", "“%1” has no model_index.json and no model file.")},
};

class RefusalText {
    Q_DECLARE_TR_FUNCTIONS(RefusalText)
};

DropVerdict refuse(DropRefusal refusal, const RefusalWords& words) {
    return {refusal, refusalSentence(refusal, words)};
}

QString roleWords(ModelRole role) {
    switch (role) {
        case ModelRole::Vae: return RefusalText::tr("a VAE");
        case ModelRole::TextEncoder: return RefusalText::tr("a text encoder");
        case ModelRole::ControlNet: return RefusalText::tr("a ControlNet");
        case ModelRole::Upscaler: return RefusalText::tr("an upscaler");
        case ModelRole::Embedding: return RefusalText::tr("an embedding");
        default: return RefusalText::tr("tensors that are not known");
    }
}

DropVerdict judgeRefused(const ModelFacts& facts) {
    RefusalWords words{.name = toText(facts.name)};
    const Failure failure = facts.refusal.value_or(Failure{});
    words.what = toText(failure.message);
    while (words.what.endsWith(u'.')) words.what.chop(1);
    switch (failure.code) {
        case ErrorCode::PickleRefused: return refuse(DropRefusal::Pickle, words);
        case ErrorCode::FolderMissing: return refuse(DropRefusal::Folder, words);
        case ErrorCode::FormatUnsupported:
            words.what = QFileInfo(pathText(facts.path)).suffix();
            return refuse(DropRefusal::Format, words);
        case ErrorCode::DtypeUnsupported: return refuse(DropRefusal::Dtype, words);
        default: return refuse(DropRefusal::Damaged, words);
    }
}

DropVerdict judgeLora(const ModelFacts& facts, const DropContext& context) {
    if (context.place == DropPlace::Experts) return refuse(DropRefusal::LoraPlace, {});
    const bool isKnown = context.base && facts.architecture.family != ModelFamily::Custom &&
                         context.base->architecture.family != ModelFamily::Custom;
    if (isKnown && facts.architecture.family != context.base->architecture.family)
        return refuse(DropRefusal::LoraArchitecture,
                      {.a = architectureText(facts), .b = architectureText(*context.base)});
    return {};
}

bool isMixableType(const std::string& dtype) {
    return dtype == "fp16" || dtype == "bf16" || dtype == "fp32" || dtype.starts_with("F8_") || dtype == "F64";
}

bool hasSuffix(const QString& suffix, std::initializer_list<QStringView> known) {
    return std::any_of(known.begin(), known.end(), [&](QStringView entry) { return suffix == entry; });
}

/// Another Hugging Face Hub, which the person has set for all programs; the core judges the rest of the link.
bool isMirror(const QString& link) {
    const QString endpoint = qEnvironmentVariable("HF_ENDPOINT");
    return !endpoint.isEmpty() && link.startsWith(endpoint + u'/');
}

}  // namespace

QString refusalId(DropRefusal refusal) {
    for (const Row& row : kRows)
        if (row.refusal == refusal) return QString::fromLatin1(row.id);
    return {};
}

QString refusalSentence(DropRefusal refusal, const RefusalWords& words) {
    for (const Row& row : kRows) {
        if (row.refusal != refusal) continue;
        const QString values[] = {words.name, words.a, words.b, words.what, QString::number(words.channels)};
        const QString pattern = RefusalText::tr(row.sentence);
        QString sentence;  // put together by hand: a file may be called "%2", and not every mark is in every sentence
        for (qsizetype i = 0; i < pattern.size(); ++i) {
            const int mark = pattern[i] == u'%' && i + 1 < pattern.size() ? pattern[i + 1].digitValue() : 0;
            if (mark >= 1 && mark <= 5)
                sentence += values[mark - 1], ++i;
            else
                sentence += pattern[i];
        }
        return sentence;
    }
    return {};
}

DropVerdict judgePath(const QString& path, const DropContext& context) {
    const QFileInfo file(path);
    const QString suffix = file.suffix().toLower();
    const RefusalWords words{.name = file.fileName(), .a = {}, .b = {}, .what = suffix};
    if (hasSuffix(suffix, {u"part", u"partial", u"crdownload", u"download", u"incomplete", u"aria2"}))
        return refuse(DropRefusal::Partial, words);
    if (hasSuffix(suffix, {u"ckpt", u"pt", u"pth", u"bin", u"pkl"})) return refuse(DropRefusal::Pickle, words);
    const bool isRecipe = hasSuffix(suffix, {u"yaml", u"yml"});
    if (isRecipe && context.place == DropPlace::Experts) return {};
    if (context.place == DropPlace::Experts && context.cards >= kMostCards && !context.replacesCard)
        return refuse(DropRefusal::Full, words);
    if (suffix == u"safetensors" || file.isDir()) return {};
    return refuse(DropRefusal::Format, words);
}

bool looksLikeRecipe(const QString& text) {
    static const QRegularExpression key(u"^(base_model|experts)[ \\t]*:"_s, QRegularExpression::MultilineOption);
    return text.size() <= kMostRecipeCharacters && key.match(text).hasMatch();
}

DropVerdict judgeModel(const ModelFacts& facts, const DropContext& context) {
    if (facts.role == ModelRole::Refused) return judgeRefused(facts);
    RefusalWords words{.name = toText(facts.name)};
    if (facts.role == ModelRole::Lora) return judgeLora(facts, context);
    if (facts.role == ModelRole::Mixture) return refuse(DropRefusal::Mixture, words);
    if (facts.role != ModelRole::Checkpoint) {
        words.what = roleWords(facts.role);
        return refuse(DropRefusal::Role, words);
    }
    words.channels = facts.architecture.inChannels;
    if (words.channels != kTextChannels) return refuse(DropRefusal::Channels, words);
    words.what = toText(facts.dtype);
    if (!isMixableType(facts.dtype)) return refuse(DropRefusal::Dtype, words);
    if (context.place == DropPlace::Base) return {};
    words.a = architectureText(facts);
    if (context.base) words.b = architectureText(*context.base);
    if (context.base && !isMixable(*context.base, facts)) return refuse(DropRefusal::Architecture, words);
    if (context.cards >= kMostCards && !context.replacesCard) return refuse(DropRefusal::Full, words);
    return {};
}

DropVerdict judgeText(const QString& text, const DropContext& context) {
    const QString plain = text.trimmed();
    const bool isLink = plain.startsWith(u"http://"_s) || plain.startsWith(u"https://"_s);
    if (context.place == DropPlace::Prompts)
        return isLink || plain.isEmpty() || plain.size() > kMostPromptCharacters ? refuse(DropRefusal::Text, {})
                                                                                 : DropVerdict{};
    if (isLink) {
        const QString host = QUrl(plain).host();
        const std::string name = host.toStdString();
        const bool isHub = isHuggingFaceHost(name) || isCivitaiHost(name) || host.endsWith(".huggingface.co"_L1) ||
                           host.endsWith(".civitai.com"_L1) || isMirror(plain);
        return isHub ? DropVerdict{} : refuse(DropRefusal::LinkHost, {});
    }
    static const QRegularExpression repository(
        u"^((urn:)?air:[\\w:.@+/-]+|civitai:\\d+(@\\d+)?(\\?[\\w=&.-]+)?|hf:(//)?[\\w./@:%-]+"
        "|[\\w.-]+/[\\w.-]+(@[\\w./-]+)?(:[\\w./@-]+)?)$"_s);
    return repository.match(plain).hasMatch() ? DropVerdict{} : refuse(DropRefusal::Text, {});
}

}  // namespace segmoe::ui
