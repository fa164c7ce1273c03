// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/progress_row.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/render/progress_text.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

ProgressRow::ProgressRow(QWidget* parent)
    : QWidget(parent),
      m_bar(new QProgressBar),
      m_label(new ElidedLabel),
      m_cancel(new QPushButton(tr("Cancel"))),
      m_skip(new QPushButton(tr("Skip image"))) {
    setObjectName(u"render_progress_panel"_s);
    nameControl(m_bar, u"render_progress_bar"_s, tr("Progress"));
    m_bar->setTextVisible(false);
    m_label->setObjectName(u"render_progress_label"_s);
    nameControl(m_cancel, u"render_cancel_button"_s, tr("Cancel"), tr("Stop this render (Esc)"));
    nameControl(m_skip, u"render_skip_button"_s, m_skip->text(),
                tr("Leave this image and go on with the next one (Alt+Enter)"));
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_label);
    words->addWidget(m_bar);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addLayout(words, 1);
    row->addWidget(m_skip, 0, Qt::AlignVCenter);
    row->addWidget(m_cancel, 0, Qt::AlignVCenter);
    connect(m_cancel, &QPushButton::clicked, this, &ProgressRow::cancelRequested);
    connect(m_skip, &QPushButton::clicked, this, &ProgressRow::skipRequested);
    setSkipAvailable(false);
}

void ProgressRow::begin() {
    m_lastStep = 0;
    m_cancel->setEnabled(true);
    m_cancel->setText(tr("Cancel"));
    showProgress(Progress{});
}

void ProgressRow::showProgress(const Progress& progress) {
    if (progress.stage == Stage::Sampling) m_lastStep = progress.step;
    m_label->setText(progressText(progress));
    m_bar->setRange(0, progress.fraction >= 0.0 ? 1000 : 0);
    if (progress.fraction >= 0.0) m_bar->setValue(static_cast<int>(progress.fraction * 1000.0));
}

void ProgressRow::showCancelling(bool slow) {
    m_cancel->setEnabled(false);
    m_cancel->setText(tr("Cancelling…"));
    m_label->setText(slow ? tr("Cancelling… finishing the current layer") : tr("Cancelling…"));
    m_bar->setRange(0, 0);
    setSkipAvailable(false);
}

void ProgressRow::setSkipAvailable(bool available) { m_skip->setVisible(available); }

}  // namespace segmoe::ui
