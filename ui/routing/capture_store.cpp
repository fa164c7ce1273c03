// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/capture_store.h"

#include <algorithm>

#include <QFileInfo>
#include <QIcon>
#include <QPixmap>

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

namespace {

constexpr int kCaptureThumb = 32;

}  // namespace

CaptureStore::CaptureStore(QObject* parent) : QAbstractListModel(parent) {}

CapturePtr CaptureStore::add(Capture capture) {
    if (capture.id.isEmpty()) capture.id = QStringLiteral("capture-%1").arg(++m_lastId);
    if (!capture.made.isValid()) capture.made = QDateTime::currentDateTime();
    const auto made = std::make_shared<const Capture>(std::move(capture));
    m_singleModel.clear();
    const auto known = std::ranges::find(m_captures, made->id, &Capture::id);
    if (known != m_captures.end()) {
        const auto row = static_cast<int>(known - m_captures.begin());
        *known = made;
        Q_EMIT dataChanged(index(row), index(row));
    } else {
        beginInsertRows({}, 0, 0);
        m_captures.push_front(made);
        endInsertRows();
        dropSurplus();
    }
    Q_EMIT changed();
    return made;
}

CapturePtr CaptureStore::find(const QString& id) const {
    const auto found = std::ranges::find(m_captures, id, &Capture::id);
    return found == m_captures.end() ? nullptr : *found;
}

std::vector<CapturePtr> CaptureStore::ofSameJob(const Capture& capture) const {
    std::vector<CapturePtr> same;
    for (const CapturePtr& each : m_captures)
        if (each->id == capture.id || (!capture.jobKey.isEmpty() && each->jobKey == capture.jobKey))
            same.push_back(each);
    std::ranges::sort(same, {}, &Capture::imageIndex);
    return same;
}

void CaptureStore::setLimits(int captures, qint64 bytes) {
    m_limit = std::max(1, captures);
    m_byteLimit = bytes;
    dropSurplus();
    Q_EMIT changed();
}

void CaptureStore::setShown(const QStringList& ids) { m_shown = ids; }

void CaptureStore::setSingleModel(const QString& model) {
    m_singleModel = model;
    Q_EMIT changed();
}

void CaptureStore::setMix(const MixRecipe& recipe) {
    if (m_mix == recipe) return;
    m_mix = recipe;
    Q_EMIT mixChanged();
}

bool CaptureStore::isStale(const Capture& capture) const {
    if (!capture.file.isEmpty()) return false;  // a file stands for itself
    if (const auto& recipe = capture.request.recipe) return m_mix && m_mix->name == recipe->name && *m_mix != *recipe;
    const QFileInfo file(toText(capture.request.model));
    return file.isFile() && file.lastModified() > capture.made;
}

void CaptureStore::dropSurplus() {
    qint64 bytes = 0;
    int count = 0;
    for (std::size_t row = 0; row < m_captures.size();) {
        const Capture& capture = *m_captures[row];
        bytes += captureBytes(capture);
        ++count;
        const bool surplus = count > m_limit || bytes > m_byteLimit;
        if (!surplus || row == 0 || !capture.file.isEmpty() || m_shown.contains(capture.id)) {
            ++row;
            continue;
        }
        bytes -= captureBytes(capture);
        --count;
        beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
        m_captures.erase(m_captures.begin() + static_cast<std::ptrdiff_t>(row));
        endRemoveRows();
        ++m_dropped;
    }
}

int CaptureStore::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_captures.size());
}

QVariant CaptureStore::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Capture& capture = *m_captures[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole: return capture.title;
        case Qt::DecorationRole:
            return QIcon(QPixmap::fromImage(
                toImage(capture.image.picture)
                    .scaled(kCaptureThumb, kCaptureThumb, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
        case IdRole: return capture.id;
        case Qt::ToolTipRole:
            return tr("%1, %n step(s), %2", "", capture.trace().steps)
                .arg(capture.title, capture.file.isEmpty() ? tr("in memory") : capture.file);
        default: return {};
    }
}

}  // namespace segmoe::ui
