// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/model_text.h"

#include <QCoreApplication>

#include "ui/bridge/error_text.h"
#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

class LibraryText {
    Q_DECLARE_TR_FUNCTIONS(LibraryText)
};

}  // namespace

QString architectureOrRole(const ModelFacts& facts) {
    return facts.architecture.name.empty() ? roleText(facts.role) : architectureText(facts);
}

QString roleText(ModelRole role) {
    switch (role) {
        case ModelRole::Checkpoint: return LibraryText::tr("Checkpoint");
        case ModelRole::Mixture: return LibraryText::tr("Mixture");
        case ModelRole::Lora: return LibraryText::tr("LoRA");
        case ModelRole::Vae: return LibraryText::tr("VAE");
        case ModelRole::TextEncoder: return LibraryText::tr("Text encoder");
        case ModelRole::Embedding: return LibraryText::tr("Embedding");
        case ModelRole::ControlNet: return LibraryText::tr("ControlNet");
        case ModelRole::Upscaler: return LibraryText::tr("Upscaler");
        case ModelRole::Other: return LibraryText::tr("Other");
        case ModelRole::Refused: return LibraryText::tr("Refused");
    }
    return {};
}

QString modelName(const LibraryModel& model) { return toText(model.alias.empty() ? model.facts.name : model.alias); }

QString refusalText(const LibraryModel& model) {
    const QString name = modelName(model);
    if (model.isMissing) return LibraryText::tr("“%1” is no longer at its place.").arg(name);
    switch (model.facts.role) {
        case ModelRole::Checkpoint:
            if (model.facts.architecture.inChannels != 4)
                return LibraryText::tr("“%1” is an inpainting or editing model (%2 input channels); the base has 4.")
                    .arg(name)
                    .arg(model.facts.architecture.inChannels);
            return {};
        case ModelRole::Mixture:
            return LibraryText::tr("“%1” is already a mixture. Open it as a recipe instead.").arg(name);
        case ModelRole::Lora: return LibraryText::tr("Drop a LoRA on the card of the model it should change.");
        case ModelRole::Refused:
            if (model.facts.refusal) return errorText(model.facts.refusal->code).sentence;
            return LibraryText::tr("“%1” cannot be read.").arg(name);
        default:
            return LibraryText::tr("“%1” holds only this: %2. It cannot be a base or an expert.")
                .arg(name, roleText(model.facts.role));
    }
}

QString renderRefusalText(const LibraryModel& model) {
    const bool isMixture = model.facts.role == ModelRole::Mixture && !model.isMissing;
    const bool isInpainting =
        model.facts.role == ModelRole::Checkpoint && !model.isMissing && model.facts.architecture.inChannels == 9;
    return isMixture || isInpainting ? QString() : refusalText(model);
}

QStringList usesLines(const ModelUses& uses) {
    constexpr std::size_t kMixes = 8, kPictures = 3;
    QStringList lines;
    for (std::size_t i = 0; i < uses.mixes.size() && i < kMixes; ++i) lines << pathText(uses.mixes[i].filename());
    if (uses.mixes.size() > kMixes)
        lines << LibraryText::tr("and %n more recipe(s)", "", static_cast<int>(uses.mixes.size() - kMixes));
    if (uses.pictureCount == 0) return lines;
    QStringList names;
    for (std::size_t i = 0; i < uses.pictures.size() && i < kPictures; ++i)
        names << pathText(uses.pictures[i].filename());
    if (uses.pictureCount > static_cast<std::int64_t>(names.size())) names << u"…"_s;
    return lines
           << LibraryText::tr("%n picture(s): %1", "", static_cast<int>(uses.pictureCount)).arg(names.join(u", "_s));
}

}  // namespace segmoe::ui
