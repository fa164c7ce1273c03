// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

/// What the page tests ask of every widget below `root` (ui.md §16). Each problem is a sentence naming the widget.
namespace walk {

/// Controls without objectName or accessibleName, and names used twice.
QStringList nameProblems(const QWidget& root);
/// Visible texts longer than their widget.
QStringList clippedTexts(const QWidget& root);
/// Visible widgets that a layout has put one over another.
QStringList overlaps(const QWidget& root);
/// Both of these, of a window in which answers may still come in: waits for what they change to find its place.
QStringList lastingFaults(const QWidget& root);
/// Pictures, plots, prompts and recipes that do not read from the left.
QStringList mirroredByMistake(const QWidget& root);
/// Visible controls that the Tab key does not reach.
QStringList unreachableControls(QWidget& root);

}  // namespace walk
