// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/error_details_dialog.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

#include "ui/bridge/error_text.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

class ErrorDetails {
    Q_DECLARE_TR_FUNCTIONS(ErrorDetails)
};

}  // namespace

void openErrorDetails(QWidget* window, const Failure& failure) {
    auto* box = new QMessageBox(window);
    box->setObjectName(u"error_details_dialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(ErrorDetails::tr("Error details"));
    box->setTextFormat(Qt::PlainText);
    box->setText(errorText(failure.code).sentence);
    box->setInformativeText(errorDetails(failure));
    QPushButton* copy = box->addButton(ErrorDetails::tr("Copy"), QMessageBox::ActionRole);
    // An action button would close the box; copying should not.
    copy->disconnect();
    QObject::connect(copy, &QPushButton::clicked, box,
                     [failure] { QGuiApplication::clipboard()->setText(errorDetails(failure)); });
    box->addButton(QMessageBox::Close);
    box->open();
}

}  // namespace segmoe::ui
