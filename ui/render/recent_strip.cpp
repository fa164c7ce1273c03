// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/recent_strip.h"

#include <QScrollBar>

#include "ui/bridge/qt_convert.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kKept = 12;
constexpr int kThumb = 56;

}  // namespace

RecentStrip::RecentStrip(QWidget* parent) : QListWidget(parent) {
    nameControl(this, u"render_recent_list"_s, tr("Last pictures"), tr("The last pictures of this session."));
    setViewMode(QListView::IconMode);
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setMovement(QListView::Static);
    setIconSize({kThumb, kThumb});
    setSpacing(2);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedHeight(RecentStrip::sizeHint().height());
    hide();
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && row < static_cast<int>(m_pictures.size()))
            Q_EMIT pictureChosen(m_pictures[static_cast<std::size_t>(row)]);
    });
}

QSize RecentStrip::sizeHint() const { return {200, kThumb + 20}; }

void RecentStrip::add(std::shared_ptr<const FinishedPicture> picture) {
    const QPixmap thumb = QPixmap::fromImage(toImage(picture->image.picture))
                              .scaled(kThumb * 2, kThumb * 2, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QIcon icon(thumb);
    icon.addPixmap(thumb, QIcon::Selected);  // the frame marks the chosen one; its colours must not change
    auto* item = new QListWidgetItem(icon, QString());
    const QString words = tr("Seed %1: %2").arg(picture->image.seed).arg(toText(picture->request.prompt));
    item->setToolTip(words);
    item->setData(Qt::AccessibleTextRole, words);
    item->setSizeHint({kThumb + 8, kThumb + 8});
    m_pictures.insert(m_pictures.begin(), std::move(picture));
    insertItem(0, item);
    while (m_pictures.size() > kKept) {
        m_pictures.pop_back();
        delete takeItem(count() - 1);
    }
    // A strip of one picture would only repeat the large view.
    setVisible(count() > 1);
    setCurrentRow(0);
}

}  // namespace segmoe::ui
