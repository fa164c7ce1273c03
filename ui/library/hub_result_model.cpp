// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/hub_result_model.h"

#include <algorithm>

#include <QMimeData>

#include "ui/bridge/qt_convert.h"
#include "ui/library/hub_text.h"
#include "ui/widgets/mime_kinds.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QString titleOf(const HubRow& row) {
    const QString name = toText(row.name);
    return row.version.empty() ? name : name + u" "_s + toText(row.version);
}

/// So coarse that nothing can be made out, and smooth.
QImage blurred(const QImage& picture) {
    constexpr int kCoarse = 5;
    return picture.scaled(kCoarse, kCoarse, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(96, 96, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QString dragRole(const HubRow& row) {
    const QString kind = toText(row.kind).toLower();
    if (kind == "lora"_L1 || kind == "locon"_L1 || kind == "dora"_L1) return u"lora"_s;
    return kind == "vae"_L1 ? u"vae"_s : u"checkpoint"_s;
}

/// As the headers of files on this disk call it.
QString dragArchitecture(const HubRow& row) {
    if (row.architecture == "sdxl") return u"SDXL"_s;
    if (row.architecture == "sd1") return u"SD1.x"_s;
    return row.architecture == "sd2" ? u"SD2.x"_s : QString();
}

}  // namespace

DraggedModel draggedOf(const HubRow& row) {
    return {.ref = toText(row.reference),
            .sha256 = toText(row.sha256),
            .architecture = dragArchitecture(row),
            .role = dragRole(row),
            .name = titleOf(row),
            .bytes = static_cast<qint64>(row.bytes)};
}

int HubResultModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant HubResultModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const HubRow& own = row(index.row());
    const auto badge = [&] { return badgeOf(own, m_situation); };
    switch (role) {
        case Qt::DisplayRole: return titleOf(own);
        case Qt::ToolTipRole: {
            const QString reason = badge().reason;
            return reason.isEmpty() ? toText(own.page) : toText(own.page) + u'\n' + reason;
        }
        case Qt::AccessibleTextRole: {
            const HubBadge known = badge();
            QStringList parts{titleOf(own), hubRowLine(own), known.text};
            if (!known.reason.isEmpty()) parts << known.reason;
            return parts.join(u", "_s);
        }
        case IdRole: return toText(own.reference);
        case LineRole: return hubRowLine(own);
        case ReasonRole: return badge().reason;
        case ButtonRole: return badge().text;
        case ToneRole: return static_cast<int>(badge().tone);
        case ActRole: return static_cast<int>(badge().act);
        case DimmedRole:
            return own.state == HubState::PickleOnly || own.state == HubState::NothingUsable ||
                   own.state == HubState::Archived;
        case PreviewRole: return previewOf(own);
        case HiddenPreviewRole: return own.preview.isMature && m_mature == MaturePreviews::Hidden;
        case AuthorRole: return toText(own.author);
        default: return {};
    }
}

Qt::ItemFlags HubResultModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    const bool isUsable = index.isValid() && row(index.row()).state != HubState::PickleOnly &&
                          row(index.row()).state != HubState::NothingUsable &&
                          row(index.row()).state != HubState::Archived;
    return isUsable ? flags | Qt::ItemIsDragEnabled : flags;
}

QStringList HubResultModel::mimeTypes() const { return {u"application/x-segmoe-model"_s, u"text/uri-list"_s}; }

QMimeData* HubResultModel::mimeData(const QModelIndexList& indexes) const {
    QList<DraggedModel> models;
    for (const QModelIndex& index : indexes) {
        DraggedModel model = draggedOf(row(index.row()));
        // what is here already is used from where it is
        if (const QString here = sourceOf(row(index.row()), m_situation); !here.isEmpty()) model.ref = here;
        models << model;
    }
    auto* data = new QMimeData;
    writeModels(*data, models);
    return data;
}

bool HubResultModel::isShown(const HubRow& row) const {
    return !m_onlyUsable || (row.state != HubState::PickleOnly && row.state != HubState::NothingUsable &&
                             row.state != HubState::Archived);
}

void HubResultModel::show() {
    m_shown.clear();
    for (std::size_t i = 0; i < m_all.size(); ++i)
        if (isShown(m_all[i])) m_shown.push_back(i);
}

void HubResultModel::reset(std::vector<HubRow> rows) {
    beginResetModel();
    m_all = std::move(rows);
    show();
    endResetModel();
}

void HubResultModel::append(const std::vector<HubRow>& rows) {
    std::vector<std::size_t> fresh;
    for (const HubRow& row : rows) {
        // lists move on while somebody reads them: the same model may come twice
        const bool isKnown = std::ranges::find(m_all, row.reference, &HubRow::reference) != m_all.end();
        if (isKnown) continue;
        if (isShown(row)) fresh.push_back(m_all.size());
        m_all.push_back(row);
    }
    if (fresh.empty()) return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    m_shown.insert(m_shown.end(), fresh.begin(), fresh.end());
    endInsertRows();
}

void HubResultModel::refine(const HubRow& known) {
    const QModelIndex index = indexOf(toText(known.reference));
    if (!index.isValid()) return;
    HubRow& own = m_all[m_shown[static_cast<std::size_t>(index.row())]];
    own.bytes = known.bytes;
    if (!known.precision.empty()) own.precision = known.precision;
    own.presence = known.presence;
    own.place = known.place;
    Q_EMIT dataChanged(index, index);
}

void HubResultModel::setOnlyUsable(bool only) {
    if (m_onlyUsable == only) return;
    beginResetModel();
    m_onlyUsable = only;
    show();
    endResetModel();
}

void HubResultModel::setSituation(const HubSituation& situation) {
    m_situation = situation;
    if (rowCount() > 0) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void HubResultModel::setMaturePreviews(MaturePreviews mode) {
    m_mature = mode;
    if (rowCount() > 0) Q_EMIT dataChanged(index(0), index(rowCount() - 1), {PreviewRole, HiddenPreviewRole});
}

void HubResultModel::setPreview(const QString& address, const QImage& picture) {
    constexpr qsizetype kMost = 400;
    if (m_previews.size() >= kMost) {
        m_previews.clear();
        m_blurred.clear();
    }
    m_previews.insert(address, picture);
    m_blurred.insert(address, picture.isNull() ? picture : blurred(picture));
    for (int i = 0; i < rowCount(); ++i)
        if (toText(row(i).preview.address) == address) Q_EMIT dataChanged(index(i), index(i), {PreviewRole});
}

QModelIndex HubResultModel::indexOf(const QString& reference) const {
    for (int i = 0; i < rowCount(); ++i)
        if (toText(row(i).reference) == reference) return index(i);
    return {};
}

QString HubResultModel::missingPreview(int index) const {
    const HubPreview& preview = row(index).preview;
    if (preview.isMature && m_mature == MaturePreviews::Hidden) return {};
    const QString address = toText(preview.address);
    return m_previews.contains(address) ? QString() : address;
}

QImage HubResultModel::previewOf(const HubRow& row) const {
    const QString address = toText(row.preview.address);
    if (!row.preview.isMature || m_mature == MaturePreviews::Shown) return m_previews.value(address);
    return m_mature == MaturePreviews::Blurred ? m_blurred.value(address) : QImage();
}

}  // namespace segmoe::ui
