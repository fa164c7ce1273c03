// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/header_dialog.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QJsonDocument>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

/// Trainers put JSON into these texts; laid out it can be read.
QString laidOut(const QString& text) {
    if (!text.startsWith(u'{') && !text.startsWith(u'[')) return text;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isNull() ? text : QString::fromUtf8(document.toJson(QJsonDocument::Indented));
}

}  // namespace

HeaderDialog::HeaderDialog(const ModelHeader& header, QWidget* parent) : QDialog(parent) {
    setObjectName(u"header_dialog"_s);
    setWindowTitle(tr("Header of %1").arg(pathText(header.file.filename())));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(760, 480);
    QStringList types;
    for (const auto& [name, count] : header.types) types << u"%1 %2"_s.arg(count).arg(toText(name));
    auto* sum = new QLabel(tr("%n tensor(s): %1", "", header.tensors).arg(types.join(u", "_s)));
    sum->setObjectName(u"header_dialog_sum_label"_s);
    sum->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(sum);
    if (header.texts.empty()) {
        auto* none = new QLabel(tr("The file says nothing else about itself."));
        none->setProperty("role", u"hint"_s);
        none->setAlignment(Qt::AlignCenter);
        column->addWidget(none, 1);
    } else {
        auto* keys = new QListWidget;
        keys->ensurePolished();  // its rows are measured now
        nameControl(keys, u"header_dialog_keys_list"_s, tr("Names of the texts"));
        auto* text = new QPlainTextEdit;
        nameControl(text, u"header_dialog_text_edit"_s, tr("Text"));
        text->setReadOnly(true);
        text->setTabChangesFocus(true);
        text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        text->setLayoutDirection(Qt::LeftToRight);
        for (const auto& [key, value] : header.texts) {
            auto* item = new QListWidgetItem(toText(key), keys);
            item->setData(Qt::UserRole, toText(value));
        }
        connect(keys, &QListWidget::currentItemChanged, text, [text](const QListWidgetItem* item) {
            text->setPlainText(item ? laidOut(item->data(Qt::UserRole).toString()) : QString());
        });
        keys->setCurrentRow(0);
        auto* splitter = new QSplitter;
        splitter->setObjectName(u"header_dialog_splitter"_s);
        splitter->setChildrenCollapsible(false);
        splitter->addWidget(keys);
        splitter->addWidget(text);
        splitter->setStretchFactor(1, 1);
        splitter->setSizes({240, 480});
        column->addWidget(splitter, 1);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    nameControl(buttons->button(QDialogButtonBox::Close), u"header_dialog_cancel_button"_s, tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

}  // namespace segmoe::ui
