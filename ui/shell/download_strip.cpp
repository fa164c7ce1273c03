// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/download_strip.h"

#include <QGridLayout>
#include <QProgressBar>
#include <QPushButton>

#include "ui/bridge/download_client.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

DownloadStrip::DownloadStrip(DownloadClient& downloads, Navigator& navigator, QWidget* parent)
    : QFrame(parent),
      m_downloads(downloads),
      m_text(new ElidedLabel),
      m_bar(new QProgressBar),
      m_show(new QPushButton(tr("Show"))) {
    setObjectName(u"download_strip"_s);
    setProperty("role", u"card"_s);
    nameControl(m_show, u"download_strip_button"_s, tr("Show the downloads"));
    m_text->setObjectName(u"download_strip_label"_s);
    m_bar->setObjectName(u"download_strip_bar"_s);
    m_bar->setAccessibleName(tr("Progress of the downloads"));
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 100);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 8, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_text, 0, 0);
    grid->addWidget(m_bar, 1, 0);
    grid->addWidget(m_show, 0, 1, 2, 1);
    grid->setColumnStretch(0, 1);
    connect(m_show, &QPushButton::clicked, &navigator, &Navigator::downloadsWanted);
    connect(&downloads, &DownloadClient::rowsChanged, this, &DownloadStrip::refresh);
    connect(&downloads, &DownloadClient::rowChanged, this, &DownloadStrip::refresh);
    refresh();
}

void DownloadStrip::refresh() {
    const DownloadSum sum = m_downloads.sum();
    setVisible(sum.active > 0);
    if (sum.active == 0) return;
    m_text->setText(sum.active == 1 ? sum.title : tr("%n download(s)", nullptr, sum.active));
    m_bar->setValue(qRound(sum.fraction * 100.0));
}

}  // namespace segmoe::ui
