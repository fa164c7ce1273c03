// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/compare_view.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/widgets/field.h"
#include "ui/widgets/image_difference.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

CompareView::CompareView(Theme& theme, const QString& prefix, QWidget* parent)
    : QWidget(parent),
      m_modes(nullptr),
      m_swap(new QToolButton),
      m_link(new QCheckBox(tr("Link zoom"))),
      m_first(new CompareCanvas(theme)),
      m_second(new ImageView(theme)),
      m_caption(new QLabel) {
    nameControl(m_first, prefix + u"_view"_s, tr("Comparison of two pictures"),
                tr("Left and Right move the slider, C shows the other picture while it is held."));
    nameControl(m_second, prefix + u"_second_view"_s, tr("Second picture"));
    m_caption->setObjectName(prefix + u"_caption_label"_s);
    m_caption->setProperty("role", u"caption"_s);
    m_caption->setWordWrap(true);
    auto* pictures = new QHBoxLayout;
    pictures->setSpacing(8);
    pictures->addWidget(m_first, 1);
    pictures->addWidget(m_second, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(buildBar(theme, prefix));
    column->addLayout(pictures, 1);
    column->addWidget(m_caption);
    m_first->installEventFilter(this);
    connect(m_modes, &Segmented::currentChanged, this, &CompareView::showMode);
    connect(m_swap, &QToolButton::clicked, this, &CompareView::swap);
    linkViews();
    showMode();
}

QWidget* CompareView::buildBar(Theme& theme, const QString& prefix) {
    m_modes =
        new Segmented({{prefix + u"_slider_radio"_s, tr("Slider"), tr("One picture on each side of a line")},
                       {prefix + u"_side_radio"_s, tr("Side by side"), tr("One picture beside the other")},
                       {prefix + u"_hold_radio"_s, tr("Hold C"), tr("Hold C or the mouse to see the other picture")},
                       {prefix + u"_difference_radio"_s, tr("Difference"), tr("How much each pixel differs")}});
    nameControl(m_swap, prefix + u"_swap_button"_s, tr("Swap pictures"), tr("Swap the pictures"));
    theme.bindIcon(m_swap, u"swap"_s);
    nameControl(m_link, prefix + u"_link_check"_s, tr("Link zoom"), tr("Both pictures zoom and move together."));
    m_link->setChecked(true);
    m_modes->setWrapping(true);
    auto* bar = new QWidget;
    auto* row = new WrapLayout(8);
    bar->setLayout(row);
    for (QWidget* part : std::initializer_list<QWidget*>{m_modes, m_swap, m_link}) row->add(part);
    return bar;
}

void CompareView::linkViews() {
    const auto follow = [this](ImageView* leader, ImageView* follower) {
        connect(leader, &ImageView::viewPortChanged, this, [this, follower](const ViewPort& port) {
            if (m_link->isChecked()) follower->setViewPort(port);
        });
    };
    follow(m_first, m_second);
    follow(m_second, m_first);
    connect(m_link, &QCheckBox::toggled, this, [this](bool linked) {
        if (linked) m_second->setViewPort(m_first->viewPort());
    });
}

void CompareView::setImages(const QImage& first, const QImage& second, const QString& firstLabel,
                            const QString& secondLabel) {
    m_firstLabel = firstLabel;
    m_secondLabel = secondLabel;
    m_difference = {};
    const QSize size = first.size().expandedTo(second.size());
    m_first->setImage(first, size);
    m_first->setSecond(second);
    m_first->setLabels(firstLabel, secondLabel);
    m_second->setImage(second, size);
    m_second->setAccessibleName(secondLabel);
    showMode();
}

const QImage& CompareView::difference() const {
    if (m_difference.isNull()) m_difference = imageDifference(m_first->image(), m_second->image());
    return m_difference;
}

CompareMode CompareView::mode() const { return static_cast<CompareMode>(m_modes->current()); }

void CompareView::setMode(CompareMode mode) { m_modes->setCurrent(static_cast<int>(mode)); }

void CompareView::showMode() {
    m_second->setVisible(mode() == CompareMode::SideBySide);
    m_link->setVisible(mode() == CompareMode::SideBySide);
    if (mode() == CompareMode::Difference) m_first->setDifference(colorizeDifference(difference()));
    m_first->setMode(mode());
    QStringList sentences;
    if (mode() == CompareMode::Difference && !difference().isNull())
        sentences << tr("Mean change of red, green and blue; the brightest colour stands for 64 of 255 or more.");
    const QSize a = m_first->image().size();
    const QSize b = m_second->image().size();
    if (a != b && !a.isEmpty() && !b.isEmpty())
        sentences << tr("The pictures differ in size (%1×%2 and %3×%4): both are fitted to the larger one.")
                         .arg(a.width())
                         .arg(a.height())
                         .arg(b.width())
                         .arg(b.height());
    m_caption->setText(sentences.join(u' '));
    m_caption->setVisible(!sentences.isEmpty());
}

void CompareView::swap() {
    setImages(m_second->image(), m_first->image(), m_secondLabel, m_firstLabel);
    Q_EMIT swapped();
}

bool CompareView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_first && (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease)) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_C && key->modifiers() == Qt::NoModifier) {
            if (mode() != CompareMode::Hold && event->type() == QEvent::KeyPress) setMode(CompareMode::Hold);
            if (!key->isAutoRepeat()) m_first->setHeld(event->type() == QEvent::KeyPress);
            return true;
        }
    }
    if (watched == m_first && event->type() == QEvent::FocusOut) m_first->setHeld(false);
    return QWidget::eventFilter(watched, event);
}

}  // namespace segmoe::ui
