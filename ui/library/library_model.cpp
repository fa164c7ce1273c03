// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/library_model.h"

#include <algorithm>
#include <functional>
#include <utility>

#include <QMimeData>
#include <QUrl>

#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/library/model_text.h"
#include "ui/widgets/mime_kinds.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QString pathOf(const LibraryModel& model) { return pathText(model.facts.path); }

QString detailText(const LibraryModel& model) {
    QStringList parts{architectureOrRole(model.facts)};
    if (model.facts.role != ModelRole::Refused && !model.facts.dtype.empty()) parts << toText(model.facts.dtype);
    if (model.facts.bytes > 0) parts << byteText(model.facts.bytes);
    return parts.join(u" · "_s);
}

QString stateText(const LibraryModel& model) {
    if (model.isMissing) return LibraryListModel::tr("not there");
    if (model.facts.role == ModelRole::Refused) return LibraryListModel::tr("cannot be used");
    if (model.copies > 1) return LibraryListModel::tr("%n copies", "", model.copies);
    return {};
}

QString searchText(const LibraryModel& model) {
    QStringList parts{modelName(model),          toText(model.facts.name),  pathOf(model),
                      toText(model.sha256),      toText(model.autoV3),      toText(model.facts.trigger),
                      toText(model.facts.title), toText(model.facts.author)};
    for (const std::string& tag : model.tags) parts << toText(tag);
    return parts.join(u'\n').toLower();
}

/// How a drag names what a model is for; not translated.
QString dragRole(ModelRole role) {
    switch (role) {
        case ModelRole::Checkpoint: return u"checkpoint"_s;
        case ModelRole::Mixture: return u"mixture"_s;
        case ModelRole::Lora: return u"lora"_s;
        case ModelRole::Vae: return u"vae"_s;
        case ModelRole::TextEncoder: return u"text_encoder"_s;
        case ModelRole::Embedding: return u"embedding"_s;
        case ModelRole::ControlNet: return u"controlnet"_s;
        case ModelRole::Upscaler: return u"upscaler"_s;
        case ModelRole::Other: return u"other"_s;
        case ModelRole::Refused: return u"refused"_s;
    }
    return {};
}

DraggedModel draggedOf(const LibraryModel& model) {
    return {pathOf(model),    toText(model.sha256), toText(model.facts.architecture.name), dragRole(model.facts.role),
            modelName(model), model.facts.bytes};
}

}  // namespace

int LibraryListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_models.size());
}

QVariant LibraryListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const LibraryModel& model = this->model(index.row());
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole: return modelName(model);
        case Qt::ToolTipRole: return pathOf(model);
        case Qt::AccessibleTextRole: return modelName(model) + u", "_s + detailText(model);
        case IdRole: return pathOf(model);
        case ArchitectureRole: return toText(model.facts.architecture.name);
        case KindRole: return static_cast<int>(model.facts.role);
        case BytesRole: return static_cast<qint64>(model.facts.bytes);
        case AddedRole: return static_cast<qint64>(model.added);
        case UsedRole: return static_cast<qint64>(model.lastUsed);
        case MissingRole: return model.isMissing;
        case CopiesRole: return model.copies;
        case HashedRole: return !model.sha256.empty();
        case RootRole: return pathText(model.root);
        case SearchRole: return searchText(model);
        case DetailRole: return detailText(model);
        case StateRole: return stateText(model);
        case PreviewRole: return QVariant::fromValue(model.preview);
        default: return {};
    }
}

Qt::ItemFlags LibraryListModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    if (index.isValid() && !model(index.row()).isMissing) flags |= Qt::ItemIsDragEnabled;
    return flags;
}

QStringList LibraryListModel::mimeTypes() const { return {u"application/x-segmoe-model"_s, u"text/uri-list"_s}; }

QMimeData* LibraryListModel::mimeData(const QModelIndexList& indexes) const {
    QList<DraggedModel> models;
    QList<QUrl> urls;
    for (const QModelIndex& index : indexes) {
        const LibraryModel& model = this->model(index.row());
        models << draggedOf(model);
        urls << QUrl::fromLocalFile(pathOf(model));
    }
    auto* data = new QMimeData;
    writeModels(*data, models);
    data->setUrls(urls);
    return data;
}

void LibraryListModel::merge(const std::vector<LibraryModel>& models) {
    std::vector<const LibraryModel*> fresh;
    for (const LibraryModel& model : models) {
        LibraryModel* known = at(pathOf(model));
        if (!known) {
            fresh.push_back(&model);
        } else if (*known != model) {
            *known = model;
            changed(pathOf(model));
        }
    }
    if (fresh.empty()) return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    for (const LibraryModel* model : fresh) {
        m_rows.insert(pathOf(*model), rowCount());
        m_models.push_back(std::make_unique<LibraryModel>(*model));
    }
    endInsertRows();
}

void LibraryListModel::setSha256(const QString& path, const QString& sha256, const QString& autoV3) {
    LibraryModel* model = at(path);
    if (!model) return;
    const std::string before = std::exchange(model->sha256, sha256.toStdString());
    std::vector<LibraryModel*> alike{model};
    for (const auto& other : m_models)
        if (other.get() != model && !other->sha256.empty() &&
            (other->sha256 == before || other->sha256 == model->sha256))
            alike.push_back(other.get());
    model->autoV3 = autoV3.toStdString();
    std::vector<LibraryModel> counted;
    for (const LibraryModel* one : alike) counted.push_back(*one);
    countCopies(counted);
    for (std::size_t i = 0; i < alike.size(); ++i) {
        if (std::exchange(alike[i]->copies, counted[i].copies) != counted[i].copies || alike[i] == model)
            changed(pathOf(*alike[i]));
    }
}

void LibraryListModel::setAlias(const QString& path, const QString& alias) {
    if (LibraryModel* model = at(path)) {
        model->alias = alias.toStdString();
        changed(path);
    }
}

void LibraryListModel::setTags(const QString& path, const QStringList& tags) {
    if (LibraryModel* model = at(path)) {
        model->tags.clear();
        for (const QString& tag : tags) model->tags.push_back(tag.toStdString());
        changed(path);
    }
}

void LibraryListModel::remove(const QStringList& paths) {
    std::vector<int> rows;
    for (const QString& path : paths)
        if (const auto found = m_rows.constFind(path); found != m_rows.cend()) rows.push_back(*found);
    std::ranges::sort(rows, std::ranges::greater());
    // From the end, neighbours together: what is before them keeps its place.
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const int last = rows[i];
        while (i + 1 < rows.size() && rows[i + 1] == rows[i] - 1) ++i;
        removeRange(rows[i], last);
    }
}

void LibraryListModel::removeRange(int first, int last) {
    beginRemoveRows({}, first, last);
    for (int row = first; row <= last; ++row) m_rows.remove(pathOf(model(row)));
    m_models.erase(m_models.begin() + first, m_models.begin() + last + 1);
    for (int& row : m_rows)
        if (row > last) row -= last - first + 1;
    endRemoveRows();
}

std::vector<LibraryModel> LibraryListModel::models() const {
    std::vector<LibraryModel> models;
    for (const auto& model : m_models) models.push_back(*model);
    return models;
}

const LibraryModel* LibraryListModel::find(const QString& path) const {
    const auto found = m_rows.constFind(path);
    return found == m_rows.cend() ? nullptr : &model(*found);
}

QModelIndex LibraryListModel::indexOf(const QString& path) const {
    const auto found = m_rows.constFind(path);
    return found == m_rows.cend() ? QModelIndex() : index(*found);
}

LibraryModel* LibraryListModel::at(const QString& path) { return const_cast<LibraryModel*>(find(path)); }

void LibraryListModel::changed(const QString& path) {
    const QModelIndex index = indexOf(path);
    Q_EMIT dataChanged(index, index);
}

}  // namespace segmoe::ui
