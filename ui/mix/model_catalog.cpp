// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/model_catalog.h"

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
            {}};
}

}  // namespace

ModelCatalog::ModelCatalog(MixClient& client, QObject* parent) : QObject(parent), m_client(client) {
    connect(&client, &MixClient::found, this, &ModelCatalog::take);
    connect(&client, &MixClient::loraFitted, this, [this](const QString& lora, const QString&, const LoraFit& fit) {
        for (const auto& [source, info] : m_infos) {
            if (pathText(info.facts.path) != lora) continue;
            m_misses[source] = {fit.unplaced, fit.parts};
            Q_EMIT changed(source);
        }
    });
}

void ModelCatalog::setFolder(const QString& folder) {
    if (folder == m_folder) return;
    m_folder = folder;
    std::erase_if(m_infos, [](const auto& entry) { return !QFileInfo(entry.first).isAbsolute(); });
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
        facts.role == ModelRole::Refused ? SourceInfo::State::Refused : SourceInfo::State::Ok, facts, {}};
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

void ModelCatalog::take(const QString& source, const QString& folder, const SourceAnswer& answer) {
    if (folder != m_folder && !QFileInfo(source).isAbsolute()) return;
    const std::optional<int> arriving = m_infos[source].arriving;
    m_infos[source] = infoFrom(answer);
    if (answer.isRemote) m_infos[source].arriving = arriving;
    Q_EMIT changed(source);
}

void ModelCatalog::wantFit(const QString& lora, const QString& model) {
    const SourceInfo &loraInfo = info(lora), &modelInfo = info(model);
    if (loraInfo.state != SourceInfo::State::Ok || modelInfo.state != SourceInfo::State::Ok) return;
    if (!m_fitsAsked.emplace(lora, model).second) return;
    m_client.fitLora(pathText(loraInfo.facts.path), pathText(modelInfo.facts.path));
}

}  // namespace segmoe::ui
