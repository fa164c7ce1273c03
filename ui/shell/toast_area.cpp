// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/toast_area.h"

#include <QAccessible>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMost = 2;
constexpr int kStayMs = 8000;
constexpr int kMargin = 16;
constexpr int kWidest = 560;

}  // namespace

ToastArea::ToastArea(Theme& theme, QWidget* page) : QWidget(page), m_theme(theme), m_page(page) {
    setObjectName(u"toast_area"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    page->installEventFilter(this);
    hide();
}

QFrame* ToastArea::makeToast(const QString& sentence) {
    auto* toast = new QFrame;
    toast->setProperty("role", u"toast"_s);
    toast->setAccessibleName(sentence);
    auto* text = new QLabel(sentence);
    text->setWordWrap(true);
    text->setMinimumWidth(200);
    auto* row = new QHBoxLayout(toast);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(12);
    row->addWidget(text, 1);
    toast->installEventFilter(this);
    return toast;
}

void ToastArea::show(const QString& sentence, const QString& button, QObject* context,
                     const std::function<void()>& action) {
    while (m_toasts.size() >= kMost) drop(m_toasts.front());
    QFrame* toast = makeToast(sentence);
    const int number = ++m_made;
    if (!button.isEmpty()) {
        auto* press = new QPushButton(button);
        nameControl(press, u"toast_%1_action_button"_s.arg(number), button);
        // A click leaves the focus where it was: the notice goes away.
        press->setFocusPolicy(Qt::TabFocus);
        toast->layout()->addWidget(press);
        // The context's life bounds the connection: nothing is called on a page that is gone.
        connect(press, &QPushButton::clicked, context ? context : this, [action] { action(); });
        connect(press, &QPushButton::clicked, this, [this, toast] { drop(toast); });
    }
    auto* close = new QToolButton;
    nameControl(close, u"toast_%1_close_button"_s.arg(number), tr("Close this notice"));
    m_theme.bindIcon(close, u"cancel"_s);
    close->setFocusPolicy(Qt::TabFocus);
    connect(close, &QToolButton::clicked, this, [this, toast] { drop(toast); });
    toast->layout()->addWidget(close);
    auto* timer = new QTimer(toast);
    timer->setInterval(kStayMs);
    connect(timer, &QTimer::timeout, this, [this, toast] {
        const QWidget* focused = window()->focusWidget();
        if (!toast->underMouse() && !(focused && toast->isAncestorOf(focused))) drop(toast);
    });
    timer->start();
    m_toasts << toast;
    layout()->addWidget(toast);
    toast->show();
    QWidget::show();
    place();
    QAccessibleEvent event(toast, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void ToastArea::drop(QFrame* toast) {
    if (!m_toasts.removeOne(toast)) return;
    layout()->removeWidget(toast);
    toast->hide();
    toast->deleteLater();
    if (m_toasts.isEmpty()) hide();
    place();
}

void ToastArea::place() {
    const int width = std::min(kWidest, m_page->width() - 2 * kMargin);
    layout()->activate();
    const int height = layout()->hasHeightForWidth() ? layout()->heightForWidth(width) : sizeHint().height();
    setGeometry((m_page->width() - width) / 2, m_page->height() - height - kMargin, width, height);
    raise();
}

bool ToastArea::event(QEvent* event) {
    // A toast that came or went, or a larger text: the area takes the height it needs now.
    if (event->type() == QEvent::LayoutRequest) place();
    return QWidget::event(event);
}

bool ToastArea::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_page && event->type() == QEvent::Resize && isVisible()) place();
    return QWidget::eventFilter(watched, event);
}

}  // namespace segmoe::ui
