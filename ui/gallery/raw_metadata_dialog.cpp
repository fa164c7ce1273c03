// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/gallery/raw_metadata_dialog.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QPlainTextEdit* textView(const QString& text, const QString& objectName, const QString& accessibleName) {
    auto* view = new QPlainTextEdit(text);
    view->setReadOnly(true);
    view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    view->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    nameControl(view, objectName, accessibleName);
    return view;
}

}  // namespace

RawMetadataDialog::RawMetadataDialog(const QString& file, const PictureSettings& settings, QWidget* parent)
    : QDialog(parent) {
    setObjectName(u"raw_metadata_dialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Raw metadata of %1").arg(file));
    resize(680, 480);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    if (settings.chunks.empty()) {
        column->addWidget(new QLabel(tr("This file holds no texts.")), 1);
    } else {
        auto* tabs = new QTabWidget;
        tabs->setObjectName(u"raw_metadata_tabs"_s);
        int number = 0;
        for (const auto& [name, text] : settings.chunks)
            tabs->addTab(textView(toText(text), u"raw_metadata_%1_edit"_s.arg(++number), toText(name)),
                         toText(name).left(40).replace(u'&', u"&&"_s));
        if (!settings.others.empty()) {
            QStringList lines;
            for (const auto& [key, value] : settings.others) lines << u"%1: %2"_s.arg(toText(key), toText(value));
            tabs->addTab(textView(lines.join(u'\n'), u"raw_metadata_others_edit"_s, tr("Other fields")),
                         tr("Other fields"));
        }
        column->addWidget(tabs, 1);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    nameControl(buttons->button(QDialogButtonBox::Close), u"raw_metadata_dialog_cancel_button"_s, tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

}  // namespace segmoe::ui
