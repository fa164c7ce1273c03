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
#include "ui/library/known_models.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

/// "Dreamscape_v4.safetensors" and "dreamscape_v4" are one name.
QString plainName(QString name) {
    name = name.toLower();
    for (const QString& suffix : {u".safetensors"_s, u".yaml"_s, u".yml"_s})
        if (name.endsWith(suffix)) name.chop(suffix.size());
    return name.section(u'/', -1);
}

}  // namespace

OwnedModels::OwnedModels(StudioContext& context, QObject* parent)
    : QObject(parent), m_known(new KnownModels(context.engine.library(), this)) {
    for (const QString& model : context.settings.recentModels()) addPath(model);
    const auto takeStarter = [this](const EngineFacts& facts) {
        const StarterKit kit = readStarterKit(facts.starterFolder);
        addPath(kit.recipe);
        for (const QString& part : kit.parts) addPath(part);
        Q_EMIT changed();
    };
    takeStarter(context.engine.knownFacts());
    connect(&context.engine, &EngineClient::ready, this, takeStarter);
    connect(m_known, &KnownModels::changed, this, &OwnedModels::changed);
    context.engine.library().load(context.settings.dataFolder());
}

void OwnedModels::addPath(const QString& path) {
    if (!path.isEmpty()) m_names.insert(plainName(QFileInfo(path).fileName()));
}

bool OwnedModels::isKnown() const { return m_known->isKnown(); }

bool OwnedModels::has(const NamedModel& model) const {
    if (!m_known->find(model).isEmpty()) return true;
    return m_names.contains(plainName(toText(model.name)));
}

std::vector<NamedModel> OwnedModels::missingIn(const PictureSettings& settings) const {
    std::vector<NamedModel> missing;
    if (!isKnown()) return missing;
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
