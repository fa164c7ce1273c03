// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/result_pane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/render/error_panel.h"
#include "ui/render/preview_view.h"
#include "ui/render/progress_text.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

ResultPane::ResultPane(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_caption(new ElidedLabel),
      m_fit(new QToolButton),
      m_actual(new QToolButton),
      m_view(new PreviewView(theme)),
      m_error(new ErrorPanel(theme)),
      m_foot(new QStackedWidget),
      m_progressRow(new QWidget),
      m_actionRow(new QWidget),
      m_bar(new QProgressBar),
      m_progressLabel(new QLabel),
      m_cancel(new QPushButton(tr("Cancel"))),
      m_recent(new RecentStrip),
      m_copy(new QPushButton(tr("Copy"))),
      m_save(new QPushButton(tr("Save as…"))),
      m_useSeed(new QPushButton(tr("Use seed"))) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    buildHeader(theme);
    column->addWidget(m_view, 1);
    column->addWidget(m_error);
    column->addWidget(m_recent);
    column->addWidget(m_foot);
    buildActions(theme);
    buildProgress();
    m_foot->setFixedHeight(std::max(m_actionRow->sizeHint().height(), m_progressRow->sizeHint().height()));
    m_view->setEmptyText(tr("Press Ctrl+Enter to render this prompt."));
    connect(m_error, &ErrorPanel::remedyChosen, this, &ResultPane::remedyChosen);
    connect(m_recent, &RecentStrip::pictureChosen, this, &ResultPane::showPicture);
    showState(RenderSession::State::Idle);
}

void ResultPane::buildHeader(Theme& theme) {
    m_caption->setObjectName(u"render_caption_label"_s);
    m_caption->setProperty("role", u"caption"_s);
    nameControl(m_fit, u"render_fit_button"_s, tr("Fit"), tr("Fit the picture into the view (0)"));
    nameControl(m_actual, u"render_actual_button"_s, tr("100 %"), tr("Show the picture at 100 % (1)"));
    theme.bindIcon(m_fit, u"fit"_s);
    theme.bindIcon(m_actual, u"actual"_s);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_caption, 1);
    row->addWidget(m_fit);
    row->addWidget(m_actual);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    connect(m_fit, &QToolButton::clicked, m_view, &PreviewView::fit);
    connect(m_actual, &QToolButton::clicked, m_view, &PreviewView::actualSize);
}

void ResultPane::buildProgress() {
    m_progressRow->setObjectName(u"render_progress_panel"_s);
    nameControl(m_bar, u"render_progress_bar"_s, tr("Progress"));
    m_bar->setTextVisible(false);
    m_progressLabel->setObjectName(u"render_progress_label"_s);
    nameControl(m_cancel, u"render_cancel_button"_s, tr("Cancel"), tr("Stop this render (Esc)"));
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_progressLabel);
    words->addWidget(m_bar);
    auto* row = new QHBoxLayout(m_progressRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addLayout(words, 1);
    row->addWidget(m_cancel, 0, Qt::AlignVCenter);
    m_foot->addWidget(m_progressRow);
    connect(m_cancel, &QPushButton::clicked, this, &ResultPane::cancelRequested);
}

void ResultPane::buildActions(Theme& theme) {
    nameControl(m_copy, u"render_copy_button"_s, tr("Copy picture"), tr("Copy the picture (Ctrl+Shift+C)"));
    nameControl(m_save, u"render_saveas_button"_s, tr("Save picture as"),
                tr("Save the picture with its settings (Ctrl+S)"));
    nameControl(m_useSeed, u"render_useseed_button"_s, tr("Use seed"),
                tr("Put the seed of this picture into the form"));
    theme.bindIcon(m_copy, u"copy"_s);
    theme.bindIcon(m_save, u"save"_s);
    theme.bindIcon(m_useSeed, u"seed"_s);
    auto* row = new QHBoxLayout(m_actionRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QPushButton* button : {m_copy, m_save, m_useSeed}) {
        button->setEnabled(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    m_foot->addWidget(m_actionRow);
    connect(m_copy, &QPushButton::clicked, this, &ResultPane::copyPicture);
    connect(m_save, &QPushButton::clicked, this, &ResultPane::saveRequested);
    connect(m_useSeed, &QPushButton::clicked, this, &ResultPane::useSeedRequested);
}

void ResultPane::showState(RenderSession::State state) {
    m_foot->setCurrentWidget(state == RenderSession::State::Idle ? m_actionRow : m_progressRow);
    m_cancel->setEnabled(state == RenderSession::State::Running);
    m_cancel->setText(state == RenderSession::State::Cancelling ? tr("Cancelling…") : tr("Cancel"));
    if (state == RenderSession::State::Running) {
        m_error->hide();
        m_lastStep = 0;
        showProgress(Progress{});
    } else if (state == RenderSession::State::Cancelling) {
        m_progressLabel->setText(tr("Cancelling…"));
        m_bar->setRange(0, 0);
    }
}

void ResultPane::showProgress(const Progress& progress) {
    if (progress.stage == Stage::Sampling) m_lastStep = progress.step;
    m_progressLabel->setText(progressText(progress));
    m_bar->setRange(0, progress.fraction >= 0.0 ? 1000 : 0);
    if (progress.fraction >= 0.0) m_bar->setValue(static_cast<int>(progress.fraction * 1000.0));
}

void ResultPane::showPreview(const Preview& preview, QSize pictureSize) {
    m_view->setImage(toImage(preview.picture), pictureSize);
    m_view->setRibbon(tr("preview, step %1 of %2").arg(preview.step).arg(preview.steps));
    m_caption->setText(preview.image > 0 ? tr("Picture %1").arg(preview.image + 1) : QString());
}

void ResultPane::showPicture(const std::shared_ptr<const FinishedPicture>& picture) {
    m_shown = picture;
    const QImage image = toImage(picture->image.picture);
    m_view->setImage(image);
    m_view->setRibbon({});
    QString caption = tr("%1×%2 · seed %3").arg(image.width()).arg(image.height()).arg(picture->image.seed);
    if (picture->seconds >= 0.0) caption = tr("%1 · %2 s").arg(caption, QLocale().toString(picture->seconds, 'f', 1));
    m_caption->setText(caption);
    for (QPushButton* button : {m_copy, m_save, m_useSeed}) button->setEnabled(true);
    Q_EMIT pictureShown(picture);
}

void ResultPane::addPicture(const std::shared_ptr<const FinishedPicture>& picture) {
    showPicture(picture);
    const QSignalBlocker blocker(m_recent);
    m_recent->add(picture);
}

void ResultPane::showStopped() {
    if (!m_view->image().isNull() && !m_view->ribbon().isEmpty())
        m_view->setRibbon(tr("stopped at step %1").arg(m_lastStep));
}

void ResultPane::showFailure(const Failure& failure) {
    if (m_shown)
        showPicture(m_shown);
    else
        showStopped();
    m_error->showFailure(failure);
}

QWidget* ResultPane::cancelButton() const { return m_cancel; }

void ResultPane::copyPicture() {
    if (m_shown) QGuiApplication::clipboard()->setImage(toImage(m_shown->image.picture));
}

}  // namespace segmoe::ui
