// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/gallery/gallery_viewer.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/field.h"
#include "ui/widgets/image_view.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

GalleryViewer::GalleryViewer(Theme& theme, PictureClient& pictures, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_pictures(pictures),
      m_view(new ImageView(theme)),
      m_name(new ElidedLabel),
      m_place(new QLabel),
      m_star(new QToolButton) {
    setObjectName(u"gallery_viewer"_s);
    m_view->setObjectName(u"gallery_viewer_view"_s);
    m_view->setAccessibleName(tr("Picture"));
    m_view->installEventFilter(this);
    m_place->setProperty("role", u"secondary"_s);
    auto* back = new QPushButton(tr("Back"));
    nameControl(back, u"gallery_viewer_back_button"_s, tr("Back"), tr("Back to all pictures (Esc)"));
    theme.bindIcon(back, u"chevron-left"_s);
    const auto tool = [&](const QString& name, const QString& icon, const QString& text, const QString& tip) {
        auto* button = new QToolButton;
        nameControl(button, u"gallery_viewer_%1_button"_s.arg(name), text, tip);
        theme.bindIcon(button, icon);
        return button;
    };
    auto* previous = tool(u"previous"_s, u"chevron-left"_s, tr("Previous"), tr("Previous picture (Left)"));
    auto* next = tool(u"next"_s, u"chevron-right"_s, tr("Next"), tr("Next picture (Right)"));
    auto* panel = tool(u"panel"_s, u"info"_s, tr("Details"), tr("Show or hide how it was made (I)"));
    nameControl(m_star, u"gallery_viewer_star_button"_s, tr("Star"), tr("Star (.)"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    row->addWidget(back);
    row->addWidget(m_name, 1);
    row->addWidget(m_place);
    for (QToolButton* button : {previous, next, m_star, panel}) row->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_view, 1);

    connect(&theme, &Theme::changed, this, [this] { setStar(m_isStarred); });
    connect(back, &QPushButton::clicked, this, &GalleryViewer::closed);
    connect(previous, &QToolButton::clicked, this, [this] { Q_EMIT stepped(-1); });
    connect(next, &QToolButton::clicked, this, [this] { Q_EMIT stepped(1); });
    connect(m_star, &QToolButton::clicked, this, &GalleryViewer::starToggled);
    connect(panel, &QToolButton::clicked, this, &GalleryViewer::panelToggled);
    connect(&pictures, &PictureClient::pictureRead, this, [this](PictureQuestion question, const QImage& picture) {
        if (question == m_question) m_view->setImage(picture);
    });
    connect(&pictures, &PictureClient::failed, this, [this](PictureQuestion question, const Failure& failure) {
        if (question == m_question) Q_EMIT failed(failure);
    });
}

void GalleryViewer::show(const GalleryItem& item, const QPixmap& preview, int place, qint64 total) {
    leave();
    m_name->setText(pathText(item.file.filename()));
    const QLocale locale;
    m_place->setText(tr("%1 of %2").arg(locale.toString(place + 1), locale.toString(static_cast<qlonglong>(total))));
    setStar(item.star);
    m_view->fit();
    m_view->setImage(preview.toImage(), QSize(item.width, item.height));
    m_question = m_pictures.readPicture(pathText(item.file));
}

void GalleryViewer::setStar(bool star) {
    m_isStarred = star;
    m_star->setIcon(m_theme.icon(star ? u"star-full"_s : u"star"_s));
}

void GalleryViewer::leave() { m_pictures.forget(m_question); }

bool GalleryViewer::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_view || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Left: Q_EMIT stepped(-1); return true;
        case Qt::Key_Right:
        case Qt::Key_Space: Q_EMIT stepped(1); return true;
        case Qt::Key_Home: Q_EMIT stepped(-2); return true;
        case Qt::Key_End: Q_EMIT stepped(2); return true;
        case Qt::Key_Escape: Q_EMIT closed(); return true;
        default: return false;
    }
}

}  // namespace segmoe::ui
