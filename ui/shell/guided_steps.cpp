// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/guided_steps.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/shell/navigator.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

struct Step {
    PageId page;
    const char* targets;  ///< object names, the first visible one is pointed at
    const char* text;
};

constexpr Step kSteps[] = {
    {PageId::Render, "render_start_button",
     QT_TRANSLATE_NOOP("segmoe::ui::GuidedSteps",
                       "Render this prompt: press the button or Ctrl+Enter. The first "
                       "picture takes a few seconds.")},
    {PageId::Render, "nav_routing_button routing_panel",
     QT_TRANSLATE_NOOP("segmoe::ui::GuidedSteps",
                       "Here you see which expert was chosen in which layer and step of the "
                       "picture.")},
    {PageId::Routing, "routing_act_panel routing_expert_A_mute_button routing_panel nav_routing_button",
     QT_TRANSLATE_NOOP("segmoe::ui::GuidedSteps",
                       "Mute an expert here: it is not chosen in the next render, so you "
                       "see what it contributes.")},
    {PageId::Routing, "routing_rerender_button nav_gallery_button render_start_button",
     QT_TRANSLATE_NOOP("segmoe::ui::GuidedSteps", "Render again with the same seed and compare the two pictures.")},
    {PageId::Mix, "nav_mix_button render_mix_combo",
     QT_TRANSLATE_NOOP("segmoe::ui::GuidedSteps",
                       "Compose your own mixture: a base, at least two experts, and a prompt "
                       "for each of them.")},
};
constexpr int kCount = static_cast<int>(std::size(kSteps));
constexpr int kWidth = 300;

}  // namespace

GuidedSteps::GuidedSteps(Navigator& navigator, QWidget* window)
    : QFrame(window),
      m_navigator(navigator),
      m_window(window),
      m_count(new QLabel),
      m_text(new QLabel),
      m_next(new QPushButton) {
    setObjectName(u"guide_bubble"_s);
    setProperty("role", u"bubble"_s);
    setFixedWidth(kWidth);
    m_text->setWordWrap(true);
    m_count->setProperty("role", u"caption"_s);
    auto* close = new QPushButton(tr("End"));
    nameControl(close, u"guide_close_button"_s, tr("End the guided steps"));
    nameControl(m_next, u"guide_next_button"_s, tr("Next"));
    // Return presses the focused button, as in a dialog.
    for (QPushButton* button : {close, m_next}) button->setAutoDefault(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_count, 1);
    row->addWidget(close);
    row->addWidget(m_next);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 12, 12);
    column->setSpacing(12);
    column->addWidget(m_text);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_next, &QPushButton::clicked, this, &GuidedSteps::next);
    window->installEventFilter(this);
    hide();
}

void GuidedSteps::start() { showStep(0); }

void GuidedSteps::next() {
    if (m_step + 1 < kCount)
        showStep(m_step + 1);
    else
        hide();
}

void GuidedSteps::showStep(int step) {
    m_step = step;
    const Step& now = kSteps[step];
    Q_EMIT m_navigator.pageWanted(now.page);
    m_target = nullptr;
    for (const QString& name : QString::fromLatin1(now.targets).split(u' ')) {
        QWidget* found = m_window->findChild<QWidget*>(name);
        if (!m_target && found && found->isVisible()) m_target = found;
    }
    m_text->setText(tr(now.text));
    m_count->setText(tr("%1 of %2").arg(step + 1).arg(kCount));
    m_next->setText(step + 1 < kCount ? tr("Next") : tr("Done"));
    setAccessibleName(m_text->text());
    adjustSize();
    place();
    show();
    raise();
    m_next->setFocus();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void GuidedSteps::place() {
    setFixedHeight(heightForWidth(kWidth));
    QPoint corner(m_window->width() / 2 - kWidth / 2, m_window->height() / 2);
    if (m_target) {
        const QRect at(m_target->mapTo(m_window, QPoint(0, 0)), m_target->size());
        // Above or below the control, whichever has room; beside it where it fills the height.
        corner = QPoint(at.center().x() - kWidth / 2, at.top() - height() - 8);
        if (corner.y() < 8) corner.setY(at.bottom() + 8);
        if (corner.y() + height() > m_window->height() - 8) corner = QPoint(at.right() + 8, at.top() + 8);
        if (corner.x() + kWidth > m_window->width() - 8 && at.left() - kWidth - 8 > 8)
            corner.setX(std::min(corner.x(), m_window->width() - kWidth - 8));
    }
    corner.setX(std::clamp(corner.x(), 8, std::max(8, m_window->width() - kWidth - 8)));
    corner.setY(std::clamp(corner.y(), 8, std::max(8, m_window->height() - height() - 8)));
    move(corner);
}

void GuidedSteps::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

bool GuidedSteps::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && isVisible()) place();
    return QFrame::eventFilter(watched, event);
}

}  // namespace segmoe::ui
