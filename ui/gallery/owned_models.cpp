// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/gallery/owned_models.h"

#include <algorithm>

#include <QFileInfo>

#include "ui/bridge/engine_client.h"
#include "ui/bridge/library_client.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/settings.h"
#include "ui/bridge/starter_kit.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kDigits = 10;  ///< of a digest, as pictures give them

/// "Dreamscape_v4.safetensors" and "dreamscape_v4" are one name.
QString plainName(QString name) {
    name = name.toLower();
    for (const QString& suffix : {u".safetensors"_s, u".yaml"_s, u".yml"_s})
        if (name.endsWith(suffix)) name.chop(suffix.size());
    return name.section(u'/', -1);
}

}  // namespace

OwnedModels::OwnedModels(StudioContext& context, QObject* parent) : QObject(parent) {
    for (const QString& model : context.settings.recentModels()) addPath(model);
    const auto takeStarter = [this](const EngineFacts& facts) {
        const StarterKit kit = readStarterKit(facts.starterFolder);
        addPath(kit.recipe);
        for (const QString& part : kit.parts) addPath(part);
        Q_EMIT changed();
    };
    takeStarter(context.engine.knownFacts());
    connect(&context.engine, &EngineClient::ready, this, takeStarter);
    LibraryClient& library = context.engine.library();
    connect(&library, &LibraryClient::loaded, this, [this](const LibraryContent& content) {
        m_isKnown = true;
        take(content.models);
    });
    connect(&library, &LibraryClient::modelsChanged, this, &OwnedModels::take);
    connect(&library, &LibraryClient::modelsFound, this, &OwnedModels::take);
    connect(&library, &LibraryClient::hashed, this,
            [this](const QString&, const QString& sha256, const QString& autoV3) {
                addDigest(sha256);
                addDigest(autoV3);
                Q_EMIT changed();
            });
    library.load(context.settings.dataFolder());
}

void OwnedModels::addPath(const QString& path) {
    if (!path.isEmpty()) m_names.insert(plainName(QFileInfo(path).fileName()));
}

void OwnedModels::addDigest(const QString& digest) {
    if (digest.size() >= kDigits) m_digests.insert(digest.left(kDigits).toLower());
}

void OwnedModels::take(const std::vector<LibraryModel>& models) {
    for (const LibraryModel& model : models) {
        if (model.isMissing) continue;
        addPath(pathText(model.facts.path));
        if (!model.alias.empty()) m_names.insert(plainName(toText(model.alias)));
        addDigest(toText(model.sha256));
        addDigest(toText(model.autoV3));
    }
    Q_EMIT changed();
}

bool OwnedModels::has(const NamedModel& model) const {
    const QString digest = toText(model.hash).left(kDigits).toLower();
    if (digest.size() == kDigits && m_digests.contains(digest)) return true;
    return m_names.contains(plainName(toText(model.name)));
}

std::vector<NamedModel> OwnedModels::missingIn(const PictureSettings& settings) const {
    std::vector<NamedModel> missing;
    if (!m_isKnown) return missing;
    const auto isExpert = [](const NamedModel& model) { return model.role == NamedModel::Role::Expert; };
    const bool isMixture = std::ranges::any_of(settings.models, isExpert);
    for (const NamedModel& model : settings.models) {
        // The name of a mixture is no file, and other programs have words like "Automatic" for a VAE.
        const bool isFile = isExpert(model) || model.role == NamedModel::Role::Base ||
                            model.role == NamedModel::Role::Lora ||
                            (model.role == NamedModel::Role::Model && !isMixture);
        if (isFile && !model.name.empty() && !has(model)) missing.push_back(model);
    }
    return missing;
}

}  // namespace segmoe::ui
