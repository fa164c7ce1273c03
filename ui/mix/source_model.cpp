// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/source_model.h"

#include <algorithm>

#include <QMimeData>

#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/mix/drop_refusal.h"
#include "ui/mix/mix_state.h"
#include "ui/widgets/mime_kinds.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

SourceModel::SourceModel(ModelCatalog& catalog, QObject* parent) : QAbstractListModel(parent), m_catalog(catalog) {
    connect(&catalog, &ModelCatalog::changed, this, [this](const QString& source) {
        if (source == m_base && !m_sources.isEmpty())
            Q_EMIT dataChanged(index(0), index(static_cast<int>(m_sources.size()) - 1));
        else if (const auto row = static_cast<int>(m_sources.indexOf(source)); row >= 0)
            Q_EMIT dataChanged(index(row), index(row));
    });
}

void SourceModel::setSources(const QStringList& sources) {
    if (sources == m_sources) return;
    beginResetModel();
    m_sources = sources;
    endResetModel();
    for (const QString& source : sources)
        if (m_catalog.info(source).state == SourceInfo::State::Unknown) m_catalog.want(source);
}

void SourceModel::setBase(const QString& source) {
    if (source == m_base) return;
    m_base = source;
    if (!m_sources.isEmpty()) Q_EMIT dataChanged(index(0), index(static_cast<int>(m_sources.size()) - 1));
}

int SourceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_sources.size());
}

bool SourceModel::fits(const SourceInfo& info) const {
    const SourceInfo& base = m_catalog.info(m_base);
    if (base.state != SourceInfo::State::Ok || info.state != SourceInfo::State::Ok) return true;
    if (info.facts.role == ModelRole::Lora)
        return info.facts.architecture.family == ModelFamily::Custom ||
               info.facts.architecture.family == base.facts.architecture.family;
    return info.facts.role == ModelRole::Checkpoint && isMixable(base.facts, info.facts);
}

QString SourceModel::titleOf(const QString& source) const {
    const QString& alias = m_catalog.note(source).alias;
    return alias.isEmpty() ? sourceStem(source) : alias;
}

QVariant SourceModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_sources.size()) return {};
    const QString& source = m_sources[index.row()];
    const SourceInfo& info = m_catalog.info(source);
    const bool isKnown = info.state == SourceInfo::State::Ok;
    switch (role) {
        case Qt::DisplayRole: return titleOf(source);
        case Qt::ToolTipRole:
        case ReasonRole: {
            const ModelFacts* base =
                m_catalog.info(m_base).state == SourceInfo::State::Ok ? &m_catalog.info(m_base).facts : nullptr;
            const bool isLora = isKnown && info.facts.role == ModelRole::Lora;
            const DropVerdict verdict =
                isKnown ? judgeModel(info.facts, {isLora ? DropPlace::Card : DropPlace::Experts, base, 0})
                        : DropVerdict{};
            if (role == ReasonRole) return verdict.sentence;
            return verdict.sentence.isEmpty() ? source : source + u'\n' + verdict.sentence;
        }
        case Qt::AccessibleTextRole: return tr("%1, %2").arg(titleOf(source), data(index, DetailRole).toString());
        case RefRole: return source;
        case WordsRole:
            return (source + u'\n' + toText(info.facts.trigger)).toLower() + u'\n' + m_catalog.note(source).words;
        case ArchRole: return isKnown ? architectureText(info.facts) : QString();
        case DetailRole:
            if (!isKnown) return infoLine(source, info);
            return (info.facts.role == ModelRole::Lora ? tr("LoRA %1  %2  %3") : tr("%1  %2  %3"))
                .arg(architectureText(info.facts), byteText(info.facts.bytes), toText(info.facts.dtype));
        case FitsRole: return fits(info);
        case IsLoraRole: return isKnown && info.facts.role == ModelRole::Lora;
        case IsUsableRole:
            return isKnown && (info.facts.role == ModelRole::Checkpoint || info.facts.role == ModelRole::Lora);
        default: return {};
    }
}

Qt::ItemFlags SourceModel::flags(const QModelIndex& index) const {
    return QAbstractListModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList SourceModel::mimeTypes() const { return {u"application/x-segmoe-model"_s, u"text/uri-list"_s}; }

QMimeData* SourceModel::mimeData(const QModelIndexList& indexes) const {
    QList<DraggedModel> models;
    for (const QModelIndex& row : indexes) {
        const QString source = data(row, RefRole).toString();
        const ModelFacts& facts = m_catalog.info(source).facts;
        const std::string_view role = modelRoleName(facts.role);
        models << DraggedModel{source, {}, architectureText(facts), toText(role), sourceStem(source), facts.bytes};
    }
    auto* data = new QMimeData;
    writeModels(*data, models);
    return data;
}

void SourceFilter::setText(const QString& text) {
    m_words = text.toLower().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void SourceFilter::setKind(Kind kind) {
    m_kind = kind;
    invalidateFilter();
}

void SourceFilter::setFitOnly(bool fitOnly) {
    m_fitOnly = fitOnly;
    invalidateFilter();
}

bool SourceFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_fitOnly && !index.data(SourceModel::FitsRole).toBool()) return false;
    const bool isLora = index.data(SourceModel::IsLoraRole).toBool();
    if ((m_kind == Checkpoints && isLora) || (m_kind == Loras && !isLora)) return false;
    const QString words = m_words.isEmpty() ? QString() : index.data(SourceModel::WordsRole).toString();
    return std::ranges::all_of(m_words, [&](const QString& word) { return words.contains(word); });
}

}  // namespace segmoe::ui
