// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/name_prompt.h"

#include <QRegularExpression>
#include <QSet>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

/// Words of file names that tell how a model was made, not what it paints.
const QSet<QString>& plainWords() {
    static const QSet<QString> words = {
        u"sd"_s,   u"sdxl"_s,   u"xl"_s,         u"sd15"_s, u"sd21"_s,       u"fp16"_s,  u"fp32"_s,   u"bf16"_s,
        u"half"_s, u"pruned"_s, u"ema"_s,        u"only"_s, u"emaonly"_s,    u"noema"_s, u"safe"_s,   u"vae"_s,
        u"no"_s,   u"baked"_s,  u"bakedvae"_s,   u"fix"_s,  u"full"_s,       u"final"_s, u"model"_s,  u"merge"_s,
        u"mix"_s,  u"base"_s,   u"checkpoint"_s, u"ckpt"_s, u"inpainting"_s, u"unet"_s,  u"stable"_s, u"diffusion"_s};
    return words;
}

QStringList nameWords(QString name) {
    static const QRegularExpression humps(u"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"_s);
    static const QRegularExpression breaks(u"[\\s_\\-+.,()\\[\\]{}]+"_s);
    return name.replace(humps, u" "_s).toLower().split(breaks, Qt::SkipEmptyParts);
}

bool isVersionWord(const QString& word) {
    static const QRegularExpression version(u"^(v|ver|version)?\\d+[a-z]?$|^(v|ver|version)$"_s);
    return version.match(word).hasMatch();
}

}  // namespace

QString namePrompt(const QString& name) {
    const QStringList all = nameWords(name);
    QStringList telling;
    for (const QString& word : all)
        if (!isVersionWord(word) && !plainWords().contains(word)) telling << word;
    return (telling.isEmpty() ? all : telling).join(u' ');
}

QStringList namePrompts(const QStringList& names) {
    QStringList prompts;
    for (const QString& name : names) prompts << namePrompt(name);
    QStringList distinct;
    for (int i = 0; i < names.size(); ++i)
        distinct << (prompts.count(prompts[i]) > 1 ? nameWords(names[i]).join(u' ') : prompts[i]);
    return distinct;
}

}  // namespace segmoe::ui
