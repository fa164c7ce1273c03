// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/recent_strip.h"

#include <algorithm>

#include <QMimeData>
#include <QMouseEvent>

#include "ui/bridge/qt_convert.h"
#include "ui/widgets/field.h"
#include "ui/widgets/mime_kinds.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kKept = 12;
constexpr int kStripThumb = 56;

}  // namespace

RecentStrip::RecentStrip(QWidget* parent) : QListWidget(parent) {
    nameControl(this, u"render_recent_strip"_s, tr("Last pictures"),
                tr("The last pictures of this session. Ctrl+click compares, dragging out gives the file."));
    setViewMode(QListView::IconMode);
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setMovement(QListView::Static);
    setIconSize({kStripThumb, kStripThumb});
    setSpacing(2);
    setUniformItemSizes(true);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedHeight(RecentStrip::sizeHint().height());
    hide();
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && row < pictureCount()) Q_EMIT pictureChosen(m_pictures[static_cast<std::size_t>(row)].picture);
    });
}

QSize RecentStrip::sizeHint() const { return {200, kStripThumb + 20}; }

int RecentStrip::rowOf(const PicturePtr& picture) const {
    const auto at = std::ranges::find(m_pictures, picture, &Entry::picture);
    return at == m_pictures.end() ? -1 : static_cast<int>(at - m_pictures.begin());
}

void RecentStrip::add(const PicturePtr& picture) {
    const QPixmap thumb = QPixmap::fromImage(toImage(picture->image.picture))
                              .scaled(kStripThumb * 2, kStripThumb * 2, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QIcon icon(thumb);
    icon.addPixmap(thumb, QIcon::Selected);  // the frame marks the chosen one; its colours must not change
    auto* item = new QListWidgetItem(icon, QString());
    const QString words = tr("Seed %1: %2").arg(picture->image.seed).arg(toText(picture->request.prompt));
    item->setToolTip(words);
    item->setData(Qt::AccessibleTextRole, words);
    item->setSizeHint({kStripThumb + 8, kStripThumb + 8});
    m_pictures.insert(m_pictures.begin(), {picture, {}, false});
    insertItem(0, item);
    while (m_pictures.size() > kKept) {
        m_pictures.pop_back();
        delete takeItem(count() - 1);
    }
    showWhenUseful();
    setCurrentRow(0);
}

// A strip of one picture would only repeat the large view.
void RecentStrip::showWhenUseful() { setVisible(count() > 1 && !m_isLow); }

void RecentStrip::setLow(bool low) {
    m_isLow = low;
    showWhenUseful();
}

void RecentStrip::setFile(const PicturePtr& picture, const QString& file) {
    if (const int row = rowOf(picture); row >= 0) m_pictures[static_cast<std::size_t>(row)].file = file;
}

void RecentStrip::setStarred(const QString& file, bool starred) {
    for (Entry& entry : m_pictures)
        if (entry.file == file) entry.starred = starred;
}

bool RecentStrip::isStarred(const PicturePtr& picture) const {
    const int row = rowOf(picture);
    return row >= 0 && m_pictures[static_cast<std::size_t>(row)].starred;
}

QString RecentStrip::fileOf(const PicturePtr& picture) const {
    const int row = rowOf(picture);
    return row < 0 ? QString() : m_pictures[static_cast<std::size_t>(row)].file;
}

void RecentStrip::remove(const PicturePtr& picture) {
    const int row = rowOf(picture);
    if (row < 0) return;
    m_pictures.erase(m_pictures.begin() + row);
    delete takeItem(row);
    showWhenUseful();
}

PicturePtr RecentStrip::before(const PicturePtr& picture) const {
    const int row = rowOf(picture);
    if (row < 0 || pictureCount() < 2) return nullptr;
    return m_pictures[static_cast<std::size_t>(row + 1 < pictureCount() ? row + 1 : row - 1)].picture;
}

void RecentStrip::mousePressEvent(QMouseEvent* event) {
    const int at = row(itemAt(event->position().toPoint()));
    if ((event->modifiers() & Qt::ControlModifier) && at >= 0) {
        Q_EMIT compareWanted(m_pictures[static_cast<std::size_t>(at)].picture);
        return;
    }
    QListWidget::mousePressEvent(event);
}

QStringList RecentStrip::mimeTypes() const { return {u"text/uri-list"_s, u"application/x-qt-image"_s}; }

QMimeData* RecentStrip::mimeData(const QList<QListWidgetItem*>& items) const {
    if (items.isEmpty()) return nullptr;
    const Entry& entry = m_pictures[static_cast<std::size_t>(row(items.constFirst()))];
    const RenderedImage& image = entry.picture->image;
    if (!m_dragWithMetadata) return pictureData(toImage(image.picture));
    return pictureData(toImage(image.picture), entry.file, toText(image.parameters));
}

}  // namespace segmoe::ui
