// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/image_well.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>

#include "ui/widgets/field.h"
#include "ui/widgets/mime_kinds.h"
#include "ui/widgets/painted_access.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPadding = 8;

}  // namespace

QString pictureFileOf(const QMimeData* data) {
    for (const QString& file : localFiles(*data))
        if (fileKind(file) == FileKind::Picture) return file;
    return {};
}

bool holdsPicture(const QMimeData* data) { return data->hasImage() || !pictureFileOf(data).isEmpty(); }

ImageWell::ImageWell(const Theme& theme, QWidget* parent) : QFrame(parent), m_theme(theme) {
    nameControl(this, u"render_start_image_view"_s, tr("Start image"),
                tr("Drop or paste a picture, or click to choose one."));
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setMinimumHeight(96);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ImageWell::setImage(const QImage& image, const QString& caption) {
    m_image = image.isNull() ? image : image.scaled(512, 512, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    m_caption = caption;
    tellPainted(this, image.isNull() ? toolTip() : caption);
    update();
}

void ImageWell::paste() { take(QGuiApplication::clipboard()->mimeData()); }

bool ImageWell::take(const QMimeData* given) {
    if (const QString file = pictureFileOf(given); !file.isEmpty()) {
        Q_EMIT fileGiven(file);
        return true;
    }
    const QImage image = given->hasImage() ? given->imageData().value<QImage>() : QImage();
    if (!image.isNull()) Q_EMIT imageGiven(image);
    return !image.isNull();
}

void ImageWell::paintEvent(QPaintEvent*) {
    const ThemeTokens& tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QColor edge = hasFocus() || m_dropping ? tokens.focus : tokens.control;
    painter.setPen(QPen(edge, hasFocus() || m_dropping ? 2 : 1, m_image.isNull() ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(m_dropping ? tokens.accentSoft : tokens.sunken);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    painter.setPen(tokens.text2);
    if (m_image.isNull()) {
        painter.drawText(rect().adjusted(kPadding, kPadding, -kPadding, -kPadding), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Drop or paste a picture, or click to choose one."));
        return;
    }
    const QRect words = rect().adjusted(kPadding, 0, -kPadding, -4);
    const QFontMetrics metrics(font());
    painter.drawText(words, Qt::AlignBottom | Qt::AlignHCenter,
                     metrics.elidedText(m_caption, Qt::ElideMiddle, words.width()));
    const QRect area = rect().adjusted(kPadding, kPadding, -kPadding, -kPadding - metrics.height());
    QRect target(QPoint(), m_image.size().scaled(area.size(), Qt::KeepAspectRatio));
    target.moveCenter(area.center());
    painter.drawImage(target, m_image);
}

void ImageWell::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) Q_EMIT openWanted();
}

void ImageWell::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Paste))
        paste();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        Q_EMIT openWanted();
    else
        QFrame::keyPressEvent(event);
}

void ImageWell::dragEnterEvent(QDragEnterEvent* event) {
    if (!holdsPicture(event->mimeData())) return;
    m_dropping = true;
    update();
    event->acceptProposedAction();
}

void ImageWell::dragLeaveEvent(QDragLeaveEvent*) {
    m_dropping = false;
    update();
}

void ImageWell::dropEvent(QDropEvent* event) {
    m_dropping = false;
    update();
    if (take(event->mimeData())) event->acceptProposedAction();
}

}  // namespace segmoe::ui
