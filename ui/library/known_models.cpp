// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/known_models.h"

#include <algorithm>

#include <QSet>

#include "ui/bridge/library_client.h"
#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLeastDigits = 8;  // of a digest, the shortest that programs write

}  // namespace

QString plainModelName(const QString& name) {
    return name.toLower().replace(u'_', u' ').replace(u'-', u' ').simplified();
}

KnownModels::KnownModels(LibraryClient& library, QObject* parent) : QObject(parent) {
    connect(&library, &LibraryClient::loaded, this, [this] {
        m_isKnown = true;
        Q_EMIT changed();
    });
    connect(&library, &LibraryClient::modelsFound, this, &KnownModels::merge);
    connect(&library, &LibraryClient::modelsGone, this, &KnownModels::remove);
    connect(&library, &LibraryClient::hashed, this, &KnownModels::setDigests);
    connect(&library, &LibraryClient::trashed, this, [this](const QString& path) { remove({path}); });
}

KnownModels::Model KnownModels::entryOf(const LibraryModel& model) {
    return {pathText(model.facts.path),          plainModelName(toText(model.facts.name)),
            plainModelName(toText(model.alias)), toText(model.sha256).toLower(),
            toText(model.autoV3).toLower(),      model.facts.role};
}

void KnownModels::merge(const std::vector<LibraryModel>& models) {
    QSet<QString> told;
    for (const LibraryModel& model : models) told.insert(pathText(model.facts.path));
    std::erase_if(m_models, [&told](const Model& known) { return told.contains(known.path); });
    for (const LibraryModel& model : models)
        if (!model.isMissing && model.facts.role != ModelRole::Refused) m_models.push_back(entryOf(model));
    std::ranges::stable_sort(m_models, {}, &Model::name);
    Q_EMIT changed();
}

void KnownModels::setDigests(const QString& path, const QString& sha256, const QString& autoV3) {
    const auto known = std::ranges::find(m_models, path, &Model::path);
    if (known == m_models.end()) return;
    known->sha256 = sha256.toLower();
    known->autoV3 = autoV3.toLower();
    Q_EMIT changed();
}

void KnownModels::remove(const QStringList& paths) {
    const QSet<QString> gone(paths.begin(), paths.end());
    if (std::erase_if(m_models, [&](const Model& model) { return gone.contains(model.path); }) > 0) Q_EMIT changed();
}

bool KnownModels::serves(ModelRole role, NamedModel::Role as) {
    switch (as) {
        case NamedModel::Role::Model:
        case NamedModel::Role::Base:
        case NamedModel::Role::Expert: return role == ModelRole::Checkpoint || role == ModelRole::Mixture;
        case NamedModel::Role::Lora: return role == ModelRole::Lora;
        case NamedModel::Role::Vae: return role == ModelRole::Vae;
        case NamedModel::Role::Embedding: return role == ModelRole::Embedding;
    }
    return false;
}

QString KnownModels::find(const NamedModel& wanted) const {
    const QString digest = toText(wanted.hash).toLower();
    if (digest.size() >= kLeastDigits)
        for (const Model& model : m_models)
            if (serves(model.role, wanted.role) && (model.sha256.startsWith(digest) || model.autoV3.startsWith(digest)))
                return model.path;
    QString name = toText(wanted.name).section(u'/', -1);
    if (name.endsWith(".safetensors"_L1, Qt::CaseInsensitive)) name.chop(12);
    name = plainModelName(name);
    if (name.isEmpty()) return {};
    for (const Model& model : m_models)
        if (serves(model.role, wanted.role) && (model.name == name || model.alias == name)) return model.path;
    return {};
}

QStringList KnownModels::paths(ModelRole role) const {
    QStringList paths;
    for (const Model& model : m_models)
        if (model.role == role || (role == ModelRole::Checkpoint && model.role == ModelRole::Mixture))
            paths << model.path;
    return paths;
}

}  // namespace segmoe::ui
