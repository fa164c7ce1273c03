// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/gallery/gallery_filter_bar.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSlider>
#include <QTimer>
#include <QToolButton>

#include "ui/bridge/qt_convert.h"
#include "ui/widgets/compact_combo.h"
#include "ui/widgets/escape_clears.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPauseMs = 120;
constexpr int kSmallest = 96;
constexpr int kLargest = 320;
constexpr int kUsual = 160;
constexpr int kModelWidth = 150;

enum class Age { Any, Today, Week, Month, Year };

qint64 secondsSince(Age age) {
    const QDateTime today = QDate::currentDate().startOfDay();
    switch (age) {
        case Age::Any: return 0;
        case Age::Today: return today.toSecsSinceEpoch();
        case Age::Week: return today.addDays(-6).toSecsSinceEpoch();
        case Age::Month: return today.addDays(-29).toSecsSinceEpoch();
        case Age::Year: return today.addDays(-364).toSecsSinceEpoch();
    }
    return 0;
}

}  // namespace

GalleryFilterBar::GalleryFilterBar(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_find(new QLineEdit),
      m_star(new QComboBox),
      m_model(new CompactCombo(10)),
      m_date(new QComboBox),
      m_sort(new QComboBox),
      m_total(new QLabel),
      m_size(new QSlider(Qt::Horizontal)),
      m_pause(new QTimer(this)) {
    setObjectName(u"gallery_filter_bar"_s);
    nameControl(m_find, u"gallery_find_edit"_s, tr("Find"),
                tr("Words, \"a phrase\", seed:42, model:name, expert:name, star:, before:2026-01-31 (Ctrl+F)"));
    m_find->setPlaceholderText(tr("Find in prompts, models, seeds"));
    m_find->setClearButtonEnabled(true);
    clearOnEscape(*m_find);
    m_find->setMinimumWidth(160);
    nameControl(m_star, u"gallery_star_combo"_s, tr("Star"), tr("Star"));
    m_star->addItems({tr("Star: any"), tr("Starred"), tr("Not starred")});
    nameControl(m_model, u"gallery_model_combo"_s, tr("Model"), tr("Model"));
    m_model->addItem(tr("Model: any"));
    m_model->setMaximumWidth(kModelWidth);
    nameControl(m_date, u"gallery_date_combo"_s, tr("Date"), tr("Date"));
    m_date->addItems({tr("Date: any"), tr("Today"), tr("Last 7 days"), tr("Last 30 days"), tr("Last year")});
    nameControl(m_sort, u"gallery_sort_combo"_s, tr("Sort"), tr("Sort"));
    m_sort->addItems({tr("Newest"), tr("Oldest"), tr("Name"), tr("Seed")});
    m_total->setProperty("role", u"secondary"_s);
    m_total->setObjectName(u"gallery_total_label"_s);
    nameControl(m_size, u"gallery_size_slider"_s, tr("Size"), tr("Size of the pictures (Ctrl+wheel)"));
    m_size->setRange(kSmallest, kLargest);
    m_size->setSingleStep(16);
    m_size->setPageStep(32);
    m_size->setValue(kUsual);
    m_size->setFixedWidth(96);
    auto* add = new QToolButton;
    nameControl(add, u"gallery_add_folder_button"_s, tr("Add image folder…"), tr("Add image folder…"));
    theme.bindIcon(add, u"folder-add"_s);

    auto* view = new QHBoxLayout;
    view->setContentsMargins(4, 0, 0, 0);
    view->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_total, m_size, add}) view->addWidget(widget);
    auto* row = new WrapLayout(8);
    setLayout(row);
    row->setContentsMargins(16, 12, 16, 12);
    row->add(m_find, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_star, m_model, m_date, m_sort}) row->add(widget);
    row->add(view);

    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseMs);
    connect(m_pause, &QTimer::timeout, this, &GalleryFilterBar::filterChanged);
    connect(m_find, &QLineEdit::textChanged, this, &GalleryFilterBar::later);
    for (QComboBox* combo : {m_star, m_model, m_date, m_sort})
        connect(combo, &QComboBox::currentIndexChanged, this, &GalleryFilterBar::later);
    connect(m_size, &QSlider::valueChanged, this, &GalleryFilterBar::sideChanged);
    connect(add, &QToolButton::clicked, this, &GalleryFilterBar::addFolderWanted);
}

void GalleryFilterBar::later() { m_pause->start(); }

GalleryFilter GalleryFilterBar::filter() const {
    GalleryFilter filter;
    filter.find = m_find->text().toStdString();
    if (m_star->currentIndex() > 0) filter.starred = m_star->currentIndex() == 1;
    if (m_model->currentIndex() > 0) filter.model = m_model->currentData().toString().toStdString();
    filter.since = secondsSince(static_cast<Age>(m_date->currentIndex()));
    filter.sort = static_cast<GallerySort>(m_sort->currentIndex());
    return filter;
}

bool GalleryFilterBar::isFiltering() const {
    return !m_find->text().trimmed().isEmpty() || m_star->currentIndex() > 0 || m_model->currentIndex() > 0 ||
           m_date->currentIndex() > 0;
}

QString GalleryFilterBar::query() const {
    QStringList parts;
    if (const QString find = m_find->text().trimmed(); !find.isEmpty()) parts << find;
    for (const QComboBox* combo : {m_star, m_model, m_date})
        if (combo->currentIndex() > 0) parts << combo->currentText();
    return parts.join(u", "_s);
}

void GalleryFilterBar::clear() {
    m_find->clear();
    for (QComboBox* combo : {m_star, m_model, m_date}) combo->setCurrentIndex(0);
}

void GalleryFilterBar::focusFind() {
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void GalleryFilterBar::setModels(const std::vector<GalleryModelCount>& models) {
    const QVariant chosen = m_model->currentData();
    const QSignalBlocker quiet(m_model);
    while (m_model->count() > 1) m_model->removeItem(1);
    for (const GalleryModelCount& entry : models) {
        const QString name = toText(entry.model);
        m_model->addItem(u"%1 (%2)"_s.arg(name, QLocale().toString(static_cast<qlonglong>(entry.pictures))), name);
    }
    if (const int again = m_model->findData(chosen); chosen.isValid() && again > 0) m_model->setCurrentIndex(again);
}

void GalleryFilterBar::showTotal(qint64 total) {
    m_total->setText(total < 0 ? QString() : tr("%n image(s)", "", static_cast<int>(total)));
    m_total->setMinimumWidth(m_total->sizeHint().width());
}

int GalleryFilterBar::side() const { return m_size->value(); }

void GalleryFilterBar::setSide(int side) { m_size->setValue(side); }

}  // namespace segmoe::ui
