// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/quit_dialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

QString QuitDialog::sentence(const QuitObstacles& obstacles) {
    QStringList sentences;
    if (obstacles.waiting > 0)
        sentences << tr("A render is running and %n job(s) wait.", nullptr, obstacles.waiting);
    else if (obstacles.isRendering)
        sentences << tr("A render is running.");
    if (obstacles.downloads > 0) sentences << tr("%n download(s) are under way.", nullptr, obstacles.downloads);
    if (!obstacles.upload.isEmpty()) sentences << tr("An upload to %1 is under way.").arg(obstacles.upload);
    return sentences.join(u' ');
}

QString QuitDialog::consequence(const QuitObstacles& obstacles) {
    QStringList sentences;
    if (obstacles.isRendering || obstacles.waiting > 0)
        sentences << tr("Waiting jobs are kept and go on at the next start.");
    else if (obstacles.downloads > 0)
        sentences << tr("What has arrived is kept; downloads go on at the next start.");
    if (!obstacles.upload.isEmpty())
        sentences << tr(
            "Nothing is published before the whole upload has arrived; publishing again goes on from there.");
    return sentences.join(u' ');
}

QuitDialog::QuitDialog(const QuitObstacles& obstacles, QWidget* parent) : QDialog(parent) {
    setObjectName(u"quit_dialog"_s);
    setWindowTitle(tr("Quit SegMoE Studio"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* what = new QLabel(sentence(obstacles));
    what->setObjectName(u"quit_dialog_label"_s);
    what->setProperty("role", u"heading"_s);
    what->setWordWrap(true);
    auto* detail = new QLabel(consequence(obstacles));
    detail->setObjectName(u"quit_dialog_detail_label"_s);
    detail->setProperty("role", u"secondary"_s);
    detail->setWordWrap(true);
    const auto button = [](const QString& name, const QString& text) {
        auto* made = new QPushButton(text);
        nameControl(made, name, text);
        return made;
    };
    QPushButton* stop = button(u"quit_dialog_stop_button"_s, tr("Stop and quit"));
    stop->setProperty("role", u"danger"_s);
    QPushButton* later = button(u"quit_dialog_later_button"_s, tr("Quit when done"));
    QPushButton* stay = button(u"quit_dialog_cancel_button"_s, tr("Stay"));
    stay->setDefault(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch(1);
    for (QPushButton* each : {stop, later, stay}) row->addWidget(each);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(8);
    column->addWidget(what);
    column->addWidget(detail);
    column->addSpacing(12);
    column->addLayout(row);
    connect(stop, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT stopAndQuit();
    });
    connect(later, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT quitWhenDone();
    });
    connect(stay, &QPushButton::clicked, this, &QDialog::reject);
    stay->setFocus();
}

}  // namespace segmoe::ui
