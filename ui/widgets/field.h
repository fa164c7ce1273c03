// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QLayout;
class QVBoxLayout;
class QWidget;

namespace segmoe::ui {

/// Caption above a control, both in one column: the building block of forms. Also gives the control its name for tests
/// and for assistive technology.
QVBoxLayout* labelledField(const QString& caption, QWidget* control, const QString& objectName,
                           const QString& toolTip = {});
/// The same for a row of several controls that have names of their own.
QVBoxLayout* labelledRow(const QString& caption, QWidget* buddy, QLayout* row);
/// objectName, accessibleName and tooltip in one go.
void nameControl(QWidget* control, const QString& objectName, const QString& accessibleName,
                 const QString& toolTip = {});

}  // namespace segmoe::ui
