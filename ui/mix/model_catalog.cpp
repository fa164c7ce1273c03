// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/model_catalog.h"

#include <utility>

#include <QFileInfo>

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

namespace {

SourceInfo infoFrom(const SourceAnswer& answer) {
    using State = SourceInfo::State;
    const bool isRefused = answer.facts.role == ModelRole::Refused;
    return {answer.isRemote    ? State::Remote
            : answer.isMissing ? State::Missing
            : isRefused        ? State::Refused
                               : State::Ok,
            answer.facts,
            {},
            false};
}

}  // namespace

ModelCatalog::ModelCatalog(MixClient& client, QObject* parent) : QObject(parent), m_client(client) {
    connect(&client, &MixClient::found, this, &ModelCatalog::take);
    connect(&client, &MixClient::loraFitted, this, &ModelCatalog::takeFit);
}

void ModelCatalog::setFolder(const QString& folder) {
    if (folder == m_folder) return;
    m_folder = folder;
    m_rechecking.clear();  // what is on its way is taken as news
    const auto isRelative = [](const QString& source) { return !QFileInfo(source).isAbsolute(); };
    const auto namesRelative = [&](const std::pair<QString, QString>& fit) {
        return isRelative(fit.first) || isRelative(fit.second);
    };
    std::erase_if(m_infos, [&](const auto& entry) { return isRelative(entry.first); });
    std::erase_if(m_fitsAsked, namesRelative);
    std::erase_if(m_fits, [&](const auto& entry) { return namesRelative(entry.first); });
}

void ModelCatalog::want(const QString& source) {
    if (source.isEmpty()) return;
    // What an index says may be old: it is shown until the header has been read.
    if (m_learnt.erase(source) > 0) return m_client.lookUp(source, m_folder);
    if (!m_infos.contains(source)) refresh(source);
}

void ModelCatalog::learn(const QString& source, const ModelFacts& facts, const SourceNote& note) {
    m_notes[source] = note;
    if (m_infos.contains(source) && !m_learnt.contains(source)) return;
    m_learnt.insert(source);
    m_infos[source] = {
        facts.role == ModelRole::Refused ? SourceInfo::State::Refused : SourceInfo::State::Ok, facts, {}, false};
}

const SourceNote& ModelCatalog::note(const QString& source) const {
    static const SourceNote none;
    const auto found = m_notes.find(source);
    return found == m_notes.end() ? none : found->second;
}

void ModelCatalog::refresh(const QString& source) {
    if (source.isEmpty()) return;
    m_infos[source].state = SourceInfo::State::Checking;
    m_client.lookUp(source, m_folder);
}

QStringList ModelCatalog::remoteSources() const {
    QStringList sources;
    for (const auto& [source, info] : m_infos)
        if (info.state == SourceInfo::State::Remote) sources << source;
    return sources;
}

void ModelCatalog::setArriving(const QString& source, std::optional<int> percent) {
    const auto found = m_infos.find(source);
    if (found == m_infos.end() || found->second.arriving == percent) return;
    found->second.arriving = percent;
    Q_EMIT changed(source);
}

void ModelCatalog::recheck(const QStringList& sources) {
    for (const QString& source : sources) {
        const SourceInfo::State state = info(source).state;
        const bool isKnown =
            state == SourceInfo::State::Missing || (state == SourceInfo::State::Ok && !m_learnt.contains(source));
        if (isKnown && m_rechecking.insert(source).second) m_client.lookUp(source, m_folder);
    }
}

void ModelCatalog::useChanged(const QString& source) {
    QStringList changedOnes;
    for (const auto& [name, info] : m_infos)
        if (info.isChanged && (source.isEmpty() || source == name)) changedOnes << name;
    for (const QString& name : changedOnes) {
        std::erase_if(m_fitsAsked, [&](const auto& fit) { return fit.first == name || fit.second == name; });
        refresh(name);
        Q_EMIT replacedOnDisk(name);
    }
}

void ModelCatalog::take(const QString& source, const QString& folder, const SourceAnswer& answer) {
    if (folder != m_folder && !QFileInfo(source).isAbsolute()) return;
    SourceInfo& known = m_infos[source];
    const bool isRecheck = m_rechecking.erase(source) > 0 && known.state == SourceInfo::State::Ok;
    if (isRecheck && !answer.isMissing && !answer.isRemote) {
        const quint64 before = m_stamps[source];
        const bool isChanged = before != 0 && answer.stamp != before;
        if (std::exchange(known.isChanged, isChanged) != isChanged) Q_EMIT changed(source);
        return;
    }
    if (known.state == SourceInfo::State::Missing && answer.isMissing) return;
    const std::optional<int> arriving = known.arriving;
    known = infoFrom(answer);
    m_stamps[source] = answer.stamp;
    if (answer.isRemote) known.arriving = arriving;
    Q_EMIT changed(source);
}

void ModelCatalog::wantFit(const QString& lora, const QString& model) {
    const SourceInfo &loraInfo = info(lora), &modelInfo = info(model);
    if (loraInfo.state != SourceInfo::State::Ok || modelInfo.state != SourceInfo::State::Ok) return;
    if (!m_fitsAsked.emplace(lora, model).second) return;
    m_client.fitLora(pathText(loraInfo.facts.path), pathText(modelInfo.facts.path));
}

/// The answer names files; several sources may mean the same one.
void ModelCatalog::takeFit(const QString& lora, const QString& model, const LoraFit& fit) {
    const auto isOf = [this](const QString& source, const QString& path) {
        return pathText(info(source).facts.path) == path;
    };
    QStringList told;
    for (const auto& [loraSource, modelSource] : m_fitsAsked) {
        if (!isOf(loraSource, lora) || !isOf(modelSource, model)) continue;
        m_fits[{loraSource, modelSource}] = fit;
        told << loraSource;
    }
    for (const QString& source : told) Q_EMIT changed(source);
}

}  // namespace segmoe::ui
