// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/gallery/gallery_compare.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/gallery/settings_text.h"
#include "ui/widgets/compare_view.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostDifferences = 6;
constexpr qsizetype kLongestValue = 90;

QString shown(const QString& value) {
    const QString line = value.simplified();
    if (line.isEmpty()) return u"–"_s;
    return line.size() > kLongestValue ? line.left(kLongestValue) + u"…"_s : line;
}

}  // namespace

GalleryCompare::GalleryCompare(Theme& theme, PictureClient& pictures, QWidget* parent)
    : QWidget(parent),
      m_pictures(pictures),
      m_compare(new CompareView(theme, u"compare"_s)),
      m_differences(new QLabel) {
    setObjectName(u"compare_page"_s);
    m_compare->setObjectName(u"compare_view"_s);
    auto* back = new QPushButton(tr("Back"));
    nameControl(back, u"compare_back_button"_s, tr("Back"), tr("Back to all pictures (Esc)"));
    theme.bindIcon(back, u"chevron-left"_s);
    m_differences->setObjectName(u"compare_differences_label"_s);
    m_differences->setTextFormat(Qt::PlainText);
    m_differences->setWordWrap(true);
    m_differences->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(16);
    row->addWidget(back, 0, Qt::AlignTop);
    row->addWidget(m_differences, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_compare, 1);
    connect(back, &QPushButton::clicked, this, &GalleryCompare::closed);
    connect(&pictures, &PictureClient::pictureRead, this, [this](PictureQuestion question, const QImage& picture) {
        for (Side& side : m_sides)
            if (side.picture == question) {
                side.image = picture;
                showPictures();
            }
    });
    connect(&pictures, &PictureClient::settingsRead, this,
            [this](PictureQuestion question, const PictureSettings& settings) {
                for (Side& side : m_sides)
                    if (side.settings == question) {
                        side.values = settings;
                        showDifferences();
                    }
            });
    connect(&pictures, &PictureClient::failed, this, [this](PictureQuestion question, const Failure& failure) {
        for (const Side& side : m_sides)
            if (side.picture == question) Q_EMIT failed(failure);
    });
}

void GalleryCompare::compare(const GalleryItem& first, const GalleryItem& second) {
    m_sides[0].item = first;
    m_sides[1].item = second;
    for (Side& side : m_sides) {
        const QString file = pathText(side.item.file);
        side.image = {};
        side.values.reset();
        side.settings = m_pictures.readSettings(file);
        side.picture = m_pictures.readPicture(file);
    }
    m_differences->setText(tr("Reading…"));
}

void GalleryCompare::showPictures() {
    if (m_sides[0].image.isNull() || m_sides[1].image.isNull()) return;
    m_compare->setImages(m_sides[0].image, m_sides[1].image, pathText(m_sides[0].item.file.filename()),
                         pathText(m_sides[1].item.file.filename()));
}

void GalleryCompare::showDifferences() {
    if (!m_sides[0].values || !m_sides[1].values) return;
    const QList<SettingDifference> differences = settingDifferences(*m_sides[0].values, *m_sides[1].values);
    if (differences.isEmpty()) {
        m_differences->setText(tr("Both pictures have the same settings."));
        return;
    }
    QStringList lines;
    for (const SettingDifference& difference : differences.first(qMin<qsizetype>(kMostDifferences, differences.size())))
        lines << u"%1: %2 → %3"_s.arg(difference.name, shown(difference.first), shown(difference.second));
    if (const qsizetype more = differences.size() - kMostDifferences; more > 0)
        lines << tr("and %n more difference(s)", "", static_cast<int>(more));
    m_differences->setText(lines.join(u'\n'));
}

QString GalleryCompare::differences() const { return m_differences->text(); }

void GalleryCompare::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

}  // namespace segmoe::ui
