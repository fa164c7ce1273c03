// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/page_tour.h"

#include <QDir>
#include <QPixmap>
#include <QWidget>

#include "ui/shell/banner_bar.h"
#include "ui/shell/main_window.h"

using namespace Qt::StringLiterals;
using namespace segmoe::ui;

namespace {

constexpr int kBetweenLooksMs = 400;
constexpr int kMostLooks = 25;  ///< a page that never stands still is taken as it is

}  // namespace

PageTour::PageTour(MainWindow& window, const QString& folder, const QString& recipe, QObject* parent)
    : QObject(parent), m_window(window), m_folder(folder) {
    m_stops.push_back({u"render.png"_s, [this] { m_window.showPage(PageId::Render); }});
    m_stops.push_back({u"routing.png"_s, [this] { m_window.showPage(PageId::Routing); }});
    m_stops.push_back({u"mix.png"_s, [this, recipe] { Q_EMIT m_window.navigator().recipeWanted(recipe); }});
    m_clock.setInterval(kBetweenLooksMs);
    connect(&m_clock, &QTimer::timeout, this, &PageTour::look);
}

void PageTour::start() {
    m_window.banner().hide();  // of the first start
    if (!QDir().mkpath(m_folder)) return Q_EMIT finished(u"cannot make the folder %1"_s.arg(m_folder));
    next();
}

void PageTour::next() {
    if (m_at == m_stops.size()) return Q_EMIT finished({});
    m_stops[m_at].arrange();
    if (QWidget* focused = m_window.focusWidget()) focused->clearFocus();  // no blinking cursor
    m_last = {};
    m_looks = 0;
    m_clock.start();
}

void PageTour::look() {
    const QImage picture = m_window.grab().toImage();
    const bool stands = picture == m_last || ++m_looks == kMostLooks;
    m_last = picture;
    if (!stands) return;
    m_clock.stop();
    const QString file = QDir(m_folder).filePath(m_stops[m_at].file);
    if (!picture.save(file)) return Q_EMIT finished(u"cannot write %1"_s.arg(file));
    ++m_at;
    next();
}
