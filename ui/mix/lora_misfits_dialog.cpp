// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/lora_misfits_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

LoraMisfitsDialog::LoraMisfitsDialog(const QString& lora, const QString& model, const LoraFit& fit, QWidget* parent)
    : QDialog(parent) {
    setObjectName(u"lora_misfits_dialog"_s);
    setWindowTitle(tr("LoRA parts without a place"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(560, 400);
    auto* sentence = new QLabel(
        fit.unplaced < fit.parts ? tr("These %1 of the %2 parts of “%3” have no place in “%4”. The others are used.")
                                       .arg(fit.unplaced)
                                       .arg(fit.parts)
                                       .arg(lora, model)
                                 : tr("None of the %1 parts of “%2” fits “%3”: it was made for another architecture.")
                                       .arg(fit.parts)
                                       .arg(lora, model));
    sentence->setObjectName(u"lora_misfits_dialog_label"_s);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);
    QStringList names;
    for (const std::string& name : fit.names) names << toText(name);
    auto* list = new QListWidget;
    list->setUniformItemSizes(true);
    list->addItems(names);
    nameControl(list, u"lora_misfits_dialog_list"_s, tr("Parts without a place"));
    auto* buttons = new QDialogButtonBox;
    auto* copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    nameControl(copy, u"lora_misfits_dialog_copy_button"_s, tr("Copy the names"));
    auto* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    nameControl(close, u"lora_misfits_dialog_close_button"_s, tr("Close"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(sentence);
    column->addWidget(list, 1);
    column->addWidget(buttons);
    connect(copy, &QPushButton::clicked, this, [names] { QApplication::clipboard()->setText(names.join(u'\n')); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

}  // namespace segmoe::ui
