// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFileDialog>
#include <QLineEdit>
#include <QTest>

namespace segmoe::test {

/// Puts a path into the file dialog that is open and presses Enter; false with a warning when it does not take it.
inline bool chooseFile(QWidget& window, const QString& path) {
    auto* dialog = window.findChild<QFileDialog*>();
    auto* name = dialog ? dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit")) : nullptr;
    if (!name) {
        qWarning("no file dialog is open");
        return false;
    }
    name->setText(path);
    name->setFocus();
    QTest::keyClick(name, Qt::Key_Return);
    const bool isTaken = !dialog->isVisible();
    if (!isTaken) qWarning("the dialog does not take %s", qPrintable(path));
    QTest::qWait(0);  // it deletes itself
    return isTaken;
}

}  // namespace segmoe::test
